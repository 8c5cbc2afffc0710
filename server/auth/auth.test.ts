import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

const NIP = '198812042014021003';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const signIn = (payload: object, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url: '/api/session', payload, headers });

describe('passwords', () => {
  it('are kept as argon2id hashes, each with a salt of its own', async () => {
    const [one, two] = [await hashPassword('rahasia'), await hashPassword('rahasia')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword('rahasia', one)).toBe(true);
    expect(await verifyPassword('Rahasia', one)).toBe(false);
    expect(await verifyPassword('rahasia', 'no hash')).toBe(false);
  });
});

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn({ nip: '19881204 201402 1 003', password: DEMO_PASSWORD });
    expect(answer.json()).toMatchObject({ employeeId: 'penguji-1', name: 'Muhammad Ridha, A.Md.', roles: [] });
    expect(Object.keys(answer.json())).not.toContain('createdAt');
    expect(answer.cookies).toHaveLength(2);
    for (const cookie of answer.cookies)
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const { rows } = { rows: await server.db.selectFrom('session').select('tokenHash').execute() };
    expect(rows.some(({ tokenHash }) => tokenHash.toString() === answer.cookies[0]?.value)).toBe(false);
  });

  it('again and again keeps the latest sessions and browsers of a person, and none of the others', async () => {
    const first = await signIn({ nip: NIP, password: DEMO_PASSWORD });
    const early = new Date('2026-11-01T00:00:00Z');
    for (const index of Array.from({ length: 300 }).keys()) {
      const tokenHash = Buffer.from(`hash ${index}`);
      const person = { agencyId: 'dishub-hsu', employeeId: 'penguji-1', tokenHash };
      await server.db
        .insertInto('session')
        .values({ ...person, createdAt: early, expiresAt: new Date('2027-01-01T00:00:00Z') })
        .execute();
      await server.db
        .insertInto('knownBrowser')
        .values({ ...person, lastUsed: early })
        .execute();
    }
    const last = await signIn({ nip: NIP, password: DEMO_PASSWORD });
    for (const table of ['session', 'knownBrowser'] as const) {
      const kept = await server.db
        .selectFrom(table)
        .select('tokenHash')
        .where('employeeId', '=', 'penguji-1')
        .execute();
      expect(kept).toHaveLength(100);
    }
    for (const { cookies } of [first, last]) {
      const cookie = `${cookies[0]?.name}=${cookies[0]?.value}`;
      expect((await server.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(200);
    }
  });

  it('says the same of an unknown NIP as of a wrong password', async () => {
    const wrong = await signIn({ nip: NIP, password: 'salah' });
    const unknown = await signIn({ nip: '198812042014021009', password: 'salah' });
    expect(wrong.json()).toEqual(unknown.json());
    expect(wrong.json()).toMatchObject({ status: 401, code: 'wrong-credentials' });
  });

  it('from another site is refused', async () => {
    const answer = await signIn({ nip: NIP, password: DEMO_PASSWORD }, { origin: 'https://jahat.example' });
    expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('with nonsense is told so without a trace of the program', async () => {
    const answer = await signIn({ nip: 5, password: ['x'] });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).not.toMatch(/node_modules|\.ts|at /);
  });
});

describe('a session', () => {
  it('ends by signing out', async () => {
    const cookie = await server.signIn(NIP);
    const ask = () => server.app.inject({ url: '/api/session', headers: { cookie } });
    expect((await ask()).statusCode).toBe(200);
    await server.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect((await ask()).json()).toMatchObject({ status: 401, code: 'signed-out' });
  });

  it('ends thirty days after the last sign-in', async () => {
    const cookie = await server.signIn(NIP);
    const before = server.time.now;
    const ask = () => server.app.inject({ url: '/api/session', headers: { cookie } });
    server.time.now = new Date(before.getTime() + 30 * 86_400_000 - 1000);
    expect((await ask()).statusCode).toBe(200);
    server.time.now = new Date(before.getTime() + 30 * 86_400_000);
    expect((await ask()).statusCode).toBe(401);
    server.time.now = before;
  });
});
