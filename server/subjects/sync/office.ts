// POST /api/office: acts for the agency by who holds a role, such as recording attendance or approving the payroll. They
// reach scopes that nobody's device holds, so they are done here, by the same mutations, log and record as any other.
// Whom a month has to pay is not for the one who asks to say: drawing up has a route of its own (server/subjects/allowance).

import { sql } from 'kysely';
import * as v from 'valibot';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import type { Entry } from '#server/auth/sessions.ts';
import { fault } from '#server/http/problem.ts';
import { schema, shownOnly } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { openScopes } from '#server/subjects/people/scopes.ts';
import { applyRetried } from '#server/sync/answer.ts';
import { otherWay } from '#server/sync/batch.ts';
import { OFFICE_APP, OfficeRequest, OfficeResponse } from '#shared/acts/api.ts';
import { domain } from '#shared/domain.ts';
import type { Actor, Failed, QueuedMutation } from '#shared/sync/mutation.ts';
import { LIMITS, type Outcome } from '#shared/sync/protocol.ts';

export function officeRoutes(app: App, services: Services): void {
  app.post(
    '/api/office',
    {
      bodyLimit: LIMITS.officeBody,
      schema: schema('Act for the agency: attendance and allowances', {}),
      config: {
        rateLimit: { max: 120, timeWindow: '1 minute' },
        ...shownOnly({ body: OfficeRequest, answer: OfficeResponse }),
      },
    },
    async (request): Promise<OfficeResponse> => {
      const parsed = v.safeParse(OfficeRequest, request.body);
      if (!parsed.success) throw fault('malformed', { detail: v.summarize(parsed.issues).slice(0, 500) });
      const session = await sessionOf(request, services);
      refuseDuringMaintenance(session);
      const { mutations } = parsed.output;
      const open = (name: string) => name !== 'payroll.draw' && domain.mutations[name]?.office;
      if (!mutations.every(({ name }) => open(name))) throw fault('forbidden');
      return actInOffice(services, session, mutations, (error) => request.log.error(error));
    },
  );
}

/** What acts that come without a device need of the server. */
export type ActingServices = Pick<Services, 'db' | 'clock'> & { pokes: Pick<Services['pokes'], 'moved'> };

/** Applies acts for the agency now; what their ids name already is answered from the record. */
export async function actInOffice(
  { db, clock, pokes }: ActingServices,
  session: Entry,
  mutations: readonly QueuedMutation[],
  failed: Failed,
): Promise<OfficeResponse> {
  const now = clock();
  const actor = actorOf(session);
  // Who never signed in may have no scope yet, and an allowance all the same.
  await openScopes(db, actor.tenant);
  const { outcomes, written } = await applyRetried(
    db,
    otherWay(
      OFFICE_APP,
      mutations.map((mutation) => ({ ...mutation, at: now.toISOString() })),
    ),
    {
      ...{ domain, actor, now, failed, office: true },
      ...{ comes: { by: 'other-way', floor: now }, visibleOn: async () => new Set<string>() },
    },
  );
  // Whoever came by it is written to before they ever sign in.
  if (mutations.some(({ name }) => name === 'personnel.take')) await openScopes(db, actor.tenant);
  void pokes.moved(actor.tenant, written);
  return { outcomes };
}

/** What became of an act that was done before; null where the actor has done none of that id and name. */
export async function outcomeOf(
  db: Services['db'],
  actor: Actor,
  { id, name }: { id: string; name: string },
): Promise<Outcome | null> {
  const { rows } = await sql<{ outcome: Outcome }>`
    select outcome from mutation_log where agency_id = ${actor.tenant} and id = ${id}
      and employee_id = ${actor.id} and name = ${name}`.execute(db);
  return rows[0]?.outcome ?? null;
}
