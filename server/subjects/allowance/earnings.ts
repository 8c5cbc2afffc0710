// The slips of everybody in an agency for a month: as they were drawn up, and as they would be by what is known now.

import { sql } from 'kysely';
import { type DbOrTransaction, loadRows } from '#server/db/rows.ts';
import { earnedFrom, earnedReads } from '#shared/allowance/questions/earned.ts';
import { correctionOf, type Earned, reckoningOf, slipOf } from '#shared/allowance/rules/allowance.ts';
import type { Slip } from '#shared/allowance/rules/slip.ts';
import type { Adjustment, Payroll, SlipRow } from '#shared/allowance/tables.ts';
import { domain } from '#shared/domain.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment } from '#shared/people/tables.ts';
import { agencyScope, payScope } from '#shared/scopes.ts';
import { RowSet } from '#shared/sync/row-set.ts';
import { spanOf } from '#shared/time/periods.ts';
import { earlierOf } from '#shared/time/working-time.ts';
import { ruleReads, rulesFrom } from '#shared/time-rules/questions/time-rules.ts';
import type { TimeRules } from '#shared/time-rules/rules/calendar.ts';

export interface Person {
  id: string;
  name: string;
  nip: string | null;
  grade: string | null;
}

export interface Earning {
  person: Person;
  /** The last post of the month. */
  post: Assignment | undefined;
  /** What the slip is made of. */
  earned: Earned;
  drawn: Slip | null;
  now: Slip;
  /** What is known now would pay so much more than was drawn up and corrected since; null where nothing differs. */
  correction: string | null;
}

/** Who holds a post for a day of the month at least, by name. Honorer have no allowance. */
export async function inService(db: DbOrTransaction, tenant: string, month: string): Promise<Person[]> {
  const { from, until } = spanOf(month);
  const { rows } = await sql<Person>`
    select e.id, e.name, e.nip, e.grade from employee e
    where e.agency_id = ${tenant} and not e.deleted and e.employment <> 'honorer' and exists (
      select from assignment a where a.agency_id = e.agency_id and a.scope_id = e.scope_id and a.employee_id = e.id
        and not a.deleted and a.valid_from <= ${until} and (a.valid_until is null or a.valid_until >= ${from}))
    order by e.name, e.id`.execute(db);
  return rows;
}

export async function earningsOf(
  db: DbOrTransaction,
  { tenant, timeZone, today }: { tenant: string; timeZone: string; today: string },
  month: string,
  only?: string,
): Promise<{ earnings: Earning[]; rules: TimeRules }> {
  const agency = agencyScope(tenant);
  const people = (await inService(db, tenant, month)).filter(({ id }) => only === undefined || id === only);
  const rows = new RowSet();
  const reads = [
    ...ruleReads(agency),
    { table: 'payroll', scope: agency, id: month },
    ...people.flatMap(({ id }) => [
      ...earnedReads(id, month, agency),
      { table: 'slip', scope: payScope(id), id: month },
      { table: 'adjustment', scope: payScope(id), where: 'forMonth', equals: month },
    ]),
  ];
  for (const { table, row } of await loadRows(db, domain.tables, tenant, reads)) rows.load(table, row);
  const rules = rulesFrom(rows, agency, timeZone);
  // An approved month stays with the way it was reckoned; one that is still open is drawn up by the latest.
  const closed = (rows.get('payroll', agency, month) as Payroll | undefined)?.state === 'approved';
  const earnings = people.map((person): Earning => {
    const scope = payScope(person.id);
    const drawn = (rows.get('slip', scope, month) as SlipRow | undefined)?.content ?? null;
    const known = earnedFrom(rows, { employeeId: person.id, month, agency, today });
    const earned = closed && drawn ? { ...known, reckoning: reckoningOf(drawn) } : known;
    const now = slipOf(earned, rules);
    const since = rows.where('adjustment', scope, 'forMonth', month) as unknown as Adjustment[];
    const correction = drawn && correctionOf(now, drawn, since);
    const last = now.posts.at(-1)?.until ?? earlierOf(today, spanOf(month).until);
    return {
      ...{ person, earned, post: assignmentOn(earned.assignments, person.id, last), drawn, now },
      correction: correction === '0' ? null : correction,
    };
  });
  return { earnings, rules };
}
