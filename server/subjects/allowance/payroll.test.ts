import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_ALLOWANCE } from '#server/demo/agency.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { PayrollSheet, PolicyPreview } from '#shared/allowance/api.ts';
import type { Slip } from '#shared/allowance/rules/slip.ts';
import { PROTOCOL } from '#shared/sync/protocol.ts';

const MONTH = '2026-10';
const NIPS = {
  treasurer: '198704042010012015',
  superior: '198111222009031004',
  head: '197004121995031002',
  admin: '198505052010011099',
  nobody: '198812042014021003',
};

/** Leaves between two tries of the treasurer. */
const LEAVER = 'penguji-1';

let server: TestServer;
const cookies = {} as Record<keyof typeof NIPS, string>;
beforeAll(async () => {
  server = await startTestServer();
  for (const [who, nip] of Object.entries(NIPS)) cookies[who as 'head'] = await server.signIn(nip);
});
afterAll(() => server.close());

type Who = keyof typeof NIPS;
const get = (who: Who, url: string) => server.app.inject({ url, headers: { cookie: cookies[who] } });
const sheetFor = async (who: Who, month = MONTH) => (await get(who, `/api/payroll/${month}`)).json<PayrollSheet>();
const post = (who: Who, url: string, payload: object) =>
  server.app.inject({ method: 'POST', url, headers: { cookie: cookies[who] }, payload });
const queued = (name: string, args: object, id = randomUUID()) => ({
  id,
  name,
  v: 1,
  args,
  at: '2020-01-01T00:00:00.000Z',
});
const office = async (who: Who, ...mutations: object[]) =>
  (await post(who, '/api/office', { mutations }))
    .json()
    .outcomes?.map(
      (outcome: { result: string; refusal?: { code: string } }) => outcome.refusal?.code ?? outcome.result,
    );
const draw = async (who: Who = 'treasurer', id = randomUUID()) =>
  (await post(who, `/api/payroll/${MONTH}/draw`, { id })).json().outcomes?.[0]?.result;

