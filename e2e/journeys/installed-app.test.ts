// The installed app: it can be installed, opens without a network, sends in the background, and keeps what is half typed.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { LIMITS, measure } from '../../bench/weight.ts';
import { entry, fillActivity, logActivity, storedTitles } from '../support/activities.ts';
import { EMPLOYEE } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const DIST = resolve(import.meta.dirname, '../../dist');

test('the browser finds nothing against installing it, and every picture of the manifest is what it says', async ({
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  const cdp = await phone.context.newCDPSession(page);
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);

  const manifest = await (await fetch(`${phone.network.origin}/manifest.webmanifest`)).json();
  expect(manifest.shortcuts).toHaveLength(2);
  expect(manifest.icons.map((icon: { purpose?: string }) => icon.purpose)).toContain('maskable');
  for (const { src, sizes, type } of [...manifest.icons, ...manifest.screenshots]) {
    const file = readFileSync(join(DIST, src));
    if (type === 'image/png') expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`, src).toBe(sizes);
  }
});

test('what was logged offline is sent in the background, though the app is closed', async ({ server, newDevice }) => {
  const phone = await newDevice({ whole: true });
  const page = await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await page.reload();
  await logActivity(page, { title: 'Cetak bukti lulus uji' });
  await phone.expectState('Tersimpan di perangkat, 1 menunggu');
  const other = await phone.context.newPage();
  await page.close();
  await phone.setOffline(false);
  await expect
    .poll(() => storedTitles(server, EMPLOYEE.id, 'Cetak bukti lulus uji'), { timeout: 60_000 })
    .toHaveLength(1);
  expect(other.url()).toBe('about:blank');
});

test('a new phone first gets what a day of work needs, then what the office and its papers need', async ({
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  const kept = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.includes('precache'));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  const isLater = (path: string) => /^\/assets\/(office|papers)\//.test(path);
  const day = kept.filter((path) => !isLater(path));
  expect(day.length).toBeGreaterThan(50);
  expect(kept.length).toBeGreaterThan(day.length + 20);
  // Two files of one turn may arrive in another order than they were asked for.
  expect(kept.findLastIndex((path) => !isLater(path) && !/512/.test(path))).toBeLessThan(kept.findIndex(isLater));
});

test('a line that breaks while the app is being kept is no harm: it is kept when the line is back', async ({
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  await page.getByLabel('NIP').fill(EMPLOYEE.nip);
  await page.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
  // Slow enough to be cut in the middle.
  phone.network.slow({ bytesPerSecond: 60_000 });
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await phone.expectState(/Semua terkirim/);
  const keeping = () =>
    page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.installing));
  await expect.poll(keeping).toBe(true);
  await phone.setOffline(true);
  await expect.poll(keeping).toBe(false);
  phone.network.slow(null);
  await phone.setOffline(false);
  await phone.expectInstalled();
  await phone.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible();
});

test('a hotspot that answers everything with its own page is told as what it is, and never takes the place of the app', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  phone.network.capture();
  await logActivity(page, { title: 'Di balik hotspot' });
  await phone.expectState(/Jaringan ini meminta Anda masuk/);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready).update().catch(() => undefined));
  await page.reload();
  await expect(entry(page, 'Di balik hotspot')).toContainText('Di perangkat ini');
  await phone.close();
  await expect(entry(await phone.open(), 'Di balik hotspot')).toBeVisible();
  phone.network.restore();
  await phone.page.reload();
  await phone.expectState(/Semua terkirim/, { timeout: 60_000 });
  expect(await storedTitles(server, EMPLOYEE.id, 'Di balik hotspot')).toHaveLength(1);
});

test('a half-typed form survives leaving it, a reload and a closed browser', async ({ newDevice }) => {
  const phone = await newDevice();
  let page = await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await page.getByLabel('Apa yang dikerjakan').fill('Uji emisi tujuh');
  await page.getByRole('button', { name: 'Kembali' }).click();
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue('Uji emisi tujuh');
  await page.getByLabel('Keterangan').fill('Setengah jalan');
  await page.reload();
  await expect(page.getByLabel('Keterangan')).toHaveValue('Setengah jalan');
  await page.getByLabel('Jumlah hasil').fill('7');
  await page.waitForTimeout(500);
  await phone.close();
  page = await phone.open();
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await expect(page.getByText('Isian yang belum disimpan dikembalikan.')).toBeVisible();
  await expect(page.getByLabel('Jumlah hasil')).toHaveValue('7');
  await page.getByRole('button', { name: 'Kosongkan isian' }).click();
  const question = page.getByRole('dialog', { name: 'Buang isian ini?' });
  await page.waitForTimeout(600);
  await question.getByRole('button', { name: 'Buang', exact: true }).click();
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue('');
});

test('who goes on while an entry is being saved stays where they went, and the entry is there', async ({
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  for (const wait of [0, 10, 20, 30, 40, 60, 80]) {
    await phone.goTo('Hari ini');
    await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
    await fillActivity(page, { title: `Pergi setelah ${wait} milidetik` });
    const save = await page.getByRole('button', { name: 'Simpan' }).elementHandle();
    const goOn = await page.getByRole('navigation').getByRole('link', { name: 'Kegiatan' }).first().elementHandle();
    await page.evaluate(
      async ([first, second, wait]) => {
        (first as HTMLElement).click();
        await new Promise((done) => setTimeout(done, wait as number));
        (second as HTMLElement).click();
      },
      [save, goOn, wait] as const,
    );
    await expect(entry(page, `Pergi setelah ${wait} milidetik`)).toBeVisible();
  }
});

test('a full device says so in words, keeps what is stored and what is typed, and saves when there is room', async ({
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await logActivity(page, { title: 'Sebelum penuh' });
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await fillActivity(page, { title: 'Saat penuh' });
  const cdp = await phone.context.newCDPSession(page);
  const { origin } = phone.network;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // Chromium believes for up to thirty seconds what it last knew of the room that is left.
  await page.waitForTimeout(32_000);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('alert')).toContainText('Penyimpanan perangkat penuh.');
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue('Saat penuh');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(page, 'Saat penuh')).toBeVisible();
  await expect(entry(page, 'Sebelum penuh')).toBeVisible();
});

test('the API document can be read in a browser under the strict policy', async ({ server, newDevice }) => {
  const { page } = await newDevice();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${server.origin}/api/docs/`);
  await expect(page.getByText('Push a batch of mutations and pull what changed')).toBeVisible();
  // Swagger UI sets one style inline and does without it; no script of it is inline.
  expect(problems.filter((problem) => !problem.includes('inline style'))).toEqual([]);
});

test('what the first screen needs is light enough for a poor network', () => {
  const { scripts, styles } = measure();
  expect(scripts).toBeLessThanOrEqual(LIMITS.scripts);
  expect(styles).toBeLessThanOrEqual(LIMITS.styles);
});
