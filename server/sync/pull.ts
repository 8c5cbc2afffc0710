// What a device does not have yet: for each scope the person sees, the rows above the version the device holds,
// newest first, in pages that resume exactly. All scopes are read in one snapshot. A page costs what it sends: the scopes
// are walked in their order, and nothing is read of those that come after a full page.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { type DbOrTransaction, rowAsJson } from '#server/db/rows.ts';
import { type ChangeSet, LIMITS, type Position } from '#shared/sync/protocol.ts';
import type { SyncRow, Tables } from '#shared/sync/table.ts';
import { type Mark, readCursor, writeCursor } from './cursor.ts';
import { HistoryLost } from './epoch.ts';

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
  /** The stamps of `floor` and `top`. */
  floorStamp: string | undefined;
  topStamp: string | undefined;
  mark: Mark | null;
}

interface PulledRow {
  scope: string;
  table: number;
  version: number;
  id: string;
  row: SyncRow | null;
}

export interface PullInput {
  tables: Tables;
  tenant: string;
  /** In the order in which the device should get them. */
  scopes: string[];
  /** As the device says. */
  known: Record<string, Position>;
  page?: number;
}

export function pull(db: Db, input: PullInput): Promise<Pulled> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => pullFrom(snapshot, input));
}

/** The same in a snapshot that the caller holds. */
export async function pullFrom(snapshot: DbOrTransaction, input: PullInput): Promise<Pulled> {
  const { tables, tenant, scopes, known, page = LIMITS.page } = input;
  const { heads, windows } = await windowsOf(snapshot, { tenant, scopes, known });
  const moved = windows.filter(({ floor, top }) => floor < top);
  const found = moved.length > 0 ? await readPage(snapshot, tables, tenant, moved, page) : [];
  const rows = found.slice(0, page);
  const next = found.length > page ? rows.at(-1) : undefined;
  const positions = positionsAfter(windows, next);
  // What moved above the top of a resumed page belongs to the same pull: only then does the device hold everything.
  const behind = windows.some(({ scope, top }) => top < (heads.get(scope)?.version ?? 0));
  return { changes: toChanges(Object.keys(tables), rows), positions, more: next !== undefined || behind };
}

/** Fails with `HistoryLost` where the device holds, or says so, what is not of this database's own history. */
export async function checkHistory(db: DbOrTransaction, held: Pick<PullInput, 'tenant' | 'scopes' | 'known'>) {
  await windowsOf(db, held);
}

async function windowsOf(
  db: DbOrTransaction,
  { tenant, scopes, known }: Pick<PullInput, 'tenant' | 'scopes' | 'known'>,
): Promise<{ heads: ReadonlyMap<string, Head>; windows: Window[] }> {
  const heads = await headsOf(db, tenant, scopes);
  const windows = scopes.map((scope) => toWindow(scope, known[scope], heads.get(scope)));
  if (windows.some(({ floor, top }) => floor > top)) throw new HistoryLost();
  await checkStamps(db, tenant, windows, heads);
  return { heads, windows };
}

interface Head {
  version: number;
  stamp: string;
}

async function headsOf(db: DbOrTransaction, tenant: string, scopes: string[]): Promise<Map<string, Head>> {
  const { rows } = await sql<Head & { id: string }>`
    select id, version, stamp from scope where agency_id = ${tenant} and id = any(${scopes}::text[])`.execute(db);
  return new Map(rows.map(({ id, ...head }) => [id, head]));
}

function toWindow(scope: string, position: Position | undefined, head: Head | undefined): Window {
  const { through: floor = 0, stamp: floorStamp } = position ?? {};
  const cursor = readCursor(position?.rest);
  if (!cursor) return { scope, floor, floorStamp, top: head?.version ?? 0, topStamp: head?.stamp, mark: null };
  // A resumed page keeps its top: what moved above it since comes after it.
  return { scope, floor, floorStamp, top: cursor.top, topStamp: cursor.stamp, mark: cursor.mark };
}

/**
 * What the device holds must be of this database's own history. A restored one reaches the same numbers again with other
 * content, which only the stamps tell.
 */
async function checkStamps(
  db: DbOrTransaction,
  tenant: string,
  windows: readonly Window[],
  heads: ReadonlyMap<string, Head>,
): Promise<void> {
  const claimed = windows.flatMap(({ scope, floor, floorStamp, top, topStamp, mark }) => [
    ...(floorStamp && floor > 0 ? [{ scope, version: floor, stamp: floorStamp }] : []),
    ...(mark && topStamp ? [{ scope, version: top, stamp: topStamp }] : []),
  ]);
  const current = ({ scope, version, stamp }: (typeof claimed)[number]) => {
    const head = heads.get(scope);
    return head?.version === version && head.stamp === stamp;
  };
  const older = claimed.filter((claim) => !current(claim));
  if (older.length === 0) return;
  const { rows } = await sql`
    select from unnest(${older.map(({ scope }) => scope)}::text[], ${older.map(({ version }) => version)}::bigint[],
      ${older.map(({ stamp }) => stamp)}::uuid[]) as c (scope_id, version, stamp)
    join scope_version v on v.agency_id = ${tenant} and v.scope_id = c.scope_id and v.version = c.version
      and v.stamp = c.stamp`.execute(db);
  if (rows.length < older.length) throw new HistoryLost();
}

