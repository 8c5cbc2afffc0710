import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stableId } from '#server/demo/seeding.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { PROTOCOL, type SyncResponse } from '#shared/sync/protocol.ts';

const EMPLOYEE = { id: 'penguji-1', nip: '198812042014021003', name: 'Muhammad Ridha, A.Md.' };
const EVALUATION = `${stableId('skp', EMPLOYEE.id, '2026')}.2026-09`;
const SHA256 = 'b'.repeat(64);

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.signIn(EMPLOYEE.nip);
});
afterAll(() => server.close());

interface Issuer {
  id: string;
  cookie: string;
  /** When it was done, as the device claims. */
  at?: Date;
}

async function issueAs({ id, cookie: own, at }: Issuer, code: string, facts: object, subject: object) {
  const args = { id: randomUUID(), employeeId: id, code, sha256: SHA256, subject, facts };
  const claimed = (at ?? server.time.now).toISOString();
  const mutations = [{ seq: 1, id: randomUUID(), name: 'document.issue', v: 1, at: claimed, args }];
  const none = { known: {}, epoch: null, settled: 0 };
  const payload = { protocol: PROTOCOL, app: 't', actor: id, device: randomUUID(), mutations, ...none };
  const headers = { cookie: own };
  const response = await server.app.inject({ method: 'POST', url: '/api/sync', headers, payload });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<SyncResponse>().outcomes[0];
}

const issue = (code: string, facts: object) =>
  issueAs({ id: EMPLOYEE.id, cookie }, code, facts, { kind: 'evaluasi', evaluationId: EVALUATION });

const recorded = async () => {
  const { rows } = await sql<{ facts: object }>`
    select json_build_object('period', period, 'validFrom', valid_from, 'validUntil', valid_until,
      'resultRating', result_rating, 'behaviourRating', behaviour_rating, 'predicate', predicate,
      'evaluator', record -> 'evaluator' ->> 'name', 'state', state) as facts
    from evaluation where id = ${EVALUATION}`.execute(server.db);
  return { name: EMPLOYEE.name, nip: EMPLOYEE.nip, ...rows[0]?.facts };
};

const open = (code: string, digits: string) =>
  server.app.inject({ method: 'POST', url: `/api/documents/${code}`, payload: { digits } });

it('whoever knows the code learns that the paper is genuine and which it is, and nothing of what it says', async () => {
  const facts = await recorded();
  expect(await issue('0123456789ABCDEF', facts)).toMatchObject({ result: 'applied' });
  const answer = await server.app.inject('/api/documents/0123456789ABCDEF');
  expect(answer.json()).toEqual({
    ...{ agency: 'Dinas Perhubungan Kabupaten Hulu Sungai Utara', kind: 'evaluasi', sha256: SHA256, whole: false },
    facts: { name: 'M••••••• R••••', period: '2026-09', validFrom: '2026-09-01', validUntil: '2026-09-30' },
    at: '2026-11-24T02:00:00.000Z',
  });
});

it('a code means the first document that had it, whoever registers it again and whatever time they claim', async () => {
  const code = '2123456789ABCDEF';
  const claim = server.time.now;
  const other = { id: 'penguji-2', cookie: await server.signIn('199203192015031002'), at: claim };
  server.time.now = new Date(claim.getTime() + 3_600_000);
  const facts = await recorded();
  expect(await issue(code, facts)).toMatchObject({ result: 'applied' });
  const first = await server.app.inject(`/api/documents/${code}`);
  expect(await issue(code, facts)).toMatchObject({ refusal: { code: 'already-exists', table: 'document' } });
  // Of somebody who read it on paper: nobody else's scope is looked at, and nothing breaks.
  const subject = { kind: 'laporan-bulanan', month: '2024-01' };
  const nothing = { activities: 0, minutes: 0, approved: 0, approvedMinutes: 0 };
  const month = { name: 'Khairul Anwar, A.Md.', nip: '199203192015031002', month: '2024-01', ...nothing };
  expect(await issueAs(other, code, month, subject)).toMatchObject({ result: 'applied' });
  expect((await server.app.inject(`/api/documents/${code}`)).json()).toEqual(first.json());
});

it('whoever holds the paper reads, without an account, what it must say, but for the whole NIP', async () => {
  const facts = await recorded();
  const answer = await open('0123456789ABCDEF', '021003');
  expect(answer.json()).toMatchObject({ whole: true, facts: { ...facts, nip: '••••••••••••021003' } });
  expect(answer.body).not.toContain(EMPLOYEE.nip);
});

