import { expect, it } from 'vitest';
import type { DatedPolicy } from '#shared/time/dated.ts';
import { DEFAULT_POLICIES, policyOn } from './policy.ts';

const adopted = (validFrom: string, objectionDays: number, at = `${validFrom}T00:00:00.000Z`): DatedPolicy => ({
  ...{ kind: 'performance', validFrom, at },
  content: { ...DEFAULT_POLICIES.performance, objectionDays },
});

it('is the default until one begins, then the one that began last, and of one day the one adopted later', () => {
  const policies = [
    adopted('2026-07-01', 20),
    adopted('2026-03-01', 7),
    adopted('2026-07-01', 21, '2026-07-01T05:00:00.000Z'),
  ];
  const daysOn = (on: string) => policyOn(policies, 'performance', on).objectionDays;
  expect(daysOn('2026-02-28')).toBe(DEFAULT_POLICIES.performance.objectionDays);
  expect(daysOn('2026-03-01')).toBe(7);
  expect(daysOn('2026-06-30')).toBe(7);
  expect(daysOn('2026-07-01')).toBe(21);
});

it('holds the default of a rule that was not known when it was adopted', () => {
  const { assessmentDays, ...older } = DEFAULT_POLICIES.performance;
  const policy = {
    ...adopted('2026-03-01', 7),
    content: { ...older, objectionDays: 7 } as typeof DEFAULT_POLICIES.performance,
  };
  expect(policyOn([policy], 'performance', '2026-07-01')).toMatchObject({ objectionDays: 7, assessmentDays });
});

it('of one kind says nothing of another', () => {
  expect(policyOn([adopted('2026-03-01', 7)], 'time', '2026-07-01')).toEqual(DEFAULT_POLICIES.time);
});
