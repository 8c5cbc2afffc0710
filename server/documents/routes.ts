// GET /api/documents/:code: what a document with that code must say. Open to everybody who holds the paper; the code is
// 80 random bits, so nobody finds one by trying. Should
// somebody register it again for a document of their own, it goes on meaning the first.

import { sql } from 'kysely';
import * as v from 'valibot';
import { VerifiedDocument } from '#shared/protocol.ts';
import { fault } from '../problem.ts';
import { type App, type Services, schema } from '../routes.ts';
import { isoInstant } from '../sync/rows.ts';

const Params = v.object({ code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{16}$/)) });

export function documentRoutes(app: App, { db }: Services): void {
  app.get<{ Params: v.InferOutput<typeof Params> }>(
    '/api/documents/:code',
    {
      schema: schema('What the document with a code must say', { params: Params, answer: VerifiedDocument }),
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async ({ params }): Promise<VerifiedDocument> => {
      const { rows } = await sql<VerifiedDocument>`
        select g.name as agency, d.kind, d.facts, d.sha256, ${isoInstant(sql.ref('d.at'))} as at
        from document d join agency g on g.id = d.agency_id
        where d.code = ${params.code} and not d.deleted
        order by d.registered_at limit 1`.execute(db);
      const [found] = rows;
      if (!found) throw fault('not-found');
      return found;
    },
  );
}
