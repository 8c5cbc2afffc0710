import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PROTOCOL, type SyncRequest } from '#shared/protocol.ts';
import { httpTransport } from './transport.ts';

const request: SyncRequest = {
  ...{ protocol: PROTOCOL, app: 'test', actor: 'me', device: '00000000-0000-7000-8000-000000000001' },
  ...{ mutations: [], known: {}, epoch: null, settled: 0, seal: null },
  ...{ continues: false, left: null, clock: null, waiting: [], proof: null },
};
const good = {
  ...{
    seal: 's',
    protocol: PROTOCOL,
    now: '2026-11-24T02:00:00.000Z',
    lastSeq: 0,
    epoch: 'e',
    outcomes: [],
    changes: [],
  },
  ...{ positions: {}, more: false },
};
const json = 'application/json; charset=utf-8';
const problem = 'application/problem+json';

function answered(body: unknown, type: string, status = 200, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = async () => new Response(text, { status, headers: { 'content-type': type, ...headers } });
  return httpTransport(response as typeof fetch).sync(request);
}

describe('an answer', () => {
  it('of our server in good form counts', async () => {
    expect(await answered(good, json)).toEqual({ ok: true, response: good });
  });

  it.each([
    ['the sign-in page of a hotspot', '<html>Welcome</html>', 'text/html', 200, 'captive'],
    ['a page that claims to be JSON', '<html>Welcome</html>', json, 200, 'captive'],
    ['JSON of somebody else', { hello: 'world' }, json, 200, 'captive'],
    ['an answer cut in the middle', JSON.stringify(good).slice(0, 40), json, 200, 'captive'],
    ['a redirect to a sign-in page', '', 'text/html', 302, 'captive'],
    ['the error page of a gateway', '<html>Bad gateway</html>', 'text/html', 502, 'unreachable'],
    ['no session', { code: 'signed-out' }, problem, 401, 'signed-out'],
    ['the session of somebody else', { code: 'other-person' }, problem, 403, 'other-person'],
    ['a server that is newer', { code: 'outdated' }, problem, 426, 'outdated'],
    ['a body over the limit', { code: 'too-large' }, problem, 413, 'too-large'],
    ['a history of another device', { code: 'device-forked' }, problem, 409, 'device-forked'],
    ['a number missing', { code: 'sequence-gap' }, problem, 409, 'device-forked'],
    ['a failure of the server', { code: 'internal' }, problem, 500, 'failed'],
    ['a problem of tomorrow', { code: 'new-word' }, problem, 418, 'failed'],
  ])('that is %s is named', async (_what, body, type, status, kind) => {
    expect(await answered(body, type, status)).toMatchObject({ ok: false, failure: { kind } });
  });

  it('during maintenance tells until when and why', async () => {
    const body = { code: 'maintenance', until: '2026-11-24T05:00:00.000Z', message: 'Pindah server' };
    expect(await answered(body, problem, 503, { 'retry-after': '60' })).toEqual({
      ok: false,
      failure: { kind: 'maintenance', until: body.until, message: body.message },
    });
  });

  it('of a busy server tells how long to wait', async () => {
    const answer = await answered({ code: 'busy' }, problem, 503, { 'retry-after': '7' });
    expect(answer).toEqual({ ok: false, failure: { kind: 'busy', retryAfter: 7 } });
  });

  it('that never comes is an unreachable server', async () => {
    const dead = httpTransport((() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch);
    expect(await dead.sync(request)).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  });
});

it('a large request travels compressed', async () => {
  const sent: RequestInit[] = [];
  const transport = httpTransport((async (_url: string, init: RequestInit) => {
    sent.push(init);
    return new Response('');
  }) as unknown as typeof fetch);
  const large = {
    ...request,
    known: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`w:${i}`, { through: i }])),
  };
  await transport.sync(large);
  expect(sent[0]?.headers).toMatchObject({ 'content-encoding': 'gzip' });
  const bytes = Buffer.from(await new Response(sent[0]?.body).arrayBuffer());
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(large);
});
