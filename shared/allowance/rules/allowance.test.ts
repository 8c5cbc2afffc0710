import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { Attendance } from '#shared/attendance/tables.ts';
import { exact } from '#shared/decimal.ts';
import type { Evaluation } from '#shared/evaluation/tables.ts';
import { LEAVE_KINDS } from '#shared/leave/rules/leave.ts';
import type { Leave } from '#shared/leave/tables.ts';
import type { Assignment } from '#shared/people/tables.ts';
import type { DatedPolicy } from '#shared/time/dated.ts';
import { calendarOf, rulesOf, type TimeRules, workingDays } from '#shared/time-rules/rules/calendar.ts';
import type { Shift } from '#shared/time-rules/rules/shifts.ts';
import { HOURS_TEMPLATES, type HoursLevel, type WorkHours } from '#shared/time-rules/rules/work-hours.ts';
import type { Activity } from '#shared/work/tables.ts';
import { correctionOf, type Earned, reckoningOf, slipOf } from './allowance.ts';
import type { PayEntry } from './pay-entries.ts';
import type { AllowancePolicy } from './policy.ts';
import { LATEST_RECKONING } from './slip.ts';

const MONTH = '2026-11';
const timeZone = 'Asia/Makassar';
const calendar = calendarOf({ policies: [], holidays: [] });
const days = workingDays(calendar, { from: '2026-11-01', until: '2026-11-30' });

function rulesWith(changed: Partial<AllowancePolicy>, outages: TimeRules['outages'] = []): TimeRules {
  const content = { ...DEFAULT_POLICIES.allowance, base: { 7: '2750000', 9: '3500000' }, ...changed };
  const policies: DatedPolicy[] = [
    { kind: 'allowance', validFrom: '2026-01-01', at: '2026-01-01T00:00:00.000Z', content },
  ];
  return rulesOf({ policies, holidays: [], workHours: [], units: [], outages, timeZone });
}

const post = (more: Partial<Assignment> = {}): Assignment => ({
  ...{
    id: 'p',
    scope: 'a:1',
    version: 1,
    employeeId: 'budi',
    unitId: 'u',
    position: 'Kepala Seksi',
    postClass: 9,
    leadsUnit: false,
    headsAgency: false,
  },
  ...{ positionKind: 'JA', kind: 'definitive', supervisorId: 'ani', validFrom: '2026-01-01', validUntil: null },
  ...more,
});

const activity = (date: string, minutes: number, more: Partial<Activity> = {}): Activity => ({
  ...{ id: `a-${date}`, scope: 'w:budi', version: 1, employeeId: 'budi', resultId: 'r', date, title: 'Uji emisi' },
  ...{ description: '', start: null, end: null, minutes, quantity: 1, unit: 'dokumen', state: 'approved', revision: 1 },
  ...{
    note: null,
    createdAt: `${date}T09:00:00.000Z`,
    clock: 'trusted',
    editedAt: null,
    typedBy: null,
    submittedAt: null,
    decidedAt: null,
  },
  decidedBy: null,
  ...more,
});

const attended = (date: string, arrival: string | null, departure: string | null, duty = false): Attendance => ({
  ...{ id: date, scope: 'w:budi', version: 1, month: MONTH, date, arrival, departure, duty },
  at: '2026-12-01T01:00:00.000Z',
});

const leave = (validFrom: string, validUntil: string, kind: Leave['kind'] = 'tahunan'): Leave => ({
  ...{ id: 'l', scope: 'w:budi', version: 1, kind, validFrom, validUntil, reason: '', state: 'approved', note: null },
  ...{ revision: 1, consideration: null, officialId: null, askedFrom: null, askedUntil: null, givenBack: [] },
  ...{ paper: null, decidedAt: null, decidedBy: null },
});

const evaluation = (predicate: Evaluation['predicate'], more: Partial<Evaluation> = {}): Evaluation => ({
  ...{ id: 'e', scope: 'w:budi', version: 1, skpId: 's', kind: 'periodic', period: MONTH, evaluatorId: 'ani' },
  ...{ validFrom: '2026-11-01', validUntil: '2026-11-30', state: 'final', revision: 3, review: null, note: null },
  ...{ assessment: { results: {}, realised: {}, note: '' }, achievement: 'baik', resultRating: 'sesuai' },
  ...{ behaviourRating: 'sesuai', predicate, record: null, objection: null, deciderId: null, decision: null },
  ...{
    followUp: null,
    assessedAt: '',
    ratedAt: null,
    ratedBy: null,
    receivedAt: null,
    finalAt: null,
    objectedAt: null,
  },
  ...{ decidedAt: null, decidedBy: null },
  ...more,
});

