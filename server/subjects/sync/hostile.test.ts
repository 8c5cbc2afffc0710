// Whatever somebody sends: each mutation ends as a typed outcome, the rest of the batch is untouched, nothing fails.

import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChains } from '#server/audit/verify.ts';
import { stableId } from '#server/demo/seeding.ts';
import { applyRetried } from '#server/sync/answer.ts';
import { otherWay } from '#server/sync/batch.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { domain } from '#shared/domain.ts';
import { mutations } from '#shared/mutations.ts';
import { workScope } from '#shared/scopes.ts';
import type { Domain } from '#shared/sync/domain.ts';
import type { MutationSpec } from '#shared/sync/mutation.ts';
import { LIMITS, PROTOCOL } from '#shared/sync/protocol.ts';

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

  it('of every act there is, with arguments of no shape, ends with an outcome for each', async () => {
    const shapes = [null, [], 'x', {}, 7];
    const sent = Object.entries(mutations).flatMap(([name, { version }]) =>
      Array.from({ length: version }, (_, index) => index + 1).flatMap((v) =>
        shapes.map((args) => ({ name, v, args })),
      ),
    );
    for (let at = 0; at < sent.length; at += 150) {
      const part = sent.slice(at, at + 150).map((one) => ({ ...one, at: '2026-11-24T01:00:00.000Z' }));
      const answer = await post(envelope([...part, good()]));
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.json().outcomes).toHaveLength(part.length + 1);
      expect(answer.json().outcomes.at(-1).result).toBe('applied');
    }
  });

  it('with a value that PostgreSQL will not take costs that act alone, which is refused and recorded', async () => {
    const bad = (title: string) => ({ ...good(), name: 'test.bad', args: { title } });
    const broken: Domain = {
      ...domain,
      mutations: {
        ...domain.mutations,
        'test.bad': {
          ...{ version: 1, args: v.strictObject({ title: v.string() }) },
          writes: (_args, actor) => [workScope(actor.id)],
          // NUL goes into no text of PostgreSQL, nor does it compare with one.
          reads: ({ title }, actor) => [{ table: 'activity', scope: workScope(actor.id), id: title }],
          decide: () => ({ result: 'refused', refusal: { code: 'not-found' } }),
        } satisfies MutationSpec<{ title: string }>,
      },
    };
    const sent = [good(), bad('\0'), good(), bad('fine'), good(), bad('\0'), bad('\0')];
    const batch = otherWay(
      'test',
      sent.map((one) => ({ ...one, id: randomUUID() })),
    );
    const actor = { id: 'penguji-1', tenant: 'dishub-hsu', timeZone: 'Asia/Makassar', roles: [] };
    const failures: unknown[] = [];
    const apply = () =>
      applyRetried(server.db, batch, {
        ...{ domain: broken, actor, now: server.time.now, failed: (error) => failures.push(error) },
        ...{ comes: { by: 'other-way', floor: server.time.now }, visibleOn: async () => new Set(['w:penguji-1']) },
      });
    const { outcomes } = await apply();
    expect(outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : outcome.result))).toEqual([
      ...['applied', 'not-storable', 'applied', 'not-found', 'applied', 'not-storable', 'not-storable'],
    ]);
    expect(failures.length).toBeGreaterThan(0);
    expect((await apply()).outcomes).toEqual(outcomes);
    expect((await verifyChains(server.db)).broken).toEqual([]);
  });

  it('of office acts by who holds no office reads nothing and locks nothing', async () => {
    const ids = Array.from({ length: 500 }, () => randomUUID());
    const draws = Array.from({ length: 25 }, () => ({
      ...{ name: 'payroll.draw', v: 1, at: '2026-11-24T01:00:00.000Z' },
      args: { month: '2026-10', employeeIds: ids, revision: 0 },
    }));
    server.statements.length = 0;
    const answer = await post(envelope(draws));
    expect(answer.json().outcomes.map(({ refusal }: { refusal: { code: string } }) => refusal.code)).toEqual(
      draws.map(() => expect.stringMatching(/forbidden|malformed/)),
    );
    expect(
      server.statements.filter((text) => /from "attendance"|from "slip"/.test(text) && !/union all/.test(text)),
    ).toEqual([]);
    expect(server.statements.length).toBeLessThanOrEqual(20);
  });

  it.each([
    ['the oldest that waits is of no day', { left: { unsent: 1, oldest: '2026-02-31T00:00:00.000Z', kept: 0 } }],
    ['more waits than a number holds', { left: { unsent: 2 ** 40, oldest: null, kept: 2 ** 31 } }],
    ['the app is called by what no text holds', { app: 'a\0b\ud800'.padEnd(80, 'x') }],
    ['the clock is none', { clock: '2026-13-01T00:00:00.000Z' }],
    ['the proof proves nothing', { proof: { key: 'A'.repeat(122), signature: 'B'.repeat(86) } }],
    ['the seal is none', { seal: 'x' }],
    ['a page is to be resumed where there is none', { known: { 'w:penguji-1': { through: 0, rest: '1 x y z \0' } } }],
  ])('is taken though %s', async (_what, more) => {
    const answer = await post(envelope([good()], more));
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json().outcomes).toMatchObject([{ result: 'applied' }]);
  });

  it('with a number or version that is no number is never a failure of the server', async () => {
    const text = JSON.stringify(envelope([{ ...good(), v: 777 }, good()])).replace('"v":777', '"v":1e999');
    const answer = await post(Buffer.from(text));
    expect(answer.json().outcomes).toMatchObject([{ refusal: { code: 'newer-mutation' } }, { result: 'applied' }]);
    const id = randomUUID();
    const huge = envelope([
      { ...good(), id },
      { ...good(), id, seq: 777 },
    ]);
    const refused = await post(Buffer.from(JSON.stringify(huge).replace('"seq":777', '"seq":1e300')));
    expect(refused.json()).toMatchObject({ status: 400, code: 'malformed' });
  });

  it.each([
    ['not JSON', Buffer.from('{"protocol":1'), {}, 400, 'malformed'],
    ['no object', Buffer.from('null'), {}, 400, 'malformed'],
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
