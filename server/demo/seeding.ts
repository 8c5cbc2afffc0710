// What the parts of the demo data are made with: rows by type, ids and chance that follow from their names.

import { createHash } from 'node:crypto';
import type { RowChange } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import type { Row, TableName } from '#shared/tables.ts';

type Content<Name extends TableName> = Omit<Row<Name>, 'version'>;

/** `order` puts later work into later versions, so that a first sync brings the newest first. */
export type Seeded = RowChange & { order: number };

export function seeded<Name extends TableName>(table: Name, row: Content<Name>, order = 1): Seeded {
  const { scope, id } = row as { scope: string; id: string };
  return { table, scope, id, row: { ...row, version: 0 } as unknown as SyncRow, order };
}

/** A UUID that follows from its parts (RFC 9562 version 8). */
export function stableId(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Mulberry32: small, seeded, good enough for demo data. */
export function seededRandom(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
