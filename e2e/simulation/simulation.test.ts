// Histories without a violation, and engines broken on purpose that the checks must find.

import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { domain } from '#shared/domain.ts';
import type { Activity } from '#shared/tables.ts';
import { workScope } from '#shared/tables.ts';
import type { LocalStore, LocalTransaction } from '../../client/sync/store.ts';
import { connect, type Db } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { CheckName } from './checks.ts';
import { type Mutant, simulate } from './simulate.ts';

const SEEDS = 200;
/** So many histories run beside each other, each lane on a database of its own. */
const LANES = 4;
const CONCURRENT_SEEDS = 40;
const STEPS = 120;
const NAME = `simulation_${process.pid}`;

let lanes: [Db, ...Db[]];
let root: Db;

async function newLane(number: number): Promise<Db> {
  const name = `${NAME}_${number}`;
  await sql.raw(`create database ${name}`).execute(root);
  const db = connect(Object.assign(new URL(inject('postgres')), { pathname: `/${name}` }).href, { connections: 8 });
  await migrate(db);
  return db;
}

beforeAll(async () => {
  root = connect(inject('postgres'), { connections: 1 });
  lanes = [await newLane(0)];
  for (let number = 1; number < LANES; number += 1) lanes.push(await newLane(number));
});

afterAll(async () => {
  for (const [number, db] of lanes.entries()) {
    await db.destroy();
    await sql.raw(`drop database ${NAME}_${number} with (force)`).execute(root);
  }
  await root.destroy();
});

/** Runs so many seeds, the lanes beside each other; answers how many mutations people made. */
async function run(seeds: number, options: { concurrent?: boolean } = {}): Promise<number> {
  let next = 1;
  let mutations = 0;
  const lane = async (db: Db) => {
    while (next <= seeds) {
      const seed = next++;
      const { violations, mutations: made } = await simulate({ db, seed, steps: STEPS, ...options });
      expect(violations, `npm run sim -- --seed ${seed} --steps ${STEPS}`).toEqual([]);
      mutations += made;
    }
  };
  await Promise.all(lanes.map(lane));
  return mutations;
}

it(`holds every promise in ${SEEDS} simulated histories`, { timeout: 300_000 }, async () => {
  expect(await run(SEEDS)).toBeGreaterThan(SEEDS * 30);
});

it(`holds every promise in ${CONCURRENT_SEEDS} histories whose devices sync at the same time`, {
  timeout: 120_000,
}, async () => {
  expect(await run(CONCURRENT_SEEDS, { concurrent: true })).toBeGreaterThan(CONCURRENT_SEEDS * 30);
});

it('draws the same history from the same seed', async () => {
  const [db] = lanes;
  const [one, two] = [await simulate({ db, seed: 7, steps: 60 }), await simulate({ db, seed: 7, steps: 60 })];
  expect(one.history).toEqual(two.history);
});

/** A store whose transactions behave otherwise in one point. */
const storeWith =
  (change: (tx: LocalTransaction) => Partial<LocalTransaction>) =>
  (store: LocalStore): LocalStore => ({
    name: store.name,
    read: (work) => store.read((tx) => work({ ...tx, ...change(tx) })),
    write: (work) => store.write((tx) => work({ ...tx, ...change(tx) })),
  });

const nothing = async () => undefined;

type Spec = (typeof domain.mutations)[string];

/** Past every rule and trigger, as only somebody with the database in hand could. */
const asOwnerOfTheDatabase = (db: Db, statement: RawBuilder<unknown>) =>
  db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await statement.execute(tx);
  });

