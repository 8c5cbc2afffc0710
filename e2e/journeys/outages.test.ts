// A night without a server: what was logged on the device in time stays in time, and everybody reads why.

import { logActivity } from '../support/activities.ts';
import { Device, PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

// 10.00 in Amuntai (WITA) on a Tuesday.
const TUESDAY = new Date('2026-11-24T02:00:00.000Z');
const TUESDAY_NIGHT = new Date('2026-11-24T15:30:00.000Z');
const WEDNESDAY = new Date('2026-11-25T01:00:00.000Z');
const FRIDAY = new Date('2026-11-27T01:00:00.000Z');

let server: ServerProcess;
const devices: Device[] = [];
test.afterEach(async () => {
  for (const device of devices.splice(0)) await device.discard();
  await server.stop();
});

async function newDevice(time: Date, viewport?: { width: number; height: number }) {
  const device = await Device.create(server.port, { time, ...(viewport && { viewport }) });
  devices.push(device);
  return device;
}

test('a day logged while the server is down is in time, with or without its deadline moved', async () => {
  server = await ServerProcess.create({}, TUESDAY);
  const phone = await newDevice(TUESDAY);
  await phone.signIn(EMPLOYEE);
  await phone.page.goto(`${phone.network.origin}/status`);
  await expect(phone.page.getByText('Layanan berjalan')).toBeVisible();
  await phone.page.goto(phone.network.origin);

  await server.kill();
  await phone.setTime(TUESDAY_NIGHT);
  await logActivity(phone.page, { title: 'Uji malam tanpa server' });
  await phone.page.goto(`${phone.network.origin}/status`);
  await expect(phone.page.getByText('Yang tampil adalah kabar terakhir di perangkat ini.')).toBeVisible();

  // The server is back the next morning, and has found the gap itself.
  await server.setTime(WEDNESDAY);
  await server.start();
  await phone.setTime(WEDNESDAY);
  await phone.page.goto(phone.network.origin);
  await phone.page.getByRole('button', { name: 'Salin kegiatan hari sebelumnya' }).waitFor();
  await phone.goTo('Kegiatan');
  await phone.page.getByRole('link', { name: /Uji malam tanpa server/ }).click();
  await expect(
    phone.page.getByText(/Tepat waktu: dicatat 24 Nov 2026 23\.30, batas 26 Nov 2026 24\.00\./),
  ).toBeVisible();
  await expect(phone.page.getByText(/diundur karena server tidak berjalan sampai 25 Nov 2026 09\.00/)).toBeVisible();
  await phone.page.goto(`${phone.network.origin}/status`);
  await expect(phone.page.getByText('Server tidak berjalan')).toBeVisible();

  // Made longer when even the moved deadline is over, it stays in time, and says so to whoever approves it.
  await server.setTime(FRIDAY);
  await phone.setTime(FRIDAY);
  await phone.page.goto(phone.network.origin);
  await phone.goTo('Kegiatan');
  await phone.page.getByRole('link', { name: /Uji malam tanpa server/ }).click();
  await phone.page.getByLabel('Lama (menit)').fill('300');
  await phone.page.getByRole('button', { name: 'Simpan' }).click();
  await phone.goTo('Kegiatan');
  await phone.page.getByRole('link', { name: /Uji malam tanpa server/ }).click();
  await expect(phone.page.getByText(/Tepat waktu:.*Isinya diubah sesudah batas waktu, 27 Nov 2026/)).toBeVisible();
});

test('an outage that only a region has is declared, and moves the deadline for those who log late', async () => {
  server = await ServerProcess.create({}, WEDNESDAY);
  const desk = await newDevice(WEDNESDAY, PC);
  await desk.signIn(ADMINISTRATOR);
  await desk.goTo('Kelola');
  await desk.page.getByRole('link', { name: /Gangguan dan batas waktu/ }).click();
  await desk.page.getByLabel('Mulai').fill('2026-11-24T14:00');
  await desk.page.getByLabel('Sampai').fill('2026-11-24T23:00');
  await desk.page.getByRole('button', { name: 'Nyatakan gangguan' }).click();
  await expect(desk.page.getByText('Wajib diisi.')).toBeVisible();
  await desk.page.getByLabel('Alasan').fill('Kabel ke Danau Panggang putus');
  await desk.page.getByRole('button', { name: 'Nyatakan gangguan' }).click();
  await expect(desk.page.getByText('Kabel ke Danau Panggang putus')).toBeVisible();
  await desk.expectState(/Semua terkirim/);

  const phone = await newDevice(WEDNESDAY);
  await phone.signIn(EMPLOYEE);
  await phone.page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await phone.page.getByLabel('Tanggal').fill('2026-11-24');
  await phone.page.getByLabel('Apa yang dikerjakan').fill('Dicatat sehari kemudian');
  await phone.page.getByLabel('Jumlah hasil').fill('1');
  await phone.page.getByLabel('Satuan').fill('unit');
  await phone.page.getByLabel('Lamanya saja').check();
  await phone.page.getByLabel('Lama (menit)').fill('60');
  await phone.page.getByRole('button', { name: 'Simpan' }).click();
  await phone.goTo('Kegiatan');
  await phone.page.getByRole('link', { name: /Dicatat sehari kemudian/ }).click();
  await expect(phone.page.getByText(/Batas waktunya diundur karena gangguan jaringan/)).toBeVisible();
  await phone.page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await phone.expectState(/Semua terkirim/);

  // The supervisor reads the same.
  const supervisor = await newDevice(WEDNESDAY, PC);
  await supervisor.signIn(SUPERVISOR);
  await supervisor.goTo('Tim');
  await supervisor.page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name} Penguji`) }).click();
  await expect(supervisor.page.getByText(/Tepat waktu.*diundur karena gangguan jaringan/)).toBeVisible();
});
