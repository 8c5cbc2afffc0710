// Working hours that differ from the agency's own (shared/agency/rules/policy.ts) between two days: for everybody, as in
// Ramadan, for a unit and those below it that works six days, for a person who works part-time; or that a unit or a person
// works in shifts, whose hours a plan tells (shifts.ts). The nearest holds: the person's, else the unit's, else everybody's.

import { type DayHours, WEEKDAYS, type WeekHours } from './policy.ts';

export const HOURS_LEVELS = ['person', 'unit', 'agency'] as const;
export type HoursLevel = (typeof HOURS_LEVELS)[number];

/** As rules read them; a row (shared/tables.ts) has more. */
export interface WorkHours {
  level: HoursLevel;
  /** Of the unit or the person; null for everybody. */
  targetId: string | null;
  /** Such as "Ramadan 1447 H". */
  name: string;
  /** Null: in shifts. */
  hours: WeekHours | null;
  /** Plain dates, both included; null: until it is ended. */
  validFrom: string;
  validUntil: string | null;
  /** It was entered by mistake, and never held. */
  withdrawn: boolean;
}

/** Whose hours are asked for: on a day somebody belongs to one unit, and by it to those above it. */
export interface OfWhom {
  employeeId: string | null;
  /** The own unit first. */
  unitIds: readonly string[];
}

/** A unit and those above it, the nearest first; within bounds, should the units go round in a circle. */
export function unitsAbove(unitId: string | null, units: ReadonlyMap<string, string | null>): string[] {
  const found: string[] = [];
  for (let id = unitId; id !== null && !found.includes(id); id = units.get(id) ?? null) found.push(id);
  return found;
}

const holdsOn = ({ validFrom, validUntil, withdrawn }: WorkHours, date: string) =>
  !withdrawn && validFrom <= date && (validUntil === null || date <= validUntil);

/**
 * What holds for somebody on a date, the nearest first; at most one of each target, as none overlap. What is set for a unit
 * holds for those below it, unless they have their own.
 */
export function workHoursOn<Row extends WorkHours>(all: readonly Row[], of: OfWhom, date: string): Row[] {
  const { employeeId, unitIds } = of;
  const targets: [HoursLevel, string | null][] = [
    ...(employeeId === null ? [] : [['person', employeeId] as [HoursLevel, string]]),
    ...unitIds.map((id): [HoursLevel, string] => ['unit', id]),
    ['agency', null],
  ];
  return targets.flatMap(([level, target]) =>
    all.filter((row) => row.level === level && row.targetId === target && holdsOn(row, date)).slice(0, 1),
  );
}

type Wanted = Pick<WorkHours, 'level' | 'targetId' | 'validFrom' | 'validUntil'>;

/** What holds already for the same persons on one of these days. */
export const overlappingHours = <Row extends WorkHours>(all: readonly Row[], wanted: Wanted): Row | undefined =>
  all.find(
    ({ level, targetId, validFrom, validUntil, withdrawn }) =>
      !withdrawn &&
      level === wanted.level &&
      targetId === wanted.targetId &&
      (wanted.validUntil === null || validFrom <= wanted.validUntil) &&
      (validUntil === null || wanted.validFrom <= validUntil),
  );

export interface HoursTemplate {
  hours: WeekHours;
  /** Where the hours are from; "contoh" where they are only an example. */
  source: string;
}

const week = (...days: (DayHours | null)[]): WeekHours =>
  Object.fromEntries(WEEKDAYS.map((day, index) => [day, days[index] ?? null])) as WeekHours;
const from = (start: string, end: string, rest: number): DayHours => ({ start, end, rest });
const four = (...day: Parameters<typeof from>) => Array.from({ length: 4 }, () => from(...day));

export const HOURS_TEMPLATES = {
  // 32.5 hours a week without rest, from 08.00 to 15.00, on Fridays to 15.30.
  ramadan: { hours: week(...four('08:00', '15:00', 30), from('08:00', '15:30', 60)), source: 'Perpres 21/2023' },
  // 37.5 hours a week without rest (half an hour from Monday to Thursday), over six days.
  'six-days': {
    hours: week(...four('07:30', '15:00', 30), from('07:30', '11:30', 0), from('07:30', '13:00', 0)),
    source: 'contoh',
  },
  'part-time': { hours: week(...four('07:30', '11:30', 0), from('07:30', '11:30', 0)), source: 'contoh' },
} as const satisfies Record<string, HoursTemplate>;
export type HoursTemplateName = keyof typeof HOURS_TEMPLATES;
