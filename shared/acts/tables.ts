// Values that two devices wanted differently.

import { type Id, instant, json, type RowOf, type Tables, text } from '#shared/sync/table.ts';

export type ConflictId = Id<'conflict'>;
export type ConflictState = 'open' | 'settled';

export const actsTables = {
  conflict: {
    columns: {
      table: text<'activity' | 'result' | 'indicator' | 'expectation'>(),
      rowId: text(),
      field: text(),
      /** What stayed in the row. */
      kept: json(),
      /** What the other device wanted. */
      offered: json(),
      at: instant(),
      state: text<ConflictState>(),
    },
    indexes: ['rowId', 'state'],
  },
} satisfies Tables;

export type Conflict = RowOf<(typeof actsTables)['conflict']>;
