// Which Chromium the browser tests run in: the system's, else the one that Playwright installs.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Without these, Chromium calls home at every start and waits for answers that a closed network never gives. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a Chromium that can be started, or null. `CHROMIUM` names one before all others. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [process.env.CHROMIUM ?? '', ...onPath, chromium.executablePath()];
  return candidates.find((path) => path !== '' && executable(path)) ?? null;
}

export const launchOptions = () => ({ executablePath: findChromium() ?? undefined, args: QUIET });
