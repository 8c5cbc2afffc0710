// Evidence files by their SHA-256: uploaded by whoever made the entry, read by whoever may see its scope.

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { LIMITS } from '#shared/protocol.ts';
import { plainDate } from '#shared/sync/mutation.ts';
import { sessionOf } from '../auth/routes.ts';
import { visibleScopes } from '../people/visibility.ts';
import { fault } from '../problem.ts';
import { type App, type Services, schema } from '../routes.ts';
import { actorOf, refuseDuringMaintenance } from '../sync/routes.ts';

const Params = v.strictObject({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });
type Params = v.InferOutput<typeof Params>;

/** The kinds taken, by what their first bytes say; the name and the claimed type count for nothing. */
const KINDS: { type: string; starts: (bytes: Buffer) => boolean }[] = [
  { type: 'image/jpeg', starts: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { type: 'image/png', starts: (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) },
  {
    type: 'image/webp',
    starts: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
  { type: 'application/pdf', starts: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-' },
];

export function fileRoutes(app: App, services: Services): void {
  const { db, clock, fileDir } = services;
  const pathOf = (agencyId: string, sha256: string) => join(fileDir, agencyId, sha256.slice(0, 2), sha256);

  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: LIMITS.file },
    (_r, body, done) => done(null, body),
  );

  app.put(
    '/api/files/:sha256',
    { schema: schema('Upload an evidence file; twice is harmless', { params: Params }), bodyLimit: LIMITS.file },
    async (request, reply) => {
      const session = await sessionOf(request, services);
      refuseDuringMaintenance(session);
      const { sha256 } = request.params as Params;
      const bytes = request.body;
      if (!Buffer.isBuffer(bytes) || createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw fault('malformed', { detail: 'the content does not have this hash' });
      }
      const kind = KINDS.find(({ starts }) => starts(bytes));
      if (!kind) throw fault('malformed', { detail: 'only JPEG, PNG, WebP and PDF are taken' });
      const { agencyId, employeeId } = session;
      const path = pathOf(agencyId, sha256);
      await mkdir(join(path, '..'), { recursive: true });
      const part = `${path}.${randomUUID()}`;
      await writeFile(part, bytes, { flush: true });
      await rename(part, path);
      await db
        .insertInto('file')
        .values({ agencyId, sha256, type: kind.type, size: bytes.length, uploadedBy: employeeId, createdAt: clock() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      reply.code(204);
    },
  );

  app.get(
    '/api/files/:sha256',
    { schema: { summary: 'Read an evidence file', params: schema('', { params: Params }).params } },
    async (request, reply) => {
      const session = await sessionOf(request, services);
      const { sha256 } = request.params as Params;
      const actor = actorOf(session);
      const scopes = await visibleScopes(db, actor, plainDate(clock().toISOString(), actor.timeZone));
      const { rows } = await sql<{ type: string }>`
        select f.type from file f
        where f.agency_id = ${actor.tenant} and f.sha256 = ${sha256} and exists (
          select from evidence e where e.agency_id = f.agency_id and e.sha256 = f.sha256
            and e.scope_id = any(${scopes}::text[]) and not e.deleted)`.execute(db);
      const path = pathOf(actor.tenant, sha256);
      const found = rows[0] && (await stat(path).catch(() => null));
      if (!rows[0] || !found) throw fault('not-found');
      return reply
        .header('content-type', rows[0].type)
        .header('content-length', found.size)
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(createReadStream(path));
    },
  );
}
