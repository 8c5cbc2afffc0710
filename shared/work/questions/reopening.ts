// Requests that an approved activity be reopened: how the own one stands, and which wait for a superior.

import { approvedMonths, closedMonths } from '#shared/acts/closed-months.ts';
import { byColumn, byId, getRow, rowsWhere } from '#shared/acts/rows.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { type Activity, type Reopening, reopeningId } from '../tables.ts';

export interface OwnReopening {
  /** The last one, whatever became of it. */
  request: Reopening | null;
  /** YYYY-MM of a month whose allowance is approved: there it is not asked for, but corrected. */
  closedMonth: string | null;
}

/** Absent where there is no such activity. */
export const reopeningOf = question<{ activityId: string }, OwnReopening>({
  reads: ({ activityId }, { actor }) => [
    byId('activity', workScope(actor.id), activityId),
    byId('reopening', workScope(actor.id), reopeningId(activityId)),
    approvedMonths(actor),
  ],
  answer: ({ activityId }, { actor }, rows) => {
    const activity = getRow(rows, 'activity', workScope(actor.id), activityId);
    if (!activity) return undefined;
    const month = activity.date.slice(0, 7);
    return {
      request: getRow(rows, 'reopening', workScope(actor.id), reopeningId(activityId)) ?? null,
      closedMonth: closedMonths({ rows, actor }).includes(month) ? month : null,
    };
  },
});

export interface WaitingReopening {
  employeeId: EmployeeId;
  request: Reopening;
  activity: Activity;
}

/** Of these people, what waits for an answer; who asked first comes first. */
export const waitingReopenings = question<{ employeeIds: readonly EmployeeId[] }, WaitingReopening[]>({
  reads: ({ employeeIds }, _context, rows) =>
    employeeIds.flatMap((id) => [
      byColumn('reopening', workScope(id), 'state', 'asked'),
      ...rowsWhere(rows, 'reopening', workScope(id), 'state', 'asked').map(({ activityId }) =>
        byId('activity', workScope(id), activityId),
      ),
    ]),
  answer: ({ employeeIds }, _context, rows) =>
    employeeIds
      .flatMap((employeeId) =>
        rowsWhere(rows, 'reopening', workScope(employeeId), 'state', 'asked').flatMap((request) => {
          const activity = getRow(rows, 'activity', workScope(employeeId), request.activityId);
          return activity?.state === 'approved' ? [{ employeeId, request, activity }] : [];
        }),
      )
      .sort((a, b) => a.request.askedAt.localeCompare(b.request.askedAt)),
});
