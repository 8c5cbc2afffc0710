// What an administrator (BKPSDM) does: see how the devices sync; put the server into maintenance until a time, with a
// message, and end it.

import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { SyncHealth } from '#shared/protocol.ts';
import { sessionOf } from '../auth/routes.ts';
import { isAdmin } from '../auth/sessions.ts';
import { endOutages, recordOutage } from '../outages/ledger.ts';
import { fault } from '../problem.ts';
import { type App, type Services, schema } from '../routes.ts';
import { syncHealth } from './sync-health.ts';

const Maintenance = v.strictObject({
  until: v.pipe(v.string(), v.isoTimestamp()),
  message: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
});

const MaintenanceState = v.object({ maintenance: v.nullable(v.object({ until: v.string(), message: v.string() })) });

const Health = { answer: SyncHealth };

export function adminRoutes(app: App, services: Services): void {
  const { db, pokes, clock } = services;

  const admin = async (request: FastifyRequest) => {
    const session = await sessionOf(request, services);
    if (!isAdmin(session)) throw fault('forbidden');
    return session;
  };

  const end = async (agencyId: string, now: Date) => {
    await db
      .updateTable('maintenance')
      .set({ endedAt: now })
      .where('agencyId', '=', agencyId)
      .where('endedAt', 'is', null)
      .execute();
    await endOutages(db, agencyId, 'maintenance', now);
  };

  app.get('/api/admin/sync-health', { schema: schema('How the devices of the agency sync', Health) }, async (request) =>
    syncHealth(db, (await admin(request)).agencyId, clock()),
  );

  app.get(
    '/api/admin/maintenance',
    { schema: schema('The maintenance that is on', { answer: MaintenanceState }) },
    async (request) => ({ maintenance: (await admin(request)).maintenance }),
  );

  app.post(
    '/api/admin/maintenance',
    {
      schema: schema('Begin maintenance, or change the one that is on', {
        body: Maintenance,
        answer: MaintenanceState,
      }),
    },
    async (request) => {
      const { agencyId, employeeId } = await admin(request);
      const { until, message } = request.body as v.InferOutput<typeof Maintenance>;
      const now = clock();
      if (!(new Date(until) > now)) throw fault('malformed', { detail: 'until must be in the future' });
      await end(agencyId, now);
      await db
        .insertInto('maintenance')
        .values({ agencyId, startsAt: now, until: new Date(until), message, endedAt: null, createdBy: employeeId })
        .execute();
      const span = { startsAt: now.toISOString(), endsAt: new Date(until).toISOString() };
      await recordOutage(db, agencyId, {
        ...{ id: `maintenance-${now.getTime()}`, kind: 'maintenance', ...span, reason: message, by: employeeId },
      });
      await pokes.maintenanceMoved(agencyId);
      return { maintenance: { until: new Date(until).toISOString(), message } };
    },
  );

  app.delete(
    '/api/admin/maintenance',
    { schema: schema('End the maintenance now', { answer: MaintenanceState }) },
    async (request) => {
      const { agencyId } = await admin(request);
      await end(agencyId, clock());
      await pokes.maintenanceMoved(agencyId);
      return { maintenance: null };
    },
  );
}
