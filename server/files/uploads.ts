// Evidence comes in by tus (https://tus.io/protocols/resumable-upload): what has arrived stays, and a broken upload goes
// on where it stopped. A finished one is checked against the hash it was announced with before it is kept.

import type { IncomingMessage } from 'node:http';
import { type ServerOptions, Server as TusServer } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LIMITS } from '#shared/protocol.ts';
import { sessionOf } from '../auth/routes.ts';
import type { Entry } from '../auth/sessions.ts';
import { type Fault, fault } from '../problem.ts';
import { type App, type Services, schema } from '../routes.ts';
import { refuseDuringMaintenance } from '../sync/routes.ts';
import { contentOf } from './content.ts';

const PATH = '/api/uploads';
const CLEAN_UP_MS = 6 * 3_600_000;
const SHA256 = /^[0-9a-f]{64}$/;

type WebRequest = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[0];
type Upload = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[1];

export function uploadRoutes(app: App, services: Services): void {
  const { db, clock, files } = services;
  const people = new WeakMap<IncomingMessage, Entry>();
  const personOf = (request: WebRequest): Entry => {
    const raw = request.runtime?.node?.req as IncomingMessage | undefined;
    const person = raw && people.get(raw);
    if (!person) throw answered(fault('signed-out'));
    return person;
  };

  const tus = new TusServer({
    path: PATH,
    datastore: files.incoming,
    maxSize: LIMITS.file,
    relativeLocation: true,
    allowedOrigins: [],
    onUploadCreate: async (request, { metadata }) => {
      if (!SHA256.test(metadata?.sha256 ?? '')) throw answered(fault('malformed', { detail: 'no hash' }));
      const { agencyId, employeeId } = personOf(request);
      return { metadata: { ...metadata, agencyId, employeeId } };
    },
    onUploadFinish: async (_request, upload) => {
      await take(upload);
      return {};
    },
  });

  /** Checks a finished upload and keeps it; one that is already there is not kept twice. */
  async function take({ id, size = 0, metadata }: Upload): Promise<void> {
    const { sha256 = '', agencyId = '', employeeId = '' } = metadata as Record<string, string>;
    const content = await contentOf(await files.openIncoming(id));
    const wrong = content.sha256 !== sha256 ? 'the content does not have this hash' : null;
    if (wrong || !content.type) {
      await files.incoming.remove(id);
      throw answered(fault('malformed', { detail: wrong ?? 'only JPEG, PNG, WebP and PDF are taken' }));
    }
    const known = await db
      .selectFrom('file')
      .select('key')
      .where('agencyId', '=', agencyId)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (known) {
      await files.incoming.remove(id);
      return;
    }
    const key = await files.keep(id, agencyId, sha256);
    await db
      .insertInto('file')
      .values({ agencyId, sha256, type: content.type, size, uploadedBy: employeeId, createdAt: clock(), key })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async function handle(request: FastifyRequest<{ Params: { id?: string } }>, reply: FastifyReply): Promise<void> {
    const person = await sessionOf(request, services);
    refuseDuringMaintenance(person);
    const { id } = request.params;
    if (id !== undefined) {
      const upload = await files.incoming.getUpload(id).catch(() => null);
      const mine = upload?.metadata?.agencyId === person.agencyId && upload.metadata.employeeId === person.employeeId;
      if (!mine) throw fault('not-found');
    }
    people.set(request.raw, person);
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value ?? '');
    await tus.handle(request.raw, reply.raw);
  }

  // tus reads the stream itself, with its own limit.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  const limited = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };
  app.post(PATH, { ...limited, schema: schema('Begin an upload (tus 1.0)', {}) }, handle);
  app.route({
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: `${PATH}/:id`,
    schema: schema('Ask how far an upload is, go on with it, or give it up (tus 1.0)', {}),
    handler: handle,
  });

  const cleaning = setInterval(() => void tus.cleanUpExpiredUploads().catch(() => undefined), CLEAN_UP_MS).unref();
  app.addHook('onClose', async () => clearInterval(cleaning));
}

/** A fault in the form in which tus passes it on. */
const answered = ({ problem }: Fault) => ({ status_code: problem.status, body: JSON.stringify(problem) });
