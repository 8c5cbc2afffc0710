import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DEMO_ADMINISTRATOR, DEMO_PASSWORD } from '#server/demo/agency.ts';
import { TestDevice } from '#server/testing/device.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { Accounts, Codes, Sessions } from '#shared/people/accounts.ts';
import { spacedCode } from '#shared/people/rules/activation-code.ts';

const NOW = new Date('2026-11-24T02:00:00Z');
const RIDHA = { id: 'penguji-1', nip: '198812042014021003' };
const SUPIANI = { id: 'ka-upt', nip: '197808152003121012' };
const NEW = { id: 'nip-199001012020121001', nip: '199001012020121001' };
const PASSWORD = 'pasar terapung';
const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36';

let server: TestServer;
let admin: string;
let desk: TestDevice;
beforeAll(async () => {
  server = await startTestServer(NOW);
  admin = await server.signIn(DEMO_ADMINISTRATOR.nip);
  const post = {
    ...{ unitId: 'dinas', position: 'Analis', positionKind: 'JA', kind: 'definitive', postClass: 7 },
    ...{ superiorId: 'kadis', from: '2026-11-01' },
  };
  const args = {
    ...{ units: [], left: [], ended: [], from: '2026-11-01' },
    people: [{ nip: NEW.nip, name: 'Orang Baru', employment: 'PNS', grade: 'III/a', posts: [post] }],
    seen: { new: 1, returned: 0, moved: 0, promoted: 0, superior: 0, corrected: 0, left: 0, units: 0 },
  };
  const mutations = [{ id: randomUUID(), name: 'personnel.take', v: 1, args, at: NOW.toISOString() }];
  const answer = await ask(admin, 'POST', '/api/office', { mutations });
  expect(answer.json()).toMatchObject({ outcomes: [{ result: 'applied' }] });
  desk = await TestDevice.create(server, { id: DEMO_ADMINISTRATOR.id, cookie: admin });
});
afterAll(() => server.close());
// Each test guesses anew, and on the same day.
beforeEach(async () => {
  server.time.now = NOW;
  await server.db.deleteFrom('guess').execute();
});

