// What is there when a history has ended: what devices hold, what people made, what the server has stored and logged.

import { sql } from 'kysely';
import type { MemoryState } from '#client/sync/memory-store.ts';
import type { Db } from '#server/db/database.ts';
import { pull } from '#server/sync/pull.ts';
import { domain } from '#shared/domain.ts';
import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
import type { RowChange } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import type { Made } from './device.ts';

/** What is looked at of a device: what it stores. */
export interface CheckedDevice {
  name: string;
  person: string;
  memory: { state: Pick<MemoryState, 'rows' | 'outbox' | 'attention'> };
  /** The acts in an older copy of its storage that was put back: what had been refused of them since waits once more. */
  putBack?: ReadonlySet<string>;
}

/** Acts of a device whose time nobody can tell exactly: done, and received, between two instants each. */
export interface Uncertain {
  device: string;
  done: [from: number, until: number];
  received: [from: number, until: number];
}

export const ALWAYS = [0, Number.POSITIVE_INFINITY] as [number, number];

export interface Ended {
  db: Db;
  tenant: string;
  now: number;
  devices: CheckedDevice[];
  /** The version that a scope had before anybody acted: the log tells of those after it. */
  foundedAt: (scope: string) => number;
  made: Made[];
  /** What people took back in time, by the device. */
  takenBack?: ReadonlyMap<string, string>;
  /** Who supervises whom when a mutation is received; of real devices it is not known. */
  directoryAt?: (received: number) => RowChange[];
  /** Acts that came by a file: another way than the queue. */
  byFile?: ReadonlySet<string>;
  /** What makes the times of a device uncertain. */
  uncertain?: Uncertain[];
}

export interface Logged {
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
  redoes: string | null;
}

export async function logOf({ db, tenant }: Pick<Ended, 'db' | 'tenant'>): Promise<Logged[]> {
  const { rows } = await sql<Logged>`
    select id, employee_id, name, v, args, seq, counted_at, received_at, clock, outcome, redoes from mutation_log
    where agency_id = ${tenant} order by received_at, seq`.execute(db);
  return rows;
}

/** The rows of scopes by their keys, as the server has them. */
export async function stored(db: Db, tenant: string, scopes: string[]): Promise<Map<string, Map<string, SyncRow>>> {
  const { changes } = await pull(db, { tables: domain.tables, tenant, scopes, known: {}, page: 100_000 });
  const truth = new Map<string, Map<string, SyncRow>>();
  for (const { table, scope, rows } of changes) {
    const ofScope = truth.get(scope) ?? new Map<string, SyncRow>();
    truth.set(scope, ofScope);
    for (const row of rows) ofScope.set(`${table}/${scope}/${row.id}`, { ...row, scope });
  }
  return truth;
}

/** A row as it is after a journey over the wire. */
export const asSent = (row: object | undefined): unknown => JSON.parse(JSON.stringify(row ?? null));
