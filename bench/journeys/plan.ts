// An SKP of three RHK with three IKI each, from a template that the superior made for the post; each target is changed.

import { sql } from 'kysely';
import { newId } from '#client/sync/ids.ts';
import { EngineDevice } from '../../e2e/support/engine-device.ts';
import { Network } from '../../e2e/support/network.ts';
import type { Person } from '../../e2e/support/people.ts';
import type { ServerProcess } from '../../e2e/support/server.ts';
import type { Hand } from './hand.ts';
import { atPlace, type Place, until } from './place.ts';

const NEWCOMER: Person = { id: 'adm-1', nip: '196903111992031013', name: 'Abdul Hamid' };
const SUPERIOR: Person = { id: 'kasubag-umum', nip: '198003052006042011', name: 'Siti Rahmah, S.AP.' };
const RESULTS = ['Terkelolanya surat masuk', 'Terkelolanya surat keluar', 'Tertatanya arsip kantor'];
const INDICATORS = ['Jumlah berkas yang selesai', 'Jumlah berkas tanpa kesalahan', 'Jumlah berkas yang tepat waktu'];

async function saveTemplate(server: ServerProcess): Promise<void> {
  const network = await Network.to(server.port);
  const device = new EngineDevice({
    name: 'superior',
    person: SUPERIOR,
    cookie: await server.signIn(SUPERIOR),
    network,
  });
  await device.sync();
  const parent = device.rows('result', `p:${SUPERIOR.id}`)[0];
  const post = device.rows('assignment').find(({ employeeId }) => employeeId === NEWCOMER.id);
  const results = RESULTS.map((text) => ({
    ...{ id: newId(), kind: 'utama', text, parentId: parent?.id ?? null, parentOwnerId: SUPERIOR.id },
    ...{ expectation: '', perspective: null, endedIn: null, createdAt: new Date().toISOString() },
  }));
  const indicators = results.flatMap(({ id: resultId }) =>
    INDICATORS.map((text) => ({
      ...{ id: newId(), resultId, aspect: 'kuantitas', text, targetMin: 800, targetMax: null, targetText: null },
      ...{ unit: 'berkas', direction: 'up' },
    })),
  );
  const content = { results, indicators, expectations: [], annexes: [] };
  const args = { employeeId: NEWCOMER.id, position: post?.position ?? '', content };
  await device.act([{ name: 'template.save', args }]);
  await device.sync();
  device.close();
}

export const planFromTemplate = (place: Place): Promise<Hand> =>
  atPlace(place, { prepare: saveTemplate }, async ({ server, device, hand }) => {
    const page = await device.signIn(NEWCOMER);
    await hand.tap(page.getByRole('link', { name: 'Anda belum punya SKP tahun ini' }));
    await page.getByRole('button', { name: /^Susun SKP \d{4}$/ }).waitFor();
    const source = page.getByLabel('Mulai dari');
    if (!(await source.locator('option:checked').textContent())?.includes('emplat')) {
      await hand.choose(source, { index: 1 });
    }
    await hand.tap(page.getByRole('button', { name: /^Susun SKP \d{4}$/ }));
    const edits = page.getByRole('button', { name: /^Ubah IKI/ });
    await edits.nth(8).waitFor();
    for (let index = 0; index < 9; index += 1) {
      await hand.tap(edits.nth(index));
      await hand.write(page.getByLabel('Target', { exact: true }), String(900 + index));
      await hand.tap(page.getByRole('dialog').getByRole('button', { name: 'Simpan' }));
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await hand.tap(page.getByRole('button', { name: 'Ajukan ke atasan' }));
    await until('the plan is with the superior', async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from indicator i join skp s on s.id = i.skp_id
        where s.scope_id = ${`p:${NEWCOMER.id}`} and s.state = 'submitted' and not i.deleted
          and i.target_min between 900 and 908`.execute(await server.database());
      return rows[0]?.count === 9;
    });
    return hand;
  });
