// Leave, from the request without a network to the slip and to what is left: the superior considers it with the team's
// calendar before them, the official decides, and days that are called back are the person's again.

import { Device, PC } from '../support/device.ts';
import { EMPLOYEE, HEAD, type Person, SUPERVISOR } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

const COLLEAGUE: Person = { id: 'penguji-2', nip: '199203192015031002', name: 'Khairul Anwar, A.Md.' };
/** A Tuesday, 10.00 in Amuntai. */
const NOW = new Date('2026-11-24T02:00:00.000Z');

let server: ServerProcess;
const devices: Device[] = [];
test.afterEach(async () => {
  for (const device of devices.splice(0)) await device.discard();
  await server.stop();
});

async function deviceOf(person: Person, viewport?: { width: number; height: number }): Promise<Device> {
  const device = await Device.create(server.port, { time: NOW, ...(viewport && { viewport }) });
  devices.push(device);
  await device.signIn(person);
  return device;
}

async function openLeave(device: Device): Promise<void> {
  await device.goTo('Akun');
  await device.page.getByRole('link', { name: /Cuti/ }).click();
  await expect(device.page.getByText('jatah tahun ini')).toBeVisible();
}

async function ask(device: Device, from: string, until: string): Promise<void> {
  await device.page.getByRole('textbox', { name: 'Mulai' }).fill(from);
  await device.page.getByRole('textbox', { name: 'Sampai' }).fill(until);
  await device.page.getByRole('button', { name: 'Ajukan cuti' }).click();
}

test('asked for offline, considered with the calendar of the team, decided, called back: slip and balance are right', async () => {
  server = await ServerProcess.create({}, NOW);
  const colleague = await deviceOf(COLLEAGUE);
  await openLeave(colleague);
  await ask(colleague, '26/11/2026', '26/11/2026');
  await colleague.expectState(/Semua terkirim/);

  const phone = await deviceOf(EMPLOYEE);
  await openLeave(phone);
  await expect(phone.page.getByText('Cuti tahunan 2026: sisa 12 hari kerja')).toBeVisible();
  await phone.setOffline(true);
  await ask(phone, '25/11/2026', '27/11/2026');
  await expect(phone.page.getByText(`Menunggu ${SUPERVISOR.name}`)).toBeVisible();
  await expect(phone.page.getByText('Cuti tahunan 2026: sisa 9 hari kerja')).toBeVisible();
  // Twice on one day nobody is away, and nobody has to be online to hear so.
  await ask(phone, '27/11/2026', '30/11/2026');
  await expect(phone.page.getByText(/Anda sudah mengajukan cuti/)).toBeVisible();
  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);

  const desk = await deviceOf(SUPERVISOR, PC);
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: /Kalender cuti tim/ }).click();
  await expect(desk.page.getByRole('heading', { name: EMPLOYEE.name })).toBeVisible();
  await desk.setOffline(true);
  await desk.page.goBack();
  await desk.page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name} Penguji`) }).click();
  await expect(desk.page.getByText('1 orang pada hari yang sama')).toBeVisible();
  await expect(desk.page.getByText(COLLEAGUE.name)).toBeVisible();
  await expect(desk.page.getByText(`Diteruskan kepada ${HEAD.name} untuk diputus.`)).toBeVisible();
  await desk.page.getByRole('button', { name: 'Jawaban lain' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Jawaban').selectOption({ label: 'Perubahan tanggal' });
  await dialog.getByRole('textbox', { name: 'Diganti mulai' }).fill('26/11/2026');
  await dialog.getByRole('button', { name: 'Beri pertimbangan' }).click();
  // Without a reason nothing is sent.
  await expect(dialog.getByText('Wajib diisi')).toBeVisible();
  await dialog.getByLabel('Alasan').fill('Rabu ada uji berkala');
  await dialog.getByRole('button', { name: 'Beri pertimbangan' }).click();
  await expect(desk.page.getByText(`Menunggu ${HEAD.name}`)).toBeVisible();
  await desk.setOffline(false);
  await desk.expectState(/Semua terkirim/);
  await expect(phone.page.getByText('Menunggu keputusan pejabat')).toBeVisible();

  const head = await deviceOf(HEAD);
  await head.goTo('Tim');
  await expect(head.page.getByText('1 cuti menunggu keputusan Anda')).toBeVisible();
  await head.page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name} Cuti tahunan`) }).click();
  await expect(head.page.getByText('Usul tanggal: 26 November 2026 – 27 November 2026')).toBeVisible();
  await expect(head.page.getByText('Tanggalnya menurut usul atasan.')).toBeVisible();
  await head.page.getByRole('button', { name: 'Setujui 2 hari: 26–27 November 2026' }).click();
  await head.expectState(/Semua terkirim/);

  await expect(phone.page.getByText('Semula diminta 25 November 2026 – 27 November 2026')).toBeVisible();
  await expect(phone.page.getByText('Cuti tahunan 2026: sisa 10 hari kerja')).toBeVisible();
  await phone.goTo('Akun');
  await phone.page.getByRole('link', { name: /Slip TPP/ }).click();
  await expect(phone.page.getByText('Cuti tahunan')).toHaveCount(2);

  // Called back on Friday, the day is theirs again.
  await desk.page.getByRole('button', { name: 'Panggil kembali bekerja' }).click();
  const back = desk.page.getByRole('dialog');
  await back.getByRole('textbox', { name: 'Mulai' }).fill('27/11/2026');
  await back.getByLabel('Alasan').fill('Arus mudik');
  await back.getByRole('button', { name: 'Panggil kembali bekerja' }).click();
  await desk.expectState(/Semua terkirim/);
  await expect(phone.page.getByText('Cuti tahunan')).toHaveCount(1);
  await openLeave(phone);
  await expect(phone.page.getByText('Cuti tahunan 2026: sisa 11 hari kerja')).toBeVisible();
  await expect(phone.page.getByText(/Tidak dijalankan 27 November 2026: Arus mudik/)).toBeVisible();
});

test('an answer on what was answered elsewhere meanwhile is not sent unread: the words stay, and there is a way on', async () => {
  server = await ServerProcess.create({}, NOW);
  const phone = await deviceOf(EMPLOYEE);
  await openLeave(phone);
  await ask(phone, '25/11/2026', '27/11/2026');
  await phone.expectState(/Semua terkirim/);

  const desk = await deviceOf(SUPERVISOR, PC);
  await desk.page.goto(`${desk.network.origin}/persetujuan/${EMPLOYEE.id}`);
  await desk.page.getByRole('button', { name: 'Jawaban lain' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Jawaban').selectOption({ label: 'Tidak disetujui' });
  await dialog.getByLabel('Alasan').fill('Loket kosong');

  const other = await deviceOf(SUPERVISOR);
  await other.page.goto(`${other.network.origin}/persetujuan/${EMPLOYEE.id}`);
  await other.page.getByRole('button', { name: /^Setujui \d+ hari/ }).click();
  await other.expectState(/Semua terkirim/);

  await expect(dialog.getByText('Isinya berubah sejak Anda baca')).toBeVisible();
  await expect(dialog.getByLabel('Alasan')).toHaveValue('Loket kosong');
  const send = dialog.locator('button[type=submit]');
  await send.click();
  await expect(dialog.getByText('Isinya berubah setelah Anda membacanya.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Sudah saya baca, lanjutkan' }).click();
  await desk.page.waitForTimeout(600);
  await send.click();
  await expect(dialog).toBeHidden();
  await expect(desk.page.getByText('Isinya berubah sejak Anda baca')).toBeHidden();
});
