// Screens say what is so: that nothing is known is not that there is nothing, yesterday is not today, and an ended
// session is not a missing network.

import { chromium, type Page } from '@playwright/test';
import { sql } from 'kysely';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { fillActivity, storedTitles } from '../support/activities.ts';
import { launchOptions } from '../support/browser.ts';
import { type Device, PC, PHONE } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, type Person, TREASURER } from '../support/people.ts';
import type { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

const UNKNOWN = 'Data Anda belum sampai di perangkat ini';
const CONCLUSIONS = [
  ...[/Anda belum punya SKP/, /hari kerja bulan ini belum ada catatan/, /Rp\s?0\b/, /^Susun SKP/, /Belum ada kegiatan/],
  ...[/Belum ada cuti/, /Belum ada klarifikasi/, /Tidak ada hari yang perlu dijelaskan/],
  ...[/Belum ada SKP yang disetujui/, /tidak mempunyai bawahan/, /Tidak ada yang tertunda/],
];

async function signInOnly({ page }: Device, person: Person): Promise<void> {
  await page.getByLabel('NIP').fill(person.nip);
  await page.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

async function concludesNothing(page: Page): Promise<void> {
  for (const words of CONCLUSIONS) await expect(page.getByText(words), String(words)).toBeHidden();
}

const maintain = (server: ServerProcess) =>
  server.request(ADMINISTRATOR, 'POST', '/api/admin/maintenance', {
    until: new Date(Date.now() + 3_600_000).toISOString(),
    message: 'Pemindahan server',
  });

test('a new device that has not reached the server says that it knows nothing, and keeps what is typed', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  await maintain(server);
  await signInOnly(phone, EMPLOYEE);
  await expect(page.getByText(UNKNOWN)).toBeVisible();
  await phone.expectState(/Server dipelihara/);
  for (const path of [
    '/',
    '/kegiatan',
    '/skp',
    '/evaluasi',
    '/persetujuan',
    '/skp/matriks',
    '/tpp',
    '/cuti',
    '/klarifikasi',
  ]) {
    await page.goto(phone.network.origin + path);
    await expect(page.getByText(UNKNOWN), path).toBeVisible();
    await concludesNothing(page);
  }

  // A day's work is not lost for that: it is a draft until the results have come.
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await page.getByLabel('Apa yang dikerjakan').fill('Ditulis sebelum data datang');
  await expect(page.getByText('RHK Anda belum sampai di perangkat ini')).toBeVisible();
  await expect(page.getByText(/Belum ada RHK/)).toBeHidden();
  await page.reload();
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue('Ditulis sebelum data datang');

  await fillActivity(page, { title: 'Ditulis sebelum data datang', planless: true });
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Tersimpan di perangkat ini, menunggu RHK')).toBeVisible();
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue('');
  await fillActivity(page, { title: 'Ditulis sebelum itu juga', planless: true });
  await page.getByRole('button', { name: 'Simpan' }).click();
  for (const title of ['data datang', 'itu juga']) {
    await expect(page.getByRole('link', { name: `Ditulis sebelum ${title}` })).toBeVisible();
  }

  await server.request(ADMINISTRATOR, 'DELETE', '/api/admin/maintenance');
  await page.reload();
  await phone.expectState(/Semua terkirim/, { timeout: 90_000 });
  await phone.goTo('Hari ini');
  for (const title of ['data datang', 'itu juga']) {
    await page.getByRole('link', { name: `Ditulis sebelum ${title}` }).click();
    await page.getByLabel('Mendukung RHK').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible();
  }
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Ditulis sebelum%')).toHaveLength(2);
  await expect(page.getByRole('heading', { name: 'Menunggu RHK' })).toBeHidden();
  await phone.goTo('SKP');
  await expect(page.getByRole('tab', { name: 'Hasil kerja' })).toBeVisible();
});

test('a first sync that broke off tells what has come, and concludes nothing from the rest', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  // What the device is like after the first pages: rows and positions, but not the end.
  await page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('kerjaku '))?.name ?? '';
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    const tx = db.transaction(['meta', 'rows_skp', 'rows_activity', 'rows_leave'], 'readwrite');
    tx.objectStore('meta').put({ key: 'complete', value: false });
    for (const table of ['rows_skp', 'rows_activity', 'rows_leave']) tx.objectStore(table).clear();
    await new Promise((done) => {
      tx.oncomplete = done;
    });
    db.close();
  });
  for (const path of ['/', '/kegiatan', '/skp', '/evaluasi', '/tpp', '/cuti', '/klarifikasi']) {
    await page.goto(phone.network.origin + path);
    await expect(page.getByText('Belum semua data sampai di perangkat ini').first(), path).toBeVisible();
    await concludesNothing(page);
  }
});

test('an app that is open overnight shows the new day, and a form that nobody typed in means it', async ({
  newDevice,
}) => {
  // 22.00 in Amuntai (WITA), then 07.30.
  const evening = new Date(`${new Date().toISOString().slice(0, 10)}T14:00:00.000Z`);
  const morning = new Date(evening.getTime() + 9.5 * 3_600_000);
  const days = new Intl.DateTimeFormat('id-ID', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Asia/Makassar' },
  } as const);
  const looked = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const phone = await newDevice({ time: evening });
  const page = await phone.signIn(EMPLOYEE);
  await expect(page.getByText(days.format(evening), { exact: true })).toBeVisible();
  const second = await phone.context.newPage();
  await second.goto(`${phone.network.origin}/kegiatan/baru`);
  const tomorrow = morning.toLocaleDateString('sv-SE', { timeZone: 'Asia/Makassar' }).split('-').reverse().join('/');
  await expect(second.getByLabel('Tanggal')).not.toHaveValue(tomorrow);

  await phone.setTime(morning);
  await looked(page);
  await expect(page.getByText(days.format(morning), { exact: true })).toBeVisible();
  await expect(page.getByText(days.format(evening), { exact: true })).toBeHidden();
  await looked(second);
  await expect(second.getByLabel('Tanggal')).toHaveValue(tomorrow);
});

