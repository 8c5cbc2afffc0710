// A superior decides on 38 entries of three people, two of which go back with a note.

import { sql } from 'kysely';
import { EMPLOYEE, type Person, SUPERVISOR } from '../../e2e/support/people.ts';
import type { ServerProcess } from '../../e2e/support/server.ts';
import { KHAIRUL, submitWork, titleOf, YULIANA } from '../../e2e/support/submitted-work.ts';
import type { Hand } from './hand.ts';
import { atPlace, until } from './place.ts';

const WORK: [Person, number][] = [
  [EMPLOYEE, 14],
  [KHAIRUL, 13],
  [YULIANA, 11],
];
const waiting = (server: ServerProcess) => submitWork(server, WORK);

const isDecided = (server: ServerProcess) =>
  until('36 are approved and two are returned', async () => {
    const { rows } = await sql<{ state: string; count: number }>`
      select state, count(*)::int as count from activity where title like 'penguji-_ uji %' and not deleted
      group by state order by state`.execute(await server.database());
    return JSON.stringify(rows.map(({ state, count }) => [state, count])) === '[["approved",36],["returned",2]]';
  });

export const decideOnPhone = (): Promise<Hand> =>
  atPlace('phone', { prepare: waiting }, async ({ server, device, hand }) => {
    const page = await device.signIn(SUPERVISOR);
    await hand.tap(page.getByRole('navigation').getByRole('link', { name: 'Tim' }).first());
    await hand.tap(page.getByRole('button', { name: /Setujui 14$/ }));
    await hand.tap(page.getByLabel(`Kembalikan: ${titleOf(KHAIRUL, 0)}`));
    await hand.tap(page.getByLabel(`Kembalikan: ${titleOf(KHAIRUL, 1)}`));
    await hand.tap(page.getByRole('button', { name: 'Bukti dukung belum ada' }));
    await hand.tap(page.getByRole('button', { name: /Setujui 11, kembalikan 2$/ }));
    await hand.tap(page.getByRole('button', { name: /Setujui 11$/ }));
    await isDecided(server);
    return hand;
  });

/** All three decisions are taken back first, one after the other: that is not counted. */
export const decideByKeys = (): Promise<Hand> =>
  atPlace('PC', { prepare: waiting }, async ({ server, device, hand }) => {
    const page = await device.signIn(SUPERVISOR);
    await hand.tabTo(page.getByRole('navigation').getByRole('link', { name: 'Tim' }).first());
    await hand.press('Enter');
    await page.getByText('38 kegiatan dari 3 pegawai').waitFor();
    await page.getByRole('button', { name: /Setujui 14$/ }).waitFor();
    const pause = () => page.waitForTimeout(600);
    await pause();
    await hand.press('j', 'r', 'j', 'r', '1');
    const decide = async () => {
      for (const left of ['24 kegiatan dari 2 pegawai', '11 kegiatan dari 1 pegawai', '']) {
        await pause();
        await hand.press('a');
        if (left) await page.getByText(left).waitFor();
      }
    };
    await hand.uncounted(async () => {
      await decide();
      for (const back of ['11 kegiatan dari 1 pegawai', '24 kegiatan dari 2 pegawai', '38 kegiatan dari 3 pegawai']) {
        await pause();
        await hand.press('z');
        await page.getByText(back).waitFor();
      }
      await page.getByRole('button', { name: /Setujui 12, kembalikan 2$/ }).waitFor();
    });
    await decide();
    await isDecided(server);
    return hand;
  });
