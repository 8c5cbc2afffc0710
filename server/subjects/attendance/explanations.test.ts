import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { PayrollSheet } from '#shared/allowance/api.ts';
import type { Explanations, WaitingExplanations } from '#shared/attendance/api.ts';
import { PROTOCOL } from '#shared/sync/protocol.ts';

const PEOPLE = {
  employee: { id: 'penguji-1', nip: '198812042014021003' },
  superior: { id: 'ka-upt', nip: '197808152003121012' },
  treasurer: { id: 'bendahara', nip: '198704042010012015' },
  stranger: { id: 'kasi-orang', nip: '198508092010012008' },
};
type Who = keyof typeof PEOPLE;
const DATE = '2026-11-20';

let server: TestServer;
const cookies = {} as Record<Who, string>;
const devices = {} as Record<Who, { id: string; seq: number }>;
beforeAll(async () => {
  server = await startTestServer();
  for (const [who, { nip }] of Object.entries(PEOPLE) as [Who, (typeof PEOPLE)[Who]][]) {
    cookies[who] = await server.signIn(nip);
    devices[who] = { id: randomUUID(), seq: 0 };
  }
});
afterAll(() => server.close());

const get = (who: Who, url: string) => server.app.inject({ url, headers: { cookie: cookies[who] } });
const list = async () => (await get('treasurer', '/api/explanations')).json<Explanations>();
const count = async () => (await get('treasurer', '/api/explanations/waiting')).json<WaitingExplanations>().count;

/** As the list of the month tells it, before it is drawn up. */
async function undecided(): Promise<number | undefined> {
  const { lines } = (await get('treasurer', '/api/payroll/2026-11')).json<PayrollSheet>();
  return lines.find(({ employeeId }) => employeeId === 'penguji-1')?.explanations;
}

/** From a device, as anybody's work comes. */
async function act(who: Who, name: string, args: object): Promise<string> {
  const device = devices[who];
  device.seq += 1;
  const at = server.time.now.toISOString();
  const v = name === 'explanation.give' ? 2 : 1;
  const payload = {
    ...{ protocol: PROTOCOL, app: 't', actor: PEOPLE[who].id, device: device.id, known: {}, epoch: null, settled: 0 },
    mutations: [{ seq: device.seq, id: randomUUID(), name, v, at, args }],
  };
  const headers = { cookie: cookies[who] };
  const answer = await server.app.inject({ method: 'POST', url: '/api/sync', payload, headers });
  const [outcome] = answer.json().outcomes;
  return outcome.refusal?.code ?? outcome.result;
}

async function office(who: Who, name: string, args: object): Promise<string> {
  const mutations = [{ id: randomUUID(), name, v: 1, args, at: server.time.now.toISOString() }];
  const headers = { cookie: cookies[who] };
  const answer = await server.app.inject({ method: 'POST', url: '/api/office', headers, payload: { mutations } });
  const [outcome] = answer.json().outcomes;
  return outcome.refusal?.code ?? outcome.result;
}

