// The whole synced data, by subject. If a table is not here, it is on no device. Which scope a row belongs to: scopes.ts.

import { actsTables } from './acts/tables.ts';
import { agencyTables } from './agency/tables.ts';
import { allowanceTables } from './allowance/tables.ts';
import { attendanceTables } from './attendance/tables.ts';
import { documentsTables } from './documents/tables.ts';
import { evaluationTables } from './evaluation/tables.ts';
import { helpingTables } from './helping/tables.ts';
import { leaveTables } from './leave/tables.ts';
import { peopleTables } from './people/tables.ts';
import { planTables } from './plan/tables.ts';
import type { RowOf, Tables } from './sync/table.ts';
import { timeRulesTables } from './time-rules/tables.ts';
import { unsentFilesTables } from './unsent-files/tables.ts';
import { workTables } from './work/tables.ts';

export const tables = {
  ...peopleTables,
  ...planTables,
  ...workTables,
  ...evaluationTables,
  ...leaveTables,
  ...timeRulesTables,
  ...attendanceTables,
  ...allowanceTables,
  ...documentsTables,
  ...agencyTables,
  ...unsentFilesTables,
  ...helpingTables,
  ...actsTables,
} satisfies Tables;

export type TableName = keyof typeof tables;
export type Row<Name extends TableName> = RowOf<(typeof tables)[Name]>;
