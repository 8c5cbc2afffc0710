// The allowance of a month from the attendance file to the slip on the employee's phone, and a rule that changes it.

import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { formatDate, formatMonth, formatRupiah } from '#client/i18n/format.ts';
import { formatNip } from '#shared/people/rules/nip.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { type Device, PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, FINANCE, HEAD, TREASURER } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const TODAY = plainDate(new Date().toISOString(), 'Asia/Makassar');
const MONTH = addDays(`${TODAY.slice(0, 7)}-01`, -1).slice(0, 7);
const MONTH_NAME = formatMonth(MONTH);
/** The first Tuesday of the month: a working day unless the calendar says otherwise, which the demo data follows, too. */
const DAY = [1, 2, 3, 4, 5, 6, 7]
  .map((day) => `${MONTH}-0${day}`)
  .find((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 2) as string;

async function openPayroll(desk: Device): Promise<void> {
  await desk.goTo('Kelola');
  await desk.page.getByRole('link', { name: /Daftar TPP/ }).click();
  await expect(desk.page.getByRole('heading', { name: MONTH_NAME })).toBeVisible();
}

test('a month from the attendance file to the slip on the phone', async ({ newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const { page } = desk;
  await desk.signIn(TREASURER);

  // The file of the machine: one good row, and four that cannot be used.
  const [year, month, day] = DAY.split('-');
  const date = `${day}-${month}-${year}`;
  const file = join(tmpdir(), `hadir-${process.pid}.csv`);
  const rows = [
    ['NIP', 'Nama', 'Tanggal', 'Masuk', 'Pulang', 'Keterangan'],
    [EMPLOYEE.nip, EMPLOYEE.name, date, '08:15', '16:05', ''],
    ['1,98812E+17', 'Rusak', date, '07:20', '16:05', ''],
    ['198812042014021999', 'Tidak dikenal', date, '07:20', '16:05', ''],
    [EMPLOYEE.nip, EMPLOYEE.name, '31-02-2026', '07:20', '16:05', ''],
    [EMPLOYEE.nip, EMPLOYEE.name, date, '07:20', '16:05', ''],
  ];
  await writeFile(file, rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n'));
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /^Kehadiran/ }).click();
  await page.getByLabel('Pilih berkas').setInputFiles(file);
  // Which of its numbers is the day, a file of the first days of a month mostly leaves open.
  if (day !== month && `${year}-${day}-${month}` <= TODAY) {
    await page.getByLabel(`“${date}” adalah tanggal berapa?`).selectOption(formatDate(DAY));
    await page.getByRole('button', { name: 'Pakai jawaban ini' }).click();
  }
  await expect(page.getByText('4 masalah: baris ini tidak ikut disimpan')).toBeVisible();
  await expect(page.getByText(/Baris 3: NIP rusak oleh program pengolah angka/)).toBeVisible();
  await expect(page.getByText(/Baris 4: NIP tidak dikenal/)).toBeVisible();
  await expect(page.getByText(/Baris 5: Tanggal tidak terbaca/)).toBeVisible();
  await expect(page.getByText(/Baris 6: Hari ini sudah ada/)).toBeVisible();
  await page.getByRole('button', { name: 'Simpan kehadiran' }).click();
  await expect(page.getByText('1 hari kehadiran disimpan')).toBeVisible();

  await openPayroll(desk);
  await page.getByRole('button', { name: 'Susun daftar' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Susun daftar' }).click();
  await expect(page.getByText('Disusun, menunggu diperiksa')).toBeVisible();

  // What the treasurer hands on adds up to the same rupiah.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh XLSX' }).click();
  const sheet = await readSheet(await (await download).path());
  const paid = sheet.filter((row) => /^\d{8} \d{6} \d \d{3}$/.test(String(row[1]))).map((row) => Number(row.at(-1)));
  expect(paid).toHaveLength(26);
  const sum = paid.reduce((total, amount) => total + amount, 0);
  const total = formatRupiah(String(sum));
  expect(sheet.at(-1)?.at(-1)).toBe(sum);
  await expect(page.getByText(total, { exact: true })).toBeVisible();
  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  expect(await readFile(await (await csv).path(), 'utf8')).toContain(`;${formatNip(EMPLOYEE.nip)};`);

  // The superior is told on the team screen; the head approves.
  const finance = await newDevice({ viewport: PC });
  await finance.signIn(FINANCE);
  await finance.goTo('Tim');
  await finance.page.getByRole('link', { name: `Daftar TPP ${MONTH_NAME} menunggu Anda` }).click();
  await finance.page.getByRole('button', { name: 'Nyatakan sudah diperiksa' }).click();
  await expect(finance.page.getByText('Diperiksa, menunggu persetujuan kepala')).toBeVisible();
  const head = await newDevice();
  await head.signIn(HEAD);
  await head.goTo('Tim');
  await head.page.getByRole('link', { name: `Daftar TPP ${MONTH_NAME} menunggu Anda` }).click();
  await head.page.getByRole('button', { name: 'Setujui untuk dibayar' }).click();
  await head.page.getByRole('dialog').getByRole('button', { name: 'Setujui untuk dibayar' }).click();
  await expect(head.page.getByText(/Disetujui oleh H\. Rahmadi Noor/)).toBeVisible();

  // The employee reads why, without a network.
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await phone.goTo('Akun');
  await phone.page.getByRole('link', { name: /Slip TPP/ }).click();
  await phone.page.getByLabel('Bulan').selectOption({ label: MONTH_NAME });
  await expect(phone.page.getByText('Disetujui, tidak berubah lagi')).toBeVisible();
  await expect(phone.page.getByText(/TL2, terlambat 31–60 menit \(08\.15–16\.05\)/)).toBeVisible();
  await expect(phone.page.getByText('Kelas jabatan 8: Rp 2.950.000 sebulan')).toBeVisible();
  await expect(phone.page.getByText(/kegiatan dihitung/)).toBeVisible();

  // The machine was wrong: what is closed stays, the difference is paid with this month.
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /^Kehadiran/ }).click();
  await writeFile(file, `NIP;Nama;Tanggal;Masuk;Pulang;Keterangan\n${EMPLOYEE.nip};x;${date};07:20;16:05;`);
  await page.getByLabel('Pilih berkas').setInputFiles(file);
  await page.getByRole('button', { name: 'Simpan kehadiran' }).click();
  await expect(page.getByText('1 hari kehadiran disimpan')).toBeVisible();
  await openPayroll(desk);
  await expect(page.getByText(total, { exact: true })).toBeVisible();
  // 2,950,000 x 40 % x 1 %
  const differs = page.getByRole('row', { name: new RegExp(`${EMPLOYEE.name}.*Selisih setelah ditutup: Rp 11\\.800`) });
  await differs.getByRole('link', { name: EMPLOYEE.name }).click();
  await page.getByRole('button', { name: 'Catat koreksi' }).click();
  await page.getByLabel('Alasan').fill('Jam mesin keliru');
  await page.getByRole('dialog').getByRole('button', { name: 'Catat koreksi' }).click();
  await expect(page.getByText('Koreksi dicatat')).toBeVisible();
  await expect(page.getByText('Selisih setelah ditutup')).toHaveCount(0);
  await phone.setOffline(false);
  await phone.page.getByLabel('Bulan').selectOption({ label: formatMonth(TODAY.slice(0, 7)) });
  await expect(phone.page.getByText('Jam mesin keliru')).toBeVisible();
  await expect(phone.page.getByText(`Koreksi ${MONTH_NAME}`)).toBeVisible();
});

test('a rule shows whom it changes before it is adopted, and never reaches back by accident', async ({ newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const { page } = desk;
  await desk.signIn(ADMINISTRATOR);
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /Aturan instansi/ }).click();
  await page.getByRole('link', { name: /Aturan TPP/ }).click();
  await page.getByLabel('Kelas 9').fill('3600000');
  await page.getByLabel('Produktivitas', { exact: true }).fill('70');
  await expect(page.getByText('Jumlah kedua bobot harus 100 %.')).toBeVisible();
  await page.getByLabel('Produktivitas', { exact: true }).fill('60');
  await page.getByLabel('Berlaku mulai').fill(`${MONTH}-01`);
  await page.getByRole('button', { name: 'Lihat dampaknya' }).click();
  await expect(page.getByText('Wajib diisi.')).toBeVisible();
  await page.getByLabel('Alasan berlaku surut').fill('Peraturan bupati berlaku surut');
  await page.getByRole('button', { name: 'Lihat dampaknya' }).click();
  await expect(page.getByRole('heading', { name: `Mengubah TPP ${MONTH_NAME}` })).toBeVisible();
  await expect(page.getByText('Mengubah TPP 9 dari 26 pegawai.').first()).toBeVisible();
  // What was shown is of these rules: a change asks to look again.
  await page.getByLabel('Kelas 9').fill('3700000');
  await expect(page.getByRole('button', { name: 'Tetapkan' })).toBeHidden();
  await page.getByRole('button', { name: 'Lihat dampaknya' }).click();
  await page.getByRole('button', { name: 'Tetapkan' }).click();
  await expect(page.getByText('Aturan ditetapkan')).toBeVisible();
  await expect(page.getByText('Peraturan bupati berlaku surut')).toBeVisible();
  await desk.expectState(/Semua terkirim/);
});

