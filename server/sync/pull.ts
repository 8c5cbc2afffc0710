// What a device does not have yet: for each scope the person sees, the rows above the version the device holds,
// newest first, in pages that resume exactly. All scopes are read in one snapshot. A page costs what it sends: the scopes
// are walked in their order, and nothing is read of those that come after a full page.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { prepared, type Statement } from '#server/db/prepared.ts';
import { type DbOrTransaction, rowAsJson } from '#server/db/rows.ts';
import { type ChangeSet, LIMITS, type Position } from '#shared/sync/protocol.ts';
import { keyOf } from '#shared/sync/row-set.ts';
import type { SyncRow, Tables } from '#shared/sync/table.ts';
import { type AsMade, NOTHING_AS_MADE } from './as-made.ts';
import { type Mark, readCursor, writeCursor } from './cursor.ts';
import { HistoryLost } from './epoch.ts';

export interface Pulled {
  changes: ChangeSet[];
  /** Numbers of mutations whose rows the device has as they are, so that they are not among the changes. */
  held: number[];
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
  /** The tables in which it has moved; null: any. */
  moved: string[] | null;
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
  page?: number | undefined;
  /** What the same request has written. */
  own?: AsMade;
}

export async function pull(db: Db, input: PullInput): Promise<Pulled> {
  return (
    (await pullAsMade(db, input)) ??
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((snapshot) => pullFrom(snapshot, input))
  );
}

/**
 * The same where no row is to be read for it: where nothing moved but by the own batch, whose rows the device has. Null
 * where there is more to it. One statement is a snapshot by itself.
 */
export async function pullAsMade(db: Db, input: PullInput): Promise<Pulled | null> {
  const { windows } = await windowsOf(db, input);
  const { own = NOTHING_AS_MADE } = input;
  if (!windows.every((window) => isHeld(window) || (own.wholly && isStep(window, own)))) return null;
  return {
    changes: [],
    held: own.mutations.map(({ seq }) => seq),
    positions: positionsAfter(windows, undefined),
    more: false,
  };
}

/** Whether the device holds all there is of a scope. */
const isHeld = ({ floor, top, mark }: Window) => floor === top && !mark;

/** Whether what the device does not hold of a scope is what its own batch has just written, and nothing else. */
function isStep({ scope, floor, floorStamp, top, mark }: Window, { steps }: AsMade): boolean {
  const step = steps.get(scope);
  if (!step || mark) return false;
  return floor === step.before.version && floorStamp === step.before.stamp && top === step.version;
}

/** The same in a snapshot that the caller holds. */
export async function pullFrom(snapshot: DbOrTransaction, input: PullInput): Promise<Pulled> {
  const { tables, tenant, scopes, known, page = LIMITS.page, own = NOTHING_AS_MADE } = input;
  const { heads, windows } = await windowsOf(snapshot, { tenant, scopes, known });
  const moved = windows.filter(({ floor, top }) => floor < top);
  const found = moved.length > 0 ? await readPage(snapshot, { tables, tenant, windows: moved, page }) : [];
  const rows = found.slice(0, page);
  const next = found.length > page ? rows.at(-1) : undefined;
  const positions = positionsAfter(windows, next);
  // What moved above the top of a resumed page belongs to the same pull: only then does the device hold everything.
  const behind = windows.some(({ scope, top }) => top < (heads.get(scope)?.version ?? 0));
  const { held, left } = withoutMade(Object.keys(tables), rows, own);
  return { changes: toChanges(Object.keys(tables), left), held, positions, more: next !== undefined || behind };
}

/** Leaves out what the device has as it is: the rows of a mutation, where all of them are on the page and nobody wrote them since. */
function withoutMade(names: string[], rows: PulledRow[], own: AsMade): { held: number[]; left: PulledRow[] } {
  if (own.mutations.length === 0) return { held: [], left: rows };
  const keyOfRow = ({ table, scope, id }: PulledRow) => keyOf({ table: names[table] ?? '', scope, id });
  const unchanged = new Set(
    rows.filter(({ scope, version }) => own.steps.get(scope)?.version === version).map((row) => keyOfRow(row)),
  );
  const mutations = own.mutations.filter(({ keys }) => keys.every((key) => unchanged.has(key)));
  const gone = new Set(mutations.flatMap(({ keys }) => keys));
  return { held: mutations.map(({ seq }) => seq), left: rows.filter((row) => !gone.has(keyOfRow(row))) };
}

