// Photos and files as evidence: small enough for a poor network, without what a camera tells behind one's back, and never
// in the way of the entry they belong to.

import { resolve } from 'node:path';
import { sql } from 'kysely';
import { entry, fillActivity, logActivity, openActivity, storedTitles } from './activities.ts';
import { PC } from './device.ts';
import { EMPLOYEE, SUPERVISOR } from './people.ts';
import { pngImage } from './png-image.ts';
import { expect, test } from './test.ts';

/** A photo of 3000 x 2000 as a phone takes it: on 12 November 2026, 09.14, at the terminal of Amuntai. */
const PHOTO = resolve(import.meta.dirname, 'photo-with-gps.jpg');

test('a photo taken offline is made small, without its place unless kept, and arrives whole with its time', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await fillActivity(page, { title: 'Uji emisi dengan foto' });
  await page.getByLabel('Tambah foto').setInputFiles(PHOTO);
  await expect(page.getByText('photo-with-gps.jpg')).toBeVisible();
  const plan = { name: 'denah.png', mimeType: 'image/png', buffer: pngImage() };
  await page.getByLabel('Tambah foto').setInputFiles(plan);
  await expect(page.getByText('photo-with-gps.jpg')).toBeVisible();
  await expect(page.getByText('Diambil 12 Nov 2026 09.14')).toBeVisible();
  await expect(page.getByText('denah.png')).toBeVisible();
  await expect(page.getByLabel('Sertakan lokasi pengambilan foto')).toHaveCount(1);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(page, 'Uji emisi dengan foto')).toContainText('Di perangkat ini');
  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);

  const db = await server.database();
  const evidence = () =>
    sql<{ name: string; size: number; place: string | null; takenAt: string | null; sha256: string; kept: boolean }>`
      select e.name, e.size, e.place, e.taken_at, e.sha256,
        (select count(*) = 2 from file f where f.sha256 in (e.sha256, e.thumbnail)) as kept
      from evidence e where e.scope_id = ${`w:${EMPLOYEE.id}`} order by e.name desc limit 2`.execute(db);
  await expect.poll(async () => (await evidence()).rows.every(({ kept }) => kept), { timeout: 60_000 }).toBe(true);
  const [photo] = (await evidence()).rows;
  expect(photo).toMatchObject({ name: 'photo-with-gps.jpg', place: null, takenAt: '2026-11-12T09:14:05' });
  expect(photo?.size).toBeLessThan(300_000);
  const response = await server.request(SUPERVISOR, 'GET', `/api/files/${photo?.sha256}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.length).toBe(photo?.size);
  expect(bytes.includes('Exif')).toBe(false);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(SUPERVISOR);
  await page.getByRole('button', { name: 'Kirim ke atasan (1)' }).click();
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: `${EMPLOYEE.name} Penguji` }).click();
  const picture = entry(desk.page, 'Uji emisi dengan foto').locator('img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBe(192);
});

test('a person may keep the place of a photo', async ({ server, newDevice }) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await fillActivity(page, { title: 'Survei terminal' });
  await page.getByLabel('Tambah foto').setInputFiles(PHOTO);
  await page.getByLabel('Sertakan lokasi pengambilan foto').check();
  await expect(page.getByText('Lokasi foto -2.41708, 115.25028')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Survei terminal')).toHaveLength(1);
  const { rows } = await sql<{ place: string }>`select place from evidence where place is not null`.execute(
    await server.database(),
  );
  expect(rows).toEqual([{ place: '-2.41708,115.25028' }]);
});

test('a network that breaks in the middle of a file holds up no entry, and the file goes on where it stopped', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_500_000, 'isi laporan ')]);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await fillActivity(page, { title: 'Laporan bulanan' });
  await page.getByLabel('Tambah foto').setInputFiles({ name: 'laporan.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(page.getByText('laporan.pdf')).toBeVisible();
  phone.network.slow({ bytesPerSecond: 200_000 });
  await page.getByRole('button', { name: 'Simpan' }).click();
  await openActivity(page, 'Laporan bulanan');
  await expect(page.getByText(/terkirim \d+\s?%/)).toBeVisible();
  expect(await storedTitles(server, EMPLOYEE.id, 'Laporan bulanan')).toHaveLength(1);
  await phone.setOffline(true);
  const db = await server.database();
  const kept = async () => (await sql`select from file where size = ${pdf.length}`.execute(db)).rows.length;
  expect(await kept()).toBe(0);
  await page.getByRole('button', { name: 'Kembali' }).click();
  await logActivity(page, { title: 'Menyusul' });
  phone.network.slow(null);
  const before = phone.network.sentBytes;
  await phone.setOffline(false);
  await expect.poll(kept, { timeout: 60_000 }).toBe(1);
  expect(phone.network.sentBytes - before).toBeLessThan(pdf.length);
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Menyusul')).toHaveLength(1);
});

test('what is no photo is told so, and what is too much is told so', async ({ newDevice }) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
  await page.getByLabel('Tambah foto').setInputFiles(file('a.jpg', 'image/jpeg', Buffer.from('no photo')));
  await expect(page.getByRole('alert')).toHaveText('Berkas ini bukan foto atau PDF yang dapat dibaca.');
  await page.getByLabel('Tambah foto').setInputFiles(file('a.pdf', 'application/pdf', Buffer.alloc(10_000_001, '%PDF-1.7 ')));
  await expect(page.getByRole('alert')).toHaveText('Berkas melebihi 10 MB.');
  const many = Array.from({ length: 11 }, (_, n) => file(`f${n}.pdf`, 'application/pdf', Buffer.from(`%PDF-1.7 ${n}`)));
  await page.getByLabel('Tambah foto').setInputFiles(many);
  await expect(page.getByRole('alert')).toHaveText('Paling banyak 10 bukti dukung untuk satu kegiatan.');
  await expect(page.getByText(/^f\d+\.pdf$/)).toHaveCount(10);
});
