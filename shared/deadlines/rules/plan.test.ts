import { describe, expect, it } from 'vitest';
import type { Assignment } from '#shared/people/tables.ts';
import type { Skp } from '#shared/plan/tables.ts';
import type { DatedPolicy } from '#shared/time/dated.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import { inServiceSince, lacksPlanSince, planPeriod } from './plan.ts';

const post = (validFrom: string, validUntil: string | null = null) =>
  ({ employeeId: 'budi', unitId: 'u', validFrom, validUntil }) as Assignment;
const skp = (state: Skp['state'], validFrom: string, validUntil: string, edition = 1) => ({
  ...{ state, validFrom, validUntil, edition },
});
const year = ['2026-01-01', '2026-12-31'] as const;

describe('a service lasts', () => {
  it.each([
    ['one post', [post('2020-03-01')], '2020-03-01'],
    ['posts that follow each other', [post('2026-08-01'), post('2020-03-01', '2026-07-31')], '2020-03-01'],
    ['posts that overlap', [post('2026-08-01'), post('2020-03-01', '2026-09-30')], '2020-03-01'],
    ['after a gap', [post('2026-08-01'), post('2020-03-01', '2026-07-30')], '2026-08-01'],
    ['no post', [], null],
    ['a post that ended', [post('2020-03-01', '2026-10-31')], null],
    ['a post to come', [post('2026-12-01')], null],
  ])('with %s since %s', (_with, posts, since) => {
    expect(inServiceSince(posts, '2026-11-26')).toBe(since);
  });
});

describe('a plan is lacking', () => {
  const since = (skps: ReturnType<typeof skp>[], posts = [post('2020-03-01')]) =>
    lacksPlanSince('2026-11-26', { assignments: posts, skps });

  it.each([
    ['none', [], '2026-01-01'],
    ['a draft', [skp('draft', ...year)], '2026-01-01'],
    ['one that came back', [skp('returned', ...year)], '2026-01-01'],
    ['one that waits', [skp('submitted', ...year)], null],
    ['one that is approved', [skp('approved', ...year)], null],
    ['one that is revised', [skp('draft', ...year, 2)], null],
    ['one that ended with a post', [skp('approved', '2026-01-01', '2026-07-31')], '2026-08-01'],
    ['one that begins later', [skp('approved', '2026-12-01', '2026-12-31')], '2026-01-01'],
    ['one of the year before', [skp('approved', '2025-01-01', '2025-12-31')], '2026-01-01'],
  ])('with %s since %s', (_with, skps, day) => {
    expect(since(skps)).toBe(day);
  });

  it('of who is new since the first day of service, and of who has none not at all', () => {
    expect(since([], [post('2026-08-15')])).toBe('2026-08-15');
    expect(since([], [])).toBeNull();
  });
});

describe('a plan is submitted', () => {
  const policy: DatedPolicy = {
    ...{ kind: 'performance', validFrom: '2026-08-01', at: '2026-07-01T00:00:00.000Z', content: { planDays: 14 } },
  };
  const rules = rulesOf({
    ...{ policies: [policy], holidays: [], workHours: [], units: [], outages: [], timeZone: 'Asia/Makassar' },
  });

  it.each([
    ['2026-01-01', '2026-01-31'],
    ['2026-08-01', '2026-08-15'],
  ])('that is lacking since %s until %s, by the policy of that day', (since, until) => {
    expect(planPeriod(since, rules)).toEqual({ until, movedBy: null });
  });

  it('later after an outage, as any last day', () => {
    const outage = { kind: 'unplanned' as const, startsAt: '2026-01-31T12:00:00.000Z', reason: '' };
    const moved = planPeriod('2026-01-01', { ...rules, outages: [{ ...outage, endsAt: '2026-01-31T15:00:00.000Z' }] });
    // Saturday; the next working day is Monday.
    expect(moved).toMatchObject({ until: '2026-02-02', movedBy: { kind: 'unplanned' } });
  });
});