const slip = (earned: Partial<Earned>, rules = rulesWith({})) =>
  slipOf(
    {
      ...{ month: MONTH, employeeId: 'budi', today: '2026-12-02', assignments: [post()], activities: [] },
      ...{ evaluations: [], leaves: [], attendance: [], explanations: [], adjustments: [], payEntries: [], shifts: [] },
      ...earned,
    },
    rules,
  );

/** So many minutes on the first days of the month, 330 a day. */
const minutes = (total: number) =>
  Array.from({ length: Math.ceil(total / 330) }, (_, index) =>
    activity(days[index % days.length] ?? '', Math.min(330, total - index * 330), { id: `a-${index}` }),
  );
const present = days.map((date) => attended(date, '07:20', '16:40'));
const but = (...other: Attendance[]) => present.map((day) => other.find(({ date }) => date === day.date) ?? day);

describe('the examples of the field', () => {
  it('A: all minutes, twice a little late', () => {
    const attendance = but(attended('2026-11-03', '07:45', '16:40'), attended('2026-11-10', '07:31', '16:40'));
    const done = slip({ activities: minutes(6750), attendance });
    expect(done.activities).toMatchObject({ done: 6750, required: '6750', index: '100' });
    expect(done.attendance.index).toBe('99');
    expect(done.amount).toBe('3486000');
  });

  it('B: four fifths of the minutes, one absence, once very late', () => {
    const attendance = but(attended('2026-11-03', null, null), attended('2026-11-10', '09:30', '16:40'));
    const done = slip({ activities: minutes(5400), attendance, assignments: [post({ postClass: 7 })] });
    expect(done.activities.index).toBe('80');
    expect(done.attendance.index).toBe('95.5');
    expect(done.amount).toBe('2370500');
  });
});

describe('work counts', () => {
  it('only when it is approved and was logged in time, and the slip says which did not and why', () => {
    const activities = [
      activity('2026-11-02', 330),
      activity('2026-11-03', 330, { createdAt: '2026-11-05T01:00:00.000Z' }),
      activity('2026-11-04', 330, { state: 'submitted' }),
      activity('2026-11-05', 330, { state: 'draft' }),
      activity('2026-10-30', 330),
    ];
    const done = slip({ activities });
    expect(done.activities.counted.map(({ date }) => date)).toEqual(['2026-11-02']);
    expect(done.activities.leftOut.map(({ date, why }) => [date, why])).toEqual([
      ['2026-11-03', 'late'],
      ['2026-11-04', 'submitted'],
      ['2026-11-05', 'draft'],
    ]);
  });

  it('with each minute once, and no more on a day than the policy allows, and the slip says which did not', () => {
    const clocked = (id: string, start: string, end: string, minutes: number) =>
      activity('2026-11-02', minutes, { id, start, end });
    const activities = [clocked('a', '08:00', '10:00', 120), clocked('b', '09:00', '11:00', 120)];
    const long = [activity('2026-11-03', 600, { id: 'c' }), activity('2026-11-03', 120, { id: 'd' })];
    const done = slip({ activities: [...activities, ...long] }).activities;
    expect(done.done).toBe(180 + 660);
    expect(done.counted.map(({ id, minutes: typed, counts }) => [id, typed, counts])).toEqual([
      ['a', 120, undefined],
      ['b', 120, { minutes: 60, overlapping: 60, beyond: 0 }],
      ['c', 600, undefined],
      ['d', 120, { minutes: 60, overlapping: 0, beyond: 60 }],
    ]);
    expect(slip({ activities: long }, rulesWith({ dailyMost: 720 })).activities.done).toBe(720);
  });

  it('of entries that count: what is not approved takes no minute from another', () => {
    const at = { start: '08:00', end: '10:00' };
    const activities = [
      activity('2026-11-02', 120, { id: 'a', ...at, state: 'returned' }),
      activity('2026-11-02', 120, { id: 'b', ...at }),
    ];
    expect(slip({ activities }).activities.done).toBe(120);
  });

  it('late where an outage moved the deadline, and where the policy counts late work', () => {
    const late = [activity('2026-11-03', 330, { createdAt: '2026-11-04T01:00:00.000Z' })];
    const outage = {
      ...{ kind: 'unplanned' as const, startsAt: '2026-11-03T12:00:00.000Z', endsAt: '2026-11-03T20:00:00.000Z' },
      reason: '',
    };
    expect(slip({ activities: late }).activities.done).toBe(0);
    const saved = slip({ activities: late }, rulesWith({}, [outage])).activities;
    expect(saved.done).toBe(330);
    expect(saved.counted[0]?.timing).toMatchObject({ verdict: 'in-time', movedBy: { kind: 'unplanned' } });
    expect(slip({ activities: late }).activities.leftOut[0]?.timing).toMatchObject({ verdict: 'late', movedBy: null });
    expect(slip({ activities: late }, rulesWith({ lateWork: 'counted' })).activities.done).toBe(330);
  });

  it('where the clock was not believed: what is not known costs nothing', () => {
    expect(slip({ activities: [activity('2026-11-03', 330, { clock: 'implausible' })] }).activities.done).toBe(330);
  });

  it.each([
    ['minutes-a-month', 6750, '6750'],
    ['minutes-a-day', 330, String(330 * 21)],
    ['days', 1, '21'],
  ] as const)('by %s', (measure, norm, required) => {
    const twoDays = [activity('2026-11-02', 100), activity('2026-11-03', 50), activity('2026-11-07', 60)];
    const done = slip({ activities: twoDays }, rulesWith({ requirement: { measure, minutes: norm } }));
    // A Saturday is no day of the measure; its minutes are.
    expect(done.activities).toMatchObject({ required, done: measure === 'days' ? 2 : 210 });
  });
});

