import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { beat } from './heartbeat.ts';

const NOW = new Date('2026-11-24T02:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const moved: string[] = [];
const pokes = { moved: async (agency: string) => void moved.push(agency) };

let server: TestServer;
let administrator: string;
beforeAll(async () => {
  server = await startTestServer(NOW);
  administrator = await server.signIn('198505052010011099');
});
afterAll(() => server.close());
beforeEach(async () => {
  moved.length = 0;
  await sql`delete from heartbeat`.execute(server.db);
  await sql`delete from outage`.execute(server.db);
});

const status = async () => (await server.app.inject('/api/status')).json().outages;

it('a server that beats has no outage', async () => {
  for (const minute of [0, 1, 3.5, 6]) expect(await beat(server.db, pokes, later(minute))).toBeNull();
  expect(await status()).toEqual([]);
});

it('a gap in the beats is an outage that every device hears of', async () => {
  await beat(server.db, pokes, NOW);
  const before = await sql<{ version: number }>`select version from scope where id = 'a:dishub-hsu'`.execute(server.db);
  expect(await beat(server.db, pokes, later(90))).toEqual({ from: NOW });
  server.time.now = later(91);
  expect(await status()).toEqual([
    {
      ...{ agency: 'Dinas Perhubungan Kabupaten Hulu Sungai Utara', kind: 'unplanned', reason: '' },
      ...{ startsAt: NOW.toISOString(), endsAt: later(90).toISOString() },
    },
  ]);
  const after = await sql<{ version: number }>`select version from scope where id = 'a:dishub-hsu'`.execute(server.db);
  expect(after.rows[0]?.version).toBe((before.rows[0]?.version ?? 0) + 1);
  expect(moved).toEqual(['dishub-hsu']);
});

it('two servers that come back together find the gap once', async () => {
  await beat(server.db, pokes, NOW);
  await Promise.all([beat(server.db, pokes, later(30)), beat(server.db, pokes, later(30.01))]);
  expect(await status()).toHaveLength(1);
});

it('maintenance stands in the ledger as planned, and ends there when it ends', async () => {
  server.time.now = NOW;
  const headers = { cookie: administrator };
  const payload = { until: later(120).toISOString(), message: 'Pindah server' };
  await server.app.inject({ method: 'POST', url: '/api/admin/maintenance', headers, payload });
  const line = { kind: 'maintenance', reason: 'Pindah server', startsAt: NOW.toISOString() };
  expect(await status()).toMatchObject([{ ...line, endsAt: later(120).toISOString() }]);
  server.time.now = later(30);
  await server.app.inject({ method: 'DELETE', url: '/api/admin/maintenance', headers });
  expect(await status()).toMatchObject([{ ...line, endsAt: later(30).toISOString() }]);
});
