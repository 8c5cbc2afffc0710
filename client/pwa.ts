// The installed app: updates that wait for the person, and the browser's offer to install.

import { readonly, shallowRef } from 'vue';
import { Workbox } from 'workbox-window';

/** How often a page that stays open looks for a new version. */
const LOOK_MS = 60 * 60_000;

const updateReady = shallowRef(false);
let workbox: Workbox | null = null;

export const update = { ready: readonly(updateReady), take, dismiss };

export function keepUpdated(): void {
  if (!('serviceWorker' in navigator)) return;
  workbox = new Workbox('/sw.js');
  workbox.addEventListener('waiting', () => {
    updateReady.value = true;
  });
  void workbox.register();
  setInterval(() => void workbox?.update(), LOOK_MS);
}

/** Half-typed forms are safe: they are drafts in the database. */
function take(): void {
  if (!updateReady.value) {
    // The server asks for a newer app than the one found so far.
    void workbox?.update().then(() => location.reload());
    return;
  }
  workbox?.addEventListener('controlling', () => location.reload());
  workbox?.messageSkipWaiting();
}

function dismiss(): void {
  updateReady.value = false;
}

/** Not in TypeScript's library: https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
interface BeforeInstallPromptEvent extends Event {
  prompt: () => Promise<void>;
}

const offer = shallowRef<BeforeInstallPromptEvent | null>(null);
const standalone = matchMedia('(display-mode: standalone)');
const installed = shallowRef(standalone.matches);
standalone.addEventListener('change', ({ matches }) => {
  installed.value = matches;
});

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offer.value = event as BeforeInstallPromptEvent;
});
addEventListener('appinstalled', () => {
  offer.value = null;
  installed.value = true;
});

export const install = {
  offer: readonly(offer),
  installed: readonly(installed),
  ask: async () => {
    await offer.value?.prompt();
    offer.value = null;
  },
};
