import { expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { Payroll } from '#shared/allowance/tables.ts';
import type { Leave } from '#shared/leave/tables.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import type { Attendance, Explanation } from '../tables.ts';
import { explainableDays, explainBy } from './explainable-days.ts';
import type { ExplanationState } from './explanation.ts';

const rules = rulesOf({ policies: [], holidays: [], workHours: [], units: [], outages: [], timeZone: 'Asia/Makassar' });
const row = (date: string) => ({ id: date, scope: 'w:budi', version: 1, month: date.slice(0, 7), date });
const day = (date: string, arrival: string | null, departure: string | null, duty = false): Attendance => ({
  ...{ ...row(date), arrival, departure, duty, at: `${date}T12:00:00.000Z` },
});
const told = (date: string, state: ExplanationState): Explanation => ({
  ...{ ...row(date), kind: 'forgot', text: 'Lupa', letter: null, state, revision: 1, note: null },
  ...{ submittedAt: `${date}T12:00:00.000Z`, agreedAt: null, agreedBy: null, decidedAt: null, decidedBy: null },
});
// Tuesday to Friday.
const [TUE, WED, THU, FRI] = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'] as const;
const none = { attendance: [], explanations: [], leaves: [] as Leave[], payrolls: [] as Payroll[] };
const datesOf = (of: Partial<typeof none> | object) =>
  explainableDays({ ...none, ...of }, rules).map(({ date }) => date);

it('are those that cost something, the latest first', () => {
  const attendance = [
    ...[day(TUE, '07:00', '17:00'), day(WED, '08:00', '17:00'), day(THU, null, null), day(FRI, null, null, true)],
    day('2026-11-22', null, null),
  ];
  expect(explainableDays({ ...none, attendance }, rules)).toEqual([
    { date: THU, arrival: null, departure: null, codes: ['alpa'], state: null },
    { date: WED, arrival: '08:00', departure: '17:00', codes: ['TL1'], state: null },
  ]);
});

it.each<[ExplanationState, boolean]>([
  ['submitted', false],
  ['returned', true],
  ['agreed', false],
  ['accepted', false],
  ['refused', true],
])('of a day whose explanation is %s it is the turn of the employee: %s', (state, open) => {
  const found = explainableDays(
    { ...none, attendance: [day(TUE, null, null)], explanations: [told(TUE, state)] },
    rules,
  );
  expect(found.map((one) => one.state)).toEqual(open ? [state] : []);
});

it('are not those of approved leave; leave that is only asked for changes nothing', () => {
  const leave = (state: Leave['state']): Leave => ({
    ...{ id: 'l', scope: 'w:budi', version: 1, kind: 'sakit', validFrom: WED, validUntil: THU, reason: '', state },
    ...{ revision: 1, consideration: null, officialId: null, askedFrom: null, askedUntil: null, givenBack: [] },
    ...{ note: null, paper: null, decidedAt: null, decidedBy: null },
  });
  const attendance = [TUE, WED, THU, FRI].map((date) => day(date, null, null));
  expect(datesOf({ attendance, leaves: [leave('approved')] })).toEqual([FRI, TUE]);
  expect(datesOf({ attendance, leaves: [leave('submitted')] })).toEqual([FRI, THU, WED, TUE]);
});

it.each<[Payroll['state'], boolean]>([
  ['drawn', true],
  ['checked', true],
  ['returned', true],
  ['approved', false],
])('of a month whose allowance is %s: %s', (state, open) => {
  const payroll: Payroll = {
    ...{ id: '2026-11', scope: 'a:x', version: 1, month: '2026-11', state, revision: 1, drawnBy: 'ani', drawnAt: '' },
    ...{ checkedBy: null, checkedAt: null, approvedBy: null, approvedAt: null, note: null },
  };
  const attendance = [day(TUE, null, null), day('2026-10-20', null, null)];
  expect(datesOf({ attendance, payrolls: [payroll] })).toEqual(open ? [TUE, '2026-10-20'] : ['2026-10-20']);
});

it('should be told until the day on which superiors approve the month, by the policy of that day', () => {
  const { approvalDay } = DEFAULT_POLICIES.time;
  expect(explainBy('2026-11', rules)).toBe(`2026-12-${String(approvalDay).padStart(2, '0')}`);
  const policies = [
    { kind: 'time' as const, validFrom: '2027-01-01', at: '', content: { ...DEFAULT_POLICIES.time, approvalDay: 9 } },
  ];
  expect(explainBy('2026-11', { policies })).toBe(`2026-12-${String(approvalDay).padStart(2, '0')}`);
  expect(explainBy('2026-12', { policies })).toBe('2027-01-09');
});
