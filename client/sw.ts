// The service worker: keeps the app on the device, and sends the queue in the background when the network returns,
// even if no tab is open (Background Sync, where the browser has it).

/// <reference lib="webworker" />
import { DetailedError, Upload } from 'tus-js-client';
import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { currentPerson, openDatabase } from './workspace/device.ts';
import { isUnfinished, syncPerson } from './workspace/sync-person.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

/** Background Sync is not in TypeScript's library: https://wicg.github.io/background-sync/spec/ */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** The sign-in page of a hotspot answers 200 for everything: a page in place of a script is never kept. */
const CONTENT_TYPES: [ending: RegExp, type: RegExp][] = [
  [/\.js$/, /javascript/],
  [/\.css$/, /^text\/css/],
  [/\.(svg|png)$/, /^image\//],
  [/\.woff2$/, /^font\/|octet-stream/],
];

addPlugins([
  {
    cacheWillUpdate: async ({ request, response }) => {
      const { pathname } = new URL(request.url);
      const type = response.headers.get('content-type') ?? '';
      const expected = CONTENT_TYPES.find(([ending]) => ending.test(pathname))?.[1];
      if (response.status !== 200 || response.redirected || (expected && !expected.test(type))) return null;
      if (!pathname.endsWith('.html')) return response;
      return (await response.clone().text()).includes('<title>Kerjaku</title>') ? response : null;
    },
  },
]);
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/^\/api\//] }));

// A new version waits until the person says so: nothing is replaced in the middle of a form.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

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
