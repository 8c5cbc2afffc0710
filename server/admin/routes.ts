// What an administrator (BKPSDM) does: see how the devices sync; put the server into maintenance until a time, with a
// message, and end it.

import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { type Session, SyncHealth } from '#shared/protocol.ts';
import * as value from '#shared/sync/values.ts';
import { sessionOf } from '../auth/routes.ts';
import { isAdmin } from '../auth/sessions.ts';
import { enter, type LedgerCall } from '../outages/ledger.ts';
import { fault } from '../problem.ts';
import { type App, type Services, schema } from '../routes.ts';
import { syncHealth } from './sync-health.ts';

const Maintenance = v.strictObject({
  until: value.instant,
  message: v.pipe(value.text(300), v.minLength(1)),
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

  /** What is on ends, what is announced begins, and the ledger says so: all of it or nothing. */
  const change = async (session: Session, call: LedgerCall, announced: v.InferOutput<typeof Maintenance> | null) => {
    const { agencyId, employeeId, timeZone } = session;
    const now = clock();
    await db.transaction().execute(async (tx) => {
      await tx
        .updateTable('maintenance')
        .set({ endedAt: now })
        .where('agencyId', '=', agencyId)
        .where('endedAt', 'is', null)
        .execute();
      if (announced) {
        const { until, message } = announced;
        await tx
          .insertInto('maintenance')
          .values({ agencyId, startsAt: now, until: new Date(until), message, endedAt: null, createdBy: employeeId })
          .execute();
      }
      await enter(tx, { agency: { id: agencyId, timeZone }, by: employeeId, call, now });
    });
    await pokes.maintenanceMoved(agencyId);
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
      const session = await admin(request);
      const parsed = v.safeParse(Maintenance, request.body);
      if (!parsed.success) throw fault('malformed', { detail: v.summarize(parsed.issues).slice(0, 500) });
      const { until, message } = parsed.output;
      if (!(new Date(until) > clock())) throw fault('malformed', { detail: 'until must be in the future' });
      const args = { id: randomUUID(), endsAt: until, reason: message };
      await change(session, { name: 'maintenance.begin', args }, parsed.output);
      return { maintenance: { until, message } };
    },
  );

  app.delete(
    '/api/admin/maintenance',
    { schema: schema('End the maintenance now', { answer: MaintenanceState }) },
    async (request) => {
      const args = { endsAt: clock().toISOString() };
      await change(await admin(request), { name: 'maintenance.end', args }, null);
      return { maintenance: null };
    },
  );
}
