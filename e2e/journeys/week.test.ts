// The week as a sheet on a PC: typed and pasted as in a spreadsheet, offline, sent in one act; on a phone, day by day.

import { addDays } from '#shared/time/working-time.ts';
import { weekOf } from '#shared/work/rules/day-state.ts';
import { storedTitles } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

/** Of the week before, whatever day it is. */
const [MONDAY = '', TUESDAY = ''] = weekOf(addDays(new Date().toISOString().slice(0, 10), -7));

test('a forgotten week is typed by keys, offline, kept while it is typed, and sent in one act', async ({
  server,
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Isi sepekan' }).click();
  await page.getByRole('link', { name: 'Pekan sebelumnya' }).click();
  await expect(page).toHaveURL(new RegExp(`/kegiatan/minggu/${MONDAY}$`));
  await desk.setOffline(true);

  const adding = page.getByRole('form', { name: 'Tambah pekerjaan' });
  await adding.getByLabel('Apa yang dikerjakan').fill('Survei rambu');
  await adding.getByLabel('Satuan').fill('titik');
  await adding.getByLabel('RHK').selectOption({ index: 1 });
  await adding.getByRole('button', { name: 'Tambah baris' }).click();
  const cells = page.getByRole('row', { name: /^Survei rambu/ }).getByRole('gridcell');
  await cells.first().click();
  for (const key of ['9', '0', 'Tab', '4', 'Tab', '3', '0', 'Tab']) await page.keyboard.press(key);
  await expect(cells.nth(0)).toHaveText('90');
  await expect(cells.nth(1)).toHaveText('4');
  await expect(cells.nth(3)).toBeFocused();

  // The quantity of the second day is missing: it is said, and has the keyboard.
  const send = page.getByRole('button', { name: /^Simpan dan kirim ke atasan/ });
  await send.click();
  await expect(page.getByRole('alert')).toContainText('jumlah belum diisi');
  await expect(cells.nth(3)).toBeFocused();
  for (const key of ['2', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(/Batas pencatatan sudah lewat untuk/)).toBeVisible();

  await page.waitForTimeout(600);
  await page.reload();
  await expect(cells.nth(3)).toHaveText('2');
  await expect(page.getByRole('status').filter({ hasText: '2 isian belum disimpan' })).toBeVisible();
  await send.click();
  await expect(page.getByText('Belum ada yang diketik')).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();

  await desk.setOffline(false);
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Survei rambu', 'submitted')).toHaveLength(2);
});

test('a table from a spreadsheet is looked at row by row before it is in the sheet, and cells are copied out', async ({
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(EMPLOYEE);
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${desk.network.origin}/kegiatan/minggu/${MONDAY}`);
  await page.getByRole('gridcell').first().click();
  const table = 'Survei rambu\ttitik\t60\t3\t45\t2\nSurvei marka\ttitik\tsatu\t1\nTanpa satuan\t\t60';
  await page.evaluate((text) => navigator.clipboard.writeText(text), table);
  await page.keyboard.press('Control+v');
  const check = page.getByRole('dialog', { name: 'Periksa yang ditempel' });
  await expect(check.getByText('5 isian akan masuk')).toBeVisible();
  await expect(check.getByRole('listitem').nth(1)).toContainText('“satu” bukan menit');
  await expect(check.getByRole('listitem').nth(2)).toContainText('satuan belum ada');
  await check.getByRole('button', { name: 'Masukkan' }).click();

  const cells = page.getByRole('row', { name: /^Survei rambu/ }).getByRole('gridcell');
  await expect(cells.nth(2)).toHaveText('45');
  await cells.first().click();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('60\t3\t45\t2');
});

test('last week is copied into the open days of this one, and nothing is saved before it is said', async ({
  newDevice,
}) => {
  const desk = await newDevice({ viewport: { width: 1920, height: 1080 } });
  const page = await desk.signIn(EMPLOYEE);
  await page.goto(`${desk.network.origin}/kegiatan/minggu/${addDays(MONDAY, 7)}`);
  await page.getByRole('button', { name: 'Salin minggu lalu' }).click();
  await expect(page.getByText(/disalin ke lembar ini|Tidak ada yang dapat disalin/)).toBeVisible();
});

test('on a phone the same address shows the days of the week and the tools of the day', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await page.goto(`${phone.network.origin}/kegiatan/minggu/${TUESDAY}`);
  await expect(page.getByRole('navigation', { name: 'Minggu ini' }).getByRole('listitem')).toHaveCount(7);
  await expect(page.getByRole('link', { name: 'Catat kegiatan' })).toBeVisible();
  await expect(page.getByRole('grid')).toHaveCount(0);
});
