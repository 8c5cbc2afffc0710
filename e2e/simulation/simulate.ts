// One simulated history: from a seed it draws what people do and what goes wrong; then everything heals and is checked.

import { domain as trueDomain } from '#shared/domain.ts';
import type { SyncRequest, SyncResponse } from '#shared/protocol.ts';
import type { Domain } from '#shared/sync/domain.ts';
import type { Db } from '../../server/db/database.ts';
import { answerSync } from '../../server/sync/answer.ts';
import { historyOf } from '../../server/sync/epoch.ts';
import { olderApp } from './apps.ts';
import { check, type Violation } from './checks.ts';
import { type BrokenDevice, type Made, SimulatedDevice } from './device.ts';
import { dyingDatabase, FAULTS, faultyTransport, Killed } from './faults.ts';
import { randomOf } from './random.ts';
import {
  actorOf,
  type Backup,
  backUp,
  delegate,
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

/** Everybody signed in when it began; what bounds a claim is what the device proves. */
const SESSION = { floor: new Date(START), synced: false, tokenHash: null };

export interface SimulationInput {
  /** A database of its own: the epoch of a restore is the database's. */
  db: Db;
  seed: number;
  steps: number;
  /**
   * Several devices at the same time, so that transactions meet in PostgreSQL. Who comes first is PostgreSQL's choice,
   * so that a seed does not draw the same history twice.
   */
  concurrent?: boolean;
  /** A part of the engine broken on purpose. */
  mutant?: Mutant;
}

export interface Mutant extends BrokenDevice {
  domain?: Domain;
  answer?: (response: SyncResponse) => SyncResponse;
  /** What somebody does to the database before it is checked. */
  tamper?: (db: Db, tenant: string) => Promise<unknown>;
}

export interface Simulated {
  violations: Violation[];
  mutations: number;
  history: string[];
}

let runs = 0;

export async function simulate(input: SimulationInput): Promise<Simulated> {
  const { db, seed, steps, concurrent = false, mutant = {} } = input;
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
  const violations: Violation[] = [];

  const ask = async (request: SyncRequest, { dying } = { dying: false }) => {
    now += 1000;
    const response = await answerSync({
      db: dying ? dyingDatabase(db) : db,
      ...{ domain, request, actor: actorOf(tenant, request.actor), session: SESSION, now: new Date(now) },
      history: await historyOf(db, tenant),
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
        ...{ name, person, tenant, transport, random, made, broken: mutant, newApp: domain },
        app: random.chance(0.5) ? olderApp(domain) : domain,
        now: () => now,
      }),
  );
  /** A killed process leaves what it had stored; the next step is a new one. Any other error must not be. */
  const survive = async (device: SimulatedDevice, what: string, work: () => Promise<string>) => {
    const words = `${device.name} ${what}`;
    device.killIn = random.chance(0.08) ? random.below(12) : -1;
    try {
      history.push(`${words}: ${await work()}`);
    } catch (error) {
      history.push(`${words}: ${error instanceof Killed ? 'killed' : error}`);
      if (!(error instanceof Killed)) {
        violations.push({ check: 'after a restart the device goes on by itself', what: `${words}: ${error}` });
      }
    }
    device.killIn = -1;
  };

  for (let step = 0; step < steps; step += 1) {
    now += random.below(2 * HOUR);
    const device = random.maybe(devices) as SimulatedDevice;
    const what = random.below(26);
    if (what < 10) await survive(device, 'acts', () => device.act());
    else if (what < 17) {
      const together = concurrent ? devices.filter((other) => other !== device && random.chance(0.4)) : [];
      await Promise.all([device, ...together].map((one) => survive(one, 'syncs', () => one.sync())));
    } else if (what === 17) {
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
    } else if (what === 21) {
      const supervisor = random.pick(SUPERVISORS);
      const ends = random.chance(0.5);
      await delegate(db, tenant, supervisor, ends);
      history.push(`${supervisor} ${ends ? 'acts no longer' : 'now acts'} for the other supervisor`);
    } else if (what === 22) {
      history.push(`${device.name} ${device.signedIn ? await device.signOut() : 'signs in'}`);
      if (history.at(-1)?.endsWith('signs in')) device.signIn();
    } else if (what === 23) {
      device.update();
      history.push(`${device.name}: the app is updated`);
    } else if (late.length > 0) {
      const request = late.shift() as SyncRequest;
      await ask(request).catch(() => undefined);
      history.push(`a late request of ${request.actor} arrives`);
    }
  }

  calm = true;
  for (const request of late.splice(0)) await ask(request).catch(() => undefined);
  for (const device of devices) device.signIn();
  // Twice: what the first round brings to the server, the second brings to everybody.
  for (const device of [...devices, ...devices]) {
    const ended = () => device.sync().catch((error: unknown) => String(error));
    // Devices go into a new epoch one after the other.
    let status = await ended();
    if (status === 'busy') status = await ended();
    if (status === 'settled') continue;
    violations.push({
      check: 'after a restart the device goes on by itself',
      what: `${device.name} ends as ${status}`,
    });
  }
  await mutant.tamper?.(db, tenant);
  violations.push(...(await check({ db, tenant, now, devices, made, foundedAt: () => 1 })));
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
