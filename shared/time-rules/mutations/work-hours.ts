// Working hours by group (shared/time-rules/rules/work-hours.ts), kept by an administrator. What holds is never rewritten: it is ended
// earlier, or withdrawn where it never held, with the reason. Two that would hold for the same persons on a day are
// refused, and so is what reaches into a month whose allowances are approved.

import * as v from 'valibot';
import { approvedMonths } from '#shared/acts/closed-months.ts';
import * as field from '#shared/acts/fields.ts';
import { allOf, allRows, byId, getRow, rowsWhere } from '#shared/acts/rows.ts';
import { agencyOf, forAdministrators, put } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { type Actor, mutation } from '#shared/sync/mutation.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import * as value from '#shared/sync/values.ts';
import { addDays } from '#shared/time/working-time.ts';
import { overlappingHours } from '../rules/work-hours.ts';
import type { WorkHoursRow } from '../tables.ts';
import { weekHours } from './policy-content.ts';

/** Whom hours hold for. */
const target = v.variant('level', [
  v.strictObject({ level: v.literal('agency'), targetId: v.null() }),
  v.strictObject({ level: v.literal('unit'), targetId: v.pipe(value.rowId, v.maxLength(60)) }),
  v.strictObject({ level: v.literal('person'), targetId: field.employeeId }),
]);

/** A row for each of those it holds for, so that it can be ended for one of them. */
const rowIdOf = (id: string, { level, targetId }: v.InferOutput<typeof target>) => `${id}.${targetId ?? level}`;

/** The first approved month that days from one to another reach into; null where there is none. */
function closedIn(rows: RowSet, actor: Actor, { from, until }: { from: string; until: string | null }): string | null {
  const closed = rowsWhere(rows, 'payroll', agencyOf(actor), 'state', 'approved').map(({ month }) => month);
  const reached = closed.filter((month) => month >= from.slice(0, 7) && (until === null || month <= until.slice(0, 7)));
  return reached.sort()[0] ?? null;
}

export const assign = mutation({
  version: 1,
  closedTo: forAdministrators,
  args: v.strictObject({
    id: field.newId,
    name: field.requiredText(field.LIMITS.title),
    hours: v.nullable(
      v.pipe(
        weekHours,
        v.check((hours) => Object.values(hours).some((day) => day !== null), 'no day is worked'),
      ),
    ),
    targets: v.pipe(v.array(target), v.minLength(1), v.maxLength(500)),
    validFrom: field.plainDate,
    validUntil: v.nullable(field.plainDate),
    reason: v.nullable(field.requiredText(field.LIMITS.note)),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    approvedMonths(actor),
    allOf('workHours', agencyOf(actor)),
    ...args.targets.flatMap((one) => [
      ...(one.level === 'unit' ? [byId('unit', agencyOf(actor), one.targetId)] : []),
      ...(one.level === 'person' ? [byId('employee', agencyOf(actor), one.targetId)] : []),
    ]),
  ],
  decide: ({ args, rows, actor, now, latestDay }) => {
    const { id, name, hours, validFrom, validUntil, reason } = args;
    const agency = agencyOf(actor);
    if (validUntil !== null && validUntil < validFrom) return refuse('period-reversed', {});
    if (validFrom < latestDay && reason === null) return refuse('date-past', { date: validFrom });
    const closed = closedIn(rows, actor, { from: validFrom, until: validUntil });
    if (closed) return refuse('month-closed', { month: closed });
    const taken = allRows(rows, 'workHours', agency);
    const added: WorkHoursRow[] = [];
    for (const one of args.targets) {
      const rowId = rowIdOf(id, one);
      if (getRow(rows, 'workHours', agency, rowId)) return refuse('already-exists', { table: 'workHours' });
      if (one.level === 'unit' && !getRow(rows, 'unit', agency, one.targetId))
        return refuse('not-found', { table: 'unit' });
      if (one.level === 'person' && !getRow(rows, 'employee', agency, one.targetId))
        return refuse('not-found', { table: 'employee' });
      const other = overlappingHours([...taken, ...added], { ...one, validFrom, validUntil });
      if (other) return refuse('hours-overlap', { name: other.name, from: other.validFrom, until: other.validUntil });
      added.push({
        ...{
          ...one,
          id: rowId,
          scope: agency,
          version: 0,
          name,
          hours,
          validFrom,
          validUntil,
          withdrawn: false,
          reason,
        },
        ...{ by: actor.id, at: now, endedBy: null, endedAt: null, endReason: null },
      });
    }
    return { result: 'applied', changes: added.map((row) => put('workHours', row)) };
  },
});

/** Earlier than it would; without a day: it never held. */
export const end = mutation({
  version: 1,
  closedTo: forAdministrators,
  args: v.strictObject({
    id: value.rowId,
    validUntil: v.nullable(field.plainDate),
    reason: field.requiredText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [approvedMonths(actor), byId('workHours', agencyOf(actor), args.id)],
  decide: ({ args, rows, actor, now }) => {
    const row = getRow(rows, 'workHours', agencyOf(actor), args.id);
    if (!row) return refuse('not-found', { table: 'workHours' });
    if (row.withdrawn) return refuse('wrong-state', { state: 'withdrawn' });
    const { validUntil, reason } = args;
    // Longer is an entry of its own.
    if (
      validUntil !== null &&
      (validUntil < row.validFrom || (row.validUntil !== null && validUntil >= row.validUntil))
    )
      return refuse('period-reversed', {});
    const from = validUntil === null ? row.validFrom : addDays(validUntil, 1);
    const closed = closedIn(rows, actor, { from, until: row.validUntil });
    if (closed) return refuse('month-closed', { month: closed });
    const ended: WorkHoursRow = {
      ...row,
      validUntil: validUntil ?? row.validUntil,
      withdrawn: validUntil === null,
      ...{ endedBy: actor.id, endedAt: now, endReason: reason },
    };
    return { result: 'applied', changes: [put('workHours', ended)] };
  },
});
