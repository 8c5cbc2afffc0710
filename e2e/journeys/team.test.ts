// What a superior and the team do with each other in the course of the year: share out results, give feedback.

import { logActivity } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, type Person, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const NEWCOMER: Person = { id: 'adm-1', nip: '196903111992031013', name: 'Abdul Hamid' };
const SECTION_HEAD: Person = { id: 'kasubag-umum', nip: '198003052006042011', name: 'Siti Rahmah, S.AP.' };

test('a head shares a result out without a network, and the member takes it into the own SKP', async ({
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(SECTION_HEAD);
  await desk.goTo('Tim');
  await desk.setOffline(true);
  await page.getByRole('link', { name: 'Matriks peran hasil' }).click();
  await expect(page.getByText('Belum mendapat peran')).toBeVisible();
  await page.getByRole('button', { name: /^Beri peran: Abdul Hamid: Tertibnya administrasi/ }).click();
  await page.getByLabel('Peran atau hasil antara').fill('Terkelolanya surat kepegawaian');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Semua hasil terbagi')).toBeVisible();
  await desk.setOffline(false);
  await desk.expectState(/Semua terkirim/);

  const phone = await newDevice();
  await phone.signIn(NEWCOMER);
  await phone.goTo('SKP');
  await phone.page.getByLabel('Pendekatan').selectOption({ label: 'Kualitatif: RHK dengan uraian ekspektasi' });
  await phone.page.getByRole('button', { name: /^Susun SKP/ }).click();
  await expect(phone.page.getByText('Peran dari atasan untuk Anda')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Jadikan RHK' }).click();
  await expect(phone.page.getByLabel('Rencana hasil kerja')).toHaveValue('Terkelolanya surat kepegawaian');
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await phone.page.getByRole('button', { name: 'Ajukan ke atasan' }).click();
  await expect(phone.page.getByRole('alert')).toContainText(
    'Tuliskan ekspektasi untuk “Terkelolanya surat kepegawaian”',
  );
  await phone.page.getByRole('button', { name: 'Ubah RHK' }).click();
  await phone.page.getByLabel('Ekspektasi', { exact: true }).fill('Surat terjawab pada hari yang sama');
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await phone.page.getByRole('button', { name: 'Ajukan ke atasan' }).click();
  await expect(phone.page.getByText('Menunggu persetujuan').first()).toBeVisible();
  await phone.expectState(/Semua terkirim/);
  await expect(page.getByText('Di SKP-nya').first()).toBeVisible();
});

test('feedback reaches the other side', async ({ newDevice }) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await logActivity(phone.page, { title: 'Uji emisi yang diperhatikan' });
  await phone.page.getByRole('button', { name: /^Kirim ke atasan/ }).click();
  await phone.expectState(/Semua terkirim/);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name} Penguji`) }).click();
  await desk.page.getByRole('button', { name: 'Umpan balik: Uji emisi yang diperhatikan' }).click();
  await desk.page.getByLabel('Catatan untuk pegawai').fill('Rapi dan cepat, teruskan.');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Beri umpan balik' }).click();
  await expect(desk.page.getByRole('dialog')).toBeHidden();
  await expect(desk.page.getByText('Rapi dan cepat, teruskan.')).toBeVisible();

  await phone.goTo('Evaluasi');
  await phone.page.getByRole('link', { name: /^Tahun/ }).click();
  await expect(phone.page.getByText('Rapi dan cepat, teruskan.')).toBeVisible();
});
