import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { type Person, type Sent, TestDevice } from '#server/testing/device.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { fileStatement } from '#shared/sync/proof.ts';
import { digestOf, lineOf } from '#shared/sync/signing.ts';

const EMPLOYEE = 'penguji-1';
const LAST_CONTACT = new Date('2026-11-20T02:00:00Z');
const NOW = new Date('2026-11-24T02:00:00Z');

let server: TestServer;
let owner: Person;
let administrator: string;
let stranger: string;
beforeAll(async () => {
  server = await startTestServer(LAST_CONTACT);
  owner = { id: EMPLOYEE, cookie: await server.signIn('198812042014021003') };
  administrator = await server.signIn('198505052010011099');
  stranger = await server.signIn('199203192015031002');
});
afterAll(() => server.close());

let phone: TestDevice;
beforeEach(async () => {
  server.time.now = LAST_CONTACT;
  await sql`update session set created_at = ${LAST_CONTACT}, last_contact = null`.execute(server.db);
  phone = await TestDevice.create(server, owner);
  await phone.sync([]);
  server.time.now = NOW;
});

const log = (at: string, title = 'Uji emisi'): Sent => ({
  ...{ id: randomUUID(), name: 'activity.log', v: 1, at },
  args: {
    ...{ id: randomUUID(), resultId: stableId('result', EMPLOYEE, 'uji'), date: '2026-11-20', title, description: '' },
    ...{ time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'x' } },
  },
});

/** What a file of the phone proves. */
async function proofOf(mutations: readonly Sent[], { key } = phone) {
  const file = { device: phone.id, exportedAt: NOW.toISOString(), lines: await Promise.all(mutations.map(lineOf)) };
  const signature = await key?.sign(fileStatement({ person: EMPLOYEE, ...file }));
  return { ...file, key: key?.publicKey, signature };
}

const post = (cookie: string, payload: object) =>
  server.app.inject({ method: 'POST', url: '/api/import', headers: { cookie }, payload });

const bring = async (cookie: string, mutations: Sent[], more: object = {}) =>
  post(cookie, { person: EMPLOYEE, mutations, proof: await proofOf(mutations), ...more });

const unsigned = (cookie: string, mutations: Sent[]) => post(cookie, { person: EMPLOYEE, mutations });

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

it('whose work an administrator brings is told so on the own devices, once for a file', async () => {
  const work = [log('2026-11-21T02:00:00.000Z'), log('2026-11-22T02:00:00.000Z')] as const;
  const proof = await proofOf(work);
  const { receipt } = (await bring(administrator, [work[0]], { proof })).json();
  await bring(administrator, [work[1]], { proof, receipt });
  await bring(administrator, [...work], { proof });
  const { changes } = await phone.sync([]);
  expect(changes.filter(({ table }) => table === 'delivery').flatMap(({ rows }) => rows)).toMatchObject([
    { by: 'admin-bkpsdm', count: 2, at: NOW.toISOString() },
  ]);
  await bring(owner.cookie, [log('2026-11-22T03:00:00.000Z')]);
  expect((await phone.sync([])).changes.map(({ table }) => table)).not.toContain('delivery');
});

it('a person brings the own file on another device, and nobody is named beside them', async () => {
  const work = log('2026-11-21T02:00:00.000Z');
  expect((await bring(owner.cookie, [work])).json().outcomes).toMatchObject([{ result: 'applied' }]);
  expect(await stored(work.id)).toMatchObject([{ importedBy: null }]);
});

it('the same file twice, and the device itself afterwards, apply nothing twice', async () => {
  const work = [log('2026-11-21T02:00:00.000Z'), log('2026-11-22T02:00:00.000Z')];
  const first = await bring(administrator, work);
  expect((await bring(owner.cookie, work)).json().outcomes).toEqual(first.json().outcomes);
  const sent = await phone.sync(work);
  expect(sent.outcomes).toEqual(first.json().outcomes);
  expect(sent.lastSeq).toBe(2);
  for (const { id } of work) expect(await stored(id)).toHaveLength(1);
});

