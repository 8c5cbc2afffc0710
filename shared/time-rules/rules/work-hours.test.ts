import { describe, expect, it } from 'vitest';
import { minutesBetween } from '#shared/time/working-time.ts';
import { WEEKDAYS } from './policy.ts';
import {
  HOURS_TEMPLATES,
  type HoursLevel,
  overlappingHours,
  unitsAbove,
  type WorkHours,
  workHoursOn,
} from './work-hours.ts';

const row = (level: HoursLevel, targetId: string | null, span: string, more: Partial<WorkHours> = {}): WorkHours => {
  const [validFrom = '', validUntil = ''] = span.split(' ');
  const name = `${level} ${targetId}`;
  return { level, targetId, name, hours: null, validFrom, validUntil: validUntil || null, withdrawn: false, ...more };
};
const ALL = [
  row('agency', null, '2026-12-01 2026-12-31'),
  row('unit', 'uji', '2026-12-10'),
  row('person', 'budi', '2026-12-20 2026-12-25'),
  row('person', 'ani', '2026-12-01', { withdrawn: true }),
];

describe('what holds for somebody, the nearest first', () => {
  it.each([
    ['budi', 'uji', '2026-11-30', []],
    ['budi', 'uji', '2026-12-01', ['agency null']],
    ['budi', 'uji', '2026-12-10', ['unit uji', 'agency null']],
    ['budi', 'uji', '2026-12-20', ['person budi', 'unit uji', 'agency null']],
    ['budi', 'uji', '2026-12-25', ['person budi', 'unit uji', 'agency null']],
    ['budi', 'uji', '2026-12-26', ['unit uji', 'agency null']],
    ['budi', 'uji', '2027-01-01', ['unit uji']],
    ['budi', 'lalin', '2026-12-20', ['person budi', 'agency null']],
    ['ani', 'lalin', '2026-12-20', ['agency null']],
    ['budi', null, '2026-12-26', ['agency null']],
    [null, null, '2026-12-20', ['agency null']],
  ])('%s in %s on %s: %j', (employeeId, unitId, date, names) => {
    expect(workHoursOn(ALL, { employeeId, unitIds: unitId ? [unitId] : [] }, date).map(({ name }) => name)).toEqual(
      names,
    );
  });
});

describe('hours of a unit', () => {
  const TREE = new Map([
    ['dinas', null],
    ['bidang', 'dinas'],
    ['seksi', 'bidang'],
    ['sub', 'seksi'],
    ['lain', 'dinas'],
    // As two moves that met would leave it.
    ['a', 'b'],
    ['b', 'a'],
  ]);
  const hours = [
    row('unit', 'bidang', '2026-12-01'),
    row('unit', 'sub', '2026-12-10'),
    row('agency', null, '2026-12-01'),
  ];

  it.each([
    ['bidang', '2026-12-10', ['unit bidang', 'agency null']],
    ['seksi', '2026-12-10', ['unit bidang', 'agency null']],
    // The own ones before those of a unit above.
    ['sub', '2026-12-09', ['unit bidang', 'agency null']],
    ['sub', '2026-12-10', ['unit sub', 'unit bidang', 'agency null']],
    ['lain', '2026-12-10', ['agency null']],
    ['dinas', '2026-12-10', ['agency null']],
  ])('reach %s on %s as %j', (unit, date, names) => {
    const of = { employeeId: 'budi', unitIds: unitsAbove(unit, TREE) };
    expect(workHoursOn(hours, of, date).map(({ name }) => name)).toEqual(names);
  });

  it('are found in a circle of units, too', () => {
    expect(unitsAbove('a', TREE)).toEqual(['a', 'b']);
    expect(unitsAbove(null, TREE)).toEqual([]);
    expect(unitsAbove('gone', TREE)).toEqual(['gone']);
  });
});

describe('overlaps', () => {
  it.each([
    ['person', 'budi', '2026-12-25', true],
    ['person', 'budi', '2026-12-26', false],
    ['person', 'budi', '2026-12-01 2026-12-19', false],
    ['person', 'budi', '2026-12-01 2026-12-20', true],
    ['person', 'budi', '2026-12-01', true],
    ['person', 'cici', '2026-12-20', false],
    ['unit', 'budi', '2026-12-20', false],
    ['unit', 'uji', '2030-01-01 2030-01-01', true],
    ['agency', null, '2026-12-31 2027-01-05', true],
    // Withdrawn: it never held.
    ['person', 'ani', '2026-12-01', false],
  ] as const)('%s %s %s: %s', (level, targetId, span, expected) => {
    expect(overlappingHours(ALL, row(level, targetId, span)) !== undefined).toBe(expected);
  });
});

// Perpres 21/2023: 37.5 hours a week, 32.5 in Ramadan, without rest.
it.each([
  ['ramadan', 5, 35.5, 32.5],
  ['six-days', 6, 39.5, 37.5],
  ['part-time', 5, 20, 20],
] as const)('%s is a week of %i days and %f hours with rest, %f without', (name, worked, expected, net) => {
  const days = WEEKDAYS.flatMap((day) => HOURS_TEMPLATES[name].hours[day] ?? []);
  expect(days).toHaveLength(worked);
  expect(days.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0) / 60).toBe(expected);
  expect(days.reduce((sum, { start, end, rest = 0 }) => sum + minutesBetween(start, end) - rest, 0) / 60).toBe(net);
});
