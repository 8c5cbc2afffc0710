// The server dies in the middle of a push of 200 mutations: before it has committed, and after, when only the answer is
// lost. Either way nothing is lost and nothing is there twice.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { storedTitles } from '../support/activities.ts';
import type { Device } from '../support/device.ts';
import { EMPLOYEE } from '../support/people.ts';
import type { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

const SCOPE = `w:${EMPLOYEE.id}`;

/** Leaves 25 entries on the last day before today, so that copying that day four times makes a hundred. */
async function seedBusyDay(db: Db): Promise<void> {
  await sql`delete from activity where scope_id = ${SCOPE}`.execute(db);
  await sql`update scope set version = version + 1 where id = ${SCOPE}`.execute(db);
  await sql`
    insert into activity (agency_id, scope_id, id, version, deleted, employee_id, result_id, date, title, description,
      minutes, quantity, unit, state, revision, created_at)
    select s.agency_id, s.id, gen_random_uuid(), s.version, false, ${EMPLOYEE.id}, r.id, now()::date - 3,
      'Uji ke-' || to_char(n, 'FM00'), '', 10, 1, 'unit', 'draft', 1, now()
    from scope s, generate_series(1, 25) n, (select id from result where scope_id = ${`p:${EMPLOYEE.id}`} limit 1) r
    where s.id = ${SCOPE}`.execute(db);
}

/** Two hundred mutations wait on the phone: a hundred entries, each submitted. */
async function logHundredOffline(phone: Device): Promise<void> {
  await phone.setOffline(true);
  const { page } = phone;
  for (let time = 1; time <= 4; time += 1) {
    await page.getByRole('button', { name: 'Salin kegiatan hari sebelumnya' }).click();
    await page.getByRole('button', { name: 'Salin 25 kegiatan' }).click();
    await expect(page.getByRole('button', { name: `Kirim ke atasan (${time * 25})` })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Kirim ke atasan (100)' }).click();
  await phone.expectState('Tersimpan di perangkat, 200 menunggu');
}

async function expectAllOnce(phone: Device, server: ServerProcess): Promise<void> {
  await phone.expectState(/Semua terkirim/, { timeout: 60_000 });
  const titles = await storedTitles(server, EMPLOYEE.id, 'Uji ke-%');
  expect(titles).toHaveLength(125);
  for (let n = 1; n <= 25; n += 1) {
    expect(titles.filter((title) => title === `Uji ke-${String(n).padStart(2, '0')}`)).toHaveLength(5);
  }
  const { rows } = await sql<{ result: string; count: number }>`
    select outcome->>'result' as result, count(*) from mutation_log group by 1`.execute(await server.database());
  expect(rows).toEqual([{ result: 'applied', count: 200 }]);
}

test('a server killed inside the transaction of a push loses nothing and applies nothing twice', async ({
  server,
  newDevice,
}) => {
  const db = await server.database();
  await seedBusyDay(db);
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await logHundredOffline(phone);

  await db.connection().execute(async (holding) => {
    // The push waits inside its transaction for this row, until the server is dead.
    await sql`begin`.execute(holding);
    await sql`select from scope where id = ${SCOPE} for update`.execute(holding);
    await phone.setOffline(false);
    await expect
      .poll(async () => {
        const { rows } = await sql<{ count: number }>`
          select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%for update%'`.execute(
          db,
        );
        return rows[0]?.count;
      })
      .toBeGreaterThan(0);
    await server.kill();
    await sql`rollback`.execute(holding);
  });
  await phone.expectState('Tersimpan di perangkat, 200 menunggu');

  await server.start();
  await expectAllOnce(phone, server);
});

test('a server killed after its commit, before the answer arrived, applies nothing twice', async ({
  server,
  newDevice,
}) => {
  const db = await server.database();
  await seedBusyDay(db);
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await logHundredOffline(phone);

  await phone.loseAnswers();
  await expect
    .poll(async () => {
      const { rows } = await sql<{ count: number }>`select count(*) from mutation_log`.execute(db);
      return rows[0]?.count;
    })
    .toBe(200);
  await server.kill();
  await phone.setOffline(true);
  await phone.expectState('Tersimpan di perangkat, 200 menunggu');

  await server.start();
  await phone.setOffline(false);
  await expectAllOnce(phone, server);
});