/** Fails with `HistoryLost` where the device holds, or says so, what is not of this database's own history. */
export async function checkHistory(db: DbOrTransaction, held: Pick<PullInput, 'tenant' | 'scopes' | 'known'>) {
  await windowsOf(db, held);
}

async function windowsOf(
  db: DbOrTransaction,
  { tenant, scopes, known }: Pick<PullInput, 'tenant' | 'scopes' | 'known'>,
): Promise<{ heads: ReadonlyMap<string, Head>; windows: Window[] }> {
  const asked = scopes.map((scope) => {
    const { through = 0, stamp = null } = known[scope] ?? {};
    return { id: scope, floor: through, stamp: through > 0 ? stamp : null };
  });
  const heads = new Map((await readHeads(db, { tenant, asked: JSON.stringify(asked) })).map((head) => [head.id, head]));
  const windows = scopes.map((scope) => toWindow(scope, known[scope], heads.get(scope)));
  const lost = ({ scope, floor, top }: Window) => floor > top || heads.get(scope)?.own === false;
  if (windows.some(lost)) throw new HistoryLost();
  await checkMarks(db, tenant, windows);
  return { heads, windows };
}

interface Head {
  id: string;
  version: number;
  stamp: string;
  /**
   * Whether what the device holds is of this database's own history. A restored one reaches the same numbers again with
   * other content, which only the stamps tell.
   */
  own: boolean;
  /** The tables that moved above what the device holds; null where it may be any. */
  moved: string[] | null;
}

/** So many versions are looked through for what moved in them; a device that was away for longer reads every table. */
const MOST_VERSIONS = 1000;

/** `asked`: an array of { id, floor, stamp } of what the device says to hold. */
const readHeads = prepared<{ tenant: string; asked: string }, Head>(
  (value) => sql`
    select s.id, s.version, s.stamp,
      a.stamp is null or (s.version = a.floor and s.stamp = a.stamp) or exists (
        select from scope_version v where v.agency_id = s.agency_id and v.scope_id = s.id and v.version = a.floor
          and v.stamp = a.stamp) as own,
      case when a.floor > 0 and s.version > a.floor and s.version - a.floor <= ${sql.lit(MOST_VERSIONS)} then (
        select case when bool_and(v.tables is not null) and count(distinct v.version) = s.version - a.floor
          then coalesce(array_agg(distinct t.name) filter (where t.name is not null), '{}') end
        from scope_version v left join lateral unnest(v.tables) as t (name) on true
        where v.agency_id = s.agency_id and v.scope_id = s.id and v.version > a.floor and v.version <= s.version
      ) end as moved
    from jsonb_to_recordset(${value('asked')}::jsonb) as a (id text, floor bigint, stamp uuid)
    join scope s on s.agency_id = ${value('tenant')} and s.id = a.id`,
);

function toWindow(scope: string, position: Position | undefined, head: Head | undefined): Window {
  const { through: floor = 0, stamp: floorStamp } = position ?? {};
  const moved = head?.moved ?? null;
  const cursor = readCursor(position?.rest);
  if (!cursor) return { scope, floor, floorStamp, top: head?.version ?? 0, topStamp: head?.stamp, mark: null, moved };
  // A resumed page keeps its top: what moved above it since comes after it.
  return { scope, floor, floorStamp, top: cursor.top, topStamp: cursor.stamp, mark: cursor.mark, moved };
}

