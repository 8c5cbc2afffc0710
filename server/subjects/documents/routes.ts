// Whether a paper is genuine, for everybody and without an account. Whoever knows the code, 80 random bits, is told that it
// is, of what kind, and of whom in outline. What the paper says is shown to who holds it: they can type the last digits of
// the NIP that is printed on it. The whole NIP is shown to nobody. Should somebody register a code
// again for a document of their own, it goes on meaning the first.

import { sql } from 'kysely';
import * as v from 'valibot';
import { countAttempt, uncountAttempt } from '#server/auth/guesses.ts';
import { isoInstant } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { DocumentHolder, VerifiedDocument } from '#shared/documents/api.ts';
import { maskedNip, outlineOf } from './outline.ts';

const Params = v.object({ code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{16}$/)) });
type Params = v.InferOutput<typeof Params>;

export function documentRoutes(app: App, { db, clock }: Services): void {
  const rateLimit = { max: 30, timeWindow: '1 minute' };

  async function documentOf(code: string): Promise<Omit<VerifiedDocument, 'whole'>> {
    const { rows } = await sql<Omit<VerifiedDocument, 'whole'>>`
      select g.name as agency, d.kind, d.facts, d.sha256, ${isoInstant(sql.ref('d.at'))} as at
      from document d join agency g on g.id = d.agency_id
      where d.code = ${code} and not d.deleted
      order by d.registered_at limit 1`.execute(db);
    const [found] = rows;
    if (!found) throw fault('not-found');
    return found;
  }

  app.get<{ Params: Params }>(
    '/api/documents/:code',
    {
      schema: schema('Whether a document is genuine', { params: Params, answer: VerifiedDocument }),
      config: { rateLimit },
    },
    async ({ params }): Promise<VerifiedDocument> => {
      const found = await documentOf(params.code);
      return { ...found, facts: outlineOf(found.facts), whole: false };
    },
  );

  app.post<{ Params: Params; Body: DocumentHolder }>(
    '/api/documents/:code',
    {
      schema: schema('What a document must say, for who can read the NIP on it', {
        ...{ params: Params, body: DocumentHolder, answer: VerifiedDocument },
      }),
      config: { rateLimit },
    },
    async ({ params, body }): Promise<VerifiedDocument> => {
      const found = await documentOf(params.code);
      const attempt = { document: params.code };
      await countAttempt(db, attempt, clock());
      const { nip } = found.facts;
      if (typeof nip !== 'string' || !nip.endsWith(body.digits)) throw fault('forbidden', { detail: 'other digits' });
      await uncountAttempt(db, attempt);
      return { ...found, facts: { ...found.facts, nip: maskedNip(nip) }, whole: true };
    },
  );
}
