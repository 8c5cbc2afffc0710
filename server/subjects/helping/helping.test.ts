// Help with typing as the server keeps it: who sees what, and what becomes of work that arrives after the help has ended.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { type Sent, TestDevice } from '#server/testing/device.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { SelfTyped } from '#shared/helping/api.ts';
import { fileStatement } from '#shared/sync/proof.ts';
import type { SyncResponse } from '#shared/sync/protocol.ts';
import { lineOf } from '#shared/sync/signing.ts';

const OWNER = { id: 'penguji-1', nip: '198812042014021003' };
const HELPER = { id: 'penguji-2', nip: '199203192015031002' };
const SUPERIOR = { id: 'ka-upt', nip: '197808152003121012' };
const ADMIN = { id: 'kadis', nip: '' };
const RESULT = stableId('result', OWNER.id, 'uji');
const SHARED = `h:${OWNER.id}.${HELPER.id}`;

let server: TestServer;
let owner: TestDevice;
let helper: TestDevice;
let superior: TestDevice;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  const { rows } = await sql<{ employeeId: string; nip: string }>`
    select a.employee_id, a.nip from account a join office_role r on r.employee_id = a.employee_id
    where r.role = 'admin' limit 1`.execute(server.db);
  Object.assign(ADMIN, { id: rows[0]?.employeeId, nip: rows[0]?.nip });
  for (const { id, nip } of [OWNER, HELPER, SUPERIOR, ADMIN]) cookies[id] = await server.signIn(nip);
});
afterAll(() => server.close());

const device = ({ id }: { id: string }) => TestDevice.create(server, { id, cookie: cookies[id] ?? '' });
const at = (time: string) => {
  server.time.now = new Date(time);
};

beforeEach(async () => {
  await sql`delete from typed_entry`.execute(server.db);
  await sql`delete from helper_result`.execute(server.db);
  await sql`delete from helper`.execute(server.db);
  at('2026-11-24T00:00:00.000Z');
  [owner, helper, superior] = await Promise.all([device(OWNER), device(HELPER), device(SUPERIOR)]);
  for (const one of [owner, helper, superior]) await one.sync([]);
});

const act = (name: string, args: unknown, more: Partial<Sent> = {}): Sent => ({
  ...{ id: randomUUID(), name, args, v: 1, at: server.time.now.toISOString(), ...more },
});
const named = (until = '2026-12-10') => act('helper.name', { id: randomUUID(), helperId: HELPER.id, until });
const typed = (id: string, more: object = {}, time = server.time.now.toISOString()) =>
  act(
    'typed.add',
    {
      ...{ ownerId: OWNER.id, id, resultId: RESULT, date: '2026-11-24', title: 'Uji rem 3 bus', description: '' },
      ...{ time: { start: null, end: null, minutes: 60 }, output: { quantity: 3, unit: 'kendaraan' }, ...more },
    },
    { at: time },
  );
const confirmed = (id: string, revision = 1) =>
  act('typed.confirm', { helperId: HELPER.id, id, revision, resultId: RESULT });

const outcomesOf = ({ outcomes }: SyncResponse) =>
  outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : outcome.result));
const rowsOf = ({ changes }: SyncResponse, table: string) =>
  changes.filter((set) => set.table === table).flatMap(({ scope, rows }) => rows.map((row) => ({ ...row, scope })));

it('the helper sees the words of the plan and what they typed, and nothing else of the owner', async () => {
  const given = await owner.sync([named()]);
  expect(outcomesOf(given)).toEqual(['applied']);
  // With the very answer the owner has what the act has made.
  expect(given.positions[SHARED]).toBeDefined();
  const seen = await helper.sync([]);
  expect(Object.keys(seen.positions).filter((scope) => scope.includes(OWNER.id))).toEqual([SHARED]);
  const mine = seen.changes.filter(({ scope }) => scope === SHARED);
  expect(new Set(mine.map(({ table }) => table))).toEqual(new Set(['helper', 'helperResult']));
  expect(Object.keys(rowsOf(seen, 'helperResult')[0] ?? {}).sort()).toEqual(
    ['id', 'place', 'scope', 'text', 'validFrom', 'validUntil', 'version'].sort(),
  );
  // The superior sees who helps, and nothing of what is typed before it is confirmed.
  const above = await superior.sync([]);
  expect(rowsOf(above, 'helper')).toMatchObject([{ scope: `w:${OWNER.id}`, helperId: HELPER.id }]);
  expect(above.positions[SHARED]).toBeUndefined();
});

