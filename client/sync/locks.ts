// One syncer at a time in a browser, tabs and service worker together: the Web Locks API.

export function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work) as Promise<T>;
}
