// A day that the attendance machine has wrong: explained on the phone, agreed by the superior, accepted by the treasurer;
// and what becomes of it where the month was closed.

import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { formatFullDay, formatMonth } from '#client/i18n/format.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, FINANCE, HEAD, type Person, SUPERVISOR, TREASURER } from '../support/people.ts';
import type { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

const PHOTO = resolve(import.meta.dirname, '../support/photo-with-gps.jpg');
const TODAY = plainDate(new Date().toISOString(), 'Asia/Makassar');
const MONTH = addDays(`${TODAY.slice(0, 7)}-01`, -1).slice(0, 7);
/** The first Tuesday and Wednesday of the last month: working days unless the calendar says otherwise. */
const DAY = [1, 2, 3, 4, 5, 6, 7]
  .map((day) => `${MONTH}-0${day}`)
  .find((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 2) as string;
const NEXT = addDays(DAY, 1);

async function inOffice(server: ServerProcess, person: Person, name: string, args: object): Promise<void> {
  const mutations = [{ id: randomUUID(), name, v: 1, args, at: new Date().toISOString() }];
  const answer = await server.request(person, 'POST', '/api/office', { mutations });
  expect(await answer.json()).toMatchObject({ outcomes: [{ result: 'applied' }] });
}

/** What the server has of it. */
async function stored(server: ServerProcess) {
  const { rows } = await sql<{ text: string; state: string; revision: number }>`
    select text, state, revision from explanation where scope_id = ${`w:${EMPLOYEE.id}`} and not deleted`.execute(
    await server.database(),
  );
  return rows;
}

/** By the machine they came in time and did not scan on leaving. */
const forgetToScan = (server: ServerProcess, dates: readonly string[]) =>
  inOffice(server, TREASURER, 'attendance.record', {
    employeeId: EMPLOYEE.id,
    days: dates.map((date) => ({ date, arrival: '07:20', departure: null, duty: false })),
  });

async function close(server: ServerProcess, month: string): Promise<void> {
  expect((await server.request(TREASURER, 'POST', `/api/payroll/${month}/draw`, { id: randomUUID() })).status).toBe(
    200,
  );
  const seen = { month, revision: 1 };
  await inOffice(server, FINANCE, 'payroll.check', { ...seen, drawnBy: TREASURER.id });
  await inOffice(server, HEAD, 'payroll.approve', { ...seen, headId: HEAD.id });
}

test('a forgotten scan is explained offline with a photo, agreed to, accepted, and the slip shows both states', async ({
  server,
  newDevice,
}) => {
  await forgetToScan(server, [DAY]);
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);

  // From the slip, where it hurts.
  await phone.goTo('Akun');
  await page.getByRole('link', { name: /Slip TPP/ }).click();
  await page.getByLabel('Bulan').selectOption({ label: formatMonth(MONTH) });
  const line = page.getByRole('listitem').filter({ hasText: /tidak absen pulang \(07\.20––\)/ });
  await line.getByRole('link', { name: /Jelaskan hari ini/ }).click();
  await expect(page.getByText('Datang 07.20, pulang tidak tercatat')).toBeVisible();
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(page.getByText('Wajib diisi.')).toBeVisible();
  // A letter is asked for where the kind rests on one, and only there.
  await page.getByLabel('Yang terjadi').selectOption({ label: 'Dinas luar dengan surat tugas' });
  await expect(page.getByLabel('Nomor surat tugas')).toBeVisible();
  await page.getByLabel('Yang terjadi').selectOption({ label: 'Lupa absen atau mesin gagal' });
  await expect(page.getByLabel('Nomor surat tugas')).toBeHidden();
  await page.getByLabel('Jelaskan dengan singkat').fill('Mesin di lobi mati waktu pulang');
  await page.getByLabel('Tambah foto').setInputFiles(PHOTO);
  await expect(page.getByText('photo-with-gps.jpg')).toBeVisible();
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(page.getByText('Klarifikasi tersimpan, dikirim ke atasan begitu tersambung')).toBeVisible();
  // The slip says that it waits, and what it would save.
  await expect(page.getByText('Menunggu atasan')).toBeVisible();
  await expect(
    page.getByText(/Tanpa klarifikasi dipotong 1,5 %, dengan klarifikasi tidak dipotong: selisih Rp/),
  ).toBeVisible();
  await expect(page.getByText('Slip ini belum memakai klarifikasinya.')).toBeVisible();
  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);

  const superior = await newDevice();
  await superior.signIn(SUPERVISOR);
  await superior.goTo('Tim');
  const member = superior.page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name}.*1 klarifikasi`) });
  await member.first().click();
  await expect(superior.page.getByText('Mesin di lobi mati waktu pulang')).toBeVisible();
  await expect(superior.page.getByText('Datang 07.20, pulang tidak tercatat')).toBeVisible();
  const picture = superior.page.getByRole('list', { name: 'Bukti' }).locator('img');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth), {
      timeout: 60_000,
    })
    .toBe(192);
  await superior.page.getByRole('button', { name: 'Setujui klarifikasi' }).click();
  await expect(superior.page.getByText('Klarifikasi disetujui, diteruskan ke bendahara')).toBeVisible();
  await superior.expectState(/Semua terkirim/);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(TREASURER);
  await desk.page.getByRole('link', { name: '1 klarifikasi kehadiran menunggu keputusan Anda' }).click();
  await expect(desk.page.getByText('Mesin di lobi mati waktu pulang')).toBeVisible();
  await expect(desk.page.getByText(formatFullDay(DAY))).toBeVisible();
  await expect(desk.page.getByText(`Disetujui ${SUPERVISOR.name}`)).toBeVisible();
  const shown = desk.page.getByRole('list', { name: 'Bukti' }).locator('img');
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(192);
  await desk.page.getByRole('button', { name: `Terima klarifikasi ${EMPLOYEE.name}` }).click();
  await expect(desk.page.getByText('Klarifikasi diterima')).toBeVisible();
  await expect(desk.page.getByText('Tidak ada klarifikasi yang menunggu')).toBeVisible();

  await expect(page.getByText('Slip ini memakai klarifikasinya.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Diterima', { exact: true }).first()).toBeVisible();
  await expect(
    page.getByText(/Tanpa klarifikasi dipotong 1,5 %, dengan klarifikasi tidak dipotong: selisih Rp/),
  ).toBeVisible();
  await expect(line).toBeHidden();
});

test('it comes back with a note, is changed and sent again, and the treasurer refuses it with a reason', async ({
  server,
  newDevice,
}) => {
  await forgetToScan(server, [DAY]);
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await page.goto(`${phone.network.origin}/klarifikasi`);
  await page.getByRole('link', { name: new RegExp(`^${formatFullDay(DAY)}`) }).click();
  await page.getByLabel('Jelaskan dengan singkat').fill('Lupa');
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(page.getByText('Menunggu atasan')).toBeVisible();
  await phone.expectState(/Semua terkirim/);

  const superior = await newDevice();
  await superior.signIn(SUPERVISOR);
  await superior.page.goto(`${superior.network.origin}/persetujuan/${EMPLOYEE.id}`);
  await superior.page.getByRole('button', { name: 'Kembalikan' }).first().click();
  await superior.page.getByLabel('Catatan').fill('Jam berapa pulangnya?');
  await superior.page.getByRole('button', { name: 'Kembalikan klarifikasi' }).click();
  await superior.expectState(/Semua terkirim/);

  // What came back leads to its form from the first screen.
  await page.goto(phone.network.origin);
  await page.getByRole('link', { name: '1 klarifikasi dikembalikan atasan' }).click();
  await page
    .getByRole('link', { name: new RegExp(`^${formatFullDay(DAY)}`) })
    .first()
    .click();
  await expect(page.getByText('Jam berapa pulangnya?')).toBeVisible();
  await expect(page.getByLabel('Jelaskan dengan singkat')).toHaveValue('Lupa');
  await page.getByLabel('Jelaskan dengan singkat').fill('Pulang 16.10, disaksikan satpam');
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(page.getByText('Menunggu atasan')).toBeVisible();
  await expect
    .poll(() => stored(server), { timeout: 60_000 })
    .toEqual([{ text: 'Pulang 16.10, disaksikan satpam', state: 'submitted', revision: 2 }]);

  await expect(superior.page.getByText('Pulang 16.10, disaksikan satpam')).toBeVisible({ timeout: 60_000 });
  // It came again before the superior's eyes: it is read before it is decided on.
  await superior.page.getByRole('button', { name: 'Sudah saya baca, lanjutkan' }).click();
  await superior.page.getByRole('button', { name: 'Setujui klarifikasi' }).click();
  await superior.expectState(/Semua terkirim/);
  const desk = await newDevice({ viewport: PC });
  await desk.signIn(TREASURER);
  await desk.goTo('Kelola');
  await desk.page.getByRole('link', { name: /^Klarifikasi kehadiran/ }).click();
  await desk.page.getByRole('button', { name: `Tolak klarifikasi ${EMPLOYEE.name}` }).click();
  await desk.page.getByLabel('Alasan').fill('Satpam tidak bertugas hari itu');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Tolak klarifikasi' }).click();
  await expect(desk.page.getByText('Klarifikasi ditolak')).toBeVisible();

  await page
    .getByRole('link', { name: new RegExp(`^${formatFullDay(DAY)}`) })
    .first()
    .click();
  await expect(page.getByText('Satpam tidak bertugas hari itu')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Ditolak bendahara')).toBeVisible();
});

test('a closed month takes no explanation and offers the correction; what was typed without knowing stays', async ({
  server,
  newDevice,
}) => {
  await forgetToScan(server, [DAY, NEXT]);
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await close(server, MONTH);
  // The phone cannot know.
  await page.goto(`${phone.network.origin}/klarifikasi/${DAY}`);
  await page.getByLabel('Jelaskan dengan singkat').fill('Mesin mati');
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(page.getByText('Klarifikasi tersimpan, dikirim ke atasan begitu tersambung')).toBeVisible();
  await phone.setOffline(false);
  await page
    .getByRole('link', { name: /perlu keputusan Anda/ })
    .first()
    .click();
  await expect(page.getByText(`TPP ${formatMonth(MONTH)} sudah disetujui dan tidak berubah lagi.`)).toBeVisible();
  await expect(page.getByText('Mesin mati').first()).toBeVisible();
  await page.getByRole('button', { name: 'Lihat' }).click();
  for (const date of [DAY, NEXT]) {
    await page.goto(`${phone.network.origin}/klarifikasi/${date}`);
    await expect(page.getByText(`TPP ${formatMonth(MONTH)} sudah disetujui`)).toBeVisible();
    await expect(page.getByText(/temui Ratna Dewi, A\.Md\. \(bendahara\).*koreksi TPP/)).toBeVisible();
    await expect(page.getByLabel('Jelaskan dengan singkat')).toBeHidden();
  }
});

test('an explanation that was withdrawn on another device while it is changed here is sent upon what there is now', async ({
  server,
  newDevice,
}) => {
  await forgetToScan(server, [DAY]);
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  const open = `/klarifikasi/${DAY}`;
  await page.goto(`${phone.network.origin}${open}`);
  await page.getByLabel('Jelaskan dengan singkat').fill('Pertama');
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect.poll(() => stored(server)).toHaveLength(1);
  await page.goto(`${phone.network.origin}${open}`);
  await page.getByLabel('Jelaskan dengan singkat').fill('Kedua, panjang sekali');

  const other = await newDevice();
  await other.signIn(EMPLOYEE);
  await other.page.goto(`${other.network.origin}${open}`);
  await other.page.getByRole('button', { name: 'Tarik klarifikasi' }).click();
  await other.page.waitForTimeout(600);
  await other.page.getByRole('dialog').getByRole('button', { name: 'Tarik klarifikasi' }).click();
  await other.expectState(/Semua terkirim/);

  await expect(page.getByText('Isinya berubah sejak Anda baca')).toBeVisible();
  await expect(page.getByText('Sudah ditarik dari perangkat lain.')).toBeVisible();
  await page.getByRole('button', { name: 'Sudah saya baca, lanjutkan' }).click();
  await page.waitForTimeout(600);
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect.poll(() => stored(server)).toMatchObject([{ text: 'Kedua, panjang sekali', state: 'submitted' }]);
});
