// Unsent work that came by a file.

import type { EmployeeId } from '#shared/people/tables.ts';
import { instant, integer, type RowOf, type Tables, text } from '#shared/sync/table.ts';

export const unsentFilesTables = {
  /** Unsent work that somebody else brought by a file (server/subjects/unsent-files). Its id is the file's own. */
  delivery: {
    columns: { by: text<EmployeeId>(), count: integer(), at: instant() },
    indexes: [],
  },
} satisfies Tables;

export type Delivery = RowOf<(typeof unsentFilesTables)['delivery']>;
