// The shifts of everybody between two days, for whoever brings the file of the machine: by them a scan after midnight
// belongs to the night that began the day before. The treasurer's own device holds none of them.

import { sql } from 'kysely';
import * as v from 'valibot';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import { rowAsJson } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { tables } from '#shared/tables.ts';
import { addDays } from '#shared/time/working-time.ts';
import { PlannedShifts, ShiftSpan } from '#shared/time-rules/api.ts';
import type { ShiftRow } from '#shared/time-rules/tables.ts';

type Span = v.InferOutput<typeof ShiftSpan>;

/** A file of a year, and a little. */
const MOST_DAYS = 400;

export function shiftRoutes(app: App, services: Services): void {
  app.get<{ Params: Span }>(
    '/api/shifts/:from/:until',
    {
      schema: schema('The planned shifts of everybody between two days', { params: ShiftSpan, answer: PlannedShifts }),
    },
    async (request): Promise<PlannedShifts> => {
      const { from, until } = request.params;
      const session = await sessionOf(request, services);
      refuseDuringMaintenance(session);
      const { roles, tenant } = actorOf(session);
      if (!roles.includes('treasurer')) throw fault('forbidden');
      // The schema of the route tells its form alone.
      if (!v.is(ShiftSpan, request.params)) throw fault('malformed', { detail: 'a day that there is not' });
      if (until < from || until > addDays(from, MOST_DAYS)) throw fault('malformed', { detail: 'too many days' });
      const { rows } = await sql<{ employeeId: string; row: ShiftRow }>`
        select substr(r.scope_id, 3) as employee_id, ${rowAsJson(tables.shift)} as row from shift r
        where r.agency_id = ${tenant} and not r.deleted and r.date >= ${from} and r.date <= ${until}
        order by r.scope_id, r.id`.execute(services.db);
      return {
        shifts: rows.map(({ employeeId, row: { date, name, start, end, at } }) => ({
          ...{ employeeId, date, name, start, end, at },
        })),
      };
    },
  );
}
