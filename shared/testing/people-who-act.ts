// For tests of the rules: rows in memory, and people who act on them one after the other. A rule gets exactly the rows that
// it asks for, as both engines give it, and may write no other.

import { type Call, mutations } from '#shared/mutations.ts';
import type { Assignment } from '#shared/people/tables.ts';
import { agencyScope } from '#shared/scopes.ts';
import { type Actor, type Decision, parseMutation, runMutation } from '#shared/sync/mutation.ts';
import { isNamedBy, type Read, type RowChange, RowSet } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { type TableName, tables } from '#shared/tables.ts';

export const AGENCY = 'dishub';
export const TODAY = '2026-11-24';
/** 10.00 in Amuntai (WITA). */
export const NOW = `${TODAY}T02:00:00.000Z`;

/** `_server`: the server itself, which finds outages (server/subjects/time-rules/ledger.ts). */
const ROLES: Record<string, string[]> = { admin: ['admin'], budi: ['treasurer'], _server: ['server'] };

export const actorOf = (id: string): Actor => ({
  ...{ id, tenant: AGENCY, timeZone: 'Asia/Makassar' },
  roles: ROLES[id] ?? [],
});

export interface World {
  rows: RowSet;
  /** Runs a call as a person does it; a malformed call is refused as the engine refuses it. */
  act: (person: string, call: Call, at?: string) => Decision;
  put: (table: string, row: SyncRow) => void;
}

const post = (employeeId: string, supervisorId: string | null): Assignment => ({
  ...{ id: `post-${employeeId}`, scope: agencyScope(AGENCY), version: 1, employeeId, unitId: 'u', position: 'Analis' },
  ...{
    positionKind: 'JA',
    kind: 'definitive',
    supervisorId,
    postClass: 8,
    leadsUnit: false,
    headsAgency: supervisorId === null,
    validFrom: '2026-01-01',
    validUntil: null,
  },
});

/** Budi, the treasurer, works for Ani, Ani for the head of the agency; Cici works for the head, too. */
export function newWorld(): World {
  const rows = new RowSet();
  const put = (table: string, row: SyncRow) => rows.load(table, row);
  for (const assignment of [post('budi', 'ani'), post('ani', 'head'), post('cici', 'head'), post('head', null)]) {
    put('assignment', assignment as SyncRow);
  }
  let made = 0;
  return {
    rows,
    put,
    act: (person, call, at = NOW) => {
      made += 1;
      const decision = runCall(rows, { person, call, at, mutationId: mutationIdOf(made) });
      if (decision.result !== 'refused') rows.apply(decision.changes);
      return decision;
    },
  };
}

/** A rule that breaks fails its test. */
const failed = (error: unknown) => {
  throw error;
};

/** Decides a call on the rows that it asks for among `all`. Throws where the rule writes a row that it did not ask for. */
export function runCall(
  all: RowSet,
  how: { person: string; call: Call; at: string; mutationId: string; received?: string },
): Decision {
  const { person, call, at, mutationId, received = at } = how;
  const parsed = parseMutation(mutations, { name: call.name, v: mutations[call.name].version, args: call.args });
  if (!parsed.ok) return { result: 'refused', refusal: parsed.refusal };
  const actor = actorOf(person);
  const reads = parsed.spec.reads(parsed.args, actor);
  const scopes = parsed.spec.writes(parsed.args, actor);
  const rows = loaded(all, reads);
  const decision = runMutation(parsed.spec, { args: parsed.args, rows, actor, at, mutationId, received, failed });
  for (const change of decision.result === 'refused' ? [] : decision.changes) {
    const what = `${call.name} writes ${change.table} ${change.scope} ${change.id}`;
    if (!reads.some((read) => names(read, change, all))) throw new Error(`${what}, which it did not read`);
    if (!scopes.includes(change.scope)) throw new Error(`${what}, outside its scopes`);
  }
  return decision;
}

/** The rows that the reads name. */
function loaded(all: RowSet, reads: readonly Read[]): RowSet {
  const rows = new RowSet();
  for (const read of reads) {
    const { table, scope } = read;
    if ('where' in read && !tables[table as TableName].indexes.some((column) => column === read.where)) {
      throw new Error(`${table} has no index of ${read.where}: neither engine would load it`);
    }
    for (const row of all.all(table, scope)) if (isNamedBy(read, row)) rows.load(table, row);
    const removed = 'id' in read && all.removed(table, scope, read.id);
    if (removed) rows.loadRemoved(table, removed);
  }
  return rows;
}

/** Whether a read names the row of a change, as it was before; a new row as it is to be. */
function names(read: Read, change: RowChange, all: RowSet): boolean {
  if (read.table !== change.table || read.scope !== change.scope) return false;
  if ('id' in read) return read.id === change.id;
  const row = all.get(change.table, change.scope, change.id) ?? change.row;
  return row !== undefined && isNamedBy(read, row);
}

/** A UUID with a number in it. */
export const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const mutationIdOf = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;

export const outcomeOf = (decision: Decision) =>
  decision.result === 'refused' ? decision.refusal.code : decision.result;
