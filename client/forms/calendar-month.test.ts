import { describe, expect, it } from 'vitest';
import { dayByKey, monthsFrom, weeksOf } from './calendar-month.ts';

describe('a month in the calendar', () => {
  it('has weeks from Monday to Sunday, and its own days alone', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null]);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
    expect(weeksOf('2027-02')).toHaveLength(4);
  });

  it('ends where its days end, also before a shorter month', () => {
    expect(monthsFrom('2026-10-31', 1)).toBe('2026-11-30');
    expect(monthsFrom('2028-02-29', 12)).toBe('2029-02-28');
    expect(monthsFrom('2026-01-15', -1)).toBe('2025-12-15');
  });

  it.each([
    ['ArrowLeft', false, '2026-10-31'],
    ['ArrowRight', false, '2026-11-02'],
    ['ArrowUp', false, '2026-10-25'],
    ['ArrowDown', false, '2026-11-08'],
    ['Home', false, '2026-10-26'],
    ['End', false, '2026-11-01'],
    ['PageUp', false, '2026-10-01'],
    ['PageDown', false, '2026-12-01'],
    ['PageUp', true, '2025-11-01'],
    ['PageDown', true, '2027-11-01'],
    ['Enter', false, null],
  ])('%s (shift: %s) leads from 1 November 2026 to %s', (key, shift, day) => {
    expect(dayByKey('2026-11-01', key, shift)).toBe(day);
  });
});
