import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { NetPay, Payees, PayrollSheet } from '#shared/allowance/api.ts';
import { PAYEE_FACTS } from '#shared/allowance/rules/payee.ts';

const MONTH = '2026-10';
const NIPS = {
  ...{ treasurer: '198704042010012015', admin: '198505052010011099', head: '197004121995031002' },
  nobody: '198812042014021003',
};
type Who = keyof typeof NIPS;

let server: TestServer;
const cookies = {} as Record<Who, string>;
beforeAll(async () => {
  server = await startTestServer();
  for (const [who, nip] of Object.entries(NIPS)) cookies[who as Who] = await server.signIn(nip);
  // The demo has its own payees; here nobody was told of.
  await sql`delete from payee`.execute(server.db);
});
afterAll(() => server.close());

const get = (who: Who, url: string) => server.app.inject({ url, headers: { cookie: cookies[who] } });
const sheet = async () => (await get('treasurer', `/api/net-pay/${MONTH}`)).json<NetPay>();
const payees = async (month = MONTH) => (await get('treasurer', `/api/payees/${month}`)).json<Payees>().people;
const payroll = async () => (await get('treasurer', `/api/payroll/${MONTH}`)).json<PayrollSheet>();
const post = (who: Who, url: string, payload: object) =>
  server.app.inject({ method: 'POST', url, headers: { cookie: cookies[who] }, payload });
const open = { npwp: null, salary: null, salaryTax: null, insuredSalary: null, tax: null, cleared: [] };
const facts = {
  ...{ ptkp: 'K/1', npwp: '0123456789012345', bank: 'Bank Kalsel', account: '0012345678' },
  ...{ salary: '4500000', salaryTax: '0', insuredSalary: '4300000' },
};
async function tell(employeeId: string, more: object = facts, month = MONTH) {
  const args = { id: randomUUID(), employeeId, month, ...open, ptkp: null, bank: null, account: null, ...more };
  const act = { id: randomUUID(), name: 'payee.tell', v: 1, args, at: '2020-01-01T00:00:00.000Z' };
  return (await post('treasurer', '/api/office', { mutations: [act] })).json().outcomes[0].result;
}

it.each<Who>(['admin', 'head', 'nobody'])('neither is for %s', async (who) => {
  for (const url of [`/api/net-pay/${MONTH}`, `/api/payees/${MONTH}`])
    expect((await get(who, url)).statusCode).toBe(403);
});

it('has no lines before the month is drawn up', async () => {
  expect(await sheet()).toMatchObject({ state: 'open', lines: [], checks: [] });
});

it('lists by name who lacks what, without numbers and outside the sums', async () => {
  const drawn = await post('treasurer', `/api/payroll/${MONTH}/draw`, { id: randomUUID() });
  expect(drawn.json().outcomes[0].result).toBe('applied');
  expect(await tell('penguji-1')).toBe('applied');
  expect(await tell('penguji-2', { account: '99990001' })).toBe('applied');
  const { lines, totals, outside, state } = await sheet();
  expect(state).toBe('drawn');
  const { lines: paid, total } = await payroll();
  expect(lines.map(({ employeeId }) => employeeId)).toEqual(paid.map(({ employeeId }) => employeeId));
  const whole = lines.find(({ employeeId }) => employeeId === 'penguji-1');
  expect(whole).toMatchObject({ missing: [], account: '0012345678', amounts: { tax: expect.any(String) } });
  expect(totals).toMatchObject({ people: 1, total: whole?.total, net: whole?.amounts?.net });
  const half = lines.find(({ employeeId }) => employeeId === 'penguji-2');
  expect(half).toMatchObject({ missing: PAYEE_FACTS.filter((fact) => fact !== 'account'), amounts: null });
  expect(outside.people).toBe(lines.length - 1);
  expect(Number(outside.total) + Number(totals.total)).toBe(Number(total));
});

