import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import { type AttendanceCode, attendanceCodes } from '#shared/attendance/rules/codes.ts';
import { costOf } from './discipline.ts';

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
    // Nobody has left before the evening on which it begins.
    [null, '07:00', ['TL4']],
    [null, '06:45', ['TL4', 'PSW1']],
    ['19:40', '19:50', ['PSW4']],
  ])('from %s to %s is %j', (arrival, departure, expected) => {
    expect(attendanceCodes({ arrival, departure, duty: false }, night)).toEqual(expected);
  });

  const late = { start: '22:00', end: '06:00' };
  it.each([
    ['22:00', '06:00', []],
    ['22:01', '06:00', ['TL1']],
    ['23:31', '06:00', ['TL4']],
    ['00:00', '06:00', ['TL4']],
    ['00:10', '06:00', ['TL4']],
    ['05:59', '06:00', ['TL4']],
    ['00:10', '05:30', ['TL4', 'PSW1']],
    ['00:10', '04:00', ['TL4', 'PSW4']],
    ['12:00', '06:00', []],
    [null, '06:00', ['TL4']],
    ['00:10', null, ['TL4', 'PSW4']],
  ])('from 22:00 to 06:00, attended from %s to %s, is %j', (arrival, departure, expected) => {
    expect(attendanceCodes({ arrival, departure, duty: false }, late)).toEqual(expected);
  });

  const soon = { start: '23:30', end: '06:00' };
  it.each([
    ['00:00', ['TL1']],
    ['00:01', ['TL2']],
    ['00:45', ['TL3']],
  ])('that begins at 23:30 and is reached at %s is %j', (arrival, expected) => {
    expect(attendanceCodes({ arrival, departure: '06:00', duty: false }, soon)).toEqual(expected);
  });

  it('lasts a whole day where it ends at the time at which it began, and longer where that is said', () => {
    const whole = { start: '08:00', end: '08:00' };
    expect(attendanceCodes({ arrival: '07:55', departure: '08:05', duty: false }, whole)).toEqual([]);
    expect(attendanceCodes({ arrival: '08:05', departure: '08:00', duty: false }, whole)).toEqual(['TL1']);
    const both = { start: '06:00', end: '06:30', overnight: true } as const;
    expect(attendanceCodes({ arrival: '06:10', departure: '06:00', duty: false }, both)).toEqual(['TL1', 'PSW1']);
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
    const times = { arrival: '10:00', departure: '10:00' };
    expect(costOf(times, day, DEFAULT_POLICIES.allowance)).toEqual({ discipline: expected, whole: '0', rupiah: '0' });
  });

  const policy = {
    ...DEFAULT_POLICIES.allowance,
    units: { classes: 'whole', absence: 'rupiah' } as const,
    absence: '150000',
  };
  it.each([
    ['a class as percent of the whole', '10:00', '15:00', ['TL4', 'PSW2'], { whole: '2.5' }],
    ['an absence in rupiah', null, null, ['alpa'], { rupiah: '150000' }],
    ['a missing scan as the worst class', null, '15:00', ['TL4', 'PSW2'], { whole: '2.5' }],
  ] as const)('%s', (_name, arrival, departure, codesOf, cost) => {
    const none = { discipline: '0', whole: '0', rupiah: '0' };
    expect(costOf({ arrival, departure }, codesOf, policy)).toEqual({ ...none, ...cost });
  });

  it('takes a flat amount for each scan that is missing, and the class of the other', () => {
    const flat = { ...policy, missingScan: { unit: 'rupiah', value: '66000' } as const };
    const cost = costOf({ arrival: null, departure: '15:00' }, ['TL4', 'PSW2'], flat);
    expect(cost).toEqual({ discipline: '0', whole: '1', rupiah: '66000' });
  });
});
