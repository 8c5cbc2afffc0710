// One simulated history: from a seed it draws what people do and what goes wrong; then everything heals and is checked.

import type { Db } from '#server/db/database.ts';
import type { SyncRequest } from '#shared/sync/protocol.ts';
import { olderApp } from './apps.ts';
import { Attacker } from './attacker.ts';
import { check } from './checks.ts';
import { arrives, type Course, HOUR, type Online, signIn } from './course.ts';
import { type Made, SimulatedDevice } from './device.ts';
import { bounded, FAULTS, faultyTransport } from './faults.ts';
import type { CheckName, Violation } from './promises.ts';
import { type Random, randomOf } from './random.ts';
import { type Mutant, SimulatedServer } from './server.ts';
import { STEPS } from './steps.ts';
import { Watch } from './watch.ts';
import { foundAgency, foundingRows, HEAD, START, WORKERS } from './world.ts';

/** Two devices for some: the cases differ. */
const DEVICES: [name: string, person: string][] = [
  ['phone of e1', 'e1'],
  ['PC of e1', 'e1'],
  ['phone of e2', 'e2'],
  ['phone of s1', 's1'],
  ['PC of s1', 's1'],
  ['phone of s2', 's2'],
  ['phone of the head', 'head'],
];

export interface SimulationInput {
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
  await foundAgency(db, tenant);
  const clock = { now: START };
  const page = random.chance(0.6) ? 1000 : 20 + random.below(40);
  const server = new SimulatedServer({ db, tenant, clock, page, mutant });
  let calm = false;
  const history: string[] = [];
  const made: Made[] = [];
  const takenBack = new Map<string, string>();
  const violations: Violation[] = [];
  const found = (check: CheckName, what: string) => violations.push({ check, what });
  const draw = () => (!calm && random.chance(0.4) ? random.pick(FAULTS) : null);
  const late: Course['late'] = [];

  const devices: Online[] = [];
  for (const [name, person] of DEVICES) {
    const most = random.pick([1000, 1000, 20, 6]);
    const drawn = () => {
      const fault = draw();
      if (fault) online.disturbed = true;
      return fault;
    };
    const ask = (request: SyncRequest, options?: { dying: boolean }) => server.ask(online.token, request, options);
    const delay = (request: SyncRequest) => {
      late.push({ device: name, token: online.token, request, sentAt: clock.now });
    };
    const transport = bounded(faultyTransport({ ask, draw: drawn, delay, most }));
    const { domain } = server;
    const device = new SimulatedDevice({
      ...{ name, person, tenant, transport, random, made, takenBack, found, broken: mutant, newApp: domain },
      app: random.chance(0.5) ? olderApp(domain) : domain,
      now: () => clock.now,
    });
    const online: Online = { device, begin: transport.begin, token: '', disturbed: false };
    online.token = await server.signIn(person, (await device.key).publicKey);
    devices.push(online);
  }
  const watch = new Watch({ db, tenant, clock, concurrent, found });
  const course: Course = {
    ...{ random, clock, server, devices, concurrent, history, found, late, files: [], uncertain: [], backup: null },
    byFile: new Set(),
    payEntry: { id: crypto.randomUUID(), employeeId: WORKERS[0] },
    office: await server.signIn('office', 'none'),
    head: await server.signIn('head', 'none'),
    attacker: await Attacker.arrive(server, random),
    directory: [{ since: 0, rows: foundingRows(tenant).filter(({ table }) => ['assignment', 'skp'].includes(table)) }],
    syncs: async (online) => {
      const { device } = online;
      online.begin();
      online.disturbed = false;
      const status = await watch.during(device, () => device.sync());
      if (status === 'failed' && !online.disturbed) {
        found('after a restart the device goes on by itself', `${device.name} is denied though nothing went wrong`);
      }
      return status;
    },
  };

  for (let step = 0; step < steps; step += 1) {
    clock.now += random.below(2 * HOUR);
    // Connections to storages break in spells.
    for (const { device } of devices) device.losesConnection = !calm && random.chance(0.1);
    // The head has little to do.
    const [one, other] = [random.maybe(devices), random.maybe(devices)] as [Online, Online];
    await stepOf(random)(course, one.device.person === HEAD ? other : one);
  }

  calm = true;
  await heal(course);
  await mutant.tamper?.(db, tenant);
  const { uncertain, byFile, directory } = course;
  const directoryAt = (received: number) => directory.findLast(({ since }) => since <= received)?.rows ?? [];
  violations.push(
    ...(await check({
      ...{ db, tenant, now: clock.now, made, takenBack, uncertain, byFile, directoryAt, foundedAt: () => 1 },
      devices: devices.map(({ device }) => device),
    })),
  );
  return { violations, mutations: made.length, history };
}

function stepOf(random: Random): (typeof STEPS)[number][1] {
  let at = random.below(STEPS.reduce((sum, [share]) => sum + share, 0));
  for (const [share, step] of STEPS) {
    at -= share;
    if (at < 0) return step;
  }
  throw new Error('shares do not add up');
}

/** So many runs a device has, once nothing goes wrong any more, to have nothing left to do. */
const RUNS_AT_MOST = 4;

/** Everything arrives, everybody signs in, and each device goes on by itself. */
async function heal(course: Course): Promise<void> {
  const { devices, late, clock, found, syncs } = course;
  for (const one of late.splice(0)) await arrives(course, one);
  for (const online of devices) {
    online.device.losesConnection = false;
    await signIn(course, online);
  }
  // The day must not end between the last sync and the check.
  clock.now += HOUR - (clock.now % HOUR) + 10 * 60_000;
  // Twice: what the first round brings to the server, the second brings to everybody.
  for (const online of [...devices, ...devices]) {
    let status = '';
    // Devices go into a new epoch one after the other.
    for (let run = 0; run < RUNS_AT_MOST && status !== 'settled'; run += 1) {
      status = await syncs(online).catch((error: unknown) => String(error));
    }
    if (status === 'settled') continue;
    found('after a restart the device goes on by itself', `${online.device.name} ends as ${status}`);
  }
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
