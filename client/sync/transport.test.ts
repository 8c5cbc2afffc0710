import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL, type SyncRequest } from '#shared/sync/protocol.ts';
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

describe('a connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const until = (signal: AbortSignal) =>
    new Promise<never>((_, failed) => signal.addEventListener('abort', () => failed(signal.reason)));

  it('that dies without a word is given up in time for the next one', async () => {
    const silent: typeof fetch = (_path, init) => until(init?.signal as AbortSignal);
    const answer = httpTransport(silent).sync(request);
    await vi.advanceTimersByTimeAsync(21_000);
    expect(await answer).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  });

  it('that dies in the middle of an answer is given up, and one that is only slow is not', async () => {
    const whole = JSON.stringify(good);
    const pieces = (count: number) => async (_path: unknown, init?: RequestInit) => {
      const encoder = new TextEncoder();
      const size = Math.ceil(whole.length / 10);
      let sent = 0;
      const body = new ReadableStream({
        async pull(stream) {
          if (sent >= count) return sent < 10 ? until(init?.signal as AbortSignal) : stream.close();
          await new Promise((done) => setTimeout(done, 15_000));
          stream.enqueue(encoder.encode(whole.slice(sent * size, (sent + 1) * size)));
          sent += 1;
        },
      });
      return new Response(body, { status: 200, headers: { 'content-type': json } });
    };
    const [slow, dead] = [10, 4].map((count) => httpTransport(pieces(count) as typeof fetch).sync(request));
    await vi.advanceTimersByTimeAsync(200_000);
    expect(await slow).toEqual({ ok: true, response: good });
    expect(await dead).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  });

  it('of a slow link has the time that what is sent takes on it', async () => {
    const mutations = Array.from({ length: 100 }, (_, n) => ({
      ...{ seq: n + 1, id: `0000000-${n}`, name: 'note.write', v: 1, at: '2026-11-24T02:00:00.000Z' },
      args: {
        text: Array.from({ length: 60 }, (_, k) =>
          Math.sin(n * 60 + k)
            .toString(36)
            .slice(3),
        ).join(''),
      },
    }));
    const slow: typeof fetch = async (_path, init) => {
      const { size } = (init as { body: Blob }).body;
      const arrived = new Promise((done) => setTimeout(done, (size / 6_250) * 1000 + 15_000));
      await Promise.race([arrived, until(init?.signal as AbortSignal)]);
      return new Response(JSON.stringify(good), { status: 200, headers: { 'content-type': json } });
    };
    const answer = httpTransport(slow).sync({ ...request, mutations });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(1));
    await vi.advanceTimersByTimeAsync(100_000);
    expect(await answer).toEqual({ ok: true, response: good });
  });
});

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
