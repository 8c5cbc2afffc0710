// The files of the app, kept on the device so that it opens without a network.
//
// A new device first gets what an employee's day needs; what the office does and what makes papers follows, once the person's
// own work is through. A new version takes over only when it is there whole: nobody loses a screen by an update.

import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

export interface AppFile {
  url: string;
  revision: string | null;
}

/**
 * So many are asked for at a time: a long round trip is not waited for file by file, and the person's own work still has
 * room on the line.
 */
const LANES = 3;

/** The sign-in page of a hotspot answers 200 for everything: a page in place of a script is never kept. */
const CONTENT_TYPES: [ending: RegExp, type: RegExp][] = [
  [/\.js$/, /javascript/],
  [/\.css$/, /^text\/css/],
  [/\.(svg|png)$/, /^image\//],
  [/\.woff2$/, /^font\/|octet-stream/],
];

async function isOurs(url: string, response: Response): Promise<boolean> {
  const type = response.headers.get('content-type') ?? '';
  const expected = CONTENT_TYPES.find(([ending]) => ending.test(url))?.[1];
  if (response.status !== 200 || response.redirected || (expected && !expected.test(type))) return false;
  return !url.endsWith('.html') || (await response.clone().text()).includes('<title>Kerjaku</title>');
}

/** Where an employee's day does without it (vite.files.ts puts it there). */
const isNeededFirst = ({ url }: AppFile) => !/^(assets\/(office|papers)\/|icons\/.*512)/.test(url);

export class AppFiles {
  readonly #files: readonly AppFile[];
  readonly #controller = new PrecacheController();

  constructor(files: AppFile[]) {
    this.#files = files;
    this.#controller.addToCacheList(files);
  }

  /** Answers the requests of the pages from the device: any address but those of the server is the app. */
  serve(): void {
    cleanupOutdatedCaches();
    registerRoute(new PrecacheRoute(this.#controller));
    registerRoute(
      new NavigationRoute(this.#controller.createHandlerBoundToURL('index.html'), { denylist: [/^\/api\//] }),
    );
  }

  /** Fails where a file does not come: what came stays, and the next time goes on with the rest. */
  keepFirst = (): Promise<void> => this.#keep(this.#files.filter(isNeededFirst));

  keepAll = (): Promise<void> => this.#keep(this.#files);

  /** Of an earlier version. */
  forgetOld = (event: ExtendableEvent): Promise<unknown> => this.#controller.activate(event);

  async #keep(files: readonly AppFile[]): Promise<void> {
    const cache = await caches.open(this.#controller.strategy.cacheName);
    const left = [...files];
    const lane = async () => {
      for (let file = left.shift(); file; file = left.shift()) await this.#keepOne(cache, file);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  async #keepOne(cache: Cache, { url, revision }: AppFile): Promise<void> {
    const key = this.#controller.getCacheKeyForURL(url) ?? url;
    if (await cache.match(key)) return;
    // What has a revision keeps its address when it changes: the browser's own cache may hold an older one.
    const response = await fetch(url, { cache: revision === null ? 'default' : 'reload', credentials: 'same-origin' });
    if (!(await isOurs(url, response))) throw new Error(`${url} is not the app's`);
    await cache.put(key, response);
  }
}
