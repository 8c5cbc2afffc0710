// Every screen, on a phone, in the engines that the other tests do not look at: it is drawn whole and fits.

import { writeFile } from 'node:fs/promises';
import { PHONE } from '../support/device.ts';
import { SCREENS } from '../support/screen-list.ts';
import { isFound } from './engines.ts';
import { expect, test } from './test.ts';

for (const engine of ['firefox', 'webkit'] as const) {
  const journey = isFound(engine) ? test : test.skip;
  journey(`every screen is drawn and fits on a phone in ${engine}`, async ({ open }, info) => {
    for (const person of new Set(SCREENS.map((screen) => screen.person))) {
      const phone = await open(engine, PHONE);
      if (person) await phone.signIn(person);
      for (const { name, path } of SCREENS.filter((screen) => screen.person === person)) {
        await phone.open(path);
        await phone.seeHeading();
        await phone.notSee('Memuat…');
        await writeFile(info.outputPath(`${name}.png`), await phone.screenshot());
        expect(await phone.overhang(), `${name} must not scroll sideways`).toBeLessThanOrEqual(0);
      }
      await phone.close();
    }
  });
}
