import { expect, it } from 'vitest';
import { answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import type { ActivityState } from '../tables.ts';
import { weekWork } from './week-work.ts';

let made = 0;
const entry = (date: string, title: string, more: object = {}, state: ActivityState = 'submitted') =>
  stored('activity', {
    ...{ id: `entry ${made++}`, scope: 'w:budi', date, state, title, description: '', resultId: 'r' },
    ...{ minutes: 60, start: null, end: null, quantity: 2, unit: 'unit', createdAt: '', ...more },
  });
const result = (id: string) =>
  stored('result', { id, scope: 'p:budi', skpId: 'skp', kind: 'utama', endedIn: null, createdAt: id });
const plan = [
  stored('skp', {
    ...{ id: 'skp', scope: 'p:budi', employeeId: 'budi', validFrom: '2026-01-01', validUntil: '2026-12-31' },
  }),
  result('r'),
];
// Today is Thursday, 26 November 2026.
const week = (rows: Parameters<typeof answerTo>[2], date = '2026-11-24') =>
  answerTo(weekWork, { date }, [...plan, ...rows]);

it('has a row for a kind of work, whatever the spelling, and its entries by day', async () => {
  const found = await week([entry('2026-11-23', 'Uji  berkala'), entry('2026-11-25', 'uji berkala')]);
  expect(found?.monday).toBe('2026-11-23');
  expect(found?.kinds.map(({ entries }) => entries.map(({ length }) => length))).toEqual([[1, 0, 1, 0, 0, 0, 0]]);
});

it('offers what is usual, and what the week before had, with its sum by day', async () => {
  const found = await week([
    ...[entry('2026-11-03', 'Rapat'), entry('2026-11-05', 'Rapat')],
    ...[entry('2026-11-17', 'Survei'), entry('2026-11-17', 'Survei', { minutes: 30, quantity: 1 })],
  ]);
  expect(found?.kinds.map(({ title }) => title)).toEqual(['Rapat', 'Survei']);
  expect(found?.kinds[1]?.before[1]).toEqual({ minutes: 90, quantity: 3 });
  expect(found?.kinds[1]?.before[0]).toBeNull();
});

it('a day that has not begun is closed, one whose deadline is over is late', async () => {
  const found = await week([]);
  expect(found?.days.map(({ isOpen }) => isOpen)).toEqual([true, true, true, true, false, false, false]);
  expect(found?.days.map(({ isLate }) => isLate)).toEqual([true, true, true, false, false, false, false]);
});

it('leaves the RHK open where the last one does not hold and there is a choice', async () => {
  const old = entry('2026-11-17', 'Survei', { resultId: 'gone' });
  expect((await week([old]))?.kinds[0]?.resultId).toBe('r');
  expect((await week([old, result('r2')]))?.kinds[0]?.resultId).toBe('');
});
