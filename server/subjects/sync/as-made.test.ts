import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { madeDigest } from '#server/sync/signature.ts';
import { type Sent, TestDevice } from '#server/testing/device.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { domain } from '#shared/domain.ts';
import { madeText } from '#shared/sync/made.ts';
import { parseMutation, runMutation } from '#shared/sync/mutation.ts';
import type { SyncResponse } from '#shared/sync/protocol.ts';
import { RowSet } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';

const ID = 'penguji-1';
const actor = { id: ID, tenant: 'dishub-hsu', timeZone: 'Asia/Makassar', roles: [] };
let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.signIn('198812042014021003');
});
afterAll(() => server.close());

/** A device that runs the rules on its own copy, as the app does, and tells what it made. */
async function deviceHere() {
  const device = await TestDevice.create(server, { id: ID, cookie });
  const rows = new RowSet();
  for (const { table, scope, rows: came } of (await device.sync([])).changes) {
    for (const row of came) rows.load(table, { ...row, scope } as SyncRow);
  }
  const act = (name: string, args: object): Sent => {
    const [id, at] = [randomUUID(), server.time.now.toISOString()];
    const parsed = parseMutation(domain.mutations, { name, v: 1, args });
    if (!parsed.ok) throw new Error(name);
    const decision = runMutation(parsed.spec, {
      ...{ args: parsed.args, rows, actor, at, mutationId: id },
      failed: (error) => {
        throw error;
      },
    });
    if (decision.result === 'refused') throw new Error(JSON.stringify(decision.refusal));
    const made = decision.changes.map((change) => {
      const spec = domain.tables[change.table];
      return spec ? madeDigest(madeText(spec, change)) : '';
    });
    return { id, name, v: 1, args, at, made };
  };
  const entry = () => ({
    ...{ id: randomUUID(), resultId: stableId('result', ID, 'uji'), date: '2026-11-24', title: 'Uji emisi' },
    ...{ description: '', time: { start: '08:00', end: null, minutes: 60 }, output: { quantity: 1.5, unit: 'unit' } },
  });
  return { device, act, entry };
}

const contents = ({ changes }: SyncResponse) =>
  changes.flatMap(({ rows, removed }) => [...rows.map(({ id }) => id), ...removed]);

it('rows that a device has made as they were decided here do not come back, and nothing is read for them', async () => {
  const { device, act, entry } = await deviceHere();
  const [first, second] = [entry(), entry()];
  server.statements.length = 0;
  const answer = await device.sync([
    act('activity.log', first),
    act('activity.log', second),
    act('activity.edit', { id: first.id, edits: { title: { from: 'Uji emisi', to: 'Uji rem' } } }),
    act('activity.delete', { id: second.id, revision: 1 }),
  ]);
  expect(answer.outcomes.map(({ result }) => result)).toEqual(Array(4).fill('applied'));
  expect(contents(answer)).toEqual([]);
  // Of the acts whose rows nothing wrote after them.
  expect(answer.held).toEqual([3, 4]);
  expect(server.statements.filter((text) => text.includes('with recursive'))).toEqual([]);
  // The device holds everything: it is asked for nothing more.
  expect(answer.more).toBe(false);
  expect(contents(await device.sync([]))).toEqual([]);
});

it('a row that became another one here comes as content, with all that its act wrote', async () => {
  const { device, act, entry } = await deviceHere();
  const [as, other] = [entry(), entry()];
  const answer = await device.sync([
    act('activity.log', as),
    { ...act('activity.log', other), made: ['AAAAAAAAAAAA'] },
  ]);
  expect(answer.held).toEqual([1]);
  expect(contents(answer)).toEqual([other.id]);
});

it('what somebody else wrote meanwhile comes beside it', async () => {
  const { device, act, entry } = await deviceHere();
  const elsewhere = await deviceHere();
  const theirs = entry();
  await elsewhere.device.sync([elsewhere.act('activity.log', theirs)]);
  const mine = entry();
  const answer = await device.sync([act('activity.log', mine)]);
  expect(answer.held).toEqual([1]);
  expect(contents(answer)).toEqual([theirs.id]);
});

it('an act that comes again, and whatever makes no sense, is answered with content', async () => {
  const { device, act, entry } = await deviceHere();
  const elsewhere = await deviceHere();
  const logged = entry();
  const log = act('activity.log', logged);
  await elsewhere.device.sync([log]);
  const again = await device.sync([log]);
  expect(again.held).toEqual([]);
  expect(contents(again)).toEqual([logged.id]);
  for (const made of [[], ['x', 'y'], null, 'nothing', [{}]]) {
    const [args, { device: fresh, act: does }] = [entry(), await deviceHere()];
    const answer = await fresh.sync([{ ...does('activity.log', args), made: made as never }]);
    expect(answer.held, JSON.stringify(made)).toEqual([]);
    expect(contents(answer)).toEqual([args.id]);
  }
});
