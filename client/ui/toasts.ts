// Short words at the top of the screen, one at a time, that an act has taken effect. Errors do not go here: they stay where they are.

import { reactive, readonly } from 'vue';

export interface Toast {
  id: number;
  text: string;
}

const SHOWN_MS = 4000;
const list = reactive<Toast[]>([]);
let last = 0;

export const toasts = readonly(list);

export function toast(text: string): void {
  last += 1;
  const id = last;
  // The last word counts: several would cover what they speak of.
  list.splice(0, list.length, { id, text });
  setTimeout(() => {
    const at = list.findIndex((shown) => shown.id === id);
    if (at >= 0) list.splice(at, 1);
  }, SHOWN_MS);
}
