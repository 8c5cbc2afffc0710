// What must hold when the network has healed, each check by its name.

import { sql } from 'kysely';
import { domain as trueDomain } from '#shared/domain.ts';
import { equal } from '#shared/sync/merge.ts';
import { parseMutation, plainDate, runMutation } from '#shared/sync/mutation.ts';
import { RowSet } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { type Activity, agencyScope, planScope, workScope } from '#shared/tables.ts';
import type { Db } from '../../server/db/database.ts';
import { visibleScopes } from '../../server/people/visibility.ts';
import { pull } from '../../server/sync/pull.ts';
import type { Made, SimulatedDevice } from './device.ts';
import { actorOf, EMPLOYEES } from './world.ts';

export type CheckName =
  | 'every mutation ended as applied, refused-and-kept or conflict-and-kept'
  | 'devices hold exactly the rows of their scopes'
  | 'the order of each device is kept'
  | 'an approved record changed only through a reopening'
  | 'the log replays to the same state, so nothing took effect twice';

export interface Violation {
  check: CheckName;
  what: string;
}

export interface Ended {
  db: Db;
  tenant: string;
  now: number;
  devices: SimulatedDevice[];
  made: Made[];
}

interface Logged {
  id: string;
  employeeId: string;
  name: string;
  v: number;
  args: unknown;
  seq: number;
  countedAt: Date;
  outcome: { result: string; versions?: Record<string, number> };
}

export async function check(ended: Ended): Promise<Violation[]> {
  const { rows: log } = await sql<Logged>`
    select id, employee_id, name, v, args, seq, counted_at, outcome from mutation_log
    where agency_id = ${ended.tenant} order by received_at, seq`.execute(ended.db);
  return [...ending(ended, log), ...(await holdings(ended)), ...order(ended, log), ...(await replay(ended, log))];
}

function ending({ devices, made }: Ended, log: Logged[]): Violation[] {
  const name = 'every mutation ended as applied, refused-and-kept or conflict-and-kept' as const;
  const logged = new Map(log.map((line) => [line.id, line]));
  const states = new Map(devices.map((device) => [device.name, device.memory.state]));
  return made.flatMap(({ id, device, name: act }): Violation[] => {
    const line = logged.get(id);
    const state = states.get(device);
    // A server restored from a backup may have forgotten its refusal; the person has it all the same.
    if (!line && state?.attention.has(id)) return [];
    if (!line) return [{ check: name, what: `${act} of ${device} never arrived` }];
    if (line.outcome.result === 'refused' && !state?.attention.has(id)) {
      return [{ check: name, what: `${act} of ${device} was refused and is not kept` }];
    }
    const waits = [...(state?.outbox.values() ?? [])].some((entry) => entry.id === id);
    return waits ? [{ check: name, what: `${act} of ${device} still waits` }] : [];
  });
}

async function holdings({ db, tenant, now, devices }: Ended): Promise<Violation[]> {
  const name = 'devices hold exactly the rows of their scopes' as const;
  const violations: Violation[] = [];
  for (const device of devices) {
    const today = plainDate(new Date(now).toISOString(), 'Asia/Makassar');
    const scopes = await visibleScopes(db, actorOf(tenant, device.person), today);
    const { tables } = trueDomain;
    const { changes } = await pull(db, { tables, tenant, scopes, known: {}, page: 100_000 });
    const truth = new Map<string, SyncRow>();
    for (const { table, scope, rows } of changes) {
      for (const row of rows) truth.set(`${table}/${scope}/${row.id}`, { ...row, scope });
    }
    const { rows: held } = device.memory.state;
    for (const [key, row] of truth) {
      const own = held.get(key)?.row;
      if (!own) violations.push({ check: name, what: `${device.name} lacks ${key}` });
      else if (!equal(own, asSent(row))) {
        violations.push({ check: name, what: `${device.name} holds another ${key}` });
      }
    }
    for (const key of held.keys()) {
      if (!truth.has(key)) violations.push({ check: name, what: `${device.name} holds ${key}, which it may not` });
    }
  }
  return violations;
}

function order({ devices, made }: Ended, log: Logged[]): Violation[] {
  const place = new Map(log.map(({ id }, index) => [id, index]));
  return devices.flatMap((device): Violation[] => {
    const places = made.filter((one) => one.device === device.name).flatMap(({ id }) => place.get(id) ?? []);
    const kept = places.every((at, index) => index === 0 || at > (places[index - 1] ?? 0));
    return kept ? [] : [{ check: 'the order of each device is kept', what: device.name }];
  });
}

/** Runs what took effect on each person's work again, in the order of the versions, from nothing. */
async function replay({ db, tenant }: Ended, log: Logged[]): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const employee of EMPLOYEES) {
    const scope = workScope(employee);
    const rows = new RowSet();
    const { changes } = await pull(db, { tables: trueDomain.tables, tenant, scopes: [planScope(employee)], known: {} });
    for (const set of changes)
      for (const row of set.rows) rows.load(set.table, { ...row, scope: set.scope } as SyncRow);
    const took = log
      .filter(({ outcome }) => outcome.versions && scope in outcome.versions)
      .sort((a, b) => (a.outcome.versions?.[scope] ?? 0) - (b.outcome.versions?.[scope] ?? 0) || a.seq - b.seq);
    for (const line of took) violations.push(...again(line, rows, { tenant, employee }));

    const { changes: stored } = await pull(db, {
      tables: trueDomain.tables,
      tenant,
      scopes: [scope],
      known: {},
      page: 100_000,
    });
    const truth = new Map<string, object>(
      stored.flatMap((set) => set.rows.map((row) => [`${set.table}/${row.id}`, { ...row, version: 0, scope }])),
    );
    const replayed = new Map<string, object>(
      rows
        .changes()
        .flatMap(({ table, id, row }) => (row ? [[`${table}/${id}`, { ...row, version: 0 }] as const] : [])),
    );
    const keys = new Set([...truth.keys(), ...replayed.keys()]);
    for (const key of keys) {
      if (!equal(asSent(truth.get(key)), asSent(replayed.get(key)))) {
        violations.push({
          check: 'the log replays to the same state, so nothing took effect twice',
          what: `${scope} ${key}`,
        });
      }
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
  const { id } = line.args as { id: string };
  const before = rows.get('activity', workScope(employee), id) as Activity | undefined;
  const at = line.countedAt.toISOString();
  runMutation(parsed.spec, { args: parsed.args, rows, actor, at, mutationId: line.id });
  const touchesApproved = before?.state === 'approved' && line.name !== 'activity.reopen';
  return touchesApproved
    ? [{ check: 'an approved record changed only through a reopening', what: `${line.name} of ${line.employeeId}` }]
    : [];
}

/** A row as it is after a journey over the wire. */
const asSent = (row: object | undefined): unknown => JSON.parse(JSON.stringify(row ?? null));
