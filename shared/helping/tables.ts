// Who types for whom, what they may know for it, and what they typed until its owner has confirmed it.

import type { EmployeeId } from '#shared/people/tables.ts';
import type { ResultId } from '#shared/plan/tables.ts';
import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
import { date, instant, integer, nullable, number, type RowOf, type Tables, text } from '#shared/sync/table.ts';

/** `waiting`: for its owner, who confirms it, or says that it is not theirs. */
export type TypedState = 'waiting' | 'confirmed' | 'declined';

export const helpingTables = {
  /**
   * That somebody may type for the owner from one day to another. It lies twice: in the owner's work, where the superior sees
   * it, too, and in the help scope, where the helper does.
   */
  helper: {
    columns: {
      ownerId: text<EmployeeId>(),
      helperId: text<EmployeeId>(),
      validFrom: date(),
      validUntil: date(),
      /** When the owner ended it before its last day. */
      endedAt: nullable(instant()),
    },
    indexes: ['ownerId'],
  },
  /** What a helper knows of the owner's plan: the words of an RHK, by its id, and on which days it may carry work. */
  helperResult: {
    columns: { text: text(), place: integer(), validFrom: date(), validUntil: date() },
    indexes: [],
  },
  /** An entry as a helper typed it; confirmed, it is an activity with the same id. */
  typedEntry: {
    columns: {
      /** Null where the helper leaves it to the owner. */
      resultId: nullable(text<ResultId>()),
      date: date(),
      title: text(),
      description: text(),
      start: nullable(text()),
      end: nullable(text()),
      minutes: integer(),
      quantity: number(),
      unit: text(),
      state: text<TypedState>(),
      /** Grows by one with every change of content; the owner confirms the revision that was read. */
      revision: integer(),
      /** As of an activity: they become those of the activity. */
      createdAt: instant(),
      clock: text<ClockVerdict>(),
      editedAt: nullable(instant()),
      decidedAt: nullable(instant()),
    },
    indexes: ['state'],
  },
} satisfies Tables;

export type Helper = RowOf<(typeof helpingTables)['helper']>;
export type HelperResult = RowOf<(typeof helpingTables)['helperResult']>;
export type TypedEntry = RowOf<(typeof helpingTables)['typedEntry']>;
