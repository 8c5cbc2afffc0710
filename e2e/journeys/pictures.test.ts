// The month, the year and the team in pictures, without a network, each with its numbers as a table.

import { addMonths } from '#shared/time/working-time.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const LAST_MONTH = addMonths(new Date().toISOString().slice(0, 7), -1);

test('the own month and year are drawn offline, and each picture has its table', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await page.goto(`${phone.network.origin}/kegiatan`);
  await phone.setOffline(true);
  await page.getByRole('link', { name: 'Ringkasan' }).click();
  await page.getByLabel('Bulan', { exact: true }).selectOption(LAST_MONTH);
  await expect(page).toHaveURL(new RegExp(LAST_MONTH));
  const cardOf = (title: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title }) });
  for (const title of ['Capaian terhadap rencana bulan ini', 'Menit kerja tiap hari', 'TPP bulan ini dari mana']) {
    const card = cardOf(title);
    await card.getByText('Lihat angkanya').click();
    await expect(card.getByRole('table')).toBeVisible();
    await expect(card.getByRole('row').nth(1)).toContainText(/\d/);
  }
  // The parts are those of the slip.
  const total = await cardOf('TPP bulan ini dari mana')
    .getByRole('row', { name: /^Diterima/ })
    .textContent();
  await expect(cardOf('Tahun').getByRole('listitem')).toHaveCount(12);
  await cardOf('TPP bulan ini dari mana').getByRole('link', { name: 'Lihat slip' }).click();
  await expect(page.getByRole('main')).toContainText((total ?? '').replace('Diterima', '').trim());
});

test('the team is a table of people by days, dark where there is much', async ({ newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await desk.setOffline(true);
  await page.getByRole('link', { name: 'Menit kerja tim' }).click();
  await page.getByRole('button', { name: 'Bulan sebelumnya' }).click();
  const row = page.getByRole('row', { name: new RegExp(EMPLOYEE.name) });
  await expect(row).toContainText(/\d+ jam/);
  await expect(
    row
      .getByRole('cell')
      .filter({ hasText: /^[1-9]/ })
      .first(),
  ).toBeVisible();
  await row.getByRole('link', { name: EMPLOYEE.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: EMPLOYEE.name })).toBeVisible();
});