async function upload(who: Who, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const headers = { cookie: cookies[who], 'tus-resumable': '1.0.0' };
  const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
  const begun = await server.app.inject({
    ...{ method: 'POST', url: '/api/uploads' },
    headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  await server.app.inject({
    ...{ method: 'PATCH', url: String(begun.headers.location), payload: bytes },
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  return sha256;
}

const readers = async (sha256: string) => {
  const statuses = Object.keys(PEOPLE).map(async (who) => {
    const { statusCode } = await get(who as Who, `/api/files/${sha256}`);
    return [who, statusCode] as const;
  });
  return Object.fromEntries(await Promise.all(statuses));
};

it('goes to the office with its evidence once the superior agreed, and to nobody else', async () => {
  const letter = Buffer.from(`%PDF-1.7\n${randomUUID()}`);
  const sha256 = await upload('employee', letter);
  const file = {
    ...{ id: randomUUID(), kind: 'file', name: 'Surat tugas.pdf', sha256, type: 'application/pdf' },
    ...{ size: letter.length, thumbnail: null, takenAt: null, place: null },
  };
  const told = { date: DATE, kind: 'duty', text: 'Survei terminal', letter: '090/12/Dishub', evidence: [file] };
  expect(await act('employee', 'explanation.give', { ...told, revision: 0 })).toBe('applied');
  expect(await readers(sha256)).toEqual({ employee: 200, superior: 200, treasurer: 404, stranger: 404 });
  expect(await list()).toEqual({ waiting: [], decided: [] });
  expect(await count()).toBe(0);

  const seen = { employeeId: 'penguji-1', date: DATE, revision: 1 };
  expect(await act('stranger', 'explanation.agree', seen)).toBe('forbidden');
  expect(await act('superior', 'explanation.agree', seen)).toBe('applied');
  expect(await readers(sha256)).toEqual({ employee: 200, superior: 200, treasurer: 200, stranger: 404 });
  expect(await count()).toBe(1);
  const { waiting } = await list();
  expect(waiting).toMatchObject([
    {
      ...{ employeeId: 'penguji-1', name: 'Muhammad Ridha, A.Md.', position: expect.stringContaining('Penguji') },
      ...{ date: DATE, kind: 'duty', text: 'Survei terminal', letter: '090/12/Dishub', state: 'agreed', revision: 1 },
      ...{ agreedBy: 'Supiani, S.T.', decidedBy: null, monthClosed: false },
      attendance: { arrival: expect.stringMatching(/^\d\d:\d\d$/), duty: false },
      hours: { start: expect.any(String), end: expect.any(String) },
      codes: { with: [] },
      evidence: [{ id: file.id, name: 'Surat tugas.pdf', sha256 }],
    },
  ]);

  expect(await undecided()).toBe(1);

  expect(await act('treasurer', 'explanation.accept', seen)).toBe('forbidden');
  expect(await office('superior', 'explanation.accept', seen)).toBe('not-treasurer');
  expect(await office('treasurer', 'explanation.accept', seen)).toBe('applied');
  expect(await count()).toBe(0);
  expect(await undecided()).toBe(0);
  expect(await list()).toMatchObject({
    waiting: [],
    decided: [{ date: DATE, state: 'accepted', decidedBy: 'Ratna Dewi, A.Md.', evidence: [{ sha256 }] }],
  });
  expect((await get('treasurer', `/api/files/${sha256}`)).rawPayload.equals(letter)).toBe(true);
});

it('what no superior agreed to stays closed to the office; what was withdrawn, to everybody', async () => {
  const letter = Buffer.from(`%PDF-1.7\n${randomUUID()}`);
  const sha256 = await upload('employee', letter);
  const file = {
    ...{ id: randomUUID(), kind: 'file', name: 'Foto.pdf', sha256, type: 'application/pdf', size: letter.length },
    ...{ thumbnail: null, takenAt: null, place: null },
  };
  const told = { date: '2026-11-19', kind: 'wfa', text: 'Dari rumah', letter: null, evidence: [file] };
  expect(await act('employee', 'explanation.give', { ...told, revision: 0 })).toBe('applied');
  const seen = { employeeId: 'penguji-1', date: '2026-11-19', revision: 1, note: 'Dari mana?' };
  expect(await act('superior', 'explanation.return', seen)).toBe('applied');
  expect(await readers(sha256)).toEqual({ employee: 200, superior: 200, treasurer: 404, stranger: 404 });
  // Withdrawn, nobody reads it any more.
  expect(await act('employee', 'explanation.withdraw', { date: '2026-11-19' })).toBe('applied');
  expect(await readers(sha256)).toEqual({ employee: 404, superior: 404, treasurer: 404, stranger: 404 });
});

it('the evidence of activities stays closed to the office', async () => {
  const bytes = Buffer.from(`%PDF-1.7\n${randomUUID()}`);
  const sha256 = await upload('employee', bytes);
  const id = randomUUID();
  const resultId = stableId('result', 'penguji-1', 'uji');
  const entry = { id, resultId, date: DATE, title: 'Uji rem', description: '' };
  const done = { time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'unit' } };
  expect(await act('employee', 'activity.log', { ...entry, ...done })).toBe('applied');
  const file = { kind: 'file', name: 'Uji.pdf', sha256, type: 'application/pdf', size: bytes.length };
  expect(await act('employee', 'evidence.attach', { id: randomUUID(), activityId: id, ...file })).toBe('applied');
  expect(await readers(sha256)).toEqual({ employee: 200, superior: 200, treasurer: 404, stranger: 404 });
});

it('a hash that somebody has heard of opens nothing by being named in an explanation', async () => {
  const sha256 = await upload('stranger', Buffer.from(`%PDF-1.7\n${randomUUID()}`));
  const file = {
    ...{ id: randomUUID(), kind: 'file', name: 'x.pdf', sha256, type: 'application/pdf', size: 10 },
    ...{ thumbnail: null, takenAt: null, place: null },
  };
  const told = { date: '2026-11-18', kind: 'forgot', text: 'Lupa', letter: null, evidence: [file], revision: 0 };
  expect(await act('employee', 'explanation.give', told)).toBe('applied');
  expect(await act('superior', 'explanation.agree', { employeeId: 'penguji-1', date: '2026-11-18', revision: 1 })).toBe(
    'applied',
  );
  expect(await readers(sha256)).toEqual({ employee: 404, superior: 404, treasurer: 404, stranger: 404 });
});

it('the list is for the office alone', async () => {
  for (const who of ['employee', 'superior', 'stranger'] as const) {
    for (const url of ['/api/explanations', '/api/explanations/waiting']) {
      expect((await get(who, url)).statusCode).toBe(403);
    }
  }
});
