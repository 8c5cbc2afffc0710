import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { PROTOCOL } from '#shared/sync/protocol.ts';
import { clean } from './cleaning.ts';

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

/** An entry of the signed-in person that names a file by its hash. */
async function attach(cookie: string, { actor, theme = 'uji' }: { actor: string; theme?: string }, sha256: string) {
  const [id, device] = [randomUUID(), randomUUID()];
  const entry = { id, resultId: stableId('result', actor, theme), date: '2026-11-24', title: 'x', description: '' };
  const args = { ...entry, time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'x' } };
  const file = { kind: 'file', name: 'Surat.pdf', sha256, type: 'application/pdf', size: pdf.length };
  const at = '2026-11-24T01:00:00.000Z';
  const evidence = { id: randomUUID(), activityId: id };
  const mutations = [
    { seq: 1, id: randomUUID(), name: 'activity.log', v: 1, at, args },
    { seq: 2, id: randomUUID(), name: 'evidence.attach', v: 1, at, args: { ...evidence, ...file } },
  ];
  const payload = { protocol: PROTOCOL, app: 't', actor, device, mutations, known: {}, epoch: null, settled: 0 };
  const pushed = await server.app.inject({ method: 'POST', url: '/api/sync', payload, headers: { cookie } });
  expect(pushed.json().outcomes).toMatchObject([{ result: 'applied' }, { result: 'applied' }]);
  return evidence;
}
const newPdf = () => Buffer.from(`%PDF-1.7\n${randomUUID()}`);
const colleague = { actor: 'kasi-orang', theme: 'orang' };
const owning = { actor: 'penguji-1' };

it('a hash that somebody has heard of opens nothing, nor says that the file is there', async () => {
  const bytes = newPdf();
  const sha256 = hashOf(bytes);
  expect((await upload(bytes)).statusCode).toBe(204);
  await attach(owner, owning, sha256);
  expect((await isThere(sha256, stranger)).statusCode).toBe(404);
  await attach(stranger, colleague, sha256);
  expect((await read(sha256, stranger)).statusCode).toBe(404);
  expect((await read(sha256, owner)).statusCode).toBe(200);
  // Whoever sends the content has it.
  expect((await upload(bytes, stranger)).statusCode).toBe(204);
  expect((await isThere(sha256, stranger)).statusCode).toBe(200);
  expect((await read(sha256, stranger)).statusCode).toBe(200);
});

it('whoever was shown a file may attach it without sending it again, also when they no longer see where it was', async () => {
  const bytes = newPdf();
  const sha256 = hashOf(bytes);
  await upload(bytes);
  const evidence = await attach(owner, owning, sha256);
  expect((await isThere(sha256, supervisor)).statusCode).toBe(200);
  await attach(supervisor, { actor: 'ka-upt', theme: 'uji' }, sha256);
  await sql`update evidence set deleted = true where id = ${evidence.id}`.execute(server.db);
  expect((await read(sha256, supervisor)).statusCode).toBe(200);
});

it('of a file that an administrator brings, the person whose entry names it is the one who reads it', async () => {
  const bytes = newPdf();
  const sha256 = hashOf(bytes);
  await attach(owner, owning, sha256);
  expect((await upload(bytes, await server.signIn('198505052010011099'))).statusCode).toBe(204);
  expect((await read(sha256, owner)).statusCode).toBe(200);
  expect((await read(sha256, stranger)).statusCode).toBe(404);
});

it("no way of writing an address reaches another's upload", async () => {
  const [secret, own] = [newPdf(), newPdf()];
  const victim = String((await begin(secret.length, owner, hashOf(secret))).headers.location);
  await goOn(victim, owner, 0, secret.subarray(0, 20));
  const mine = String((await begin(own.length, stranger, hashOf(own))).headers.location);
  const id = victim.split('/').at(-1);
  const tricks = [
    `${mine}?/${id}`,
    `${mine}?x=/${id}`,
    `${mine}#/${id}`,
    `${mine}/../${id}`,
    `${mine}%2f${id}`,
    `${mine};/${id}`,
  ];
  for (const url of [...tricks, `${mine}/${id}`, `/api/uploads/..%2f${id}`, `/%61pi/uploads/${id}`, victim]) {
    const headers = { cookie: stranger, ...tus };
    const head = await server.app.inject({ method: 'HEAD', url, headers });
    expect(head.headers['upload-offset'], url).not.toBe('20');
    await goOn(url, stranger, 20, secret.subarray(20));
    await server.app.inject({ method: 'DELETE', url, headers });
    for (const override of ['DELETE', 'PATCH', 'HEAD']) {
      await server.app.inject({
        method: 'POST',
        url: `/api/uploads?/${id}`,
        headers: { ...headers, 'x-http-method-override': override },
      });
    }
  }
  expect(
    (await server.app.inject({ method: 'HEAD', url: victim, headers: { cookie: owner, ...tus } })).headers[
      'upload-offset'
    ],
  ).toBe('20');
  expect((await goOn(victim, owner, 20, secret.subarray(20))).statusCode).toBe(204);
});

