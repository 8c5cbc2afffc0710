// The inbox of reminders: there without a network and without push; the bell and the icon of the app say how many are near.

import { expect, test } from '../support/test.ts';

// 10.00 in Amuntai (WITA) on a Tuesday.
test.use({ time: new Date('2026-11-24T02:00:00.000Z') });

test('whoever lacks a plan is reminded with its last day, on the bell and on the icon, also without a network', async ({
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  // Chromium shows no icon here: what it is told is kept.
  await page.addInitScript(() => {
    Object.assign(navigator, { setAppBadge: async (count: number) => void Object.assign(window, { badge: count }) });
  });
  await page.reload();
  await phone.signIn({ id: 'adm-1', nip: '196903111992031013', name: 'Abdul Hamid' });
  await page.getByRole('link', { name: /^Pengingat, \d+ segera$/ }).waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'badge'))).toBeGreaterThan(0);

  await phone.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: /^Pengingat, \d+ segera$/ }).click();
  await expect(page.getByRole('heading', { name: 'Pengingat' })).toBeVisible();
  const plan = page.getByRole('link', { name: /Ajukan SKP tahun ini/ });
  await expect(plan).toContainText('Batasnya lewat 31 Jan 2026 24.00');
  await plan.click();
  await expect(page.getByRole('heading', { name: 'SKP', level: 1 })).toBeVisible();
});