describe('leave', () => {
  it('takes its days off what is required, and costs nothing', () => {
    const away = slip({ leaves: [leave('2026-11-02', '2026-11-06')], activities: minutes(6750) });
    expect(away.activities.required).toBe(String(Number(((6750 * 16) / 21).toFixed(4))));
    expect(away.attendance.leave).toHaveLength(5);
    expect(away.attendance.unknown).not.toContain('2026-11-03');
    expect(away.amount).toBe('3500000');
  });

  it('without pay takes its share off the base', () => {
    const away = slip({ leaves: [leave('2026-11-02', '2026-11-06', 'luar-tanggungan')], activities: minutes(6750) });
    expect(away.posts).toMatchObject([{ days: 21, paidDays: 16 }]);
    expect(away.amount).toBe(String(Math.floor((3_500_000 * 16) / 21)));
  });

  it.each(LEAVE_KINDS)('%s is paid or not as the policy says, with what it says that it costs', (kind) => {
    const { leave: rule } = DEFAULT_POLICIES.allowance;
    const of = (paid: boolean) =>
      slip(
        { leaves: [leave('2026-11-02', '2026-11-06', kind)], activities: minutes(6750) },
        rulesWith({ leave: { ...rule, [kind]: { deduction: '1', paid } } }),
      );
    expect(of(true)).toMatchObject({ posts: [{ days: 21, paidDays: 21 }], attendance: { index: '95' } });
    expect(of(false)).toMatchObject({ posts: [{ days: 21, paidDays: 16 }], attendance: { index: '95' } });
  });

  it('of which days were given back costs and spares only what was taken', () => {
    const givenBack = [{ validFrom: '2026-11-04', validUntil: '2026-11-06', reason: 'x', by: 'ani', at: '' }];
    const away = slip({ leaves: [{ ...leave('2026-11-02', '2026-11-06', 'luar-tanggungan'), givenBack }] });
    expect(away.posts).toMatchObject([{ days: 21, paidDays: 19 }]);
    expect(away.attendance.leave.map(({ date }) => date)).toEqual(['2026-11-02', '2026-11-03']);
    // The attendance of a day that was given back is asked for again.
    expect(away.attendance.unknown).toContain('2026-11-04');
  });

  it.each(['submitted', 'considered', 'postponed', 'refused', 'returned', 'cancelled'] as const)(
    'that is %s is none',
    (state) => {
      const away = slip({ leaves: [{ ...leave('2026-11-02', '2026-11-06'), state }] });
      expect(away.attendance.leave).toEqual([]);
    },
  );

  it('of a whole month leaves productivity whole', () => {
    expect(slip({ leaves: [leave('2026-11-01', '2026-11-30', 'melahirkan')] }).amount).toBe('3500000');
  });

  it('that the policy deducts for costs discipline', () => {
    const sick = { ...DEFAULT_POLICIES.allowance.leave, sakit: { deduction: '2.5', paid: true } };
    const away = slip({ leaves: [leave('2026-11-02', '2026-11-03', 'sakit')] }, rulesWith({ leave: sick }));
    expect(away.attendance.index).toBe('95');
  });
});

