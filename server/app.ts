// The HTTP server: plugins, routes, errors. It owns no socket and no database; main.ts and the tests give it both.

import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify from 'fastify';
import { ANSWER_MARK } from '#shared/sync/our-answer.ts';
import { LIMITS } from '#shared/sync/protocol.ts';
import { accountRoutes } from './auth/account-routes.ts';
import { passwordRoutes } from './auth/password-routes.ts';
import { Recognised } from './auth/recognised.ts';
import { authRoutes, HASHING } from './auth/routes.ts';
import type { Config } from './config.ts';
import { fileRoutes } from './files/routes.ts';
import { Admission, LONGEST_WAIT } from './http/admission.ts';
import { healthRoutes } from './http/health.ts';
import { fault, toFault } from './http/problem.ts';
import { endSlowRequests } from './http/slow-requests.ts';
import type { App, Services } from './services.ts';
import { adminRoutes } from './subjects/agency/routes.ts';
import { setUpRoutes } from './subjects/agency/set-up-routes.ts';
import { netPayRoutes } from './subjects/allowance/net-pay.ts';
import { registerRoutes } from './subjects/allowance/register.ts';
import { payrollRoutes } from './subjects/allowance/routes.ts';
import { explanationRoutes } from './subjects/attendance/routes.ts';
import { watchRoutes } from './subjects/deadlines/routes.ts';
import { documentRoutes } from './subjects/documents/routes.ts';
import { helpingRoutes } from './subjects/helping/routes.ts';
import { leaveRoutes } from './subjects/leave/routes.ts';
import { officeRoutes } from './subjects/sync/office.ts';
import { syncRoutes } from './subjects/sync/routes.ts';
import { statusRoutes } from './subjects/time-rules/routes.ts';
import { shiftRoutes } from './subjects/time-rules/shifts.ts';
import { importRoutes } from './subjects/unsent-files/routes.ts';

const DOCS = '/api/docs';

export async function createApp(services: Services): Promise<App> {
  const { config } = services;
  const app = Fastify({
    bodyLimit: LIMITS.body,
    forceCloseConnections: true,
    // A strange key in one mutation must not refuse the whole batch: it is data here, and its own schema refuses it.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    // What is sent is taken as it is or refused; nothing is bent into shape.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    trustProxy: trusted(config.trustedProxy),
    http: { headersTimeout: config.requestTimeout, connectionsCheckingInterval: config.requestTimeout / 4 },
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, redact: ['req.headers.cookie'] },
  });

  app.setErrorHandler((error, request, reply) => {
    const { problem, retryAfter } = toFault(error);
    if (problem.status >= 500 && problem.code === 'internal') request.log.error(error);
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'blob:', 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: config.publicOrigin?.startsWith('https:') ?? false,
  });
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  app.decorate('recognised', new Recognised());
  await app.register(rateLimit, {
    global: false,
    keyGenerator: (request) => app.recognised.keyOf(request),
  });
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Kerjaku',
        version: '1',
        description:
          'Every error is application/problem+json with a stable code. The wire of /api/sync: shared/sync/problem.ts.',
      },
    },
  });
  await app.register(swaggerUi, { routePrefix: DOCS, staticCSP: true });

  endSlowRequests(app, config.requestTimeout);
  // Of every request, whatever its address looks like: a rule that is keyed on how an address is written is passed by
  // writing it otherwise. What may be kept says so itself.
  app.addHook('onRequest', async (request, reply) => {
    // No office or provider proxy may keep or change an answer (docs/reliability.md, traps 13 and 14).
    reply.header('cache-control', 'no-store, no-transform');
    reply.header(ANSWER_MARK, '1');
    refuseForeignOrigin(request.headers, config.publicOrigin, request.method);
  });

  const admission = new Admission({ longestWait: Math.min(config.databaseTimeout, LONGEST_WAIT) });
  const hashing = new Admission(HASHING);
  authRoutes(app, services, hashing);
  passwordRoutes(app, services, hashing);
  accountRoutes(app, services, hashing);
  syncRoutes(app, services, admission);
  healthRoutes(app, services, admission);
  fileRoutes(app, services);
  documentRoutes(app, services);
  statusRoutes(app, services);
  adminRoutes(app, services);
  setUpRoutes(app, services);
  importRoutes(app, services);
  officeRoutes(app, services);
  payrollRoutes(app, services);
  registerRoutes(app, services);
  netPayRoutes(app, services);
  leaveRoutes(app, services);
  helpingRoutes(app, services);
  shiftRoutes(app, services);
  explanationRoutes(app, services);
  watchRoutes(app, services);

  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());

  if (config.clientDir) await serveClient(app, config.clientDir);
  else app.setNotFoundHandler(() => Promise.reject(fault('not-found')));
  return app;
}

/** Of so many proxies the ones nearest to us are believed; of a named one, its address. */
const trusted = (proxy: Config['trustedProxy']) =>
  typeof proxy === 'number' ? (_address: string, hop: number) => hop < proxy : (proxy ?? false);

/** A form on another site cannot act for the person: besides SameSite, the origin must be ours. */
function refuseForeignOrigin(
  headers: { origin?: string; host?: string },
  publicOrigin: string | null,
  method: string,
): void {
  if (method === 'GET' || method === 'HEAD' || !headers.origin) return;
  const ours = publicOrigin ? headers.origin === publicOrigin : URL.parse(headers.origin)?.host === headers.host;
  if (!ours) throw fault('forbidden', { detail: 'foreign origin' });
}

async function serveClient(app: App, clientDir: string): Promise<void> {
  await app.register(staticFiles, {
    root: clientDir,
    preCompressed: true,
    wildcard: false,
    setHeaders: (reply, path) => {
      const immutable = path.startsWith(join(clientDir, 'assets'));
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // Every other address is a screen of the app.
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || !isScreen(request.url)) throw fault('not-found');
    return reply.sendFile('index.html');
  });
}

/** By its path as a browser would read it, so that `/%61pi/` is no screen. */
function isScreen(address: string): boolean {
  try {
    const path = decodeURIComponent(address.split('?')[0] ?? '');
    return !/^\/+(api|assets)(\/|$)/i.test(path);
  } catch {
    return false;
  }
}
