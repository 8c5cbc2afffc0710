// Sessions end, people share PCs, and work waits: the queue survives all of it and is seen by nobody else.

import { sql } from 'kysely';
import { entry, logActivity, storedTitles } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('a session that ended while offline asks to sign in again, and then everything is sent', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await logActivity(phone.page, { title: 'Uji lampu' });
  await sql`delete from session`.execute(await server.database());
  await phone.setOffline(false);
  await phone.expectState(/Masuk lagi untuk mengirim.*Tersimpan di perangkat, 1 menunggu/);

  await logActivity(phone.page, { title: 'Uji klakson' });
  await phone.page.getByRole('link', { name: /Masuk lagi untuk mengirim/ }).click();
  await phone.page.getByRole('button', { name: 'Masuk lagi' }).click();
  await expect(phone.page.getByText(`Waktu masuk ${EMPLOYEE.name} sudah habis`)).toBeVisible();
  await phone.signIn(EMPLOYEE);
  expect(await storedTitles(server, EMPLOYEE.id, 'Uji %l%a%')).toEqual(
    expect.arrayContaining(['Uji klakson', 'Uji lampu']),
  );
});

test('signing out with unsent work warns, waits, and leaves when it is sent', async ({ server, newDevice }) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await logActivity(phone.page, { title: 'Piket malam' });
  await phone.goTo('Akun');
  await phone.page.getByRole('button', { name: 'Keluar' }).click();
  await expect(phone.page.getByText('1 pekerjaan belum terkirim.')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Tunggu sampai terkirim' }).click();
  await expect(phone.page.getByText('Menunggu terkirim.')).toBeVisible();
  await phone.setOffline(false);
  await expect(phone.page.getByRole('heading', { name: 'Masuk' })).toBeVisible({ timeout: 60_000 });
  expect(await storedTitles(server, EMPLOYEE.id, 'Piket malam')).toEqual(['Piket malam']);
});

test('work left unsent on a shared PC is neither seen nor sent by the next person, and goes when its owner returns', async ({
  server,
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  await desk.signIn(EMPLOYEE);
  await desk.setOffline(true);
  await logActivity(desk.page, { title: 'Rekap harian' });
  await desk.goTo('Akun');
  await desk.page.getByRole('button', { name: 'Keluar' }).click();
  await desk.page.getByRole('button', { name: 'Keluar, simpan di perangkat' }).click();
  await expect(
    desk.page.getByText(`Ada pekerjaan ${EMPLOYEE.name} yang belum terkirim.`, { exact: false }),
  ).toBeVisible();

  await desk.setOffline(false);
  await desk.signIn(SUPERVISOR);
  await expect(entry(desk.page, 'Rekap harian')).toBeHidden();
  expect(await storedTitles(server, EMPLOYEE.id, 'Rekap harian')).toEqual([]);
  await desk.goTo('Akun');
  await desk.page.getByRole('button', { name: 'Keluar' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Keluar' }).click();
  await desk.signIn(EMPLOYEE);
  await expect(entry(desk.page, 'Rekap harian')).toContainText('Di server');
  expect(await storedTitles(server, EMPLOYEE.id, 'Rekap harian')).toEqual(['Rekap harian']);
});

test('a wrong NIP or password is told in words', async ({ newDevice }) => {
  const { page } = await newDevice();
  const submit = page.getByRole('button', { name: 'Masuk', exact: true });
  await page.getByLabel('NIP').fill('19881304 201402 1 003');
  await page.getByLabel('Kata sandi', { exact: true }).fill('salah');
  await submit.click();
  await expect(page.getByText('Delapan angka pertama NIP (tanggal lahir) tidak benar.')).toBeVisible();
  await page.getByLabel('NIP').fill('19881204 201402 1 003');
  await submit.click();
  await expect(page.getByRole('alert')).toContainText('NIP atau kata sandi salah.');
});

test('a new password lets the other device ask to sign in again, with what is unsent on it', async ({ newDevice }) => {
  const [phone, pc] = [await newDevice(), await newDevice({ viewport: PC })];
  await pc.signIn(EMPLOYEE);
  await phone.signIn(EMPLOYEE);
  await pc.setOffline(true);
  await logActivity(pc.page, { title: 'Uji rem' });
  await phone.goTo('Akun');
  const { page } = phone;
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kata sandi sekarang').fill('bukan ini');
  await dialog.getByLabel('Kata sandi baru', { exact: true }).fill('sungai');
  await dialog.getByLabel('Ulangi kata sandi baru').fill('sungai negara');
  await dialog.getByRole('button', { name: 'Ganti' }).click();
  await expect(dialog.getByText('Paling sedikit 10 huruf atau angka.')).toBeVisible();
  await expect(dialog.getByText('Kedua kata sandi tidak sama.')).toBeVisible();
  await dialog.getByLabel('Kata sandi baru', { exact: true }).fill('sungai negara');
  await dialog.getByRole('button', { name: 'Ganti' }).click();
  await expect(dialog.getByText('Kata sandi sekarang tidak benar.')).toBeVisible();
  await dialog.getByLabel('Kata sandi sekarang').fill('amuntai-2026');
  await phone.setOffline(true);
  await dialog.getByRole('button', { name: 'Ganti' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await phone.setOffline(false);
  await dialog.getByRole('button', { name: 'Ganti' }).click();
  await expect(page.getByText('Kata sandi diganti')).toBeVisible();

  await pc.setOffline(false);
  await pc.expectState(/Masuk lagi untuk mengirim.*Tersimpan di perangkat, 1 menunggu/);
});
