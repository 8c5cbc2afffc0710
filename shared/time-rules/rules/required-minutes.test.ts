import { describe, expect, it } from 'vitest';
import type { Assignment } from '#shared/people/tables.ts';
import { type RuleSources, rulesFor, rulesOf } from './calendar.ts';
import { DEFAULT_TIME, type TimePolicy } from './policy.ts';
import { minutesExpectedOn, shareOfDay } from './required-minutes.ts';
import { HOURS_TEMPLATES, type WorkHours } from './work-hours.ts';

const holds = (level: WorkHours['level'], hours: WorkHours['hours']): WorkHours => ({
  ...{ level, targetId: level === 'person' ? 'budi' : null, name: '', hours },
  ...{ validFrom: '2026-02-18', validUntil: '2026-03-19', withdrawn: false },
});
const { ramadan, 'part-time': partTime, 'six-days': six } = HOURS_TEMPLATES;
const rulesWith = (workHours: WorkHours[], time: Partial<TimePolicy> = {}) => {
  const content = { ...DEFAULT_TIME, effectiveBy: 'hours' as const, ...time };
  const policies: RuleSources['policies'] = [{ kind: 'time', validFrom: '2026-01-01', at: '', content }];
  return rulesOf({ policies, holidays: [], workHours, units: [], outages: [], timeZone: 'Asia/Makassar' });
};
const [tuesday, friday, saturday] = ['2026-02-24', '2026-02-27', '2026-02-28'] as const;

// 7.5 hours a day without rest is ordinary, 330 minutes of it effective.
it.each<[string, WorkHours[], string, number]>([
  ['an ordinary day', [], tuesday, 330],
  ['an ordinary Friday, with more rest in it', [], friday, 330],
  ['a day of Ramadan, of 6.5 hours', [holds('agency', ramadan.hours)], tuesday, 286],
  ['a Friday of Ramadan, of 6.5 hours', [holds('agency', ramadan.hours)], friday, 286],
  ['a day of part-time, of 4 hours', [holds('person', partTime.hours)], tuesday, 176],
  ['a Saturday of six days, of 5.5 hours', [holds('person', six.hours)], saturday, 242],
])('%s', (_name, workHours, date, minutes) => {
  const rules = rulesFor(rulesWith(workHours), { employeeId: 'budi', assignments: [], shifts: [] });
  expect(minutesExpectedOn(date, rules)).toBe(minutes);
});

it('is the same every day unless the policy says otherwise', () => {
  const rules = rulesWith([holds('agency', ramadan.hours)], { effectiveBy: 'day' });
  expect(minutesExpectedOn(tuesday, rules)).toBe(330);
});

describe('of shifts', () => {
  const own = (spans: [start: string, end: string][]) => {
    const shifts = spans.map(([start, end]) => ({
      date: tuesday,
      name: 'Malam',
      start,
      end,
      at: '2026-02-01T00:00:00.000Z',
    }));
    return rulesFor(rulesWith([]), { employeeId: 'budi', assignments: [] as Assignment[], shifts });
  };

  it.each<[string, [string, string][], string]>([
    ['one of ten hours', [['21:00', '07:00']], '1.3333'],
    [
      'two, without what lies between them',
      [
        ['07:00', '10:00'],
        ['18:00', '21:00'],
      ],
      '0.8',
    ],
  ])('%s', (_name, spans, share) => {
    const { part, whole } = shareOfDay(tuesday, own(spans));
    expect(part / whole).toBeCloseTo(Number(share), 4);
  });
});

it('leaves rest out on both sides where the policy does not tell its own', () => {
  const hours = Object.fromEntries(
    Object.entries(DEFAULT_TIME.hours).map(([day, own]) => [day, own && { start: own.start, end: own.end }]),
  ) as TimePolicy['hours'];
  // 7 of 8.6 hours.
  expect(minutesExpectedOn(tuesday, rulesWith([holds('agency', ramadan.hours)], { hours }))).toBe(269);
});

it('asks no more than an ordinary day where the policy has no day of work', () => {
  const none = { 1: null, 2: null, 3: null, 4: null, 5: null, 6: null, 7: null };
  expect(minutesExpectedOn(tuesday, rulesWith([holds('agency', ramadan.hours)], { hours: none }))).toBe(330);
});
