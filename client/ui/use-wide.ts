// How much room there is: beside a list from a small PC on, for a table over the whole width on a desk, for a wide table and
// something beside it on a broad screen.

import { onScopeDispose, type Ref, shallowRef } from 'vue';

const FROM = { beside: '(min-width: 64rem)', desk: '(min-width: 1200px)', broad: '(min-width: 1600px)' };

/** Follows the window. */
export function useWide(room: keyof typeof FROM): Readonly<Ref<boolean>> {
  const media = matchMedia(FROM[room]);
  const wide = shallowRef(media.matches);
  const watchWidth = () => {
    wide.value = media.matches;
  };
  media.addEventListener('change', watchWidth);
  onScopeDispose(() => media.removeEventListener('change', watchWidth));
  return wide;
}
