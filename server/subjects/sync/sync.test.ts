import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { PROTOCOL, type SyncRequest, type SyncResponse } from '#shared/sync/protocol.ts';

const EMPLOYEE = { id: 'penguji-1', nip: '198812042014021003' };
const SUPERVISOR = { id: 'ka-upt', nip: '197808152003121012' };
const COLLEAGUE = { id: 'penguji-2', nip: '199203192015031002' };
const RESULT = stableId('result', EMPLOYEE.id, 'uji');
const DAY = '2026-11-24';

let server: TestServer;
let cookies: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  cookies = {};
  for (const { id, nip } of [EMPLOYEE, SUPERVISOR, COLLEAGUE]) cookies[id] = await server.signIn(nip);
});
afterAll(() => server.close());
beforeEach(() => {
  server.time.now = new Date('2026-11-24T02:00:00Z');
});

type Sent = SyncRequest['mutations'][number];

const mutation = (seq: number, name: string, args: unknown, more: Partial<Sent> = {}): Sent => ({
  ...{ seq, name, args, id: randomUUID(), v: 1, at: '2026-11-24T01:30:00.000Z' },
  ...more,
});

const activity = (id: string, more: object = {}) => ({
  ...{ id, resultId: RESULT, date: DAY, title: 'Uji emisi dan rem 14 kendaraan niaga', description: '' },
  time: { start: '08:00', end: '10:00', minutes: 120 },
  output: { quantity: 14, unit: 'kendaraan' },
  ...more,
});

async function send(person: { id: string }, body: object) {
  return server.app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { cookie: cookies[person.id] ?? '' },
    payload: {
      protocol: PROTOCOL,
      app: 'test',
      actor: person.id,
      known: {},
      epoch: null,
      settled: 0,
      mutations: [],
      ...body,
    },
  });
}

async function sync(person: { id: string }, device: string, mutations: Sent[], known: SyncRequest['known'] = {}) {
  const response = await send(person, { device, mutations, known });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<SyncResponse>();
}

const rowsOf = (answer: SyncResponse, table: string, scope: string) =>
  answer.changes.filter((set) => set.table === table && set.scope === scope).flatMap((set) => set.rows);

/** Nobody sees anybody any more because of an evaluation that is open. */
const closeEvaluations = () => sql`update evaluation set state = 'final'`.execute(server.db);

