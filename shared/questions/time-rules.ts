// The agency's rules of time and money: its policies, its calendar and its ledger of outages.

import { allOf, allRows } from '#shared/rows.ts';
import { rulesOf, type TimeRules } from '#shared/rules/calendar.ts';
import { question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { agencyScope } from '#shared/tables.ts';

export const ruleReads = (agency: string): Read[] => [
  allOf('policy', agency),
  allOf('holiday', agency),
  allOf('outage', agency),
];

export function rulesFrom(rows: RowSet, agency: string, timeZone: string): TimeRules {
  const [policies, holidays] = [allRows(rows, 'policy', agency), allRows(rows, 'holiday', agency)];
  return rulesOf({ policies, holidays, outages: allRows(rows, 'outage', agency), timeZone });
}

export const timeRules = question<null, TimeRules>({
  reads: (_none, { actor }) => ruleReads(agencyScope(actor.tenant)),
  answer: (_none, { actor }, rows) => rulesFrom(rows, agencyScope(actor.tenant), actor.timeZone),
});