describe('somebody who moves', () => {
  it('has each base by its working days', () => {
    const assignments = [
      post({ id: 'before', validUntil: '2026-11-15' }),
      post({ id: 'after', postClass: 7, validFrom: '2026-11-16' }),
    ];
    const moved = slip({ assignments, activities: minutes(6750) });
    expect(moved.posts).toEqual([
      { from: '2026-11-02', until: '2026-11-13', postClass: 9, base: '3500000', days: 10, paidDays: 10 },
      { from: '2026-11-16', until: '2026-11-30', postClass: 7, base: '2750000', days: 11, paidDays: 11 },
    ]);
    expect(moved.amount).toBe(String(Math.floor((3_500_000 * 10 + 2_750_000 * 11) / 21)));
  });

  it('into the agency in mid-month has the share of the month, and owes no more', () => {
    const joined = slip({ assignments: [post({ validFrom: '2026-11-16' })], activities: minutes(3600) });
    expect(joined.activities.index).toBe('100');
    expect(joined.amount).toBe(String(Math.floor((3_500_000 * 11) / 21)));
  });

  it('without a class, or not in service, earns nothing', () => {
    expect(slip({ assignments: [post({ postClass: null })], activities: minutes(6750) }).amount).toBe('0');
    expect(slip({ assignments: [], activities: minutes(6750) }).amount).toBe('0');
  });
});

describe('the predicate', () => {
  it.each([
    ['sangat-baik', '100'],
    ['baik', '100'],
    ['butuh-perbaikan', '97'],
    ['kurang', '92.5'],
    ['sangat-kurang', '85'],
  ] as const)('%s makes its share of productivity: %s percent', (value, index) => {
    const rules = rulesWith({ predicateShare: '30' });
    expect(slip({ activities: minutes(6750), evaluations: [evaluation(value)] }, rules).productivity.index).toBe(index);
  });

  it('counts whole while nobody has rated, and is that of the last period that is final', () => {
    const rules = rulesWith({ predicateShare: '30' });
    const open = evaluation('kurang', { state: 'rated' });
    expect(slip({ evaluations: [open] }, rules).predicate).toEqual({
      value: null,
      period: null,
      index: '100',
      share: '30',
    });
    const other = evaluation('kurang', { validFrom: '2026-10-01', validUntil: '2026-10-31' });
    expect(slip({ evaluations: [other] }, rules).predicate?.value).toBeNull();
  });
});

it('names past working days of which nothing is recorded, and takes nothing for them', () => {
  const some = slip({ today: '2026-11-05', attendance: [attended('2026-11-02', '07:20', '16:40')] });
  expect(some.attendance.unknown).toEqual(['2026-11-03', '2026-11-04']);
  expect(some.attendance.index).toBe('100');
});

it('takes no more than all of discipline', () => {
  const gone = days.map((date) => attended(date, null, null));
  expect(slip({ attendance: gone }, rulesWith({ absence: '10' })).attendance.index).toBe('0');
});

it('holds the policy of the first day for the whole month', () => {
  const rules = rulesWith({});
  const content = { ...DEFAULT_POLICIES.allowance, base: { 9: '1' } };
  const later = { kind: 'allowance' as const, validFrom: '2026-11-02', at: '2026-01-01T00:00:00.000Z', content };
  expect(slip({ activities: minutes(6750) }, rulesOf({ ...rules, policies: [...rules.policies, later] })).amount).toBe(
    '3500000',
  );
});

