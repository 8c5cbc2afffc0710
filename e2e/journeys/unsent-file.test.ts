// When all else fails: unsent work leaves the device as a file and reaches the server by another way, once.

import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { entry, logActivity, openActivity, storedTitles } from '../support/activities.ts';
import { type Device, PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE } from '../support/people.ts';
import { pngImage } from '../support/png-image.ts';
import type { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

/** Where the photo of the work can be read. */
async function photoOf(server: ServerProcess): Promise<string> {
  const { rows } = await sql<{ sha256: string }>`select sha256 from evidence where name = 'piket.png'`.execute(
    await server.database(),
  );
  return `/api/files/${rows[0]?.sha256}`;
}

/** Two entries, one with a photo, of which the server knows nothing. */
async function workOffline(phone: Device): Promise<void> {
  const { page } = phone;
  await phone.setOffline(true);
  await logActivity(page, { title: 'Uji <b>rem</b> 14 kendaraan' });
  await logActivity(page, { title: 'Piket terminal' });
  await openActivity(page, 'Piket terminal');
  const photo = { name: 'piket.png', mimeType: 'image/png', buffer: pngImage() };
  await page.getByLabel('Tambah foto').setInputFiles(photo);
  await expect(page.getByText('piket.png')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(page, 'Piket terminal')).toContainText('Di perangkat ini');
}

async function saveFile({ page }: Device): Promise<string> {
  await page.getByRole('link', { name: /menunggu/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan ke berkas' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^belum terkirim Muhammad Ridha A Md 20\d\d-\d\d-\d\d\.html$/);
  return file.path();
}

test('an administrator brings the work of a phone that cannot connect; when it does connect, nothing is there twice', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await workOffline(phone);
  const file = await saveFile(phone);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(ADMINISTRATOR);
  await desk.goTo('Kelola');
  await desk.page.getByRole('link', { name: 'Perangkat pegawai' }).click();
  await desk.page.getByLabel('Masukkan berkas').setInputFiles(file);
  await expect(desk.page.getByText('Muhammad Ridha, A.Md.: 3 pekerjaan dan 1 berkas bukti.')).toBeVisible();
  const inside = desk.page.getByRole('list', { name: 'Isi berkas' });
  await expect(inside.getByRole('listitem')).toHaveCount(3);
  await expect(inside).toContainText('Uji <b>rem</b> 14 kendaraan');
  await desk.page.getByRole('button', { name: 'Masukkan', exact: true }).click();
  await expect(desk.page.getByText('3 pekerjaan Muhammad Ridha, A.Md. sudah di server.')).toBeVisible();
  const titles = () => storedTitles(server, EMPLOYEE.id, '%');
  const now = (await titles()).filter((title) => /rem|Piket terminal/.test(title));
  expect(now).toEqual(expect.arrayContaining(['Uji <b>rem</b> 14 kendaraan', 'Piket terminal']));
  await expect.poll(async () => (await server.request(EMPLOYEE, 'HEAD', await photoOf(server))).status).toBe(200);

  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/, { timeout: 60_000 });
  expect((await titles()).filter((title) => /rem|Piket terminal/.test(title))).toEqual(now);
  // Whose work it was is told who brought it.
  await phone.goTo('Hari ini');
  await phone.page.getByRole('link', { name: '1 berkas pekerjaan Anda dimasukkan orang lain' }).click();
  await expect(phone.page.getByText('3 pekerjaan, oleh Administrator BKPSDM')).toBeVisible();
});

test('the file is a page that anybody can read, and nothing in it runs', async ({ newDevice }) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await workOffline(phone);
  const file = await saveFile(phone);
  const reader = await phone.context.newPage();
  await reader.setContent(await readFile(file, 'utf8'));
  await expect(reader.getByRole('heading', { name: 'Pekerjaan yang belum terkirim' })).toBeVisible();
  await expect(reader.getByRole('heading', { name: 'Uji <b>rem</b> 14 kendaraan' })).toBeVisible();
  await expect(reader.getByText('NIP 19881204 201402 1 003')).toBeVisible();
  expect(
    await reader
      .locator('img')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0);
});

test('a person brings the own file on another device, and the file of another is not taken', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await workOffline(phone);
  const file = await saveFile(phone);

  const other = await newDevice();
  const colleague = { id: 'penguji-2', nip: '199203192015031002', name: '' };
  await other.signIn(colleague);
  await other.page.goto(`${other.network.origin}/pengiriman`);
  await other.page.getByLabel('Masukkan berkas').setInputFiles(file);
  await expect(other.page.getByRole('alert')).toContainText('Berkas ini milik Muhammad Ridha, A.Md.');
  const stray = { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<h1>Halo</h1>') };
  await other.page.getByLabel('Masukkan berkas').setInputFiles(stray);
  await expect(other.page.getByRole('alert')).toContainText('bukan berkas pekerjaan dari Kerjaku');

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(EMPLOYEE);
  await desk.page.goto(`${desk.network.origin}/pengiriman`);
  for (const _twice of [1, 2]) {
    await desk.page.getByLabel('Masukkan berkas').setInputFiles(file);
    await desk.page.getByRole('button', { name: 'Masukkan', exact: true }).click();
    await expect(desk.page.getByText('3 pekerjaan Muhammad Ridha, A.Md. sudah di server.')).toBeVisible();
  }
  expect(await storedTitles(server, EMPLOYEE.id, 'Uji <b>rem</b>%')).toHaveLength(1);
  await desk.goTo('Hari ini');
  await expect(entry(desk.page, 'Piket terminal')).toHaveCount(1);
});