describe('a batch', () => {
  it('is applied once, however often it is sent', async () => {
    const device = randomUUID();
    const id = randomUUID();
    const batch = [mutation(1, 'activity.log', activity(id))];
    const first = await sync(EMPLOYEE, device, batch);
    expect(first.outcomes).toMatchObject([{ seq: 1, result: 'applied' }]);
    const again = await sync(EMPLOYEE, device, batch);
    expect(again.outcomes).toEqual(first.outcomes);
    const { positions } = first;
    expect(again.positions).toEqual(positions);
  });

  it('brings its own effect back in the same answer', async () => {
    const id = randomUUID();
    const before = await sync(EMPLOYEE, randomUUID(), []);
    const after = await sync(EMPLOYEE, randomUUID(), [mutation(1, 'activity.log', activity(id))], before.positions);
    expect(rowsOf(after, 'activity', 'w:penguji-1')).toMatchObject([
      { id, state: 'draft', version: expect.any(Number) },
    ]);
    expect(after.changes).toHaveLength(1);
  });

  it('goes on after a mutation that is malformed, unknown, too large or not allowed', async () => {
    const id = randomUUID();
    const answer = await sync(EMPLOYEE, randomUUID(), [
      mutation(1, 'activity.log', { id: 'not-a-uuid' }),
      mutation(2, 'activity.explode', {}),
      mutation(3, 'activity.log', activity(randomUUID(), { description: 'x'.repeat(70_000) })),
      mutation(4, 'activity.approve', { employeeId: COLLEAGUE.id, id, revision: 1 }),
      mutation(5, 'activity.log', { ...activity(id), title: 'Kalibrasi \u0000alat\ud800 uji' }),
      mutation(6, 'activity.submit', { id }, { at: 'not a time' }),
      mutation(7, '\u0000', null, { v: 1.5 }),
    ]);
    expect(answer.outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : outcome.result))).toEqual([
      ...['malformed', 'unknown-mutation', 'malformed', 'forbidden', 'applied', 'applied', 'unknown-mutation'],
    ]);
    expect(rowsOf(answer, 'activity', 'w:penguji-1').find((row) => row.id === id)?.title).toBe(
      'Kalibrasi alat\ufffd uji',
    );
  });

  it('of 200 mutations costs a fixed handful of statements', async () => {
    const device = randomUUID();
    const log = (seq: number) => mutation(seq, 'activity.log', activity(randomUUID()));
    const before = await sync(EMPLOYEE, device, [log(1)]);
    const { positions: known, epoch, seal, lastSeq: settled } = before;
    const mutations = Array.from({ length: 200 }, (_, i) => log(i + 2));
    server.statements.length = 0;
    const answer = (await send(EMPLOYEE, { device, mutations, known, epoch, seal, settled })).json<SyncResponse>();
    expect(answer.outcomes.every((outcome) => outcome.result === 'applied')).toBe(true);
    expect(server.statements.length).toBeLessThanOrEqual(20);
  });

  it('with a number missing before it is told which number is expected', async () => {
    const response = await send(EMPLOYEE, { device: randomUUID(), mutations: [mutation(5, 'activity.submit', {})] });
    expect(response.json()).toMatchObject({ status: 409, code: 'sequence-gap', expected: 1 });
  });

  it('with a number missing is told so also where all of it was done before: the device may wait with what was not', async () => {
    const done = mutation(1, 'activity.log', activity(randomUUID()));
    await sync(EMPLOYEE, randomUUID(), [done]);
    const response = await send(EMPLOYEE, { device: randomUUID(), mutations: [{ ...done, seq: 5 }] });
    expect(response.json()).toMatchObject({ status: 409, code: 'sequence-gap', expected: 1 });
  });

  it('of a copied profile is told apart from a repetition', async () => {
    const device = randomUUID();
    await sync(EMPLOYEE, device, [mutation(1, 'activity.log', activity(randomUUID()))]);
    const response = await send(EMPLOYEE, { device, mutations: [mutation(1, 'activity.log', activity(randomUUID()))] });
    expect(response.json()).toMatchObject({ status: 409, code: 'device-forked' });
  });

  it('sent again by another device is answered from the record', async () => {
    const batch = [mutation(1, 'activity.log', activity(randomUUID()))];
    const first = await sync(EMPLOYEE, randomUUID(), batch);
    const copy = await sync(EMPLOYEE, randomUUID(), batch);
    expect(copy.outcomes).toEqual(first.outcomes);
    expect(copy.lastSeq).toBe(1);
  });

  it('counts in the time at which it was made, not before the last contact and not after receipt', async () => {
    const device = randomUUID();
    await sync(EMPLOYEE, device, []);
    server.time.now = new Date('2026-11-26T02:00:00Z');
    const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
    await sync(EMPLOYEE, device, [
      mutation(1, 'activity.log', activity(ids[0]), { at: '2026-11-25T05:00:00.000Z' }),
      mutation(2, 'activity.log', activity(ids[1]), { at: '2026-10-01T05:00:00.000Z' }),
      mutation(3, 'activity.log', activity(ids[2]), { at: '2027-05-01T05:00:00.000Z' }),
    ]);
    const log = await server.db
      .selectFrom('mutationLog')
      .select('countedAt')
      .where('deviceId', '=', device)
      .orderBy('seq')
      .execute();
    expect(log.map(({ countedAt }) => countedAt.toISOString())).toEqual([
      // What cannot be true counts from the last contact, less the time that its request was under way.
      ...['2026-11-25T05:00:00.000Z', '2026-11-24T01:58:00.000Z', '2026-11-24T01:58:00.000Z'],
    ]);
    const { rows } = await sql<{ clock: string }>`
      select clock from activity where id in (${sql.join([...ids])}) order by created_at desc`.execute(server.db);
    expect(rows.map(({ clock }) => clock)).toEqual(['trusted', 'implausible', 'implausible']);
  });

  it('that a wrong clock made is put right by what the clock says when it is sent', async () => {
    const device = randomUUID();
    await sync(EMPLOYEE, device, []);
    server.time.now = new Date('2026-11-26T02:00:00Z');
    // The clock is a day ahead.
    const wrong = { clock: '2026-11-27T02:00:00.000Z', device };
    const id = randomUUID();
    const at = '2026-11-26T05:00:00.000Z';
    await send(EMPLOYEE, { ...wrong, mutations: [mutation(1, 'activity.log', activity(id), { at })] });
    const { rows } = await sql<{ clock: string; at: Date }>`
      select clock, created_at as at from activity where id = ${id}`.execute(server.db);
    expect(rows).toEqual([{ clock: 'corrected', at: new Date('2026-11-25T05:00:00.000Z') }]);
  });
});

