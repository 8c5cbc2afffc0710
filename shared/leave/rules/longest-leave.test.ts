import { expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { LeaveKind } from './leave.ts';
import { lastDayOfMonths, tooLong } from './longest-leave.ts';

const policy = DEFAULT_POLICIES.leave;
const of = (kind: LeaveKind, validFrom: string, validUntil: string, state = 'approved') => ({
  ...{ kind, validFrom, validUntil, state },
});

it.each([
  ['2026-12-02', 3, '2027-03-01'],
  ['2026-01-01', 1, '2026-01-31'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2027-11-29', 3, '2028-02-28'],
  ['2026-05-15', 18, '2027-11-14'],
])('from %s %i months last until %s', (from, months, until) => {
  expect(lastDayOfMonths(from, months)).toBe(until);
});

// Each kind on its last day, and a day beyond it.
it.each<[LeaveKind, string]>([
  // Without a most of its own: what is longest at all.
  ['tahunan', '2030-12-01'],
  ['sakit', '2028-06-01'],
  ['melahirkan', '2027-03-01'],
  ['alasan-penting', '2027-01-01'],
  ['besar', '2027-03-01'],
  ['luar-tanggungan', '2030-12-01'],
])('%s from 2 December 2026 lasts until %s at most', (kind, last) => {
  expect(tooLong(of(kind, '2026-12-02', last), [], policy)).toBeNull();
  const next = new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  expect(tooLong(of(kind, '2026-12-02', next), [], policy)).toEqual({
    ...{ kind, months: policy.longestMonths[kind] || 48, from: '2026-12-02', until: last },
  });
});

it.each<[string, ReturnType<typeof of>[], boolean]>([
  ['right before it', [of('besar', '2026-10-01', '2026-12-01')], true],
  ['before the weekend', [of('besar', '2026-10-01', '2026-11-29')], true],
  ['in two parts before it', [of('besar', '2026-11-01', '2026-12-01'), of('besar', '2026-10-01', '2026-10-31')], true],
  ['right after it', [of('besar', '2027-01-16', '2027-03-10', 'submitted')], true],
  ['of another kind', [of('sakit', '2026-10-01', '2026-12-01')], false],
  ['that was refused', [of('besar', '2026-10-01', '2026-12-01', 'refused')], false],
  ['some days before', [of('besar', '2026-09-01', '2026-11-27')], false],
])('leave %s makes it too long: %s', (_name, others, is) => {
  expect(tooLong(of('besar', '2026-12-02', '2027-01-15'), others, policy) !== null).toBe(is);
});