/** From a day on somebody holds another post, or none. */
async function move(employeeId: string, validFrom: string, to: object | null): Promise<string> {
  const at = server.time.now.toISOString();
  const args = { employeeId, validFrom, to };
  const { outcomes } = await desk.sync([{ id: randomUUID(), name: 'assignment.move', v: 4, args, at }]);
  const [outcome] = outcomes;
  return outcome?.result === 'refused' ? outcome.refusal.code : (outcome?.result ?? '');
}
const ask = (cookie: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  server.app.inject({ method, url, headers: { cookie, 'user-agent': PHONE }, ...(payload && { payload }) });
const codeFor = async ({ id }: { id: string }) => {
  const { codes } = (await ask(admin, 'POST', '/api/accounts/codes', { employeeIds: [id] })).json<Codes>();
  return codes[0]?.code ?? '';
};
const activate = (nip: string, code: string, password = PASSWORD) =>
  ask('', 'POST', '/api/activation', { nip, code, password });
const signIn = async (nip: string, password: string) => {
  const answer = await ask('', 'POST', '/api/session', { nip, password });
  const [cookie] = answer.cookies;
  return { status: answer.statusCode, code: answer.json().code, cookie: `${cookie?.name}=${cookie?.value}` };
};

it('a code opens an account once, typed as it is printed; before it there is none', async () => {
  expect((await signIn(NEW.nip, PASSWORD)).code).toBe('wrong-credentials');
  const code = await codeFor(NEW);
  const listed = (await ask(admin, 'GET', '/api/accounts')).json<Accounts>();
  const invited = { employeeId: NEW.id, active: false, invitedUntil: '2026-12-24T02:00:00.000Z', lastContact: null };
  expect(listed.accounts.find(({ employeeId }) => employeeId === NEW.id)).toEqual(invited);
  expect((await activate(NEW.nip, code, 'short')).json().code).toBe('malformed');
  expect((await activate(NEW.nip, spacedCode(code).toLowerCase())).statusCode).toBe(204);
  expect((await activate(NEW.nip, code)).json().code).toBe('wrong-credentials');
  const { status, cookie } = await signIn(NEW.nip, PASSWORD);
  expect(status).toBe(200);
  const again = (await ask(admin, 'GET', '/api/accounts')).json<Accounts>();
  expect(again.accounts.find(({ employeeId }) => employeeId === NEW.id)).toMatchObject({
    active: true,
    invitedUntil: null,
  });
  const { sessions } = (await ask(cookie, 'GET', `/api/sessions/${NEW.id}`)).json<Sessions>();
  expect(sessions).toMatchObject([{ browser: 'Chrome · Android', own: true, since: NOW.toISOString() }]);
});

it('of two who use one code at once one does', async () => {
  const code = await codeFor(RIDHA);
  const answers = await Promise.all([
    activate(RIDHA.nip, code, 'kapal besar'),
    activate(RIDHA.nip, code, 'kapal kecil'),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 401]);
});

it('a code dies with the next one, with time, and is nobody else’s; the database keeps its hash alone', async () => {
  const [first, second] = [await codeFor(SUPIANI), await codeFor(SUPIANI)];
  const { rows } = await sql<{ kept: string }>`select activation::text as kept from activation`.execute(server.db);
  expect(rows.some(({ kept }) => kept.includes(second))).toBe(false);
  expect((await activate(SUPIANI.nip, first)).statusCode).toBe(401);
  expect((await activate(RIDHA.nip, second)).statusCode).toBe(401);
  server.time.now = new Date(NOW.getTime() + 31 * 86_400_000);
  expect((await activate(SUPIANI.nip, second)).statusCode).toBe(401);
  server.time.now = NOW;
  await server.db.deleteFrom('guess').execute();
  // What nobody used leaves the password as it is.
  expect((await signIn(SUPIANI.nip, DEMO_PASSWORD)).status).toBe(200);
});

it('a reset takes the old password, and every session that was begun with it', async () => {
  const { cookie } = await signIn(SUPIANI.nip, DEMO_PASSWORD);
  expect((await activate(SUPIANI.nip, await codeFor(SUPIANI))).statusCode).toBe(204);
  expect((await ask(cookie, 'GET', '/api/session')).statusCode).toBe(401);
  expect((await signIn(SUPIANI.nip, DEMO_PASSWORD)).code).toBe('wrong-credentials');
  expect((await signIn(SUPIANI.nip, PASSWORD)).status).toBe(200);
});

it('guessing a code is slowed down as guessing a password is', async () => {
  const statuses: number[] = [];
  for (let guess = 0; guess < 8; guess += 1) {
    statuses.push((await activate('198709172010011008', '0000-0000-0000')).statusCode);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
});

it('codes, accounts and the sessions of others are for administrators alone', async () => {
  const { cookie } = await signIn(NEW.nip, PASSWORD);
  const asked = await Promise.all([
    ask(cookie, 'GET', '/api/accounts'),
    ask(cookie, 'POST', '/api/accounts/codes', { employeeIds: [RIDHA.id] }),
    ask(cookie, 'GET', `/api/sessions/${RIDHA.id}`),
    ask(cookie, 'DELETE', `/api/sessions/${RIDHA.id}/others`),
  ]);
  expect(asked.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403]);
  expect((await ask('', 'GET', '/api/accounts')).statusCode).toBe(401);
});

it('sessions end one by one, or all but the one that asks', async () => {
  const [one, two, three] = [
    await signIn(NEW.nip, PASSWORD),
    await signIn(NEW.nip, PASSWORD),
    await signIn(NEW.nip, PASSWORD),
  ];
  const isIn = async ({ cookie }: { cookie: string }) => (await ask(cookie, 'GET', '/api/session')).statusCode === 200;
  const keyOf = async ({ cookie }: { cookie: string }) =>
    (await ask(cookie, 'GET', `/api/sessions/${NEW.id}`)).json<Sessions>().sessions.find(({ own }) => own)?.key;
  expect((await ask(admin, 'DELETE', `/api/sessions/${NEW.id}/${await keyOf(two)}`)).statusCode).toBe(204);
  expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([true, false, true]);
  await ask(one.cookie, 'DELETE', `/api/sessions/${NEW.id}/others`);
  expect([await isIn(one), await isIn(three)]).toEqual([true, false]);
});

it('who has left is out at once, is told so where the password is right, gets no code, and comes in again with a post', async () => {
  const { cookie } = await signIn(NEW.nip, PASSWORD);
  expect(await move(NEW.id, '2026-11-25', null)).toBe('applied');
  expect((await ask(cookie, 'GET', '/api/session')).statusCode).toBe(200);
  server.time.now = new Date(NOW.getTime() + 86_400_000);
  expect((await ask(cookie, 'GET', '/api/session')).statusCode).toBe(401);
  expect((await signIn(NEW.nip, PASSWORD)).code).toBe('left');
  expect((await signIn(NEW.nip, 'not the password')).code).toBe('wrong-credentials');
  expect(await codeFor(NEW)).toBe('');
  const post = { id: randomUUID(), unitId: 'dinas', position: 'Analis', positionKind: 'JA', supervisorId: 'kadis' };
  expect(await move(NEW.id, '2026-11-25', { ...post, postClass: null, leadsUnit: false, headsAgency: false })).toBe(
    'applied',
  );
  expect((await ask(cookie, 'GET', '/api/session')).statusCode).toBe(200);
  server.time.now = NOW;
});

it('an administrator cannot leave by the own act', async () => {
  expect(await move(DEMO_ADMINISTRATOR.id, '2026-11-25', null)).toBe('own-leaving');
});
