// What a client says is believed as far as it proves it: of its own past, of when its work was done, of the server's
// history, of whose a mutation is.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { applyRetried } from '#server/sync/answer.ts';
import { historyOf } from '#server/sync/epoch.ts';
import { type Sent, TestDevice } from '#server/testing/device.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { domain } from '#shared/domain.ts';
import { workScope } from '#shared/scopes.ts';
import type { MutationSpec } from '#shared/sync/mutation.ts';
import { LIMITS } from '#shared/sync/protocol.ts';
import { digestOf } from '#shared/sync/signing.ts';

const EMPLOYEE = { id: 'penguji-1', nip: '198812042014021003', cookie: '' };
const SUPERIOR = { id: 'ka-upt', nip: '197808152003121012', cookie: '' };
const COLLEAGUE = { id: 'penguji-2', nip: '199203192015031002', cookie: '' };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  for (const person of [EMPLOYEE, SUPERIOR, COLLEAGUE]) person.cookie = await server.signIn(person.nip);
});
afterAll(() => server.close());
beforeEach(async () => {
  // As if everybody had just signed in.
  server.time.now = new Date('2026-11-24T02:00:00Z');
  await sql`update session set created_at = ${server.time.now}, last_contact = null`.execute(server.db);
});

const log = (at: string, more: object = {}): Sent => ({
  ...{ id: randomUUID(), name: 'activity.log', v: 1, at },
  args: {
    ...{ id: randomUUID(), resultId: stableId('result', EMPLOYEE.id, 'uji'), date: '2026-11-24', title: 'Uji' },
    ...{ description: '', time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'x' } },
    ...more,
  },
});

async function countedAt(id: string): Promise<string> {
  const { rows } = await sql<{ at: Date }>`select counted_at as at from mutation_log where id = ${id}`.execute(
    server.db,
  );
  return rows[0]?.at.toISOString() ?? 'nothing';
}

const epochs = async () =>
  (await sql<{ epoch: string }>`select epoch from agency order by id`.execute(server.db)).rows.map((row) => row.epoch);

