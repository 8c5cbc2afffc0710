// A history while it happens.

import type { SyncRequest } from '#shared/sync/protocol.ts';
import type { RowChange } from '#shared/sync/row-set.ts';
import type { ImportRequest } from '#shared/unsent-files/api.ts';
import type { Attacker } from './attacker.ts';
import type { SimulatedDevice } from './device.ts';
import { ALWAYS, type Uncertain } from './ended.ts';
import { Killed } from './faults.ts';
import type { CheckName } from './promises.ts';
import type { Random } from './random.ts';
import type { SimulatedServer } from './server.ts';
import type { Backup } from './world.ts';

export const HOUR = 3_600_000;

/** A device with the session that it comes in. */
export interface Online {
  device: SimulatedDevice;
  token: string;
  /** Counts the requests of a run. */
  begin: () => void;
  /** Whether a fault was drawn in the present run. */
  disturbed: boolean;
}

export interface Course {
  random: Random;
  clock: { now: number };
  server: SimulatedServer;
  office: string;
  head: string;
  attacker: Attacker;
  devices: readonly Online[];
  concurrent: boolean;
  history: string[];
  found: (check: CheckName, what: string) => void;
  /** Requests that arrive later than those after them. */
  late: { device: string; token: string; request: SyncRequest; sentAt: number }[];
  /** Files of unsent work on their way. */
  files: { device: string; file: ImportRequest }[];
  /** The ids of what came by them. */
  byFile: Set<string>;
  uncertain: Uncertain[];
  /** The latest entry of the register of allowances. */
  payEntry: { id: string; employeeId: string };
  backup: { of: Backup; directory: RowChange[] } | null;
  /** What the office decides past the log, posts and how long plans hold, since an instant; the latest last. */
  directory: { since: number; rows: RowChange[] }[];
  syncs: (online: Online) => Promise<string>;
}

/** A request arrives after those that were sent later. */
export async function arrives({ server, clock, uncertain }: Course, late: Course['late'][number]): Promise<void> {
  const { device, token, request, sentAt } = late;
  await server.ask(token, request).catch(() => undefined);
  const arrived = clock.now;
  // What it carries was so long under way that a wrong clock is corrected by as much. And it is a contact of the device, as
  // far as the server can know; what was done after it was sent is not in it.
  uncertain.push({ device, done: ALWAYS, received: [arrived, arrived] });
  uncertain.push({ device, done: [sentAt, arrived], received: [arrived, Number.POSITIVE_INFINITY] });
}

export async function signIn({ server }: Course, online: Online): Promise<void> {
  const { device } = online;
  device.signedIn = true;
  online.token = await server.signIn(device.person, (await device.key).publicKey);
}

/** A killed process leaves what it had stored; the next step is a new one. Any other error must not be. */
export async function survive(
  course: Course,
  online: Online,
  what: string,
  work: () => Promise<string>,
): Promise<void> {
  const { random, history, found } = course;
  const { device } = online;
  const words = `${device.name} ${what}`;
  device.killIn = random.chance(0.08) ? random.below(12) : -1;
  try {
    history.push(`${words}: ${await work()}`);
  } catch (error) {
    history.push(`${words}: ${error instanceof Killed ? 'killed' : error}`);
    if (!(error instanceof Killed)) found('after a restart the device goes on by itself', `${words}: ${error}`);
  }
  device.killIn = -1;
}