describe('corrections', () => {
  const adjustment = (id: string, amount: string, forMonth: string | null, month = MONTH) => ({
    ...{ id, scope: 'w:budi', version: 1, month, forMonth, amount, reason: 'Koreksi', by: 'bendahara' },
    at: `2026-12-0${id}T00:00:00.000Z`,
  });

  it('are paid with the month they are dated in', () => {
    const adjustments = [
      adjustment('1', '-50000', null),
      adjustment('2', '125000.50', '2026-10'),
      adjustment('3', '9', null, '2026-12'),
    ];
    const done = slip({ activities: minutes(6750), adjustments });
    expect(done.adjustments.map(({ amount }) => amount)).toEqual(['-50000', '125000.50']);
    expect([done.amount, done.total]).toEqual(['3500000', '3575000.5']);
  });

  it('are what would be earned today, less what was paid and corrected', () => {
    const paid = slip({ activities: minutes(5400) });
    const now = slip({ activities: minutes(6750) });
    const whole = correctionOf(now, paid, []);
    expect(whole).toBe(exact(now.amount).sub(paid.amount).toString());
    expect(correctionOf(now, paid, [{ amount: whole }])).toBe('0');
  });
});

it('is never above the base, never below nothing, and exact to the last rupiah', () => {
  const minute = fc.integer({ min: 0, max: 9000 });
  const arrival = fc.option(fc.constantFrom('07:00', '07:45', '08:15', '08:45', '10:00'), { nil: null });
  fc.assert(
    fc.property(minute, fc.array(arrival, { minLength: 21, maxLength: 21 }), (total, arrivals) => {
      const attendance = days.map((date, index) => attended(date, arrivals[index] ?? null, '16:40'));
      const done = slip({ activities: total > 0 ? minutes(total) : [], attendance });
      // The same in whole numbers: TL4 for no arrival, since the departure is there.
      const off = arrivals.reduce(
        (sum, at) => sum + { '07:00': 0, '07:45': 50, '08:15': 100, '08:45': 125, '10:00': 150 }[at ?? '10:00'],
        0,
      );
      const work = BigInt(Math.min(total, 6750));
      const discipline = BigInt(Math.max(0, 10_000 - off));
      const expected = (3_500_000n * (60n * work * 10_000n + 40n * discipline * 6750n)) / (100n * 6750n * 10_000n);
      expect(done.amount).toBe(expected.toString());
    }),
  );
});

const entry = (kind: PayEntry['kind'], more: Partial<PayEntry> = {}): PayEntry => ({
  kind,
  validFrom: '2026-11-01',
  validUntil: '2026-11-30',
  percent: null,
  postClass: null,
  source: 'SK 800/12/2026',
  withdrawn: false,
  ...more,
});
/** All minutes and no absence: the base of class 9 is earned whole. */
const whole = { activities: minutes(6750), attendance: present };
const amountWith = (payEntries: PayEntry[], changed: Partial<AllowancePolicy> = {}, more: Partial<Earned> = {}) =>
  slip({ ...whole, payEntries, ...more }, rulesWith(changed));

describe('what holds for one person', () => {
  // The base is 3,500,000; November 2026 has 21 working days, of which ten lie from the 17th on.
  it.each<[string, PayEntry, string, string]>([
    ['a sanction takes 25 % of the whole', entry('sanction', { percent: '25' }), '2625000', '-875000'],
    ['an open LHKPN takes 15 %', entry('lhkpn', { percent: '15', validUntil: null }), '2975000', '-525000'],
    ['a CPNS is paid 80 % of the base', entry('cpns', { percent: '80' }), '2800000', '-700000'],
    ['a Plt gets 20 % of the other base', entry('plt', { percent: '20', postClass: 7 }), '4050000', '550000'],
    [
      'a Plt of some days gets them by working days',
      entry('plt', { percent: '20', postClass: 7, validFrom: '2026-11-17' }),
      '3761904',
      '261904.7619',
    ],
  ])('%s', (_name, held, amount, line) => {
    const done = amountWith([held]);
    expect(done).toMatchObject({ amount, source: 'contoh' });
    expect([...(done.baseLines ?? []), ...(done.wholeLines ?? [])]).toMatchObject([
      { kind: held.kind, amount: line, source: 'SK 800/12/2026' },
    ]);
  });

  it('takes a missed assembly off the discipline index, and none from who is on leave', () => {
    const missed = entry('assembly', { validFrom: '2026-11-02', validUntil: '2026-11-02' });
    const done = amountWith([missed]);
    expect(done.attendance).toMatchObject({ index: '98', assemblies: [{ date: '2026-11-02', deduction: '2' }] });
    expect(amountWith([missed], {}, { leaves: [leave('2026-11-02', '2026-11-02')] }).attendance.index).toBe('100');
  });

  it('counts nothing that was withdrawn, or holds in another month', () => {
    const none = [
      entry('sanction', { percent: '25', withdrawn: true }),
      entry('sanction', { percent: '25', validFrom: '2026-12-01', validUntil: '2026-12-31' }),
    ];
    expect(amountWith(none)).toMatchObject({ amount: '3500000', baseLines: [], wholeLines: [] });
  });

  it('never takes more than there is', () => {
    const all = [entry('sanction', { percent: '90' }), entry('lhkpn', { percent: '15' })];
    expect(amountWith(all).amount).toBe('0');
  });
});