it('what is typed reaches the superior once the owner has confirmed it, and says who typed it', async () => {
  await owner.sync([named()]);
  await helper.sync([]);
  const id = randomUUID();
  expect(outcomesOf(await helper.sync([typed(id)]))).toEqual(['applied']);
  expect(rowsOf(await superior.sync([]), 'activity').map((row) => row.id)).not.toContain(id);
  expect(rowsOf(await owner.sync([]), 'typedEntry')).toMatchObject([{ id, scope: SHARED, state: 'waiting' }]);
  expect(outcomesOf(await owner.sync([confirmed(id)]))).toEqual(['applied']);
  const [work] = rowsOf(await superior.sync([]), 'activity').filter((row) => row.id === id);
  expect(work).toMatchObject({ typedBy: HELPER.id, state: 'submitted', employeeId: OWNER.id });
  expect(rowsOf(await helper.sync([]), 'typedEntry')).toMatchObject([{ id, state: 'confirmed' }]);
});

it('what was typed offline before the owner ended the help arrives; what was typed after it is refused and kept', async () => {
  await owner.sync([named()]);
  await helper.sync([]);
  at('2026-11-24T04:00:00.000Z');
  await owner.sync([act('helper.end', { helperId: HELPER.id })]);
  at('2026-11-27T01:00:00.000Z');
  const [before, after] = [randomUUID(), randomUUID()];
  const late = await helper.sync([
    typed(before, {}, '2026-11-24T03:00:00.000Z'),
    typed(after, {}, '2026-11-24T05:00:00.000Z'),
    typed(randomUUID(), {}, '2026-11-26T05:00:00.000Z'),
  ]);
  expect(outcomesOf(late)).toEqual(['applied', 'help-over', 'help-over']);
  // By now the sight has ended.
  expect(late.positions[SHARED]).toBeUndefined();
  expect(rowsOf(await owner.sync([]), 'typedEntry')).toMatchObject([
    { id: before, state: 'waiting', createdAt: '2026-11-24T03:00:00.000Z' },
  ]);
  expect(outcomesOf(await owner.sync([confirmed(before)]))).toEqual(['applied']);
  // Days late, and counted from when it was typed.
  expect(rowsOf(await superior.sync([]), 'activity').find((row) => row.id === before)).toMatchObject({
    createdAt: '2026-11-24T03:00:00.000Z',
    submittedAt: '2026-11-27T01:00:00.000Z',
  });
});

it('whoever heard that the help has ended cannot type as if before', async () => {
  await owner.sync([named()]);
  await helper.sync([]);
  at('2026-11-24T04:00:00.000Z');
  await owner.sync([act('helper.end', { helperId: HELPER.id })]);
  at('2026-11-24T05:00:00.000Z');
  await helper.sync([]);
  at('2026-11-24T06:00:00.000Z');
  expect(outcomesOf(await helper.sync([typed(randomUUID(), {}, '2026-11-24T03:00:00.000Z')]))).toEqual(['help-over']);
});

it('on its last day the help is over by itself; an entry of that day that comes later arrives', async () => {
  await owner.sync([named('2026-11-25')]);
  await helper.sync([]);
  at('2026-11-26T03:00:00.000Z');
  const inTime = randomUUID();
  const late = await helper.sync([
    typed(inTime, {}, '2026-11-25T08:00:00.000Z'),
    typed(randomUUID(), {}, '2026-11-26T02:00:00.000Z'),
  ]);
  expect(outcomesOf(late)).toEqual(['applied', 'help-over']);
  expect(rowsOf(await owner.sync([]), 'typedEntry')).toMatchObject([{ id: inTime }]);
});

