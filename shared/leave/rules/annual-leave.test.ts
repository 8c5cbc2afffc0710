import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { DatedPolicy } from '#shared/time/dated.ts';
import { calendarOf } from '#shared/time-rules/rules/calendar.ts';
import type { Leave, LeaveEntry } from '../tables.ts';
import { annualLeave, carriedInto } from './annual-leave.ts';

const calendar = calendarOf({ policies: [], holidays: [] });
const leave = (state: Leave['state'], validFrom: string, validUntil = validFrom, of: Partial<Leave> = {}): Leave =>
  ({ state, validFrom, validUntil, kind: 'tahunan', givenBack: [], ...of }) as Leave;
const stated = (asOf: string, days: number, carried = 0, of: Partial<LeaveEntry> = {}): LeaveEntry =>
  ({ kind: 'left', year: asOf.slice(0, 4), asOf, days, carried, at: asOf, withdrawn: false, ...of }) as LeaveEntry;
const of = (
  year: string,
  { leaves = [], entries = [], policies = [] }: { leaves?: Leave[]; entries?: LeaveEntry[]; policies?: DatedPolicy[] },
) => annualLeave(year, { leaves, entries, calendar, policies });

/** Monday to Friday, so many weeks from the first Monday of March 2026 on: five days each, without a holiday. */
const ONE_WEEK = leave('approved', '2026-03-02', '2026-03-06');

describe('the year alone', () => {
  it('has twelve working days, less what is approved and asked for', () => {
    const leaves = [
      // Thursday to Tuesday: four working days.
      leave('approved', '2026-03-05', '2026-03-10'),
      leave('submitted', '2026-06-03', '2026-06-04'),
      leave('considered', '2026-06-08'),
      leave('returned', '2026-07-01', '2026-07-31'),
      leave('refused', '2026-07-01', '2026-07-31'),
      leave('cancelled', '2026-07-01', '2026-07-31'),
      leave('approved', '2026-08-03', '2026-08-07', { kind: 'sakit' }),
    ];
    expect(of('2026', { leaves })).toMatchObject({ entitled: 12, carried: 0, used: 4, asked: 3, left: 5 });
  });

  it('gives back what was not taken', () => {
    const givenBack = [{ validFrom: '2026-03-04', validUntil: '2026-03-06', reason: '', by: '', at: '' }];
    expect(of('2026', { leaves: [{ ...ONE_WEEK, givenBack }] })).toMatchObject({ used: 2, left: 10 });
  });

  it('counts of a leave over the end of the year what lies in it', () => {
    const leaves = [leave('approved', '2026-12-30', '2027-01-05')];
    expect(of('2026', { leaves })).toMatchObject({ used: 2 });
    expect(of('2027', { leaves })).toMatchObject({ used: 3 });
  });

  it('knows nothing of years before without a statement', () => {
    expect(of('2027', { leaves: [ONE_WEEK] })).toMatchObject({ carried: 0, carriedKnown: false, left: 12 });
  });

  it('has more days for work on joint leave, in that year alone', () => {
    const entries = [stated('2026-01-01', 12), stated('2026-04-01', 2, 0, { kind: 'joint-leave' })];
    expect(of('2026', { entries })).toMatchObject({ entitled: 12, added: 2, left: 14 });
    // Unused, they are not carried: 6 of the twelve are.
    expect(of('2027', { entries })).toMatchObject({ added: 0, carried: 6, left: 18 });
  });

  it('is none for who takes long leave', () => {
    const besar = leave('approved', '2026-09-01', '2026-10-30', { kind: 'besar' });
    expect(of('2026', { leaves: [ONE_WEEK, besar] })).toMatchObject({ longLeave: true, used: 5, left: 0 });
    expect(of('2027', { leaves: [besar], entries: [stated('2026-01-01', 12)] })).toMatchObject({ carried: 0 });
  });

  it('follows the policy in force on its first day', () => {
    const content = { ...DEFAULT_POLICIES.leave, annualDays: 10 };
    const policies: DatedPolicy[] = [{ kind: 'leave', validFrom: '2026-06-01', at: '', content }];
    expect(of('2026', { policies }).entitled).toBe(12);
    expect(of('2027', { policies }).entitled).toBe(10);
  });
});

describe('a statement of the office', () => {
  it('replaces what was reckoned; what was taken before that morning is in it', () => {
    const entries = [stated('2026-03-04', 7, 3)];
    expect(of('2026', { entries, leaves: [ONE_WEEK] })).toEqual({
      ...{ entitled: 7, carried: 3, carriedKnown: true, added: 0, used: 3, asked: 0, left: 7, longLeave: false },
    });
  });

  it('that was withdrawn holds nothing', () => {
    expect(of('2026', { entries: [stated('2026-03-04', 7, 3, { withdrawn: true })] })).toMatchObject({ left: 12 });
  });

  it('holds until the next one, the later of two of a day', () => {
    const entries = [
      stated('2026-06-01', 4),
      stated('2026-01-05', 9),
      stated('2026-06-01', 5, 0, { at: '2026-07-01' }),
    ];
    expect(of('2026', { entries })).toMatchObject({ entitled: 5 });
  });

  it('of more than 24 days in all is cut to that', () => {
    expect(of('2026', { entries: [stated('2026-01-01', 12, 20)] })).toMatchObject({ carried: 12, left: 24 });
  });
});

describe('days that come from years before', () => {
  const start = [stated('2025-01-01', 12)];
  it.each<[string, Leave[], number]>([
    ['nothing taken in one year: six, 18 in all', [], 18],
    ['seven left: six', [leave('approved', '2025-03-03', '2025-03-07')], 18],
    ['four left: four', [leave('approved', '2025-02-03', '2025-02-12')], 16],
    // Eight working days, and one more than there were.
    ['more taken than there was: none', [leave('approved', '2025-02-03', '2025-02-24')], 12],
    [
      'ten left, of which eight postponed: those and two more',
      [leave('approved', '2025-03-03', '2025-03-04'), leave('postponed', '2025-08-04', '2025-08-13')],
      22,
    ],
    ['all postponed: 24 in all', [leave('postponed', '2025-08-04', '2025-08-29')], 24],
  ])('%s', (_what, leaves, left) => {
    expect(of('2026', { entries: start, leaves }).left).toBe(left);
  });

  it('nothing taken in two years: 24 in all; one day in the second: 18', () => {
    expect(of('2027', { entries: start }).left).toBe(24);
    expect(of('2027', { entries: start, leaves: [leave('approved', '2026-03-02')] }).left).toBe(18);
  });

  it('are used before those of the year', () => {
    // Six come into 2026, of eleven taken there five are of its own: seven left, six of them carried.
    const leaves = [ONE_WEEK, leave('approved', '2026-04-06', '2026-04-13')];
    expect(of('2026', { entries: start, leaves })).toMatchObject({ carried: 6, used: 11, left: 7 });
    expect(of('2027', { entries: start, leaves })).toMatchObject({ carried: 6 });
  });

  it('are of the policy, not of the rule', () => {
    const policy = { ...DEFAULT_POLICIES.leave, mostAfterOneYear: 15, mostAfterTwoYears: 20 };
    const unused = { left: 12, unused: true, postponed: 0 };
    expect(carriedInto(policy, [unused])).toBe(3);
    expect(carriedInto(policy, [unused, unused])).toBe(8);
    expect(carriedInto(policy, [])).toBe(0);
  });
});
