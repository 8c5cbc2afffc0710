import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as value from './values.ts';

const takes = (schema: v.GenericSchema, sent: unknown) => v.is(schema, sent);

describe.each([
  ['a day', value.plainDate, ['1900-01-01', '2024-02-29', '2200-12-31'], ['0000-01-01', '1899-12-31', '2201-01-01']],
  ['no day', value.plainDate, ['2026-02-28'], ['2026-02-29', '2026-13-01', '9999-12-31', '2026-1-1', '+02026-01-01']],
  ['a month', value.month, ['1900-01', '2200-12'], ['0000-12', '9999-12', '2026-00', '2026-13', '2026']],
  [
    'an instant',
    value.instant,
    ['2026-11-24T02:00Z', '2026-11-24T02:00:00Z', '2026-11-24T02:00:00.123Z'],
    [
      ...['2026-11-24T02:00:00+05', '2026-11-24T02:00:00+05:00', '2026-11-24T02:00:00', '2026-02-31T02:00:00Z'],
      ...['2026-11-24T24:00:00Z', '2026-11-24T02:00:60Z', '0000-01-01T00:00:00Z', '+275760-09-13T00:00:00.000Z'],
    ],
  ],
  [
    'a made id',
    value.uuid,
    ['00000000-0000-7000-8000-00000000abcd'],
    ['00000000-0000-7000-8000-00000000ABCD', '00000000-0000-7000-8000-00000000abc', '', 'budi'],
  ],
  [
    'an id of a row',
    value.rowId,
    ['00000000-0000-7000-8000-00000000abcd.2026-Q1', 'post-budi', '2026-10', 'w:budi'],
    ['', 'a b', 'a/b', 'a\0', 'x'.repeat(101), 'é'],
  ],
  ['a number', value.number(0, 10), [0, 0.5, 10], [-1, 11, Number.NaN, Number.POSITIVE_INFINITY, '1', null]],
  ['a whole number', value.integer(1), [1, 2_147_483_647], [0, 1.5, 2_147_483_648, 1e300]],
] as [string, v.GenericSchema, unknown[], unknown[]][])('%s', (_what, schema, good, bad) => {
  it.each(good)('may be %j', (sent) => expect(takes(schema, sent)).toBe(true));
  it.each(bad)('may not be %j', (sent) => expect(takes(schema, sent)).toBe(false));
});

it('an instant comes out in one way of writing it', () => {
  expect(v.parse(value.instant, '2026-11-24T02:00Z')).toBe('2026-11-24T02:00:00.000Z');
});

it('a text loses what nobody sees and nobody can keep, and nothing else', () => {
  expect(v.parse(value.text(20), '  a\0b \ud800 😀 ')).toBe('ab \ufffd 😀');
  expect(takes(value.text(3), 'abcd')).toBe(false);
});

it('no zero is negative', () => {
  expect(Object.is(v.parse(value.number(0, 1), -0), 0)).toBe(true);
});
