import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { PROTOCOL } from '#shared/sync/protocol.ts';
import { verifyChains } from './verify.ts';

const EMPLOYEE = { id: 'penguji-1', nip: '198812042014021003' };
let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.signIn(EMPLOYEE.nip);
});
afterAll(() => server.close());

const mutation = (seq: number, name: string, args: object) => ({
  ...{ seq, id: randomUUID(), name, v: 1, args, at: server.time.now.toISOString() },
});
function send(mutations: object[]) {
  const envelope = { protocol: PROTOCOL, app: 't', actor: EMPLOYEE.id, device: randomUUID(), mutations, known: {} };
  const payload = { ...envelope, epoch: null, settled: 0 };
  return server.app.inject({ method: 'POST', url: '/api/sync', headers: { cookie }, payload });
}
/** About a megabyte that no rule takes. */
const rubbish = () =>
  send(Array.from({ length: 20 }, (_, n) => mutation(n + 1, 'no.such', { text: 'x'.repeat(50_000) })));
const logged = async () => {
  const { rows } = await sql<{ bytes: number; lines: number; digests: number }>`
    select sum(length(args::text))::integer as bytes, count(*)::integer as lines,
      count(*) filter (where args ? 'beyondQuota')::integer as digests
    from mutation_log where employee_id = ${EMPLOYEE.id} and outcome->>'result' = 'refused'`.execute(server.db);
  return rows[0];
};

it('what is refused fills the log up to a bound, then by its digest, then no more that day, and good work goes on', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 10; n += 1) statuses.push((await rubbish()).statusCode);
  expect(statuses.slice(0, 7)).toEqual([200, 200, 200, 200, 200, 200, 200]);
  expect(statuses.at(-1)).toBe(429);
  const all = await logged();
  expect(all?.bytes).toBeLessThan(2_100_000);
  expect(all?.digests).toBeGreaterThan(50);
  expect(all?.lines).toBe(20 * statuses.filter((status) => status === 200).length);
  const refused = await rubbish();
  expect(refused.json()).toMatchObject({ code: 'too-many-requests' });
  expect(refused.headers['retry-after']).toBe('3600');

  const entry = { id: randomUUID(), resultId: stableId('result', EMPLOYEE.id, 'uji'), date: '2026-11-24', title: 'x' };
  const time = { time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'x' } };
  const good = await send([mutation(1, 'activity.log', { ...entry, description: '', ...time })]);
  expect(good.json().outcomes).toMatchObject([{ result: 'applied' }]);
  server.time.now = new Date('2026-11-25T02:00:00Z');
  expect((await rubbish()).statusCode).toBe(200);
}, 60_000);

it('the log stays whole with it', async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from mutation_log`.execute(server.db);
  expect(rows[0]?.count).toBeGreaterThan(100);
  expect((await verifyChains(server.db)).broken).toEqual([]);
});