describe('the payroll of a month', () => {
  it('is seen by who has to do with it, and by nobody else', async () => {
    expect((await get('nobody', `/api/payroll/${MONTH}`)).statusCode).toBe(403);
    expect((await sheetFor('admin')).may).toEqual([]);
    const sheet = await sheetFor('treasurer');
    expect(sheet).toMatchObject({ state: 'open', may: ['draw', 'adjust'], headId: 'kadis' });
    expect(sheet.lines).toHaveLength(26);
    expect(BigInt(sheet.total)).toBe(sheet.lines.reduce((sum, { total }) => sum + BigInt(total), 0n));
    expect((await sheetFor('treasurer', '2026-11')).may).toEqual(['adjust']);
  });

  it('goes from the treasurer to the superior to the head, and then stands', async () => {
    expect(await draw('head')).toBe('refused');
    const id = randomUUID();
    expect(await draw('treasurer', id)).toBe('applied');
    const { revision, drawnBy, headId } = await sheetFor('superior');
    // The answer was lost and the treasurer tries again, after somebody has left: it is drawn up once, as it was.
    const [{ until }] = (
      await sql<{ until: string | null }>`
        select valid_until::text as until from assignment where employee_id = ${LEAVER}`.execute(server.db)
    ).rows as [{ until: string | null }];
    await sql`update assignment set valid_until = '2026-09-30' where employee_id = ${LEAVER}`.execute(server.db);
    expect(await draw('treasurer', id)).toBe('applied');
    await sql`update assignment set valid_until = ${until} where employee_id = ${LEAVER}`.execute(server.db);
    expect((await sheetFor('superior')).revision).toBe(revision);

    const seen = { month: MONTH, revision };
    expect((await sheetFor('superior')).may).toEqual(['check', 'return']);
    expect(await office('head', queued('payroll.check', { ...seen, drawnBy }))).toEqual(['not-supervisor']);
    expect(await office('superior', queued('payroll.check', { ...seen, drawnBy }))).toEqual(['applied']);
    expect((await sheetFor('head')).may).toEqual(['approve', 'return']);
    expect(await office('head', queued('payroll.approve', { ...seen, headId }))).toEqual(['applied']);
    const closed = await sheetFor('treasurer');
    expect(closed.state).toBe('approved');
    expect(closed.steps.map(({ act, name }) => [act, name])).toEqual([
      ['drawn', 'Ratna Dewi, A.Md.'],
      ['checked', 'Ahmad Fauzi, S.E.'],
      ['approved', 'H. Rahmadi Noor, S.T., M.T.'],
    ]);
    expect(closed.lines.every(({ correction }) => correction === null)).toBe(true);
  });

  it('is not even read for who holds no office', async () => {
    server.statements.length = 0;
    const days = [{ date: '2026-10-05', arrival: '07:30', departure: '16:00', duty: false }];
    expect(await office('nobody', queued('attendance.record', { employeeId: 'penguji-2', days }))).toEqual([
      expect.stringMatching(/^not-/),
    ]);
    expect(server.statements.filter((statement) => /"attendance"|from attendance/.test(statement))).toEqual([]);
  });

  it('comes to the employee with the next sync, and what they see adds up to what is paid', async () => {
    const { rows } = await sql<{ content: Slip }>`select content from slip where id = ${MONTH}`.execute(server.db);
    expect(rows).toHaveLength(26);
    const total = rows.reduce((sum, { content }) => sum + BigInt(content.total), 0n);
    expect(BigInt((await sheetFor('treasurer')).total)).toBe(total);
  });

  it('once closed is corrected by what turns out later, and never changes', async () => {
    const before = await sheetFor('treasurer');
    const line = before.lines.find(({ employeeId }) => employeeId === 'penguji-1');
    const days = [{ date: '2026-10-06', arrival: null, departure: null, duty: false }];
    const id = randomUUID();
    expect(await office('treasurer', queued('attendance.record', { employeeId: 'penguji-1', days }, id))).toEqual([
      'applied',
    ]);
    const after = await sheetFor('treasurer');
    const differs = after.lines.find(({ employeeId }) => employeeId === 'penguji-1');
    expect(differs?.total).toBe(line?.total);
    // 2,950,000 x 40 % x 3 %, unless that day had cost something before.
    expect(Number(differs?.correction)).toBeLessThan(0);
    const args = {
      id: randomUUID(),
      employeeId: 'penguji-1',
      month: '2026-11',
      forMonth: MONTH,
      amount: null,
      reason: 'Alpa 6 Oktober',
    };
    expect(await office('treasurer', queued('allowance.adjust', args))).toEqual(['applied']);
    expect(
      (await sheetFor('treasurer')).lines.find(({ employeeId }) => employeeId === 'penguji-1')?.correction,
    ).toBeNull();
    const november = await sheetFor('treasurer', '2026-11');
    expect(november.lines.find(({ employeeId }) => employeeId === 'penguji-1')?.adjustments).toBe(differs?.correction);
    const slip = (await get('treasurer', '/api/payroll/2026-11/penguji-1')).json();
    expect(slip.now.adjustments).toMatchObject([{ forMonth: MONTH, reason: 'Alpa 6 Oktober' }]);
  });

  it('is not for those without the role, nor for other acts', async () => {
    const days = [{ date: '2026-10-06', arrival: null, departure: null, duty: false }];
    expect(await office('nobody', queued('attendance.record', { employeeId: 'penguji-1', days }))).toEqual([
      'not-treasurer',
    ]);
    // Whom a month pays is for the server to say.
    const some = queued('payroll.draw', { month: '2026-09', employeeIds: ['kadis'] });
    expect((await post('treasurer', '/api/office', { mutations: [some] })).statusCode).toBe(403);
    const erase = queued('activity.delete', { id: randomUUID(), revision: 1 });
    expect((await post('treasurer', '/api/office', { mutations: [erase] })).statusCode).toBe(403);
  });
});

