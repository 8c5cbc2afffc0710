// POST /api/sync: the pending batch goes up, outcomes and changes come down. GET /api/events: pokes.

import * as v from 'valibot';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { perPerson } from '#server/auth/recognised.ts';
import { sessionKeyOf, sessionOf } from '#server/auth/routes.ts';
import type { Admission } from '#server/http/admission.ts';
import { fault } from '#server/http/problem.ts';
import { schema, shownOnly } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { visibleScopes } from '#server/subjects/people/visibility.ts';
import { answerSync } from '#server/sync/answer.ts';
import { contactOf } from '#server/sync/contact.ts';
import { domain } from '#shared/domain.ts';
import type { Poke } from '#shared/sync/pokes.ts';
import { PROTOCOL, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { EventStreams, type OpenStream, SWEEP_MS } from './event-streams.ts';

const HEARTBEAT_MS = 25_000;
const RECONNECT_MS = 5_000;

export function syncRoutes(app: App, services: Services, admission: Admission): void {
  const { db, pokes, clock, random } = services;

  app.post(
    '/api/sync',
    {
      // The envelope is checked here and not by Fastify: an old app must hear 426, not 400.
      schema: schema('Push a batch of mutations and pull what changed', {}),
      config: {
        rateLimit: perPerson(600),
        ...shownOnly({ body: SyncRequest, answer: SyncResponse }),
      },
    },
    async (request): Promise<SyncResponse> => {
      const envelope = request.body;
      if (typeof envelope === 'object' && envelope && 'protocol' in envelope && envelope.protocol !== PROTOCOL) {
        throw fault('outdated');
      }
      const parsed = v.safeParse(SyncRequest, envelope);
      if (!parsed.success) throw fault('malformed', { detail: v.summarize(parsed.issues).slice(0, 500) });
      const sent = parsed.output;
      return admission.run(async () => {
        const session = await sessionOf(request, services);
        refuseDuringMaintenance(session);
        if (sent.actor !== session.employeeId) throw fault('other-person');
        const actor = actorOf(session);
        return answerSync({
          ...{ db, domain, actor, session: contactOf(session), history: session.history, now: clock(), request: sent },
          scopesOf: (from, date) => visibleScopes(from, actor, date),
          failed: (error) => request.log.error(error),
          committed: (written) => pokes.moved(actor.tenant, written),
        });
      });
    },
  );

  const streams = new EventStreams();
  const sweeping = setInterval(() => void streams.sweep(db, clock()).catch(() => undefined), SWEEP_MS).unref();
  app.addHook('onClose', async () => clearInterval(sweeping));

  app.get(
    '/api/events',
    { schema: schema('Server-sent pokes: ask again, something moved', {}), config: { rateLimit: perPerson(60) } },
    async (request, reply) => {
      const session = await sessionOf(request, services);
      // Whoever went away meanwhile closes nothing any more that could give a place back.
      if (reply.raw.destroyed) return reply.hijack();
      const actor = actorOf(session);
      const place: OpenStream = {
        ...{ session: sessionKeyOf(request), person: `${actor.tenant} ${actor.id}` },
        close: () => undefined,
      };
      const leave = streams.take(place);
      // Also where the other side goes away while this one still waits for the database.
      reply.raw.once('close', leave);
      const today = plainDate(clock().toISOString(), actor.timeZone);
      const scopes = await visibleScopes(db, actor, today).catch((error) => {
        leave();
        throw error;
      });
      reply.hijack();
      const stream = reply.raw;
      if (stream.destroyed) return;
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      // After a restart of the server its listeners come back at different times.
      stream.write(`retry: ${Math.round(RECONNECT_MS * (0.5 + random()))}\n\n`);
      const say = (what: Poke, spread: number) => stream.write(`event: ${what}\ndata: ${spread}\n\n`);
      const close = () => stream.end();
      place.close = close;
      const stop = pokes.listen({
        ...{ tenant: actor.tenant, scopes: new Set(scopes), session: place.session },
        ...{ poke: say, close },
      });
      const heartbeat = setInterval(() => stream.write(':\n\n'), HEARTBEAT_MS);
      stream.on('close', () => {
        clearInterval(heartbeat);
        stop();
      });
    },
  );
}
