import { describe, expect, it } from 'vitest';
import { calendarOf, workingDayAfter, workingDays } from './calendar.ts';
import { SHIPPED_HOLIDAYS } from './holidays.ts';
import { DEFAULT_POLICIES } from './policy.ts';

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
  expect(own.hoursOn('2026-11-24')).toBeNull();
  expect(own.hoursOn('2026-12-24')).toEqual({ start: '07:30', end: '16:00' });
  expect(workingDayAfter(own, '2026-11-23', 1)).toBe('2026-11-25');
});

it('has the hours of the policy of that day', () => {
  const content = {
    ...DEFAULT_POLICIES.time,
    hours: { ...DEFAULT_POLICIES.time.hours, 6: { start: '08:00', end: '12:00' } },
  };
  const policies = [{ kind: 'time' as const, validFrom: '2026-11-16', at: '2026-11-01T00:00:00.000Z', content }];
  const six = calendarOf({ policies, holidays: [] });
  expect(six.hoursOn('2026-11-14')).toBeNull();
  expect(six.hoursOn('2026-11-21')).toEqual({ start: '08:00', end: '12:00' });
  expect(workingDayAfter(six, '2026-11-20', 1)).toBe('2026-11-21');
});

it('ends its search where nobody ever works', () => {
  const never = { hoursOn: () => null, holidayOn: () => null };
  expect(workingDayAfter(never, '2026-01-01', 1)).toBe('2027-01-02');
});
