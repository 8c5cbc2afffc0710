// What an act made of the rows it wrote, in short: the device sends it with the act, and rows that the server has made just
// so do not come back as content (docs/decisions/0036-as-made.md).

import type { RowChange } from './row-set.ts';
import type { TableSpec } from './table.ts';

/**
 * Letters of a digest: of SHA-256 in base64url, as many as hold 72 bits. Only the device that sends it could be deceived by
 * two rows of one digest, and only by itself.
 */
export const MADE_LENGTH = 12;

/** What is hashed: which row it is, and its columns by their names; the version is the server's to say. */
export function madeText({ columns }: TableSpec, { table, scope, id, row }: RowChange): string {
  const content = row
    ? Object.keys(columns)
        .sort()
        .map((name) => [name, row[name] ?? null])
    : null;
  return JSON.stringify([table, scope, id, content]);
}
