// An administrator makes somebody treasurer on a screen, who has the menu after the next sign-in; and ends it again.

import { entry } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('a role is given and ended on a screen, and is there with the next sign-in', async ({ newDevice }) => {
  test.setTimeout(3 * 60_000);
  const desk = await newDevice({ viewport: PC });
  const { page } = desk;
  await desk.signIn(ADMINISTRATOR);
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /^Peran Admin/ }).click();
  await page.getByRole('button', { name: 'Beri peran' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Pegawai').selectOption({ label: `${EMPLOYEE.name} (${EMPLOYEE.nip})` });
  await dialog.getByRole('button', { name: 'Beri peran' }).click();
  const given = entry(page, EMPLOYEE.name).filter({ hasText: 'Bendahara' });
  await expect(given).toBeVisible({ timeout: 40_000 });

  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await phone.goTo('Kelola');
  await expect(phone.page.getByRole('link', { name: /^Data pembayaran/ })).toBeVisible();

  await given.getByRole('button', { name: `Akhiri peran Bendahara: ${EMPLOYEE.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Akhiri' }).click();
  await expect(page.getByRole('button', { name: `Akhiri peran Bendahara: ${EMPLOYEE.name}` })).toBeHidden({
    timeout: 40_000,
  });
});