describe('the time of an act', () => {
  it('is believed since the last contact of the device that proves its key, under whatever id', async () => {
    const phone = await TestDevice.create(server, EMPLOYEE);
    await phone.sync([]);
    server.time.now = new Date('2026-11-25T02:00:00Z');
    // Another device of the person is heard of meanwhile, in a session of its own.
    const desk = { id: EMPLOYEE.id, cookie: await server.signIn(EMPLOYEE.nip) };
    await (await TestDevice.create(server, desk)).sync([]);
    server.time.now = new Date('2026-11-26T02:00:00Z');
    phone.beginAnew();
    const [honest, early] = [log('2026-11-24T05:00:00.000Z'), log('2026-11-20T05:00:00.000Z')];
    await phone.sync([honest, early]);
    expect(await countedAt(honest.id)).toBe('2026-11-24T05:00:00.000Z');
    expect(await countedAt(early.id)).toBe('2026-11-24T01:58:00.000Z');
  });

  it('goes no further back for a fresh device than the session that it comes in was heard of', async () => {
    await (await TestDevice.create(server, EMPLOYEE)).sync([]);
    server.time.now = new Date('2026-12-14T02:00:00Z');
    await (await TestDevice.create(server, EMPLOYEE)).sync([]);
    server.time.now = new Date('2026-12-15T02:00:00Z');
    for (const key of [true, false]) {
      const fresh = await TestDevice.create(server, EMPLOYEE, { key });
      const claim = log('2026-11-24T05:00:00.000Z');
      await fresh.sync([claim]);
      expect((await countedAt(claim.id)) >= '2026-12-14T01:58:00.000Z').toBe(true);
    }
  });

  it('is not that of a device whose key another holds: it begins anew', async () => {
    const phone = await TestDevice.create(server, EMPLOYEE);
    await phone.sync([]);
    const thief = await TestDevice.create(server, EMPLOYEE);
    thief.id = phone.id;
    expect((await thief.send([log('2026-11-24T01:59:00.000Z')])).json()).toMatchObject({ code: 'device-forked' });
  });

  it('is not proven by a signature over something else', async () => {
    const phone = await TestDevice.create(server, EMPLOYEE);
    await phone.sync([]);
    server.time.now = new Date('2026-11-25T02:00:00Z');
    await (await TestDevice.create(server, EMPLOYEE)).sync([]);
    server.time.now = new Date('2026-11-26T02:00:00Z');
    const signature = (await phone.key?.sign('something else')) ?? '';
    const claim = log('2026-11-24T05:00:00.000Z');
    const key = phone.key?.publicKey ?? '';
    await phone.sync([claim], { proof: { key, signature } });
    expect(await countedAt(claim.id)).toBe('2026-11-25T01:58:00.000Z');
  });

  it('of what was told to be waiting stays that of the contact at which it was told, whenever it comes', async () => {
    const phone = await TestDevice.create(server, EMPLOYEE);
    await phone.sync([]);
    server.time.now = new Date('2026-12-04T02:00:00Z');
    const [first, waiting, untold] = [1, 2, 3].map(() => log('2026-11-25T05:00:00.000Z')) as [Sent, Sent, Sent];
    const left = { unsent: 1, oldest: waiting.at, kept: 0 };
    await phone.sync([first], { left, waiting: [await digestOf(waiting)], continues: true });
    // Eleven minutes without signal, and a new id on the way.
    server.time.now = new Date('2026-12-04T02:11:00Z');
    phone.beginAnew();
    await phone.sync([waiting, untold]);
    expect(await countedAt(waiting.id)).toBe('2026-11-25T05:00:00.000Z');
    expect(await countedAt(untold.id)).toBe('2026-12-04T01:58:00.000Z');
  });

  it('of what came with a batch that asks for more than one may is that of the contact with which it came', async () => {
    const phone = await TestDevice.create(server, EMPLOYEE);
    await phone.sync([]);
    const now = new Date('2026-12-04T02:00:00Z');
    const scope = workScope(EMPLOYEE.id);
    const heavy: MutationSpec<object> = {
      ...{ version: 1, args: v.strictObject({}), writes: () => [scope] },
      reads: () => Array.from({ length: LIMITS.reads }, () => ({ table: 'activity', scope, id: randomUUID() })),
      decide: () => ({ result: 'applied', changes: [] }),
    };
    const left = log('2026-11-25T05:00:00.000Z');
    const sent = [...Array.from({ length: 11 }, () => ({ ...log(now.toISOString()), name: 'heavy', args: {} })), left];
    const batch = {
      ...{ device: randomUUID(), app: 'test', settled: 0, left: null, clock: now.toISOString(), waiting: [] },
      ...{ key: phone.key?.publicKey ?? null, mutations: sent.map((act, index) => ({ ...act, seq: index + 1 })) },
    };
    const { outcomes } = await applyRetried(server.db, batch, {
      domain: { ...domain, mutations: { ...domain.mutations, heavy } },
      actor: { id: EMPLOYEE.id, tenant: 'dishub-hsu', timeZone: 'Asia/Makassar', roles: [] },
      comes: { by: 'device', session: { floor: now, synced: false, tokenHash: null } },
      ...{ now, visibleOn: async () => new Set([scope]) },
      failed: (error) => {
        throw error;
      },
    });
    expect(outcomes).toHaveLength(10);
    server.time.now = new Date('2026-12-06T02:00:00Z');
    phone.beginAnew();
    await phone.sync([left]);
    expect(await countedAt(left.id)).toBe('2026-11-25T05:00:00.000Z');
  });

  it('of what was told before it was done is not that of the telling', async () => {
    const phone = await TestDevice.create(server, EMPLOYEE);
    const ahead = log('2026-12-01T05:00:00.000Z');
    await phone.sync([], { waiting: [await digestOf(ahead)] });
    server.time.now = new Date('2026-12-03T02:00:00Z');
    await phone.sync([]);
    server.time.now = new Date('2026-12-04T02:00:00Z');
    await phone.sync([ahead]);
    expect(await countedAt(ahead.id)).toBe('2026-12-03T01:58:00.000Z');
  });

  it('reaches no further back for a spare key than its session was heard of', async () => {
    const spare = await TestDevice.create(server, EMPLOYEE);
    await spare.sync([]);
    await sql`update session set last_contact = null`.execute(server.db);
    server.time.now = new Date('2026-12-04T02:00:00Z');
    await (await TestDevice.create(server, EMPLOYEE)).sync([]);
    server.time.now = new Date('2026-12-05T02:00:00Z');
    const claim = log('2026-11-25T05:00:00.000Z');
    await spare.sync([claim]);
    expect(await countedAt(claim.id)).toBe('2026-12-04T01:58:00.000Z');
  });

  it('of an entry that is logged again after a refusal, as it was, stays that of the first', async () => {
    const phone = await TestDevice.create(server, EMPLOYEE);
    await phone.sync([]);
    const refused = log('2026-11-24T02:00:00.000Z', { resultId: randomUUID() });
    const future = log('2026-11-24T02:00:00.000Z', { date: '2026-11-26' });
    server.time.now = new Date('2026-11-24T02:01:00Z');
    expect((await phone.sync([refused, future])).outcomes).toMatchObject([
      { refusal: { code: 'parent-not-found' } },
      { refusal: { code: 'date-in-future' } },
    ]);
    server.time.now = new Date('2026-11-26T02:00:00Z');
    const redo = (redoes: string, more: object = {}): Sent => ({ ...log('2026-11-26T01:59:00.000Z', more), redoes });
    // Other content, a day that had not come then, an act that was applied: none of these inherits anything.
    const same = redo(refused.id);
    const others = [redo(refused.id, { title: 'Lain' }), redo(future.id, { date: '2026-11-26' }), redo(same.id)];
    const { outcomes } = await phone.sync([same, ...others]);
    expect(outcomes.map(({ result }) => result)).toEqual(['applied', 'applied', 'applied', 'applied']);
    const loggedAt = async ({ args }: Sent) => {
      const { rows } = await sql<{ at: Date }>`
        select created_at as at from activity where id = ${(args as { id: string }).id}`.execute(server.db);
      return rows[0]?.at.toISOString();
    };
    expect(await loggedAt(same)).toBe('2026-11-24T02:00:00.000Z');
    for (const other of others) expect(await loggedAt(other)).toBe('2026-11-26T01:59:00.000Z');
    // Nobody else's refusal lends its time.
    const stranger = await TestDevice.create(server, COLLEAGUE);
    const resultId = stableId('result', COLLEAGUE.id, 'uji');
    const borrowed = redo(refused.id, { resultId });
    await stranger.sync([borrowed]);
    expect((await loggedAt(borrowed))?.slice(0, 10)).toBe('2026-11-26');
  });

  it('of a decision is never that of a refused one: who was moved since decides no more', async () => {
    const device = await TestDevice.create(server, SUPERIOR);
    const decide = (at: string, more: object): Sent => ({
      ...{ id: randomUUID(), name: 'activity.approve', v: 1, at },
      args: { employeeId: EMPLOYEE.id, id: randomUUID(), revision: 1, ...more },
    });
    const planted = decide('2026-11-24T02:00:00.000Z', {});
    expect((await device.sync([planted])).outcomes).toMatchObject([{ refusal: { code: 'not-found' } }]);
    await sql`update evaluation set state = 'final'`.execute(server.db);
    const next = { id: 'moved', supervisor_id: 'kadis', valid_from: '2026-11-25' };
    await sql`insert into assignment select (jsonb_populate_record(a, ${JSON.stringify(next)}::jsonb)).* from assignment a
      where employee_id = ${EMPLOYEE.id} and kind = 'definitive'`.execute(server.db);
    await sql`update assignment set valid_until = '2026-11-24'
      where employee_id = ${EMPLOYEE.id} and kind = 'definitive' and id <> 'moved'`.execute(server.db);
    try {
      server.time.now = new Date('2026-12-20T02:00:00Z');
      const id = randomUUID();
      const entry = log('2026-12-20T01:00:00.000Z', { id, date: '2026-12-20' });
      const submitted: Sent = { ...entry, id: randomUUID(), name: 'activity.submit', args: { id } };
      await (await TestDevice.create(server, EMPLOYEE)).sync([entry, submitted]);
      const again = { ...decide('2026-12-20T01:30:00.000Z', { id }), redoes: planted.id };
      expect((await device.sync([again])).outcomes).toMatchObject([{ result: 'refused' }]);
    } finally {
      await sql`delete from assignment where id = 'moved'`.execute(server.db);
      await sql`update assignment set valid_until = null
        where employee_id = ${EMPLOYEE.id} and kind = 'definitive'`.execute(server.db);
    }
  });

  it('of a clock half a minute ahead at midnight is today', async () => {
    const phone = await TestDevice.create(server, EMPLOYEE);
    // 23.59.40 in Amuntai; on the phone it is tomorrow.
    server.time.now = new Date('2026-11-24T15:59:40Z');
    const act = log('2026-11-24T16:00:10.000Z', { date: '2026-11-25' });
    expect((await phone.sync([act], { clock: '2026-11-24T16:00:10.000Z' })).outcomes).toMatchObject([
      { result: 'applied' },
    ]);
  });
});

