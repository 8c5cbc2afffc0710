// A screen that is not on the device: before the service worker has put everything there, its code comes when it is first opened,
// and may not come. Nothing typed depends on it, so the way out is to load the app at that address anew: a browser may
// remember that the code did not come, and not ask for it again.

import { readonly, shallowRef } from 'vue';

const address = shallowRef<string | null>(null);

export const absentScreen = {
  /** Where the person wanted to go; null where the screen they are at is whole. */
  address: readonly(address),
  isAt(path: string): void {
    address.value = path;
  },
  isThere(): void {
    address.value = null;
  },
  loadAnew(): void {
    if (address.value) window.location.assign(address.value);
  },
};
