// A shared PC with several tabs open: all of them work for the one person who is signed in, take one update, and leave
// room for each other's requests.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { sql } from 'kysely';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { entry, fillActivity, logActivity, storedTitles } from '../support/activities.ts';
import { type Device, PC } from '../support/device.ts';
import { publish } from '../support/newer-version.ts';
import { EMPLOYEE, type Person, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

async function newTab(device: Device): Promise<Page> {
  const tab = await device.context.newPage();
  await tab.goto(device.network.origin);
  return tab;
}

async function signOut(tab: Page): Promise<void> {
  await tab.getByRole('navigation').getByRole('link', { name: 'Akun' }).first().click();
  await tab.getByRole('button', { name: 'Keluar' }).click();
  const dialog = tab.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /^Keluar/ })).toBeVisible();
  await dialog.getByRole('button', { name: /^Keluar/ }).click();
  await expect(tab.getByRole('heading', { name: 'Masuk' })).toBeVisible();
}

async function signIn(tab: Page, person: Person): Promise<void> {
  await tab.getByLabel('NIP').fill(person.nip);
  await tab.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
  await tab.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(tab.getByRole('heading', { name: /^Halo/ })).toBeVisible();
}

const title = (tab: Page) => tab.getByLabel('Apa yang dikerjakan');
const greeting = (tab: Page, { name }: Person) => tab.getByRole('heading', { name: `Halo, ${name.split(/[ ,]/)[0]}` });

test('when one tab signs out and another person signs in, the other tab follows, and what was half typed stays its owner’s', async ({
  server,
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const first = await desk.signIn(EMPLOYEE);
  const second = await newTab(desk);
  await second.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await fillActivity(second, { title: 'Setengah jalan' });
  await signOut(first);
  await expect(second.getByRole('heading', { name: 'Masuk' })).toBeVisible();
  await signIn(first, SUPERVISOR);
  await expect(greeting(second, SUPERVISOR)).toBeVisible();
  await second.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await expect(title(second)).toHaveValue('');
  await signOut(second);
  await signIn(second, EMPLOYEE);
  await second.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await expect(title(second)).toHaveValue('Setengah jalan');
  await second.getByRole('button', { name: 'Simpan' }).click();
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Setengah jalan')).toHaveLength(1);
  expect(await storedTitles(server, SUPERVISOR.id, 'Setengah jalan')).toEqual([]);
});

test('a tab that heard nothing of the change stores nothing in the name of who is gone, and says so', async ({
  server,
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const first = await desk.signIn(EMPLOYEE);
  const second = await desk.context.newPage();
  // A tab that slept: no word from other tabs reaches it, and it does not notice being looked at.
  await second.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => undefined;
    for (const deaf of ['focus', 'pageshow', 'visibilitychange']) {
      for (const target of [window, document]) {
        target.addEventListener(deaf, (event) => event.stopImmediatePropagation(), { capture: true });
      }
    }
  });
  await second.goto(desk.network.origin);
  await second.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await fillActivity(second, { title: 'Atas nama siapa' });
  await signOut(first);
  await signIn(first, SUPERVISOR);
  await expect(title(second)).toHaveValue('Atas nama siapa');
  await second.getByRole('button', { name: 'Simpan' }).click();
  // The act finds out, and the tab follows.
  await expect(second.getByRole('heading', { name: /^Halo/ })).toBeVisible();
  await expect(second.getByText(`${SUPERVISOR.name} masuk di tab lain`)).toBeVisible();
  await expect(entry(second, 'Atas nama siapa')).toBeHidden();
  await signOut(first);
  await signIn(first, EMPLOYEE);
  await expect(first.getByRole('status').filter({ hasText: /Semua terkirim/ })).toBeVisible();
  expect(await storedTitles(server, EMPLOYEE.id, 'Atas nama siapa')).toEqual([]);
  await first.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await expect(title(first)).toHaveValue('Atas nama siapa');
});

