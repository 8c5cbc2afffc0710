// npm run sim -- --seeds 1000 [--steps 200] [--seed N] [--concurrent] [--minutes 60] [--lanes 6]: simulated histories on a
// real PostgreSQL without durability. Lanes run beside each other, each with a database of its own.

import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { connect, type Db } from '#server/db/database.ts';
import { startEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { temporaryDataDir } from '#server/testing/data-dir.ts';
import { shrink, simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    steps: { type: 'string', default: '200' },
    lanes: { type: 'string', default: '6' },
    seed: { type: 'string' },
    /** Goes on with further seeds until the time is over. */
    minutes: { type: 'string' },
    concurrent: { type: 'boolean', default: false },
  },
});
const { concurrent } = values;
const steps = Number(values.steps);
const first = values.seed === undefined ? 1 : Number(values.seed);
const until = values.minutes === undefined ? null : performance.now() + Number(values.minutes) * 60_000;
const last = values.seed !== undefined ? first : until === null ? Number(values.seeds) : Number.POSITIVE_INFINITY;

const dataDir = await temporaryDataDir('kerjaku-sim-');
const postgres = await startEmbedded(dataDir, { fast: true });

async function newDatabase(name: string): Promise<Db> {
  const root = connect(postgres.url, { connections: 1 });
  await sql.raw(`create database ${name}`).execute(root);
  await root.destroy();
  const db = connect(Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href, { connections: 8 });
  await migrate(db);
  return db;
}

const began = performance.now();
const seconds = () => (performance.now() - began) / 1000;
let next = first;
let seeds = 0;
let mutations = 0;
let failed = 0;
const figures = () => `${seeds} seeds, ${mutations} mutations, ${failed} failing, ${seconds().toFixed(0)} s`;

async function lane(number: number): Promise<void> {
  const db = await newDatabase(`lane_${number}`);
  while (next <= last && (until === null || performance.now() < until)) {
    const input = { db, seed: next++, steps, concurrent };
    const run = await simulate(input);
    seeds += 1;
    mutations += run.mutations;
    if (seeds % 500 === 0) console.log(figures());
    if (run.violations.length === 0) continue;
    failed += 1;
    // What does not happen again cannot be made shorter.
    const shortest = concurrent ? { ...run, steps } : await shrink(input);
    console.log(`\nseed ${input.seed} fails; shortest history, --steps ${shortest.steps}:`);
    for (const line of shortest.history) console.log(`  ${line}`);
    for (const { check, what } of shortest.violations.slice(0, 10)) console.log(`  VIOLATED ${check}: ${what}`);
  }
  await db.destroy();
}

const lanes = values.seed === undefined ? Number(values.lanes) : 1;
await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number + 1)));
console.log(figures());
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
