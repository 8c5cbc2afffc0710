// What the watch shows: people with their names and units, the lists among which one chooses, and units with those below
// them. Pure, so that it is tested without a browser.

import { deadlines } from '#client/i18n/deadlines.ts';
import type { Value } from '#client/table-file/write-table.ts';
import type { Watched } from '#shared/deadlines/questions/watch.ts';
import { formatNip } from '#shared/people/rules/nip.ts';
import type { Employee, Unit, UnitId } from '#shared/people/tables.ts';
import { unitsAbove } from '#shared/time-rules/rules/work-hours.ts';

/** As the server answers it, or a question of this device. */
export type WatchedPerson = Pick<Watched, Exclude<keyof Watched, 'employeeId' | 'unitId'>> & {
  employeeId: string;
  unitId: string;
};

export interface WatchLine extends WatchedPerson {
  name: string;
  nip: string;
  unit: string;
  /** The own unit and those above it. */
  units: readonly UnitId[];
}

export const LISTS = ['all', 'noPlan', 'notApproved', 'empty', 'late', 'unassessed', 'unrated', 'over'] as const;
export type WatchList = (typeof LISTS)[number];
export const isList = (asked: unknown): asked is WatchList => LISTS.some((list) => list === asked);

const IN: Record<WatchList, (line: WatchedPerson) => boolean> = {
  all: () => true,
  noPlan: ({ plan }) => plan === 'none',
  notApproved: ({ plan }) => plan !== 'approved',
  empty: ({ emptyDays }) => emptyDays > 0,
  late: ({ lateDays }) => lateDays > 0,
  unassessed: ({ unassessed }) => unassessed > 0,
  unrated: ({ unrated }) => unrated > 0,
  over: ({ planOver, ratingOver }) => planOver || ratingOver,
};
export const isInList = (line: WatchedPerson, list: WatchList): boolean => IN[list](line);

/** By unit and name. */
export function watchLines(
  people: readonly WatchedPerson[],
  { employees, units }: { employees: readonly Employee[]; units: readonly Unit[] },
): WatchLine[] {
  const known = new Map(employees.map((employee) => [employee.id, employee]));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  return people
    .map((one): WatchLine => {
      const { name = '', nip = null } = known.get(one.employeeId) ?? {};
      const unit = names.get(one.unitId) ?? '';
      return { ...one, name, nip: nip ?? '', unit, units: unitsAbove(one.unitId, parents) };
    })
    .sort((a, b) => a.unit.localeCompare(b.unit, 'id') || a.name.localeCompare(b.name, 'id'));
}

export type Counts = Record<WatchList, number>;

export const countsOf = (lines: readonly WatchedPerson[]): Counts =>
  Object.fromEntries(LISTS.map((list) => [list, lines.filter((line) => isInList(line, list)).length])) as Counts;

export interface UnitLine {
  id: UnitId;
  name: string;
  counts: Counts;
}

/** Each unit with the people in it and in those below; a unit without anybody is left out. By name. */
export function unitLines(lines: readonly WatchLine[], units: readonly Unit[]): UnitLine[] {
  const within = new Map<UnitId, WatchLine[]>();
  for (const line of lines) {
    for (const unit of line.units) within.set(unit, [...(within.get(unit) ?? []), line]);
  }
  return units
    .flatMap(({ id, name }) => {
      const own = within.get(id);
      return own ? [{ id, name, counts: countsOf(own) }] : [];
    })
    .sort((a, b) => b.counts.all - a.counts.all || a.name.localeCompare(b.name, 'id'));
}

const { watch: words } = deadlines;

/** What one person still lacks, in a line of words; empty where nothing does. */
export const lacksOf = (line: WatchedPerson): string =>
  [
    ...(line.plan === 'approved' ? [] : [words.plans[line.plan]]),
    ...(line.emptyDays > 0 ? [words.empty(line.emptyDays)] : []),
    ...(line.lateDays > 0 ? [words.late(line.lateDays)] : []),
    ...(line.unassessed > 0 ? [words.unassessed(line.unassessed)] : []),
    ...(line.unrated > 0 ? [words.unrated(line.unrated)] : []),
    ...(isInList(line, 'over') ? [words.over] : []),
  ].join(' · ');

const { columns } = words;

export const peopleTable = (lines: readonly WatchLine[]): { head: string[]; rows: Value[][]; widths: number[] } => ({
  head: [
    ...[columns.name, columns.nip, columns.unit, columns.plan, columns.empty],
    ...[columns.late, columns.unassessed, columns.unrated, columns.over],
  ],
  rows: lines.map((line) => [
    // Eighteen digits in a row a spreadsheet would round to fifteen.
    ...[line.name, formatNip(line.nip), line.unit, words.plans[line.plan], line.emptyDays],
    ...[line.lateDays, line.unassessed, line.unrated, isInList(line, 'over') ? words.yes : ''],
  ]),
  widths: [34, 22, 34, 18, 12, 12, 12, 12, 12],
});

export const unitsTable = (units: readonly UnitLine[]): { head: string[]; rows: Value[][]; widths: number[] } => ({
  head: [columns.unit, ...LISTS.map((list) => words.lists[list])],
  rows: units.map(({ name, counts }) => [name, ...LISTS.map((list) => counts[list])]),
  widths: [40, ...LISTS.map(() => 14)],
});