describe('deductions by the policy', () => {
  const late = but(attended('2026-11-03', '07:45', '16:40'), attended('2026-11-04', null, '16:40'));

  it.each<[string, Partial<AllowancePolicy>, string]>([
    ['of the discipline part', {}, '3472000'],
    ['of the whole', { units: { classes: 'whole', absence: 'discipline' } }, '3430000'],
    ['in rupiah for a missing scan', { missingScan: { unit: 'rupiah', value: '66000' } }, '3427000'],
  ])('%s', (_name, changed, amount) => {
    expect(amountWith([], changed, { attendance: late }).amount).toBe(amount);
  });

  it.each([
    [6, false],
    [7, true],
  ])('with %i absences of 21 days and 15 days asked for, too few: %s', (absences, tooFew) => {
    const absent = days.slice(0, absences).map((date) => attended(date, null, null));
    const rule = { absence: '0', minimumPresence: { presentDays: 15, paid: '0' } };
    const done = amountWith([], rule, { attendance: but(...absent) });
    expect(done.attendance.presence).toEqual({ days: 21 - absences, required: 15, tooFew });
    expect(done.amount).toBe(tooFew ? '0' : '3500000');
  });

  it('asks of who served a part of the month a part of the days, and counts leave and unknown days as present', () => {
    const rule = { minimumPresence: { presentDays: 16, paid: '0' } };
    const half = [post({ validFrom: '2026-11-17' })];
    const of = (more: Partial<Earned>) => slip(more, rulesWith(rule)).attendance.presence?.tooFew;
    expect(of({ assignments: half })).toBe(false);
    expect(of({ leaves: [leave('2026-11-02', '2026-11-20')] })).toBe(false);
  });
});

describe('a closed month', () => {
  it("is corrected by the way it was reckoned: minutes that a later rule counts once are nobody's debt", () => {
    const activities = [
      activity('2026-11-02', 600, { id: 'a', start: '08:00', end: '18:00' }),
      activity('2026-11-02', 600, { id: 'b', start: '08:00', end: '18:00' }),
    ];
    const { reckoning: _none, ...paid } = slip({ activities, reckoning: 1 });
    const now = slip({ activities, reckoning: reckoningOf(paid) });
    expect(correctionOf(now, paid, [])).toBe('0');
    expect(Number(correctionOf(slip({ activities }), paid, []))).toBeLessThan(0);
  });

  it('of the latest way is reckoned by it', () => {
    expect(reckoningOf(slip({}))).toBe(LATEST_RECKONING);
  });
});

