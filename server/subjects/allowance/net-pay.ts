// How persons are paid and taxed, and what of a month's allowances arrives in their accounts: for the treasurer alone. What
// is entered goes through POST /api/office.

import { sql } from 'kysely';
import * as v from 'valibot';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import { type DbOrTransaction, rowAsJson } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { NetPay, Payees, PayrollMonth } from '#shared/allowance/api.ts';
import { checksOf, missingOf, netLineOf, netSheetOf } from '#shared/allowance/rules/net-pay.ts';
import { payeeEntryIn, payeeIn } from '#shared/allowance/rules/payee.ts';
import type { PayeeRow, Payroll } from '#shared/allowance/tables.ts';
import { exact, shown } from '#shared/decimal.ts';
import { groupBy } from '#shared/group-by.ts';
import { agencyScope } from '#shared/scopes.ts';
import * as value from '#shared/sync/values.ts';
import { tables } from '#shared/tables.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { earningsOf, inService } from './earnings.ts';
import { taxYears } from './tax-years.ts';

type Month = v.InferOutput<typeof PayrollMonth>;

export function netPayRoutes(app: App, services: Services): void {
  const { db, clock } = services;

  async function enter(request: Parameters<typeof sessionOf>[0], month: string) {
    // The schema of the route tells its form alone.
    if (!v.is(value.month, month)) throw fault('malformed', { detail: 'a year that nobody means' });
    const session = await sessionOf(request, services);
    refuseDuringMaintenance(session);
    const { roles, tenant, timeZone } = actorOf(session);
    if (!roles.includes('treasurer')) throw fault('forbidden');
    return { tenant, timeZone, today: plainDate(clock().toISOString(), timeZone) };
  }

  app.get<{ Params: Month }>(
    '/api/payees/:month',
    { schema: schema('How persons are paid and taxed in a month', { params: PayrollMonth, answer: Payees }) },
    async (request): Promise<Payees> => {
      const { month } = request.params;
      const { tenant } = await enter(request, month);
      const [people, told] = await Promise.all([inService(db, tenant, month), entriesOf(db, tenant)]);
      const years = await taxYears(db, tenant, month, told.of);
      return {
        people: people.map(({ id, name, nip }) => {
          const own = told.of.get(id) ?? [];
          const entry = payeeEntryIn(own, month);
          const { by = null, at = null, month: since = null } = entry ?? {};
          const facts = payeeIn(own, month);
          const who = by && (told.names.get(by) ?? null);
          const year = years.get(id) ?? null;
          const period = { lastPeriod: year !== null, openMonths: year?.open ?? [] };
          return {
            employeeId: id,
            name,
            nip,
            ...facts,
            missing: missingOf(facts, year),
            ...period,
            since,
            by: who,
            at,
          };
        }),
      };
    },
  );

  app.get<{ Params: Month }>(
    '/api/net-pay/:month',
    {
      schema: schema('What of the allowances of a month arrives, person by person', {
        ...{ params: PayrollMonth, answer: NetPay },
      }),
    },
    async (request): Promise<NetPay> => {
      const { month } = request.params;
      const agency = await enter(request, month);
      const payroll = await payrollOf(db, agency.tenant, month);
      if (!payroll || payroll.state === 'returned') {
        const { totals, outside } = netSheetOf([]);
        return { month, state: payroll?.state ?? 'open', lines: [], totals, outside, checks: [] };
      }
      const [{ earnings }, told, paid] = await Promise.all([
        earningsOf(db, agency, month),
        entriesOf(db, agency.tenant),
        paidIn(db, agency.tenant, payroll),
      ]);
      const years = await taxYears(db, agency.tenant, month, told.of);
      const drawn = earnings.flatMap(({ person, post, drawn: slip }) => (slip ? [{ person, post, slip }] : []));
      const sheet = netSheetOf(
        drawn.map(({ person: { id }, slip: { amount, total } }) => {
          const adjustments = shown(exact(total).sub(amount));
          const owed = { employeeId: id, amount, adjustments, total };
          return netLineOf(owed, told.of.get(id) ?? [], month, years.get(id) ?? null);
        }),
      );
      const { totals, outside } = sheet;
      return {
        ...{ month, state: payroll.state, totals, outside, checks: checksOf(sheet, paid) },
        lines: sheet.lines.map((line, index) => {
          const { person, post } = drawn[index] ?? {};
          const { name = '', nip = null, grade = null } = person ?? {};
          return { ...line, name, nip, grade, position: post?.position ?? '' };
        }),
      };
    },
  );
}

async function payrollOf(db: DbOrTransaction, tenant: string, month: string): Promise<Payroll | undefined> {
  const { rows } = await sql<{ row: Payroll }>`
    select ${rowAsJson(tables.payroll)} as row from payroll r
    where r.agency_id = ${tenant} and r.scope_id = ${agencyScope(tenant)} and r.id = ${month} and not r.deleted`.execute(
    db,
  );
  return rows[0]?.row;
}

/** The sum of a month's slips as they were drawn up last, by the database: to be compared with what is summed elsewhere. */
async function paidIn(db: DbOrTransaction, tenant: string, { month, drawnAt }: Payroll): Promise<string> {
  const { rows } = await sql<{ total: string | null }>`
    select sum((content->>'total')::numeric)::text as total from slip
    where agency_id = ${tenant} and id = ${month} and at = ${drawnAt} and not deleted`.execute(db);
  return shown(exact(rows[0]?.total ?? '0'));
}

/** What was told of everybody, by person, and the names of who told it. */
async function entriesOf(db: DbOrTransaction, tenant: string) {
  const { rows } = await sql<{ row: PayeeRow; name: string | null }>`
    select ${rowAsJson(tables.payee)} as row, b.name from payee r
    left join employee b on b.agency_id = r.agency_id and b.id = r."by"
    where r.agency_id = ${tenant} and not r.deleted`.execute(db);
  const entries = rows.map(({ row }) => row);
  return {
    of: groupBy(entries, ({ employeeId }) => employeeId),
    names: new Map(rows.map(({ row, name }) => [row.by, name ?? row.by])),
  };
}
