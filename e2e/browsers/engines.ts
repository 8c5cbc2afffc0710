// The browsers of the people, and which of them this machine has.

import { findChromium, findOnPath, QUIET } from '../support/browser.ts';
import type { Driver, Size } from './driver.ts';
import { openWithPuppeteer } from './puppeteer.ts';
import { openWebKit } from './webkit.ts';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

/** What starts an engine; null where it is not on this machine. */
const found: Record<Engine, () => string | null> = {
  chromium: findChromium,
  firefox: () => findOnPath(['firefox-esr', 'firefox']),
  webkit: () => (findOnPath(['Xvfb']) ? findOnPath(['WebKitWebDriver']) : null),
};

export const isFound = (engine: Engine) => found[engine]() !== null;

/** The next engine that this machine has; the same one again where it has no other. */
export function otherThan(engine: Engine): Engine {
  const at = ENGINES.indexOf(engine);
  return [...ENGINES.slice(at + 1), ...ENGINES.slice(0, at)].find(isFound) ?? engine;
}

export async function openEngine(engine: Engine, size: Size): Promise<Driver> {
  const executablePath = found[engine]();
  if (!executablePath) throw new Error(`this machine has no ${engine}`);
  switch (engine) {
    case 'chromium':
      return openWithPuppeteer({ browser: 'chrome', executablePath, args: QUIET }, size);
    case 'firefox':
      return openWithPuppeteer({ browser: 'firefox', executablePath }, size);
    case 'webkit':
      return openWebKit(executablePath, size);
  }
}
