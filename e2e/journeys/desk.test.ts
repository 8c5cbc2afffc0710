// On a desk: the months, people, devices and the payroll as tables over the whole width, sorted, filtered, and by keys alone.

import { addMonths } from '#shared/time/working-time.ts';
import { PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, TREASURER } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const LAST_MONTH = addMonths(new Date().toISOString().slice(0, 7), -1);

test('the payroll is a table that is sorted and filtered, with the slip beside it and the way to the next', async ({
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(TREASURER);
  await page.goto(`${desk.network.origin}/kelola/tpp/${LAST_MONTH}`);
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(7);
  await expect(page.getByText('26 baris')).toBeVisible();

  const names = async () => (await table.getByRole('rowheader').allTextContents()).map((text) => text.trim());
  const total = table.getByRole('columnheader', { name: 'Dibayar' });
  await total.getByRole('button').click();
  await expect(total).toHaveAttribute('aria-sort', 'ascending');
  await total.getByRole('button').click();
  await expect(total).toHaveAttribute('aria-sort', 'descending');
  const [first = '', second = ''] = await names();

  await page.getByRole('link', { name: first }).click();
  const slip = page.getByRole('region', { name: first, exact: true });
  await expect(slip.getByRole('button', { name: 'Catat koreksi' })).toBeVisible();
  await expect(page.getByRole('row', { name: first })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Berikutnya' }).click();
  await expect(page.getByRole('region', { name: second, exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Tutup slip' }).click();
  await expect(table.getByRole('columnheader')).toHaveCount(7);

  await page.getByLabel('Saring').fill(EMPLOYEE.name);
  await expect(page.getByText('1 dari 26 baris')).toBeVisible();
  expect(await names()).toContain(EMPLOYEE.name);
});

test('the entries of a month, offline: sorted by keys alone, and an entry is opened from its row', async ({
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(EMPLOYEE);
  await page.goto(`${desk.network.origin}/kegiatan`);
  await page.getByRole('button', { name: 'Bulan sebelumnya' }).click();
  await desk.setOffline(true);
  const minutes = page.getByRole('columnheader', { name: 'Menit' });
  await minutes.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(minutes).toHaveAttribute('aria-sort', 'ascending');
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  const first = rows.first().getByRole('link');
  const title = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('main')).toContainText(title);
  await expect(page).toHaveURL(/\/kegiatan\/[0-9a-f-]{36}$/);
});

test('people and devices are tables, and somebody is moved from a row', async ({ newDevice }) => {
  const desk = await newDevice({ viewport: { width: 1920, height: 1080 } });
  const page = await desk.signIn(ADMINISTRATOR);
  await page.goto(`${desk.network.origin}/kelola/pegawai`);
  await page.getByLabel('Saring').fill('penguji');
  await page.getByRole('columnheader', { name: 'Nama' }).getByRole('button').click();
  const row = page.getByRole('row', { name: new RegExp(EMPLOYEE.name) });
  await row.getByRole('button', { name: /^Pindahkan/ }).click();
  await expect(page.getByRole('dialog')).toContainText(EMPLOYEE.name);
  await page.keyboard.press('Escape');
  await page.goto(`${desk.network.origin}/kelola/perangkat`);
  await expect(page.getByRole('columnheader', { name: 'Belum terkirim' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Administrator/ }).first()).toBeVisible();
});