test('the calendar of a year to come is pasted from the decree', async ({ newDevice }) => {
  const desk = await newDevice();
  const { page } = desk;
  await desk.signIn(ADMINISTRATOR);
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /Aturan instansi/ }).click();
  await page.getByRole('link', { name: /Hari libur/ }).click();
  const next = Number(TODAY.slice(0, 4)) + 1;
  await page.getByLabel('Tahun').selectOption(String(next));
  await page.getByRole('radio', { name: 'Tempel daftar hari libur' }).check();
  await page.getByRole('textbox', { name: 'Tempel daftar hari libur' }).fill(`${next}-01-01; Tahun Baru\nbesok; Libur`);
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Baris 2: Tanggal tidak terbaca (“besok”)' }),
  ).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Tempel daftar hari libur' })
    .fill(`${next}-01-01; Tahun Baru\n${next}-03-09; Nyepi; cuti bersama`);
  await page.getByRole('button', { name: 'Lihat dampaknya' }).click();
  await page.getByRole('button', { name: 'Simpan hari' }).click();
  await expect(page.getByText('Kalender diperbarui')).toBeVisible();
  await expect(page.getByText('Nyepi', { exact: true })).toBeVisible();

  // Or comes as a file: what its dates leave open is asked, and what cannot be used is named.
  await page.getByRole('radio', { name: 'Dari berkas' }).check();
  const rows = ['Tanggal;Keterangan', `03/05/${next};Waisak`, `04/05/${next};`];
  const file = { name: 'libur.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  await page.getByLabel('Pilih berkas').setInputFiles(file);
  await page.getByLabel(`“03/05/${next}” adalah tanggal berapa?`).selectOption(formatDate(`${next}-05-03`));
  await expect(page.getByText('2 baris dibaca: 1 hari, 1 masalah')).toBeVisible();
  await expect(page.getByText(/Baris 3.*Nama hari kosong/)).toBeVisible();
  await page.getByRole('button', { name: 'Lihat dampaknya' }).click();
  await page.getByRole('button', { name: 'Simpan hari' }).click();
  await expect(page.getByText('Waisak', { exact: true })).toBeVisible();
  await desk.expectState(/Semua terkirim/);
});

