// The days for an objection count from when the employee has the result before them, not from when the superior made it
// final.

import { formatDate } from '#client/i18n/format.ts';
import { addDays } from '#shared/time/working-time.ts';
import { Device, PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

const FINAL = new Date('2026-11-24T02:00:00.000Z');
const RECEIVED = new Date('2026-12-18T02:00:00.000Z');
/** Fourteen days after receipt, a Friday. */
const LAST_DAY = '2027-01-01';

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

test('an evaluation read weeks after it became final may still be objected to, and who made it sees when it was read', async () => {
  server = await ServerProcess.create({}, FINAL);
  const desk = await newDevice(FINAL, PC);
  await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name}.*Oktober 2026`) }).click();
  const rate = (label: string) => desk.page.getByRole('group', { name: label }).getByLabel('Sesuai ekspektasi').check();
  await desk.page.getByLabel('Capaian kinerja organisasi').selectOption({ label: 'Baik' });
  await rate('Rating hasil kerja');
  await rate('Rating perilaku kerja');
  await desk.page.getByRole('button', { name: 'Simpan penilaian' }).click();
  await desk.page.getByRole('button', { name: 'Tetapkan menjadi final' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Tetapkan menjadi final' }).click();
  await expect(desk.page.getByText('Belum dibuka pegawai')).toBeVisible();
  await desk.expectState(/Semua terkirim/);

  await server.setTime(RECEIVED);
  const phone = await newDevice(RECEIVED);
  await phone.signIn(EMPLOYEE);
  await phone.goTo('Evaluasi');
  await phone.page.getByRole('link', { name: /Oktober 2026/ }).click();
  await expect(phone.page.getByText(`Keberatan dapat diajukan sampai ${formatDate(LAST_DAY)}.`)).toBeVisible();
  await expect(phone.page.getByText('Diterima pegawai')).toBeVisible();
  await phone.expectState(/Semua terkirim/);

  // Read again on another day, it was received on the first.
  const last = new Date(`${addDays(LAST_DAY, -1)}T02:00:00.000Z`);
  await server.setTime(last);
  await phone.setTime(last);
  await phone.page.reload();
  await expect(phone.page.getByText(`Keberatan dapat diajukan sampai ${formatDate(LAST_DAY)}.`)).toBeVisible();
  const late = await newDevice(last, PC);
  await late.signIn(SUPERVISOR);
  await late.page.goto(`${late.network.origin}${new URL(desk.page.url()).pathname}`);
  await expect(late.page.getByText(formatDate('2026-12-18'))).toBeVisible();
});