describe('two devices', () => {
  it('that edit different fields are merged; the same field becomes a conflict that both see', async () => {
    const id = randomUUID();
    const phone = randomUUID();
    const pc = randomUUID();
    await sync(EMPLOYEE, phone, [mutation(1, 'activity.log', activity(id))]);
    const edit = (seq: number, edits: object) => mutation(seq, 'activity.edit', { id, edits });
    const title = 'Uji emisi dan rem 14 kendaraan niaga';
    await sync(EMPLOYEE, phone, [edit(2, { title: { from: title, to: 'Uji rem' } })]);
    const answer = await sync(EMPLOYEE, pc, [
      edit(1, { description: { from: '', to: 'Bersama tim' } }),
      edit(2, { title: { from: title, to: 'Uji emisi' } }),
    ]);
    expect(answer.outcomes.map(({ result }) => result)).toEqual(['applied', 'conflict']);
    expect(rowsOf(answer, 'activity', 'w:penguji-1').find((row) => row.id === id)).toMatchObject({
      ...{ title: 'Uji rem', description: 'Bersama tim' },
    });
    expect(rowsOf(answer, 'conflict', 'w:penguji-1').find((row) => row.rowId === id)).toMatchObject({
      ...{ field: 'title', kept: 'Uji rem', offered: 'Uji emisi', state: 'open' },
    });
  });
});

