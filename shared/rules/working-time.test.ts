import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay, minutesBetween, workingDays } from './working-time.ts';

describe('the minutes of an activity', () => {
  it.each([
    ['08:00', '10:00', 120],
    ['08:00', '08:01', 1],
    ['22:00', '06:00', 480],
    ['23:59', '00:00', 1],
    ['08:00', '08:00', 1440],
  ])('from %s to %s are %i', (start, end, minutes) => {
    expect(minutesBetween(start, end)).toBe(minutes);
  });
});

describe('days', () => {
  it('go over months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('are worked from Monday to Friday', () => {
    expect(isWorkingDay('2026-11-20')).toBe(true);
    expect(isWorkingDay('2026-11-21')).toBe(false);
    expect(isWorkingDay('2026-11-22')).toBe(false);
    expect(workingDays('2026-11-19', '2026-11-24')).toEqual(['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24']);
  });
});
