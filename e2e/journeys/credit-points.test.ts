// Credit points: a PNS in a functional post reads them on the phone and makes both papers without a network; the superior
// makes them for the office; a PPPK is shown none.

import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { DEMO_EMPLOYEES } from '#server/demo/agency.ts';
import { Device, PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

/** By then the demo agency has evaluated the months until September. */
const NOW = new Date('2026-11-24T02:00:00.000Z');

let server: ServerProcess;
const devices: Device[] = [];
test.beforeEach(async () => {
  server = await ServerProcess.create({}, NOW);
});
test.afterEach(async () => {
  for (const device of devices.splice(0)) await device.discard();
  await server.stop();
});

async function newDevice(viewport?: { width: number; height: number }) {
  const device = await Device.create(server.port, { time: NOW, ...(viewport && { viewport }) });
  devices.push(device);
  return device;
}

async function pdfOf(device: Device, paper: string): Promise<string> {
  const download = device.page.waitForEvent('download');
  await device.page.getByRole('button', { name: `Buat PDF: ${paper}` }).click();
  const path = await (await download).path();
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
  return path;
}

async function documents(kind: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from document where kind = ${kind}`.execute(
    await server.database(),
  );
  return rows.map(({ code }) => code);
}

test('Konversi and Akumulasi are made without a network, and stand up to who checks them', async () => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await phone.goTo('Evaluasi');
  await phone.page.getByRole('link', { name: 'Angka kredit' }).click();
  // Eight months with Baik and one with Sangat Baik, of Mahir.
  await expect(phone.page.getByText('9,88', { exact: true })).toBeVisible();
  await expect(phone.page.getByText('Januari 2026 s.d. September 2026, 9 bulan')).toBeVisible();
  await pdfOf(phone, 'Akumulasi Angka Kredit');
  await phone.page.getByRole('link', { name: /^September/ }).click();
  await expect(phone.page.getByText('Angka kredit 1,04 untuk 1 bulan')).toBeVisible();
  const pdf = await pdfOf(phone, 'Konversi Predikat Kinerja ke Angka Kredit');

  await phone.setOffline(false);
  await expect.poll(() => documents('akumulasi-angka-kredit')).toHaveLength(1);
  await expect.poll(() => documents('konversi-angka-kredit')).toHaveLength(1);
  const [code] = await documents('konversi-angka-kredit');
  await phone.page.goto(`${phone.network.origin}/periksa/${code}`);
  await expect(phone.page.getByText('Dokumen ini asli')).toBeVisible();
  await expect(phone.page.getByText('1,04')).toHaveCount(0);
  await phone.page.getByLabel('Enam angka terakhir NIP').fill(EMPLOYEE.nip.slice(-6));
  await phone.page.getByRole('button', { name: 'Tampilkan isi' }).click();
  await expect(phone.page.getByText('1,04')).toBeVisible();
  await expect(phone.page.getByText('Mahir', { exact: true })).toBeVisible();
  await phone.page.getByLabel('Periksa berkas PDF').setInputFiles(pdf);
  await expect(phone.page.getByText('Berkas ini sama persis')).toBeVisible();
});

test('the superior finds them with the evaluations of the team', async () => {
  const desk = await newDevice(PC);
  await desk.signIn(SUPERVISOR);
  await desk.page.goto(`${desk.network.origin}/persetujuan/${EMPLOYEE.id}`);
  await desk.page.getByRole('link', { name: 'Angka kredit' }).click();
  await expect(desk.page.getByRole('heading', { name: `Angka kredit ${EMPLOYEE.name}` })).toBeVisible();
  await expect(desk.page.getByText('9,88', { exact: true })).toBeVisible();
  await pdfOf(desk, 'Akumulasi Angka Kredit');
  await desk.page.getByRole('link', { name: /^Februari/ }).click();
  await expect(desk.page.getByText('Angka kredit 1,56 untuk 1 bulan')).toBeVisible();
  await pdfOf(desk, 'Konversi Predikat Kinerja ke Angka Kredit');
  await desk.expectState(/Semua terkirim/);
  expect(await documents('konversi-angka-kredit')).toHaveLength(1);
});

test('a PPPK in a functional post is shown none', async () => {
  const { id, nip, name } = DEMO_EMPLOYEES.find((one) => one.id === 'penguji-3') ?? { id: '', nip: '', name: '' };
  const phone = await newDevice();
  await phone.signIn({ id, nip: nip ?? '', name });
  await phone.goTo('Evaluasi');
  await phone.page.getByRole('link', { name: /^September.*Final/ }).click();
  await expect(phone.page.getByRole('button', { name: 'Buat PDF: Dokumen Evaluasi Kinerja' })).toBeVisible();
  await expect(phone.page.getByText(/Angka kredit/i)).toHaveCount(0);
  await phone.page.goto(`${phone.network.origin}/evaluasi/angka-kredit`);
  await expect(phone.page.getByText('Belum ada angka kredit')).toBeVisible();
});
