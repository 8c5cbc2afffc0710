// The treasurer brings the files of two machines: an old .xls that knows persons by numbers, and a workbook of two sheets
// with the rows of a large agency. They are read beside the page, under the page's own content policy.

import { type BookType, utils, write } from '@e965/xlsx';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { type Device, PC } from '../support/device.ts';
import { EMPLOYEE, TREASURER } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const TODAY = plainDate(new Date().toISOString(), 'Asia/Makassar');
const YESTERDAY = addDays(TODAY, -1);

function fileOf(name: string, sheets: Record<string, unknown[][]>, bookType: BookType) {
  const book = utils.book_new();
  for (const [sheet, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), sheet);
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(write(book, { type: 'array', bookType })) };
}

async function openAttendance(desk: Device): Promise<void> {
  await desk.signIn(TREASURER);
  await desk.goTo('Kelola');
  await desk.page.getByRole('link', { name: /^Kehadiran/ }).click();
}

test('a machine’s number is paired and a remark decided once, then the same file is simply saved', async ({
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const { page } = desk;
  await openAttendance(desk);
  const titles = ['No. ID', 'Nama', 'Tanggal', 'Jam Masuk', 'Jam Pulang', 'Scan Masuk', 'Scan Pulang', 'Keterangan'];
  const rows = [
    titles,
    ['7', EMPLOYEE.name, YESTERDAY, '07:30', '16:00', '07:21', '16:04', ''],
    ['7', EMPLOYEE.name, addDays(YESTERDAY, -1), '07:30', '16:00', '', '', 'Diklat'],
    ['7', EMPLOYEE.name, '1926-10-06', '07:30', '16:00', '07:21', '16:04', ''],
  ];
  const file = fileOf('mesin.xls', { Laporan: rows }, 'biff8');
  await page.getByLabel('Pilih berkas').setInputFiles(file);

  // The name in the file is that of one employee: whose number it is, is proposed.
  await expect(page.getByLabel(/^7 · /)).toHaveValue(EMPLOYEE.id);
  await expect(page.getByRole('button', { name: 'Simpan kehadiran' })).toBeHidden();
  await page.getByRole('button', { name: 'Pakai jawaban ini' }).click();
  await page.getByLabel(/“Diklat”/).selectOption({ label: 'Dinas: tidak dipotong' });
  await page.getByRole('button', { name: 'Pakai jawaban ini' }).click();
  await expect(page.getByText('3 baris dibaca: 2 hari dari 1 pegawai, 1 masalah')).toBeVisible();
  await expect(page.getByText(/Baris 4: Tahun tidak masuk akal/)).toBeVisible();
  await expect(page.getByText('datang 07:21, pulang 16:04')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan kehadiran' }).click();
  await expect(page.getByText('2 hari kehadiran disimpan')).toBeVisible();

  await page.getByLabel('Pilih berkas').setInputFiles(file);
  await expect(page.getByText('3 baris dibaca: 2 hari dari 1 pegawai, 1 masalah')).toBeVisible();
  await expect(page.getByText('Perlu dijawab dahulu')).toBeHidden();
  await page.getByRole('button', { name: 'Simpan kehadiran' }).click();
  await expect(page.getByText('2 hari kehadiran disimpan')).toBeVisible();
});

test('a large workbook of two sheets is read under the content policy, and reading can be ended', async ({
  newDevice,
}) => {
  const desk = await newDevice();
  const { page } = desk;
  await openAttendance(desk);
  const rows = Array.from({ length: 20_000 }, (_, index) => [
    ...[EMPLOYEE.nip, `${addDays(TODAY, -1 - (index % 300))} 07:${String(index % 60).padStart(2, '0')}:00`],
  ]);
  const sheets = { 'UPT A': [['NIP', 'Waktu'], ...rows], 'UPT B': [['NIP', 'Waktu'], rows[0] ?? []] };
  const file = fileOf('besar.xlsx', sheets, 'xlsx');
  await page.getByLabel('Pilih berkas').setInputFiles(file);
  // At once: a fast machine is done before a mouse would be there.
  await page.getByRole('button', { name: 'Batalkan' }).dispatchEvent('click');
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(page.getByText('besar.xlsx')).toBeHidden();

  await page.getByLabel('Pilih berkas').setInputFiles(file);
  const sheet = page.getByLabel('Lembar', { exact: true });
  await expect(sheet).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Cocokkan kolom')).toBeHidden();
  await sheet.selectOption('UPT A');
  await expect(page.getByText(/20\.000 baris dibaca: 300 hari dari 1 pegawai, 0 masalah/)).toBeVisible({
    timeout: 60_000,
  });
});
