// A member of the agency who attacks the server: with claims, with the ids of others, with junk among good work, under ids
// of devices that are fresh or not theirs. Nothing of it may do more than refuse what is theirs.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Fault } from '#server/http/problem.ts';
import { workScope } from '#shared/scopes.ts';
import { PROTOCOL, type SyncRequest } from '#shared/sync/protocol.ts';
import { type DeviceKey, deviceKeyOf, newKeyPair, signed } from '#shared/sync/signing.ts';
import { log } from './acts.ts';
import type { CheckName, Violation } from './promises.ts';
import type { Random } from './random.ts';
import type { SimulatedServer } from './server.ts';
import { ATTACKER, EMPLOYEES, epochOf } from './world.ts';

type Sent = SyncRequest['mutations'][number];

/** Not of any shape, or not to be stored, each in its own way. */
const JUNK: Omit<Sent, 'seq' | 'id' | 'at'>[] = [
  { name: 'no.such', v: 1, args: {} },
  { name: '__proto__', v: 1, args: {} },
  { name: 'activity.log', v: 99, args: {} },
  { name: 'activity.log', v: 1, args: null },
  { name: 'assignment.move', v: 1, args: null },
  { name: 'evidence.attach', v: 1, args: 7 },
  { name: 'activity.edit', v: 1, args: { id: 'x', edits: [] } },
  { name: 'payroll.draw', v: 1, args: { month: '0000-12', employeeIds: [...EMPLOYEES] } },
  { name: 'leave.approve', v: 1, args: { employeeId: ATTACKER, id: '00000000-0000-7000-8000-000000000000' } },
  { name: 'skp.create', v: 1, args: { approach: 'quantitative', validFrom: '0000-01-01', validUntil: '9999-12-31' } },
  { name: 'activity.submit', v: 1, args: { id: '\0\ud800' } },
];

const CLAIMS: Partial<SyncRequest>[] = [
  { settled: 999 },
  { known: { [workScope(ATTACKER)]: { through: 9_999_999 } } },
  { known: { [workScope(ATTACKER)]: { through: 1, stamp: '00000000-0000-4000-8000-000000000000' } } },
  { known: { [workScope(ATTACKER)]: { through: 1 } }, settled: 5, seal: 'A'.repeat(43) },
  { waiting: Array.from({ length: 3 }, (_, n) => `${n}`.repeat(22)) },
];

export class Attacker {
  #server: SimulatedServer;
  #random: Random;
  #token: string;
  /** A key that the server hears of, now and then. */
  #key: DeviceKey;

  private constructor(server: SimulatedServer, random: Random, key: DeviceKey, token: string) {
    this.#server = server;
    this.#random = random;
    this.#key = key;
    this.#token = token;
  }

  static async arrive(server: SimulatedServer, random: Random): Promise<Attacker> {
    const key = await deviceKeyOf(await newKeyPair());
    return new Attacker(server, random, key, await server.signIn(ATTACKER, key.publicKey));
  }

