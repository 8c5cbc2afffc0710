// The agency's own calendar: holidays and joint leave of a year that is not shipped, or changes of one that is.

import * as v from 'valibot';
import { approvedMonths, closedMonths } from '#shared/acts/closed-months.ts';
import * as field from '#shared/acts/fields.ts';
import { agencyOf, byId, forAdministrators, put } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import type { HolidayRow } from '../tables.ts';

export const holidayDays = v.pipe(
  v.array(
    v.strictObject({
      date: field.plainDate,
      kind: v.picklist(['libur', 'cuti-bersama', 'kerja']),
      name: field.requiredText(field.LIMITS.title),
    }),
  ),
  v.minLength(1),
  v.maxLength(100),
);

export const setHolidays = mutation({
  version: 1,
  closedTo: forAdministrators,
  args: v.strictObject({
    days: holidayDays,
    reason: v.nullable(field.requiredText(field.LIMITS.note)),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    approvedMonths(actor),
    ...args.days.map(({ date }) => byId('holiday', agencyOf(actor), date)),
  ],
  decide: ({ args, rows, actor, latestDay }) => {
    const closed = new Set(closedMonths({ rows, actor }));
    const changes: HolidayRow[] = [];
    for (const day of args.days) {
      if (day.date < latestDay && args.reason === null) return refuse('date-past', { date: day.date });
      const month = day.date.slice(0, 7);
      if (closed.has(month)) return refuse('month-closed', { month });
      changes.push({ ...day, id: day.date, scope: agencyOf(actor), version: 0 });
    }
    return { result: 'applied', changes: changes.map((day) => put('holiday', day)) };
  },
});
