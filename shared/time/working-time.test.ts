import { describe, expect, it } from 'vitest';
import { addDays, addMonths, minutesBetween } from './working-time.ts';

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

it('months go over years', () => {
  expect(addMonths('2026-11', 2)).toBe('2027-01');
  expect(addMonths('2026-01', -13)).toBe('2024-12');
});

describe('days', () => {
  it('go over months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
