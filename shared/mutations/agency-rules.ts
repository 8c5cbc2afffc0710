// The agency's rules of time and money, as a mutation reads them: its policies, its calendar and its ledger of outages.

import { rulesOf, type TimeRules } from '#shared/rules/calendar.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { byColumn, rowsWhere } from './support.ts';

const POLICY_KINDS = ['performance', 'time', 'allowance'] as const;
const OUTAGE_KINDS = ['maintenance', 'unplanned', 'declared'] as const;
const HOLIDAY_KINDS = ['libur', 'cuti-bersama', 'kerja'] as const;

export const ruleReads = (agency: string): Read[] => [
  ...POLICY_KINDS.map((kind) => byColumn('policy', agency, 'kind', kind)),
  ...HOLIDAY_KINDS.map((kind) => byColumn('holiday', agency, 'kind', kind)),
  ...OUTAGE_KINDS.map((kind) => byColumn('outage', agency, 'kind', kind)),
];

export function rulesFrom(rows: RowSet, agency: string, timeZone: string): TimeRules {
  const policies = POLICY_KINDS.flatMap((kind) => rowsWhere(rows, 'policy', agency, 'kind', kind));
  const holidays = HOLIDAY_KINDS.flatMap((kind) => rowsWhere(rows, 'holiday', agency, 'kind', kind));
  const outages = OUTAGE_KINDS.flatMap((kind) => rowsWhere(rows, 'outage', agency, 'kind', kind));
  return rulesOf({ policies, holidays, outages, timeZone });
}
