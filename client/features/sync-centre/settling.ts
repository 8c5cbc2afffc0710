// What it means to settle a conflict by a value: the edit that brings it, where it is another one, and that it is settled.

import type { Conflict } from '#shared/acts/tables.ts';
import type { Call } from '#shared/mutations.ts';
import type { Json } from '#shared/sync/table.ts';

/** `row`: what it is about, as it is now; `plan`: the scope of the own plan. */
export function settling(
  { id, field, kept, table, rowId, scope }: Conflict,
  value: Json,
  { row, plan }: { row: object | undefined; plan: string },
): Call[] {
  const calls: Call[] = [];
  if (value !== kept) {
    // Typed as the field's own by the schema that checks it; the conflict row holds what such a field held.
    const edits = { [field]: { from: kept, to: value } } as never;
    if (table === 'activity') calls.push({ name: 'activity.edit', args: { id: rowId, edits } });
    else if (row && 'skpId' in row)
      calls.push({ name: `${table}.edit`, args: { id: rowId, skpId: row.skpId, edits } } as Call);
  }
  calls.push({ name: 'conflict.settle', args: { id, in: scope === plan ? 'plan' : 'work' } });
  return calls;
}
