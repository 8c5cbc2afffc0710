import { describe, expect, it } from 'vitest';
import {
  copiedWeek,
  doubleShifts,
  hoursOfShifts,
  isWorked,
  minutesOfShifts,
  mondayOf,
  planRemarks,
  type Shift,
  shiftId,
} from './shifts.ts';

const at = '2026-11-01T00:00:00.000Z';
const shift = (date: string, span: string, name = span): Shift => {
  const [start = null, end = null] = span === 'off' ? [] : span.split('-');
  return { date: `2026-12-${date}`, name, start, end, at };
};
const hours = (...spans: string[]) => hoursOfShifts(spans.map((span) => shift('01', span)).filter(isWorked));

it.each([
  ['07:00-14:00', '2026-12-01.07:00-14:00'],
  ['off', '2026-12-01.off'],
])('%s has the id %s', (span, id) => {
  expect(shiftId(shift('01', span))).toBe(id);
});

it.each<[string, [string, string][], number]>([
  ['one', [['07:00', '14:00']], 420],
  ['a night', [['21:00', '07:00']], 600],
  [
    'two apart',
    [
      ['18:00', '23:00'],
      ['07:00', '12:00'],
    ],
    600,
  ],
  [
    'two that overlap',
    [
      ['07:00', '14:00'],
      ['13:00', '20:00'],
    ],
    780,
  ],
  [
    'one within another',
    [
      ['07:00', '19:00'],
      ['08:00', '12:00'],
    ],
    720,
  ],
])('minutes of %s', (_name, spans, minutes) => {
  const shifts = spans.map(([start, end]) => ({ date: '2026-12-01', name: 'x', start, end, at: '' }));
  expect(minutesOfShifts(shifts)).toBe(minutes);
});

describe('the hours of a day with the shifts', () => {
  it.each([
    [['07:00-14:00'], { start: '07:00', end: '14:00' }],
    [['14:00-21:00', '07:00-14:00'], { start: '07:00', end: '21:00' }],
    [['21:00-07:00'], { start: '21:00', end: '07:00', overnight: true }],
    [['07:00-14:00', '21:00-07:00'], { start: '07:00', end: '07:00', overnight: true }],
    [['06:00-14:00', '22:00-06:30'], { start: '06:00', end: '06:30', overnight: true }],
    [['08:00-08:00'], { start: '08:00', end: '08:00', overnight: true }],
    [['14:00-00:00'], { start: '14:00', end: '00:00', overnight: true }],
    [[], null],
  ])('%j are %j', (spans, expected) => {
    expect(hours(...spans)).toEqual(expected);
  });
});

describe('more than one shift', () => {
  const remarks = (...shifts: Shift[]) =>
    doubleShifts(shifts).map(({ date, what, names }) => [date.slice(8), what, names]);

  it.each<[string, Shift[], unknown[]]>([
    ['one a day is none', [shift('01', '07:00-14:00'), shift('02', '07:00-14:00')], []],
    ['a free day is none', [shift('01', '07:00-14:00'), shift('01', 'off')], []],
    [
      'two after each other are told',
      [shift('01', '14:00-21:00', 'Siang'), shift('01', '07:00-14:00', 'Pagi')],
      [['01', 'two-shifts', ['Pagi', 'Siang']]],
    ],
    [
      'two at once overlap',
      [shift('01', '07:00-14:00', 'Pagi'), shift('01', '13:59-21:00', 'Siang')],
      [['01', 'overlap', ['Pagi', 'Siang']]],
    ],
    [
      'a night that ends when the morning begins does not',
      [shift('01', '21:00-07:00'), shift('02', '07:00-14:00')],
      [],
    ],
    [
      'one that ends later overlaps, told on its own day',
      [shift('02', '07:00-14:00', 'Pagi'), shift('01', '21:00-07:01', 'Malam')],
      [['01', 'overlap', ['Malam', 'Pagi']]],
    ],
    [
      'three of a day are told once',
      [shift('01', '07:00-14:00', 'A'), shift('01', '14:00-21:00', 'B'), shift('01', '20:00-22:00', 'C')],
      [['01', 'overlap', ['A', 'B', 'C']]],
    ],
    ['a night and the second next day are apart', [shift('01', '21:00-07:00'), shift('03', '00:00-06:00')], []],
  ])('%s', (_name, shifts, expected) => {
    expect(remarks(...shifts)).toEqual(expected);
  });
});

it('a month tells its double shifts and the days of which nothing is planned, in order', () => {
  const next = { ...shift('01', '07:00-14:00'), date: '2027-01-01' };
  const night = shift('31', '21:00-08:00');
  expect(planRemarks('2026-12', [next, night], ['2026-12-02', '2027-01-04'])).toEqual([
    { date: '2026-12-02', what: 'no-shift', names: [] },
    { date: '2026-12-31', what: 'overlap', names: ['21:00-08:00', '07:00-14:00'] },
  ]);
  expect(planRemarks('2027-01', [next, night], [])).toEqual([]);
});

it.each([
  ['2026-11-30', '2026-11-30'],
  ['2026-12-01', '2026-11-30'],
  ['2026-12-06', '2026-11-30'],
  ['2026-12-07', '2026-12-07'],
])('the week of %s begins on %s', (date, monday) => {
  expect(mondayOf(date)).toBe(monday);
});

// 7 December 2026 is a Monday.
describe('the copy of a week', () => {
  const week = [shift('07', '07:00-14:00'), shift('07', '21:00-07:00'), shift('09', 'off')];
  const copied = (until: string, more: Shift[] = []) =>
    copiedWeek([...week, ...more], '2026-12-07', until).map(({ date, name }) => `${date.slice(8)} ${name}`);

  it.each<[string, string, Shift[], string[]]>([
    ['goes to the next', '2026-12-20', [], ['14 07:00-14:00', '14 21:00-07:00', '16 off']],
    ['ends with its last day', '2026-12-15', [], ['14 07:00-14:00', '14 21:00-07:00']],
    [
      'goes on to the last day',
      '2026-12-23',
      [],
      ['14 07:00-14:00', '14 21:00-07:00', '16 off', '21 07:00-14:00', '21 21:00-07:00', '23 off'],
    ],
    ['leaves days as they are planned', '2026-12-20', [shift('14', 'off')], ['16 off']],
    [
      'takes nothing of other weeks',
      '2026-12-20',
      [shift('06', '07:00-14:00')],
      ['14 07:00-14:00', '14 21:00-07:00', '16 off'],
    ],
    ['goes nowhere within itself', '2026-12-13', [], []],
  ])('%s', (_name, until, more, expected) => {
    expect(copied(until, more)).toEqual(expected);
  });
});
