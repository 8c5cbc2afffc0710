// Whatever somebody sends: each mutation ends as a typed outcome, the rest of the batch is untouched, nothing fails.

import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutations } from '#shared/mutations/index.ts';
import { LIMITS, PROTOCOL } from '#shared/protocol.ts';
import { stableId } from '../db/demo/seeding.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.signIn('198812042014021003');
});
afterAll(() => server.close());

const good = () => ({
  ...{ name: 'activity.log', v: 1, at: '2026-11-24T01:00:00.000Z' },
  args: {
    ...{ id: randomUUID(), resultId: stableId('result', 'penguji-1', 'uji'), date: '2026-11-24', title: 'x' },
    ...{ description: '', time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'x' } },
  },
});

const envelope = (sent: object[], more: object = {}) => ({
  ...{ protocol: PROTOCOL, app: 'test', actor: 'penguji-1', device: randomUUID(), known: {}, epoch: null, settled: 0 },
  mutations: sent.map((queued, index) => ({ seq: index + 1, id: randomUUID(), ...queued })),
  ...more,
});

const post = (payload: object | Buffer, headers: Record<string, string> = {}) =>
  server.app.inject({
    ...{ method: 'POST', url: '/api/sync', payload },
    headers: { cookie, 'content-type': 'application/json', ...headers },
  });

const anyArgs = fc.oneof(
  fc.jsonValue({ maxDepth: 10 }),
  fc.record({ id: fc.uuid(), employeeId: fc.string(), revision: fc.integer(), edits: fc.jsonValue() }),
  fc.constant(good().args),
);
const anyMutation = fc.record({
  name: fc.oneof(fc.constantFrom(...Object.keys(mutations)), fc.string(), fc.constantFrom('__proto__', 'toString')),
  v: fc.oneof(fc.constant(1), fc.double({ noNaN: true, noDefaultInfinity: true })),
  at: fc.oneof(
    fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
    fc.string(),
  ),
  args: anyArgs,
});

describe('a hostile batch', () => {
  it('ends with an outcome for each mutation, and the good one among them applied', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyMutation, { maxLength: 8 }),
        fc.array(anyMutation, { maxLength: 8 }),
        async (a, b) => {
          const answer = await post(envelope([...a, good(), ...b]));
          expect(answer.statusCode, answer.body).toBe(200);
          const { outcomes } = answer.json();
          expect(outcomes).toHaveLength(a.length + b.length + 1);
          expect(outcomes[a.length].result).toBe('applied');
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['nested deeper than a stack goes', { args: 'NESTED' }, 'malformed'],
    ['with keys that poison objects', { args: 'PROTO' }, 'malformed'],
    ['larger than one entry may be', { args: { id: 'x'.repeat(LIMITS.mutation + 1) } }, 'malformed'],
    ['dated in the year 275760', { ...good(), at: '+275760-09-13T00:00:00.000Z' }, 'applied'],
    ['dated before there were clocks', { ...good(), at: '-000044-03-15T00:00:00.000Z' }, 'applied'],
    ['named like an object\u2019s own', { ...good(), name: 'constructor' }, 'unknown-mutation'],
  ])('with a mutation %s answers it and goes on', async (_what, sent, expected) => {
    const text = JSON.stringify(envelope([{ ...good(), ...sent }, good()]));
    const poison = '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}';
    const nested = '['.repeat(20_000) + ']'.repeat(20_000);
    const answer = await post(Buffer.from(text.replace('"NESTED"', nested).replace('"PROTO"', poison)));
    expect(answer.statusCode, answer.body).toBe(200);
    const [first, second] = answer.json().outcomes;
    expect(first.refusal?.code ?? first.result).toBe(expected);
    expect(second.result).toBe('applied');
  });

  it.each([
    ['not JSON', Buffer.from('{"protocol":1'), {}, 400, 'malformed'],
    ['no object', Buffer.from('null'), {}, 400, 'malformed'],
    [
      'two mutations with one id',
      envelope([
        { ...good(), id: stableId('x') },
        { ...good(), id: stableId('x') },
      ]),
      {},
      400,
      'malformed',
    ],
    ['more than 200 mutations', envelope(Array.from({ length: 201 }, good)), {}, 400, 'malformed'],
    ['a device that is no UUID', envelope([], { device: 'x' }), {}, 400, 'malformed'],
    ['a field nobody knows', envelope([], { evil: true }), {}, 400, 'malformed'],
    [
      'a bomb that grows when unpacked',
      gzipSync(Buffer.alloc(50_000_000, ' ')),
      { 'content-encoding': 'gzip' },
      413,
      'too-large',
    ],
    [
      'bytes that are not the gzip they claim to be',
      Buffer.from('nothing'),
      { 'content-encoding': 'gzip' },
      400,
      'malformed',
    ],
  ])('that is %s is refused as a whole, with a reason', async (_what, payload, headers, status, code) => {
    const answer = await post(payload as object, headers as Record<string, string>);
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.body).not.toMatch(/node_modules|\.ts:/);
  });
});