  /** One attack; what it must not have done is in the answer. */
  async attack(): Promise<{ words: string; violations: Violation[] }> {
    const { db, tenant } = this.#server;
    const violations: Violation[] = [];
    const found = (check: CheckName, what: string) => violations.push({ check, what: `an attack: ${what}` });
    const [epoch, others, heard] = [await epochOf(db, tenant), await this.#devicesOfOthers(), await this.#lastHeard()];
    const { request, good, words } = await this.#request();
    const answer = await this.#server
      .ask(this.#token, request, { failed: () => undefined })
      .catch((error: unknown) => (error instanceof Fault ? error.problem.code : error));
    if (answer instanceof Error) found('no request breaks the server', String(answer));
    else if (typeof answer === 'object' && answer !== null && 'outcomes' in answer) {
      const { outcomes } = answer as { outcomes: { id: string; result: string }[] };
      const silent = request.mutations.filter(({ seq }) => !outcomes.some((one) => 'seq' in one && one.seq === seq));
      if (silent.length > 0) found('no request breaks the server', `${silent.length} mutations have no outcome`);
      for (const { id, result } of outcomes) {
        if (good.has(id) && result === 'refused')
          found('no request breaks the server', 'good work beside junk is refused');
      }
    }
    if ((await epochOf(db, tenant)) !== epoch) found('nobody changes the world by a claim', `${words}: a new epoch`);
    if ((await this.#devicesOfOthers()) !== others) {
      found('nobody changes the world by a claim', `${words}: a device of somebody else is not as it was`);
    }
    const early = await this.#countedBefore(heard, request);
    for (const id of early) found('nothing counts earlier than the server knows', `${words}: ${id}`);
    const outcome = typeof answer === 'string' ? answer : answer instanceof Error ? 'broken' : 'answered';
    return { words: `${words}: ${outcome}`, violations };
  }

  async #request(): Promise<{ request: SyncRequest; good: ReadonlySet<string>; words: string }> {
    const { clock, tenant, db } = this.#server;
    const random = this.#random;
    const now = new Date(clock.now).toISOString();
    const [words, mutations] = random.pick<[string, () => Promise<Omit<Sent, 'seq'>[]>]>([
      ['claims of the history', async () => []],
      ['claims of long ago', async () => [this.#entry('2026-01-05T02:00:00.000Z'), this.#entry('x')]],
      ['junk among good work', async () => this.#junk(now)],
      ['ids of others', async () => this.#idsOfOthers(now)],
      ['a device of somebody else', async () => [this.#entry(now)]],
    ]);
    const sent = (await mutations()).map((mutation, index) => ({ ...mutation, seq: index + 1 }));
    const { rows } = await sql<{ id: string }>`
      select id from device where agency_id = ${tenant} and employee_id <> ${ATTACKER} order by id limit 1`.execute(db);
    const stolen = words === 'a device of somebody else' ? rows[0]?.id : undefined;
    const claim = words === 'claims of the history' ? random.pick(CLAIMS as [Partial<SyncRequest>]) : {};
    const key = random.pick<DeviceKey | null>([this.#key, await deviceKeyOf(await newKeyPair()), null]);
    const request = await signed(
      {
        ...{ protocol: PROTOCOL, app: 'attack', actor: ATTACKER, device: stolen ?? randomUUID(), mutations: sent },
        ...{ continues: false, known: {}, epoch: await epochOf(db, tenant), settled: 0, seal: null, left: null },
        ...{ clock: random.chance(0.7) ? now : '2026-01-05T02:00:00.000Z', waiting: [] },
        ...(claim as object),
      },
      key,
    );
    const good = new Set(sent.filter(({ name, v, args }) => this.#isGood({ name, v, args })).map(({ id }) => id));
    return { request, good: words === 'junk among good work' ? good : new Set(), words };
  }

  #entry(at: string): Omit<Sent, 'seq'> {
    const { clock } = this.#server;
    const acting = { random: this.#random, now: clock.now, newId: randomUUID, person: ATTACKER };
    return { id: randomUUID(), v: 1, at, ...log(acting) };
  }

  #isGood({ name, v, args }: Pick<Sent, 'name' | 'v' | 'args'>): boolean {
    return name === 'activity.log' && v === 1 && args !== null;
  }

  #junk(now: string): Omit<Sent, 'seq'>[] {
    return Array.from({ length: 6 }, () => {
      if (this.#random.chance(0.4)) return this.#entry(now);
      const junk = this.#random.maybe(JUNK) ?? { name: '', v: 1, args: null };
      const args = junk.name === 'skp.create' ? { ...(junk.args as object), id: randomUUID() } : junk.args;
      return { ...junk, args, id: randomUUID(), at: this.#random.chance(0.5) ? now : 'yesterday' };
    });
  }

  /** The content of others, and other content, under the ids of others. */
  async #idsOfOthers(now: string): Promise<Omit<Sent, 'seq'>[]> {
    const { db, tenant } = this.#server;
    const { rows } = await sql<Omit<Sent, 'seq' | 'at'>>`
      select id, name, v, args from mutation_log where agency_id = ${tenant} and employee_id <> ${ATTACKER}
      order by received_at desc, seq limit 2`.execute(db);
    return rows.flatMap((row) => [
      { ...row, at: now },
      { ...this.#entry(now), id: row.id },
    ]);
  }

  /** When the session was last heard of, the only thing that the server knows of a key that is fresh. */
  async #lastHeard(): Promise<Date> {
    const { rows } = await sql<{ at: Date }>`
      select coalesce(last_contact, created_at) as at from session
      where agency_id = ${this.#server.tenant} and employee_id = ${ATTACKER}`.execute(this.#server.db);
    return rows[0]?.at ?? new Date(0);
  }

  /** Since its own key was heard of, what comes under that one may be older. */
  async #countedBefore(heard: Date, { mutations, proof }: SyncRequest): Promise<string[]> {
    if (proof?.key === this.#key.publicKey) return [];
    const { rows } = await sql<{ id: string }>`
      select id from mutation_log where agency_id = ${this.#server.tenant} and employee_id = ${ATTACKER}
        and id = any(${mutations.map(({ id }) => id)}::uuid[])
        and counted_at < ${heard}::timestamptz - interval '2 minutes'`.execute(this.#server.db);
    return rows.map(({ id }) => id);
  }

  async #devicesOfOthers(): Promise<string> {
    const { rows } = await sql<{ all: string }>`
      select coalesce(jsonb_agg(to_jsonb(d) order by id)::text, '') as all from device d
      where agency_id = ${this.#server.tenant} and employee_id <> ${ATTACKER}`.execute(this.#server.db);
    return rows[0]?.all ?? '';
  }
}
