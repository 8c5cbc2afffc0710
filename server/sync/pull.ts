// What a device does not have yet: for each scope the person sees, the rows above the version the device holds,
// newest first, in pages that resume exactly. All scopes are read in one snapshot.

import { type RawBuilder, sql } from 'kysely';
import { type ChangeSet, LIMITS, type Position } from '#shared/protocol.ts';
import type { SyncRow, Tables } from '#shared/sync/table.ts';
import type { Db } from '../db/database.ts';
import { HistoryLost } from './epoch.ts';
import { type DbOrTransaction, rowAsJson } from './rows.ts';

export interface Pulled {
  changes: ChangeSet[];
  positions: Record<string, Position>;
  more: boolean;
}

/**
 * How far a scope is read: rows with `floor < version <= top`, and of these only the ones below `mark` in the order
 * (version, table, id), which is the last row sent.
 */
interface Window {
  scope: string;
  floor: number;
  top: number;
  mark: { version: number; table: number; id: string } | null;
}

interface PulledRow {
  scope: string;
  table: number;
  version: number;
  id: string;
  row: SyncRow | null;
}

/** `scopes` in the order in which the device should get them; `known` as the device says. */
export function pull(
  db: Db,
  input: { tables: Tables; tenant: string; scopes: string[]; known: Record<string, Position>; page?: number },
): Promise<Pulled> {
  const { tables, tenant, scopes, known, page = LIMITS.page } = input;
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const versions = await versionsOf(snapshot, tenant, scopes);
      const windows = scopes.map((scope) => toWindow(scope, known[scope], versions.get(scope) ?? 0));
      if (windows.some(({ floor, top }) => floor > top)) throw new HistoryLost();
      const moved = windows.filter(({ floor, top }) => floor < top);
      const found = moved.length > 0 ? await readPage(snapshot, tables, tenant, moved, page) : [];
      const rows = found.slice(0, page);
      const next = found.length > page ? rows.at(-1) : undefined;
      const positions = positionsAfter(windows, next);
      return { changes: toChanges(Object.keys(tables), rows), positions, more: next !== undefined };
    });
}

async function versionsOf(db: DbOrTransaction, tenant: string, scopes: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from scope where agency_id = ${tenant} and id = any(${scopes}::text[])`.execute(db);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

function toWindow(scope: string, position: Position | undefined, version: number): Window {
  const floor = position?.through ?? 0;
  const [top, markVersion, table, id] = position?.rest?.split(' ') ?? [];
  if (!top || !markVersion || !table || !id) return { scope, floor, top: version, mark: null };
  // A resumed page keeps its top: what moved above it since comes after it.
  return { scope, floor, top: Number(top), mark: { version: Number(markVersion), table: Number(table), id } };
}

/** One row more than a page, so that the caller sees whether there is more. */
async function readPage(
  db: DbOrTransaction,
  tables: Tables,
  tenant: string,
  windows: Window[],
  page: number,
): Promise<PulledRow[]> {
  const list = sql`unnest(
      ${windows.map((w) => w.scope)}::text[], ${windows.map((w) => w.floor)}::bigint[],
      ${windows.map((w) => w.top)}::bigint[], ${windows.map((w) => w.mark?.version ?? null)}::bigint[],
      ${windows.map((w) => w.mark?.table ?? null)}::integer[], ${windows.map((w) => w.mark?.id ?? null)}::text[]
    ) with ordinality as w (scope_id, floor, top, mark_version, mark_table, mark_id, place)`;
  const branches: RawBuilder<unknown>[] = Object.entries(tables).map(
    ([name, spec], table) => sql`
      select w.place, w.scope_id, ${sql.lit(table)} as "table", r.version, r.id,
        case when r.deleted then null else ${rowAsJson(spec)} end as row
      from ${list} cross join lateral (
        select * from ${sql.table(name)} r
        where r.agency_id = ${tenant} and r.scope_id = w.scope_id
          and r.version > w.floor and r.version <= w.top
          and (w.mark_id is null or (r.version, ${sql.lit(table)}, r.id) < (w.mark_version, w.mark_table, w.mark_id))
          and not (r.deleted and w.floor = 0)
        order by r.version desc, r.id desc limit ${page + 1}
      ) r`,
  );
  const { rows } = await sql<PulledRow & { place: number }>`
    select scope_id as scope, "table", version, id, row from (${sql.join(branches, sql` union all `)}) as page
    order by place, version desc, "table" desc, id desc limit ${page + 1}`.execute(db);
  return rows;
}

/** `last` is the last row of a page that was not the end: its scope goes on there, the scopes after it have not begun. */
function positionsAfter(windows: Window[], last: PulledRow | undefined): Record<string, Position> {
  const positions: Record<string, Position> = {};
  let reached = false;
  for (const { scope, floor, top, mark } of windows) {
    if (scope === last?.scope) {
      reached = true;
      positions[scope] = { through: floor, rest: [top, last.version, last.table, last.id].join(' ') };
    } else if (reached) {
      positions[scope] = { through: floor };
      if (mark) positions[scope].rest = [top, mark.version, mark.table, mark.id].join(' ');
    } else {
      positions[scope] = { through: top };
    }
  }
  return positions;
}

function toChanges(names: string[], rows: PulledRow[]): ChangeSet[] {
  const sets = new Map<string, ChangeSet>();
  for (const { scope, table, id, row } of rows) {
    const key = `${table} ${scope}`;
    let set = sets.get(key);
    if (!set) sets.set(key, (set = { table: names[table] ?? '', scope, rows: [], removed: [] }));
    if (!row) set.removed.push(id);
    else {
      // The scope is said once, for the set.
      set.rows.push({ ...row, scope: undefined });
    }
  }
  return [...sets.values()];
}
