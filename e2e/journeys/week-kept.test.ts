// What stands in the week's sheet is kept, and stays in its cell, whatever comes meanwhile: another device, a row that gets
// another name, an act that is still under way, a tap beside the button.

import type { Page } from '@playwright/test';
import { sql } from 'kysely';
import { addDays } from '#shared/time/working-time.ts';
import { weekOf } from '#shared/work/rules/day-state.ts';
import { storedTitles } from '../support/activities.ts';
import { type Device, PC } from '../support/device.ts';
import { EMPLOYEE } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

/** Of the week before, whatever day it is. */
const [MONDAY = ''] = weekOf(addDays(new Date().toISOString().slice(0, 10), -7));
const SURVEY = 'Survei rambu';

async function openWeek(desk: Device): Promise<Page> {
  const page = await desk.signIn(EMPLOYEE);
  await page.goto(`${desk.network.origin}/kegiatan/minggu/${MONDAY}`);
  return page;
}

const addForm = (page: Page) => page.getByRole('form', { name: 'Tambah pekerjaan' });

async function addRow(page: Page, title: string) {
  const adding = addForm(page);
  await adding.getByLabel('Apa yang dikerjakan').fill(title);
  await adding.getByLabel('Satuan').fill('titik');
  await adding.getByLabel('RHK').selectOption({ index: 1 });
  await adding.getByRole('button', { name: 'Tambah baris' }).click();
}

/** Minutes and quantity of each day, from Monday on. */
const cellsOf = (page: Page, title: string) =>
  page.getByRole('row', { name: new RegExp(`^${title}`) }).getByRole('gridcell');

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
}

test('what is being typed in a cell, and a row that is not added yet, are there after a reload', async ({
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const page = await openWeek(desk);
  await addRow(page, SURVEY);
  const cells = cellsOf(page, SURVEY);
  await addForm(page).getByLabel('Apa yang dikerjakan').fill('Rapat koordinasi');
  await addForm(page).getByLabel('Satuan').fill('rapat');
  await cells.first().click();
  await press(page, '1', '2', '5');
  await page.waitForTimeout(700);
  await page.reload();
  await expect(cells.first()).toHaveText('125');
  await expect(addForm(page).getByLabel('Apa yang dikerjakan')).toHaveValue('Rapat koordinasi');
  await expect(addForm(page).getByLabel('Satuan')).toHaveValue('rapat');

  // Escape leaves the cell as it was, and only it.
  await cells.first().click();
  await press(page, '7', '7', 'Escape');
  await expect(cells.first()).toHaveText('125');
  await cells.nth(2).click();
  await press(page, '7', '7', 'Escape');
  await expect(cells.nth(2)).toHaveText('');

  // Nothing is given up by one tap.
  await page.getByRole('button', { name: 'Buang yang belum disimpan' }).click();
  const question = page.getByRole('dialog', { name: 'Buang isian ini?' });
  await question.getByRole('button', { name: 'Batal' }).click();
  await expect(cells.first()).toHaveText('125');
  await page.getByRole('button', { name: 'Buang yang belum disimpan' }).click();
  await page.waitForTimeout(600);
  await question.getByRole('button', { name: 'Buang', exact: true }).click();
  await expect(cells).toHaveCount(0);
  await expect(addForm(page).getByLabel('Apa yang dikerjakan')).toHaveValue('');
});

test('what comes from another device moves no number that is typed, and is not doubled', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(4 * 60_000);
  const [desk, other] = [await newDevice({ viewport: PC }), await newDevice({ viewport: PC })];
  const [page, there] = [await openWeek(desk), await openWeek(other)];
  await addRow(page, SURVEY);
  const cells = cellsOf(page, SURVEY);
  await cells.nth(2).click();
  await press(page, '7', '5');

  await addRow(there, 'Apel pagi');
  await cellsOf(there, 'Apel pagi').first().click();
  await press(there, '3', '0', 'Tab', '1', 'Enter');
  await addRow(there, SURVEY);
  await cellsOf(there, SURVEY).nth(4).click();
  await press(there, '3', '0', 'Tab', '1', 'Enter');
  await save(there);
  await expect(cellsOf(page, 'Apel pagi').first()).toHaveText('30', { timeout: 60_000 });
  await expect(cells.nth(4)).toHaveText('30');
  await press(page, '0', 'Tab', '3', 'Enter');
  await expect(cells.nth(2)).toHaveText('750');
  await expect(cells.nth(3)).toHaveText('3');
  await expect(cellsOf(page, 'Apel pagi').nth(2)).toHaveText('');

  // The same cell on both: nothing is saved before it is said which of the two holds.
  await desk.setOffline(true);
  await cells.nth(0).click();
  await press(page, '9', '0', 'Tab', '4', 'Enter');
  await cellsOf(there, SURVEY).first().click();
  await press(there, '4', '5', 'Tab', '2', 'Enter');
  await save(there);
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, SURVEY)).toHaveLength(2);
  await desk.setOffline(false);
  const changed = page.getByRole('alert').filter({ hasText: 'Isinya berubah sejak Anda ketik' });
  await expect(changed).toContainText('Sudah tercatat 45 menit, 2 titik. Anda mengetik 90 menit, 4 titik.', {
    timeout: 60_000,
  });
  await save(page);
  await expect(changed.getByRole('button', { name: 'Pakai yang saya ketik' })).toBeFocused();
  await changed.getByRole('button', { name: 'Pakai yang saya ketik' }).click();
  await expect(changed).toBeHidden();
  await page.waitForTimeout(600);
  await save(page);
  await desk.expectState(/Semua terkirim/);
  const stored = sql<{ date: string; minutes: number }>`
    select to_char(date, 'YYYY-MM-DD') as date, minutes from activity
    where scope_id = ${`w:${EMPLOYEE.id}`} and title = ${SURVEY} and not deleted order by date`;
  await expect
    .poll(async () => (await stored.execute(await server.database())).rows.map(({ minutes }) => minutes))
    .toEqual([90, 750, 30]);
});