describe('the history of the server', () => {
  it.each([
    ['that more was settled than was', { settled: 999 }],
    ['that it holds a later version', { known: { 'w:penguji-1': { through: 9_999_999 } } }],
    ['another stamp', { known: { 'w:penguji-1': { through: 1, stamp: randomUUID() } } }],
    [
      'another stamp under a seal of its own',
      {
        ...{ known: { 'w:penguji-1': { through: 1, stamp: randomUUID() } }, seal: 'A'.repeat(43) },
      },
    ],
  ])('does not change for a device that claims %s: that device begins anew, alone', async (_what, claim) => {
    const before = await epochs();
    const device = await TestDevice.create(server, EMPLOYEE);
    await device.sync([]);
    const answer = await device.send([], claim);
    expect(answer.json()).toMatchObject({ status: 409, code: 'new-epoch', epoch: device.held.epoch, spread: 0 });
    expect(await epochs()).toEqual(before);
  });

  it('that a device holds under the seal of the server, and the database does not know, is proof of a restore', async () => {
    await sql`insert into agency (id, name, time_zone) values ('other', 'Lain', 'Asia/Jakarta')`.execute(server.db);
    const device = await TestDevice.create(server, EMPLOYEE);
    await device.sync([]);
    await device.sync([log('2026-11-24T01:30:00.000Z')]);
    const before = await epochs();
    await sql`update device set last_seq = 0 where id = ${device.id}`.execute(server.db);
    const answer = (await device.send([])).json();
    expect(answer).toMatchObject({ status: 409, code: 'new-epoch' });
    const [here, elsewhere] = await epochs();
    expect(answer.epoch).toBe(here);
    expect(here).not.toBe(before[0]);
    expect(elsewhere).toBe(before[1]);
    // The seal of another device, or of another person, proves nothing.
    const thief = await TestDevice.create(server, COLLEAGUE);
    await thief.sync([]);
    expect((await thief.send([], { settled: 99, seal: device.held.seal })).json()).toMatchObject({ epoch: here });
    expect(await epochs()).toEqual([here, elsewhere]);
  });

  it.each([
    ['that the server has not heard of', false],
    ['that has sent nothing yet', true],
  ])(
    'is missed before a device under an id %s is heard of, so that what comes again keeps its time',
    async (_id, heard) => {
      const phone = await TestDevice.create(server, EMPLOYEE);
      await phone.sync([]);
      phone.beginAnew();
      if (heard) await phone.sync([]);
      server.time.now = new Date('2026-11-26T02:00:00Z');
      // Put back to a copy that nobody noticed, which has reached the same numbers with other content.
      await sql`update scope set stamp = gen_random_uuid() where id = 'w:penguji-1'`.execute(server.db);
      await sql`delete from scope_version where scope_id = 'w:penguji-1'`.execute(server.db);
      expect((await phone.send([], { continues: true })).json()).toMatchObject({ code: 'new-epoch' });
      const { epoch } = await historyOf(server.db, 'dishub-hsu');
      phone.beginAnew();
      phone.held = { ...phone.held, known: {}, epoch };
      const lost = log('2026-11-24T05:00:00.000Z');
      await phone.sync([lost]);
      expect(await countedAt(lost.id)).toBe('2026-11-24T05:00:00.000Z');
    },
  );

  it('never tells anybody the key of its seals', async () => {
    const answer = await server.app.inject({ url: '/api/session', headers: { cookie: EMPLOYEE.cookie } });
    expect(answer.json()).toMatchObject({ employeeId: EMPLOYEE.id });
    expect(answer.body).not.toMatch(/seal|tokenHash|history/i);
  });
});

