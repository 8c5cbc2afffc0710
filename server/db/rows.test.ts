import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase } from '#server/testing/empty-database.ts';
import { isNamedBy, type Read } from '#shared/sync/row-set.ts';
import { tables } from '#shared/tables.ts';
import { migrate } from './migrate.ts';
import { loadRows, writeRows } from './rows.ts';

const TENANT = 'dishub';
let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  database = await emptyDatabase();
  await migrate(database.db);
  await sql`insert into agency values (${TENANT}, 'Dinas', 'Asia/Makassar')`.execute(database.db);
});
afterAll(() => database.drop());

const leave = (scope: string, id: string, state: string) => ({
  ...{ id, scope, version: 1, kind: 'tahunan', validFrom: '2026-11-02', validUntil: '2026-11-03' },
  ...{ reason: '', state, revision: 1, consideration: null, officialId: null, askedFrom: null, askedUntil: null },
  ...{ givenBack: [], note: null, paper: null, decidedAt: null, decidedBy: null },
});

it('gives the rows that reads name, by id, value, range or scope, and no others', async () => {
  const scopes = ['w:a', 'w:b'];
  const rows = scopes.flatMap((scope) => [
    leave(scope, '1', 'approved'),
    leave(scope, '2', 'returned'),
    leave(scope, '3', 'submitted'),
  ]);
  await database.db
    .insertInto('scope')
    .values(scopes.map((id) => ({ agencyId: TENANT, id })))
    .execute();
  const changes = rows.map((row) => ({ table: 'leave', scope: row.scope, id: row.id, row }));
  await writeRows(database.db, tables, TENANT, changes, new Map(scopes.map((scope) => [scope, 1])));
  for (const read of [
    { id: '2' },
    { where: 'state', equals: 'approved' },
    { where: 'state', between: ['returned', 'submitted'] as const },
    { all: true as const },
  ]) {
    const asked = { table: 'leave', scope: 'w:a', ...read } as Read;
    const found = await loadRows(database.db, tables, TENANT, [asked, asked]);
    const named = rows.filter((row) => row.scope === 'w:a' && isNamedBy(asked, row)).map(({ id }) => id);
    expect(named.length).toBeGreaterThan(0);
    expect(found.map(({ row }) => `${row.scope} ${row.id}`).sort()).toEqual(named.map((id) => `w:a ${id}`));
  }
});