it('nobody types for somebody who has not asked for help, and no name opens a scope', async () => {
  const { rows: before } = await sql`select id from scope where id like 'h:%'`.execute(server.db);
  const stranger = await helper.sync([typed(randomUUID())]);
  expect(outcomesOf(stranger)).toEqual(['help-over']);
  const probes = await owner.sync([
    ...['nobody', 'somebody', SUPERIOR.id].map((helperId) =>
      act('helper.name', { id: randomUUID(), helperId, until: '2026-12-01' }),
    ),
    act('typed.decline', { helperId: 'nobody', id: randomUUID(), revision: 1 }),
    act('helper.end', { helperId: 'nobody' }),
  ]);
  expect(outcomesOf(probes)).toEqual(['not-found', 'not-found', 'helper-decides', 'not-found', 'applied']);
  const { rows: after } = await sql`select id from scope where id like 'h:%'`.execute(server.db);
  expect(after).toEqual(before);
});

it('200 entries are confirmed with a fixed handful of statements', async () => {
  await owner.sync([named()]);
  await helper.sync([]);
  const ids = Array.from({ length: 200 }, () => randomUUID());
  await helper.sync(ids.map((id) => typed(id)));
  await owner.sync([]);
  server.statements.length = 0;
  const answer = await owner.sync(ids.map((id) => confirmed(id)));
  expect(new Set(outcomesOf(answer))).toEqual(new Set(['applied']));
  // Of the request before it somebody may still be told.
  const asked = server.statements.filter((text) => !text.includes('pg_notify'));
  expect(asked.length).toBeLessThanOrEqual(20);
});

it('whoever has left signs in no more; what they typed before comes by their signed file, brought by an administrator', async () => {
  await owner.sync([named()]);
  await helper.sync([]);
  at('2026-11-24T03:00:00.000Z');
  const id = randomUUID();
  const { seq: _none, ...entry } = { ...typed(id), seq: 1 };
  at('2026-11-26T03:00:00.000Z');
  await sql`update assignment set valid_until = '2026-11-24' where employee_id = ${HELPER.id}`.execute(server.db);
  expect((await helper.send([])).statusCode).toBe(401);
  const exportedAt = server.time.now.toISOString();
  const lines = [await lineOf(entry)];
  const key = helper.key;
  if (!key) throw new Error('no key');
  const signature = await key.sign(fileStatement({ person: HELPER.id, device: helper.id, exportedAt, lines }));
  const proof = { device: helper.id, exportedAt, lines, key: key.publicKey, signature };
  const brought = await server.app.inject({
    ...{ method: 'POST', url: '/api/import', headers: { cookie: cookies[ADMIN.id] ?? '' } },
    payload: { person: HELPER.id, mutations: [entry], proof },
  });
  expect(brought.json().outcomes, brought.body).toMatchObject([{ result: 'applied' }]);
  expect(rowsOf(await owner.sync([]), 'typedEntry')).toMatchObject([{ id, createdAt: '2026-11-24T03:00:00.000Z' }]);
  await sql`update assignment set valid_until = null where employee_id = ${HELPER.id}`.execute(server.db);
});

it('tells whoever leads people how much they type themselves, an administrator of all units, and nobody else', async () => {
  await owner.sync([named()]);
  await helper.sync([]);
  const id = randomUUID();
  await helper.sync([typed(id)]);
  await owner.sync([confirmed(id)]);
  const ask = (person: { id: string }) =>
    server.app.inject({ url: '/api/self-typed', headers: { cookie: cookies[person.id] ?? '' } });
  expect((await ask(OWNER)).statusCode).toBe(403);
  const told = (await ask(SUPERIOR)).json<SelfTyped>();
  expect(told.months).toEqual(['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']);
  const { rows } = await sql<{ helped: number; all: number }>`
    select count(typed_by)::int as helped, count(*)::int as all from activity
    where scope_id like 'w:%' and scope_id <> 'w:' and not deleted and state <> 'draft' and date >= '2026-06-01'
      and date <= '2026-11-24'`.execute(server.db);
  const sums = (of: SelfTyped) => {
    const all = of.units.flatMap(({ counts }) => counts);
    const helped = all.reduce((sum, one) => sum + one.helped, 0);
    return { helped, all: helped + all.reduce((sum, one) => sum + one.self, 0) };
  };
  const everywhere = (await ask(ADMIN)).json<SelfTyped>();
  expect(sums(everywhere)).toEqual(rows[0]);
  expect(sums(told)).toMatchObject({ helped: rows[0]?.helped });
  expect(sums(told).all).toBeLessThan(sums(everywhere).all);
  expect(everywhere.units.length).toBeGreaterThan(told.units.length);
});
