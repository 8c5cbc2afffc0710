// What may be filled in longer than its last day (Batas Pengisian): an administrator opens it again for a person or a unit,
// with a reason and until a day. It moves the last day as an outage does; it never takes back what was in time.

import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, EmployeeId, Unit } from '#shared/people/tables.ts';
import { type OfWhom, unitsAbove } from './work-hours.ts';

/**
 * plan        the SKP is submitted
 * work        the work of a day is logged
 * assessment  the employee tells what a period realised
 * rating      the superior rates a period
 */
export const FILLINGS = ['plan', 'work', 'assessment', 'rating'] as const;
export type Filling = (typeof FILLINGS)[number];

/** As rules read them; a row (shared/tables.ts) has more. */
export interface Extension {
  filling: Filling;
  level: 'unit' | 'person';
  /** Of the unit or the person. */
  targetId: string;
  /**
   * What is opened again, both included: days of work; periods by their last day; plans by the day since which one is
   * lacking.
   */
  from: string;
  until: string;
  /** The new last day. */
  lastDay: string;
  reason: string;
}

/** What is to be filled in: of work its day, of a period its last day, of a plan the first day that lacks one. */
export interface Fillable {
  filling: Filling;
  day: string;
}

/** What opens something again for somebody, the longest; null where nothing does. A unit's holds for those below it. */
export function extensionOf<Row extends Extension>(
  all: readonly Row[],
  { filling, day }: Fillable,
  { employeeId, unitIds }: OfWhom,
): Row | null {
  const mine = all.filter(
    (one) =>
      one.filling === filling &&
      one.from <= day &&
      day <= one.until &&
      (one.level === 'person' ? one.targetId === employeeId : unitIds.includes(one.targetId)),
  );
  return mine.reduce<Row | null>((longest, one) => (longest && longest.lastDay >= one.lastDay ? longest : one), null);
}

/** Somebody by whose posts it is known to which unit they belong on a day. */
export interface Placed {
  employeeId: EmployeeId;
  assignments: readonly Assignment[];
}

/** Of whom one asks on a date. */
export function whomOn(
  { employeeId, assignments }: Placed,
  units: readonly Pick<Unit, 'id' | 'parentId'>[],
): (date: string) => OfWhom {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  return (date) => ({
    employeeId,
    unitIds: unitsAbove(assignmentOn(assignments, employeeId, date)?.unitId ?? null, parents),
  });
}