test('the row of a typed cell stays when its only entry gets another name', async ({ server, newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const page = await openWeek(desk);
  await addRow(page, SURVEY);
  await cellsOf(page, SURVEY).first().click();
  await press(page, '9', '0', 'Tab', '4', 'Enter');
  await save(page);
  await expect(page.getByText('Belum ada yang diketik')).toBeVisible();
  await cellsOf(page, SURVEY).nth(2).click();
  await press(page, '7', '5', 'Tab', '3', 'Enter');

  await page.goto(`${desk.network.origin}/kegiatan/hari/${MONDAY}`);
  await page.getByRole('link', { name: SURVEY }).click();
  await page.getByLabel('Apa yang dikerjakan').fill('Survei marka jalan');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Survei marka jalan' })).toBeVisible();
  await page.goto(`${desk.network.origin}/kegiatan/minggu/${MONDAY}`);
  await expect(cellsOf(page, 'Survei marka jalan').first()).toHaveText('90');
  await expect(cellsOf(page, SURVEY).nth(2)).toHaveText('75');
  await save(page);
  await expect(page.getByText('Belum ada yang diketik')).toBeVisible();
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Survei %')).toEqual(['Survei marka jalan', SURVEY]);
});

test('on a slow PC, what is typed while the sheet is being saved is there afterwards', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(4 * 60_000);
  const desk = await newDevice({ viewport: PC });
  const page = await openWeek(desk);
  await addRow(page, SURVEY);
  const cells = cellsOf(page, SURVEY);
  await cells.first().click();
  for (let column = 0; column < 8; column += 1) await press(page, '6', '0', 'Tab');
  await page.waitForTimeout(500);
  const slow = await desk.context.newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const button = page.getByRole('button', { name: 'Simpan', exact: true });
  await button.scrollIntoViewIfNeeded();
  const [cell, on] = [await cells.nth(8).boundingBox(), await button.boundingBox()];
  if (!cell || !on) throw new Error('the cell is not there');
  await page.mouse.click(on.x + 20, on.y + 20);
  await page.mouse.click(cell.x + 10, cell.y + 10);
  await press(page, '9', '9', 'Enter');
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect(page.getByRole('status').filter({ hasText: '1 isian belum disimpan' })).toBeVisible();
  await expect(cells.nth(8)).toHaveText('99');
  await page.waitForTimeout(600);
  await page.reload();
  await expect(cells.nth(8)).toHaveText('99');
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, SURVEY)).toHaveLength(4);
});

test('of two pasted rows for one cell the second is told, and the first stays', async ({ newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const page = await openWeek(desk);
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('gridcell').first().click();
  const table = `${SURVEY}\ttitik\t60\t3\n${SURVEY}\ttitik\t45\t2`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), table);
  await page.keyboard.press('Control+v');
  const check = page.getByRole('dialog', { name: 'Periksa yang ditempel' });
  await expect(check.getByText('2 isian akan masuk')).toBeVisible();
  await expect(check.getByRole('listitem').nth(1)).toContainText('sudah diisi baris 1');
  await page.waitForTimeout(600);
  await check.getByRole('button', { name: 'Masukkan' }).click();
  await expect(cellsOf(page, SURVEY).first()).toHaveText('60');
});
