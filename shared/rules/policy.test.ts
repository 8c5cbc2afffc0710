import { expect, it } from 'vitest';
import { DEFAULT_POLICY, policyOn } from './policy.ts';

const adopted = (validFrom: string, objectionDays: number, at = `${validFrom}T00:00:00.000Z`) => ({
  ...{ validFrom, at },
  content: { ...DEFAULT_POLICY, objectionDays },
});

it('is the default until one begins, then the one that began last, and of one day the one adopted later', () => {
  const policies = [
    adopted('2026-07-01', 20),
    adopted('2026-03-01', 7),
    adopted('2026-07-01', 21, '2026-07-01T05:00:00.000Z'),
  ];
  expect(policyOn(policies, '2026-02-28')).toEqual(DEFAULT_POLICY);
  expect(policyOn(policies, '2026-03-01').objectionDays).toBe(7);
  expect(policyOn(policies, '2026-06-30').objectionDays).toBe(7);
  expect(policyOn(policies, '2026-07-01').objectionDays).toBe(21);
});
