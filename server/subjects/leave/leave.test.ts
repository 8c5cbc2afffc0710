import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { OfficeLeave } from '#shared/leave/api.ts';
import type { Call } from '#shared/mutations.ts';
import { PROTOCOL, type SyncResponse } from '#shared/sync/protocol.ts';

const PEOPLE = {
  employee: { id: 'penguji-1', nip: '198812042014021003' },
  superior: { id: 'ka-upt', nip: '197808152003121012' },
  head: { id: 'kadis', nip: '197004121995031002' },
  admin: { id: 'admin-bkpsdm', nip: '198505052010011099' },
};
type Who = keyof typeof PEOPLE;
const SCOPE = 'w:penguji-1';

let server: TestServer;
const cookies = {} as Record<Who, string>;
beforeAll(async () => {
  server = await startTestServer();
  for (const [who, { nip }] of Object.entries(PEOPLE)) cookies[who as Who] = await server.signIn(nip);
});
afterAll(() => server.close());

async function sync(who: Who, call?: Call): Promise<SyncResponse> {
  const at = server.time.now.toISOString();
  const mutations = call ? [{ seq: 1, id: randomUUID(), name: call.name, v: 1, args: call.args, at }] : [];
  const envelope = { protocol: PROTOCOL, app: 't', actor: PEOPLE[who].id, device: randomUUID(), mutations, known: {} };
  const payload = { ...envelope, epoch: null, settled: 0 };
  const response = await server.app.inject({
    ...{ method: 'POST', url: '/api/sync', headers: { cookie: cookies[who] }, payload },
  });
  return response.json();
}
const outcome = async (who: Who, call: Call) => {
  const [answer] = (await sync(who, call)).outcomes;
  return answer?.result === 'refused' ? answer.refusal.code : answer?.result;
};
/** Whether a device that asks anew is given the employee's work. */
const sees = async (who: Who) => Object.hasOwn((await sync(who)).positions, SCOPE);
const office = async (who: Who, name: string, args: object) => {
  const mutations = [{ id: randomUUID(), name, v: 1, args, at: server.time.now.toISOString() }];
  const headers = { cookie: cookies[who] };
  const response = await server.app.inject({ method: 'POST', url: '/api/office', headers, payload: { mutations } });
  const [answer] = response.json().outcomes;
  return answer.refusal?.code ?? answer.result;
};
const forOffice = async (who: Who = 'admin') =>
  server.app.inject({ url: '/api/leave', headers: { cookie: cookies[who] } });

const days = { validFrom: '2026-12-01', validUntil: '2026-12-04' };
const agreed = { answer: 'agree', note: null, days: null } as const;

describe('the official', () => {
  it('sees the work of who asked from the consideration to the decision, and no longer', async () => {
    const id = randomUUID();
    const target = { employeeId: 'penguji-1', id };
    const ask: Call = { name: 'leave.request', args: { id, kind: 'tahunan', ...days, reason: '' } };
    expect(await outcome('employee', ask)).toBe('applied');
    expect(await sees('head')).toBe(false);
    const superiors = ['ka-upt', 'kadis'];
    const consider: Call = { name: 'leave.consider', args: { ...target, revision: 1, ...agreed, superiors } };
    expect(await outcome('head', consider)).toBe('forbidden');
    expect(await outcome('superior', consider)).toBe('applied');
    expect(await sees('head')).toBe(true);
    const decide: Call = { name: 'leave.decide', args: { ...target, revision: 2, ...agreed } };
    expect(await outcome('superior', decide)).toBe('not-official');
    expect(await outcome('head', decide)).toBe('applied');
    expect(await sees('head')).toBe(false);
    expect(await sees('superior')).toBe(true);
  });
});

describe('the office', () => {
  const employeeId = 'penguji-1';

  it('states what is left, and withdraws it, each once and with its name', async () => {
    const entry = { id: randomUUID(), employeeId, kind: 'left', days: 8, carried: 3, asOf: '2026-11-01' };
    expect(await office('admin', 'leave-entry.add', { ...entry, source: 'Kartu cuti' })).toBe('applied');
    expect(await office('admin', 'leave-entry.add', { ...entry, source: 'Kartu cuti' })).toBe('already-exists');
    const withdraw = { id: entry.id, employeeId, reason: 'Salah orang' };
    expect(await office('admin', 'leave-entry.withdraw', withdraw)).toBe('applied');
    const { entries } = (await forOffice()).json<OfficeLeave>();
    expect(entries).toMatchObject([
      {
        ...{ ...entry, year: '2026', source: 'Kartu cuti', name: expect.stringContaining('Ridha'), withdrawn: true },
        ...{ by: 'Administrator BKPSDM', withdrawnBy: 'Administrator BKPSDM', withdrawReason: 'Salah orang' },
      },
    ]);
    // It comes to the device of the one whom it is about.
    const { changes } = await sync('employee');
    expect(JSON.stringify(changes)).toContain(entry.id);
  });

  it("records what was decided above on the head's leave", async () => {
    const id = randomUUID();
    const ask: Call = { name: 'leave.request', args: { id, kind: 'tahunan', ...days, reason: 'Umrah' } };
    expect(await outcome('head', ask)).toBe('applied');
    const waiting = async () => (await forOffice()).json<OfficeLeave>().waiting;
    expect(await waiting()).toMatchObject([{ id, employeeId: 'kadis', revision: 1, reason: 'Umrah', ...days }]);
    const decision = { employeeId: 'kadis', id, revision: 1, ...agreed, paper: 'Keputusan Bupati 850/77' };
    expect(await office('admin', 'leave.record', decision)).toBe('applied');
    expect(await waiting()).toEqual([]);
  });

  it.each(['employee', 'superior', 'head'] as const)('is not the %s', async (who) => {
    expect((await forOffice(who)).statusCode).toBe(403);
    const entry = { id: randomUUID(), employeeId, kind: 'left', days: 8, carried: 3, asOf: '2026-11-01', source: 'x' };
    expect(await office(who, 'leave-entry.add', entry)).toBe('not-administrator');
  });
});
