// Accounts: who has one, codes that open one, and where a person is signed in.

import { sql } from 'kysely';
import type * as v from 'valibot';
import { isoInstant } from '#server/db/rows.ts';
import type { Admission } from '#server/http/admission.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import {
  Accounts,
  ActivationRequest,
  Codes,
  CodesRequest,
  Sessions,
  SessionsOf,
  SessionToEnd,
} from '#shared/people/accounts.ts';
import { plainCode } from '#shared/people/rules/activation-code.ts';
import { checkNip } from '#shared/people/rules/nip.ts';
import { passwordProblem } from '#shared/people/rules/password.ts';
import { giveCodes, invitationOf, openAccount } from './activation.ts';
import { countAttempt, uncountAttempt } from './guesses.ts';
import { networkOf } from './network.ts';
import { hashPassword } from './passwords.ts';
import { sessionOf } from './routes.ts';
import { type Entry, isAdmin, readsOffice } from './sessions.ts';

export function accountRoutes(app: App, services: Services, hashing: Admission): void {
  const { db, clock, pokes } = services;

  const endedAll = (agencyId: string, ended: readonly Buffer[]) => {
    for (const tokenHash of ended) void pokes.sessionEnded(agencyId, tokenHash.toString('hex'));
  };

  app.post(
    '/api/activation',
    {
      schema: schema('Open an account, or give it a new password, by a one-time code', { body: ActivationRequest }),
      // Guesses are counted as at a sign-in; this only bounds what a place may ask for in vain.
      config: { rateLimit: { max: 600, timeWindow: '1 minute', keyGenerator: ({ ip }) => networkOf(ip) } },
    },
    async (request, reply) => {
      const { nip: typed, code: written, password } = request.body as ActivationRequest;
      const [checked, code] = [checkNip(typed), plainCode(written)];
      if (!checked.ok || code === null) throw fault('wrong-credentials');
      const { nip } = checked;
      const weak = passwordProblem(password, nip);
      if (weak) throw fault('malformed', { detail: `password: ${weak}` });
      const attempt = { nip, network: networkOf(request.ip), browser: null };
      const ready = await hashing.run(async () => {
        await countAttempt(db, attempt, clock());
        const invited = await invitationOf(db, { nip, code }, clock());
        return invited && { invited, passwordHash: await hashPassword(password) };
      });
      if (!ready) throw fault('wrong-credentials');
      await uncountAttempt(db, attempt);
      endedAll(
        ready.invited.agencyId,
        await openAccount(db, ready.invited, { nip, code, passwordHash: ready.passwordHash }),
      );
      reply.code(204);
    },
  );

  app.get(
    '/api/accounts',
    { schema: schema('Who has an account, or a code for one', { answer: Accounts }) },
    async (request) => {
      const session = await sessionOf(request, services);
      if (!readsOffice(session)) throw fault('forbidden');
      const { agencyId } = session;
      const now = clock();
      const { rows } = await sql<Accounts['accounts'][number]>`
      select coalesce(a.employee_id, i.employee_id) as employee_id, a.employee_id is not null as active,
        ${isoInstant(sql.ref('i.expires_at'))} as invited_until,
        ${isoInstant(sql`(select max(last_contact) from session s
          where s.agency_id = a.agency_id and s.employee_id = a.employee_id)`)} as last_contact
      from (select * from account where agency_id = ${agencyId}) a
      full join (select * from activation where agency_id = ${agencyId} and expires_at > ${now}) i
        on i.employee_id = a.employee_id`.execute(db);
      return { accounts: rows };
    },
  );

  app.post(
    '/api/accounts/codes',
    {
      schema: schema('Give one-time codes; they are told this once', { body: CodesRequest, answer: Codes }),
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request): Promise<Codes> => {
      const { agencyId, employeeId: by } = admin(await sessionOf(request, services));
      const { employeeIds } = request.body as CodesRequest;
      return giveCodes(db, { agencyId, employeeIds, by }, clock());
    },
  );

  app.get(
    '/api/sessions/:employeeId',
    { schema: schema('Where a person is signed in', { params: SessionsOf, answer: Sessions }) },
    async (request): Promise<Sessions> => {
      const session = await sessionOf(request, services);
      const { employeeId } = request.params as v.InferOutput<typeof SessionsOf>;
      ownOrAdmin(session, employeeId);
      const rows = await db
        .selectFrom('session')
        .select(['tokenHash', 'browser', 'createdAt', 'lastContact'])
        .where('agencyId', '=', session.agencyId)
        .where('employeeId', '=', employeeId)
        .where('expiresAt', '>', clock())
        .orderBy('createdAt', 'desc')
        .execute();
      return {
        sessions: rows.map(({ tokenHash, browser, createdAt, lastContact }) => ({
          ...{ key: tokenHash.toString('hex'), browser, since: createdAt.toISOString() },
          ...{ lastContact: lastContact?.toISOString() ?? null, own: tokenHash.equals(session.tokenHash) },
        })),
      };
    },
  );

  app.delete(
    '/api/sessions/:employeeId/:key',
    { schema: schema('End a session of a person, or all but the one that asks', { params: SessionToEnd }) },
    async (request, reply) => {
      const session = await sessionOf(request, services);
      const { employeeId, key } = request.params as v.InferOutput<typeof SessionToEnd>;
      ownOrAdmin(session, employeeId);
      const theirs = db
        .deleteFrom('session')
        .where('agencyId', '=', session.agencyId)
        .where('employeeId', '=', employeeId);
      const some =
        key === 'others'
          ? theirs.where('tokenHash', '!=', session.tokenHash)
          : theirs.where('tokenHash', '=', Buffer.from(key, 'hex'));
      const ended = await some.returning('tokenHash').execute();
      endedAll(
        session.agencyId,
        ended.map(({ tokenHash }) => tokenHash),
      );
      reply.code(204);
    },
  );
}

function admin(session: Entry): Entry {
  if (!isAdmin(session)) throw fault('forbidden');
  return session;
}

/** Everybody may look after the own sessions; an administrator after anybody's. */
function ownOrAdmin(session: Entry, employeeId: string): void {
  if (session.employeeId !== employeeId && !isAdmin(session)) throw fault('forbidden');
}
