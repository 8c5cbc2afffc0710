// From the closed list to the accounts: what is missing is named, entered, and the sheet comes out to the rupiah. The
// person reads how they are paid, and takes their slip along, without a network.

import { readSheet } from 'read-excel-file/node';
import { formatMonth } from '#client/i18n/format.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, TREASURER } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const MONTH = '2026-10';
test.use({ time: new Date('2026-11-24T02:00:00.000Z') });

test('the treasurer completes what is missing and pays by a sheet that comes out', async ({ newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const { page } = desk;
  await desk.signIn(TREASURER);
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /Daftar TPP/ }).click();
  await page.getByRole('button', { name: 'Susun daftar' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Susun daftar' }).click();
  await expect(page.getByText('Disusun, menunggu diperiksa')).toBeVisible();

  await page.getByRole('link', { name: 'Buka lembar bersih' }).click();
  await expect(page.getByText('2 pegawai belum lengkap')).toBeVisible();
  await expect(page.getByText('Daftar belum disetujui: lembar ini bertanda DRAF.')).toBeVisible();
  await expect(page.getByText('Belum ada: Nomor rekening', { exact: true })).toBeVisible();
  await expect(page.getByText(/cocok$/)).toHaveCount(3);

  await page.getByRole('link', { name: 'Lengkapi data pembayaran' }).click();
  await expect(page.getByText('24 dari 26 pegawai lengkap')).toBeVisible();
  await page.getByRole('button', { name: /^Isi: Hairunnisa/ }).click();
  await page.getByLabel('Nomor rekening').fill('12AB');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Nomor rekening terdiri dari 5 sampai 20 angka.')).toBeVisible();
  await page.getByLabel('Nomor rekening').fill('0077 1234 5678');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('25 dari 26 pegawai lengkap')).toBeVisible();

  await page.getByRole('button', { name: /^Isi: Nur Azizah/ }).click();
  await page.getByLabel('Status PTKP').selectOption('TK/0');
  await page.getByLabel('NPWP').fill('12.345.678.9-012.000');
  await page.getByLabel('Bank', { exact: true }).fill('Bank Kalsel');
  await page.getByLabel('Nomor rekening').fill('007712345679');
  await page.getByLabel('Penghasilan bruto dari daftar gaji').fill('4.300.000');
  await page.getByLabel('PPh 21 pada daftar gaji').fill('0');
  await page.getByLabel('Gaji dasar iuran BPJS').fill('4.050.000');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('26 dari 26 pegawai lengkap')).toBeVisible();

  await page.getByRole('link', { name: 'Buka lembar bersih' }).click();
  await expect(page.getByText(/cocok$/)).toHaveCount(3);
  await expect(page.getByText(/pegawai belum lengkap/)).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Unduh XLSX: Lembar/ }).click();
  const sheet = await readSheet(await (await download).path());
  const head = sheet.findIndex((row) => row.includes('BERSIH'));
  const column = (title: string) => sheet[head]?.indexOf(title) ?? -1;
  const rows = sheet.filter((row) => /^\d{8} \d{6} \d \d{3}$/.test(String(row[column('NIP')])));
  expect(rows).toHaveLength(26);
  const sum = (title: string) => rows.reduce((all, row) => all + Number(row[column(title)]), 0);
  expect(sum('BERSIH') + sum('PPH 21') + sum('BPJS 1 %')).toBe(sum('DIBAYAR'));
  const account = rows.find((row) => String(row[column('NAMA')]).startsWith('Hairunnisa'))?.[column('NOMOR REKENING')];
  expect(account).toBe('007712345678');
  const pdf = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Buat PDF: Lembar/ }).click();
  expect((await pdf).suggestedFilename()).toBe(`Lembar Bersih TPP ${MONTH}.pdf`);
});

