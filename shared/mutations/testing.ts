// For tests of the rules: rows in memory, and people who act on them one after the other.

import { type Decision, parseMutation, runMutation } from '#shared/sync/mutation.ts';
import { RowSet } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { type Assignment, agencyScope } from '#shared/tables.ts';
import { type Call, mutations } from './index.ts';

export const AGENCY = 'dishub';
export const TODAY = '2026-11-24';
/** 10.00 in Amuntai (WITA). */
export const NOW = `${TODAY}T02:00:00.000Z`;

const ROLES: Record<string, string[]> = { admin: ['admin'], budi: ['treasurer'] };

export interface World {
  rows: RowSet;
  /** Runs a call as a person does it; a malformed call is refused as the engine refuses it. */
  act: (person: string, call: Call, at?: string) => Decision;
  put: (table: string, row: SyncRow) => void;
}

const post = (employeeId: string, supervisorId: string | null): Assignment => ({
  ...{ id: `post-${employeeId}`, scope: agencyScope(AGENCY), version: 1, employeeId, unitId: 'u', position: 'Analis' },
  ...{ positionKind: 'JA', kind: 'definitive', supervisorId, postClass: 8, validFrom: '2026-01-01', validUntil: null },
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
    act: (id, { name, args }, at = NOW) => {
      const parsed = parseMutation(mutations, { name, v: mutations[name].version, args });
      if (!parsed.ok) return { result: 'refused', refusal: parsed.refusal };
      const actor = { id, tenant: AGENCY, timeZone: 'Asia/Makassar', roles: ROLES[id] ?? [] };
      made += 1;
      return runMutation(parsed.spec, { args: parsed.args, rows, actor, at, mutationId: `m${made}`, failed });
    },
  };
}

/** A rule that breaks fails its test. */
const failed = (error: unknown) => {
  throw error;
};

/** A UUID with a number in it. */
export const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const outcomeOf = (decision: Decision) =>
  decision.result === 'refused' ? decision.refusal.code : decision.result;
