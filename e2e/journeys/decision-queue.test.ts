// A superior decides on the work of three people: with a thumb on a phone, with keys alone on a PC. Every decision can be
// taken back for ten seconds, also without a network and after a reload, and goes by itself when nobody takes it back.

import type { Page } from '@playwright/test';
import { sql } from 'kysely';
import { PC } from '../support/device.ts';
import { EMPLOYEE, type Person, SUPERVISOR } from '../support/people.ts';
import type { ServerProcess } from '../support/server.ts';
import { KHAIRUL, submitWork, titleOf, YULIANA } from '../support/submitted-work.ts';
import { expect, test } from '../support/test.ts';

const WORK: [Person, number][] = [
  [EMPLOYEE, 14],
  [KHAIRUL, 13],
  [YULIANA, 11],
];

const inState = (server: ServerProcess, state: string) => async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from activity where title like 'penguji-_ uji %' and state = ${state} and not deleted`.execute(
    await server.database(),
  );
  return rows[0]?.count;
};

const line = (page: Page, person: Person, index: number) => page.getByLabel(`Kembalikan: ${titleOf(person, index)}`);

test('on a phone, 38 entries of three people with two exceptions take at most eight taps', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(4 * 60_000);
  await submitWork(server, WORK);
  const phone = await newDevice();
  const page = await phone.signIn(SUPERVISOR);
  await phone.goTo('Tim');
  await phone.setOffline(true);
  await expect(page.getByText('38 kegiatan dari 3 pegawai')).toBeVisible();
  let taps = 1;
  const tap = async (what: ReturnType<Page['locator']>) => {
    taps += 1;
    await what.click();
  };
  await tap(page.getByRole('button', { name: /Setujui 14$/ }));
  await expect(page.getByText('24 kegiatan dari 2 pegawai')).toBeVisible();
  await tap(line(page, KHAIRUL, 0));
  await tap(line(page, KHAIRUL, 1));
  await tap(page.getByRole('button', { name: 'Bukti dukung belum ada' }));
  await tap(page.getByRole('button', { name: /Setujui 11, kembalikan 2$/ }));
  await expect(page.getByText('11 kegiatan dari 1 pegawai')).toBeVisible();
  await tap(page.getByRole('button', { name: /Setujui 11$/ }));
  await expect(page.getByText('Kegiatan menunggu keputusan')).toBeHidden();
  expect(taps).toBeLessThanOrEqual(8);

  await phone.setOffline(false);
  await expect.poll(inState(server, 'approved'), { timeout: 30_000 }).toBe(36);
  expect(await inState(server, 'returned')()).toBe(2);
});

test('a decision is taken back for ten seconds, note and ticks are there again, and nothing was sent', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(4 * 60_000);
  await submitWork(server, [[EMPLOYEE, 4]]);
  const phone = await newDevice();
  const page = await phone.signIn(SUPERVISOR);
  await phone.goTo('Tim');
  await line(page, EMPLOYEE, 2).click();
  await page.getByLabel('Catatan untuk yang dikembalikan').fill('Kendaraan yang mana?');
  await page.getByRole('button', { name: /Setujui 3, kembalikan 1$/ }).click();
  await expect(page.getByText('3 disetujui, 1 dikembalikan')).toBeVisible();
  // Also after a reload, which a killed tab is as well.
  await page.reload();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(page.getByText('4 kegiatan dari 1 pegawai')).toBeVisible();
  await expect(line(page, EMPLOYEE, 2)).toBeChecked();
  await expect(page.getByLabel('Catatan untuk yang dikembalikan')).toHaveValue('Kendaraan yang mana?');
  await page.waitForTimeout(11_000);
  expect(await inState(server, 'submitted')()).toBe(4);

  // Nobody takes it back, the browser is closed at once: it goes all the same.
  await page.getByRole('button', { name: /Setujui 3, kembalikan 1$/ }).click();
  await expect(page.getByRole('button', { name: 'Urungkan' })).toBeVisible();
  await phone.close();
  await phone.open();
  await expect.poll(inState(server, 'approved'), { timeout: 30_000 }).toBe(3);
  expect(await inState(server, 'returned')()).toBe(1);
});

test('on a PC it is done with keys alone, with evidence and history beside the list', async ({ server, newDevice }) => {
  test.setTimeout(4 * 60_000);
  await submitWork(server, WORK);
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await expect(page.getByText('38 kegiatan dari 3 pegawai')).toBeVisible();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('?');
  await expect(page.getByRole('dialog')).toContainText('putuskan pegawai ini, lalu pegawai berikutnya');
  await press('Escape', 'j');
  await expect(page.getByRole('region', { name: 'Riwayat' })).toContainText(titleOf(EMPLOYEE, 0));
  await press('r', 'j', 'j', 'k');
  await expect(page.getByRole('region', { name: 'Riwayat' })).toContainText(titleOf(EMPLOYEE, 1));
  await press('r', '2');
  await expect(page.getByRole('button', { name: /Setujui 12, kembalikan 2$/ })).toBeVisible();
  await expect(page.getByLabel('Catatan untuk yang dikembalikan')).toHaveValue('Jumlah hasil belum sesuai');
  // Keys that follow each other at once, on a screen that has just changed, are one wish.
  await page.waitForTimeout(600);
  await press('a');
  await expect(page.getByText('24 kegiatan dari 2 pegawai')).toBeVisible();
  await page.waitForTimeout(600);
  await press('z');
  await expect(page.getByText('38 kegiatan dari 3 pegawai')).toBeVisible();
  await expect(line(page, EMPLOYEE, 0)).toBeChecked();
  await expect(line(page, EMPLOYEE, 1)).toBeChecked();
  await page.waitForTimeout(600);
  await press('a');
  await expect(page.getByText('24 kegiatan dari 2 pegawai')).toBeVisible();
  await page.waitForTimeout(600);
  await press('a');
  await expect(page.getByText('11 kegiatan dari 1 pegawai')).toBeVisible();
  await page.waitForTimeout(600);
  await press('a');
  await expect.poll(inState(server, 'approved'), { timeout: 30_000 }).toBe(36);
  expect(await inState(server, 'returned')()).toBe(2);
});

test('of a thousand entries only what is near the screen is drawn, and one tap is taken back whole', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(4 * 60_000);
  await submitWork(server, [[EMPLOYEE, 1058]]);
  const phone = await newDevice();
  const page = await phone.signIn(SUPERVISOR);
  await phone.goTo('Tim');
  await expect(page.getByText('1.058 kegiatan dari 1 pegawai')).toBeVisible({ timeout: 60_000 });
  expect(await page.getByRole('checkbox').count()).toBeLessThan(60);
  await expect(page.getByRole('navigation').getByText('99+')).toBeVisible();
  await page.getByRole('button', { name: /Setujui 1\.058$/ }).click();
  await page.getByRole('button', { name: 'Urungkan' }).click({ timeout: 60_000 });
  await expect(page.getByText('1.058 kegiatan dari 1 pegawai')).toBeVisible();
  expect(await inState(server, 'submitted')()).toBe(1058);
});

test('a key that is held down decides on one person, not on the whole team', async ({ server, newDevice }) => {
  test.setTimeout(4 * 60_000);
  await submitWork(server, [
    [EMPLOYEE, 3],
    [KHAIRUL, 2],
    [YULIANA, 1],
  ]);
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await expect(page.getByText('6 kegiatan dari 3 pegawai')).toBeVisible();
  await page.waitForTimeout(600);
  for (let held = 0; held < 60; held += 1) {
    // Down again without up: as the browser tells of a key that is held.
    await page.keyboard.down('a');
    await page.waitForTimeout(33);
  }
  await page.keyboard.up('a');
  await expect(page.getByText('3 kegiatan dari 2 pegawai')).toBeVisible();

  // The same of Enter upon the button that decides.
  await page.getByRole('button', { name: /Setujui 2$/ }).focus();
  for (let held = 0; held < 60; held += 1) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(33);
  }
  await page.keyboard.up('Enter');
  await expect(page.getByText('1 kegiatan dari 1 pegawai')).toBeVisible();
});

test('entries that are approved one after another, quickly, are all approved', async ({ server, newDevice }) => {
  test.setTimeout(4 * 60_000);
  await submitWork(server, [[EMPLOYEE, 4]]);
  const desk = await newDevice({ viewport: { width: 1366, height: 1400 } });
  const page = await desk.signIn(SUPERVISOR);
  await page.goto(`${desk.network.origin}/persetujuan/${EMPLOYEE.id}`);
  const buttons = page.getByRole('button', { name: 'Setujui', exact: true });
  await expect(buttons).toHaveCount(4);
  await page.waitForTimeout(600);
  const last = await buttons.nth(3).boundingBox();
  const first = await buttons.nth(0).boundingBox();
  if (!first || !last) throw new Error('the buttons are not there');
  // From below upward, so that nothing moves under the finger.
  await page.mouse.click(last.x + 20, last.y + 15);
  await page.waitForTimeout(240);
  await page.mouse.click(first.x + 20, first.y + 15);
  await expect(buttons).toHaveCount(2);
});

test('what changes under the finger is marked, and approved only once it was read', async ({ server, newDevice }) => {
  test.setTimeout(4 * 60_000);
  await submitWork(server, [[EMPLOYEE, 2]]);
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await expect(page.getByText('2 kegiatan dari 1 pegawai')).toBeVisible();
  await expect(page.getByRole('button', { name: /Setujui 2$/ })).toBeVisible();

  const own = await newDevice();
  await own.signIn(EMPLOYEE);
  await own.goTo('Kegiatan');
  await own.page.getByText(titleOf(EMPLOYEE, 0)).first().click();
  await own.page.getByLabel('Jumlah hasil').fill('77');
  await own.page.getByRole('button', { name: 'Simpan' }).click();
  await own.expectState(/Semua terkirim/);

  await expect(page.getByText('1 kegiatan baru atau berubah sejak Anda buka; belum ikut diputuskan.')).toBeVisible();
  await expect(page.getByText('Berubah', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /Setujui 1$/ }).click();
  await expect(page.getByText('1 kegiatan dari 1 pegawai')).toBeVisible();
  await page.getByRole('button', { name: 'Sudah saya baca, ikutkan' }).click();
  await page.waitForTimeout(600);
  await page.getByRole('button', { name: /Setujui 1$/ }).click();
  await expect(page.getByText('Kegiatan menunggu keputusan')).toBeHidden();
  await expect.poll(inState(server, 'approved'), { timeout: 30_000 }).toBe(2);
});

test('tick and note of an entry that changes under the finger wait until it was read', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(4 * 60_000);
  await submitWork(server, [[EMPLOYEE, 3]]);
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await line(page, EMPLOYEE, 0).click();
  const note = page.getByLabel('Catatan untuk yang dikembalikan');
  await note.fill('Catatan panjang yang penting tentang kendaraan');

  const own = await newDevice();
  await own.signIn(EMPLOYEE);
  await own.goTo('Kegiatan');
  await own.page.getByText(titleOf(EMPLOYEE, 0)).first().click();
  await own.page.getByLabel('Jumlah hasil').fill('77');
  await own.page.getByRole('button', { name: 'Simpan' }).click();
  await own.expectState(/Semua terkirim/);
  await expect(page.getByText('1 kegiatan baru atau berubah sejak Anda buka; belum ikut diputuskan.')).toBeVisible({
    timeout: 60_000,
  });
  await expect(line(page, EMPLOYEE, 0)).toBeChecked();
  await expect(note).toHaveValue('Catatan panjang yang penting tentang kendaraan');
  await page.waitForTimeout(600);
  await page.getByRole('button', { name: /Setujui 2$/ }).click();
  await expect(page.getByText('1 kegiatan dari 1 pegawai')).toBeVisible();
  await expect(line(page, EMPLOYEE, 0)).toBeChecked();
  await expect(note).toHaveValue('Catatan panjang yang penting tentang kendaraan');

  // Kept like all that is typed.
  await page.waitForTimeout(600);
  await page.reload();
  await expect(line(page, EMPLOYEE, 0)).toBeChecked();
  await expect(note).toHaveValue('Catatan panjang yang penting tentang kendaraan');
  await page.getByRole('button', { name: /Kembalikan 1$/ }).click();
  await expect(page.getByText('Kegiatan menunggu keputusan')).toBeHidden();
  await expect.poll(inState(server, 'approved'), { timeout: 30_000 }).toBe(2);
  await expect.poll(inState(server, 'returned'), { timeout: 30_000 }).toBe(1);
});
