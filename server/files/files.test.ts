import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROTOCOL } from '#shared/protocol.ts';
import { stableId } from '../db/demo/seeding.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let owner: string;
let supervisor: string;
let stranger: string;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.signIn('198812042014021003');
  supervisor = await server.signIn('197808152003121012');
  stranger = await server.signIn('198508092010012008');
});
afterAll(() => server.close());

const pdf = Buffer.from(`%PDF-1.7\n${randomUUID()}`);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const tus = { 'tus-resumable': '1.0.0' };

const begin = (size: number, cookie: string, sha256: string) =>
  server.app.inject({
    ...{ method: 'POST', url: '/api/uploads' },
    headers: {
      ...{ cookie, ...tus, 'upload-length': String(size) },
      'upload-metadata': `sha256 ${Buffer.from(sha256).toString('base64')}`,
    },
  });
const goOn = (url: string, cookie: string, offset: number, bytes: Buffer) =>
  server.app.inject({
    ...{ method: 'PATCH', url, payload: bytes },
    headers: { cookie, ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  });
/** The answer of the step that failed, or of the last one. */
async function upload(bytes: Buffer, cookie = owner, sha256 = hashOf(bytes)) {
  const begun = await begin(bytes.length, cookie, sha256);
  return begun.statusCode === 201 ? goOn(String(begun.headers.location), cookie, 0, bytes) : begun;
}
const isThere = (sha256: string, cookie = owner) =>
  server.app.inject({ method: 'HEAD', url: `/api/files/${sha256}`, headers: { cookie } });
const read = (sha256: string, cookie: string) =>
  server.app.inject({ url: `/api/files/${sha256}`, headers: { cookie } });

it('a file is read by its owner and the supervisor once an entry names it, and by nobody else', async () => {
  const sha256 = hashOf(pdf);
  expect((await isThere(sha256)).statusCode).toBe(404);
  for (const _twice of [1, 2]) {
    const taken = await upload(pdf);
    expect(taken.statusCode).toBe(204);
    // A device takes no answer for its own server's that does not say so.
    expect(taken.headers['x-kerjaku']).toBe('1');
  }
  expect((await isThere(sha256)).statusCode).toBe(200);
  expect((await read(sha256, supervisor)).statusCode).toBe(404);
  const id = randomUUID();
  const device = randomUUID();
  const entry = {
    id,
    resultId: stableId('result', 'penguji-1', 'uji'),
    date: '2026-11-24',
    title: 'x',
    description: '',
  };
  const at = '2026-11-24T01:00:00.000Z';
  const mutations = [
    {
      seq: 1,
      id: randomUUID(),
      name: 'activity.log',
      v: 1,
      at,
      args: { ...entry, time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'x' } },
    },
    {
      seq: 2,
      id: randomUUID(),
      name: 'evidence.attach',
      v: 1,
      at,
      args: {
        id: randomUUID(),
        activityId: id,
        kind: 'file',
        name: 'Surat.pdf',
        sha256,
        type: 'application/pdf',
        size: pdf.length,
      },
    },
  ];
  const payload = {
    protocol: PROTOCOL,
    app: 't',
    actor: 'penguji-1',
    device,
    mutations,
    known: {},
    epoch: null,
    settled: 0,
  };
  const pushed = await server.app.inject({ method: 'POST', url: '/api/sync', payload, headers: { cookie: owner } });
  expect(pushed.json().outcomes).toMatchObject([{ result: 'applied' }, { result: 'applied' }]);

  for (const cookie of [owner, supervisor]) {
    const answer = await read(sha256, cookie);
    expect(answer.rawPayload.equals(pdf)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  }
  expect((await read(sha256, stranger)).statusCode).toBe(404);
});

it('an upload that broke goes on where it stopped, and only for whoever began it', async () => {
  const bytes = Buffer.from(`%PDF-1.7\n${randomUUID()}`);
  const url = String((await begin(bytes.length, owner, hashOf(bytes))).headers.location);
  expect((await goOn(url, owner, 0, bytes.subarray(0, 20))).statusCode).toBe(204);
  const asked = (cookie: string) => server.app.inject({ method: 'HEAD', url, headers: { cookie, ...tus } });
  expect((await asked(owner)).headers['upload-offset']).toBe('20');
  expect((await asked(supervisor)).statusCode).toBe(404);
  expect((await goOn(url, supervisor, 20, bytes.subarray(20))).statusCode).toBe(404);
  expect((await goOn(url, owner, 20, bytes.subarray(20))).statusCode).toBe(204);
  expect((await isThere(hashOf(bytes))).statusCode).toBe(200);
});

it('a file that is not what its hash says, or of a kind that is not taken, is refused and not kept', async () => {
  const wrong = 'a'.repeat(64);
  expect((await upload(pdf, owner, wrong)).json()).toMatchObject({ status: 400, code: 'malformed' });
  expect((await isThere(wrong)).statusCode).toBe(404);
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  expect((await upload(page)).json()).toMatchObject({ status: 400, code: 'malformed' });
  expect((await isThere(hashOf(page))).statusCode).toBe(404);
  expect((await begin(10_000_001, owner, wrong)).statusCode).toBe(413);
  expect((await begin(10, owner, '../../etc/passwd')).statusCode).toBe(400);
  expect((await read('../../etc/passwd', owner)).statusCode).toBe(404);
});

it('nobody uploads without a session, or during maintenance', async () => {
  expect((await upload(pdf, '')).json()).toMatchObject({ status: 401 });
  const admin = await server.signIn('198505052010011099');
  const payload = { until: '2026-11-24T05:00:00.000Z', message: 'Pindah' };
  const url = '/api/admin/maintenance';
  await server.app.inject({ method: 'POST', url, payload, headers: { cookie: admin } });
  expect((await upload(pdf)).json()).toMatchObject({ status: 503, code: 'maintenance' });
  await server.app.inject({ method: 'DELETE', url, headers: { cookie: admin } });
});
