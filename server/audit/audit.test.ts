import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { PROTOCOL } from '#shared/sync/protocol.ts';
import { changedSince, verifyChains } from './verify.ts';

const EMPLOYEE = 'penguji-1';
const SCOPE = `w:${EMPLOYEE}`;

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.signIn('198812042014021003');
});
afterAll(() => server.close());

const log = (more: object = {}) => ({
  name: 'activity.log',
  args: {
    ...{ id: randomUUID(), resultId: stableId('result', EMPLOYEE, 'uji'), date: '2026-11-24', title: 'Uji' },
    ...{ description: '', time: { start: null, end: null, minutes: 5 }, output: { quantity: 0.1, unit: 'x' }, ...more },
  },
});

async function send(...calls: { name: string; args: unknown }[]) {
  const at = '2026-11-24T01:00:00.000Z';
  const mutations = calls.map((call, index) => ({ seq: index + 1, id: randomUUID(), v: 1, at, ...call }));
  const payload = {
    protocol: PROTOCOL,
    app: 't',
    actor: EMPLOYEE,
    device: randomUUID(),
    mutations,
    known: {},
    epoch: null,
  };
  const answer = await server.app.inject({
    ...{ method: 'POST', url: '/api/sync', payload: { ...payload, settled: 0 }, headers: { cookie } },
  });
  expect(answer.statusCode, answer.body).toBe(200);
}

/** Changes the log as only somebody with the database in hand could. */
const tamper = (...statements: string[]) =>
  server.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const statement of statements) await sql.raw(statement).execute(tx);
  });

beforeEach(async () => {
  await tamper('delete from mutation_log', `update scope set log_lines = 0, log_hash = ''`);
  await send(log(), { name: 'nobody.knows', args: { deep: [1e21, -0, 'ä\u0000😀', null] } });
  await send(log({ title: '' }), log());
});

it('every mutation, accepted or refused, is a line in a chain that verifies', async () => {
  const { lines, broken, heads } = await verifyChains(server.db);
  expect({ lines, broken }).toEqual({ lines: 4, broken: [] });
  expect(heads.find(({ scope }) => scope === SCOPE)).toMatchObject({
    lines: 4,
    hash: expect.stringMatching(/^\w{64}$/),
  });
});

it('PostgreSQL itself lets nobody change or remove a line', async () => {
  for (const statement of [
    `update mutation_log set employee_id = 'x'`,
    'delete from mutation_log',
    'truncate mutation_log',
  ]) {
    await expect(sql.raw(statement).execute(server.db)).rejects.toThrow('never changed or removed');
  }
});

it.each([
  ['a changed line', `update mutation_log set args = '{}' where number = 3`, 3],
  ['another time', `update mutation_log set counted_at = counted_at - interval '1 day' where number = 2`, 2],
  [
    'another outcome',
    `update mutation_log set outcome = jsonb_set(outcome, '{result}', '"applied"') where number = 2`,
    2,
  ],
  ['another person', `update mutation_log set employee_id = 'penguji-2' where number = 1`, 1],
  ['a removed line', 'delete from mutation_log where number = 2', 2],
  ['a removed end', 'delete from mutation_log where number = 4', 4],
  ['a forgotten head', `update scope set log_lines = 3 where id = '${SCOPE}'`, 4],
  ['two lines that changed places', `update mutation_log set number = 7 - number where number in (3, 4)`, 3],
])('%s is found', async (_what, statement, line) => {
  await tamper('alter table mutation_log drop constraint if exists mutation_log_chain', statement);
  expect((await verifyChains(server.db)).broken).toEqual([{ agency: 'dishub-hsu', scope: SCOPE, line }]);
});

it('a whole chain that was written anew is found by the heads of an earlier verification', async () => {
  const before = await verifyChains(server.db);
  await tamper('delete from mutation_log', `update scope set log_lines = 0, log_hash = ''`);
  await send(log(), log(), log(), log());
  const after = await verifyChains(server.db);
  expect(after.broken).toEqual([]);
  expect((await changedSince(server.db, before.heads)).map(({ scope }) => scope)).toEqual([SCOPE]);
  expect(await changedSince(server.db, after.heads)).toEqual([]);
});
