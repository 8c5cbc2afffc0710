// The first entry of somebody who never logged anything, and the entry of every day.

import { sql } from 'kysely';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { storedTitles } from '../../e2e/support/activities.ts';
import { EMPLOYEE } from '../../e2e/support/people.ts';
import type { ServerProcess } from '../../e2e/support/server.ts';
import type { Hand } from './hand.ts';
import { atPlace, type Place, until } from './place.ts';

const nothingLogged = async (server: ServerProcess) =>
  sql`delete from activity where scope_id = ${`w:${EMPLOYEE.id}`}`.execute(await server.database());

const TITLE = 'Uji rem angkot';

/** From the page of signing in to the superior. NIP and password are counted apart: nothing here shortens them. */
export const firstEntry = (place: Place): Promise<Hand> =>
  atPlace(place, { prepare: nothingLogged }, async ({ server, device, hand }) => {
    const { page } = device;
    await page.getByLabel('NIP').fill(EMPLOYEE.nip);
    await page.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
    await hand.tap(page.getByRole('button', { name: 'Masuk', exact: true }));
    await hand.tap(page.getByRole('link', { name: 'Catat kegiatan' }).first());
    await page.getByRole('heading', { name: 'Catat kegiatan' }).waitFor();
    await hand.write(page.getByLabel('Apa yang dikerjakan'), TITLE);
    await hand.choose(page.getByLabel('Mendukung RHK'), { index: 1 });
    await hand.write(page.getByLabel('Jumlah hasil'), '14');
    // A person who looks up from the keyboard sees what the RHK brought.
    await page.waitForTimeout(1500);
    const unit = page.getByLabel('Satuan');
    if ((await unit.inputValue()) === '') await hand.write(unit, 'kendaraan');
    await hand.tap(page.getByRole('radio', { name: 'Lamanya saja' }));
    await hand.tap(page.getByRole('button', { name: '1 jam', exact: true }));
    await hand.tap(page.getByRole('button', { name: 'Kirim ke atasan' }));
    await until('the entry is with the superior', async () => {
      const sent = await storedTitles(server, EMPLOYEE.id, TITLE, 'submitted');
      return sent.length === 1;
    });
    return hand;
  });

/** With a quantity that is not the usual one. */
export const usualEntry = (place: Place): Promise<Hand> =>
  atPlace(place, {}, async ({ server, device, hand }) => {
    const page = await device.signIn(EMPLOYEE);
    const usual = page.getByRole('listitem').filter({ has: page.getByRole('group', { name: /^Jumlah / }) });
    const title = ((await usual.first().locator('p').first().textContent()) ?? '').trim();
    await hand.tap(usual.first().getByRole('button', { name: 'Tambah' }));
    await hand.tap(page.getByRole('button', { name: `Catat ${title}` }));
    await until('the entry is at the server', async () => {
      const logged = await storedTitles(server, EMPLOYEE.id, title, 'draft');
      return logged.length === 1;
    });
    return hand;
  });
