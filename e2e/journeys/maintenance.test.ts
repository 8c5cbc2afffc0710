// An administrator announces maintenance; everybody reads until when and why, goes on working, and comes back alone.

import { logActivity, storedTitles } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('maintenance is announced to everybody, work goes on, and everything is sent when it ends', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  const desk = await newDevice({ viewport: PC });
  await desk.signIn(ADMINISTRATOR);
  await desk.goTo('Kelola');
  await desk.page.getByRole('link', { name: 'Pemeliharaan server' }).click();
  await expect(desk.page.getByText('Server berjalan biasa')).toBeVisible();
  await desk.page.getByRole('button', { name: 'Mulai pemeliharaan' }).click();
  await expect(desk.page.getByText('Wajib diisi.')).toBeVisible();
  await desk.page.getByLabel('Pesan untuk pegawai').fill('Pemindahan server ke ruang baru');
  await desk.page.getByRole('button', { name: 'Mulai pemeliharaan' }).click();
  // Nothing stops before it is confirmed.
  await expect(desk.page.getByText('Mulai pemeliharaan sekarang?')).toBeVisible();
  await desk.page.getByRole('button', { name: 'Batal', exact: true }).click();
  await desk.page.reload();
  await expect(desk.page.getByText('Server berjalan biasa')).toBeVisible();
  await desk.page.getByRole('button', { name: 'Mulai pemeliharaan' }).click();
  await desk.page.getByRole('button', { name: 'Ya, mulai' }).click();
  await expect(desk.page.getByText(/Sedang dipelihara sampai/)).toBeVisible();

  await phone.expectState(/Server dipelihara sampai .*\d\d\.\d\d/);
  await logActivity(phone.page, { title: 'Piket terminal' });
  await phone.expectState(/Server dipelihara sampai .*Tersimpan di perangkat, 1 menunggu/);
  await phone.page.getByRole('link', { name: /Server dipelihara/ }).click();
  await expect(phone.page.getByText('Pemindahan server ke ruang baru')).toBeVisible();

  await desk.page.getByRole('button', { name: 'Akhiri sekarang' }).click();
  await expect(desk.page.getByText('Server berjalan biasa')).toBeVisible();
  await phone.expectState(/Semua terkirim/, { timeout: 60_000 });
  expect(await storedTitles(server, EMPLOYEE.id, 'Piket terminal')).toEqual(['Piket terminal']);
});

test('an employee cannot reach the page of the administrator', async ({ newDevice }) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await phone.page.goto(`${phone.network.origin}/kelola/pemeliharaan`);
  await expect(phone.page.getByRole('heading', { name: /^Halo/ })).toBeVisible();
});
