import { expect, it } from 'vitest';
import type { Evaluation } from '#shared/evaluation/tables.ts';
import { answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import type { ActivityState } from '#shared/work/tables.ts';
import { mayBeObjected, whatIsDue } from './today.ts';

const rules = rulesOf({ policies: [], holidays: [], workHours: [], units: [], outages: [], timeZone: 'Asia/Makassar' });
const of = (fields: Partial<Evaluation>) =>
  ({ skpId: 's', period: '2026-10', state: 'final', predicate: 'butuh-perbaikan', ...fields }) as Evaluation;
const on = (day: string, ...evaluations: Evaluation[]) => mayBeObjected(day, evaluations, rules);

it('a final result below “Baik” is told with its last day, until that day is over', () => {
  const read = of({ receivedAt: '2026-11-02T02:00:00.000Z' });
  expect(on('2026-11-16', read)).toEqual([
    { skpId: 's', period: '2026-10', predicate: 'butuh-perbaikan', until: '2026-11-16' },
  ]);
  expect(on('2026-11-17', read)).toEqual([]);
});

it('one that nobody has read yet has no last day yet', () => {
  expect(on('2026-12-24', of({ receivedAt: null }))[0]?.until).toBeNull();
});

it.each([
  { predicate: 'baik' },
  { state: 'rated' },
  { state: 'objected' },
  { state: 'decided' },
] as Partial<Evaluation>[])('nothing is told of %o', (fields) => {
  expect(on('2026-11-03', of({ receivedAt: '2026-11-02T02:00:00.000Z', ...fields }))).toEqual([]);
});

let made = 0;
const entry = (date: string, state: ActivityState) =>
  stored('activity', {
    ...{ id: `entry ${made++}`, scope: 'w:budi', date, state, minutes: 60 },
  });
const plan = (state: 'draft' | 'approved') =>
  stored('skp', {
    ...{ id: 'skp', scope: 'p:budi', employeeId: 'budi', state, edition: 1 },
    ...{ validFrom: '2026-01-01', validUntil: '2026-12-31' },
  });
const leave = (validFrom: string, validUntil: string) =>
  stored('leave', { id: validFrom, scope: 'w:budi', state: 'approved', validFrom, validUntil, givenBack: [] });

it('what came back or was not sent is told, of whatever month', async () => {
  const day = await answerTo(whatIsDue, null, [
    ...[entry('2026-09-01', 'returned'), entry('2026-11-24', 'returned')],
    ...[entry('2026-08-03', 'draft'), entry('2026-11-26', 'draft')],
  ]);
  expect(day).toMatchObject({ returned: 2, earlierDrafts: 1 });
});

it('a working day without entry and without leave is empty, a holiday is not', async () => {
  const day = await answerTo(
    whatIsDue,
    null,
    [
      leave('2026-11-02', '2026-11-03'),
      stored('holiday', { id: '2026-11-04', scope: 'a:dishub', date: '2026-11-04', kind: 'libur', name: 'Libur' }),
    ],
    { today: '2026-11-09' },
  );
  // Thursday the 5th and Friday the 6th.
  expect(day?.emptyDays).toBe(2);
});

it.each([
  ['none', [], 'missing'],
  ['one that was not sent', [plan('draft')], 'draft'],
  ['one that holds', [plan('approved')], null],
] as const)('of the plan it says: %s', async (_what, rows, skp) => {
  expect((await answerTo(whatIsDue, null, rows))?.skp?.state ?? null).toBe(skp);
});

it('a plan that is lacking is told with its last day, once there is a post', async () => {
  expect((await answerTo(whatIsDue, null, []))?.skp?.due).toBeNull();
  const post = stored('assignment', {
    ...{ id: 'post', scope: 'a:dishub', employeeId: 'budi', unitId: 'u', validFrom: '2026-11-02', validUntil: null },
  });
  expect((await answerTo(whatIsDue, null, [post, plan('draft')]))?.skp?.due).toMatchObject({ until: '2026-12-02' });
});

it('a period that is to be told has its last day, later where it was opened again', async () => {
  expect((await answerTo(whatIsDue, null, [plan('approved')]))?.toAssess).toMatchObject({
    ...{ period: '2026-10', due: { until: '2026-11-10' } },
  });
  const longer = stored('extension', {
    ...{ id: 'x', scope: 'a:dishub', filling: 'assessment', level: 'person', targetId: 'budi' },
    ...{ from: '2026-10-01', until: '2026-10-31', lastDay: '2026-12-04', reason: 'Sakit' },
  });
  expect((await answerTo(whatIsDue, null, [plan('approved'), longer]))?.toAssess?.due).toMatchObject({
    ...{ until: '2026-12-04', reopened: { reason: 'Sakit' } },
  });
});