const mutants: [what: string, mutant: Mutant, check: CheckName][] = [
  [
    'refused mutations are dropped in silence',
    { store: storeWith(() => ({ addAttention: nothing })) },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'the newest entry of a queue is lost when the next is stored',
    {
      store: storeWith((tx) => ({
        putOutbox: async (entries) => {
          const last = (await tx.outbox()).at(-1);
          if (last && !entries.some(({ seq }) => seq === last.seq)) await tx.removeOutbox([last.seq]);
          await tx.putOutbox(entries);
        },
      })),
    },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'what the server acknowledged is forgotten before a backup can be restored',
    { store: storeWith(() => ({ sent: async () => [] })) },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'the queue is sent in the wrong order',
    {
      store: storeWith((tx) => ({
        outbox: async () => {
          const entries = await tx.outbox();
          const seqs = entries.map(({ seq }) => seq);
          return entries.reverse().map((entry, index) => ({ ...entry, seq: seqs[index] ?? entry.seq }));
        },
      })),
    },
    'the order of each device is kept',
  ],
  [
    'the rows of a scope that was left stay',
    { store: storeWith(() => ({ dropScope: nothing })) },
    'a scope left is gone, a scope entered is whole',
  ],
  [
    'signing out clears the device, whatever lies on it',
    { forgetsAtSignOut: true },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'what an older app has queued is not brought to the present shape',
    {
      domain: {
        ...domain,
        mutations: {
          ...domain.mutations,
          'evidence.attach': { ...(domain.mutations['evidence.attach'] as Spec), upcast: (args: unknown) => args },
        },
      },
    },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'the lock of a process that was killed stays behind',
    { keepsLock: true },
    'after a restart the device goes on by itself',
  ],
  [
    'somebody removes a line of the log',
    {
      tamper: (db, tenant) =>
        asOwnerOfTheDatabase(db, sql`delete from mutation_log where agency_id = ${tenant} and number = 2`),
    },
    'the audit log is unbroken and replays to the same state',
  ],
  [
    'somebody changes an entry past the rules',
    {
      tamper: (db, tenant) =>
        asOwnerOfTheDatabase(db, sql`update activity set title = 'Lain' where agency_id = ${tenant}`),
    },
    'the audit log is unbroken and replays to the same state',
  ],
  [
    'a pull skips a row',
    {
      answer: (response) => ({
        ...response,
        changes: response.changes.map((set) => (set.table === 'activity' ? { ...set, rows: set.rows.slice(1) } : set)),
      }),
    },
    'no pull skipped a row',
  ],
  [
    'pending mutations are not rolled back before the rows of the server come in',
    { store: storeWith(() => ({ base: async () => [] })) },
    'devices hold exactly the rows of their scopes',
  ],
  [
    'an approved entry can be deleted',
    {
      domain: {
        ...domain,
        mutations: {
          ...domain.mutations,
          'activity.delete': {
            ...domain.mutations['activity.delete'],
            decide: ({ args, rows, actor }) => {
              const scope = workScope(actor.id);
              const own = rows.where('activity', scope, 'employeeId', actor.id) as unknown as Activity[];
              const approved = own.find(({ id, state }) => id === args.id || state === 'approved');
              if (!approved) return { result: 'refused', refusal: { code: 'not-found' } };
              return { result: 'applied', changes: [{ table: 'activity', scope, id: approved.id, removed: true }] };
            },
          } as (typeof domain.mutations)['activity.delete'],
        },
      },
    },
    'an approved record changed only through a reopening',
  ],
  [
    'an edit takes effect twice',
    {
      domain: {
        ...domain,
        mutations: {
          ...domain.mutations,
          'activity.edit': {
            ...domain.mutations['activity.edit'],
            decide: (input) => {
              const decision = (domain.mutations['activity.edit'] as (typeof domain.mutations)[string]).decide(input);
              if (decision.result === 'refused') return decision;
              const changes = decision.changes.map((change) =>
                change.row && 'revision' in change.row
                  ? { ...change, row: { ...change.row, revision: Number(change.row.revision) + 1 } }
                  : change,
              );
              return { ...decision, changes };
            },
          } as (typeof domain.mutations)['activity.edit'],
        },
      },
    },
    'nothing took effect twice',
  ],
];

describe('a check finds it when', () => {
  it.each(mutants)('%s', { timeout: 60_000 }, async (_what, mutant, check) => {
    const found = new Set<CheckName>();
    const [db] = lanes;
    for (let seed = 1; seed <= 100 && !found.has(check); seed += 1) {
      const { violations } = await simulate({ db, seed, steps: STEPS, mutant });
      for (const violation of violations) found.add(violation.check);
    }
    expect([...found]).toContain(check);
  });
});
