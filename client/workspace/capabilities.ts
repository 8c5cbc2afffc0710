// Whether this browser, at this address, can keep and send work at all. What is missing is told before anybody types.

/** `address`: opened by plain http, where browsers lock away what sending needs. `browser`: too old. */
export type Lack = 'address' | 'browser';

/** Null where all is there. */
export function lackHere(): Lack | null {
  if (!globalThis.isSecureContext) return 'address';
  // One syncer at a time, hashes of files, the work itself.
  return navigator.locks && crypto.subtle && globalThis.indexedDB ? null : 'browser';
}

/** The same server by https. A port of plain http is not the port of https. */
export const secureAddress = () => `https://${location.hostname}`;
