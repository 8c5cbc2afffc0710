// The SKP of the year: composed by the employee without a network, returned with a note and approved by the supervisor.

import { PC } from '../support/device.ts';
import type { Person } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const NEWCOMER: Person = { id: 'adm-1', nip: '196903111992031013', name: 'Abdul Hamid' };
const HEAD_OF_SECTION: Person = { id: 'kasubag-umum', nip: '198003052006042011', name: 'Siti Rahmah, S.AP.' };

test('an SKP is composed offline, returned with a note, mended and approved', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(NEWCOMER);
  await phone.setOffline(true);
  await page.getByRole('link', { name: 'Anda belum punya SKP tahun ini' }).click();
  await page.getByRole('button', { name: /^Susun SKP \d{4}$/ }).click();
  await page.getByRole('button', { name: 'Ajukan ke atasan' }).click();
  await expect(page.getByRole('alert')).toContainText('Tambahkan sedikitnya satu RHK utama.');

  await page.getByRole('button', { name: 'Tambah RHK' }).click();
  await page.getByLabel('Rencana hasil kerja').fill('Terkelolanya surat menyurat kantor');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Ajukan ke atasan' }).click();
  await expect(page.getByRole('alert')).toContainText('Pilih RHK pimpinan untuk “Terkelolanya surat menyurat kantor”.');
  await expect(page.getByRole('alert')).toContainText('Tambahkan sedikitnya satu IKI dengan target');

  await page.getByRole('button', { name: 'Ubah RHK' }).click();
  await page.getByLabel('RHK pimpinan yang diintervensi').selectOption({ label: 'Tertibnya administrasi kepegawaian' });
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Tambah IKI' }).click();
  await page.getByLabel('Indikator', { exact: true }).fill('Jumlah surat yang diagendakan');
  await page.getByLabel('Target', { exact: true }).fill('900');
  await page.getByLabel('Sampai').fill('800');
  await page.getByLabel('Satuan').fill('surat');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Batas atas target lebih kecil');
  await page.getByLabel('Sampai').fill('1000');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Target 900–1.000 surat')).toBeVisible();
  await page.getByRole('button', { name: 'Ajukan ke atasan' }).click();
  await expect(page.getByText('Menunggu persetujuan').first()).toBeVisible();
  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(HEAD_OF_SECTION);
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: NEWCOMER.name }).first().click();
  await expect(desk.page.getByText('Jumlah surat yang diagendakan')).toBeVisible();
  await desk.setOffline(true);
  await desk.page.getByRole('button', { name: 'Kembalikan SKP' }).click();
  await desk.page.getByLabel('Catatan untuk pegawai').fill('Tambahkan target waktu penyelesaian.');
  await desk.page.getByRole('button', { name: 'Kembalikan dengan catatan' }).click();
  await expect(desk.page.getByRole('dialog')).toBeHidden();
  await desk.setOffline(false);
  await desk.expectState(/Semua terkirim/);

  await expect(page.getByText('Tambahkan target waktu penyelesaian.')).toBeVisible();
  await page.getByRole('button', { name: 'Ubah IKI: Jumlah surat yang diagendakan' }).click();
  await page.getByLabel('Indikator', { exact: true }).fill('Jumlah surat yang diagendakan dalam satu hari');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Ajukan ke atasan' }).click();
  await phone.expectState(/Semua terkirim/);

  await expect(desk.page.getByText('Jumlah surat yang diagendakan dalam satu hari')).toBeVisible();
  // The plan changed before the superior's eyes: it is read before it is decided on.
  await desk.page.getByRole('button', { name: 'Sudah saya baca, lanjutkan' }).click();
  await desk.page.getByRole('button', { name: 'Setujui SKP' }).click();
  await desk.expectState(/Semua terkirim/);
  await expect(page.getByText('Disetujui. Kegiatan harian dicatat terhadap RHK di bawah ini.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tambah RHK' })).toBeHidden();
});
