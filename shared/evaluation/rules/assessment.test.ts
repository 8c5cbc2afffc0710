import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { DatedPolicy } from '#shared/time/dated.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import { assessmentPeriod, isAssessmentOver, ratingPeriod } from './assessment.ts';

const timeZone = 'Asia/Makassar';
const rules = (policies: DatedPolicy[] = [], outages: Parameters<typeof rulesOf>[0]['outages'] = []) =>
  rulesOf({ policies, holidays: [], workHours: [], units: [], outages, timeZone });
const days = (assessmentDays: number): DatedPolicy => ({
  ...{ kind: 'performance', validFrom: '2026-01-01', at: '2026-01-01T00:00:00.000Z' },
  content: { ...DEFAULT_POLICIES.performance, assessmentDays },
});
const outage = (endsAt: string | null) => ({
  ...{ kind: 'unplanned' as const, startsAt: '2026-11-10T10:00:00.000Z', endsAt, reason: '' },
});

describe('an employee assesses a period', () => {
  it.each([
    [[], '2026-11-10'],
    [[days(5)], '2026-11-05'],
    [[days(0)], '2026-10-31'],
  ])('until some days after its end, by policy %#', (policies, until) => {
    expect(assessmentPeriod('2026-10-31', rules(policies))).toEqual({ until, movedBy: null });
  });

  it('until that day has ended', () => {
    expect(isAssessmentOver('2026-10-31', { today: '2026-11-10', rules: rules() })).toBe(false);
    expect(isAssessmentOver('2026-10-31', { today: '2026-11-11', rules: rules() })).toBe(true);
  });

  it('longer where an outage lay before the end, and as long as it goes on', () => {
    const moved = rules([], [outage('2026-11-11T01:00:00.000Z')]);
    expect(assessmentPeriod('2026-10-31', moved)).toMatchObject({
      until: '2026-11-12',
      movedBy: { kind: 'unplanned' },
    });
    expect(isAssessmentOver('2026-10-31', { today: '2026-12-31', rules: rules([], [outage(null)]) })).toBe(false);
  });
});

describe('the evaluator rates a period', () => {
  const rating = (content: object): DatedPolicy => ({
    ...{ kind: 'performance', validFrom: '2026-01-01', at: '2026-01-01T00:00:00.000Z', content },
  });
  const longer = (filling: 'assessment' | 'rating', lastDay: string) => ({
    ...rules(),
    extended: (what: { filling: string }) =>
      what.filling === filling
        ? {
            ...{ filling, level: 'person' as const, targetId: 'budi', from: '2026-10-31', until: '2026-10-31' },
            ...{ lastDay, reason: 'Sakit' },
          }
        : null,
  });

  it.each([
    [{}, '2026-11-20'],
    [{ ratingDays: 12 }, '2026-11-12'],
    // By a rule that gives the evaluator less than the employee, as long as the employee has.
    [{ ratingDays: 5 }, '2026-11-10'],
  ])('until some days after its end, by policy %o', (content, until) => {
    expect(ratingPeriod('2026-10-31', rules([rating(content)])).until).toBe(until);
  });

  it('as many days longer as the employee has longer', () => {
    expect(ratingPeriod('2026-10-31', longer('assessment', '2026-11-17'))).toMatchObject({
      ...{ until: '2026-11-27', reopened: { reason: 'Sakit' } },
    });
  });

  it('until the day until which it was opened again for the evaluator', () => {
    expect(ratingPeriod('2026-10-31', longer('rating', '2026-12-04')).until).toBe('2026-12-04');
  });

  it('without end while an outage moves what it waits for', () => {
    expect(ratingPeriod('2026-10-31', rules([], [outage(null)])).until).toBeNull();
  });
});
