// Evidence files by their SHA-256: read by whoever may see an entry that names them.

import { sql } from 'kysely';
import * as v from 'valibot';
import { actorOf } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import { decidesForOffice, type Entry } from '#server/auth/sessions.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { visibleScopes } from '#server/subjects/people/visibility.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { hold, holds, shownIn } from './holders.ts';
import { uploadRoutes } from './uploads.ts';

const Params = v.strictObject({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

export function fileRoutes(app: App, services: Services): void {
  const { db, clock, files } = services;
  uploadRoutes(app, services);

  /** The file, where an entry that the person sees shows it. */
  async function shown(session: Entry, sha256: string) {
    const actor = actorOf(session);
    const scopes = await visibleScopes(db, actor, plainDate(clock().toISOString(), actor.timeZone));
    const { rows } = await sql<{ type: string; size: number; key: string }>`
      select f.type, f.size, f.key from file f
      where f.agency_id = ${actor.tenant} and f.sha256 = ${sha256} and ${shownIn(scopes, decidesForOffice(session))}`.execute(
      db,
    );
    return rows[0];
  }

  // Whether a device need not send a file: the person has sent it before, or has seen it. To anybody else it is not there,
  // so that they send it, and so show that they have it.
  app.head(
    '/api/files/:sha256',
    { schema: { summary: 'Whether a file need not be sent', params: schema('', { params: Params }).params } },
    async (request, reply) => {
      const session = await sessionOf(request, services);
      const { sha256 } = request.params as v.InferOutput<typeof Params>;
      const { rows } = await sql`select from file
        where agency_id = ${session.agencyId} and sha256 = ${sha256}`.execute(db);
      if (rows.length === 0) throw fault('not-found');
      if (!(await holds(db, session, sha256))) {
        if (!(await shown(session, sha256))) throw fault('not-found');
        await hold(db, session, sha256);
      }
      return reply.send();
    },
  );

  app.get(
    '/api/files/:sha256',
    {
      exposeHeadRoute: false,
      schema: { summary: 'Read an evidence file', params: schema('', { params: Params }).params },
    },
    async (request, reply) => {
      const session = await sessionOf(request, services);
      const { sha256 } = request.params as v.InferOutput<typeof Params>;
      const file = await shown(session, sha256);
      if (!file) throw fault('not-found');
      reply
        .header('content-type', file.type)
        .header('content-length', file.size)
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('content-security-policy', "default-src 'none'; sandbox");
      return reply.send(await files.open(file.key).catch(() => Promise.reject(fault('not-found'))));
    },
  );
}
