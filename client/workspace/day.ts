// Which day it is, as a value that changes by itself: an app is opened in the evening and looked at in the morning.

import { readonly, type ShallowRef, shallowRef } from 'vue';

/** A device that sleeps has no timers, and its clock may be set: it is also asked when the page is looked at again. */
const LOOK_MS = 20_000;

const turned = shallowRef(0);

/** Changes when a new day has begun: what was asked with the day before is to be asked again. */
export const dayTurned = readonly(turned);

/** `today` tells the date; it is asked from time to time until `stop`. */
export function followDay(today: () => string): { today: Readonly<ShallowRef<string>>; stop: () => void } {
  const day = shallowRef(today());
  const look = () => {
    const now = today();
    if (now === day.value) return;
    day.value = now;
    turned.value += 1;
  };
  const timer = setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
  addEventListener('pageshow', look);
  return {
    today: day,
    stop: () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
      removeEventListener('pageshow', look);
    },
  };
}
