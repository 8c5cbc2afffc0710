// The browser's offer to install the app, where it makes one.

import { readonly, shallowRef } from 'vue';

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
