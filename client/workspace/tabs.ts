// What one tab tells the others: the person of this device has changed. A tab that slept through it looks when it wakes.

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('kerjaku person') : null;

export function tellOtherTabs(): void {
  channel?.postMessage('changed');
}

/** Calls `told` when another tab told of a change, and `awake` when this tab is looked at again. */
export function listenToOtherTabs({ told, awake }: { told: () => void; awake: () => void }): void {
  channel?.addEventListener('message', told);
  addEventListener('pageshow', awake);
  addEventListener('focus', awake);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && awake());
}
