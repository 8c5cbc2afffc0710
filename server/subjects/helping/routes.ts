// GET /api/self-typed: where people type their record themselves, and where somebody else does, so that training goes where it
// is needed. For an administrator of all units; for who leads people of those people. Numbers of units, no names.

import { sql } from 'kysely';
import { sessionOf } from '#server/auth/routes.ts';
import { readsOffice } from '#server/auth/sessions.ts';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { groupBy } from '#shared/group-by.ts';
import { MONTHS_TOLD, SelfTyped } from '#shared/helping/api.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addMonths } from '#shared/time/working-time.ts';

export function helpingRoutes(app: App, services: Services): void {
  const { db, clock } = services;

  app.get(
    '/api/self-typed',
    {
      schema: schema('How many entries their owners typed themselves, by unit and month', { answer: SelfTyped }),
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request): Promise<SelfTyped> => {
      const session = await sessionOf(request, services);
      const today = plainDate(clock().toISOString(), session.timeZone);
      const everybody = readsOffice(session);
      const asked = { tenant: session.agencyId, person: session.employeeId, everybody, today };
      const counts = await countsOf(db, asked);
      if (counts === null) throw fault('forbidden');
      return counts;
    },
  );
}

interface Asked {
  tenant: string;
  person: string;
  everybody: boolean;
  today: string;
}

/** Null where the person leads nobody. Who belongs to a unit is told by the post of today. */
async function countsOf(db: DbOrTransaction, { tenant, person, everybody, today }: Asked): Promise<SelfTyped | null> {
  const months = Array.from({ length: MONTHS_TOLD }, (_, at) => addMonths(today.slice(0, 7), at - MONTHS_TOLD + 1));
  const { rows } = await sql<{ id: string; name: string; month: string | null; self: number; helped: number }>`
    with recursive posts as (
      select distinct on (employee_id) employee_id, supervisor_id, unit_id from assignment
      where agency_id = ${tenant} and scope_id = ${agencyScope(tenant)} and not deleted
        and valid_from <= ${today} and (valid_until is null or valid_until >= ${today})
      order by employee_id, (kind = 'definitive') desc, valid_from desc
    ), team as (
      select employee_id from posts where supervisor_id = ${person}
      union
      select p.employee_id from posts p join team t on p.supervisor_id = t.employee_id
    ), people as (
      select employee_id, unit_id from posts
      where ${everybody} or employee_id in (select employee_id from team)
        or (employee_id = ${person} and exists (select from team))
    )
    select u.id, u.name, to_char(a.date, 'YYYY-MM') as month,
      count(*) filter (where a.id is not null and a.typed_by is null)::int as self,
      count(*) filter (where a.typed_by is not null)::int as helped
    from people p
    join unit u on u.agency_id = ${tenant} and u.scope_id = ${agencyScope(tenant)} and u.id = p.unit_id and not u.deleted
    left join activity a on a.agency_id = ${tenant} and a.scope_id = ${workScope('')} || p.employee_id and not a.deleted
      and a.state <> 'draft' and a.date >= ${`${months[0]}-01`} and a.date <= ${today}
    group by 1, 2, 3 order by 2, 1, 3`.execute(db);
  if (rows.length === 0 && !everybody) return null;
  const units = [...groupBy(rows, ({ id }) => id)].map(([id, mine]) => ({
    ...{ id, name: mine[0]?.name ?? '' },
    counts: months.map((month) => {
      const { self, helped } = mine.find((row) => row.month === month) ?? { self: 0, helped: 0 };
      return { self, helped };
    }),
  }));
  return { months, units };
}
