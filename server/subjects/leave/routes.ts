// Leave as the office keeps it: what it stated of annual leave, and the requests on which nobody in the agency decides. Its
// acts go through POST /api/office.

import { sql } from 'kysely';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import { readsOffice } from '#server/auth/sessions.ts';
import { type DbOrTransaction, rowAsJson } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { OfficeLeave } from '#shared/leave/api.ts';
import type { Leave, LeaveEntry } from '#shared/leave/tables.ts';
import { agencyScope } from '#shared/scopes.ts';
import { tables } from '#shared/tables.ts';

export function leaveRoutes(app: App, services: Services): void {
  app.get(
    '/api/leave',
    {
      schema: schema('What the office stated of annual leave, and whose leave it must record', { answer: OfficeLeave }),
    },
    async (request): Promise<OfficeLeave> => {
      const session = await sessionOf(request, services);
      refuseDuringMaintenance(session);
      const { tenant } = actorOf(session);
      if (!readsOffice(session)) throw fault('forbidden');
      return { entries: await entriesOf(services.db, tenant), waiting: await waitingOf(services.db, tenant) };
    },
  );
}

interface FoundEntry {
  row: LeaveEntry;
  employeeId: string;
  name: string;
  byName: string | null;
  withdrawerName: string | null;
}

/** In one statement, however many people the agency has. */
async function entriesOf(db: DbOrTransaction, tenant: string): Promise<OfficeLeave['entries']> {
  const agency = agencyScope(tenant);
  const { rows } = await sql<FoundEntry>`
    select ${rowAsJson(tables.leaveEntry)} as row, e.id as employee_id, e.name, b.name as by_name, w.name as withdrawer_name
    from leave_entry r
    join employee e on e.agency_id = r.agency_id and e.scope_id = ${agency} and e.id = substr(r.scope_id, 3)
    left join employee b on b.agency_id = r.agency_id and b.scope_id = ${agency} and b.id = r."by"
    left join employee w on w.agency_id = r.agency_id and w.scope_id = ${agency} and w.id = r.withdrawn_by
    where r.agency_id = ${tenant} and not r.deleted
    order by r.as_of desc, e.name, r.id`.execute(db);
  return rows.map(({ row, employeeId, name, byName, withdrawerName }) => {
    const { id, kind, year, days, carried, asOf, source, withdrawn, at, withdrawnAt, withdrawReason } = row;
    return {
      ...{ id, employeeId, name, kind, year, days, carried, asOf, source, withdrawn, at },
      ...{ by: byName ?? row.by, withdrawnBy: withdrawerName ?? row.withdrawnBy, withdrawnAt, withdrawReason },
    };
  });
}

async function waitingOf(db: DbOrTransaction, tenant: string): Promise<OfficeLeave['waiting']> {
  const { rows } = await sql<{ row: Leave; employeeId: string; name: string }>`
    select ${rowAsJson(tables.leave)} as row, e.id as employee_id, e.name
    from leave r
    join employee e on e.agency_id = r.agency_id and e.scope_id = ${agencyScope(tenant)} and e.id = substr(r.scope_id, 3)
    where r.agency_id = ${tenant} and r.state = 'considered' and r.official_id is null and not r.deleted
    order by r.valid_from, e.name, r.id`.execute(db);
  return rows.map(({ row: { id, kind, validFrom, validUntil, reason, revision }, employeeId, name }) => ({
    ...{ id, employeeId, name, kind, validFrom, validUntil, reason, revision },
  }));
}
