// axe finds nothing on any screen, in phone and PC size, in light and dark.

import { brokenRules } from '../support/axe.ts';
import { type DeviceOptions, PC, PHONE } from '../support/device.ts';
import { SCREENS } from '../support/screen-list.ts';
import { expect, test } from '../support/test.ts';

const looks: Record<string, DeviceOptions> = {
  'a phone in light colours': { viewport: PHONE, colorScheme: 'light' },
  'a PC in dark colours': { viewport: PC, colorScheme: 'dark' },
};

for (const [name, look] of Object.entries(looks)) {
  test(`axe finds nothing on any screen of ${name}`, async ({ newDevice }) => {
    test.setTimeout(10 * 60_000);
    const found: string[] = [];
    for (const person of new Set(SCREENS.map((screen) => screen.person))) {
      const device = await newDevice(look);
      if (person) await device.signIn(person);
      for (const screen of SCREENS.filter((candidate) => candidate.person === person)) {
        if (person) await device.visit(screen.path);
        else await device.page.goto(device.network.origin + screen.path);
        await expect(device.page.getByRole('heading', { level: 1 }), screen.name).toBeVisible();
        await expect(device.page.getByText('Memuat…')).toBeHidden();
        for (const broken of await brokenRules(device.page)) found.push(`${screen.name}: ${broken}`);
        const wide = await device.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${screen.name} scrolls sideways by ${wide} pixels`);
      }
      await device.close();
    }
    expect(found).toEqual([]);
  });
}
