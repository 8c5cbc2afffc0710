// What decisions hold up: how much more the allowance of each employee would be, were the work that waits approved. By the
// rule of the slip itself, and by what is known here: a superior's device may not hold everything that takes off a slip.

import { exact, shown } from '#shared/decimal.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { agencyScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import { ruleReads, rulesFrom } from '#shared/time-rules/questions/time-rules.ts';
import { slipOf } from '../rules/allowance.ts';
import { earnedFrom, earnedReads } from './earned.ts';

export interface WaitingWork {
  employeeId: EmployeeId;
  /** The months (YYYY-MM) in which work of theirs waits. */
  months: string[];
}

/** In rupiah, exact; only of those for whom anything is held up. */
export const heldUp = question<{ waiting: WaitingWork[] }, { employeeId: EmployeeId; amount: string }[]>({
  reads: ({ waiting }, { actor }) => {
    const agency = agencyScope(actor.tenant);
    return [
      ...waiting.flatMap(({ employeeId, months }) => months.flatMap((month) => earnedReads(employeeId, month, agency))),
      ...ruleReads(agency),
    ];
  },
  answer: ({ waiting }, { actor, today }, rows) => {
    const agency = agencyScope(actor.tenant);
    const rules = rulesFrom(rows, agency, actor.timeZone);
    return waiting.flatMap(({ employeeId, months }) => {
      const amount = months.reduce((sum, month) => {
        const earned = earnedFrom(rows, { employeeId, month, agency, today });
        const approved = earned.activities.map((activity) =>
          activity.state === 'submitted' ? { ...activity, state: 'approved' as const } : activity,
        );
        return sum.add(slipOf({ ...earned, activities: approved }, rules).amount).sub(slipOf(earned, rules).amount);
      }, exact(0));
      return amount.compare(0) > 0 ? [{ employeeId, amount: shown(amount) }] : [];
    });
  },
});
