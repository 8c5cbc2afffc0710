// What an earlier version stored is what its people find after an update.

import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase } from '#server/testing/empty-database.ts';
import { templateId } from '#shared/plan/tables.ts';
import { migrate, migrations } from './migrate.ts';

const FINAL = '2026-11-04T02:00:00.000Z';
const TITLE = 'Kepala Seksi Manajemen & Rekayasa Lalu Lintas';
let database: Awaited<ReturnType<typeof emptyDatabase>>;

beforeAll(async () => {
  database = await emptyDatabase();
  const { db } = database;
  const before = Object.fromEntries(Object.entries(migrations).filter(([migration]) => migration < '0010'));
  await new Migrator({ db, provider: { getMigrations: async () => before } }).migrateToLatest();
  for (const statement of [
    `insert into agency values ('dishub', 'Dinas', 'Asia/Makassar')`,
    `insert into scope (agency_id, id, version) values ('dishub', 'a:dishub', 7), ('dishub', 'w:budi', 3), ('dishub', 'w:ani', 2)`,
    `insert into template (agency_id, scope_id, id, version, position, content, at)
      values ('dishub', 'a:dishub', '${TITLE.toLowerCase()}', 7, '${TITLE}', '{}', now())`,
    ...['budi', 'ani'].map(
      (person) => `insert into evaluation (agency_id, scope_id, id, version, skp_id, kind, period, valid_from,
        valid_until, evaluator_id, state, revision, assessment, assessed_at, final_at)
        values ('dishub', 'w:${person}', 'e', 1, 's', 'periodic', '2026-10', '2026-10-01', '2026-10-31', 'head',
        'final', 3, '{}', now(), ${person === 'budi' ? `'${FINAL}'` : 'null'})`,
    ),
  ]) {
    await sql.raw(statement).execute(db);
  }
  await new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(Object.entries(migrations).filter(([migration]) => migration < '0021')),
    },
  }).migrateToLatest();
  for (const statement of [
    `insert into employee (agency_id, scope_id, id, version, nip, name, employment, grade)
      values ('dishub', 'a:dishub', 'budi', 7, null, 'Budi', 'PNS', null), ('dishub', 'a:dishub', 'cici', 7, null, 'Cici', 'PNS', null)`,
    `insert into unit (agency_id, scope_id, id, version, name, parent_id)
      values ('dishub', 'a:dishub', 'dinas', 7, 'Dinas', null), ('dishub', 'a:dishub', 'seksi', 7, 'Seksi', 'dinas')`,
    ...[
      ['budi', 'dinas', 'null'],
      ['cici', 'seksi', 'null'],
      ['dedi', 'seksi', `'budi'`],
    ].map(
      ([person, unit, superior]) => `insert into assignment (agency_id, scope_id, id, version, employee_id, unit_id,
        position, position_kind, kind, supervisor_id, post_class, valid_from)
        values ('dishub', 'a:dishub', 'post-${person}', 7, '${person}', '${unit}', 'Analis', 'JA', 'definitive',
        ${superior}, 7, '2026-01-01')`,
    ),
    `insert into slip (agency_id, scope_id, id, version, month, content, at)
      values ('dishub', 'w:budi', '2026-10', 2, '2026-10', '{"total": "12.5"}', now())`,
    `insert into adjustment (agency_id, scope_id, id, version, month, for_month, amount, reason, by, at)
      values ('dishub', 'w:budi', 'x', 3, '2026-10', null, '-50000', 'Keliru', 'ani', '${FINAL}')`,
    `insert into pay_entry (agency_id, scope_id, id, version, employee_id, kind, valid_from, source, withdrawn, by, at)
      values ('dishub', 'w:budi', 'y', 3, 'budi', 'lhkpn', '2026-10-01', 'SK', 'false', 'ani', '${FINAL}')`,
  ]) {
    await sql.raw(statement).execute(db);
  }
  await migrate(db);
});
afterAll(() => database.drop());

it('a template whose title was its id comes anew under an id, and the old one goes, on every device', async () => {
  const { rows } = await sql`select id, position, version, deleted from template order by deleted`.execute(database.db);
  expect(rows).toEqual([
    { id: templateId(TITLE), position: TITLE, version: 8, deleted: false },
    { id: TITLE.toLowerCase(), position: TITLE, version: 8, deleted: true },
  ]);
  const { rows: scopes } = await sql`select version from scope where id = 'a:dishub'`.execute(database.db);
  expect(scopes).toEqual([{ version: 9 }]);
});

it('an evaluation that is final counts as received when it became so, and devices hear of it', async () => {
  const { rows } = await sql`
    select e.scope_id, e.received_at, e.version, s.version as of_scope from evaluation e
    join scope s on s.agency_id = e.agency_id and s.id = e.scope_id order by 1`.execute(database.db);
  expect(rows).toEqual([
    { scopeId: 'w:ani', receivedAt: null, version: 1, ofScope: 2 },
    { scopeId: 'w:budi', receivedAt: new Date(FINAL), version: 4, ofScope: 5 },
  ]);
});

it('what a person is paid moves out of the scope that superiors hold, whole, and devices hear of both', async () => {
  for (const table of ['slip', 'adjustment', 'pay_entry']) {
    const { rows } = await sql`
      select scope_id, version::int, deleted from ${sql.table(table)} order by scope_id`.execute(database.db);
    expect(rows).toEqual([
      { scopeId: 'm:budi', version: 1, deleted: false },
      { scopeId: 'w:budi', version: 5, deleted: true },
    ]);
  }
  const { rows: moved } = await sql`
    select a.amount, a.reason, a.at, s.content from adjustment a, slip s
    where a.scope_id = 'm:budi' and s.scope_id = 'm:budi'`.execute(database.db);
  expect(moved).toEqual([{ amount: '-50000', reason: 'Keliru', at: new Date(FINAL), content: { total: '12.5' } }]);
  const { rows: scopes } = await sql`
    select id, version::int, (select count(*)::int from scope_version v where v.scope_id = s.id) as stamps
    from scope s where id like 'm:%' order by id`.execute(database.db);
  expect(scopes).toEqual([
    { id: 'm:budi', version: 1, stamps: 1 },
    { id: 'm:cici', version: 0, stamps: 0 },
  ]);
});

it('the only one without a superior who is in a unit with none above heads the agency, and nobody else does', async () => {
  const { rows } = await sql`
    select a.id, a.heads_agency, a.version <= s.version as told from assignment a
    join scope s on s.agency_id = a.agency_id and s.id = a.scope_id order by a.id`.execute(database.db);
  expect(rows).toEqual([
    { id: 'post-budi', headsAgency: true, told: true },
    { id: 'post-cici', headsAgency: false, told: true },
    { id: 'post-dedi', headsAgency: false, told: true },
  ]);
  const moved = await sql<{ id: string }>`
    select id from assignment where version = (select version from scope where id = 'a:dishub')`.execute(database.db);
  expect(moved.rows).toEqual([{ id: 'post-budi' }]);
});
