// Photos and files as evidence: small enough for a poor network, without what a camera tells behind one's back, and never
// in the way of the entry they belong to.

import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { entry, fillActivity, logActivity, openActivity, storedTitles } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { pngImage } from '../support/png-image.ts';
import { expect, test } from '../support/test.ts';

/** A photo of 3000 x 2000 as a phone takes it: on 12 November 2026, 09.14, at the terminal of Amuntai. */
const PHOTO = resolve(import.meta.dirname, '../support/photo-with-gps.jpg');

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

test('a photo that is still being made ready when the form is saved, and an address that was not added, are saved with it', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await fillActivity(page, { title: 'Uji emisi, foto tergesa' });
  await page.getByRole('button', { name: 'Tambah tautan' }).click();
  await page.getByLabel('Alamat tautan').fill('https://example.go.id/surat');
  await page.keyboard.press('Escape');
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.getByLabel('Tambah foto').setInputFiles(PHOTO);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(page, 'Uji emisi, foto tergesa')).toBeVisible();
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await phone.expectState(/Semua terkirim/);
  const db = await server.database();
  const kinds = async () =>
    (
      await sql<{ kind: string }>`select e.kind from evidence e join activity a on a.id = e.activity_id
        where a.title = 'Uji emisi, foto tergesa' order by e.kind`.execute(db)
    ).rows.map(({ kind }) => kind);
  await expect.poll(kinds).toEqual(['file', 'link']);
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
  await page
    .getByLabel('Tambah foto')
    .setInputFiles(file('a.pdf', 'application/pdf', Buffer.alloc(10_000_001, '%PDF-1.7 ')));
  await expect(page.getByRole('alert')).toHaveText('Berkas melebihi 10 MB.');
  const many = Array.from({ length: 11 }, (_, n) => file(`f${n}.pdf`, 'application/pdf', Buffer.from(`%PDF-1.7 ${n}`)));
  await page.getByLabel('Tambah foto').setInputFiles(many);
  await expect(page.getByRole('alert')).toHaveText('Paling banyak 10 bukti dukung untuk satu kegiatan.');
  await expect(page.getByText(/^f\d+\.pdf$/)).toHaveCount(10);
});

test('a hotspot that answers for the files has taken none: they are told, kept, and go up when it is gone', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  phone.network.captureRequests(/^(HEAD|POST|PATCH) \/api\/(files|uploads)/);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await fillActivity(page, { title: 'Di balik hotspot' });
  await page.getByLabel('Tambah foto').setInputFiles(PHOTO);
  await expect(page.getByText('photo-with-gps.jpg')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(page, 'Di balik hotspot')).toContainText('Di server');
  await openActivity(page, 'Di balik hotspot');
  await expect(page.getByText(/dihalangi jaringan ini, dicoba lagi nanti/)).toBeVisible();
  await page.getByRole('status').getByRole('link').first().click();
  await expect(page.getByText('1 foto atau berkas masih menunggu dikirim.')).toBeVisible();
  await expect(page.getByText(/dihalangi jaringan ini/)).toHaveCount(1);
  await phone.expectState(/Isian terkirim .*, 1 foto atau berkas menunggu/);
  const db = await server.database();
  const kept = async () =>
    (
      await sql`select from file f join evidence e on f.sha256 in (e.sha256, e.thumbnail)
        where e.name = 'photo-with-gps.jpg'`.execute(db)
    ).rows.length;
  expect(await kept()).toBe(0);
  phone.network.captureRequests(null);
  await page.getByRole('button', { name: 'Coba kirim berkas lagi' }).click();
  await expect.poll(kept, { timeout: 60_000 }).toBe(2);
  await expect(page.getByText(/foto atau berkas masih menunggu/)).toBeHidden();
  await phone.expectState(/Semua terkirim/);
});

test('on a full device the text is saved, and the photo that does not fit is told', async ({ server, newDevice }) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  const pdf = (name: string) => {
    const buffer = Buffer.concat([Buffer.from(`%PDF-1.7 ${name}\n`), randomBytes(2_000_000)]);
    return { name, mimeType: 'application/pdf', buffer };
  };
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await fillActivity(page, { title: 'Saat hampir penuh' });
  await page.getByLabel('Tambah foto').setInputFiles(pdf('muat.pdf'));
  await expect(page.getByText('muat.pdf')).toBeVisible();
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const cdp = await phone.context.newCDPSession(page);
  const { origin } = phone.network;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 500_000 });
  // Chromium believes for up to thirty seconds what it last knew of the room that is left.
  await page.waitForTimeout(32_000);
  await page.getByLabel('Tambah foto').setInputFiles(pdf('tidak-muat.pdf'));
  await expect(page.getByRole('alert')).toContainText('Berkas tidak dapat disimpan: penyimpanan perangkat penuh.');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(page, 'Saat hampir penuh')).toContainText('Di perangkat ini');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);
  const kept = async () =>
    (
      await sql`select from file f join evidence e on e.sha256 = f.sha256
        where e.name = 'muat.pdf'`.execute(await server.database())
    ).rows.length;
  await expect.poll(kept, { timeout: 60_000 }).toBe(1);
  await openActivity(page, 'Saat hampir penuh');
  await expect(page.getByText('tidak-muat.pdf')).toBeHidden();
});

test('a PDF is one by its content, a long name is cut, and a long picture stays wide enough to be read', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await fillActivity(page, { title: 'Dari percakapan' });
  const name = `${'Surat tugas '.repeat(30)}.pdf`;
  const buffer = Buffer.from(`%PDF-1.7 ${name}`);
  await page.getByLabel('Tambah foto').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await expect(page.getByText(/^Surat tugas .*….pdf$/)).toBeVisible();
  const chat = { name: 'percakapan.png', mimeType: 'image/png', buffer: pngImage(1080, 8000) };
  await page.getByLabel('Tambah foto').setInputFiles(chat);
  await expect(page.getByText('percakapan.png')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(page, 'Dari percakapan')).toContainText('Di server');
  const { rows } = await sql<{ type: string; sha256: string }>`
    select type, sha256 from evidence where scope_id = ${`w:${EMPLOYEE.id}`}
    and activity_id in (select id from activity where title = 'Dari percakapan')`.execute(await server.database());
  expect(rows.map(({ type }) => type).sort()).toEqual(['application/pdf', 'image/jpeg']);
  const shown = page.locator(`img[src^="blob:"]`);
  await openActivity(page, 'Dari percakapan');
  const hash = rows.find(({ type }) => type === 'image/jpeg')?.sha256 ?? '';
  await expect(shown.first()).toBeVisible();
  const size = await page.evaluate(async (sha256) => {
    const names = (await indexedDB.databases()).map((one) => one.name ?? '');
    const opening = indexedDB.open(names.find((one) => one.startsWith('kerjaku ')) ?? '');
    const db = await new Promise<IDBDatabase>((done) => {
      opening.onsuccess = () => done(opening.result);
    });
    const getting = db.transaction('files').objectStore('files').get(sha256);
    const file = await new Promise<{ bytes: ArrayBuffer }>((done) => {
      getting.onsuccess = () => done(getting.result);
    });
    db.close();
    const image = await createImageBitmap(new Blob([file.bytes]));
    return { width: image.width, height: image.height };
  }, hash);
  expect(size.width).toBeGreaterThanOrEqual(512);
  expect(size.height / size.width).toBeCloseTo(8000 / 1080, 1);
});
