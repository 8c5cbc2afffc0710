// What must hold when the network has healed, each check by its name.

import { sql } from 'kysely';
import { domain as trueDomain } from '#shared/domain.ts';
import { groupBy } from '#shared/group-by.ts';
import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
import { equal } from '#shared/sync/merge.ts';
import { parseMutation, runMutation } from '#shared/sync/mutation.ts';
import { plainDate } from '#shared/sync/plain-date.ts';
import { RowSet } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { agencyScope, planScope, workScope } from '#shared/tables.ts';
import type { MemoryState } from '../../client/sync/memory-store.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import type { Db } from '../../server/db/database.ts';
import { visibleScopes } from '../../server/people/visibility.ts';
import { pull } from '../../server/sync/pull.ts';
import type { Made } from './device.ts';
import { actorOf, EMPLOYEES } from './world.ts';

export type CheckName =
  | 'every mutation ended as applied, refused-and-kept or conflict-and-kept'
  | 'nothing took effect twice'
  | 'devices hold exactly the rows of their scopes'
  | 'the order of each device is kept'
  | 'no pull skipped a row'
  | 'an approved record changed only through a reopening'
  | 'the audit log is unbroken and replays to the same state'
  | 'after a restart the device goes on by itself'
  | 'a scope left is gone, a scope entered is whole';

export interface Violation {
  check: CheckName;
  what: string;
}

/** What is looked at of a device: what it stores. */
export interface CheckedDevice {
  name: string;
  person: string;
  memory: { state: Pick<MemoryState, 'rows' | 'outbox' | 'attention'> };
}

export interface Ended {
  db: Db;
  tenant: string;
  now: number;
  devices: CheckedDevice[];
  /** The version that a scope had before anybody acted: the log tells of those after it. */
  foundedAt: (scope: string) => number;
  made: Made[];
}

interface Logged {
  id: string;
  employeeId: string;
  name: string;
  v: number;
  args: { id?: string; activityId?: string };
  seq: number;
  countedAt: Date;
  receivedAt: Date;
  clock: ClockVerdict;
  outcome: { result: string; versions?: Record<string, number>; refusal?: { code: string } };
}

export async function check(ended: Ended): Promise<Violation[]> {
  const { rows: log } = await sql<Logged>`
    select id, employee_id, name, v, args, seq, counted_at, received_at, clock, outcome from mutation_log
    where agency_id = ${ended.tenant} order by received_at, seq`.execute(ended.db);
  return [
    ...ending(ended, log),
    ...(await twice(ended, log)),
    ...(await holdings(ended)),
    ...order(ended, log),
    ...(await chains(ended, log)),
    ...(await replay(ended, log)),
  ];
}

/** What only a broken app, or a server that does not know its own past, sends or answers. */
const NOT_UNDERSTOOD = ['malformed', 'unknown-mutation', 'newer-mutation', 'rule-failed'];

function ending({ devices, made }: Ended, log: Logged[]): Violation[] {
  const name = 'every mutation ended as applied, refused-and-kept or conflict-and-kept' as const;
  const logged = new Map(log.map((line) => [line.id, line]));
  const states = new Map(devices.map((device) => [device.name, device.memory.state]));
  return made.flatMap(({ id, device, name: act }): Violation[] => {
    const line = logged.get(id);
    const state = states.get(device);
    const { outcome } = line ?? {};
    // A server restored from a backup may have forgotten its refusal; the person has it all the same.
    if (!outcome && state?.attention.has(id)) return [];
    if (!outcome) return [{ check: name, what: `${act} of ${device} never arrived` }];
    if (outcome.result === 'refused' && !state?.attention.has(id)) {
      return [{ check: name, what: `${act} of ${device} was refused and is not kept` }];
    }
    if (NOT_UNDERSTOOD.includes(outcome.refusal?.code ?? '')) {
      return [{ check: name, what: `${act} of ${device} was not understood: ${outcome.refusal?.code}` }];
    }
    const waits = [...(state?.outbox.values() ?? [])].some((entry) => entry.id === id);
    return waits ? [{ check: name, what: `${act} of ${device} still waits` }] : [];
  });
}

