// A newer version of the app, as a server comes to have one: the same files, and another service worker.

import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export function publish(folder: string, words: string): void {
  appendFileSync(join(folder, 'sw.js'), `\n// ${words}\n`);
  // They hold the version before it.
  for (const packed of ['sw.js.br', 'sw.js.gz']) rmSync(join(folder, packed), { force: true });
}
