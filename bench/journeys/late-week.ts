// Five days that were forgotten, three works a day: on a phone day by day, on a PC in the sheet of the week.

import { sql } from 'kysely';
import { addDays } from '#shared/time/working-time.ts';
import { EMPLOYEE } from '../../e2e/support/people.ts';
import type { ServerProcess } from '../../e2e/support/server.ts';
import type { Hand } from './hand.ts';
import { atPlace, until } from './place.ts';

/** A Tuesday; the week before it is wholly in the same month and has no holiday. */
const NOW = new Date('2026-11-24T02:00:00.000Z');
const MONDAY = '2026-11-16';
const DAYS = 5;
const WORKS = 3;
const FRIDAY = addDays(MONDAY, DAYS - 1);

const forgotten = async (server: ServerProcess) =>
  sql`delete from activity where scope_id = ${`w:${EMPLOYEE.id}`} and date between ${MONDAY} and ${FRIDAY}`.execute(
    await server.database(),
  );

const isSent = (server: ServerProcess) =>
  until('the week is with the superior', async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from activity where scope_id = ${`w:${EMPLOYEE.id}`} and not deleted
        and date between ${MONDAY} and ${FRIDAY} and state = 'submitted'`.execute(await server.database());
    return rows[0]?.count === DAYS * WORKS;
  });

export const lateWeekOnPhone = (): Promise<Hand> =>
  atPlace('phone', { prepare: forgotten, time: NOW }, async ({ server, device, hand }) => {
    const page = await device.signIn(EMPLOYEE);
    await hand.tap(page.getByRole('link', { name: /hari kerja bulan ini belum ada catatan/ }));
    await hand.tap(page.getByRole('link', { name: /16 November/ }));
    for (let day = 0; day < DAYS; day += 1) {
      if (day > 0) await hand.tap(page.getByRole('link', { name: new RegExp(` ${16 + day} November`) }));
      await page.getByRole('heading', { level: 1, name: new RegExp(` ${16 + day} November`) }).waitFor();
      for (let work = 0; work < WORKS; work += 1) {
        await hand.tap(page.getByRole('button', { name: /^Catat ./ }).first());
      }
    }
    await hand.tap(page.getByRole('button', { name: `Kirim semua draf minggu ini (${DAYS * WORKS})` }));
    await isSent(server);
    return hand;
  });

export const lateWeekOnSheet = (): Promise<Hand> =>
  atPlace('PC', { prepare: forgotten, time: NOW }, async ({ server, device, hand }) => {
    const page = await device.signIn(EMPLOYEE);
    await hand.tap(page.getByRole('link', { name: 'Isi sepekan' }));
    await hand.tap(page.getByRole('link', { name: 'Pekan sebelumnya' }));
    await page.waitForURL(new RegExp(MONDAY));
    for (let work = 0; work < WORKS; work += 1) {
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('gridcell') })
        .nth(work);
      await hand.tap(row.getByRole('gridcell').first());
      for (let day = 0; day < DAYS; day += 1) {
        await hand.type('90');
        await hand.press('Tab');
        await hand.type('12');
        await hand.press('Tab');
      }
    }
    await hand.tap(page.getByRole('button', { name: /^Simpan dan kirim ke atasan/ }));
    await isSent(server);
    return hand;
  });