/** The top of a resumed page must be of this database's own history, too. */
async function checkMarks(db: DbOrTransaction, tenant: string, windows: readonly Window[]): Promise<void> {
  const claimed = windows.flatMap(({ scope, top, topStamp, mark }) =>
    mark && topStamp ? [{ scope, version: top, stamp: topStamp }] : [],
  );
  if (claimed.length === 0) return;
  const { rows } = await sql`
    select from unnest(${claimed.map(({ scope }) => scope)}::text[], ${claimed.map(({ version }) => version)}::bigint[],
      ${claimed.map(({ stamp }) => stamp)}::uuid[]) as c (scope_id, version, stamp)
    join scope_version v on v.agency_id = ${tenant} and v.scope_id = c.scope_id and v.version = c.version
      and v.stamp = c.stamp`.execute(db);
  if (rows.length < claimed.length) throw new HistoryLost();
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
  { tables, tenant, windows, page }: { tables: Tables; tenant: string; windows: Window[]; page: number },
): Promise<PulledRow[]> {
  const names = Object.keys(tables);
  const moved = windows.every((window) => window.moved)
    ? new Set(windows.flatMap((window) => window.moved ?? []))
    : null;
  // By their places, as marks name them.
  const asked = names.flatMap((name, place) => (moved === null || moved.has(name) ? [place] : []));
  if (asked.length === 0) return [];
  const list = windows.map((window, index) => {
    const { version, table, id } = window.mark ?? { version: window.top + 1, table: -1, id: '' };
    return {
      place: index + 1,
      scope_id: window.scope,
      floor: window.floor,
      mark_version: version,
      mark_table: table,
      mark_id: id,
    };
  });
  return pageStatement(tables, asked)(db, { tenant, list: JSON.stringify(list), room: page + 1 });
}

type PageStatement = Statement<{ tenant: string; list: string; room: number }, PulledRow>;

/** The statement that reads a page from certain tables, by the places of these. Of the same tables it is made once. */
const statements = new WeakMap<Tables, Map<string, PageStatement>>();
/** Of so many sets of tables; further ones read every table. */
const MOST_STATEMENTS = 100;

function pageStatement(tables: Tables, asked: readonly number[]): PageStatement {
  let made = statements.get(tables);
  if (!made) statements.set(tables, (made = new Map()));
  const all = Object.keys(tables).map((_, place) => place);
  const [key, places] =
    made.size < MOST_STATEMENTS || made.has(asked.join()) ? [asked.join(), asked] : [all.join(), all];
  let statement = made.get(key);
  if (!statement) made.set(key, (statement = makePageStatement(tables, places)));
  return statement;
}

function makePageStatement(tables: Tables, places: readonly number[]): PageStatement {
  const entries = Object.entries(tables).flatMap(([name, spec], place) =>
    places.includes(place) ? [{ name, spec, place: sql.lit(place) }] : [],
  );
  const newestFirst = sql`order by version desc, "table" desc, id desc`;
  return prepared((value) => {
    const tenant = value('tenant');
    const keys = entries.map(
      ({ name, place }) => sql`
        select ${place} as "table", e.version, e.id from (
          select r.version, r.id from ${sql.table(name)} r
          where r.agency_id = ${tenant} and r.scope_id = w.scope_id and r.version > w.floor
            and (r.version, r.id) < (
              w.mark_version + case when ${place} < w.mark_table then 1 else 0 end,
              case when ${place} = w.mark_table then w.mark_id else '' end)
            and not (r.deleted and w.floor = 0)
          order by r.version desc, r.id desc limit walk.room) e`,
    );
    const rows = entries.map(
      ({ name, spec, place }) => sql`
        select k.place, k.nth, k.scope_id as scope, k."table", k.version, k.id, found.row
        from keys k cross join lateral (
          select case when r.deleted then null else ${rowAsJson(spec)} end as row from ${sql.table(name)} r
          where r.agency_id = ${tenant} and r.scope_id = k.scope_id and r.id = k.id offset 0) found
        where k."table" = ${place}`,
    );
    return sql`
      with recursive list as materialized (
        select * from jsonb_to_recordset(${value('list')}::jsonb) as w (
          place bigint, scope_id text, floor bigint, mark_version bigint, mark_table integer, mark_id text)
      ), walk (place, room, tables, versions, ids) as (
        select 0::bigint, ${value('room')}::bigint, '{}'::integer[], '{}'::bigint[], '{}'::text[]
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
      order by place, nth`;
  });
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
