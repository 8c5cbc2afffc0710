import { expect, it } from 'vitest';
import { isLastPeriod, servedMonths } from './tax-year.ts';

const post = (validFrom: string, validUntil: string | null = null) => ({ validFrom, validUntil });

it.each<[string, ReturnType<typeof post>[], boolean]>([
  ['2026-12', [post('2024-01-02')], true],
  ['2026-11', [post('2024-01-02')], false],
  ['2027-01', [post('2024-01-02')], false],
  // Who leaves, in the middle of a month or with its end; who moves on to another post does not.
  ['2026-06', [post('2024-01-02', '2026-06-15')], true],
  ['2026-06', [post('2024-01-02', '2026-06-30')], true],
  ['2026-06', [post('2024-01-02', '2026-07-01')], false],
  ['2026-06', [post('2024-01-02', '2026-06-15'), post('2026-06-16')], false],
])('%s is the last tax period with posts %j: %s', (month, posts, is) => {
  expect(isLastPeriod(month, posts)).toBe(is);
});

it.each<[string, ReturnType<typeof post>[], string[]]>([
  ['2026-03', [post('2024-01-02')], ['2026-01', '2026-02', '2026-03']],
  ['2026-04', [post('2026-02-28')], ['2026-02', '2026-03', '2026-04']],
  ['2026-04', [post('2024-01-02', '2026-01-31'), post('2026-04-01')], ['2026-01', '2026-04']],
])('up to %s with posts %j are served %j', (month, posts, served) => {
  expect(servedMonths(month, posts)).toEqual(served);
});
