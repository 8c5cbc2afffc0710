// Rows by what they are called: reads and the rows they gave, with the types of the product's tables.

import type { Read, RowSet } from '#shared/sync/row-set.ts';
import type { Row, TableName } from '#shared/tables.ts';

type Columns<Name extends TableName> = keyof Row<Name> & string;

export const byId = (table: TableName, scope: string, id: string): Read => ({ table, scope, id });

export const byColumn = <Name extends TableName>(
  table: Name,
  scope: string,
  where: Columns<Name>,
  equals: string,
): Read => ({ table, scope, where, equals });

/** From one value of a column to another, both included. */
export const byRange = <Name extends TableName>(
  table: Name,
  scope: string,
  where: Columns<Name>,
  between: readonly [from: string, until: string],
): Read => ({ table, scope, where, between });

export const allOf = (table: TableName, scope: string): Read => ({ table, scope, all: true });

export function getRow<Name extends TableName>(
  rows: RowSet,
  table: Name,
  scope: string,
  id: string,
): Row<Name> | undefined {
  return rows.get(table, scope, id) as Row<Name> | undefined;
}

/**
 * What an id named before its row was removed. The server knows all of them; a device those of the acts that wait on it. A
 * decision names what was read by id and revision, so that neither may ever name something else.
 */
export function removedRow<Name extends TableName>(
  rows: RowSet,
  table: Name,
  scope: string,
  id: string,
): Row<Name> | undefined {
  return rows.removed(table, scope, id) as Row<Name> | undefined;
}

/** Whether an id names a row, or named one: then it is no id for another. */
export const isTaken = (rows: RowSet, table: TableName, scope: string, id: string): boolean =>
  getRow(rows, table, scope, id) !== undefined || removedRow(rows, table, scope, id) !== undefined;

export function rowsWhere<Name extends TableName>(
  rows: RowSet,
  table: Name,
  scope: string,
  where: Columns<Name>,
  equals: string,
): Row<Name>[] {
  return rows.where(table, scope, where, equals) as Row<Name>[];
}

/** Rows whose value of a column lies between two, both included. */
export function rowsBetween<Name extends TableName>(
  rows: RowSet,
  table: Name,
  scope: string,
  where: Columns<Name>,
  [from, until]: readonly [from: string, until: string],
): Row<Name>[] {
  return allRows(rows, table, scope).filter((row) => from <= String(row[where]) && String(row[where]) <= until);
}

export function allRows<Name extends TableName>(rows: RowSet, table: Name, scope: string): Row<Name>[] {
  return rows.all(table, scope) as Row<Name>[];
}
