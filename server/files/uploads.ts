// Evidence comes in by tus (https://tus.io/protocols/resumable-upload): what has arrived stays, and a broken upload goes
// on where it stopped. A finished one is checked against the hash it was announced with before it is kept.

import type { IncomingMessage } from 'node:http';
import { type ServerOptions, Server as TusServer } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { refuseDuringMaintenance } from '#server/auth/actor.ts';
import { perPerson } from '#server/auth/recognised.ts';
import { sessionOf } from '#server/auth/routes.ts';
import type { Entry } from '#server/auth/sessions.ts';
import { type Fault, fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { LIMITS } from '#shared/sync/protocol.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { clean } from './cleaning.ts';
import { contentOf } from './content.ts';
import { hold } from './holders.ts';
import { countFile, forgetUpload, noteUpload, refuseBeyondQuota } from './quota.ts';

const PATH = '/api/uploads';
/** Milliseconds between two cleanings; the first comes soon after the start, for a server may be restarted every day. */
const CLEAN_UP_MS = 6 * 3_600_000;
const FIRST_CLEAN_UP_MS = 5 * 60_000;
const SHA256 = /^[0-9a-f]{64}$/;
/** As tus makes them. */
const UPLOAD_ID = /^[0-9a-f]{32}$/;

type WebRequest = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[0];
type Upload = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[1];

/** Who asks, and for which upload; null where one begins. Known by us, so that tus need not read an address again. */
interface Asked {
  person: Entry;
  id: string | null;
}

export function uploadRoutes(app: App, services: Services): void {
  const { db, clock, files } = services;
  const requests = new WeakMap<IncomingMessage, Asked>();
  const askedBy = (request: WebRequest): Asked => {
    const raw = request.runtime?.node?.req as IncomingMessage | undefined;
    const asked = raw && requests.get(raw);
    if (!asked) throw answered(fault('signed-out'));
    return asked;
  };
  const today = (timeZone: string) => plainDate(clock().toISOString(), timeZone);

  const tus = new TusServer({
    path: PATH,
    datastore: files.incoming,
    maxSize: LIMITS.file,
    relativeLocation: true,
    allowedOrigins: [],
    getFileIdFromRequest: (request) => askedBy(request).id ?? undefined,
    onUploadCreate: async (request, { id, metadata }) => {
      if (!SHA256.test(metadata?.sha256 ?? '')) throw answered(fault('malformed', { detail: 'no hash' }));
      const { person } = askedBy(request);
      const { agencyId, employeeId, timeZone } = person;
      await noteUpload(services, person, { id, now: clock() });
      return { metadata: { sha256: metadata?.sha256 ?? '', agencyId, employeeId, timeZone } };
    },
    onUploadFinish: async (_request, upload) => {
      await take(upload);
      return {};
    },
  });

  /** Checks a finished upload and keeps it; one that is already there is not kept twice. Either way its sender holds it. */
  async function take({ id, size = 0, metadata }: Upload): Promise<void> {
    const { sha256 = '', agencyId = '', employeeId = '', timeZone = 'UTC' } = metadata as Record<string, string>;
    const person = { agencyId, employeeId };
    await forgetUpload(db, agencyId, id);
    await countFile(db, person, { day: today(timeZone), size });
    const content = await contentOf(await files.openIncoming(id));
    const wrong = content.sha256 !== sha256 ? 'the content does not have this hash' : null;
    if (wrong || !content.type) {
      await files.incoming.remove(id);
      throw answered(fault('malformed', { detail: wrong ?? 'only JPEG, PNG, WebP and PDF are taken' }));
    }
    const { rows: known } = await sql`update file set unnamed_since = null
      where agency_id = ${agencyId} and sha256 = ${sha256} returning key`.execute(db);
    if (known.length > 0) {
      await hold(db, person, sha256);
      await files.incoming.remove(id);
      return;
    }
    const key = await files.keep(id, agencyId, sha256);
    const { rows } = await sql<{ key: string }>`
      insert into file (agency_id, sha256, type, size, uploaded_by, created_at, key)
      values (${agencyId}, ${sha256}, ${content.type}, ${size}, ${employeeId}, ${clock()}, ${key})
      on conflict (agency_id, sha256) do update set unnamed_since = null returning key`.execute(db);
    // Somebody sent the same at the same time.
    if (rows[0]?.key !== key) await files.remove(key);
    await hold(db, person, sha256);
  }

  async function handle(request: FastifyRequest<{ Params: { id?: string } }>, reply: FastifyReply): Promise<void> {
    const person = await sessionOf(request, services);
    refuseDuringMaintenance(person);
    const { id = null } = request.params;
    if (id === null) await refuseBeyondQuota(db, person, today(person.timeZone));
    else {
      const upload = UPLOAD_ID.test(id) ? await files.incoming.getUpload(id).catch(() => null) : null;
      const mine = upload?.metadata?.agencyId === person.agencyId && upload.metadata.employeeId === person.employeeId;
      if (!mine) throw fault('not-found');
    }
    requests.set(request.raw, { person, id });
    // The one address that was checked: nothing behind it reads another out of what was sent.
    request.raw.url = id === null ? PATH : `${PATH}/${id}`;
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value ?? '');
    await tus.handle(request.raw, reply.raw);
    if (request.method === 'DELETE' && id !== null && reply.raw.statusCode === 204) {
      await forgetUpload(db, person.agencyId, id);
    }
  }

  // tus reads the stream itself, with its own limit.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  app.post(PATH, { config: { rateLimit: perPerson(60) }, schema: schema('Begin an upload (tus 1.0)', {}) }, handle);
  app.route({
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: `${PATH}/:id`,
    schema: schema('Ask how far an upload is, go on with it, or give it up (tus 1.0)', {}),
    handler: handle,
  });

  const cleanUp = async () => {
    await clean(db, files, clock());
    // Those of before the list of uploads.
    await tus.cleanUpExpiredUploads();
  };
  const later = () => void cleanUp().catch((error) => app.log.error(error));
  const first = setTimeout(later, FIRST_CLEAN_UP_MS).unref();
  const cleaning = setInterval(later, CLEAN_UP_MS).unref();
  app.addHook('onClose', async () => {
    clearTimeout(first);
    clearInterval(cleaning);
  });
}

/** A fault in the form in which tus passes it on. */
const answered = ({ problem }: Fault) => ({ status_code: problem.status, body: JSON.stringify(problem) });
