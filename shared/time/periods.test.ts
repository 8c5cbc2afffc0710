import { describe, expect, it } from 'vitest';
import { overlap, PERIOD, periodsOf, spanOf } from './periods.ts';

describe('a period', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s is from %s until %s', (period, from, until) => {
    expect(period).toMatch(PERIOD);
    expect(spanOf(period)).toEqual({ from, until });
  });

  it.each(['2026-13', '2026-00', '2026-Q5', '26', '2026-1', '2026-Q1x'])('is not written %s', (period) => {
    expect(period).not.toMatch(PERIOD);
  });
});

it('of a span, only those periods count that touch it', () => {
  const half = { from: '2026-07-15', until: '2026-12-31' };
  expect(periodsOf('monthly', half)).toEqual(['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12']);
  expect(periodsOf('quarterly', half)).toEqual(['2026-Q3', '2026-Q4']);
  expect(overlap(spanOf('2026-07'), half)).toEqual({ from: '2026-07-15', until: '2026-07-31' });
  expect(overlap(spanOf('2026-06'), half)).toBeNull();
});
