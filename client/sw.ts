// The service worker: keeps the app on the device, and sends the queue in the background when the network returns,
// even if no tab is open (Background Sync, where the browser has it).

/// <reference lib="webworker" />
import { DetailedError, Upload } from 'tus-js-client';
import { type AppFile, AppFiles } from './workspace/app-files.ts';
import { currentPerson, openDatabase } from './workspace/device.ts';
import { isUnfinished, syncPerson } from './workspace/sync-person.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: AppFile[] };

/** Background Sync is not in TypeScript's library: https://wicg.github.io/background-sync/spec/ */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

const app = new AppFiles(self.__WB_MANIFEST);
app.serve();

self.addEventListener('install', (event) => {
  event.waitUntil(self.registration.active ? app.keepAll() : app.keepFirst());
});

// A new version waits until the person says so: nothing is replaced in the middle of a form.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (event.data?.type === 'KEEP_ALL') event.waitUntil(keepAll(event.ports[0]));
});
self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([app.forgetOld(event), self.clients.claim()])),
);

/** Tells when all is there. What did not come is asked for the next time the app is opened. */
async function keepAll(asker: MessagePort | undefined): Promise<void> {
  await app.keepAll().then(
    () => asker?.postMessage('kept'),
    () => undefined,
  );
}

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (tag === 'outbox') (event as SyncEvent).waitUntil(sendOutbox());
});

/** Fails while something is left to send, a photo as well, so that the browser tries again. */
async function sendOutbox(): Promise<void> {
  const person = await currentPerson();
  if (!person) return;
  const db = openDatabase(person);
  try {
    const send = () => syncPerson(person, db, async () => ({ Upload, DetailedError }));
    let run = await send();
    // What may still be taken back goes a few seconds later, whether a tab is open then or not.
    const { status } = run;
    if (status.kind === 'settled' && status.heldUntil !== undefined) {
      const left = Date.parse(status.heldUntil) - Date.now();
      await new Promise((over) => setTimeout(over, Math.max(0, left) + 50));
      run = await send();
    }
    if (await isUnfinished(run)) throw new Error(`not all sent: ${run.status.kind}`);
  } finally {
    db.close();
  }
}
