// A line of Today opens exactly what it speaks of.

import { sql } from 'kysely';
import { HOLD_MS } from '#client/sync/held.ts';
import { entry, logActivity } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

// A month that has just begun may have no working day behind it.
const NOW = new Date('2026-11-24T02:00:00.000Z');
test.use({ time: NOW });

test('what was returned opens as itself', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await logActivity(page, { title: 'Uji rem yang dikembalikan' });
  await page.getByRole('button', { name: /^Kirim ke atasan/ }).click();
  await logActivity(page, { title: 'Uji lampu yang masih draf' });
  const desk = await newDevice({ viewport: PC });
  await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: `${EMPLOYEE.name} Penguji` }).click();
  await entry(desk.page, 'Uji rem yang dikembalikan').getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await desk.page.getByLabel('Catatan untuk pegawai').fill('Jumlahnya berapa?');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Kembalikan dengan catatan' }).click();
  // So long it may be taken back.
  await expect(desk.page.getByRole('button', { name: /^Urungkan/ })).toBeVisible();
  await desk.setTime(new Date(NOW.getTime() + HOLD_MS + 1_000));

  await page.getByRole('link', { name: /kegiatan dikembalikan atasan/ }).click();
  await expect(page.getByRole('heading', { name: 'Hanya yang dikembalikan' })).toBeVisible();
  await expect(entry(page, 'Uji rem yang dikembalikan')).toContainText('Jumlahnya berapa?');
  await expect(entry(page, 'Uji lampu yang masih draf')).toHaveCount(0);
  await page.getByRole('link', { name: 'Tampilkan semua' }).click();
  await expect(entry(page, 'Uji lampu yang masih draf')).toBeVisible();
});

test('days without a record open as themselves', async ({ server, newDevice }) => {
  await sql`update activity set deleted = true where scope_id = ${`w:${EMPLOYEE.id}`}`.execute(await server.database());
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  const line = page.getByRole('link', { name: /hari kerja bulan ini belum ada catatan/ });
  const count = Number.parseInt((await line.textContent()) ?? '', 10);
  expect(count).toBeGreaterThan(0);
  await line.click();
  const days = page.getByRole('main').getByRole('listitem');
  await expect(days).toHaveCount(count);
  const [, day = ''] = /(\d+) \p{L}+ \d{4}/u.exec((await days.first().textContent()) ?? '') ?? [];
  await days.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(day);
});
