// An own password, changed by who knows the old one. Everybody who is in by the old one is out: whoever had it has it no more.

import type * as v from 'valibot';
import type { Admission } from '#server/http/admission.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { PasswordChange } from '#shared/people/api.ts';
import { passwordProblem } from '#shared/people/rules/password.ts';
import { countAttempt, uncountAttempt } from './guesses.ts';
import { networkOf } from './network.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { sessionOf } from './routes.ts';
import { BROWSER_COOKIE, type Entry, hashOf } from './sessions.ts';

export function passwordRoutes(app: App, services: Services, hashing: Admission): void {
  const { db, clock, pokes } = services;

  app.post(
    '/api/password',
    {
      schema: schema('Change the own password; all other sessions of the person end', { body: PasswordChange }),
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { current, next } = request.body as v.InferOutput<typeof PasswordChange>;
      const session = await sessionOf(request, services);
      const weak = passwordProblem(next, session.nip);
      if (weak) throw fault('malformed', { detail: `next: ${weak}` });
      const changed = await hashing.run(async () => {
        const attempt = { nip: session.nip, network: networkOf(request.ip), browser: null };
        await countAttempt(db, attempt, clock());
        const known = await hashIn(session);
        if (!(await verifyPassword(current, known))) return null;
        await uncountAttempt(db, attempt);
        return { known, hash: await hashPassword(next) };
      });
      if (!changed) throw fault('wrong-credentials');
      const browser = hashOf(request.cookies[BROWSER_COOKIE] ?? '');
      const ended = await replace(session, changed, browser);
      for (const tokenHash of ended) void pokes.sessionEnded(session.agencyId, tokenHash.toString('hex'));
      reply.code(204);
    },
  );

  async function hashIn({ agencyId, employeeId }: Entry): Promise<string> {
    const account = await db
      .selectFrom('account')
      .select('passwordHash')
      .where('agencyId', '=', agencyId)
      .where('employeeId', '=', employeeId)
      .executeTakeFirst();
    if (!account) throw fault('signed-out');
    return account.passwordHash;
  }

  /** Of two changes at once one is made. Answers the sessions that ended by it. */
  function replace(
    { agencyId, employeeId, tokenHash }: Entry,
    { known, hash }: { known: string; hash: string },
    browser: Buffer,
  ): Promise<Buffer[]> {
    return db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('account')
        .set({ passwordHash: hash })
        .where('agencyId', '=', agencyId)
        .where('employeeId', '=', employeeId)
        .where('passwordHash', '=', known)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw fault('wrong-credentials');
      await tx
        .deleteFrom('knownBrowser')
        .where('agencyId', '=', agencyId)
        .where('employeeId', '=', employeeId)
        .where('tokenHash', '!=', browser)
        .execute();
      const ended = await tx
        .deleteFrom('session')
        .where('agencyId', '=', agencyId)
        .where('employeeId', '=', employeeId)
        .where('tokenHash', '!=', tokenHash)
        .returning('tokenHash')
        .execute();
      return ended.map((session) => session.tokenHash);
    });
  }
}
