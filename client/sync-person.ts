// One sync run for a person of this device: the engine with its real ports. Used by tabs and by the service worker.

import { domain } from '#shared/domain.ts';
import { actorOf, deviceKey, type PersonHere } from './device.ts';
import { dexieStore, newId, type PersonDatabase, type SyncStatus } from './sync/index.ts';
import { exclusively, type FilePorts, httpTransport, sendAgain, sendFiles, sync } from './sync/running.ts';

export async function syncPerson(
  person: PersonHere,
  db: PersonDatabase,
  loadTus: FilePorts['loadTus'],
): Promise<SyncStatus> {
  const fetch: typeof globalThis.fetch = (...args) => globalThis.fetch(...args);
  const store = dexieStore(db);
  const epochBefore = await store.read((tx) => tx.get('epoch'));
  const status = await sync({
    store,
    transport: httpTransport(fetch),
    domain,
    actor: actorOf(person),
    app: __APP_VERSION__,
    now: () => new Date(),
    random: Math.random,
    newId,
    failed: console.error,
    key: deviceKey,
    exclusively,
  });
  const epoch = await store.read((tx) => tx.get('epoch'));
  if (epochBefore && epoch !== epochBefore) await sendAgain(db);
  if (status.kind === 'settled') await exclusively(`files ${db.name}`, () => sendFiles({ db, fetch, loadTus }));
  return status;
}
