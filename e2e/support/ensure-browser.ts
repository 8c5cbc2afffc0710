// Makes sure that a Chromium is there: the system's, else Playwright's own, else the distribution's package.

import { spawnSync } from 'node:child_process';
import { aptInstall } from './apt-install.ts';
import { findChromium, findOnPath, SHELL } from './browser.ts';

// Where nobody looks on, a minute for it saves many.
if (process.env.CI && !findOnPath([SHELL])) aptInstall(SHELL);

const attempts = [
  () => spawnSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' }),
  () => aptInstall('chromium'),
];

for (const attempt of attempts) {
  if (findChromium()) break;
  console.log('no Chromium found, trying to install it');
  attempt();
}

if (!findChromium()) {
  console.error('The browser tests need Chromium. Install it, or name it in the environment variable CHROMIUM.');
  process.exit(1);
}
