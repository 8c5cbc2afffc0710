import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const STAMP = '0b9a1f0e-6f5f-4c55-9a0e-5d7a4c2b1a00';
const text = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }).filter((id) => !id.includes('\0'));

describe('a cursor', () => {
  it('comes back as it went, whatever the id of the row is, in letters that any wire carries', () => {
    const ids = fc.oneof(text, fc.constantFrom('Pengelola Data dan Informasi', 'a b c', '"\\/', 'x'.repeat(200)));
    fc.assert(
      fc.property(ids, fc.nat(), fc.nat(30), (id, version, table) => {
        const cursor = { top: version + 5, stamp: STAMP, mark: { version, table, id } };
        const written = writeCursor(cursor);
        expect(written).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(readCursor(written)).toEqual(cursor);
      }),
    );
  });

  it('of a row with the longest id fits what a request may carry', () => {
    const longest = '\u0001'.repeat(200);
    expect(
      writeCursor({ top: 2 ** 53 - 2, stamp: STAMP, mark: { version: 2 ** 53 - 2, table: 999, id: longest } }).length,
    ).toBeLessThanOrEqual(2000);
  });

  it('that is none of ours is none', () => {
    const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const wrong of [
      ...['', ' ', '5 stamp 5 1 id', 'e30', '%%%', '\0'],
      ...[null, 5, {}, [], [5, STAMP, 5, 1], [5, STAMP, 5, 1, 'x', 'more']].map(written),
      ...[
        [5, 'no stamp', 5, 1, 'x'],
        [5, STAMP, 6, 1, 'x'],
        [5, STAMP, 5, 1, 'nul \0'],
        [5, STAMP, 5, 1, '\ud800'],
      ].map(written),
      ...[
        [1e300, STAMP, 5, 1, 'x'],
        [5, STAMP, -1, 1, 'x'],
        [5, STAMP, 0.5, 1, 'x'],
        [5, STAMP, 5, 1e9, 'x'],
      ].map(written),
    ]) {
      expect(readCursor(wrong), wrong).toBeNull();
    }
    expect(readCursor(undefined)).toBeNull();
    fc.assert(fc.property(fc.string(), (any) => readCursor(any) === null || any.length > 40));
  });
});
