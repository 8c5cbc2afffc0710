// Evidence files by their SHA-256: read by whoever may see an entry that names them.

import { sql } from 'kysely';
import * as v from 'valibot';
import { plainDate } from '#shared/sync/plain-date.ts';
import { sessionOf } from '../auth/routes.ts';
import { visibleScopes } from '../people/visibility.ts';
import { fault } from '../problem.ts';
import { type App, type Services, schema } from '../routes.ts';
import { actorOf } from '../sync/routes.ts';
import { uploadRoutes } from './uploads.ts';

const Params = v.strictObject({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

export function fileRoutes(app: App, services: Services): void {
  const { db, clock, files } = services;
  uploadRoutes(app, services);

  // Only whether these bytes are here, for whoever holds their hash: a device need not send what the agency has.
  app.head(
    '/api/files/:sha256',
    { schema: { summary: 'Whether a file is here', params: schema('', { params: Params }).params } },
    async (request, reply) => {
      const { agencyId } = await sessionOf(request, services);
      const { sha256 } = request.params as v.InferOutput<typeof Params>;
      const file = await db
        .selectFrom('file')
        .select('size')
        .where('agencyId', '=', agencyId)
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      if (!file) throw fault('not-found');
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
      const actor = actorOf(session);
      const scopes = await visibleScopes(db, actor, plainDate(clock().toISOString(), actor.timeZone));
      const { rows } = await sql<{ type: string; size: number; key: string }>`
        select f.type, f.size, f.key from file f
        where f.agency_id = ${actor.tenant} and f.sha256 = ${sha256} and exists (
          select from evidence e where e.agency_id = f.agency_id and (e.sha256 = f.sha256 or e.thumbnail = f.sha256)
            and e.scope_id = any(${scopes}::text[]) and not e.deleted)`.execute(db);
      const [file] = rows;
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
