// Whatever a hostile device sends that a schema takes, PostgreSQL can be asked about and can keep: no such value fails a
// batch later.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '#server/db/migrate.ts';
import { loadRows, writeRows } from '#server/db/rows.ts';
import { emptyDatabase } from '#server/testing/empty-database.ts';
import { type Call, mutations } from '#shared/mutations.ts';
import { equal } from '#shared/sync/merge.ts';
import { parseMutation } from '#shared/sync/mutation.ts';
import type { Read, RowChange } from '#shared/sync/row-set.ts';
import { tables } from '#shared/tables.ts';
import { everyMutation, foundedWorld } from '#shared/testing/every-mutation.ts';
import { hostileCopies } from '#shared/testing/hostile-args.ts';
import { actorOf, runCall, uuid } from '#shared/testing/people-who-act.ts';

const TENANT = 'dishub';
let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  database = await emptyDatabase();
  await migrate(database.db);
  await sql`insert into agency values (${TENANT}, 'Dinas', 'Asia/Makassar')`.execute(database.db);
});
afterAll(() => database.drop());

/** What is written when one value is hostile, each time into a scope of its own, so that all can be written at once. */
function hostileChanges(): RowChange[] {
  const world = foundedWorld();
  const changes: RowChange[] = [];
  let tries = 0;
  for (const make of everyMutation) {
    const { person, call, at } = make(world);
    for (const args of hostileCopies(call.args)) {
      const decision = runCall(world.rows, { person, call: { ...call, args } as Call, at, mutationId: uuid(999) });
      if (decision.result === 'refused') continue;
      tries += 1;
      for (const change of decision.changes) {
        if (!change.row) continue;
        const scope = `${change.scope} ${tries}`;
        changes.push({ ...change, scope, row: { ...change.row, scope } });
      }
    }
    world.act(person, call, at);
  }
  return changes;
}

/** What is asked for when one value is hostile, also where the rule then refuses it. */
function hostileReads(): Read[] {
  const world = foundedWorld();
  const reads = new Map<string, Read>();
  for (const make of everyMutation) {
    const { person, call, at } = make(world);
    for (const args of hostileCopies(call.args)) {
      const parsed = parseMutation(mutations, { name: call.name, v: mutations[call.name].version, args });
      if (!parsed.ok) continue;
      for (const read of parsed.spec.reads(parsed.args, actorOf(person))) reads.set(JSON.stringify(read), read);
    }
    world.act(person, call, at);
  }
  return [...reads.values()];
}

it('everything that hostile arguments ask for can be asked', async () => {
  const reads = hostileReads();
  expect(reads.length).toBeGreaterThan(1000);
  await loadRows(database.db, tables, TENANT, reads);
});

it('every row that hostile arguments lead to is kept as it was decided', async () => {
  const changes = hostileChanges();
  expect(changes.length).toBeGreaterThan(2000);
  const scopes = [...new Set(changes.map(({ scope }) => scope))];
  await database.db
    .insertInto('scope')
    .values(scopes.map((id) => ({ agencyId: TENANT, id })))
    .execute();
  await writeRows(database.db, tables, TENANT, changes, new Map(scopes.map((scope) => [scope, 1])));
  const reads = changes.map(({ table, scope, id }) => ({ table, scope, id }));
  const kept = await loadRows(database.db, tables, TENANT, reads);
  const asKept = new Map(kept.map(({ table, row }) => [`${table}/${row.scope}/${row.id}`, row]));
  const differs = changes.find(
    ({ table, scope, id, row }) => !equal(asKept.get(`${table}/${scope}/${id}`), { ...row, version: 1 }),
  );
  expect(differs).toBeUndefined();
}, 60_000);