describe('an id', () => {
  it('is bound to its content: another act under it is refused, and nothing of it is dropped', async () => {
    const device = await TestDevice.create(server, EMPLOYEE);
    const act = log('2026-11-24T01:30:00.000Z');
    await device.sync([act]);
    const other = { ...log('2026-11-24T01:30:00.000Z', { title: 'Lain' }), id: act.id };
    expect((await device.sync([other, act])).outcomes).toMatchObject([
      { result: 'refused', refusal: { code: 'id-taken' } },
      { result: 'applied' },
    ]);
  });

  it('is bound to its person: nobody hears the outcome of somebody else\u2019s', async () => {
    const device = await TestDevice.create(server, EMPLOYEE);
    const act = log('2026-11-24T01:30:00.000Z');
    await device.sync([act]);
    const colleague = await TestDevice.create(server, COLLEAGUE);
    expect((await colleague.sync([act])).outcomes).toMatchObject([{ refusal: { code: 'id-taken' } }]);
  });

  it.each([
    ['in one batch', true],
    ['in others', false],
  ])(
    'of an entry that was taken back is none for another, %s: an approval of what was read cannot fall on it',
    async (_when, together) => {
      const device = await TestDevice.create(server, EMPLOYEE);
      const id = randomUUID();
      const first = log('2026-11-24T01:30:00.000Z', { id });
      const gone: Sent = { ...first, id: randomUUID(), name: 'activity.delete', args: { id, revision: 1 } };
      const other = log('2026-11-24T01:31:00.000Z', { id, time: { start: null, end: null, minutes: 480 } });
      const batches = together ? [[first, gone, other]] : [[first], [gone], [other]];
      const answers = [];
      for (const batch of batches) answers.push(...(await device.sync(batch)).outcomes);
      expect(answers).toMatchObject([
        { result: 'applied' },
        { result: 'applied' },
        { result: 'refused', refusal: { code: 'already-exists' } },
      ]);
    },
  );

  it('that comes twice in one batch, in either letter case, is done once and answered twice', async () => {
    const device = await TestDevice.create(server, EMPLOYEE);
    const act = log('2026-11-24T01:30:00.000Z');
    const answer = await device.sync([act, { ...act, id: act.id.toUpperCase() }, log('2026-11-24T01:31:00.000Z')]);
    expect(answer.outcomes).toMatchObject([
      { seq: 1, result: 'applied' },
      { seq: 2, result: 'applied' },
      { seq: 3, result: 'applied' },
    ]);
    expect(answer.lastSeq).toBe(3);
  });
});

describe('a person', () => {
  it('may begin so many devices in a day and no more; those that are known go on', async () => {
    const known = await TestDevice.create(server, COLLEAGUE);
    await known.sync([]);
    await sql`insert into device (agency_id, id, employee_id, app, first_contact, last_contact)
      select 'dishub-hsu', gen_random_uuid(), ${COLLEAGUE.id}, 'test', ${server.time.now}, ${server.time.now}
      from generate_series(1, 199)`.execute(server.db);
    const one = await TestDevice.create(server, COLLEAGUE);
    const refused = await one.send([]);
    expect(refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await known.sync([]);
    await (await TestDevice.create(server, EMPLOYEE)).sync([]);
    server.time.now = new Date('2026-11-25T02:00:01Z');
    await one.sync([]);
  });
});