it('a file is what its content says, whatever it was announced as', async () => {
  const bytes = newPdf();
  const metadata = (type: string) =>
    `sha256 ${Buffer.from(hashOf(bytes)).toString('base64')},filetype ${Buffer.from(type).toString('base64')}`;
  for (const type of ['application/octet-stream', 'text/html']) {
    const headers = { cookie: owner, ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata(type) };
    const begun = await server.app.inject({ method: 'POST', url: '/api/uploads', headers });
    expect((await goOn(String(begun.headers.location), owner, 0, bytes)).statusCode).toBe(204);
  }
  await attach(owner, owning, hashOf(bytes));
  expect((await read(hashOf(bytes), owner)).headers['content-type']).toBe('application/pdf');
});

describe('what nobody will ask for again', () => {
  const days = (count: number) => new Date(server.time.now.getTime() + count * 86_400_000);
  const kept = async (sha256: string) => {
    const { rows } = await sql`select from file where sha256 = ${sha256}`.execute(server.db);
    return rows.length === 1 && (await server.files.open(await keyOf(sha256)).then(close, () => false));
  };
  const close = (stream: Readable) => stream.destroy() !== undefined;
  const keyOf = async (sha256: string) => {
    const { rows } = await sql<{ key: string }>`select key from file where sha256 = ${sha256}`.execute(server.db);
    return rows[0]?.key ?? '';
  };

  it('is removed ninety days after the last entry that named it, and not if one names it again meanwhile', async () => {
    const [named, dropped, again] = [newPdf(), newPdf(), newPdf()];
    const drop = async (bytes: Buffer) => {
      await upload(bytes);
      const { id } = await attach(owner, owning, hashOf(bytes));
      await sql`update evidence set deleted = true where id = ${id}`.execute(server.db);
    };
    await upload(named);
    await attach(owner, owning, hashOf(named));
    await drop(dropped);
    await drop(again);
    const key = await keyOf(hashOf(dropped));
    await clean(server.db, server.files, days(0));
    await clean(server.db, server.files, days(89));
    for (const bytes of [named, dropped, again]) expect(await kept(hashOf(bytes))).toBe(true);
    // A device that was away offers it again: the ninety days begin anew when it is dropped again.
    expect((await isThere(hashOf(again))).statusCode).toBe(200);
    await upload(again);
    await clean(server.db, server.files, days(91));
    expect(await kept(hashOf(named))).toBe(true);
    expect(await kept(hashOf(dropped))).toBe(false);
    await expect(server.files.open(key)).rejects.toThrow();
    expect(await kept(hashOf(again))).toBe(true);
    // It may come back.
    expect((await isThere(hashOf(dropped))).statusCode).toBe(404);
    expect((await upload(dropped)).statusCode).toBe(204);
    expect(await kept(hashOf(dropped))).toBe(true);
  });

  it('of an upload that broke off goes after a week', async () => {
    const bytes = newPdf();
    const url = String((await begin(bytes.length, owner, hashOf(bytes))).headers.location);
    await goOn(url, owner, 0, bytes.subarray(0, 20));
    const asked = async () =>
      (await server.app.inject({ method: 'HEAD', url, headers: { cookie: owner, ...tus } })).statusCode;
    await clean(server.db, server.files, days(6));
    expect(await asked()).toBe(200);
    expect(await clean(server.db, server.files, days(8))).toMatchObject({ uploads: expect.any(Number) });
    expect(await asked()).toBe(404);
    const id = url.split('/').at(-1) ?? '';
    await expect(server.files.openIncoming(id).then((stream) => once(stream, 'open'))).rejects.toThrow();
  });
});

describe('quotas', () => {
  it('of uploads on their way: the oldest gives way, nobody is kept from sending', async () => {
    const cookie = await server.signIn('197004121995031002');
    const urls: string[] = [];
    for (let n = 0; n < 25; n += 1) {
      server.time.now = new Date(server.time.now.getTime() + 1000);
      const bytes = newPdf();
      urls.push(String((await begin(bytes.length, cookie, hashOf(bytes))).headers.location));
    }
    const there = await Promise.all(
      urls.map(
        async (url) => (await server.app.inject({ method: 'HEAD', url, headers: { cookie, ...tus } })).statusCode,
      ),
    );
    expect(there).toEqual([...Array(5).fill(404), ...Array(20).fill(200)]);
  });

  it('of uploads begun in a minute, and of bytes in a day, tell when to come back', async () => {
    const cookie = await server.signIn('198704042010012015');
    const statuses = new Set<number>();
    for (let n = 0; n < 62; n += 1) statuses.add((await begin(10, cookie, hashOf(newPdf()))).statusCode);
    expect(statuses).toEqual(new Set([201, 429]));
    await sql`insert into daily_use (agency_id, employee_id, day, file_bytes)
      values ('dishub-hsu', 'penguji-1', '2026-11-24', 500000000)
      on conflict (agency_id, employee_id, day) do update set file_bytes = excluded.file_bytes`.execute(server.db);
    const refused = await upload(newPdf());
    expect(refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(refused.headers['retry-after']).toBe('3600');
    const before = server.time.now;
    server.time.now = days(1);
    expect((await upload(newPdf())).statusCode).toBe(204);
    server.time.now = before;
  });
  const days = (count: number) => new Date(server.time.now.getTime() + count * 86_400_000);
});
