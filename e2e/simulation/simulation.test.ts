// Histories without a violation, and engines broken on purpose that the checks must find.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connect, type Db } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { MUTANTS } from './mutants.ts';
import type { CheckName } from './promises.ts';
import { simulate } from './simulate.ts';

const SEEDS = 40;
/** So many histories run beside each other, each lane on a database of its own. */
const LANES = 4;
const CONCURRENT_SEEDS = 10;
const STEPS = 200;
/** What is broken on purpose shows sooner. */
const STEPS_OF_A_MUTANT = 120;
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

it(`holds every promise in ${SEEDS} simulated histories`, { timeout: 900_000 }, async () => {
  expect(await run(SEEDS)).toBeGreaterThan(SEEDS * 30);
});

it(`holds every promise in ${CONCURRENT_SEEDS} histories whose devices sync at the same time`, {
  timeout: 400_000,
}, async () => {
  expect(await run(CONCURRENT_SEEDS, { concurrent: true })).toBeGreaterThan(CONCURRENT_SEEDS * 30);
});

it('draws the same history from the same seed', { timeout: 600_000 }, async () => {
  const [db] = lanes;
  const [one, two] = [await simulate({ db, seed: 7, steps: 60 }), await simulate({ db, seed: 7, steps: 60 })];
  expect(one.history).toEqual(two.history);
});

describe('a check finds it when', () => {
  it.each(MUTANTS)('%s', { timeout: 600_000 }, async (_what, mutant, check) => {
    const found = new Set<CheckName>();
    const [db] = lanes;
    for (let seed = 1; seed <= 100 && !found.has(check); seed += 1) {
      const { violations } = await simulate({ db, seed, steps: STEPS_OF_A_MUTANT, mutant });
      for (const violation of violations) found.add(violation.check);
    }
    expect([...found]).toContain(check);
  });
});
