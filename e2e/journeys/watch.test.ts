// Monitoring Pengisian: an administrator finds who has not filled in, from the units down to the people, and takes the list
// along; a superior finds it of the own team, without a network as well.

import { readFile } from 'node:fs/promises';
import { PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('an administrator goes from a unit to its people who lack a plan, and takes them along as a file', async ({
  newDevice,
}) => {
  const pc = await newDevice({ viewport: PC });
  const { page } = pc;
  await pc.signIn(ADMINISTRATOR);
  await pc.goTo('Kelola');
  await page.getByRole('link', { name: /Pemantauan pengisian/ }).click();
  await page.getByRole('button', { name: 'Sekretariat', exact: true }).click();
  await expect(page.getByText('Sekretariat, dengan unit di bawahnya')).toBeVisible();
  await page.getByLabel('Tampilkan').selectOption({ label: 'Belum punya SKP (1)' });
  await expect(page.getByRole('row', { name: /Abdul Hamid.*Belum punya SKP/ })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  const csv = await readFile(await (await downloading).path(), 'utf8');
  expect(csv).toMatch(/Abdul Hamid;19690311 199203 1 013;Subbagian Umum dan Kepegawaian;Belum punya SKP;/);
  expect(csv.trim().split('\n')).toHaveLength(2);
  const workbook = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh XLSX' }).click();
  expect((await workbook).suggestedFilename()).toMatch(/^Pemantauan pengisian \d{4}-\d\d\.xlsx$/);

  await page.getByRole('button', { name: 'Semua unit' }).click();
  await expect(page.getByRole('button', { name: 'Dinas Perhubungan', exact: true })).toBeVisible();
  // What only the server knows is told as that, not as nothing.
  await pc.setOffline(true);
  await page.getByLabel('Bulan').selectOption({ index: 1 });
  await expect(page.getByRole('button', { name: 'Coba lagi' })).toBeVisible();
});

test('a superior finds the own team on the phone without a network', async ({ newDevice }) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(SUPERVISOR);
  await phone.goTo('Tim');
  await page.getByRole('link', { name: 'Pemantauan tim' }).waitFor();
  await phone.setOffline(true);
  await page.getByRole('link', { name: 'Pemantauan tim' }).click();
  await expect(page.getByRole('link', { name: new RegExp(EMPLOYEE.name) })).toBeVisible();
  await page.reload();
  await page.getByLabel('Tampilkan').selectOption('unrated');
  await page.getByRole('link', { name: new RegExp(EMPLOYEE.name) }).click();
  await expect(page.getByRole('heading', { name: EMPLOYEE.name })).toBeVisible();
});
