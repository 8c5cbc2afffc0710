// SQL for synced rows, made from the list of tables: reading rows as JSON, writing many at once.

import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Read, RowChange } from '#shared/sync/row-set.ts';
import type { ColumnKind, SyncRow, TableSpec, Tables } from '#shared/sync/table.ts';
import type { Db } from '../db/database.ts';
import type { Database } from '../db/schema.ts';

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

/** A row as the device holds it. */
export function rowAsJson(spec: TableSpec): RawBuilder<SyncRow> {
  const parts = Object.entries(spec.columns).map(([name, { kind }]) => {
    const column = sql.ref(`r.${name}`);
    const value = kind === 'instant' ? isoInstant(column) : column;
    return sql`${sql.lit(name)}, ${value}`;
  });
  return sql`json_build_object('id', r.id, 'scope', r.scope_id, 'version', r.version, ${sql.join(parts)})`;
}

/** All rows that the reads name, in one statement. Deleted rows are not there. */
export async function loadRows(
  db: DbOrTransaction,
  tables: Tables,
  tenant: string,
  reads: readonly Read[],
): Promise<{ table: string; row: SyncRow }[]> {
  const branches: RawBuilder<unknown>[] = [];
  for (const [table, spec] of Object.entries(tables)) {
    const ids = reads.filter((read) => read.table === table && 'id' in read);
    if (ids.length > 0) {
      branches.push(
        branch(
          table,
          spec,
          tenant,
          'id',
          ids.map((r) => r.scope),
          ids.map((r) => ('id' in r ? r.id : '')),
        ),
      );
    }
    for (const column of spec.indexes) {
      const by = reads.filter((read) => read.table === table && 'where' in read && read.where === column);
      if (by.length === 0) continue;
      const values = by.map((r) => ('equals' in r ? r.equals : ''));
      branches.push(
        branch(
          table,
          spec,
          tenant,
          column,
          by.map((r) => r.scope),
          values,
        ),
      );
    }
  }
  if (branches.length === 0) return [];
  const { rows } = await sql<{ table: string; row: SyncRow }>`${sql.join(branches, sql` union all `)}`.execute(db);
  return rows;
}

function branch(
  table: string,
  spec: TableSpec,
  tenant: string,
  column: string,
  scopes: string[],
  values: string[],
): RawBuilder<unknown> {
  const type = SQL_TYPES[spec.columns[column]?.kind ?? 'text'];
  return sql`
    select ${sql.lit(table)} as "table", ${rowAsJson(spec)} as row
    from ${sql.table(table)} r
    join (select distinct * from unnest(${scopes}::text[], ${values}::text[]) as w (scope_id, value)) w
      on r.scope_id = w.scope_id and r.${sql.ref(column)} = w.value::${sql.raw(type)}
    where r.agency_id = ${tenant} and not r.deleted`;
}

/** Writes the changes, one statement a table for the rows and one for the removals. */
export async function writeRows(
  db: DbOrTransaction,
  tables: Tables,
  tenant: string,
  changes: readonly RowChange[],
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [table, spec] of Object.entries(tables)) {
    const mine = changes.filter((change) => change.table === table);
    const rows = mine.flatMap(({ row, scope }) => (row ? [{ ...row, scope, version: versions.get(scope) }] : []));
    if (rows.length > 0) await upsert(db, table, spec, tenant, rows);
    const removed = mine.filter((change) => change.removed);
    if (removed.length > 0) {
      const scopes = removed.map((change) => change.scope);
      const ids = removed.map((change) => change.id);
      await sql`
        update ${sql.table(table)} r set deleted = true, version = s.version
        from unnest(${scopes}::text[], ${ids}::text[]) as gone (scope_id, id)
        join scope s on s.agency_id = ${tenant} and s.id = gone.scope_id
        where r.agency_id = ${tenant} and r.scope_id = gone.scope_id and r.id = gone.id`.execute(db);
    }
  }
}

async function upsert(db: DbOrTransaction, table: string, spec: TableSpec, tenant: string, rows: unknown[]) {
  const names = Object.keys(spec.columns);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const values = sql.join(names.map((name) => sql`r.${sql.ref(name)}`));
  const types = sql.join(
    Object.entries(spec.columns).map(([name, { kind }]) => sql`${sql.ref(name)} ${sql.raw(SQL_TYPES[kind])}`),
  );
  const updates = sql.join(names.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`));
  await sql`
    insert into ${sql.table(table)} (agency_id, scope_id, id, version, deleted, ${columns})
    select ${tenant}::text, r.scope_id, r.id, r.version, false, ${values}
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => withSqlNames(row as SyncRow, names)))}::jsonb)
      as r (scope_id text, id text, version bigint, ${types})
    on conflict (agency_id, scope_id, id) do update
      set version = excluded.version, deleted = false, ${updates}`.execute(db);
}

/** jsonb_to_recordset finds values by column name, which is in snake case. */
function withSqlNames(row: SyncRow, names: string[]): Record<string, unknown> {
  const named: Record<string, unknown> = { scope_id: row.scope, id: row.id, version: row.version };
  for (const name of names) named[snakeCase(name)] = row[name];
  return named;
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
