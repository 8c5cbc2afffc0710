// Where a page of a scope ended, as the device carries it back: opaque, so that an id may be any text. It comes from a
// device, so nothing in it is trusted: one that cannot be read is no cursor, and its scope begins anew.

import * as v from 'valibot';

/** The last row sent, in the order (version, table, id) in which a scope is read from its newest row on. */
export interface Mark {
  version: number;
  /** The place of the table in the list of synced tables. */
  table: number;
  id: string;
}

export interface Cursor {
  /** The version of the scope when its first page was read, and its stamp: all pages belong to it. */
  top: number;
  stamp: string;
  mark: Mark;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER - 1));
/** PostgreSQL takes no NUL in a text. */
const storable = v.check((text: string) => text.isWellFormed() && !text.includes('\0'));

const Written = v.strictTuple([
  count,
  v.pipe(v.string(), v.uuid()),
  count,
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
  v.pipe(v.string(), v.minLength(1), storable),
]);

export function writeCursor({ top, stamp, mark }: Cursor): string {
  const written: v.InferOutput<typeof Written> = [top, stamp, mark.version, mark.table, mark.id];
  return Buffer.from(JSON.stringify(written)).toString('base64url');
}

/** Null where there is none, or none of ours. */
export function readCursor(rest: string | undefined): Cursor | null {
  if (rest === undefined) return null;
  const parsed = v.safeParse(Written, parseJson(Buffer.from(rest, 'base64url').toString()));
  if (!parsed.success) return null;
  const [top, stamp, version, table, id] = parsed.output;
  return version <= top ? { top, stamp, mark: { version, table, id } } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
