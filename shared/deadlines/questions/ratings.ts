// What a superior still has to rate of periods that are over, and until when: of whoever they led on the last evaluated day.

import { allOf, allRows, byColumn, rowsWhere } from '#shared/acts/rows.ts';
import { supervisorOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { leadersOf, teamReads } from '#shared/people/team.ts';
import { agencyScope, planScope, workScope } from '#shared/scopes.ts';
import { type Asking, question } from '#shared/sync/question.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { ruleReads, rulesFrom } from '#shared/time-rules/questions/time-rules.ts';
import { withExtensions } from '#shared/time-rules/rules/calendar.ts';
import { isOver, type UnratedPeriod, unratedPeriods } from '../rules/periods.ts';

export interface RatingDue extends UnratedPeriod {
  employeeId: EmployeeId;
  /** It can be rated now: the employee told it, or the days for that are over. */
  ready: boolean;
}

/** Whoever was ever led by the asker, or by whom they act for. */
function everLed(rows: RowSet, asking: Asking): EmployeeId[] {
  const leaders = new Set<string | null>(leadersOf(rows, asking));
  const posts = allRows(rows, 'assignment', agencyScope(asking.actor.tenant));
  const led = posts.filter(({ supervisorId }) => leaders.has(supervisorId)).map(({ employeeId }) => employeeId);
  return [...new Set(led)].filter((id) => id !== asking.actor.id);
}

/** Of this year, and of the one before in its first months. The oldest first. */
export const ratingsDue = question<null, RatingDue[]>({
  reads: (_none, asking, rows) => [
    ...teamReads(asking),
    ...ruleReads(agencyScope(asking.actor.tenant)),
    ...everLed(rows, asking).flatMap((id) => [
      byColumn('skp', planScope(id), 'employeeId', id),
      allOf('evaluation', workScope(id)),
    ]),
  ],
  answer: (_none, asking, rows) => {
    const { actor, today } = asking;
    const agency = agencyScope(actor.tenant);
    const leaders = new Set<string | null>(leadersOf(rows, asking));
    const agencyRules = rulesFrom(rows, agency, actor.timeZone);
    return everLed(rows, asking)
      .flatMap((employeeId): RatingDue[] => {
        const assignments = rowsWhere(rows, 'assignment', agency, 'employeeId', employeeId);
        const rules = withExtensions(agencyRules, { employeeId, assignments });
        const known = {
          skps: rowsWhere(rows, 'skp', planScope(employeeId), 'employeeId', employeeId),
          evaluations: allRows(rows, 'evaluation', workScope(employeeId)),
        };
        return yearsOpenOn(today)
          .flatMap((year) => unratedPeriods(known, { year, before: today, rules }))
          .filter(({ lastDay }) => leaders.has(supervisorOn(assignments, employeeId, lastDay)))
          .map((one) => ({ employeeId, ...one, ready: !one.toAssess || isOver(one.assess, today) }));
      })
      .sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  },
});

/** Until the end of March the year before is still being closed. */
export function yearsOpenOn(today: string): string[] {
  const year = Number(today.slice(0, 4));
  return today.slice(5) < '04-01' ? [String(year - 1), String(year)] : [String(year)];
}