describe('a supervisor', () => {
  it('approves what was read, and is refused when it changed since', async () => {
    const id = randomUUID();
    const device = randomUUID();
    await sync(EMPLOYEE, device, [mutation(1, 'activity.log', activity(id)), mutation(2, 'activity.submit', { id })]);
    const approve = (seq: number, revision: number) =>
      mutation(seq, 'activity.approve', { employeeId: EMPLOYEE.id, id, revision });
    const title = { from: 'Uji emisi dan rem 14 kendaraan niaga', to: 'Uji rem 15 kendaraan' };
    await sync(EMPLOYEE, device, [mutation(3, 'activity.edit', { id, edits: { title } })]);
    const answer = await sync(SUPERVISOR, randomUUID(), [approve(1, 1), approve(2, 2), approve(3, 2)]);
    expect(answer.outcomes).toMatchObject([
      { result: 'refused', refusal: { code: 'changed-since', seen: 1, stored: 2 } },
      { result: 'applied' },
      { result: 'refused', refusal: { code: 'wrong-state', state: 'approved' } },
    ]);
    const late = await sync(EMPLOYEE, device, [mutation(4, 'activity.edit', { id, edits: { title } })]);
    expect(late.outcomes).toMatchObject([{ result: 'refused', refusal: { code: 'locked', state: 'approved' } }]);
  });

  it('sees the own people and nobody else', async () => {
    const { positions } = await sync(SUPERVISOR, randomUUID(), []);
    expect(Object.keys(positions)).toEqual([
      ...['a:dishub-hsu', 'p:ka-upt', 'w:ka-upt', 'm:ka-upt', 'p:kadis'],
      ...['honorer-4', 'penguji-1', 'penguji-2', 'penguji-3'].flatMap((id) => [`p:${id}`, `w:${id}`]),
    ]);
    const employee = await sync(EMPLOYEE, randomUUID(), []);
    expect(Object.keys(employee.positions)).toEqual([
      'a:dishub-hsu',
      'p:penguji-1',
      'w:penguji-1',
      'm:penguji-1',
      'p:ka-upt',
    ]);
  });

  it('who is moved away sees whom they must still evaluate until that is done, and then loses sight', async () => {
    const before = await sync(SUPERVISOR, randomUUID(), []);
    expect(before.positions).toHaveProperty('w:penguji-3');
    await server.db
      .updateTable('assignment' as never)
      .set({ supervisorId: 'kadis' } as never)
      .where('employeeId' as never, '=', 'penguji-3' as never)
      .execute();
    const after = await sync(SUPERVISOR, randomUUID(), [], before.positions);
    expect(after.positions).toHaveProperty('w:penguji-3');
    await closeEvaluations();
    const done = await sync(SUPERVISOR, randomUUID(), [], before.positions);
    expect(done.positions).not.toHaveProperty('w:penguji-3');
  });

  it('who decides an objection sees the person until it is decided', async () => {
    const scope = 'w:kasi-orang';
    const set = (state: string) =>
      sql`update evaluation set state = ${state}, decider_id = ${SUPERVISOR.id}
        where scope_id = ${scope} and period = '2026-09'`.execute(server.db);
    const sees = async () => Object.keys((await sync(SUPERVISOR, randomUUID(), [])).positions).includes(scope);
    expect(await sees()).toBe(false);
    await set('objected');
    expect(await sees()).toBe(true);
    await set('decided');
    expect(await sees()).toBe(false);
  });

  it('who decided offline and was moved before the device came back has decided, if it was still their day', async () => {
    await closeEvaluations();
    const [id, late] = [randomUUID(), randomUUID()];
    const logged = [id, late].flatMap((one, index) => [
      mutation(2 * index + 1, 'activity.log', activity(one)),
      mutation(2 * index + 2, 'activity.submit', { id: one }),
    ]);
    const device = randomUUID();
    await sync(SUPERVISOR, device, []);
    await sync(EMPLOYEE, randomUUID(), logged);
    const post = sql`update assignment set valid_until =`;
    const of = sql`where employee_id = ${EMPLOYEE.id} and kind = 'definitive'`;
    await sql`${post} '2026-11-24' ${of}`.execute(server.db);
    try {
      server.time.now = new Date('2026-11-26T02:00:00Z');
      const approve = (seq: number, one: string, at: string) =>
        mutation(seq, 'activity.approve', { employeeId: EMPLOYEE.id, id: one, revision: 1 }, { at });
      const answer = await sync(SUPERVISOR, device, [
        approve(1, id, '2026-11-24T05:00:00.000Z'),
        approve(2, late, '2026-11-25T05:00:00.000Z'),
      ]);
      expect(answer.outcomes).toMatchObject([
        { result: 'applied' },
        { result: 'refused', refusal: { code: 'forbidden' } },
      ]);
      expect(Object.keys(answer.positions)).not.toContain(`w:${EMPLOYEE.id}`);
    } finally {
      await sql`${post} null ${of}`.execute(server.db);
    }
  });

  it('is seen and decided for by whoever acts for them, as long as that holds', async () => {
    const scope = 'a:dishub-hsu';
    await sql`
      insert into delegation (agency_id, scope_id, id, version, from_id, to_id, kind, valid_from, valid_until)
      select agency_id, id, 'plh', version, ${SUPERVISOR.id}, ${COLLEAGUE.id}, 'plh', '2026-11-24', '2026-11-25'
      from scope where id = ${scope}`.execute(server.db);
    const id = randomUUID();
    await sync(EMPLOYEE, randomUUID(), [
      mutation(1, 'activity.log', activity(id)),
      mutation(2, 'activity.submit', { id }),
    ]);
    const device = randomUUID();
    const acting = await sync(COLLEAGUE, device, [
      mutation(1, 'activity.approve', { employeeId: EMPLOYEE.id, id, revision: 1 }),
    ]);
    expect(acting.outcomes).toMatchObject([{ result: 'applied' }]);
    expect(Object.keys(acting.positions)).toEqual(expect.arrayContaining([`w:${EMPLOYEE.id}`, 'p:honorer-4']));
    server.time.now = new Date('2026-11-26T02:00:00Z');
    expect(Object.keys((await sync(COLLEAGUE, device, [])).positions)).not.toContain(`w:${EMPLOYEE.id}`);
  });
});

