import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { DatedPolicy } from '#shared/time/dated.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import { assessmentPeriod, isAssessmentOver } from './assessment.ts';

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
