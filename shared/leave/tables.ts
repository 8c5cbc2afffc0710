// Leave (cuti), and what the office states of it.

import type { EmployeeId } from '#shared/people/tables.ts';
import { date, instant, integer, json, later, nullable, type RowOf, type Tables, text } from '#shared/sync/table.ts';
import type { GivenBackDays, LeaveConsideration, LeaveEntryKind, LeaveKind, LeaveState } from './rules/leave.ts';

export const leaveTables = {
  leave: {
    columns: {
      kind: text<LeaveKind>(),
      validFrom: date(),
      validUntil: date(),
      reason: text(),
      state: text<LeaveState>(),
      /** Grows by one with every consideration and decision; who considers or decides names the one that was read. */
      revision: later(integer(), 1),
      /** What the superior said of it; null while that is open, and for who has no superior. */
      consideration: later(nullable(json<LeaveConsideration>()), null),
      /** Who decides, once it was considered; null: the office records what was decided above the agency. */
      officialId: later(nullable(text<EmployeeId>()), null),
      /** What was asked for, where the official granted other days. */
      askedFrom: later(nullable(date()), null),
      askedUntil: later(nullable(date()), null),
      /** Days of it that were not taken: called back to work, or given back. */
      givenBack: later(json<GivenBackDays[]>(), []),
      /** Of the decision. */
      note: nullable(text()),
      /** The paper that the office recorded the decision from. */
      paper: later(nullable(text()), null),
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
    },
    indexes: ['state'],
  },
  /** What the office states of somebody's annual leave (shared/leave/rules/annual-leave.ts). */
  leaveEntry: {
    columns: {
      kind: text<LeaveEntryKind>(),
      /** Of whose right the days are: 2026. */
      year: text(),
      days: integer(),
      /** Of a statement: what may still be used from years before. */
      carried: integer(),
      /** A day of the year; on its morning it was so. */
      asOf: date(),
      /** The paper it rests on. */
      source: text(),
      /** Entered by mistake: it never held. */
      withdrawn: json<boolean>(),
      by: text<EmployeeId>(),
      at: instant(),
      withdrawnBy: nullable(text<EmployeeId>()),
      withdrawnAt: nullable(instant()),
      withdrawReason: nullable(text()),
    },
    indexes: ['kind'],
  },
} satisfies Tables;

export type Leave = RowOf<(typeof leaveTables)['leave']>;
export type LeaveEntry = RowOf<(typeof leaveTables)['leaveEntry']>;