it('a signed file keeps the time since its device was last heard of, and takes nothing of it away', async () => {
  const [early, work, later] = ['2026-01-01', '2026-11-21', '2026-11-22'].map((day) => log(`${day}T02:00:00.000Z`));
  if (!early || !work || !later) throw new Error('three');
  await bring(administrator, [early, work]);
  expect(await stored(early.id)).toMatchObject([{ countedAt: new Date('2026-11-20T01:58:00.000Z') }]);
  expect(await stored(work.id)).toMatchObject([{ countedAt: new Date(work.at) }]);
  // What else lies on the phone is as it was.
  await phone.sync([later]);
  expect(await stored(later.id)).toMatchObject([{ countedAt: new Date(later.at) }]);
});

it('what a file is refused, and comes from the device afterwards, keeps the time of what was told to be waiting', async () => {
  const work = log('2026-11-21T02:00:00.000Z');
  const activityId = (work.args as { id: string }).id;
  const submitted: Sent = { ...log('2026-11-21T03:00:00.000Z'), name: 'activity.submit', args: { id: activityId } };
  server.time.now = new Date('2026-11-22T02:00:00Z');
  await phone.sync([], { waiting: [await digestOf(work), await digestOf(submitted)] });
  server.time.now = NOW;
  // The second alone is refused: what it submits has not come.
  expect((await bring(owner.cookie, [submitted])).json().outcomes).toMatchObject([{ result: 'refused' }]);
  expect((await phone.sync([work, submitted])).outcomes).toMatchObject([{ result: 'applied' }, { result: 'applied' }]);
  for (const { id, at } of [work, submitted]) expect(await stored(id)).toMatchObject([{ countedAt: new Date(at) }]);
});

it('the parts of a signed file come in its order, and none of it is left out', async () => {
  const [first, second, third] = ['21', '22', '23'].map((day) => log(`2026-11-${day}T02:00:00.000Z`));
  if (!first || !second || !third) throw new Error('three');
  const proof = await proofOf([first, second, third]);
  const refused = { status: 400, code: 'malformed' };
  for (const who of [administrator, owner.cookie]) {
    // A later one first, one left out, the other way round, one of them twice.
    for (const part of [[second], [first, third], [second, first], [first, first]]) {
      expect((await bring(who, part, { proof })).json()).toMatchObject(refused);
    }
  }
  const { receipt } = (await bring(administrator, [first], { proof })).json();
  const forged = receipt.replace(/^1/, '2');
  const other = (await bring(administrator, [first])).json().receipt;
  for (const word of [forged, other, '', 'x', '1']) {
    expect((await bring(administrator, [third], { proof, receipt: word })).json()).toMatchObject(refused);
  }
  expect((await bring(administrator, [third], { proof, receipt })).json()).toMatchObject(refused);
  expect(await stored(third.id)).toEqual([]);
  expect((await bring(administrator, [second, third], { proof, receipt })).json().outcomes).toMatchObject([
    { result: 'applied' },
    { result: 'applied' },
  ]);
  // What broke off begins anew, whoever brings it.
  const again = (await bring(owner.cookie, [first, second, third], { proof })).json();
  expect(again.outcomes.map(({ result }: { result: string }) => result)).toEqual(['applied', 'applied', 'applied']);
});

it('a file that proves nothing is brought by its owner alone, and counts as an act of the session that brings it', async () => {
  const work = log('2026-11-21T02:00:00.000Z');
  expect((await unsigned(administrator, [work])).json()).toMatchObject({ status: 403, code: 'unsigned' });
  const forged = await TestDevice.create(server, owner);
  const others = [
    // Signed by a key that nobody has heard of; not by the file's own; over other work; over less than it brings.
    await proofOf([work], forged),
    { ...(await proofOf([work])), signature: (await proofOf([work], forged)).signature },
    { ...(await proofOf([log('2026-11-21T02:00:00.000Z')])), lines: [await lineOf(work)] },
    // When it was done is part of what is signed.
    await proofOf([{ ...work, at: '2026-11-20T03:00:00.000Z' }]),
    await proofOf([]),
  ];
  for (const proof of others) {
    expect((await bring(administrator, [work], { proof })).json()).toMatchObject({ code: 'unsigned' });
  }
  await sql`update session set last_contact = '2026-11-23T02:00:00Z'`.execute(server.db);
  expect((await unsigned(owner.cookie, [work])).json().outcomes).toMatchObject([{ result: 'applied' }]);
  expect(await stored(work.id)).toMatchObject([{ countedAt: new Date('2026-11-23T01:58:00.000Z') }]);
});