describe('a pull', () => {
  it('in small pages brings every row once, the newest first, though rows move meanwhile', async () => {
    const { pull } = await import('#server/sync/pull.ts');
    const { tables } = await import('#shared/tables.ts');
    const input = { tables, tenant: 'dishub-hsu', scopes: ['w:penguji-1', 'p:penguji-1'], page: 7 };
    const held = new Map<string, number>();
    let known: SyncRequest['known'] = {};
    let versions: number[] = [];
    const device = randomUUID();
    let seq = 0;
    for (let more = true; more; ) {
      const page = await pull(server.db, { ...input, known });
      for (const { table, rows } of page.changes) {
        for (const row of rows) {
          held.set(`${table} ${row.id}`, row.version);
          if (table === 'activity' && seq === 0) versions.push(row.version);
        }
      }
      known = page.positions;
      more = page.more;
      if (seq < 3) await sync(EMPLOYEE, device, [mutation(++seq, 'activity.log', activity(randomUUID()))]);
    }
    versions = versions.filter((_, i) => i > 0 && (versions[i - 1] ?? 0) < (versions[i] ?? 0));
    expect(versions).toEqual([]);
    const rest = await pull(server.db, { ...input, page: 1000, known });
    for (const { table, rows } of rest.changes) for (const row of rows) held.set(`${table} ${row.id}`, row.version);
    const all = await pull(server.db, { ...input, page: 100_000, known: {} });
    const expected = all.changes.flatMap(({ table, rows }) => rows.map((row) => [`${table} ${row.id}`, row.version]));
    expect([...held].sort()).toEqual(expected.sort());
  });

  it('tells of deletions to those who had the row, and not to newcomers', async () => {
    const id = randomUUID();
    const device = randomUUID();
    const made = await sync(EMPLOYEE, device, [mutation(1, 'activity.log', activity(id))]);
    await sync(EMPLOYEE, device, [mutation(2, 'activity.delete', { id, revision: 1 })]);
    const after = await sync(EMPLOYEE, device, [], made.positions);
    expect(after.changes).toMatchObject([{ table: 'activity', rows: [], removed: [id] }]);
    const newcomer = await sync(EMPLOYEE, randomUUID(), []);
    expect(newcomer.changes.flatMap(({ removed }) => removed)).toEqual([]);
  });

  it('of a device that holds a lost history begins a new epoch, though the numbers have caught up', async () => {
    const scope = `w:${COLLEAGUE.id}`;
    const logged = () =>
      mutation(1, 'activity.log', activity(randomUUID(), { resultId: stableId('result', COLLEAGUE.id, 'uji') }));
    const device = randomUUID();
    const before = await sync(COLLEAGUE, device, [logged()]);
    const position = before.positions[scope];
    // Last night's backup is put back, past the triggers, and other work of today brings the scope to the same number.
    await server.db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`delete from scope_version where scope_id = ${scope} and version = ${position?.through}`.execute(tx);
      await sql`update scope set version = version - 1 where id = ${scope}`.execute(tx);
    });
    await sql`update scope set version = version + 1 where id = ${scope}`.execute(server.db);
    const { positions: known, epoch, seal, lastSeq: settled } = before;
    const answer = await send(COLLEAGUE, { device, known, epoch, seal, settled });
    expect(answer.json()).toMatchObject({ status: 409, code: 'new-epoch' });
    expect(answer.json().epoch).not.toBe(before.epoch);
    const anew = await send(COLLEAGUE, { device: randomUUID(), known: {}, epoch: answer.json().epoch });
    expect(anew.json().positions[scope]).toMatchObject({ through: position?.through });
    expect(anew.json().positions[scope].stamp).not.toBe(position?.stamp);
  });

  it('beside many writers of one scope never misses what one of them committed', async () => {
    const scope = `w:${COLLEAGUE.id}`;
    const result = { resultId: stableId('result', COLLEAGUE.id, 'uji') };
    const devices = Array.from({ length: 6 }, () => randomUUID());
    const reader = randomUUID();
    const held = new Set<string>();
    let known: SyncRequest['known'] = {};
    const read = async () => {
      const answer = await sync(COLLEAGUE, reader, [], known);
      known = answer.positions;
      for (const { table, scope: of, rows } of answer.changes) {
        if (table === 'activity' && of === scope) for (const { id } of rows) held.add(id);
      }
    };
    for (let round = 1; round <= 8; round += 1) {
      const writing = devices.map((device) =>
        sync(COLLEAGUE, device, [mutation(round, 'activity.log', activity(randomUUID(), result))]),
      );
      await Promise.all([...writing, read(), ...writing, read()]);
    }
    await read();
    const { rows } = await sql<{ id: string }>`
      select id from activity where scope_id = ${scope} and not deleted`.execute(server.db);
    expect([...held].sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it('that finds nothing new is cheap, however much the person holds', async () => {
    const device = randomUUID();
    const { positions } = await sync(EMPLOYEE, device, []);
    server.statements.length = 0;
    const answer = await sync(EMPLOYEE, device, [], positions);
    expect(answer.changes).toEqual([]);
    expect(server.statements.length).toBeLessThanOrEqual(10);
  });
});

describe('the door', () => {
  it('takes only the queue of the person who is signed in', async () => {
    const device = randomUUID();
    const response = await send(EMPLOYEE, { actor: COLLEAGUE.id, device });
    expect(response.json()).toMatchObject({ status: 403, code: 'other-person' });
    const without = await server.app.inject({
      method: 'POST',
      url: '/api/sync',
      payload: { protocol: PROTOCOL, app: '', actor: 'x', device, mutations: [], known: {}, epoch: null, settled: 0 },
    });
    expect(without.json()).toMatchObject({ status: 401, code: 'signed-out' });
  });

  it('sends an app of another protocol to update, and a body over the limit away', async () => {
    const old = await send(EMPLOYEE, { protocol: 0, device: randomUUID() });
    expect(old.json()).toMatchObject({ status: 426, code: 'outdated' });
    const huge = await send(EMPLOYEE, { device: randomUUID(), app: 'x'.repeat(2_100_000) });
    expect(huge.json()).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('answers 503 with time and message during maintenance, and opens again', async () => {
    const admin = await server.signIn('198505052010011099');
    const headers = { cookie: admin };
    const payload = { until: '2026-11-24T05:00:00.000Z', message: 'Pindah server' };
    const url = '/api/admin/maintenance';
    expect(
      (await server.app.inject({ method: 'POST', url, payload, headers: { cookie: cookies[EMPLOYEE.id] ?? '' } }))
        .statusCode,
    ).toBe(403);
    await server.app.inject({ method: 'POST', url, payload, headers });
    const closed = await send(EMPLOYEE, { device: randomUUID() });
    expect(closed.json()).toMatchObject({ status: 503, code: 'maintenance', ...payload });
    expect(closed.headers['retry-after']).toBe('60');
    await server.app.inject({ method: 'DELETE', url, headers });
    expect((await send(EMPLOYEE, { device: randomUUID() })).statusCode).toBe(200);
  });
});

it('what is made and removed in one request is remembered as it last was', async () => {
  const device = randomUUID();
  const id = randomUUID();
  const explain = (text: string, revision: number) => ({
    ...{ date: '2026-11-18', kind: 'wfa', text, letter: null, evidence: [], revision },
  });
  await sync(EMPLOYEE, device, [
    mutation(1, 'activity.log', activity(id)),
    mutation(2, 'activity.delete', { id, revision: 1 }),
    mutation(3, 'explanation.give', explain('Dari rumah', 0), { v: 2 }),
    mutation(4, 'explanation.give', explain('Dari rumah orang tua', 1), { v: 2 }),
    mutation(5, 'explanation.withdraw', { date: '2026-11-18' }),
  ]);
  const { outcomes } = await sync(EMPLOYEE, device, [
    mutation(6, 'activity.log', activity(id)),
    mutation(7, 'explanation.give', explain('Rapat daring', 0), { v: 2 }),
  ]);
  expect(outcomes.map(({ result }) => result)).toEqual(['refused', 'applied']);
  const { rows } = await sql<{ revision: number }>`
    select revision from explanation where scope_id = ${`w:${EMPLOYEE.id}`} and id = '2026-11-18'`.execute(server.db);
  expect(rows).toEqual([{ revision: 3 }]);
});