/** An activity has one revision for its beginning and one for each change of content that the log says was applied. */
async function twice({ db, tenant }: Ended, log: Logged[]): Promise<Violation[]> {
  const check = 'nothing took effect twice' as const;
  const changes = new Map<string, number>();
  for (const { name, args, outcome } of log) {
    if (outcome.result !== 'applied' || Object.keys(outcome.versions ?? {}).length === 0) continue;
    const id = name.startsWith('evidence.') ? args.activityId : args.id;
    const counts = name === 'activity.log' || name === 'activity.edit' || name.startsWith('evidence.');
    if (id && counts) changes.set(id, (changes.get(id) ?? 0) + 1);
  }
  const { rows } = await sql<{ id: string; revision: number }>`
    select id, revision from activity where agency_id = ${tenant} and not deleted`.execute(db);
  return (
    rows
      // What was there before the log began has no lines in it.
      .filter(({ id, revision }) => changes.has(id) && changes.get(id) !== revision)
      .map(({ id, revision }) => ({ check, what: `${id} has revision ${revision} of ${changes.get(id)} changes` }))
  );
}

async function holdings({ db, tenant, now, devices }: Ended): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const device of devices) {
    const found = (check: CheckName, what: string) => violations.push({ check, what: `${device.name} ${what}` });
    const today = plainDate(new Date(now).toISOString(), 'Asia/Makassar');
    const scopes = await visibleScopes(db, actorOf(tenant, device.person), today);
    const truth = await stored(db, tenant, scopes);
    const held = groupBy([...device.memory.state.rows], ([, { row }]) => row.scope);
    for (const scope of held.keys()) {
      if (!scopes.includes(scope)) found('a scope left is gone, a scope entered is whole', `holds ${scope}`);
    }
    for (const [scope, rows] of truth) {
      const own = new Map(held.get(scope) ?? []);
      if (own.size === 0) found('a scope left is gone, a scope entered is whole', `lacks ${scope}`);
      for (const [key, row] of rows) {
        const mine = own.get(key)?.row;
        if (!mine || mine.version < row.version) found('no pull skipped a row', `lacks ${key} of ${row.version}`);
        else if (!equal(mine, asSent(row))) found('devices hold exactly the rows of their scopes', `differs in ${key}`);
      }
      for (const key of own.keys()) {
        if (!rows.has(key)) found('devices hold exactly the rows of their scopes', `holds ${key}, which is gone`);
      }
    }
  }
  return violations;
}

/** The rows of scopes by their keys, as the server has them. */
async function stored(db: Db, tenant: string, scopes: string[]): Promise<Map<string, Map<string, SyncRow>>> {
  const { changes } = await pull(db, { tables: trueDomain.tables, tenant, scopes, known: {}, page: 100_000 });
  const truth = new Map<string, Map<string, SyncRow>>();
  for (const { table, scope, rows } of changes) {
    const ofScope = truth.get(scope) ?? new Map<string, SyncRow>();
    truth.set(scope, ofScope);
    for (const row of rows) ofScope.set(`${table}/${scope}/${row.id}`, { ...row, scope });
  }
  return truth;
}

function order({ devices, made }: Ended, log: Logged[]): Violation[] {
  const place = new Map(log.map(({ id }, index) => [id, index]));
  return devices.flatMap((device): Violation[] => {
    const places = made.filter((one) => one.device === device.name).flatMap(({ id }) => place.get(id) ?? []);
    const kept = places.every((at, index) => index === 0 || at > (places[index - 1] ?? 0));
    return kept ? [] : [{ check: 'the order of each device is kept', what: device.name }];
  });
}

