// The register of what holds for single persons' allowances, for those who keep it. Their acts go through POST /api/office.

import { sql } from 'kysely';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import { decidesForOffice, readsOffice } from '#server/auth/sessions.ts';
import { type DbOrTransaction, rowAsJson } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { PayEntries } from '#shared/allowance/api.ts';
import type { PayEntryRow } from '#shared/allowance/tables.ts';
import { tables } from '#shared/tables.ts';

export function registerRoutes(app: App, services: Services): void {
  app.get(
    '/api/pay-entries',
    { schema: schema("What holds for single persons' allowances", { answer: PayEntries }) },
    async (request): Promise<PayEntries> => {
      const session = await sessionOf(request, services);
      refuseDuringMaintenance(session);
      const { tenant } = actorOf(session);
      if (!decidesForOffice(session) && !readsOffice(session)) throw fault('forbidden');
      return { entries: await entriesOf(services.db, tenant) };
    },
  );
}

interface Found {
  row: PayEntryRow;
  name: string;
  byName: string | null;
  enderName: string | null;
}

/** In one statement, however many persons the agency has. */
async function entriesOf(db: DbOrTransaction, tenant: string): Promise<PayEntries['entries']> {
  const { rows } = await sql<Found>`
    select ${rowAsJson(tables.payEntry)} as row, e.name, b.name as by_name, d.name as ender_name
    from pay_entry r
    join employee e on e.agency_id = r.agency_id and e.id = r.employee_id
    left join employee b on b.agency_id = r.agency_id and b.id = r."by"
    left join employee d on d.agency_id = r.agency_id and d.id = r.ended_by
    where r.agency_id = ${tenant} and not r.deleted
    order by r.valid_from desc, e.name, r.id`.execute(db);
  return rows.map(({ row, name, byName, enderName }) => {
    const { id, employeeId, kind, validFrom, validUntil, percent, postClass, source, withdrawn } = row;
    return {
      id,
      employeeId,
      name,
      kind,
      validFrom,
      validUntil,
      percent,
      postClass,
      source,
      withdrawn,
      by: byName ?? row.by,
      at: row.at,
      endedBy: enderName ?? row.endedBy,
      endedAt: row.endedAt,
      endReason: row.endReason,
    };
  });
}
