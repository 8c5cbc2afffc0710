// The set-up of an empty database, for who holds the link that the server printed.

import * as v from 'valibot';
import { networkOf } from '#server/auth/network.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { SetUpLink, SetUpRequest } from '#shared/agency/set-up.ts';
import { passwordProblem } from '#shared/people/rules/password.ts';
import { setUpAgency } from './set-up.ts';
import { isOffered } from './set-up-link.ts';

export function setUpRoutes(app: App, { db, clock }: Services): void {
  const config = {
    rateLimit: { max: 30, timeWindow: '1 minute', keyGenerator: ({ ip }: { ip: string }) => networkOf(ip) },
  };

  app.post(
    '/api/set-up/link',
    { schema: schema('Whether a one-time link still opens the set-up', { body: SetUpLink }), config },
    async (request, reply) => {
      const { token } = request.body as SetUpLink;
      if (!(await isOffered(db, token, clock()))) throw fault('not-found');
      reply.code(204);
    },
  );

  app.post(
    '/api/set-up',
    { schema: schema('Open the agency of an empty database by its one-time link', { body: SetUpRequest }), config },
    async (request, reply) => {
      const parsed = v.safeParse(SetUpRequest, request.body);
      if (!parsed.success) throw fault('malformed', { detail: v.summarize(parsed.issues).slice(0, 500) });
      const { token, agency, administrator } = parsed.output;
      const now = clock();
      // Before a password is hashed: what costs is only for who holds a link.
      if (!(await isOffered(db, token, now))) throw fault('not-found');
      const weak = passwordProblem(administrator.password, administrator.nip);
      if (weak) throw fault('malformed', { detail: `password: ${weak}` });
      const opened = await setUpAgency(
        db,
        { agency, administrator },
        { now, failed: (error) => request.log.error(error), allowed: (tx) => isOffered(tx, token, now) },
      );
      if (opened === null) throw fault('not-found');
      reply.code(204);
    },
  );
}