test('the own slip goes along without a network, marked as a draft, beside how one is paid', async ({ newDevice }) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await phone.expectInstalled();
  await phone.setOffline(true);
  await phone.goTo('Akun');
  await page.getByRole('link', { name: /Slip TPP/ }).click();
  await page.getByLabel('Bulan').selectOption({ label: formatMonth(MONTH) });
  await expect(page.getByRole('heading', { name: 'Data pembayaran saya' })).toBeVisible();
  const pdf = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Buat PDF: Slip/ }).click();
  expect((await pdf).suggestedFilename()).toBe(`Slip TPP ${MONTH}.pdf`);
});

test('how people are paid comes from a file, and what cannot be used is named', async ({ newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const { page } = desk;
  await desk.signIn(TREASURER);
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /Data pembayaran/ }).click();
  await expect(page.getByText('24 dari 26 pegawai lengkap')).toBeVisible();
  await page.getByRole('link', { name: 'Isi dari berkas' }).click();
  const rows = [
    'NIP;PTKP;NPWP;Bank;Nomor Rekening;Bruto Gaji;PPh Gaji;Dasar BPJS',
    '199711302024212002;TK/0;1234567890123456;Bank Kalsel;0077123456;4.300.000;0;4.050.000',
    `${EMPLOYEE.nip};K/9;;;;;;`,
  ];
  const file = { name: 'gaji.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  await page.getByLabel('Pilih berkas').setInputFiles(file);
  await expect(page.getByText('2 baris dibaca: isian untuk 1 pegawai, 1 masalah')).toBeVisible();
  await expect(page.getByText(/Baris 3.*Status PTKP tidak dikenal.*K\/9/)).toBeVisible();
  await expect(page.getByText(/Nomor rekening: 0077123456; .*Rp\s4\.300\.000/)).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('25 dari 26 pegawai lengkap')).toBeVisible();
});

test.describe('in January', () => {
  test.use({ time: new Date('2027-01-06T02:00:00.000Z') });

  test('the tax of December is that of the year: what is missing is asked by name, then it is reckoned', async ({
    newDevice,
  }) => {
    const desk = await newDevice({ viewport: PC });
    const { page } = desk;
    await desk.signIn(TREASURER);
    await desk.goTo('Kelola');
    await page.getByRole('link', { name: /Daftar TPP/ }).click();
    await page.getByRole('button', { name: 'Susun daftar' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Susun daftar' }).click();
    await expect(page.getByText('Disusun, menunggu diperiksa')).toBeVisible();
    await page.getByRole('link', { name: 'Buka lembar bersih' }).click();
    await expect(page.getByText('26 pegawai belum lengkap')).toBeVisible();
    await expect(
      page.getByText(/Iuran pensiun dan hari tua setahun.*\(tanpa daftar TPP lengkap: Januari, .*November\)/).first(),
    ).toBeVisible();

    await page.getByRole('link', { name: 'Lengkapi data pembayaran' }).click();
    await page.getByRole('button', { name: new RegExp(`^Isi: ${EMPLOYEE.name}`) }).click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByText(/untuk bulan tanpa daftar TPP lengkap di sini: Januari, Februari/).first(),
    ).toBeVisible();
    await dialog.getByLabel('THR atau gaji ke-13 bulan ini', { exact: true }).fill('0');
    await dialog.getByLabel('Iuran pensiun dan hari tua setahun').fill('2.150.000');
    await dialog.getByLabel('Penghasilan bruto bulan lain tahun ini').fill('80.000.000');
    await dialog.getByLabel('PPh 21 bulan lain tahun ini').fill('350.000');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByText('1 dari 26 pegawai lengkap')).toBeVisible();

    await page.getByRole('link', { name: 'Buka lembar bersih' }).click();
    await expect(
      page.getByText(/Setahun: bruto Rp\s[\d.]+ − biaya jabatan .* sudah dipotong Rp\s350\.000/),
    ).toBeVisible();
    await expect(page.getByText(/cocok$/)).toHaveCount(3);
  });
});
