// What is typed belongs to its form: another tab takes no word of it away.

import { entry, fillActivity, openActivity } from '../support/activities.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('two tabs with the same form: what is typed in one is there after the other one saved', async ({ newDevice }) => {
  const phone = await newDevice();
  const first = await phone.signIn(EMPLOYEE);
  await first.goto(`${phone.network.origin}/kegiatan/baru`);
  const second = await phone.context.newPage();
  await second.goto(`${phone.network.origin}/kegiatan/baru`);
  const title = second.getByLabel('Apa yang dikerjakan');
  await title.fill('Diketik di tab kedua');
  await second.waitForTimeout(700);
  await first.bringToFront();
  await fillActivity(first, { title: 'Diketik di tab pertama' });
  await first.waitForTimeout(700);
  await second.reload();
  await expect(title).toHaveValue('Diketik di tab kedua');
  await expect(second.getByText('Ada isian lain yang belum disimpan')).toBeVisible();
  await first.getByRole('button', { name: 'Simpan' }).click();
  await expect(first.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
  await second.reload();
  await expect(title).toHaveValue('Diketik di tab kedua');
  await expect(second.getByText('Ada isian lain yang belum disimpan')).toBeHidden();
});

test('what is typed in an entry that is approved meanwhile can be read, copied and thrown away', async ({
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await fillActivity(page, { title: 'Uji rem yang disetujui' });
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(page.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
  await phone.expectState(/Semua terkirim/);
  await openActivity(page, 'Uji rem yang disetujui');
  await page.getByLabel('Keterangan').fill('Dua kendaraan ditunda karena hujan');

  const desk = await newDevice();
  await desk.signIn(SUPERVISOR);
  await desk.page.goto(`${desk.network.origin}/persetujuan/${EMPLOYEE.id}`);
  await entry(desk.page, 'Uji rem yang disetujui')
    .getByRole('button', { name: /Setujui/ })
    .click();

  await expect(page.getByText('Yang Anda ketik di sini belum disimpan')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Baca dan salin di layar Pengiriman' }).click();
  const typed = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Diketik, belum disimpan' }) });
  await expect(typed.getByText('Dua kendaraan ditunda karena hujan')).toBeVisible();
  await page.reload();
  await expect(typed.getByText('Dua kendaraan ditunda karena hujan')).toBeVisible();
  await typed.getByRole('button', { name: 'Buang' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Buang' }).click();
  await expect(typed).toBeHidden();
});
