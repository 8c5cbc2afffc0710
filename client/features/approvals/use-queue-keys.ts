// The queue by keys alone. Not while something is typed, and not over an open question.

import { onBeforeUnmount, onMounted } from 'vue';
import { actGate } from '#client/ui/index.ts';

export type QueueKey = 'next' | 'previous' | 'tick' | 'decide' | 'undo' | 'help' | { reason: number };

const KEYS: Readonly<Record<string, QueueKey>> = {
  ...{ j: 'next', k: 'previous', r: 'tick', a: 'decide', z: 'undo', '?': 'help' },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [String(number), { reason: number - 1 }])),
};

export function useQueueKeys(pressed: (key: QueueKey) => void): void {
  const hear = (event: KeyboardEvent) => {
    const { target } = event;
    const types = target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select');
    if (types || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const key = KEYS[event.key.toLowerCase()];
    if (!key) return;
    event.preventDefault();
    // Held down, a key moves on; what decides is wished for by each press anew.
    if (event.repeat && key !== 'next' && key !== 'previous') return;
    actGate.keyed(event.timeStamp);
    pressed(key);
  };
  onMounted(() => addEventListener('keydown', hear));
  onBeforeUnmount(() => removeEventListener('keydown', hear));
}
