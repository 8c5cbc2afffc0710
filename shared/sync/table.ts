// How a synced table is declared: its columns, once, for PostgreSQL, for IndexedDB and for TypeScript.
// Knows nothing of what the tables are about; shared/tables.ts holds the list.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type ColumnKind = 'text' | 'integer' | 'number' | 'date' | 'instant' | 'json';

/** One column. The type parameter is the TypeScript type of its value and exists at compile time only. */
export interface Column<T> {
  kind: ColumnKind;
  nullable: boolean;
  /** What a row has that was stored before the column existed. */
  before?: T;
  readonly type?: T;
}

const column =
  <Base>(kind: ColumnKind) =>
  <T extends Base = Base>(): Column<T> => ({ kind, nullable: false });

export const text = column<string>('text');
export const integer = column<number>('integer');
export const number = column<number>('number');
/** A plain date, YYYY-MM-DD, in the tenant's time zone. */
export const date = column<string>('date');
/** A UTC instant, ISO 8601 with milliseconds. */
export const instant = column<string>('instant');
export const json = column<Json>('json');

export function nullable<T>(of: Column<T>): Column<T | null> {
  return { kind: of.kind, nullable: true };
}

/** A column that a table of a released version got later; rows from before have the value given. */
export function later<T>(of: Column<T>, before: T): Column<T> {
  return { ...of, before };
}

/** A row stored by an older version, with the columns it could not have. */
export function withLaterColumns(spec: TableSpec, row: SyncRow): SyncRow {
  for (const [name, { before }] of Object.entries(spec.columns)) {
    if (before !== undefined && row[name] === undefined) row[name] = before;
  }
  return row;
}

export interface TableSpec {
  columns: Record<string, Column<unknown>>;
  /** Columns by which a mutation or a screen looks rows up, besides the id. */
  indexes: readonly string[];
}

export type Tables = Record<string, TableSpec>;

/** What every synced row carries beside its own columns. `version` is 0 until the server has stored the row. */
export interface SyncRow {
  id: string;
  scope: string;
  version: number;
  [column: string]: unknown;
}

type ColumnValue<C> = C extends Column<infer T> ? T : never;

export type RowOf<Spec extends TableSpec> = { id: string; scope: string; version: number } & {
  -readonly [Name in keyof Spec['columns']]: ColumnValue<Spec['columns'][Name]>;
};

/** A phantom brand: plain strings are accepted, the id of another kind of thing is not. */
export type Id<Kind extends string> = string & { readonly kind?: Kind };
