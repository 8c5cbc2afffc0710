// SQL for synced rows, made from the list of tables: reading rows as JSON, writing many at once.

import { type RawBuilder, sql, type Transaction } from 'kysely';
import { groupBy } from '#shared/group-by.ts';
import type { Read, RowChange } from '#shared/sync/row-set.ts';
import type { ColumnKind, SyncRow, TableSpec, Tables } from '#shared/sync/table.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type DbOrTransaction = Db | Transaction<Database>;

const SQL_TYPES: Record<ColumnKind, string> = {
  text: 'text',
  integer: 'integer',
  number: 'double precision',
  date: 'date',
  instant: 'timestamptz',
  json: 'jsonb',
};

/** An instant as JavaScript writes it: UTC, with milliseconds and Z. */
export const isoInstant = (column: RawBuilder<unknown>) =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A row as the device holds it; or only so many of its columns. */
export function rowAsJson(spec: TableSpec, only?: readonly string[]): RawBuilder<SyncRow> {
  const columns = Object.entries(spec.columns).filter(([name]) => !only || only.includes(name));
  const parts = columns.map(([name, { kind }]) => {
    const column = sql.ref(`r.${name}`);
    const value = kind === 'instant' ? isoInstant(column) : column;
    return sql`${sql.lit(name)}, ${value}`;
  });
  return sql`json_build_object('id', r.id, 'scope', r.scope_id, 'version', r.version, ${sql.join(parts)})`;
}

/** Of these tables only these columns are loaded. */
export type OnlyColumns = { readonly [table: string]: readonly string[] };

/**
 * All rows that the reads name, in one statement; one that two of them name may come twice. Deleted rows are not there.
 * `only`: for who asks of very many rows, and looks at little of each.
 */
export async function loadRows(
  db: DbOrTransaction,
  tables: Tables,
  tenant: string,
  reads: readonly Read[],
  only: OnlyColumns = {},
): Promise<{ table: string; row: SyncRow }[]> {
  const found = await loadAll(db, tables, tenant, reads, only);
  return found.filter(({ deleted }) => !deleted);
}

/** The same, with the deleted rows among those that are named by their ids. */
export async function loadAll(
  db: DbOrTransaction,
  tables: Tables,
  tenant: string,
  reads: readonly Read[],
  only: OnlyColumns = {},
): Promise<{ table: string; row: SyncRow; deleted: boolean }[]> {
  const branches = [...groupBy(reads, ({ table }) => table)].flatMap(([table, mine]) => {
    const spec = tables[table];
    if (!spec) return [];
    return branchesOf(spec, mine).map(
      ({ joined, byId }) => sql`
        select ${sql.lit(table)} as "table", ${rowAsJson(spec, only[table])} as row, r.deleted
        from ${sql.table(table)} r ${joined}
        where r.agency_id = ${tenant} and (${sql.lit(byId)} or not r.deleted)`,
    );
  });
  if (branches.length === 0) return [];
  const { rows } = await sql<{
    table: string;
    row: SyncRow;
    deleted: boolean;
  }>`${sql.join(branches, sql` union all `)}`.execute(db);
  return rows;
}

/** What the rows of a table are joined with: what is asked for, by each way of asking. */
function branchesOf(spec: TableSpec, reads: readonly Read[]): { joined: RawBuilder<unknown>; byId: boolean }[] {
  const typeOf = (column: string) => sql.raw(SQL_TYPES[spec.columns[column]?.kind ?? 'text']);
  const asked = <Value>(of: (read: Read) => Value | null): [scopes: string[], values: Value[]] => {
    const found = reads.flatMap((read) => {
      const value = of(read);
      return value === null ? [] : [[read.scope, value] as const];
    });
    return [found.map(([scope]) => scope), found.map(([, value]) => value)];
  };
  const branches: { joined: RawBuilder<unknown>; byId: boolean }[] = [];
  const equalTo = (column: string, [scopes, values]: [string[], string[]]) => {
    if (scopes.length === 0) return;
    const joined = sql`
      join (select distinct * from unnest(${scopes}::text[], ${values}::text[]) as w (scope_id, value)) w
        on r.scope_id = w.scope_id and r.${sql.ref(column)} = w.value::${typeOf(column)}`;
    branches.push({ joined, byId: column === 'id' });
  };
  equalTo(
    'id',
    asked((read) => ('id' in read ? read.id : null)),
  );
  for (const column of spec.indexes) {
    equalTo(
      column,
      asked((read) => ('equals' in read && read.where === column ? read.equals : null)),
    );
    const [scopes, ranges] = asked((read) => ('between' in read && read.where === column ? read.between : null));
    if (scopes.length === 0) continue;
    const [from, until] = [ranges.map(([first]) => first), ranges.map(([, last]) => last)];
    const joined = sql`
      join (
        select distinct * from unnest(${scopes}::text[], ${from}::text[], ${until}::text[]) as w (scope_id, first, last)
      ) w on r.scope_id = w.scope_id
        and r.${sql.ref(column)} between w.first::${typeOf(column)} and w.last::${typeOf(column)}`;
    branches.push({ joined, byId: false });
  }
  const [whole] = asked((read) => ('all' in read ? true : null));
  if (whole.length > 0) {
    const joined = sql`join (select distinct unnest(${whole}::text[]) as scope_id) w on r.scope_id = w.scope_id`;
    branches.push({ joined, byId: false });
  }
  return branches;
}

/**
 * Writes the changes, one statement a table. What is removed stays as it last was, marked as deleted: so does what these
 * changes made themselves, or an id could be used again, and an agreement to one thing hold for another.
 */
export async function writeRows(
  db: DbOrTransaction,
  tables: Tables,
  tenant: string,
  changes: readonly RowChange[],
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [table, spec] of Object.entries(tables)) {
    const rows = changes.flatMap(({ table: of, scope, row, removed, was }) => {
      if (of !== table) return [];
      const last = row ?? was;
      if (!last) throw new Error(`what was removed from ${table} is not told`);
      return [{ ...last, scope, version: versions.get(scope) ?? 0, deleted: removed === true }];
    });
    if (rows.length > 0) await upsert(db, table, spec, tenant, rows);
  }
}

type Written = SyncRow & { deleted: boolean };

async function upsert(db: DbOrTransaction, table: string, spec: TableSpec, tenant: string, rows: Written[]) {
  const names = Object.keys(spec.columns);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const values = sql.join(names.map((name) => sql`r.${sql.ref(name)}`));
  const types = sql.join(
    Object.entries(spec.columns).map(([name, { kind }]) => sql`${sql.ref(name)} ${sql.raw(SQL_TYPES[kind])}`),
  );
  const updates = sql.join(names.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`));
  await sql`
    insert into ${sql.table(table)} (agency_id, scope_id, id, version, deleted, ${columns})
    select ${tenant}::text, r.scope_id, r.id, r.version, r.deleted, ${values}
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => withSqlNames(row, names)))}::jsonb)
      as r (scope_id text, id text, version bigint, deleted boolean, ${types})
    on conflict (agency_id, scope_id, id) do update
      set version = excluded.version, deleted = excluded.deleted, ${updates}`.execute(db);
}

/** jsonb_to_recordset finds values by column name, which is in snake case. */
function withSqlNames(row: Written, names: string[]): Record<string, unknown> {
  const named: Record<string, unknown> = {
    ...{ scope_id: row.scope, id: row.id, version: row.version, deleted: row.deleted },
  };
  for (const name of names) named[snakeCase(name)] = row[name];
  return named;
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
