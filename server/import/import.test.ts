import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { PROTOCOL } from '#shared/protocol.ts';
import { stableId } from '../db/demo/seeding.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

const EMPLOYEE = 'penguji-1';
const LAST_CONTACT = new Date('2026-11-20T02:00:00Z');
const NOW = new Date('2026-11-24T02:00:00Z');

let server: TestServer;
let owner: string;
let administrator: string;
let stranger: string;
beforeAll(async () => {
  server = await startTestServer(LAST_CONTACT);
  owner = await server.signIn('198812042014021003');
  administrator = await server.signIn('198505052010011099');
  stranger = await server.signIn('199203192015031002');
});
afterAll(() => server.close());

let device: string;
beforeEach(async () => {
  server.time.now = LAST_CONTACT;
  device = randomUUID();
  await sync([]);
  server.time.now = NOW;
});

const log = (at: string, title = 'Uji emisi') => ({
  ...{ id: randomUUID(), name: 'activity.log', v: 1, at },
  args: {
    ...{ id: randomUUID(), resultId: stableId('result', EMPLOYEE, 'uji'), date: '2026-11-20', title, description: '' },
    ...{ time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'x' } },
  },
});

function sync(mutations: object[]) {
  const payload = {
    protocol: PROTOCOL,
    app: 't',
    actor: EMPLOYEE,
    device,
    mutations,
    known: {},
    epoch: null,
    settled: 0,
  };
  return server.app.inject({ method: 'POST', url: '/api/sync', payload, headers: { cookie: owner } });
}

const bring = (cookie: string, mutations: object[], more: object = {}) =>
  server.app.inject({
    ...{ method: 'POST', url: '/api/import', headers: { cookie } },
    payload: { person: EMPLOYEE, device, mutations, ...more },
  });

async function stored(id: string) {
  const { rows } = await sql<{ countedAt: Date; importedBy: string | null; employeeId: string }>`
    select counted_at, imported_by, employee_id from mutation_log where id = ${id}`.execute(server.db);
  return rows;
}

it('an administrator brings what a device could not send, and the log names both', async () => {
  const work = log('2026-11-21T02:00:00.000Z');
  const answer = await bring(administrator, [work, { ...log('x'), args: { nonsense: true } }]);
  expect(answer.json()).toMatchObject({ name: 'Muhammad Ridha, A.Md.' });
  expect(answer.json().outcomes).toMatchObject([{ result: 'applied' }, { refusal: { code: 'malformed' } }]);
  expect(await stored(work.id)).toEqual([
    { countedAt: new Date(work.at), importedBy: 'admin-bkpsdm', employeeId: EMPLOYEE },
  ]);
});

it('a person brings the own file on another device, and nobody is named beside them', async () => {
  const work = log('2026-11-21T02:00:00.000Z');
  expect((await bring(owner, [work])).json().outcomes).toMatchObject([{ result: 'applied' }]);
  expect(await stored(work.id)).toMatchObject([{ importedBy: null }]);
});

it('the same file twice, and the device itself afterwards, apply nothing twice', async () => {
  const work = [log('2026-11-21T02:00:00.000Z'), log('2026-11-22T02:00:00.000Z')];
  const first = await bring(administrator, work);
  expect((await bring(owner, work)).json().outcomes).toEqual(first.json().outcomes);
  const sent = await sync(work.map((mutation, index) => ({ ...mutation, seq: index + 1 })));
  expect(sent.json().outcomes).toEqual(first.json().outcomes);
  expect(sent.json().lastSeq).toBe(2);
  for (const { id } of work) expect(await stored(id)).toHaveLength(1);
});

it('claims no time before the last contact of the device that made it, and none at all for a device nobody knows', async () => {
  const early = log('2026-01-01T00:00:00.000Z');
  await bring(administrator, [early]);
  expect(await stored(early.id)).toMatchObject([{ countedAt: LAST_CONTACT }]);
  const unknown = log('2026-11-21T02:00:00.000Z');
  await bring(administrator, [unknown], { device: randomUUID() });
  expect(await stored(unknown.id)).toMatchObject([{ countedAt: NOW }]);
});

it('nobody brings the work of another but an administrator, and nobody that of a stranger to the agency', async () => {
  const work = log('2026-11-21T02:00:00.000Z');
  expect((await bring(stranger, [work])).json()).toMatchObject({ status: 403, code: 'forbidden' });
  expect((await bring('', [work])).json()).toMatchObject({ status: 401 });
  expect((await bring(administrator, [work], { person: 'nobody' })).json()).toMatchObject({ status: 404 });
  expect((await bring(administrator, [work, work])).json()).toMatchObject({ status: 400, code: 'malformed' });
  expect(await stored(work.id)).toEqual([]);
});

it('sync health tells administrators what lies unsent, refused, and in which versions; nobody else', async () => {
  const waiting = { unsent: 7, oldest: '2026-11-21T02:00:00.000Z', kept: 2 };
  const payload = { protocol: PROTOCOL, app: '9.9.9', actor: EMPLOYEE, device, mutations: [], known: {}, epoch: null };
  const contact = { payload: { ...payload, settled: 0, left: waiting }, headers: { cookie: owner } };
  await server.app.inject({ method: 'POST', url: '/api/sync', ...contact });
  const health = (cookie: string) => server.app.inject({ url: '/api/admin/sync-health', headers: { cookie } });
  const { devices, apps, refused } = (await health(administrator)).json();
  expect(devices[0]).toEqual({
    ...{ id: device, employeeId: EMPLOYEE, name: 'Muhammad Ridha, A.Md.', app: '9.9.9' },
    ...{ lastContact: NOW.toISOString(), unsent: 7, oldestUnsent: waiting.oldest, kept: 2 },
  });
  expect(devices.map(({ app }: { app: string }) => app)).not.toContain('import');
  expect(apps).toContainEqual({ app: '9.9.9', devices: 1 });
  expect(refused).toContainEqual({ code: 'malformed', count: 1, last: NOW.toISOString() });
  expect((await health(owner)).statusCode).toBe(403);
});