it('a file holds own work, never a decision on that of others, whoever brings it', async () => {
  const superior = { id: 'ka-upt', cookie: await server.signIn('197808152003121012') };
  const id = randomUUID();
  const work = log('2026-11-21T02:00:00.000Z');
  await phone.sync([
    { ...work, args: { ...(work.args as object), id } },
    { ...log(work.at), name: 'activity.submit', args: { id } },
  ]);
  const approval: Sent = {
    ...{ id: randomUUID(), name: 'activity.approve', v: 1, at: NOW.toISOString() },
    args: { employeeId: EMPLOYEE, id, revision: 1 },
  };
  const crafted = await post(superior.cookie, { person: superior.id, mutations: [approval] });
  expect(crafted.json().outcomes).toMatchObject([{ result: 'refused', refusal: { code: 'not-by-file' } }]);
  const state = async () =>
    (await sql<{ state: string }>`select state from activity where id = ${id}`.execute(server.db)).rows[0]?.state;
  expect(await state()).toBe('submitted');
  // It waits for its own device, which it can still come from.
  const device = await TestDevice.create(server, superior);
  expect((await device.sync([approval])).outcomes).toMatchObject([{ result: 'applied' }]);
  expect(await state()).toBe('approved');
});

it('nobody brings the work of another but an administrator, and nobody that of a stranger to the agency', async () => {
  const work = log('2026-11-21T02:00:00.000Z');
  expect((await bring(stranger, [work])).json()).toMatchObject({ status: 403, code: 'forbidden' });
  expect((await bring('', [work])).json()).toMatchObject({ status: 401 });
  expect((await bring(administrator, [work], { person: 'nobody' })).json()).toMatchObject({ status: 404 });
  expect(await stored(work.id)).toEqual([]);
});

it('sync health tells administrators what lies unsent, refused, and in which versions; nobody else', async () => {
  const waiting = { unsent: 7, oldest: '2026-11-21T02:00:00.000Z', kept: 2 };
  await phone.sync([], { app: '9.9.9', left: waiting });
  const health = (cookie: string) => server.app.inject({ url: '/api/admin/sync-health', headers: { cookie } });
  await phone.sync([{ ...log('x'), args: { nonsense: true } }], { app: '9.9.9', left: waiting });
  const { devices, apps, refused } = (await health(administrator)).json();
  expect(devices[0]).toEqual({
    ...{ id: phone.id, employeeId: EMPLOYEE, name: 'Muhammad Ridha, A.Md.', app: '9.9.9' },
    ...{ lastContact: NOW.toISOString(), unsent: 7, oldestUnsent: waiting.oldest, kept: 2 },
  });
  expect(devices.map(({ app }: { app: string }) => app)).not.toContain('import');
  expect(apps).toContainEqual({ app: '9.9.9', devices: 1 });
  expect(refused).toContainEqual({ code: 'malformed', count: 1, last: NOW.toISOString() });
  expect((await health(owner.cookie)).statusCode).toBe(403);
});

it('what somebody who has left could not send is brought by an administrator, and stays as it was done', async () => {
  const work = log('2026-11-20T03:00:00.000Z');
  await sql`update assignment set valid_until = '2026-11-21' where employee_id = ${EMPLOYEE}`.execute(server.db);
  expect((await phone.send([work])).statusCode).toBe(401);
  expect((await bring(administrator, [work])).json().outcomes).toMatchObject([{ result: 'applied' }]);
  await sql`update assignment set valid_until = null where employee_id = ${EMPLOYEE}`.execute(server.db);
});
