import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { PayEntries, PayrollSlip } from '#shared/allowance/api.ts';
import type { Slip } from '#shared/allowance/rules/slip.ts';

const MONTH = '2026-10';
const NIPS = { treasurer: '198704042010012015', admin: '198505052010011099', nobody: '198812042014021003' };
type Who = keyof typeof NIPS;

let server: TestServer;
const cookies = {} as Record<Who, string>;
beforeAll(async () => {
  server = await startTestServer();
  for (const [who, nip] of Object.entries(NIPS)) cookies[who as Who] = await server.signIn(nip);
  // The demo has entries of its own.
  await sql`delete from pay_entry`.execute(server.db);
});
afterAll(() => server.close());

const get = (who: Who, url: string) => server.app.inject({ url, headers: { cookie: cookies[who] } });
const entries = async (who: Who = 'treasurer') => (await get(who, '/api/pay-entries')).json<PayEntries>().entries;
const slip = async () => (await get('treasurer', `/api/payroll/${MONTH}/penguji-1`)).json<PayrollSlip>().now as Slip;
const office = async (who: Who, name: string, args: object, id = randomUUID()) => {
  const mutations = [{ id, name, v: 1, args, at: '2020-01-01T00:00:00.000Z' }];
  const headers = { cookie: cookies[who] };
  const [outcome] = (
    await server.app.inject({ method: 'POST', url: '/api/office', headers, payload: { mutations } })
  ).json().outcomes;
  return outcome.refusal?.code ?? outcome.result;
};
const sanction = {
  id: randomUUID(),
  employeeId: 'penguji-1',
  kind: 'sanction',
  validFrom: '2026-10-01',
  validUntil: '2027-03-31',
  percent: '25',
  postClass: null,
  source: 'SK 800/12/2026',
};

it('a sanction stands in the register and takes its part of the slip, once, until it is withdrawn', async () => {
  const before = await slip();
  const act = randomUUID();
  for (const _twice of [1, 2]) expect(await office('treasurer', 'pay-entry.add', sanction, act)).toBe('applied');
  expect(await office('treasurer', 'pay-entry.add', { ...sanction, id: randomUUID() })).toBe('pay-entry-overlaps');
  expect(await entries()).toMatchObject([
    {
      id: sanction.id,
      name: expect.stringContaining('Ridha'),
      by: expect.stringContaining('Ratna Dewi'),
      source: 'SK 800/12/2026',
      withdrawn: false,
    },
  ]);
  const during = await slip();
  expect(during.wholeLines).toMatchObject([{ kind: 'sanction', percent: '25', source: 'SK 800/12/2026' }]);
  expect(Number(during.exact)).toBeCloseTo(Number(before.exact) * 0.75, 2);
  const end = { id: sanction.id, employeeId: 'penguji-1', validUntil: null, reason: 'Keliru' };
  expect(await office('admin', 'pay-entry.end', end)).toBe('applied');
  expect(await slip()).toEqual(before);
  expect(await entries('admin')).toMatchObject([
    { withdrawn: true, endReason: 'Keliru', endedBy: expect.stringContaining('Administrator') },
  ]);
});

it('the register is for those who keep it alone', async () => {
  expect((await get('nobody', '/api/pay-entries')).statusCode).toBe(403);
  expect(await office('nobody', 'pay-entry.add', { ...sanction, id: randomUUID() })).toBe('not-treasurer');
});
