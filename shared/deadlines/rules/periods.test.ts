import { describe, expect, it } from 'vitest';
import type { Evaluation } from '#shared/evaluation/tables.ts';
import type { Skp } from '#shared/plan/tables.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import { isOver, unratedPeriods } from './periods.ts';

const rules = rulesOf({
  ...{ policies: [], holidays: [], workHours: [], units: [], outages: [], timeZone: 'Asia/Makassar' },
});
const skp = (fields: Partial<Skp> = {}) =>
  ({ id: 's', state: 'approved', edition: 1, validFrom: '2026-09-10', validUntil: '2026-12-31', ...fields }) as Skp;
const rated = (period: string, state: Evaluation['state']) => ({ id: `s.${period}`, state });
const open = (before: string, evaluations: ReturnType<typeof rated>[] = [], skps = [skp()]) =>
  unratedPeriods({ skps, evaluations }, { year: '2026', before, rules });
const names = (...args: Parameters<typeof open>) => open(...args).map(({ period }) => period);

describe('of a plan is still to be rated', () => {
  it('each period that it touches and that is over, the oldest first', () => {
    expect(names('2026-11-26')).toEqual(['2026-09', '2026-10']);
    expect(names('2026-10-31')).toEqual(['2026-09']);
    expect(names('2027-01-01')).toEqual(['2026-09', '2026-10', '2026-11', '2026-12', '2026']);
  });

  it.each([
    ['assessed', true, false],
    ['returned', true, true],
    ['rated', false, null],
    ['final', false, null],
    ['objected', false, null],
    ['decided', false, null],
  ] as const)('one that is %s: %s', (state, listed, toAssess) => {
    const found = open('2026-11-26', [rated('2026-10', state)]).find(({ period }) => period === '2026-10');
    expect(found !== undefined).toBe(listed);
    expect(found?.toAssess ?? null).toBe(toAssess);
  });

  it('nothing of a plan that was never approved, or is of another year', () => {
    expect(names('2026-11-26', [], [skp({ state: 'submitted' })])).toEqual([]);
    expect(names('2026-11-26', [], [skp({ validFrom: '2025-09-01', validUntil: '2025-12-31' })])).toEqual([]);
    expect(names('2026-11-26', [], [skp({ state: 'draft', edition: 2 })])).toHaveLength(2);
  });

  it('of a plan that ended within a month, its days of that month', () => {
    expect(open('2026-11-26', [], [skp({ validUntil: '2026-10-15' })]).map(({ lastDay }) => lastDay)).toEqual([
      ...['2026-09-30', '2026-10-15', '2026-10-15'],
    ]);
  });
});

it('each has a last day for the employee, and a later one for the evaluator', () => {
  const [, october] = open('2026-11-26');
  expect(october).toMatchObject({ assess: { until: '2026-11-10' }, rate: { until: '2026-11-20' } });
  expect(isOver({ until: '2026-11-10', movedBy: null }, '2026-11-10')).toBe(false);
  expect(isOver({ until: '2026-11-10', movedBy: null }, '2026-11-11')).toBe(true);
  expect(isOver({ until: null, movedBy: null }, '2026-11-11')).toBe(false);
});
