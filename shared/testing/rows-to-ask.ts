// Questions without a storage: asked of rows that a test puts together.

import { type Asking, ask, type Question } from '#shared/sync/question.ts';
import { isNamedBy } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { type Row, type TableName, tables } from '#shared/tables.ts';

export type StoredRow = { table: TableName; row: SyncRow };

/** A row of a table; what a test does not care about is left out. */
export const stored = <Name extends TableName>(
  table: Name,
  row: Partial<Row<Name>> & { id: string; scope: string },
): StoredRow => ({ table, row: { version: 1, ...row } as SyncRow });

export const ASKING: Asking = {
  actor: { id: 'budi', tenant: 'dishub', timeZone: 'Asia/Makassar', roles: [] },
  today: '2026-11-26',
  now: '2026-11-26T02:00:00.000Z',
};

/** The answer by exactly the rows that the question asks for; throws where it asks by a column without an index. */
export function answerTo<Args, Answer>(
  question: Question<Args, Answer>,
  args: Args,
  rows: readonly StoredRow[],
  asking: Partial<Asking> = {},
): Promise<Answer | undefined> {
  return ask(question, {
    args,
    asking: { ...ASKING, ...asking },
    load: async (reads) =>
      reads.flatMap((read) => {
        const indexes: readonly string[] = tables[read.table as TableName].indexes;
        if ('where' in read && !indexes.includes(read.where))
          throw new Error(`${read.table} has no index of ${read.where}`);
        return rows.filter(
          ({ table, row }) => table === read.table && row.scope === read.scope && isNamedBy(read, row),
        );
      }),
  });
}
