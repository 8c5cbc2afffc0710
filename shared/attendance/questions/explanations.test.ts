import { expect, it } from 'vitest';
import { ask } from '#shared/sync/question.ts';
import type { Read } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { dayToExplain, explainable, ownExplanations } from './explanations.ts';

const AGENCY = 'a:dishub';
const WORK = 'w:budi';
const actor = { id: 'budi', tenant: 'dishub', timeZone: 'Asia/Makassar', roles: [] };
const asking = { actor, today: '2026-11-24', now: '2026-11-24T02:00:00.000Z' };
const day = (date: string, arrival: string | null) => ({
  ...{ table: 'attendance', id: date, scope: WORK, version: 1, month: date.slice(0, 7), date },
  ...{ arrival, departure: '16:30', duty: false, at: '' },
});
const told = (date: string) => ({
  ...{ table: 'explanation', id: date, scope: WORK, version: 1, month: date.slice(0, 7), date, kind: 'forgot' },
  ...{ text: 'Lupa', letter: null, state: 'submitted', revision: 1, note: null },
});
const payroll = (month: string, state: string) => ({
  ...{ table: 'payroll', id: month, scope: AGENCY, version: 1, month, state, revision: 1, drawnBy: 'ratna' },
});
const ratna = { table: 'employee', id: 'ratna', scope: AGENCY, version: 1, name: 'Ratna Dewi' };
const post = (supervisorId: string | null) => ({
  ...{ table: 'assignment', id: 'post', scope: AGENCY, version: 1, employeeId: 'budi', supervisorId },
  ...{ headsAgency: supervisorId === null, kind: 'definitive', validFrom: '2026-01-01', validUntil: null },
});

type Stored = SyncRow & { table: string };
/** As a storage answers: only what a read names. */
const from = (stored: readonly Stored[]) => async (reads: readonly Read[]) =>
  stored
    .filter((row) =>
      reads.some((read) => {
        if (read.table !== row.table || read.scope !== row.scope) return false;
        if ('id' in read) return read.id === row.id;
        return 'where' in read && 'equals' in read ? row[read.where] === read.equals : 'all' in read;
      }),
    )
    .map(({ table, ...row }) => ({ table, row: row as SyncRow }));

it('days that could be explained, by month, those of three months, with the day until which', async () => {
  const rows = [
    ...[day('2026-11-20', '08:10'), day('2026-11-19', '07:20'), day('2026-11-18', null), day('2026-10-20', null)],
    ...[day('2026-09-15', null), day('2026-08-19', null), payroll('2026-09', 'approved'), told('2026-11-18')],
  ];
  const months = await ask(explainable, { args: null, asking, load: from(rows) });
  expect(months?.map(({ month, until, days }) => [month, until, days.map(({ date }) => date)])).toEqual([
    ['2026-11', '2026-12-05', ['2026-11-20']],
    ['2026-10', '2026-11-05', ['2026-10-20']],
  ]);
});

it('a day of a closed month names who drew up its allowance, whom to ask', async () => {
  const rows = [day('2026-10-20', null), payroll('2026-10', 'approved'), ratna, post('ani')];
  const answer = (of: readonly Stored[]) => ask(dayToExplain, { args: { date: '2026-10-20' }, asking, load: from(of) });
  expect(await answer(rows)).toMatchObject({
    ...{ closed: true, treasurer: 'Ratna Dewi', explanation: null, evidence: [], leave: null, isHead: false },
    attendance: { arrival: null },
    hours: { start: expect.any(String) },
  });
  expect(await answer([post(null)])).toMatchObject({ closed: false, treasurer: null, attendance: null, isHead: true });
});

it('has no answer to what is no day', async () => {
  for (const date of ['', 'besok', '2026-02-31', '20-11-2026']) {
    expect(await ask(dayToExplain, { args: { date }, asking, load: from([]) })).toBeUndefined();
  }
});

it('the own explanations, the latest day first, and nobody else’s', async () => {
  const rows = [told('2026-11-18'), told('2026-11-20'), { ...told('2026-11-19'), scope: 'w:ani' }];
  const answer = await ask(ownExplanations, { args: null, asking, load: from(rows) });
  expect(answer?.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-18']);
});
