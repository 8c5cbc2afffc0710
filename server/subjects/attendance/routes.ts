// Explanations of days of attendance, for the office that decides on them. Its acts go through POST /api/office.

import type { FastifyRequest } from 'fastify';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import { decidesForOffice } from '#server/auth/sessions.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { Explanations, WaitingExplanations } from '#shared/attendance/api.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { countWaiting, explanationsOf } from './explanations.ts';

export function explanationRoutes(app: App, services: Services): void {
  async function enter(request: FastifyRequest): Promise<Actor> {
    const session = await sessionOf(request, services);
    refuseDuringMaintenance(session);
    if (!decidesForOffice(session)) throw fault('forbidden');
    return actorOf(session);
  }

  app.get(
    '/api/explanations',
    {
      schema: schema('Explanations that a superior agreed to, with the day and the evidence', { answer: Explanations }),
    },
    async (request): Promise<Explanations> => explanationsOf(services.db, await enter(request)),
  );

  app.get(
    '/api/explanations/waiting',
    { schema: schema('How many explanations wait for the office', { answer: WaitingExplanations }) },
    async (request): Promise<WaitingExplanations> => ({ count: await countWaiting(services.db, await enter(request)) }),
  );
}
