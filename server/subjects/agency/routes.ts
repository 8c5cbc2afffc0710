// What an administrator (BKPSDM) does: see how the devices sync; put the server into maintenance until a time, with a
// message, and end it.

import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { sessionOf } from '#server/auth/routes.ts';
import { isAdmin, readsOffice } from '#server/auth/sessions.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { enter, type LedgerCall } from '#server/subjects/time-rules/ledger.ts';
import { SyncHealth } from '#shared/agency/api.ts';
import type { Session } from '#shared/people/api.ts';
import { Maintenance } from '#shared/time-rules/api.ts';
import { syncHealth } from './sync-health.ts';

const Announced = v.object({ startsAt: v.string(), until: v.string(), message: v.string() });
type Announced = v.InferOutput<typeof Announced>;

const MaintenanceState = v.object({ maintenance: v.nullable(Announced) });

const Health = { answer: SyncHealth };

export function adminRoutes(app: App, services: Services): void {
  const { db, pokes, clock } = services;

  const admin = async (request: FastifyRequest) => {
    const session = await sessionOf(request, services);
    if (!isAdmin(session)) throw fault('forbidden');
    return session;
  };

  const reader = async (request: FastifyRequest) => {
    const session = await sessionOf(request, services);
    if (!readsOffice(session)) throw fault('forbidden');
    return session;
  };

  /** What is on ends, what is announced begins, and the ledger says so: all of it or nothing. */
  const change = async (session: Session, call: LedgerCall, announced: Announced | null) => {
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
        const { startsAt, until, message } = announced;
        await tx
          .insertInto('maintenance')
          .values({
            agencyId,
            startsAt: new Date(startsAt),
            until: new Date(until),
            message,
            endedAt: null,
            createdBy: employeeId,
          })
          .execute();
      }
      await enter(tx, { agency: { id: agencyId, timeZone }, by: employeeId, call, now });
    });
    await pokes.maintenanceMoved(agencyId);
  };

  /** What is on, or is planned to be. */
  const announcedFor = async ({ agencyId }: Session): Promise<Announced | null> => {
    const row = await db
      .selectFrom('maintenance')
      .select(['startsAt', 'until', 'message'])
      .where('agencyId', '=', agencyId)
      .where('endedAt', 'is', null)
      .where('until', '>', clock())
      .orderBy('startsAt')
      .executeTakeFirst();
    return row ? { startsAt: row.startsAt.toISOString(), until: row.until.toISOString(), message: row.message } : null;
  };

  app.get('/api/admin/sync-health', { schema: schema('How the devices of the agency sync', Health) }, async (request) =>
    syncHealth(db, (await reader(request)).agencyId, clock()),
  );

  app.get(
    '/api/admin/maintenance',
    { schema: schema('The maintenance that is on, or planned', { answer: MaintenanceState }) },
    async (request) => ({ maintenance: await announcedFor(await admin(request)) }),
  );

  app.post(
    '/api/admin/maintenance',
    {
      schema: schema('Begin or plan maintenance, in place of what is on or planned', {
        body: Maintenance,
        answer: MaintenanceState,
      }),
    },
    async (request) => {
      const session = await admin(request);
      const parsed = v.safeParse(Maintenance, request.body);
      if (!parsed.success) throw fault('malformed', { detail: v.summarize(parsed.issues).slice(0, 500) });
      const { until, message } = parsed.output;
      const now = clock();
      const asked = new Date(parsed.output.startsAt ?? now);
      const begins = asked > now ? asked : now;
      if (!(new Date(until) > begins)) throw fault('malformed', { detail: 'until must be in the future' });
      const startsAt = begins.toISOString();
      const args = { id: randomUUID(), startsAt, endsAt: until, reason: message };
      await change(session, { name: 'maintenance.begin', args }, { startsAt, until, message });
      return { maintenance: { startsAt, until, message } };
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
