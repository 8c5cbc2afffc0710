// Work that could not travel by itself comes as a file (client/features/sync-centre/unsent-file.ts) and is applied by
// the same code as any other: what has arrived already, or arrives later from the device itself, is not applied twice.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { domain } from '#shared/domain.ts';
import { IMPORT_APP, ImportRequest, ImportResponse } from '#shared/protocol.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { sessionOf } from '../auth/routes.ts';
import { isAdmin } from '../auth/sessions.ts';
import type { Db } from '../db/database.ts';
import { visibleScopes } from '../people/visibility.ts';
import { fault } from '../problem.ts';
import { type App, type Services, schema, shownOnly } from '../routes.ts';
import { applyRetried } from '../sync/answer.ts';
import { refuseDuringMaintenance } from '../sync/routes.ts';

export function importRoutes(app: App, services: Services): void {
  const { db, clock, pokes } = services;

  app.post(
    '/api/import',
    {
      schema: schema(
        'Apply unsent work from a file: the own, or as an administrator that of anybody of the agency',
        {},
      ),
      config: {
        rateLimit: { max: 120, timeWindow: '1 minute' },
        ...shownOnly({ body: ImportRequest, answer: ImportResponse }),
      },
    },
    async (request): Promise<ImportResponse> => {
      const parsed = v.safeParse(ImportRequest, request.body);
      if (!parsed.success) throw fault('malformed', { detail: v.summarize(parsed.issues).slice(0, 500) });
      const { person, device, mutations } = parsed.output;
      const session = await sessionOf(request, services);
      refuseDuringMaintenance(session);
      const own = person === session.employeeId;
      if (!own && !isAdmin(session)) throw fault('forbidden');
      const { agencyId: tenant, timeZone } = session;
      const now = clock();
      const origin = await originOf(db, { tenant, person, device });
      if (!origin) throw fault('not-found');
      // Nobody acts as an administrator in another's name.
      const actor: Actor = { id: person, tenant, timeZone, roles: own ? session.roles : [] };
      const numbered = mutations.map((mutation, index) => ({ ...mutation, seq: index + 1 }));
      const { outcomes, written } = await applyRetried(
        db,
        {
          // A device of its own: its numbers do not mix with those of the device the file comes from.
          ...{ device: randomUUID(), app: IMPORT_APP, mutations: numbered, settled: 0, left: null, clock: null },
          ...(!own && { importedBy: session.employeeId }),
        },
        {
          ...{ domain, actor, now },
          // The same bound that the device itself would have met.
          signedInAt: origin.lastContact ?? now,
          visibleOn: async (tx, date) => new Set(await visibleScopes(tx, actor, date)),
          failed: (error) => request.log.error(error),
        },
      );
      pokes.moved(tenant, written);
      return { name: origin.name, outcomes };
    },
  );
}

/** Null where the agency has no such person. `lastContact` is null where the person has no such device. */
async function originOf(
  db: Db,
  { tenant, person, device }: { tenant: string; person: string; device: string },
): Promise<{ name: string; lastContact: Date | null } | undefined> {
  const { rows } = await sql<{ name: string; lastContact: Date | null }>`
    select e.name, d.last_contact from account a
    join employee e on e.agency_id = a.agency_id and e.id = a.employee_id and not e.deleted
    left join device d on d.agency_id = a.agency_id and d.employee_id = a.employee_id and d.id = ${device}
    where a.agency_id = ${tenant} and a.employee_id = ${person}`.execute(db);
  return rows[0];
}
