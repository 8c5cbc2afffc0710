import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { Assignment } from '#shared/people/tables.ts';
import { calendarFor, calendarOf, hoursOn, rulesOf, workingDayAfter, workingDays } from './calendar.ts';
import { SHIPPED_HOLIDAYS } from './holidays.ts';
import type { WeekHours } from './policy.ts';
import type { Shift } from './shifts.ts';
import { HOURS_TEMPLATES, type HoursLevel, type WorkHours } from './work-hours.ts';

const shipped = calendarOf({ policies: [], holidays: [] });
const month = (number: string, days: number) => ({ from: `2026-${number}-01`, until: `2026-${number}-${days}` });

// SKB 1497/2025, 2/2025, 5/2025: 17 national holidays (Idulfitri has two days), 8 days of joint leave.
it('ships the holidays of 2026', () => {
  expect(SHIPPED_HOLIDAYS.filter(({ kind }) => kind === 'libur')).toHaveLength(17);
  expect(SHIPPED_HOLIDAYS.filter(({ kind }) => kind === 'cuti-bersama')).toHaveLength(8);
  expect(SHIPPED_HOLIDAYS.map(({ date }) => date)).toEqual(SHIPPED_HOLIDAYS.map(({ date }) => date).sort());
});

describe('the working days of 2026', () => {
  it.each([
    ['01', 31, 20],
    ['02', 28, 18],
    ['03', 31, 17],
    ['04', 30, 21],
    ['05', 31, 16],
    ['06', 30, 20],
    ['07', 31, 23],
    ['08', 31, 19],
    ['09', 30, 22],
    ['10', 31, 22],
    ['11', 30, 21],
    ['12', 31, 21],
  ])('of month %s (%i days) are %i', (number, days, expected) => {
    expect(workingDays(shipped, month(number, days))).toHaveLength(expected);
  });
});

it('works a holiday that the agency works, and rests on its own', () => {
  const holidays = [
    { date: '2026-11-24', kind: 'libur' as const, name: 'Hari jadi kabupaten' },
    { date: '2026-12-24', kind: 'kerja' as const, name: 'Tetap masuk' },
  ];
  const own = calendarOf({ policies: [], holidays });
  expect(own.holidayOn('2026-11-24')?.name).toBe('Hari jadi kabupaten');
  expect(hoursOn(own, '2026-11-24')).toBeNull();
  expect(hoursOn(own, '2026-12-24')).toEqual({ start: '07:30', end: '16:00' });
  expect(workingDayAfter(own, '2026-11-23', 1)).toBe('2026-11-25');
});

it('has the hours of the policy of that day', () => {
  const content = {
    ...DEFAULT_POLICIES.time,
    hours: { ...DEFAULT_POLICIES.time.hours, 6: { start: '08:00', end: '12:00' } },
  };
  const policies = [{ kind: 'time' as const, validFrom: '2026-11-16', at: '2026-11-01T00:00:00.000Z', content }];
  const six = calendarOf({ policies, holidays: [] });
  expect(hoursOn(six, '2026-11-14')).toBeNull();
  expect(hoursOn(six, '2026-11-21')).toEqual({ start: '08:00', end: '12:00' });
  expect(workingDayAfter(six, '2026-11-20', 1)).toBe('2026-11-21');
});

it('ends its search where nobody ever works', () => {
  const never = { dayOn: () => ({ is: 'free' as const }), holidayOn: () => null };
  expect(workingDayAfter(never, '2026-01-01', 1)).toBe('2027-01-02');
});

