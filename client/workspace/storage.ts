// The room on this device, and whether the browser may clear it away by itself.

import { shallowRef } from 'vue';

/** From this share on the person is warned: early enough to make room. */
const NEARLY_FULL = 0.8;
/** Less room than this is little, whatever its share: some fifty photos. */
const LITTLE_BYTES = 15_000_000;

export interface Room {
  used: number;
  quota: number;
  nearlyFull: boolean;
  /** The browser clears this app's data away only if the person says so. */
  kept: boolean;
}

const room = shallowRef<Room | null>(null);

/** What is known of the room; null until it is, and where the browser does not tell. */
export const deviceRoom = room;

export async function measureRoom(): Promise<void> {
  const { storage } = navigator;
  if (!storage?.estimate) return;
  const [{ usage = 0, quota = 0 }, kept] = await Promise.all([storage.estimate(), storage.persisted?.() ?? false]);
  const left = quota - usage;
  room.value = {
    used: usage,
    quota,
    kept,
    nearlyFull: quota > 0 && (usage / quota > NEARLY_FULL || left < LITTLE_BYTES),
  };
}

/** Asks the browser to keep the data; it decides by itself, or asks the person. */
export async function askToKeep(): Promise<void> {
  if (!(await navigator.storage?.persisted?.())) await navigator.storage?.persist?.().catch(() => false);
  await measureRoom();
}
