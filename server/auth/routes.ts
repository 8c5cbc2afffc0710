// Signing in and out, and who is signed in.

import type {} from '@fastify/cookie';
import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { checkNip } from '#shared/rules/nip.ts';
import { fault } from '../problem.ts';
import { type App, type Services, schema } from '../routes.ts';
import { type Entry, findSession, SESSION_COOKIE, signIn, signOut } from './sessions.ts';

const Credentials = v.strictObject({
  nip: v.pipe(v.string(), v.maxLength(40)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});

const SessionBody = v.object({
  employeeId: v.string(),
  agencyId: v.string(),
  agencyName: v.string(),
  timeZone: v.string(),
  name: v.string(),
  nip: v.string(),
  roles: v.array(v.picklist(['admin'])),
  expiresAt: v.string(),
});

export function authRoutes(app: App, { db, clock, config }: Services): void {
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: config.publicOrigin?.startsWith('https:') ?? false,
  } as const;

  app.post(
    '/api/session',
    {
      schema: schema('Sign in with NIP and password', { body: Credentials, answer: SessionBody }),
      // An office shares one address, so the guesses are counted for each NIP.
      config: { rateLimit: { max: 10, timeWindow: '1 minute', hook: 'preHandler', keyGenerator: guessKey } },
    },
    async (request, reply) => {
      const { nip, password } = request.body as v.InferOutput<typeof Credentials>;
      const checked = checkNip(nip);
      if (!checked.ok) throw fault('wrong-credentials');
      const { token, expiresAt } = await signIn(db, { nip: checked.nip, password }, clock());
      reply.setCookie(SESSION_COOKIE, token, { ...cookie, expires: expiresAt });
      return findSession(db, token, clock());
    },
  );

  app.get('/api/session', { schema: schema('Who is signed in', { answer: SessionBody }) }, (request) =>
    sessionOf(request, { db, clock }),
  );

  app.delete('/api/session', { schema: schema('Sign out', {}) }, async (request, reply: FastifyReply) => {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await signOut(db, token);
    reply.clearCookie(SESSION_COOKIE, cookie).code(204);
  });
}

const guessKey = (request: FastifyRequest) =>
  `${request.ip} ${(request.body as v.InferOutput<typeof Credentials> | null)?.nip ?? ''}`;

/** The session of a request, or a `signed-out` fault. */
export function sessionOf(request: FastifyRequest, { db, clock }: Pick<Services, 'db' | 'clock'>): Promise<Entry> {
  return findSession(db, request.cookies[SESSION_COOKIE], clock());
}