describe('an explained day', () => {
  const [first = ''] = days;
  const rules = rulesWith({ disciplineWeight: '40', productivityWeight: '60' });
  const explained = (kind: 'forgot' | 'duty', state: 'submitted' | 'agreed' | 'accepted' | 'refused') => ({
    ...{ id: first, scope: 'w:budi', version: 1, month: MONTH, date: first, kind, text: 'Lupa', state, revision: 1 },
    ...{ letter: null, note: null, submittedAt: '2026-11-30T01:00:00.000Z', agreedAt: null, agreedBy: null },
    ...{ decidedAt: null, decidedBy: null },
  });
  const slipWith = (explanations: Earned['explanations'], arrival: string | null = '07:20') =>
    slipOf(
      {
        ...{ month: MONTH, employeeId: 'budi', today: '2026-12-01', assignments: [post()], activities: [] },
        ...{ evaluations: [], leaves: [], adjustments: [], payEntries: [], shifts: [], explanations },
        attendance: [attended(first, arrival, null)],
      },
      rules,
    );
  const unexplained = slipWith([]);

  it.each(['submitted', 'agreed', 'refused'] as const)(
    'costs the same while it is %s, and says what it would',
    (state) => {
      const slip = slipWith([explained('forgot', state)]);
      expect(slip.amount).toBe(unexplained.amount);
      expect(slip.attendance.days).toEqual(unexplained.attendance.days);
      expect(slip.attendance.explained).toMatchObject([{ date: first, state, before: '1.5', after: '0' }]);
    },
  );

  it('costs nothing once it is accepted; the slip keeps both states and the rupiah between them', () => {
    const slip = slipWith([explained('forgot', 'accepted')]);
    expect(slip.attendance.days).toEqual([]);
    // 3,500,000 x 40 % x 1.5 %
    expect(slip.attendance.explained).toMatchObject([{ before: '1.5', after: '0', amount: '21000' }]);
    expect(Number(slip.exact) - Number(unexplained.exact)).toBe(21_000);
  });

  it('keeps what the machine recorded where only a scan was missing', () => {
    const slip = slipWith([explained('forgot', 'accepted')], '08:10');
    expect(slip.attendance.days).toMatchObject([{ codes: ['TL2'], departure: null, deduction: '1' }]);
    expect(slip.attendance.explained).toMatchObject([{ before: '2.5', after: '1' }]);
  });

  it('without a record is unknown no more', () => {
    const unknown = (explanations: Earned['explanations']) => {
      const earned = { month: MONTH, employeeId: 'budi', today: '2026-12-01', assignments: [post()], activities: [] };
      const none = { evaluations: [], leaves: [], adjustments: [], payEntries: [], shifts: [], attendance: [] };
      return slipOf({ ...earned, ...none, explanations }, rules).attendance.unknown.includes(first);
    };
    expect(unknown([explained('duty', 'agreed')])).toBe(true);
    expect(unknown([explained('duty', 'accepted')])).toBe(false);
  });
});

