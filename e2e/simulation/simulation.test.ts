// Histories without a violation, and engines broken on purpose that the checks must find.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { domain } from '#shared/domain.ts';
import type { Activity } from '#shared/tables.ts';
import { workScope } from '#shared/tables.ts';
import type { LocalStore, LocalTransaction } from '../../client/sync/store.ts';
import { connect, type Db } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { CheckName } from './checks.ts';
import { type Mutant, simulate } from './simulate.ts';

const SEEDS = 40;
const STEPS = 150;
const NAME = `simulation_${process.pid}`;

let db: Db;
let root: Db;
beforeAll(async () => {
  root = connect(inject('postgres'), { connections: 1 });
  await sql.raw(`create database ${NAME}`).execute(root);
  db = connect(Object.assign(new URL(inject('postgres')), { pathname: `/${NAME}` }).href, { connections: 4 });
  await migrate(db);
});
afterAll(async () => {
  await db.destroy();
  await sql.raw(`drop database ${NAME} with (force)`).execute(root);
  await root.destroy();
});

it(`holds every promise in ${SEEDS} simulated histories`, { timeout: 120_000 }, async () => {
  let mutations = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const run = await simulate({ db, seed, steps: STEPS });
    expect(run.violations, `npm run sim -- --seed ${seed} --steps ${STEPS}`).toEqual([]);
    mutations += run.mutations;
  }
  expect(mutations).toBeGreaterThan(SEEDS * 20);
});

it('draws the same history from the same seed', async () => {
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
    'devices hold exactly the rows of their scopes',
  ],
  [
    'a pull skips a row',
    {
      answer: (response) => ({
        ...response,
        changes: response.changes.map((set) => (set.table === 'activity' ? { ...set, rows: set.rows.slice(1) } : set)),
      }),
    },
    'devices hold exactly the rows of their scopes',
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
    'the log replays to the same state, so nothing took effect twice',
  ],
];

describe('a check finds it when', () => {
  it.each(mutants)('%s', { timeout: 60_000 }, async (_what, mutant, check) => {
    const found = new Set<CheckName>();
    for (let seed = 1; seed <= 20 && !found.has(check); seed += 1) {
      const { violations } = await simulate({ db, seed, steps: STEPS, mutant });
      for (const violation of violations) found.add(violation.check);
    }
    expect([...found]).toContain(check);
  });
});