test('what holds for one person is entered with its paper, stands on the slip with it, and goes when it was wrong', async ({
  newDevice,
}) => {
  const desk = await newDevice();
  const { page } = desk;
  await desk.signIn(TREASURER);
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /Ketentuan TPP pegawai/ }).click();
  // The agency has others.
  await expect(page.getByText('Jumberi')).toBeVisible();
  const entry = page.getByRole('listitem').filter({ hasText: EMPLOYEE.name });
  const add = async (until: string) => {
    await page.getByRole('button', { name: 'Tambah ketentuan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Pegawai').selectOption({ label: `${EMPLOYEE.name} (${EMPLOYEE.nip})` });
    await dialog.getByLabel('Mulai').fill(`${TODAY.slice(0, 7)}-01`);
    await dialog.getByLabel('Sampai').fill(until);
    await dialog.getByLabel('Dasar').fill('SK 800/12/2026');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
  };
  await add('');
  await expect(page.getByRole('dialog').getByText('Wajib diisi.')).toBeVisible();
  await page
    .getByRole('dialog')
    .getByLabel('Sampai')
    .fill(addDays(`${TODAY.slice(0, 7)}-01`, 14));
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Ketentuan ini berlaku per bulan penuh.')).toBeVisible();
  const lastDay = addDays(`${addDays(`${TODAY.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1);
  await page.getByRole('dialog').getByLabel('Sampai').fill(lastDay);
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(entry.getByText(/Hukuman disiplin, 25 %/)).toBeVisible();
  // The same again is refused, and the form keeps what stands in it.
  await add(lastDay);
  await expect(page.getByText(/Pegawai ini sudah punya ketentuan yang sama/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();

  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await phone.goTo('Akun');
  await phone.page.getByRole('link', { name: /Slip TPP/ }).click();
  const line = phone.page.getByText(/Hukuman disiplin: dipotong 25 % dari seluruh TPP.*\(SK 800\/12\/2026\)/);
  await expect(line).toBeVisible();

  await entry.getByRole('button', { name: 'Akhiri atau batalkan' }).click();
  await page.getByRole('dialog').getByLabel('Yang dilakukan').selectOption('withdraw');
  await page.getByRole('dialog').getByLabel('Alasan').fill('Pegawai yang keliru');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Dibatalkan', { exact: true })).toBeVisible();
  await expect(page.getByText(/Pegawai yang keliru/)).toBeVisible();
  await expect(line).toBeHidden();
});
