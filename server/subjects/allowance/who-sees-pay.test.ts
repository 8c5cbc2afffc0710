// On whose devices it lies what a person is paid, and for what less: sanctions, slips, corrections, taxes and accounts.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestDevice } from '#server/testing/device.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';

const MONTH = '2026-10';
const PEOPLE = {
  'the person': { id: 'penguji-1', nip: '198812042014021003' },
  'the superior': { id: 'ka-upt', nip: '197808152003121012' },
  'the head': { id: 'kadis', nip: '197004121995031002' },
  'the treasurer': { id: 'bendahara', nip: '198704042010012015' },
  'an administrator': { id: 'admin-bkpsdm', nip: '198505052010011099' },
} as const;
type Who = keyof typeof PEOPLE;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const cookie = await server.signIn(PEOPLE['the treasurer'].nip);
  const ask = (url: string, payload: object) =>
    server.app.inject({ method: 'POST', url, headers: { cookie }, payload });
  const of = { employeeId: 'penguji-1' };
  const months = { validFrom: '2026-10-01', validUntil: '2027-03-31' };
  const sanction = { ...of, kind: 'sanction', ...months, percent: '25', postClass: null, source: 'SK rahasia' };
  const open = { npwp: null, salary: null, salaryTax: null, insuredSalary: null, tax: null, cleared: [] };
  const payee = { ...of, ...open, month: MONTH, ptkp: 'K/1', bank: 'Bank Kalsel', account: '5551234567' };
  const paid = { ...of, month: '2026-11', forMonth: null, amount: '-50000', reason: 'Koreksi rahasia' };
  const acts: [string, object][] = [
    ['pay-entry.add', sanction],
    ['payee.tell', payee],
    ['allowance.adjust', paid],
  ];
  for (const [name, args] of acts) {
    const act = { id: randomUUID(), name, v: 1, args: { id: randomUUID(), ...args }, at: '2020-01-01T00:00:00.000Z' };
    const answer = await ask('/api/office', { mutations: [act] });
    expect(answer.json().outcomes[0].result).toBe('applied');
  }
  const drawn = await ask(`/api/payroll/${MONTH}/draw`, { id: randomUUID() });
  expect(drawn.json().outcomes[0].result).toBe('applied');
});
afterAll(() => server.close());

/** Every row that comes to a new device, by table. */
async function heldBy(who: Who) {
  const { id, nip } = PEOPLE[who];
  const device = await TestDevice.create(server, { id, cookie: await server.signIn(nip) });
  const held: { table: string; scope: string; rows: object[] }[] = [];
  for (let more = true; more; ) {
    const answer = await device.sync([]);
    held.push(...answer.changes);
    more = answer.more;
  }
  return held;
}

const PAY = ['slip', 'adjustment', 'payEntry', 'payee'];

it('the own device holds what one is paid, and why', async () => {
  const held = await heldBy('the person');
  const own = held.filter(({ scope }) => scope === 'm:penguji-1').map(({ table }) => table);
  expect([...new Set(own)].sort()).toEqual([...PAY].sort());
  expect(JSON.stringify(held)).toContain('SK rahasia');
});

it.each<Who>(['the superior', 'the head', 'the treasurer', 'an administrator'])(
  'the device of %s holds nobody else’s, in no row of whatever table',
  async (who) => {
    const held = await heldBy(who);
    const others = held.filter(({ table, scope }) => PAY.includes(table) && scope !== `m:${PEOPLE[who].id}`);
    expect(others.flatMap(({ rows }) => rows)).toEqual([]);
    for (const secret of ['SK rahasia', 'Koreksi rahasia', '5551234567']) {
      expect(JSON.stringify(held)).not.toContain(secret);
    }
  },
);

it('a superior who holds the work of the team still holds it', async () => {
  const held = await heldBy('the superior');
  expect(held.some(({ table, scope }) => table === 'activity' && scope === 'w:penguji-1')).toBe(true);
});