/**
 * One row more than a page, so that the caller sees whether there is more.
 *
 * `walk` takes one scope after the other, asks each table for the newest entries of its index below the mark, and stops
 * when there is no room left. A mark is an upper bound for (version, id) in each table, so that a resumed page begins in
 * the index where the last one ended. The rows themselves are read only for the keys that are sent.
 */
async function readPage(
  db: DbOrTransaction,
  tables: Tables,
  tenant: string,
  windows: Window[],
  page: number,
): Promise<PulledRow[]> {
  const beyond = ({ top }: Window) => ({ version: top + 1, table: -1, id: '' });
  const marks = windows.map((window) => window.mark ?? beyond(window));
  const entries = Object.entries(tables);
  const keys = entries.map(
    ([name], table) => sql`
      select ${sql.lit(table)} as "table", e.version, e.id from (
        select r.version, r.id from ${sql.table(name)} r
        where r.agency_id = ${tenant} and r.scope_id = w.scope_id and r.version > w.floor
          and (r.version, r.id) < (
            w.mark_version + case when ${sql.lit(table)} < w.mark_table then 1 else 0 end,
            case when ${sql.lit(table)} = w.mark_table then w.mark_id else '' end)
          and not (r.deleted and w.floor = 0)
        order by r.version desc, r.id desc limit walk.room) e`,
  );
  const rows = entries.map(
    ([name, spec], table) => sql`
      select k.place, k.nth, k.scope_id as scope, k."table", k.version, k.id, found.row
      from keys k cross join lateral (
        select case when r.deleted then null else ${rowAsJson(spec)} end as row from ${sql.table(name)} r
        where r.agency_id = ${tenant} and r.scope_id = k.scope_id and r.id = k.id offset 0) found
      where k."table" = ${sql.lit(table)}`,
  );
  const newestFirst = sql`order by version desc, "table" desc, id desc`;
  const result = await sql<PulledRow>`
    with recursive list as materialized (
      select * from unnest(
        ${windows.map(({ scope }) => scope)}::text[], ${windows.map(({ floor }) => floor)}::bigint[],
        ${marks.map(({ version }) => version)}::bigint[], ${marks.map(({ table }) => table)}::integer[],
        ${marks.map(({ id }) => id)}::text[]
      ) with ordinality as w (scope_id, floor, mark_version, mark_table, mark_id, place)
    ), walk (place, room, tables, versions, ids) as (
      select 0::bigint, ${page + 1}::bigint, '{}'::integer[], '{}'::bigint[], '{}'::text[]
      union all
      select w.place, walk.room - cardinality(newest.ids), newest.tables, newest.versions, newest.ids
      from walk join list w on w.place = walk.place + 1 cross join lateral (
        select coalesce(array_agg("table" ${newestFirst}), '{}') as tables,
          coalesce(array_agg(version ${newestFirst}), '{}') as versions,
          coalesce(array_agg(id ${newestFirst}), '{}') as ids
        from (select * from (${sql.join(keys, sql` union all `)}) as key ${newestFirst} limit walk.room) as key
      ) newest
      where walk.room > 0
    ), keys as materialized (
      select walk.place, list.scope_id, k."table", k.version, k.id, k.nth
      from walk join list on list.place = walk.place
      cross join lateral unnest(walk.tables, walk.versions, walk.ids) with ordinality as k ("table", version, id, nth)
    )
    select scope, "table", version, id, row from (${sql.join(rows, sql` union all `)}) as page
    order by place, nth`.execute(db);
  return result.rows;
}

/** `last` is the last row of a page that was not the end: its scope goes on there, the scopes after it have not begun. */
function positionsAfter(windows: Window[], last: PulledRow | undefined): Record<string, Position> {
  const positions: Record<string, Position> = {};
  let reached = false;
  for (const { scope, floor, floorStamp, top, topStamp, mark } of windows) {
    const before = { through: floor, ...(floorStamp && { stamp: floorStamp }) };
    const resumedAt = (at: Mark) => ({ rest: writeCursor({ top, stamp: topStamp ?? '', mark: at }) });
    if (scope === last?.scope) {
      reached = true;
      positions[scope] = { ...before, ...resumedAt(last) };
    } else if (reached) {
      positions[scope] = { ...before, ...(mark && resumedAt(mark)) };
    } else {
      positions[scope] = { through: top, ...(topStamp && { stamp: topStamp }) };
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
