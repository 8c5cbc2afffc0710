// Whom a policy would change before it is adopted: the allowances of each month it touches, reckoned with and without it.

import * as v from 'valibot';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { policyContent } from '#shared/agency/mutations/policy.ts';
import type { PolicyContent, PolicyKind } from '#shared/agency/rules/policy.ts';
import type { Policy } from '#shared/agency/tables.ts';
import type { PolicyPreview } from '#shared/allowance/api.ts';
import { slipOf } from '#shared/allowance/rules/allowance.ts';
import { agencyScope } from '#shared/scopes.ts';
import * as value from '#shared/sync/values.ts';
import { addDays } from '#shared/time/working-time.ts';
import { holidayDays } from '#shared/time-rules/mutations/holiday.ts';
import { rulesOf, type TimeRules } from '#shared/time-rules/rules/calendar.ts';
import { earningsOf } from './earnings.ts';

const dated = { validFrom: value.plainDate };

export const PreviewRequest = v.variant('kind', [
  v.strictObject({ ...dated, ...policyContent.performance.entries }),
  v.strictObject({ ...dated, ...policyContent.time.entries }),
  v.strictObject({ ...dated, ...policyContent.allowance.entries }),
  v.strictObject({ ...dated, ...policyContent.leave.entries }),
  v.strictObject({ kind: v.literal('holiday'), days: holidayDays }),
]);
export type PreviewRequest = v.InferOutput<typeof PreviewRequest>;

/** The most months that are reckoned: one that reaches further back shows the latest. */
const MOST_MONTHS = 12;

const monthBefore = (month: string) => addDays(`${month}-01`, -1).slice(0, 7);

/**
 * Of a policy that begins later than this month, what it would have done to the last whole month; of any other, what it
 * does to each month from its beginning to now.
 */
export async function previewOf(
  db: DbOrTransaction,
  agency: { tenant: string; timeZone: string; today: string; now: Date },
  request: PreviewRequest,
): Promise<PolicyPreview> {
  const running = agency.today.slice(0, 7);
  const begins = request.kind === 'holiday' ? firstOf(request.days) : request.validFrom;
  const example = request.kind !== 'holiday' && begins.slice(0, 7) > running;
  const months = example ? [monthBefore(running)] : monthsBetween(begins.slice(0, 7), running);
  const reckoned: PolicyPreview['months'] = [];
  for (const month of months.slice(-MOST_MONTHS)) {
    const { earnings, rules } = await earningsOf(db, agency, month);
    const changedRules = changedBy(request, rules, { ...agency, from: example ? `${month}-01` : begins });
    const changed = earnings.flatMap(({ person, earned, now }) => {
      const after = slipOf(earned, changedRules).total;
      return after === now.total ? [] : [{ employeeId: person.id, name: person.name, before: now.total, after }];
    });
    const kind = example ? 'example' : month === running ? 'running' : 'already';
    reckoned.push({ month, kind, people: earnings.length, changed });
  }
  return { months: reckoned };
}

function changedBy(
  request: PreviewRequest,
  rules: TimeRules,
  { tenant, now, from }: { tenant: string; now: Date; from: string },
): TimeRules {
  if (request.kind === 'holiday') return rulesOf({ ...rules, holidays: [...rules.holidays, ...request.days] });
  const policy: Policy = {
    ...{ id: 'preview', scope: agencyScope(tenant), version: 0, kind: request.kind as PolicyKind, validFrom: from },
    ...{ content: request.content as PolicyContent, reason: null, at: now.toISOString() },
  };
  return rulesOf({ ...rules, policies: [...rules.policies, policy] });
}

const firstOf = (days: readonly { date: string }[]) => days.map(({ date }) => date).sort()[0] ?? '';

function monthsBetween(from: string, until: string): string[] {
  const months: string[] = [];
  for (let month = until; month >= from && months.length <= MOST_MONTHS; month = monthBefore(month))
    months.unshift(month);
  return months;
}
