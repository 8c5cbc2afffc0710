// Days on which a subordinate wrote more minutes than can count: to be looked at before they are approved.

import type { Workspace } from '#client/workspace/workspace.ts';
import { allowancePolicyOn } from '#shared/allowance/rules/policy.ts';
import { groupBy } from '#shared/group-by.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { workScope } from '#shared/scopes.ts';
import type { DatedPolicy } from '#shared/time/dated.ts';
import { minutesOfDays } from '#shared/work/rules/counted-minutes.ts';

export interface RemarkableDay {
  entries: number;
  /** Minutes. */
  typed: number;
  counted: number;
}

/** Of these days, by date; all their entries are looked at, whatever their state. */
export async function loadRemarkableDays(
  { rows }: Workspace,
  employee: EmployeeId,
  { dates, policies }: { dates: readonly string[]; policies: readonly DatedPolicy[] },
): Promise<Map<string, RemarkableDay>> {
  const keys = [...new Set(dates)].map((date) => [workScope(employee), date]);
  const entries = await rows('activity').where('[scope+date]').anyOf(keys).toArray();
  const days = [...groupBy(entries, ({ date }) => date)].map(([date, ofDay]): [string, RemarkableDay] => {
    const { dailyMost } = allowancePolicyOn(policies, `${date.slice(0, 7)}-01`);
    return [date, { entries: ofDay.length, ...minutesOfDays(ofDay, dailyMost) }];
  });
  return new Map(days.filter(([, { typed, counted }]) => counted < typed));
}
