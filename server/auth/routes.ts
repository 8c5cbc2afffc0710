// Signing in and out, and who is signed in.

import type {} from '@fastify/cookie';
import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { Admission } from '#server/http/admission.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { noteKey } from '#server/sync/contact.ts';
import type { Session } from '#shared/people/api.ts';
import { checkNip } from '#shared/people/rules/nip.ts';
import { ROLES } from '#shared/people/rules/roles.ts';
import { PublicKey } from '#shared/sync/protocol.ts';
import { browserName } from './browser-name.ts';
import { networkOf } from './network.ts';
import {
  BROWSER_COOKIE,
  BROWSER_DAYS,
  type Entry,
  findSession,
  hashOf,
  SESSION_COOKIE,
  signIn,
  signOut,
} from './sessions.ts';

/**
 * A hash takes a thread of the pool that also reads files: of four, two stay free. Of those who wait, the last has waited
 * about two seconds.
 */
export const HASHING = { atOnce: 2, waiting: 60 };
const TOKEN_LETTERS = 43;

const Credentials = v.strictObject({
  nip: v.pipe(v.string(), v.maxLength(40)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** The key of the device, heard of from now on (server/sync/contact.ts). */
  key: v.optional(PublicKey),
});

const SessionBody = v.object({
  employeeId: v.string(),
  agencyId: v.string(),
  agencyName: v.string(),
  timeZone: v.string(),
  name: v.string(),
  nip: v.string(),
  roles: v.array(v.picklist(ROLES)),
  expiresAt: v.string(),
});

export function authRoutes(app: App, { db, clock, config, pokes }: Services, hashing: Admission): void {
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
      // Guesses are counted in server/auth/guesses.ts; this only bounds what a place may ask for in vain.
      config: { rateLimit: { max: 600, timeWindow: '1 minute', keyGenerator: ({ ip }) => networkOf(ip) } },
    },
    async (request, reply) => {
      const { nip, password, key } = request.body as v.InferOutput<typeof Credentials>;
      const checked = checkNip(nip);
      if (!checked.ok) throw fault('wrong-credentials');
      const browserCookie = request.cookies[BROWSER_COOKIE];
      const { token, expiresAt, browser } = await signIn(
        db,
        {
          ...{ nip: checked.nip, password, network: networkOf(request.ip) },
          browser: browserCookie?.length === TOKEN_LETTERS ? browserCookie : undefined,
          browserName: browserName(request.headers['user-agent']),
        },
        { now: clock(), hashing },
      );
      reply.setCookie(SESSION_COOKIE, token, { ...cookie, expires: expiresAt });
      reply.setCookie(BROWSER_COOKIE, browser, { ...cookie, maxAge: BROWSER_DAYS * 86_400 });
      const session = await findSession(db, token, clock());
      const { agencyId: tenant, employeeId: employee } = session;
      if (key) await noteKey(db, { tenant, employee, key, now: clock() });
      return shown(session);
    },
  );

  app.get('/api/session', { schema: schema('Who is signed in', { answer: SessionBody }) }, async (request) =>
    shown(await sessionOf(request, { db, clock })),
  );

  app.delete('/api/session', { schema: schema('Sign out', {}) }, async (request, reply: FastifyReply) => {
    const token = request.cookies[SESSION_COOKIE];
    if (token) {
      const session = await findSession(db, token, clock()).catch(() => null);
      await signOut(db, token);
      app.recognised.forget(token);
      if (session) void pokes.sessionEnded(session.agencyId, sessionKey(token));
    }
    reply.clearCookie(SESSION_COOKIE, cookie).code(204);
  });
}

/** What the person may know of their session: not what it is found by, nor the key of the agency's seals. */
const shown = ({ employeeId, agencyId, agencyName, timeZone, name, nip, roles, expiresAt }: Entry): Session => ({
  ...{ employeeId, agencyId, agencyName, timeZone, name, nip, roles, expiresAt },
});

/** The session of a request, or a `signed-out` fault. */
export async function sessionOf(
  request: FastifyRequest,
  { db, clock }: Pick<Services, 'db' | 'clock'>,
): Promise<Entry> {
  const token = request.cookies[SESSION_COOKIE];
  const session = await findSession(db, token, clock());
  if (token) request.server.recognised.note(token, `${session.agencyId} ${session.employeeId}`);
  return session;
}

/** Names the session of a request without giving it away. */
export const sessionKeyOf = (request: FastifyRequest) => sessionKey(request.cookies[SESSION_COOKIE] ?? '');

const sessionKey = (token: string) => hashOf(token).toString('hex');
