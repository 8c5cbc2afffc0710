// Which rows are only on this device: those that a pending mutation touches.

import { useLive, type Workspace } from '#client/workspace/workspace.ts';
import { keyOf } from '#shared/sync/row-set.ts';
import type { TableName } from '#shared/tables.ts';

export function usePendingKeys({ db }: Workspace) {
  const keys = useLive(
    () => null,
    async () => new Set(await db.base.toCollection().primaryKeys()),
  );
  return (table: TableName, row: { scope: string; id: string }) =>
    keys.value?.has(keyOf({ table, scope: row.scope, id: row.id })) ?? false;
}
