// Months whose allowances are approved: whatever would change them is refused, or becomes a correction.

import type { Actor, DecideInput } from '#shared/sync/mutation.ts';
import { byColumn, rowsWhere } from './rows.ts';
import { agencyOf } from './support.ts';

/** Every month that is approved and paid by, however long ago. */
export const approvedMonths = (actor: Actor) => byColumn('payroll', agencyOf(actor), 'state', 'approved');

/** What `approvedMonths` made readable. */
export const closedMonths = ({ rows, actor }: Pick<DecideInput<unknown>, 'rows' | 'actor'>): string[] =>
  rowsWhere(rows, 'payroll', agencyOf(actor), 'state', 'approved').map(({ month }) => month);

/** The latest of these from a month on; null where there is none. What the device takes for today has no part in it. */
export const lastClosedSince = (month: string, input: Pick<DecideInput<unknown>, 'rows' | 'actor'>): string | null =>
  closedMonths(input)
    .filter((one) => one >= month)
    .sort()
    .at(-1) ?? null;