// November 2026 begins on a Sunday: 21 working days of the agency.
describe('hours by group and shifts', () => {
  const group = (level: HoursLevel, hours: WorkHours['hours'], validUntil: string | null = null): WorkHours => ({
    ...{ level, targetId: level === 'person' ? 'budi' : level === 'unit' ? 'u' : null, name: 'Jam sendiri', hours },
    ...{ validFrom: '2026-11-01', validUntil, withdrawn: false },
  });
  const withHours = (workHours: WorkHours[], changed: Partial<AllowancePolicy> = {}) => {
    const rules = rulesWith(changed);
    return rulesOf({ ...rules, workHours });
  };
  const shift = (date: string, start: string | null, end: string | null): Shift => ({
    ...{ date, name: start === null ? 'Lepas' : 'Malam', start, end, at: '2026-10-20T00:00:00.000Z' },
  });
  const inShifts = [group('person', null)];
  const full = activity('2026-11-05', 660);

  it('a day is judged by the hours that held for the person, and says by which', () => {
    const attendance = [attended('2026-11-05', '08:05', '15:00'), attended('2026-11-06', '08:00', '15:30')];
    const { days: costly, unknown } = slip(
      { attendance },
      withHours([group('unit', HOURS_TEMPLATES.ramadan.hours)]),
    ).attendance;
    expect(costly).toEqual([
      {
        ...{ date: '2026-11-05', arrival: '08:05', departure: '15:00', codes: ['TL1'], deduction: '0.5' },
        hours: { name: 'Jam sendiri', start: '08:00', end: '15:00' },
      },
    ]);
    expect(unknown).toHaveLength(19);
    const [usual] = slip({ attendance: attendance.slice(0, 1) }).attendance.days;
    expect(usual).toMatchObject({ codes: ['TL2', 'PSW2'] });
    expect(usual).not.toHaveProperty('hours');
  });

  it.each<[AllowancePolicy['requirement'], string]>([
    // 21 days, ten of them (to Friday the 13th) of 6.5 hours instead of 7.5.
    [{ measure: 'minutes-a-day', minutes: 300 }, '5900'],
    [{ measure: 'minutes-a-month', minutes: 6300 }, '5900'],
    [{ measure: 'days', minutes: 1 }, '21'],
  ])('%j follows the hours of the day where the policy of time says so', (requirement, required) => {
    const ramadan = [group('agency', HOURS_TEMPLATES.ramadan.hours, '2026-11-13')];
    const rules = withHours(ramadan, { requirement });
    const content = { ...DEFAULT_POLICIES.time, effectiveBy: 'hours' as const };
    const time = { kind: 'time' as const, validFrom: '2026-01-01', at: '', content };
    const byHours = rulesOf({ ...rules, policies: [...rules.policies, time] });
    expect(slip({}, byHours).activities.required).toBe(required);
    expect(slip({}, rules).activities.required).toBe(requirement.measure === 'days' ? '21' : '6300');
  });

  it('hours of a unit above are those of the person, but not in a month that was closed before that was a rule', () => {
    const above = { ...group('unit', HOURS_TEMPLATES['six-days'].hours), targetId: 'bidang' };
    const rules = rulesOf({ ...withHours([above]), units: [{ id: 'u', parentId: 'bidang' }] });
    expect(slip({}, rules).workingDays).toBe(25);
    expect(slip({ reckoning: 2 }, rules).workingDays).toBe(21);
    expect(slip({}, rules).reckoning).toBe(3);
  });

  it('a week of six days is divided by its own days', () => {
    const six = slip({}, withHours([group('person', HOURS_TEMPLATES['six-days'].hours)]));
    expect(six.workingDays).toBe(25);
    expect(six.base).toBe(slip({}).base);
  });

  it('a night on a holiday and a Sunday is judged by its shift, an arrival after midnight, too', () => {
    const shifts = [shift('2026-11-08', '22:00', '06:00'), shift('2026-11-09', '22:00', '06:00')];
    const attendance = [attended('2026-11-08', '00:10', '06:00'), attended('2026-11-09', '21:50', '06:05')];
    const { attendance: judged } = slip({ shifts, attendance }, withHours(inShifts));
    expect(judged.days).toEqual([
      {
        ...{ date: '2026-11-08', arrival: '00:10', departure: '06:00', codes: ['TL4'], deduction: '1.5' },
        hours: { name: 'Malam', start: '22:00', end: '06:00' },
      },
    ]);
  });

  it('a day without a shift costs nothing and is told; one that is planned as free, or on leave, is not', () => {
    const shifts = [shift('2026-11-02', '07:00', '14:00'), shift('2026-11-03', null, null)];
    const attendance = [attended('2026-11-04', null, null)];
    const { attendance: judged, workingDays: counted } = slip(
      { shifts, attendance, leaves: [leave('2026-11-05', '2026-11-06')] },
      withHours(inShifts),
    );
    expect(judged.unplanned?.slice(0, 3)).toEqual(['2026-11-04', '2026-11-09', '2026-11-10']);
    expect(judged.unknown).toEqual(['2026-11-02']);
    expect(judged.days).toEqual([]);
    expect(counted).toBe(20);
  });

  it.each([
    ['nothing is planned', [], '3500000'],
    ['one shift is planned', [shift('2026-11-02', '07:00', '14:00')], '3500000'],
    ['all but one are free', days.slice(1).map((date) => shift(date, null, null)), '3500000'],
  ])('the base is whole where %s', (_name, shifts, base) => {
    expect(slip({ shifts }, withHours(inShifts)).base).toBe(base);
  });

  it('who leaves in the middle of the month is paid by a share, whatever was planned', () => {
    const shifts = days.slice(0, 5).map((date) => shift(date, '07:00', '14:00'));
    const left = { assignments: [post({ validUntil: days[9] })] };
    expect(slip({ shifts, ...left }, withHours(inShifts)).base).toBe(slip(left).base);
  });

  it.each([
    ['minutes-a-month', 6750, '6750'],
    ['minutes-a-day', 330, '330'],
    ['days', 1, '1'],
  ] as const)('measured in %s, one shift and days without a plan ask for %i', (measure, minutes, required) => {
    const shifts = [shift('2026-11-05', '07:00', '14:00')];
    const { activities } = slip(
      { shifts, activities: [full] },
      withHours(inShifts, { requirement: { measure, minutes } }),
    );
    expect(activities.required).toBe(required);
  });

  it('work of a night may be logged on the day on which it ends', () => {
    const logged = activity('2026-11-05', 300, { createdAt: '2026-11-06T10:00:00.000Z' });
    expect(slip({ activities: [logged] }).activities.leftOut).toMatchObject([{ why: 'late' }]);
    const shifts = [shift('2026-11-05', '22:00', '06:00')];
    expect(slip({ activities: [logged], shifts }).activities.leftOut).toEqual([]);
  });
});
