import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';

const NIP = '198812042014021003';
const OTHER = '197808152003121012';
const NEXT = 'sungai negara';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const change = (cookie: string, payload: object) =>
  server.app.inject({ method: 'POST', url: '/api/password', headers: { cookie }, payload });
const whoIs = async (cookie: string) =>
  (await server.app.inject({ url: '/api/session', headers: { cookie } })).statusCode;
const signIn = async (password: string) =>
  (await server.app.inject({ method: 'POST', url: '/api/session', payload: { nip: NIP, password } })).statusCode;

it('is changed by nobody without a session, the old password, or a good new one', async () => {
  const cookie = await server.signIn(NIP);
  expect((await change('', { current: DEMO_PASSWORD, next: NEXT })).statusCode).toBe(401);
  const wrong = await change(cookie, { current: 'salah', next: NEXT });
  expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'wrong-credentials']);
  for (const next of ['pendek', NIP, 'aaaaaaaaaaaa', '']) {
    expect((await change(cookie, { current: DEMO_PASSWORD, next })).statusCode, next).toBe(400);
  }
  expect(await signIn(DEMO_PASSWORD)).toBe(200);
  expect(await whoIs(cookie)).toBe(200);
});

it('ends every other session of the person and nobody else’s, and the old one opens nothing', async () => {
  const [here, elsewhere, other] = [await server.signIn(NIP), await server.signIn(NIP), await server.signIn(OTHER)];
  expect((await change(here, { current: DEMO_PASSWORD, next: NEXT })).statusCode).toBe(204);
  expect([await whoIs(here), await whoIs(elsewhere), await whoIs(other)]).toEqual([200, 401, 200]);
  expect([await signIn(DEMO_PASSWORD), await signIn(NEXT)]).toEqual([401, 200]);
});

it('of two changes at once one is made', async () => {
  const cookie = await server.signIn(OTHER);
  const tried = ['pasar terapung', 'danau panggang'].map((next) => change(cookie, { current: DEMO_PASSWORD, next }));
  const codes = (await Promise.all(tried)).map(({ statusCode }) => statusCode);
  expect(codes.sort()).toEqual([204, 401]);
});

it('guesses at the old password are slowed down, also by who holds a session', async () => {
  server.time.now = new Date(server.time.now.getTime() + 86_400_000 * 2);
  const payload = { nip: NIP, password: NEXT };
  const { cookies } = await server.app.inject({ method: 'POST', url: '/api/session', payload });
  const cookie = `${cookies[0]?.name}=${cookies[0]?.value}`;
  const codes: number[] = [];
  for (let guess = 0; guess < 7; guess += 1) {
    codes.push((await change(cookie, { current: `tebakan ${guess}`, next: 'pasar terapung' })).statusCode);
  }
  expect(codes.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
  expect(codes.slice(5)).toEqual([429, 429]);
});
