// Brings the browsers that are missing, where this machine lets it, and says which journeys will not run.

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { aptInstall } from '../support/apt-install.ts';
import { ENGINES, type Engine, isFound } from './engines.ts';

const install: Record<Engine, () => void> = {
  chromium: () =>
    spawnSync(process.execPath, [resolve(import.meta.dirname, '../support/ensure-browser.ts')], { stdio: 'inherit' }),
  firefox: () => aptInstall('firefox-esr'),
  webkit: () => aptInstall('webkit2gtk-driver', 'xvfb'),
};

for (const engine of ENGINES) {
  if (isFound(engine)) continue;
  console.log(`no ${engine} found, trying to install it`);
  install[engine]();
  if (!isFound(engine)) console.log(`NOT RUN: this machine has no ${engine}, and its journey is left out`);
}
