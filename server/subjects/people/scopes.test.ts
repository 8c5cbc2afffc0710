import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { PROTOCOL, type SyncResponse } from '#shared/sync/protocol.ts';

const EMPLOYEE = { id: 'penguji-1', nip: '198812042014021003' };
const SUPERVISOR = { id: 'ka-upt', nip: '197808152003121012' };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function act({ id, nip }: { id: string; nip: string }, name: string, args: object) {
  const cookie = await server.signIn(nip);
  const mutations = [{ seq: 1, id: randomUUID(), name, v: 1, args, at: server.time.now.toISOString() }];
  const envelope = { protocol: PROTOCOL, app: 't', actor: id, device: randomUUID(), mutations, known: {} };
  const payload = { ...envelope, epoch: null, settled: 0 };
  const response = await server.app.inject({ method: 'POST', url: '/api/sync', headers: { cookie }, payload });
  return response.json<SyncResponse>().outcomes[0];
}

/** An employee whom an operator puts in by SQL, of the same post and superior as another. */
async function arrive(id: string, nip: string): Promise<void> {
  for (const [table, changes] of [
    ['employee', { id, nip }],
    ['assignment', { id: `post-${id}`, employee_id: id }],
    ['account', { employee_id: id, nip }],
  ] as const) {
    const of = table === 'employee' ? 'id' : 'employee_id';
    await sql`insert into ${sql.table(table)} select made.* from ${sql.table(table)} r,
      lateral jsonb_populate_record(null::${sql.table(table)}, to_jsonb(r) || ${JSON.stringify(changes)}::jsonb) made
      where r.${sql.ref(of)} = ${EMPLOYEE.id}`.execute(server.db);
  }
}

it('an employee whom nobody gave a scope can plan the year', async () => {
  const nip = '199001012015031009';
  await arrive('baru-1', nip);
  const args = { id: randomUUID(), approach: 'quantitative', validFrom: '2026-01-01', validUntil: '2026-12-31' };
  expect(await act({ id: 'baru-1', nip }, 'skp.create', args)).toMatchObject({ result: 'applied' });
});

it('whoever signs in opens the scopes of the whole agency, so that a superior finds those of one who never did', async () => {
  await arrive('baru-2', '199001012015031017');
  const scopes = async () => {
    const { rows } = await sql<{ id: string }>`select id from scope where id like '%:baru-2' order by id`.execute(
      server.db,
    );
    return rows.map(({ id }) => id);
  };
  expect(await scopes()).toEqual([]);
  await server.signIn(SUPERVISOR.nip);
  expect(await scopes()).toEqual(['m:baru-2', 'p:baru-2', 'w:baru-2']);
});
