import { describe, expect, it } from 'vitest';
import { attendanceCodes, deductionOf } from './discipline.ts';
import { DEFAULT_POLICIES } from './policy.ts';
import type { AttendanceCode } from './slip.ts';

const hours = { start: '07:30', end: '16:00' };
const codes = (arrival: string | null, departure: string | null, duty = false) =>
  attendanceCodes({ arrival, departure, duty }, hours);

describe('a day of attendance', () => {
  // Classes: 1-30, 31-60, 61-90, over 90 minutes or not recorded.
  it.each([
    ['07:30', []],
    ['07:31', ['TL1']],
    ['08:00', ['TL1']],
    ['08:01', ['TL2']],
    ['08:30', ['TL2']],
    ['08:31', ['TL3']],
    ['09:00', ['TL3']],
    ['09:01', ['TL4']],
    ['15:00', ['TL4']],
    [null, ['TL4']],
    ['05:00', []],
  ])('with arrival at %s is %j', (arrival, expected) => {
    expect(codes(arrival, '16:10')).toEqual(expected);
  });

  it.each([
    ['16:00', []],
    ['15:59', ['PSW1']],
    ['15:30', ['PSW1']],
    ['15:29', ['PSW2']],
    ['15:00', ['PSW2']],
    ['14:59', ['PSW3']],
    ['14:30', ['PSW3']],
    ['14:29', ['PSW4']],
    [null, ['PSW4']],
  ])('with departure at %s is %j', (departure, expected) => {
    expect(codes('07:00', departure)).toEqual(expected);
  });

  it('can be late and end early, and is absence only without both', () => {
    expect(codes('07:45', '15:00')).toEqual(['TL1', 'PSW2']);
    expect(codes(null, null)).toEqual(['alpa']);
    expect(codes(null, null, true)).toEqual([]);
  });
});

describe('a night on duty', () => {
  const night = { start: '20:00', end: '07:00' };

  it.each([
    ['19:55', '07:05', []],
    ['20:10', '06:45', ['TL1', 'PSW1']],
    ['19:55', null, ['PSW4']],
  ])('from %s to %s is %j', (arrival, departure, expected) => {
    expect(attendanceCodes({ arrival, departure, duty: false }, night)).toEqual(expected);
  });

  it('ends the next day, whatever the hours of the day are', () => {
    expect(codes('07:20', '00:30')).toEqual([]);
  });
});

describe('what a day costs', () => {
  it.each<[AttendanceCode[], string]>([
    [[], '0'],
    [['alpa'], '3'],
    [['TL1'], '0.5'],
    [['TL2'], '1'],
    [['TL3'], '1.25'],
    [['TL4'], '1.5'],
    [['PSW1'], '0.5'],
    [['PSW2'], '1'],
    [['PSW3'], '1.25'],
    [['PSW4'], '1.5'],
    [['TL3', 'PSW4'], '2.75'],
  ])('%j: %s percent', (day, expected) => {
    expect(deductionOf(day, DEFAULT_POLICIES.allowance)).toBe(expected);
  });
});
