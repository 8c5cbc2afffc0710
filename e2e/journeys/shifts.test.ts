// Night duty, from the plan to the pay: the office says who works in shifts, the head of the unit plans them on a phone
// without a network, the machine's file is read, and slip and payroll follow the plan.

import { formatDate, formatDay, formatMonth } from '#client/i18n/format.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, SUPERVISOR, TREASURER } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const TODAY = plainDate(new Date().toISOString(), 'Asia/Makassar');
const NIGHT = addDays(TODAY, -1);
const MONTH = NIGHT.slice(0, 7);
/** Far enough from the night. */
const DOUBLE = `${MONTH}-${Number(NIGHT.slice(8)) > 10 ? '05' : '20'}`;
const QUICK = `${MONTH}-${Number(NIGHT.slice(8)) > 10 ? '03' : '22'}`;

test('a unit head plans nights offline, and slip and payroll follow', async ({ newDevice }) => {
  test.slow();
  const office = await newDevice({ viewport: PC });
  await office.signIn(ADMINISTRATOR);
  await office.goTo('Kelola');
  await office.page.getByRole('link', { name: /^Aturan/ }).click();
  await office.page.getByRole('link', { name: /^Jam kerja kelompok/ }).click();
  await office.page.getByLabel('Jenis').selectOption({ label: 'Bekerja dengan jadwal sif' });
  await office.page.getByLabel('Berlaku untuk').selectOption({ label: 'Pegawai' });
  await office.page.getByRole('checkbox', { name: EMPLOYEE.name }).check();
  await office.page.getByLabel('Mulai berlaku').fill(`${MONTH}-01`);
  const backward = office.page.getByLabel('Alasan berlaku surut');
  if (`${MONTH}-01` < TODAY) await backward.fill('Surat tugas terminal');
  await office.page.getByRole('button', { name: 'Tetapkan' }).click();
  await expect(office.page.getByText(`${EMPLOYEE.name}, sejak ${formatDate(`${MONTH}-01`)}`)).toBeVisible();
  // The same again would hold on the same days.
  await office.page.getByLabel('Jenis').selectOption({ label: 'Paruh waktu' });
  await office.page.getByLabel('Berlaku untuk').selectOption({ label: 'Pegawai' });
  await office.page.getByRole('checkbox', { name: EMPLOYEE.name }).check();
  await office.page.getByLabel('Mulai berlaku').fill(TODAY);
  await office.page.getByRole('button', { name: 'Tetapkan' }).click();
  await expect(office.page.getByText(/^Sudah berlaku “Bekerja dengan jadwal sif”/)).toBeVisible();
  await office.expectState(/Semua terkirim/);

  const phone = await newDevice();
  await phone.signIn(SUPERVISOR);
  await phone.goTo('Tim');
  await phone.page.getByRole('link', { name: 'Jadwal sif' }).click();
  await phone.page.getByLabel('Bulan').selectOption({ label: formatMonth(MONTH) });
  await expect(phone.page.getByText(/hari belum ada sif/).first()).toBeVisible();
  await phone.setOffline(true);
  const cell = (date: string) => phone.page.getByRole('button', { name: `${EMPLOYEE.name}, ${formatDay(date)}: ` });
  await phone.page.getByText('Malam 21.00–07.00').click();
  await cell(NIGHT).click();
  await expect(cell(NIGHT)).toHaveAccessibleName(/: Malam 21\.00–07\.00$/);
  await phone.page.getByText('Pagi 07.00–14.00').click();
  await cell(DOUBLE).click();
  await expect(cell(DOUBLE)).toHaveAccessibleName(/: Pagi 07\.00–14\.00$/);
  await phone.page.getByText('Siang 14.00–21.00').click();
  await phone.page.getByLabel('Pasang di samping sif yang sudah ada').check();
  await cell(DOUBLE).click();
  await expect(cell(DOUBLE)).toHaveAccessibleName(/: Pagi 07\.00–14\.00, Siang 14\.00–21\.00$/);
  await expect(phone.page.getByText(`${formatDay(DOUBLE)}: dua sif sehari (Pagi, Siang)`)).toBeVisible();

  // Two shifts tapped upon one day before the first shows: the second takes its place, as it would a moment later.
  await phone.page.getByLabel('Pasang di samping sif yang sudah ada').uncheck();
  const slow = await phone.context.newCDPSession(phone.page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await cell(QUICK).evaluate((button: HTMLElement) => {
    const tap = (shift: string) => {
      const labels = [...document.querySelectorAll('label')];
      labels.find((label) => label.textContent?.includes(shift))?.click();
      return new Promise((resolve) => requestAnimationFrame(resolve)).then(() => button.click());
    };
    return tap('Malam 21.00').then(() => tap('Pagi 07.00'));
  });
  await expect(cell(QUICK)).toHaveAccessibleName(/: Pagi 07\.00–14\.00$/);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });

  // Closed and opened again without a network: the plan is there, and goes out by itself.
  await phone.close();
  await phone.open();
  await phone.page.goto(`${phone.network.origin}/persetujuan/jadwal`);
  await phone.page.getByLabel('Bulan').selectOption({ label: formatMonth(MONTH) });
  await expect(cell(NIGHT)).toHaveAccessibleName(/: Malam 21\.00–07\.00$/);
  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(TREASURER);
  await desk.goTo('Kelola');
  await desk.page.getByRole('link', { name: /^Kehadiran/ }).click();
  const rows = `NIP;Nama;Tanggal;Masuk;Pulang;Keterangan\n${EMPLOYEE.nip};x;${NIGHT};21:20;07:00;`;
  const file = { name: 'mesin.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
  await desk.page.getByLabel('Pilih berkas').setInputFiles(file);
  await desk.page.getByLabel(/21:20/).selectOption({ label: 'Ya, dinas malam: pulang keesokan harinya' });
  await desk.page.getByRole('button', { name: 'Pakai jawaban ini' }).click();
  await desk.page.getByRole('button', { name: 'Simpan kehadiran' }).click();
  await expect(desk.page.getByText('1 hari kehadiran disimpan')).toBeVisible();

  // Before the month is drawn up: who has two shifts, and which days have none.
  await desk.page.goto(`${desk.network.origin}/kelola/tpp/${MONTH}`);
  const before = desk.page.locator('section').filter({ hasText: 'Sif yang perlu dilihat sebelum daftar disusun' });
  await expect(before.getByText(EMPLOYEE.name)).toBeVisible();
  await expect(before.getByText(`${formatDay(DOUBLE)}: dua sif sehari (Pagi, Siang)`)).toBeVisible();
  await expect(before.getByText(/hari belum ada sif/).first()).toBeVisible();

  const own = await newDevice();
  await own.signIn(EMPLOYEE);
  await own.page.goto(`${own.network.origin}/tpp`);
  await own.page.getByLabel('Bulan').selectOption({ label: formatMonth(MONTH) });
  const day = own.page.getByRole('listitem').filter({ hasText: 'menurut Malam, 21.00–07.00' });
  await expect(day).toContainText('TL1');
  await expect(day).not.toContainText('PSW');
  await own.setOffline(true);
  await own.page.goto(`${own.network.origin}/jadwal`);
  await own.page.getByLabel('Bulan').selectOption({ label: formatMonth(MONTH) });
  await expect(own.page.getByRole('listitem').filter({ hasText: formatDay(NIGHT) })).toContainText(
    'Sif Malam, 21.00–07.00',
  );
});
