// One sync run for a person of this device: the engine with its real ports. Used by tabs and by the service worker.

import { dexieStore, newId, type PersonDatabase, type SyncStatus } from '#client/sync/index.ts';
import { exclusively, type FilePorts, httpTransport, offerFilesAgain, sendFiles, sync } from '#client/sync/running.ts';
import { domain } from '#shared/domain.ts';
import { workScope } from '#shared/scopes.ts';
import { actorOf, deviceKey, isCurrent, type PersonHere } from './device.ts';
import { queueNamedFiles, tidyFiles } from './evidence-files.ts';

export interface Run {
  status: SyncStatus;
  /** The files go up behind the entries, and the next entry does not wait for them. Whether some are left to be tried again. */
  files: Promise<boolean>;
}

/** Whether something is left to send that may go if it is tried again. Who is signed out has to come back first. */
export const isUnfinished = async ({ status, files }: Run) =>
  'retryAt' in status || (status.kind === 'settled' && (status.heldUntil !== undefined || (await files)));

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
  const sendAll = async () => {
    // On a full device either may fail: to send what is queued already is what makes room.
    await offerFilesAgain(db).catch(console.error);
    await queueNamedFiles(db, workScope(person.employeeId)).catch(console.error);
    const left = await sendFiles({ db, fetch, loadTus, now, random: Math.random });
    await tidyFiles(db, now());
    return left;
  };
  const files = status.kind === 'settled' ? exclusively(`files ${db.name}`, sendAll) : Promise.resolve(false);
  return { status, files };
}
