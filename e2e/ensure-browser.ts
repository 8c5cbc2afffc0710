// Makes sure that a Chromium is there: the system's, else Playwright's own, else the distribution's package.

import { spawnSync } from 'node:child_process';
import { findChromium } from './browser.ts';

const ATTEMPTS: string[][] = [
  ['npx', 'playwright', 'install', '--with-deps', 'chromium'],
  ['sh', '-c', 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y chromium'],
  ['sh', '-c', 'sudo -n apt-get update && sudo -n apt-get install -y chromium'],
];

for (const [command = '', ...args] of ATTEMPTS) {
  if (findChromium()) break;
  console.log(`no Chromium found, trying: ${[command, ...args].join(' ')}`);
  spawnSync(command, args, { stdio: 'inherit' });
}

if (!findChromium()) {
  console.error('The browser tests need Chromium. Install it, or name it in the environment variable CHROMIUM.');
  process.exit(1);
}