it.each(['0000-12', '9999-12', '1899-12', '2201-01'])(
  'the month %s, which nobody means, is refused on every way',
  async (month) => {
    const answers = [
      await get('treasurer', `/api/payroll/${month}`),
      await get('treasurer', `/api/payroll/${month}/bendahara`),
      await post('treasurer', `/api/payroll/${month}/draw`, { id: randomUUID() }),
      await post('admin', '/api/payroll/preview', {
        ...{ kind: 'allowance', validFrom: `${month}-01`, content: DEMO_ALLOWANCE },
      }),
    ];
    for (const answer of answers) expect(answer.json()).toMatchObject({ status: 400, code: 'malformed' });
    expect((await get('treasurer', `/api/payroll/${MONTH}/%00`)).statusCode).toBe(400);
  },
);

it('an act for the agency that comes from a device is refused there', async () => {
  const args = { employeeId: 'bendahara', days: [{ date: '2026-10-06', arrival: null, departure: null, duty: true }] };
  const request = {
    ...{
      protocol: PROTOCOL,
      actor: 'bendahara',
      device: randomUUID(),
      app: 'test',
      settled: 0,
      epoch: null,
      known: {},
    },
    mutations: [{ ...queued('attendance.record', args), seq: 1 }],
  };
  const answer = (await post('treasurer', '/api/sync', request)).json();
  expect(answer.outcomes).toMatchObject([{ result: 'refused', refusal: { code: 'forbidden' } }]);
});

describe('the preview of a policy', () => {
  const preview = async (payload: object, who: Who = 'admin') => post(who, '/api/payroll/preview', payload);
  const changedIn = ({ months }: PolicyPreview) =>
    months.map(({ month, kind, changed }) => [month, kind, changed.length]);
  const raised = { ...DEMO_ALLOWANCE, base: { ...DEMO_ALLOWANCE.base, 9: '3600000' } };

  it('that begins later shows whom it would have changed last month', async () => {
    const answer = await preview({ kind: 'allowance', validFrom: '2027-01-01', content: raised });
    // Everybody of class 9: two of the secretariat, six section heads, the head of the UPT.
    expect(changedIn(answer.json())).toEqual([['2026-10', 'example', 9]]);
  });

  it('that reaches back shows each month it changes', async () => {
    const answer = await preview({ kind: 'allowance', validFrom: '2026-10-01', content: raised });
    expect(changedIn(answer.json())).toEqual([
      ['2026-10', 'already', 9],
      ['2026-11', 'running', 9],
    ]);
  });

  it('that changes nothing says so', async () => {
    const answer = await preview({ kind: 'allowance', validFrom: '2026-11-01', content: DEMO_ALLOWANCE });
    expect(changedIn(answer.json())).toEqual([['2026-11', 'running', 0]]);
  });

  it('of a holiday shows whom it spares a day', async () => {
    const days = [{ date: '2026-11-10', kind: 'libur', name: 'Hari jadi' }];
    const [[month, kind, people]] = changedIn((await preview({ kind: 'holiday', days })).json()) as [
      [string, string, number],
    ];
    expect([month, kind]).toEqual(['2026-11', 'running']);
    expect(people).toBeGreaterThan(0);
  });

  it('is for administrators, of policies that are whole', async () => {
    expect(
      (await preview({ kind: 'allowance', validFrom: '2026-11-01', content: DEMO_ALLOWANCE }, 'head')).statusCode,
    ).toBe(403);
    const wrong = { ...DEMO_ALLOWANCE, productivityWeight: '70' };
    expect((await preview({ kind: 'allowance', validFrom: '2026-11-01', content: wrong })).statusCode).toBe(400);
  });
});
