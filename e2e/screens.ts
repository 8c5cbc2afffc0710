// Takes a picture of every screen in phone and PC size into docs/screens, and the two that the manifest shows.
// They are for eyes: whoever changes a screen looks at them.

import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { Device, PC, PHONE } from './support/device.ts';
import { SCREENS } from './support/screen-list.ts';
import { ServerProcess } from './support/server.ts';

const PROJECT = resolve(import.meta.dirname, '..');
const FOLDER = join(PROJECT, 'docs/screens');
const IN_MANIFEST = join(PROJECT, 'client/public/screenshots');

const sizes = { phone: PHONE, pc: PC };

const server = await ServerProcess.create();
await mkdir(FOLDER, { recursive: true });
await mkdir(IN_MANIFEST, { recursive: true });
for (const [size, viewport] of Object.entries(sizes)) {
  for (const person of new Set(SCREENS.map((screen) => screen.person))) {
    const device = await Device.create(server.port, { viewport });
    if (person) await device.signIn(person);
    const { page } = device;
    for (const { name, path } of SCREENS.filter((screen) => screen.person === person)) {
      await page.goto(device.network.origin + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Memuat…')).toBeHidden();
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(FOLDER, `${name}-${size}.png`) });
    }
    await device.discard();
  }
  await copyFile(join(FOLDER, `today-${size}.png`), join(IN_MANIFEST, `${size}.png`));
}
await server.stop();
