// Explanations of days of attendance, for the office that decides on them. Its acts go through POST /api/office.

import type { FastifyRequest } from 'fastify';
import { Explanations, WaitingExplanations } from '#shared/protocol.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { sessionOf } from '../auth/routes.ts';
import { decidesForOffice } from '../auth/sessions.ts';
import { fault } from '../problem.ts';
import { type App, type Services, schema } from '../routes.ts';
import { actorOf, refuseDuringMaintenance } from '../sync/routes.ts';
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