it('trying digits is soon no use, while the code goes on saying that the paper is genuine', async () => {
  const code = '0123456789ABCDEF';
  const before = server.time.now;
  for (const digits of ['000001', '000002', '000003']) expect((await open(code, digits)).statusCode).toBe(403);
  const refused = await open(code, '021003');
  expect(refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(refused.headers['retry-after']).toBe('60');
  expect((await server.app.inject(`/api/documents/${code}`)).statusCode).toBe(200);
  server.time.now = new Date(before.getTime() + 60_000);
  expect((await open(code, '021003')).statusCode).toBe(200);
  server.time.now = before;
  for (const wrong of ['', '1003', '02100x', '%', '198812042014021003'])
    expect((await open(code, wrong)).statusCode).toBe(400);
});

it('a document that says something else than the record gets no code', async () => {
  const facts = { ...(await recorded()), predicate: 'sangat-kurang' };
  expect(await issue('1123456789ABCDEF', facts)).toMatchObject({
    result: 'refused',
    refusal: { code: 'facts-differ', fact: 'predicate' },
  });
  expect((await server.app.inject('/api/documents/1123456789ABCDEF')).statusCode).toBe(404);
});

describe('credit points', () => {
  const who = { name: EMPLOYEE.name, nip: EMPLOYEE.nip };
  const subject = { kind: 'akumulasi-angka-kredit', from: '2026', until: '2026' };
  // Of nine monthly evaluations in the demo data, one of which is Sangat Baik: 8 x 1.04 + 1.56.
  const credit = { firstMonth: '2026-01', lastMonth: '2026-09', months: 9, level: 'mahir', points: 9.88 };
  const own = (code: string, facts: object, of: object = subject) =>
    issueAs({ id: EMPLOYEE.id, cookie }, code, facts, of);

  it('Akumulasi has a code where its sum is that of the records', async () => {
    expect(await own('3123456789ABCDEF', { ...who, ...credit })).toMatchObject({ result: 'applied' });
    expect((await open('3123456789ABCDEF', '021003')).json()).toMatchObject({
      ...{ kind: 'akumulasi-angka-kredit', whole: true, facts: credit },
    });
    expect((await server.app.inject('/api/documents/3123456789ABCDEF')).json().facts).toEqual({
      ...{ name: 'M••••••• R••••', firstMonth: '2026-01', lastMonth: '2026-09' },
    });
    expect(await own('4123456789ABCDEF', { ...who, ...credit, points: 11.88 })).toMatchObject({
      refusal: { code: 'facts-differ', fact: 'points' },
    });
  });

  it('Konversi has a code for the evaluation that it is of, until that of the year is final', async () => {
    const conversion = { kind: 'konversi-angka-kredit', evaluationId: EVALUATION };
    const { predicate, evaluator, state } = (await recorded()) as { [fact: string]: string };
    const september = { period: '2026-09', firstMonth: '2026-09', lastMonth: '2026-09', months: 1, level: 'mahir' };
    const facts = { ...who, ...september, points: 1.04, predicate, evaluator, state };
    expect(await own('5123456789ABCDEF', facts, conversion)).toMatchObject({ result: 'applied' });
    await sql`
      insert into evaluation select (jsonb_populate_record(evaluation, jsonb_build_object(
        'id', 'of-the-year', 'kind', 'annual', 'period', '2026', 'valid_from', '2026-01-01'))).*
      from evaluation where id = ${EVALUATION}`.execute(server.db);
    expect(await own('6123456789ABCDEF', facts, conversion)).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('a PPPK has none', async () => {
    const id = 'penguji-3';
    const { rows } = await sql<{ nip: string; name: string }>`
      select nip, name from employee where id = ${id} and employment = 'PPPK'`.execute(server.db);
    const holder = { id, cookie: await server.signIn(rows[0]?.nip ?? '') };
    const facts = { ...rows[0], ...credit, level: 'pemula' };
    expect(await issueAs(holder, '7123456789ABCDEF', facts, subject)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

it('a code that nobody made is not known, and one that is none is refused', async () => {
  expect((await server.app.inject('/api/documents/ZZZZZZZZZZZZZZZZ')).statusCode).toBe(404);
  expect((await server.app.inject('/api/documents/short')).statusCode).toBe(400);
});
