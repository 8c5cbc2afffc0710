import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { networkOf } from './network.ts';

const VICTIM = '198812042014021003';
const OTHER = '198508092010012008';
const HOME = '36.80.1.1';
const ATTACKER = '5.6.7.8';
const PROXY = '127.0.0.1';

let server: TestServer;
let unproxied: TestServer;
const start = new Date('2026-11-24T02:00:00Z');
beforeAll(async () => {
  const open = { publicOrigin: 'https://kinerja.example.go.id' };
  server = await startTestServer(start, { settings: { ...open, trustedProxy: PROXY } });
  unproxied = await startTestServer(start, { settings: open });
}, 90_000);
beforeEach(async () => {
  await sql`delete from guess`.execute(server.db);
  server.time.now = start;
});
afterAll(async () => {
  await server.close();
  await unproxied.close();
});

interface From {
  address?: string;
  cookie?: string;
  at?: TestServer;
}

const signIn = (nip: string, password: string, { address = HOME, cookie, at = server }: From = {}) =>
  at.app.inject({
    ...{ method: 'POST', url: '/api/session', payload: { nip, password } },
    headers: { 'x-forwarded-for': address, ...(cookie && { cookie }) },
  });
const guess = async (nip: string, from?: From) => (await signIn(nip, 'tebak', from)).statusCode;
const later = (seconds: number) => {
  server.time.now = new Date(server.time.now.getTime() + seconds * 1000);
};
/** The cookie that lets a browser be known again. */
async function browserOf(nip: string, address: string): Promise<string> {
  const answer = await signIn(nip, DEMO_PASSWORD, { address });
  const found = answer.cookies.find(({ name }) => name === 'kerjaku_browser');
  return `${found?.name}=${found?.value}`;
}

describe('guessing the password of one account', () => {
  it('waits longer after each failure, however the NIP is spelled', async () => {
    const spellings = [
      '198812042014021003',
      '19881204 201402 1 003',
      '1988.1204.2014.0210.03',
      '198812042014021-003',
      ' 198812042014021003 ',
    ];
    for (const nip of spellings) expect(await guess(nip, { address: ATTACKER })).toBe(401);
    const refused = await signIn('1 9 8 8 1 2 0 4 2 0 1 4 0 2 1 0 0 3', DEMO_PASSWORD, { address: ATTACKER });
    expect(refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(refused.headers['retry-after']).toBe('1');
    for (const wait of [1, 2, 4, 8, 16]) {
      later(wait);
      expect(await guess(VICTIM, { address: ATTACKER })).toBe(401);
      expect(await guess(VICTIM, { address: ATTACKER })).toBe(429);
    }
  });

  it('all at once is counted all the same', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(VICTIM, { address: ATTACKER })));
    expect(answers.filter((status) => status === 401)).toHaveLength(5);
  });

  it('is remembered in the database, not in a process that may be restarted', async () => {
    for (let n = 0; n < 5; n += 1) await guess(VICTIM, { address: ATTACKER });
    const { rows } = await sql<{ key: string; failures: number }>`select key, failures from guess order by key`.execute(
      server.db,
    );
    expect(rows).toEqual([
      { key: `account ${VICTIM}`, failures: 5 },
      { key: `pair ${VICTIM} ${ATTACKER}`, failures: 5 },
      { key: `place ${ATTACKER}`, failures: 5 },
    ]);
  });

  it('does not keep the person out who comes from elsewhere, and nobody else', async () => {
    for (let n = 0; n < 20; n += 1) await guess(VICTIM, { address: ATTACKER });
    expect((await signIn(VICTIM, DEMO_PASSWORD)).statusCode).toBe(200);
    expect((await signIn(OTHER, DEMO_PASSWORD, { address: ATTACKER })).statusCode).toBe(200);
    // The attacker gains nothing by it.
    expect(await guess(VICTIM, { address: ATTACKER })).toBe(429);
  });

  it('from everywhere slows down whoever comes from elsewhere, never the browsers that the person has used', async () => {
    const cookie = await browserOf(VICTIM, HOME);
    for (let n = 0; n < 50; n += 1) expect(await guess(VICTIM, { address: `5.6.${n}.1` })).toBe(401);
    expect(await guess(VICTIM, { address: '9.9.9.9' })).toBe(429);
    expect((await signIn(VICTIM, DEMO_PASSWORD, { address: '9.9.9.9', cookie })).statusCode).toBe(200);
    later(60);
    expect((await signIn(VICTIM, DEMO_PASSWORD, { address: '9.9.9.8' })).statusCode).toBe(200);
  }, 30_000);

  it('in a browser that somebody else has used is nothing special', async () => {
    const cookie = await browserOf(OTHER, HOME);
    for (let n = 0; n < 5; n += 1) expect(await guess(VICTIM, { address: ATTACKER, cookie })).toBe(401);
    expect(await guess(VICTIM, { address: ATTACKER, cookie })).toBe(429);
    const own = await browserOf(VICTIM, HOME);
    for (let n = 0; n < 5; n += 1) expect(await guess(VICTIM, { cookie: own })).toBe(401);
    expect(await guess(VICTIM, { cookie: own })).toBe(429);
  });
});

describe('an address that a stranger invents', () => {
  it('counts for nothing where no proxy is named', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 7; n += 1) answers.push(await guess(VICTIM, { at: unproxied, address: `10.1.1.${n}` }));
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('before that of the named proxy counts for nothing either', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 7; n += 1) answers.push(await guess(VICTIM, { address: `10.1.1.${n}, ${ATTACKER}` }));
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });
});

describe('the place a request comes from', () => {
  it.each([
    ['36.80.1.1', '36.80.1.1'],
    ['::ffff:36.80.1.1', '36.80.1.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is slowed down after a hundred failures over all accounts, however many', async () => {
    const nip = (n: number) => `19900101201503${1 + (n % 2)}${String(n).padStart(3, '0')}`;
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(nip(n), { address: ATTACKER })));
    expect(new Set(answers)).toEqual(new Set([401]));
    await sql`update guess set failures = 100 where key = ${`place ${ATTACKER}`}`.execute(server.db);
    expect(await guess(nip(999), { address: ATTACKER })).toBe(429);
    expect(await guess(nip(998), { address: HOME })).toBe(401);
  }, 30_000);
});

describe('limits on requests', () => {
  const ask = (cookie: string, address: string) =>
    server.app.inject({ url: '/api/events', method: 'GET', headers: { cookie, 'x-forwarded-for': address } });

  it('count a cookie that nobody verified for the place it comes from, so that inventing cookies gains nothing', async () => {
    let status = 0;
    for (let n = 0; n < 301; n += 1) status = (await ask(`kerjaku_session=invented${n}`, '44.1.1.1')).statusCode;
    expect(status).toBe(429);
    expect((await ask('kerjaku_session=x', '44.1.1.2')).statusCode).toBe(401);
  }, 30_000);
});
