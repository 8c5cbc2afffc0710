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
  /** The stamps of `floor` and `top`. */
  floorStamp: string | undefined;
  topStamp: string | undefined;
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
      const heads = await headsOf(snapshot, tenant, scopes);
      const windows = scopes.map((scope) => toWindow(scope, known[scope], heads.get(scope)));
      if (windows.some(({ floor, top }) => floor > top)) throw new HistoryLost();
      await checkStamps(snapshot, tenant, windows, heads);
      const moved = windows.filter(({ floor, top }) => floor < top);
      const found = moved.length > 0 ? await readPage(snapshot, tables, tenant, moved, page) : [];
      const rows = found.slice(0, page);
      const next = found.length > page ? rows.at(-1) : undefined;
      const positions = positionsAfter(windows, next);
      return { changes: toChanges(Object.keys(tables), rows), positions, more: next !== undefined };
    });
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
  const [top, topStamp, markVersion, table, id] = position?.rest?.split(' ') ?? [];
  if (!top || !topStamp || !markVersion || !table || !id) {
    return { scope, floor, floorStamp, top: head?.version ?? 0, topStamp: head?.stamp, mark: null };
  }
  // A resumed page keeps its top: what moved above it since comes after it.
  const mark = { version: Number(markVersion), table: Number(table), id };
  return { scope, floor, floorStamp, top: Number(top), topStamp, mark };
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
  for (const { scope, floor, floorStamp, top, topStamp, mark } of windows) {
    const before = { through: floor, ...(floorStamp && { stamp: floorStamp }) };
    const rest = (row: { version: number; table: number; id: string }) =>
      [top, topStamp, row.version, row.table, row.id].join(' ');
    if (scope === last?.scope) {
      reached = true;
      positions[scope] = { ...before, rest: rest(last) };
    } else if (reached) {
      positions[scope] = { ...before, ...(mark && { rest: rest(mark) }) };
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