it('comes out to the rupiah against the slips that the database sums, and says where it does not', async () => {
  for (const { employeeId } of await payees()) await tell(employeeId);
  const { checks, totals, outside } = await sheet();
  expect(outside.people).toBe(0);
  expect(checks.map(({ name, off }) => [name, off])).toEqual([
    ['gross', '0'],
    ['net', '0'],
    ['payroll', '0'],
  ]);
  expect(totals.total).toBe((await payroll()).total);
  // A slip that nobody on the list belongs to, as when a post was ended for a day long past.
  await sql`
    insert into slip select (jsonb_populate_record(s, '{"scope_id": "m:honorer-1"}')).* from slip s
    where scope_id = 'm:penguji-1'`.execute(server.db);
  const extra = (await sheet()).lines.find(({ employeeId }) => employeeId === 'penguji-1');
  expect((await sheet()).checks.at(-1)).toMatchObject({ name: 'payroll', off: `-${extra?.total}` });
  await sql`delete from slip where scope_id = 'm:honorer-1'`.execute(server.db);
});

it('says of everybody since when what holds, and by whom', async () => {
  await tell('penguji-1', { bank: 'BRI' }, '2026-12');
  const of = async (month: string) => (await payees(month)).find(({ employeeId }) => employeeId === 'penguji-1');
  expect(await of(MONTH)).toMatchObject({
    ...{ ...facts, missing: [], since: MONTH, by: expect.stringContaining('Ratna Dewi') },
  });
  expect(await of('2026-12')).toMatchObject({ bank: 'BRI', account: '0012345678', since: '2026-12' });
  expect(await of('2026-09')).toMatchObject({ bank: null, since: null, by: null });
});

it('reckons the last tax period by the closed lists of the year, and names the months that have none', async () => {
  const of = async () => (await payees('2026-12')).find(({ employeeId }) => employeeId === 'penguji-1');
  const months = Array.from({ length: 11 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
  const asked = ['extra', 'yearPension', 'earlierGross', 'earlierTax'];
  expect(await of()).toMatchObject({ lastPeriod: true, openMonths: months, missing: asked });
  expect((await payees()).every(({ lastPeriod }) => !lastPeriod)).toBe(true);
  await sql`update payroll set state = 'approved' where id = ${MONTH}`.execute(server.db);
  expect((await of())?.openMonths).toEqual(months.filter((month) => month !== MONTH));

  // The list of December as that of October, so that its sheet has lines.
  await sql`insert into payroll select (jsonb_populate_record(p, '{"id": "2026-12", "month": "2026-12", "state": "drawn"}')).*
    from payroll p where id = ${MONTH}`.execute(server.db);
  await sql`insert into slip select (jsonb_populate_record(s, '{"id": "2026-12", "month": "2026-12"}')).*
    from slip s where id = ${MONTH}`.execute(server.db);
  const december = async () => {
    const { lines, checks } = (await get('treasurer', '/api/net-pay/2026-12')).json<NetPay>();
    return { line: lines.find(({ employeeId }) => employeeId === 'penguji-1'), checks };
  };
  expect((await december()).line).toMatchObject({ missing: asked, amounts: null });
  const earlier = { earlierGross: '70000000', earlierTax: '700000' };
  const yearly = { ...facts, extra: '0', extraTax: '0', yearPension: '2000000', ...earlier };
  expect(await tell('penguji-1', yearly, '2026-12')).toBe('applied');
  const { line, checks } = await december();
  const { tax = '', year } = line?.amounts ?? {};
  const october = (await sheet()).lines.find(({ employeeId }) => employeeId === 'penguji-1')?.amounts;
  const gross = 70_000_000 + Number(october?.taxed) + Number(line?.amounts?.taxed);
  expect(year).toMatchObject({
    gross: String(gross),
    taxFree: '63000000',
    before: String(700_000 + Number(october?.tax)),
  });
  expect(Number(tax)).toBe(Math.floor(Number(year?.tax)) - Number(year?.before));
  expect(checks.map(({ off }) => off)).toEqual(['0', '0', '0']);
});

it('takes the month in which somebody leaves for their last tax period', async () => {
  await sql`update assignment set valid_until = '2026-10-20' where employee_id = 'penguji-1'`.execute(server.db);
  const leaving = (await payees()).filter(({ lastPeriod }) => lastPeriod);
  expect(leaving.map(({ employeeId }) => employeeId)).toEqual(['penguji-1']);
});
