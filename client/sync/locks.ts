// Turns that tabs and service worker take: the Web Locks API. Only pages served over https have it, or by this very
// machine; without it there is nobody to wait for.

/** One at a time in a browser, tabs and service worker together. */
export function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  return inTurn(name, 'exclusive', work);
}

/** Any number beside each other, but none beside one that has the name exclusively. */
export function together<T>(name: string, work: () => Promise<T>): Promise<T> {
  return inTurn(name, 'shared', work);
}

function inTurn<T>(name: string, mode: LockMode, work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work();
  return navigator.locks.request(name, { mode }, work) as Promise<T>;
}