test('a session that has ended is named on the screens that ask the server, and they are there after signing in', async ({
  server,
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(TREASURER);
  await sql`delete from session`.execute(await server.database());
  const month = new Date().toISOString().slice(0, 7);
  await page.goto(`${desk.network.origin}/kelola/tpp/${month}`);
  await expect(page.getByText('Waktu masuk Anda sudah habis.')).toBeVisible();
  await expect(page.getByText(/perlu jaringan/)).toBeHidden();
  await page.getByRole('alert').getByRole('link', { name: 'Masuk lagi' }).click();
  await page.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Daftar TPP' })).toBeVisible();
  await expect(page.getByText(/Rp/).first()).toBeVisible();

  await page.goto(`${desk.network.origin}/kelola/kehadiran`);
  await sql`delete from session`.execute(await server.database());
  const content = `NIP;Nama;Tanggal;Masuk;Pulang;Keterangan\n${EMPLOYEE.nip};x;${month}-01;07:20;16:05;`;
  const file = { name: 'hadir.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.getByLabel('Pilih berkas').setInputFiles(file);
  await page.getByRole('button', { name: 'Simpan kehadiran' }).click();
  await expect(page.getByText('Waktu masuk Anda sudah habis.')).toBeVisible();

  // And a network that is really gone is said to be gone.
  await desk.setOffline(true);
  await page.getByRole('button', { name: 'Simpan kehadiran' }).click();
  await expect(page.getByText('Server tidak dapat dihubungi.')).toBeVisible();
  await expect(page.getByText('Waktu masuk Anda sudah habis.')).toBeHidden();
});

test('an address without https is named before anybody signs in, and in place of a state that never comes', async ({
  server,
}) => {
  const host = 'kerjaku.kantor.example';
  const { args, ...options } = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...args, `--host-resolver-rules=MAP ${host} 127.0.0.1`] });
  try {
    const page = await browser.newPage({ locale: 'id-ID', viewport: PHONE });
    page.setDefaultTimeout(30_000);
    await page.goto(`http://${host}:${server.port}`, { waitUntil: 'commit' });
    await expect(page.getByText('Alamat ini tidak aman (http)', { exact: false })).toBeVisible();
    await expect(page.getByRole('link', { name: `https://${host}`, exact: true })).toBeVisible();
    await expect(page.getByLabel('NIP')).toBeHidden();

    // Who had signed in there before is told on every screen.
    await page.evaluate(
      async ({ nip, password }) => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch('/api/session', {
          method: 'POST',
          headers,
          body: JSON.stringify({ nip, password }),
        });
        const person = { ...(await response.json()), lastUsed: new Date().toISOString() };
        const db = await new Promise<IDBDatabase>((done) => {
          const opening = indexedDB.open('kerjaku');
          opening.onsuccess = () => done(opening.result);
        });
        const tx = db.transaction(['people', 'settings'], 'readwrite');
        tx.objectStore('people').put(person);
        tx.objectStore('settings').put({ key: 'current', value: person.employeeId });
        await new Promise((done) => {
          tx.oncomplete = done;
        });
        db.close();
      },
      { nip: EMPLOYEE.nip, password: DEMO_PASSWORD },
    );
    await page.goto(`http://${host}:${server.port}`, { waitUntil: 'commit' });
    await expect(page.getByRole('status').filter({ hasText: 'Alamat ini tidak aman (http)' }).first()).toBeVisible();
    await expect(page.getByText(UNKNOWN)).toBeVisible();
  } finally {
    await browser.close();
  }
});

test('a screen whose code did not come says so, and comes when it is asked for again', async ({ server }) => {
  const browser = await chromium.launch(launchOptions());
  // Once the service worker has everything, no screen depends on the network.
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: PHONE, locale: 'id-ID' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const origin = `http://localhost:${server.port}`;
  await page.goto(origin);
  await page.getByLabel('NIP').fill(EMPLOYEE.nip);
  await page.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible();

  const code = '**/assets/SyncCentreScreen-*.js';
  const absent = page.getByRole('alert').filter({ hasText: 'Layar ini belum ada di perangkat' });
  const isThere = () => expect(page.getByRole('heading', { level: 1, name: 'Pengiriman' })).toBeVisible();
  await page.route(code, (route) => route.abort());
  await page.goto(`${origin}/pengiriman`);
  await expect(absent).toBeVisible();
  await page.unroute(code);
  await absent.getByRole('button', { name: 'Coba lagi' }).click();
  await isThere();

  await page.goto(origin);
  await page.route(code, (route) => route.abort());
  await page.getByRole('link', { name: /Semua terkirim/ }).click();
  await expect(absent).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible();
  await page.unroute(code);
  await absent.getByRole('button', { name: 'Coba lagi' }).click();
  await isThere();
  await browser.close();
});