/** The chain verifies, and the log explains every version that a scope of work ever had. */
async function chains({ db, tenant, foundedAt }: Ended, log: Logged[]): Promise<Violation[]> {
  const check = 'the audit log is unbroken and replays to the same state' as const;
  const { broken } = await verifyChains(db, { agency: tenant });
  const violations: Violation[] = broken.map(({ scope, line }) => ({ check, what: `${scope} breaks at line ${line}` }));
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from scope where agency_id = ${tenant} and id like 'w:%'`.execute(db);
  for (const { id, version } of rows) {
    const told = new Set(log.flatMap(({ outcome }) => outcome.versions?.[id] ?? []));
    const should = foundedAt(id) + told.size;
    if (version !== should) violations.push({ check, what: `${id} has version ${version}, not ${should}` });
  }
  return violations;
}

/** Runs what took effect on each person's work again, in the order of the versions, from nothing. */
async function replay({ db, tenant }: Ended, log: Logged[]): Promise<Violation[]> {
  const check = 'the audit log is unbroken and replays to the same state' as const;
  const violations: Violation[] = [];
  for (const employee of EMPLOYEES) {
    const scope = workScope(employee);
    const rows = new RowSet();
    for (const [key, row] of (await stored(db, tenant, [planScope(employee)])).get(planScope(employee)) ?? []) {
      rows.load(String(key).split('/')[0] ?? '', row);
    }
    const took = log
      .filter(({ outcome }) => outcome.versions && scope in outcome.versions)
      .sort((a, b) => (a.outcome.versions?.[scope] ?? 0) - (b.outcome.versions?.[scope] ?? 0) || a.seq - b.seq);
    for (const line of took) violations.push(...again(line, rows, { tenant, employee }));
    const truth = (await stored(db, tenant, [scope])).get(scope) ?? new Map<string, SyncRow>();
    const replayed = new Map<string, SyncRow>(
      rows.changes().flatMap(({ table, id, row }) => (row ? [[`${table}/${scope}/${id}`, row] as const] : [])),
    );
    for (const key of new Set([...truth.keys(), ...replayed.keys()])) {
      const [is, should] = [truth.get(key), replayed.get(key)].map((row) => asSent(row && { ...row, version: 0 }));
      if (!equal(is, should)) violations.push({ check, what: key });
    }
  }
  return violations;
}

function again(line: Logged, rows: RowSet, { tenant, employee }: { tenant: string; employee: string }): Violation[] {
  const parsed = parseMutation(trueDomain.mutations, line);
  if (!parsed.ok) return [];
  const actor = actorOf(tenant, line.employeeId);
  // Who supervised whom at that moment is not part of this log: the one who decided did.
  const scope = agencyScope(tenant);
  const post = { id: 'post', scope, version: 1, employeeId: employee, validFrom: '2026-01-01', validUntil: null };
  rows.load('assignment', { ...post, kind: 'definitive', supervisorId: line.employeeId });
  const approved = rows.where('activity', workScope(employee), 'state', 'approved') as SyncRow[];
  const at = line.countedAt.toISOString();
  const received = line.receivedAt.toISOString();
  const { clock, id: mutationId } = line;
  runMutation(parsed.spec, { args: parsed.args, rows, actor, at, mutationId, clock, received, failed });
  const touched = approved.some((row) => rows.get('activity', row.scope, row.id) !== row);
  const target = line.args.activityId ?? line.args.id;
  const forbidden = line.name !== 'activity.reopen' && approved.some(({ id }) => id === target);
  return (touched && line.name !== 'activity.reopen') || forbidden
    ? [{ check: 'an approved record changed only through a reopening', what: `${line.name} of ${line.employeeId}` }]
    : [];
}

const failed = (error: unknown) => {
  throw error;
};

/** A row as it is after a journey over the wire. */
const asSent = (row: object | undefined): unknown => JSON.parse(JSON.stringify(row ?? null));
