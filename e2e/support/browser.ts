// Which Chromium the browser tests run in: the system's, else the one that Playwright installs.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The same browser without the parts that draw its window, and for half of the work. It does nothing while no page is open. */
export const SHELL = 'chromium-headless-shell';

/** Without these, Chromium calls home at every start and waits for answers that a closed network never gives. */
export const QUIET = [
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

/** The first of these programs that can be started, or null. */
export function findOnPath(names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(executable) ?? null;
}

/** Path of a Chromium that can be started, or null. `CHROMIUM` names one before all others. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM ?? '';
  if (named !== '' && executable(named)) return named;
  return findOnPath(NAMES) ?? [chromium.executablePath()].find(executable) ?? null;
}

/** `whole`: also what a browser does on its own while no page is open. */
export const launchOptions = (whole = false) => ({
  executablePath: (whole || process.env.CHROMIUM ? null : findOnPath([SHELL])) ?? findChromium() ?? undefined,
  args: QUIET,
});