test('eight tabs share one stream of the server, so each of them is answered', async ({ server, newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const streams: string[] = [];
  desk.context.on('request', (request) => {
    if (request.url().endsWith('/api/events')) streams.push(request.url());
  });
  const first = await desk.signIn(EMPLOYEE);
  let last = first;
  for (let tab = 2; tab <= 8; tab += 1) last = await newTab(desk);
  await logActivity(last, { title: 'Dari tab kedelapan' });
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Dari tab kedelapan')).toHaveLength(1);
  for (const tab of desk.context.pages()) {
    const status = await tab.evaluate(async () => (await fetch('/api/session')).status);
    expect(status).toBe(200);
  }
  // What comes by the one stream is seen in every tab.
  const elsewhere = await newDevice();
  await elsewhere.signIn(EMPLOYEE);
  await logActivity(elsewhere.page, { title: 'Dari perangkat lain' });
  await expect(entry(last, 'Dari perangkat lain')).toBeVisible({ timeout: 15_000 });
  expect(streams).toHaveLength(1);
  // The tab that listens is closed: another takes over.
  await first.close();
  await expect.poll(() => streams.length, { timeout: 15_000 }).toBe(2);
  await logActivity(elsewhere.page, { title: 'Setelah tab ditutup' });
  await expect(entry(last, 'Setelah tab ditutup')).toBeVisible({ timeout: 15_000 });
});

test('a sign-out that could not reach the server never ends the session of who comes next', async ({
  server,
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const first = await desk.signIn(EMPLOYEE);
  const second = await newTab(desk);
  await desk.setOffline(true);
  await signOut(first);
  await desk.setOffline(false);
  // A slow wire: every tab has time to meet the other's request under way.
  desk.network.slow({ bytesPerSecond: 100_000, roundTripMs: 600 });
  const again = newTab(desk);
  await signIn(second, SUPERVISOR);
  await again;
  await second.reload();
  await expect(second.getByRole('heading', { name: /^Halo/ })).toBeVisible();
  desk.network.slow(null);
  await desk.expectState(/Semua terkirim/);
  expect(await second.evaluate(async () => (await fetch('/api/session')).status)).toBe(200);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from session where employee_id = ${SUPERVISOR.id}`.execute(await server.database());
  expect(rows).toEqual([{ count: 1 }]);
});

const installed = mkdtempSync(join(tmpdir(), 'kerjaku-app-'));
cpSync(resolve(import.meta.dirname, '../../dist'), installed, { recursive: true });
test.afterAll(() => rmSync(installed, { recursive: true, force: true }));

test.describe('with a newer version', () => {
  test.use({ serverEnv: { CLIENT_DIR: installed } });

  test('an update taken in one tab is taken in all, and what was half typed is still there', async ({ newDevice }) => {
    const desk = await newDevice({ viewport: PC });
    const first = await desk.signIn(EMPLOYEE);
    const second = await newTab(desk);
    await second.getByRole('link', { name: 'Catat kegiatan' }).first().click();
    await title(second).fill('Setengah jalan');
    publish(installed, 'a newer version');
    await first.evaluate(async () => void (await navigator.serviceWorker.ready).update());
    for (const tab of [first, second]) await expect(tab.getByText('Versi baru tersedia')).toBeVisible();
    const reloaded = [first, second].map((tab) => tab.waitForEvent('load'));
    await first.getByRole('button', { name: 'Perbarui', exact: true }).click();
    await Promise.all(reloaded);
    for (const tab of [first, second]) await expect(tab.getByText('Versi baru tersedia')).toBeHidden();
    await expect(title(second)).toHaveValue('Setengah jalan');
  });

  test('“Perbarui” does something also where another tab was faster', async ({ newDevice }) => {
    const desk = await newDevice({ viewport: PC });
    const first = await desk.signIn(EMPLOYEE);
    const second = await desk.context.newPage();
    // It does not hear that another version has taken over.
    await second.addInitScript(() => {
      navigator.serviceWorker.addEventListener('controllerchange', (event) => event.stopImmediatePropagation());
    });
    await second.goto(desk.network.origin);
    publish(installed, 'a newer version still');
    await first.evaluate(async () => void (await navigator.serviceWorker.ready).update());
    const offered = second.getByRole('button', { name: 'Perbarui', exact: true });
    await expect(offered).toBeVisible();
    await first.getByRole('button', { name: 'Perbarui', exact: true }).click();
    await first.waitForEvent('load');
    const reloaded = second.waitForEvent('load');
    await offered.click();
    await reloaded;
    await expect(second.getByText('Versi baru tersedia')).toBeHidden();
  });
});
