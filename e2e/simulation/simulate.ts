// One simulated history: from a seed it draws what people do and what goes wrong; then everything heals and is checked.

import { domain as trueDomain } from '#shared/domain.ts';
import type { SyncRequest, SyncResponse } from '#shared/protocol.ts';
import type { Domain } from '#shared/sync/domain.ts';
import type { LocalStore } from '../../client/sync/store.ts';
import type { Db } from '../../server/db/database.ts';
import { answerSync } from '../../server/sync/answer.ts';
import { check, type Violation } from './checks.ts';
import { type Made, SimulatedDevice } from './device.ts';
import { dyingDatabase, FAULTS, faultyTransport, Killed } from './faults.ts';
import { randomOf } from './random.ts';
import {
  actorOf,
  type Backup,
  backUp,
  EMPLOYEES,
  foundAgency,
  reassign,
  restore,
  START,
  SUPERVISORS,
} from './world.ts';

/** Two devices for each but one: the cases differ. */
const DEVICES: [name: string, person: string][] = [
  ['phone of e1', 'e1'],
  ['PC of e1', 'e1'],
  ['phone of e2', 'e2'],
  ['phone of s1', 's1'],
  ['PC of s1', 's1'],
  ['phone of s2', 's2'],
];
const HOUR = 3_600_000;

export interface SimulationInput {
  db: Db;
  seed: number;
  steps: number;
  /** A part of the engine broken on purpose. */
  mutant?: Mutant;
}

export interface Mutant {
  domain?: Domain;
  store?: (store: LocalStore) => LocalStore;
  answer?: (response: SyncResponse) => SyncResponse;
}

export interface Simulated {
  violations: Violation[];
  mutations: number;
  history: string[];
}

let runs = 0;

export async function simulate({ db, seed, steps, mutant = {} }: SimulationInput): Promise<Simulated> {
  const random = randomOf(seed);
  runs += 1;
  const tenant = `simulation-${seed}-${runs}`;
  const domain = mutant.domain ?? trueDomain;
  await foundAgency(db, tenant);
  let now = START;
  let calm = false;
  const history: string[] = [];
  const made: Made[] = [];
  const late: SyncRequest[] = [];
  let backup: Backup | null = null;
  const unexpected: Violation[] = [];

  const ask = async (request: SyncRequest, { dying } = { dying: false }) => {
    now += 1000;
    const response = await answerSync({
      db: dying ? dyingDatabase(db) : db,
      ...{ domain, request, actor: actorOf(tenant, request.actor), signedInAt: new Date(START), now: new Date(now) },
      failed: (error) => {
        throw error;
      },
      committed: () => undefined,
    });
    const received = JSON.parse(JSON.stringify(response)) as SyncResponse;
    return mutant.answer?.(received) ?? received;
  };
  const draw = () => (!calm && random.chance(0.4) ? random.pick(FAULTS) : null);
  const transport = faultyTransport({ ask, draw, late });
  const devices = DEVICES.map(
    ([name, person]) =>
      new SimulatedDevice({
        ...{ name, person, tenant, domain, transport, random, made },
        now: () => now,
        ...(mutant.store && { breakStore: mutant.store }),
      }),
  );

  /** A killed process leaves what it had stored; the next step is a new one. */
  const survive = async (what: string, work: () => Promise<string>) => {
    try {
      history.push(`${what}: ${await work()}`);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      history.push(`${what}: killed`);
    }
  };

  for (let step = 0; step < steps; step += 1) {
    now += random.below(2 * HOUR);
    const device = random.maybe(devices) as SimulatedDevice;
    device.killIn = random.chance(0.08) ? random.below(12) : -1;
    const what = random.below(22);
    if (what < 10) await survive(`${device.name} acts`, () => device.act());
    else if (what < 17) await survive(`${device.name} syncs`, () => device.sync());
    else if (what === 17) {
      device.skew = random.below(10 * 24 * HOUR) - 5 * 24 * HOUR;
      history.push(`${device.name}: its clock is off by ${Math.round(device.skew / HOUR)} hours`);
    } else if (what === 18) {
      const employee = random.pick(EMPLOYEES);
      const supervisor = random.pick(SUPERVISORS);
      await reassign(db, tenant, employee, supervisor);
      history.push(`${employee} now works for ${supervisor}`);
    } else if (what === 19) {
      backup = await backUp(db, tenant);
      history.push('the database is backed up');
    } else if (what === 20 && backup && random.chance(0.5)) {
      const noticed = random.chance(0.7);
      await restore(db, tenant, backup, { noticed });
      history.push(`the database is restored from the backup${noticed ? '' : ', and nobody notices'}`);
    } else if (late.length > 0) {
      const request = late.shift() as SyncRequest;
      await ask(request).catch(() => undefined);
      history.push(`a late request of ${request.actor} arrives`);
    }
    device.killIn = -1;
  }

  calm = true;
  for (const request of late.splice(0)) await ask(request).catch(() => undefined);
  // Twice: what the first round brings to the server, the second brings to everybody.
  for (const device of [...devices, ...devices]) {
    const status = await device.sync();
    if (status === 'settled') continue;
    unexpected.push({
      check: 'every mutation ended as applied, refused-and-kept or conflict-and-kept',
      what: `${device.name} ends as ${status}`,
    });
  }
  const violations = [...unexpected, ...(await check({ db, tenant, now, devices, made }))];
  return { violations, mutations: made.length, history };
}

/** The shortest beginning of a failing history that still fails. */
export async function shrink(input: SimulationInput): Promise<Simulated & { steps: number }> {
  let steps = input.steps;
  let shortest = await simulate(input);
  for (let step = Math.ceil(steps / 2); step >= 1; step = step === 1 ? 0 : Math.ceil(step / 2)) {
    while (steps > step) {
      const shorter = await simulate({ ...input, steps: steps - step });
      if (shorter.violations.length === 0) break;
      steps -= step;
      shortest = shorter;
    }
  }
  return { ...shortest, steps };
}
