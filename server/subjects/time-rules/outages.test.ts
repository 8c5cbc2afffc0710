import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyChains } from '#server/audit/verify.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
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

it('a clock that was ahead for a while hides no gap that comes after it', async () => {
  await beat(server.db, pokes, later(60 * 24 * 365));
  await beat(server.db, pokes, NOW);
  expect(await beat(server.db, pokes, later(90))).toEqual({ from: NOW });
  // A second server whose clock is behind by little takes nothing back.
  await beat(server.db, pokes, later(85));
  expect(await beat(server.db, pokes, later(92))).toBeNull();
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

it('planned maintenance lets everybody in until it begins, and called off before it leaves nothing behind', async () => {
  server.time.now = NOW;
  const headers = { cookie: administrator };
  const ask = (method: 'GET' | 'POST' | 'DELETE', payload?: object) =>
    server.app.inject({ method, url: '/api/admin/maintenance', headers, ...(payload && { payload }) });
  const planned = { startsAt: later(60).toISOString(), until: later(120).toISOString(), message: 'Pindah server' };
  expect((await ask('POST', { ...planned, until: planned.startsAt })).statusCode).toBe(400);
  expect((await ask('POST', planned)).json()).toEqual({ maintenance: planned });
  expect((await ask('GET')).json()).toEqual({ maintenance: planned });
  const { findSession } = await import('#server/auth/sessions.ts');
  const token = administrator.split('=')[1]?.split(';')[0];
  expect((await findSession(server.db, token, later(59))).maintenance).toBeNull();
  expect((await findSession(server.db, token, later(61))).maintenance).toMatchObject({ message: 'Pindah server' });
  await ask('DELETE');
  expect((await ask('GET')).json()).toEqual({ maintenance: null });
  expect(await status()).toEqual([]);
});

const SCOPE = 'a:dishub-hsu';
const versionOf = async () => {
  const { rows } = await sql<{ version: number }>`select version from scope where id = ${SCOPE}`.execute(server.db);
  return rows[0]?.version ?? 0;
};
const maintenance = (method: 'POST' | 'DELETE') =>
  server.app.inject({
    ...{ method, url: '/api/admin/maintenance', headers: { cookie: administrator } },
    ...(method === 'POST' && { payload: { until: later(120).toISOString(), message: 'Pindah server' } }),
  });

describe('each entry of the ledger', () => {
  const entries: [what: string, make: () => Promise<unknown>, bySomebody: boolean][] = [
    ['maintenance that begins', () => maintenance('POST'), true],
    ['its end', () => maintenance('DELETE'), true],
    ['a gap in the beats', () => beat(server.db, pokes, later(90)), false],
  ];

  it('comes with its version and with a line in the audit log that names who made it', async () => {
    server.time.now = NOW;
    await beat(server.db, pokes, NOW);
    const session = await server.app.inject({ url: '/api/session', headers: { cookie: administrator } });
    for (const [index, [what, make, bySomebody]] of entries.entries()) {
      const before = await versionOf();
      server.time.now = later(index);
      await make();
      expect(await versionOf(), what).toBe(before + 1);
      const { rows: changed } = await sql`select from outage where version = ${before + 1}`.execute(server.db);
      expect(changed, what).toHaveLength(1);
      const { rows: lines } = await sql<{ employeeId: string; outcome: object }>`
        select employee_id, outcome from mutation_log where scope_id = ${SCOPE} order by number desc limit 1`.execute(
        server.db,
      );
      const employeeId = bySomebody ? session.json().employeeId : '_server';
      expect(lines, what).toMatchObject([{ employeeId, outcome: { versions: { [SCOPE]: before + 1 } } }]);
    }
    expect((await verifyChains(server.db)).broken).toEqual([]);
  });

  it('that cannot be kept leaves nothing behind: neither a version, nor maintenance, nor a beat', async () => {
    server.time.now = NOW;
    await beat(server.db, pokes, NOW);
    const state = async () => {
      const beats = await sql`select at from heartbeat`.execute(server.db);
      const session = await server.app.inject({ url: '/api/admin/maintenance', headers: { cookie: administrator } });
      return [await versionOf(), beats.rows, session.json()];
    };
    const before = await state();
    await sql`create function fail() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`.execute(
      server.db,
    );
    await sql`create trigger fail before insert or update on outage execute function fail()`.execute(server.db);
    expect((await maintenance('POST')).statusCode).toBe(500);
    await expect(beat(server.db, pokes, later(90))).rejects.toThrow('disk full');
    expect(await state()).toEqual(before);
    await sql`drop trigger fail on outage`.execute(server.db);
    // The next beat finds the whole gap.
    expect(await beat(server.db, pokes, later(91))).toEqual({ from: NOW });
    expect(await status()).toMatchObject([{ startsAt: NOW.toISOString(), endsAt: later(91).toISOString() }]);
  });
});

it('maintenance until a day that no calendar has is refused', async () => {
  for (const until of ['2027-02-31T00:00:00.000Z', '9999-12-31T00:00:00.000Z', '2027-01-01T00:00:00+05']) {
    const payload = { until, message: 'x' };
    const headers = { cookie: administrator };
    const answer = await server.app.inject({ method: 'POST', url: '/api/admin/maintenance', headers, payload });
    expect(answer.json()).toMatchObject({ status: 400, code: 'malformed' });
  }
});