// December 2026: the 1st is a Tuesday, the 25th (Friday) a holiday, the 24th joint leave.
describe('the day of a person', () => {
  const group = (
    level: HoursLevel,
    targetId: string | null,
    hours: WeekHours | null,
    [validFrom, validUntil = null]: [string, (string | null)?],
  ): WorkHours => ({ level, targetId, name: `jam ${level}`, hours, validFrom, validUntil, withdrawn: false });
  const { ramadan, 'part-time': partTime, 'six-days': six } = HOURS_TEMPLATES;
  const workHours = [
    group('agency', null, ramadan.hours, ['2026-12-07', '2026-12-11']),
    group('unit', 'uji', six.hours, ['2026-12-01']),
    group('unit', 'terminal', null, ['2026-12-01']),
    group('person', 'paruh', partTime.hours, ['2026-12-10']),
    group('person', 'jaga', null, ['2026-12-14', '2026-12-18']),
  ];
  const units = [
    { id: 'uji-rem', parentId: 'uji' },
    { id: 'loket', parentId: 'terminal' },
  ];
  const rules = rulesOf({ policies: [], holidays: [], workHours, units, outages: [], timeZone: 'Asia/Makassar' });
  const post = (employeeId: string, unitId: string): Assignment => ({
    ...{ id: employeeId, scope: 'a:1', version: 1, employeeId, unitId, position: '', positionKind: 'JA' },
    ...{ kind: 'definitive', supervisorId: 'ani', postClass: 7, leadsUnit: false, headsAgency: false },
    ...{ validFrom: '2026-01-01', validUntil: null },
  });
  const shift = (date: string, span: string | null, at = '2026-11-20T00:00:00.000Z'): Shift => {
    const [start = null, end = null] = span?.split('-') ?? [];
    return { date: `2026-12-${date}`, name: span ? 'Malam' : 'Lepas', start, end, at };
  };
  const calendar = (employeeId: string, unitId: string, shifts: Shift[] = []) =>
    calendarFor({ employeeId, assignments: [post(employeeId, unitId)], shifts }, rules);
  const said = (employeeId: string, unitId: string, date: string, shifts: Shift[] = []) => {
    const day = calendar(employeeId, unitId, shifts).dayOn(`2026-12-${date}`);
    return day.is === 'work' ? `${day.by} ${day.hours.start}-${day.hours.end}` : day.is;
  };

  it.each([
    // Who has no other: the agency's policy, and what holds for everybody.
    ['budi', 'lalin', '01', 'policy 07:30-16:00'],
    ['budi', 'lalin', '04', 'policy 07:30-16:30'],
    ['budi', 'lalin', '05', 'free'],
    ['budi', 'lalin', '07', 'agency 08:00-15:00'],
    ['budi', 'lalin', '11', 'agency 08:00-15:30'],
    ['budi', 'lalin', '12', 'free'],
    ['budi', 'lalin', '14', 'policy 07:30-16:00'],
    ['budi', 'lalin', '25', 'free'],
    // The unit before everybody, the person before the unit; none of them on a holiday.
    ['budi', 'uji', '05', 'unit 07:30-13:00'],
    ['budi', 'uji', '07', 'unit 07:30-15:00'],
    ['budi', 'uji', '25', 'free'],
    ['paruh', 'uji', '09', 'unit 07:30-15:00'],
    ['paruh', 'uji', '10', 'person 07:30-11:30'],
    ['paruh', 'uji', '12', 'free'],
    // In shifts: the working days are those of the hours beneath.
    ['budi', 'terminal', '01', 'unplanned'],
    ['budi', 'terminal', '05', 'free'],
    ['budi', 'terminal', '25', 'free'],
    ['jaga', 'uji', '12', 'unit 07:30-13:00'],
    ['jaga', 'uji', '14', 'unplanned'],
    ['jaga', 'uji', '19', 'unit 07:30-13:00'],
    ['paruh', 'terminal', '10', 'person 07:30-11:30'],
    // A unit below another.
    ['budi', 'uji-rem', '05', 'unit 07:30-13:00'],
    ['budi', 'loket', '01', 'unplanned'],
  ])('%s in %s on the %s: %s', (employeeId, unitId, date, expected) => {
    expect(said(employeeId, unitId, date)).toBe(expected);
  });

  it.each([
    ['a shift beats the hours of the day', 'lalin', '01', '21:00-07:00', 'shift 21:00-07:00'],
    ['and a Sunday', 'lalin', '06', '21:00-07:00', 'shift 21:00-07:00'],
    ['and a holiday', 'lalin', '25', '21:00-07:00', 'shift 21:00-07:00'],
    ['a day that is planned as free is free', 'lalin', '01', null, 'free'],
    ['in shifts, too', 'terminal', '01', null, 'free'],
    ['and a shift makes it a day of work', 'terminal', '01', '07:00-14:00', 'shift 07:00-14:00'],
  ])('%s', (_name, unit, date, span, expected) => {
    expect(said('budi', unit, date, [shift(date, span)])).toBe(expected);
  });

  it('a shift beside a day that is planned as free is worked', () => {
    expect(said('budi', 'terminal', '01', [shift('01', null), shift('01', '07:00-14:00')])).toBe('shift 07:00-14:00');
  });

  it('who has no hours of their own shares the calendar of all', () => {
    const plain = rulesOf({ ...rules, workHours: [] });
    expect(calendarFor({ employeeId: 'budi', assignments: [], shifts: [] }, plain)).toBe(plain.calendar);
  });

  it('the next working day of who works in shifts is that of the next shift, and not known before it is planned', () => {
    const terminal = calendar('budi', 'terminal', [shift('05', '21:00-07:00'), shift('08', '07:00-14:00')]);
    expect(workingDayAfter(terminal, '2026-12-01', 0)).toBe('2026-12-01');
    expect(workingDayAfter(terminal, '2026-12-01', 1)).toBe('2026-12-05');
    expect(workingDayAfter(terminal, '2026-12-01', 2)).toBe('2026-12-08');
    expect(workingDayAfter(terminal, '2026-12-01', 3)).toBeNull();
  });

  it('a shift that is planned after its day is no next working day', () => {
    // 23.59 and 00.00 in Amuntai.
    const [known, late] = ['2026-12-05T15:59:00.000Z', '2026-12-05T16:00:00.000Z'];
    const next = (at: string) => {
      const shifts = [shift('05', '07:00-14:00', at), shift('08', '07:00-14:00')];
      return workingDayAfter(calendar('budi', 'terminal', shifts), '2026-12-01', 1);
    };
    expect(next(known)).toBe('2026-12-05');
    expect(next(late)).toBe('2026-12-08');
  });
});
