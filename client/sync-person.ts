// One sync run for a person of this device: the engine with its real ports. Used by tabs and by the service worker.

import { domain } from '#shared/domain.ts';
import { workScope } from '#shared/tables.ts';
import { actorOf, deviceKey, isCurrent, type PersonHere } from './device.ts';
import { queueNamedFiles, tidyFiles } from './evidence-files.ts';
import { dexieStore, newId, type PersonDatabase, type SyncStatus } from './sync/index.ts';
import { exclusively, type FilePorts, httpTransport, offerFilesAgain, sendFiles, sync } from './sync/running.ts';

export interface Run {
  status: SyncStatus;
  /** Whether files still wait that will be tried again. */
  filesLeft: boolean;
}

export async function syncPerson(person: PersonHere, db: PersonDatabase, loadTus: FilePorts['loadTus']): Promise<Run> {
  // Whoever signs out meanwhile, in any tab, has nothing more sent: the session may be another's at the next request.
  const fetch: typeof globalThis.fetch = async (...args) => {
    if (!(await isCurrent(person))) throw new Error('the person does not use this device any more');
    return globalThis.fetch(...args);
  };
  const now = () => new Date();
  const status = await sync({
    store: dexieStore(db),
    transport: httpTransport(fetch),
    domain,
    actor: actorOf(person),
    app: __APP_VERSION__,
    now,
    random: Math.random,
    newId,
    failed: console.error,
    key: deviceKey,
    exclusively,
  });
  await offerFilesAgain(db);
  await queueNamedFiles(db, workScope(person.employeeId));
  if (status.kind !== 'settled') return { status, filesLeft: (await db.uploads.count()) > 0 };
  const filesLeft = await exclusively(`files ${db.name}`, () =>
    sendFiles({ db, fetch, loadTus, now, random: Math.random }),
  );
  await tidyFiles(db, now());
  return { status, filesLeft };
}
