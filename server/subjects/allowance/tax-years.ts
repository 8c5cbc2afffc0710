// Whose last tax period a month is, and what the year holds of them before it: the closed lists of the agency's months.

import { sql } from 'kysely';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { type Owed, yearBefore } from '#shared/allowance/rules/net-pay.ts';
import type { PayeeEntry } from '#shared/allowance/rules/payee.ts';
import { isLastPeriod, servedMonths, type YearBefore } from '#shared/allowance/rules/tax-year.ts';
import { exact, shown } from '#shared/decimal.ts';
import { groupBy } from '#shared/group-by.ts';

interface Post {
  employeeId: string;
  validFrom: string;
  validUntil: string | null;
}

type Paid = Owed & { month: string };

/** By employee; who has months to come in the year is not among them. */
export async function taxYears(
  db: DbOrTransaction,
  tenant: string,
  month: string,
  told: ReadonlyMap<string, readonly PayeeEntry[]>,
): Promise<ReadonlyMap<string, YearBefore>> {
  const { rows: posts } = await sql<Post>`
    select employee_id as "employeeId", valid_from::text as "validFrom", valid_until::text as "validUntil"
    from assignment where agency_id = ${tenant} and not deleted`.execute(db);
  const last = [...groupBy(posts, ({ employeeId }) => employeeId)].filter(([, own]) => isLastPeriod(month, own));
  if (last.length === 0) return new Map();
  const paid = groupBy(await paidBefore(db, tenant, month), ({ employeeId }) => employeeId);
  return new Map(
    last.map(([employeeId, own]) => {
      const byMonth = new Map((paid.get(employeeId) ?? []).map((one) => [one.month, one]));
      return [employeeId, yearBefore(servedMonths(month, own), month, byMonth, told.get(employeeId) ?? [])];
    }),
  );
}

/** What the approved lists of the year's months before one pay everybody. */
async function paidBefore(db: DbOrTransaction, tenant: string, month: string): Promise<Paid[]> {
  const { rows } = await sql<{ employeeId: string; month: string; amount: string; total: string }>`
    select substr(s.scope_id, 3) as "employeeId", s.id as month, s.content->>'amount' as amount, s.content->>'total' as total
    from slip s join payroll p on p.agency_id = s.agency_id and p.id = s.id
    where s.agency_id = ${tenant} and s.id >= ${`${month.slice(0, 4)}-01`} and s.id < ${month} and s.at = p.drawn_at
      and p.state = 'approved' and not s.deleted and not p.deleted`.execute(db);
  return rows.map((row) => ({ ...row, adjustments: shown(exact(row.total).sub(row.amount)) }));
}
