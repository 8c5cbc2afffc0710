import { expect, it } from 'vitest';
import { answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import type { ActivityState } from '../tables.ts';
import { usualWorkOn } from './usual-work.ts';

const TODAY = '2026-11-26';
let made = 0;
const entry = (date: string, state: ActivityState = 'submitted', more: object = {}) =>
  stored('activity', {
    ...{ id: `entry ${made++}`, scope: 'w:budi', date, state, title: 'Uji berkala', description: '', resultId: 'r' },
    ...{ minutes: 150, start: '08:30', end: '11:00', quantity: 14, unit: 'kendaraan', createdAt: '', ...more },
  });
const plan = [
  stored('skp', {
    ...{ id: 'skp', scope: 'p:budi', employeeId: 'budi', validFrom: '2026-01-01', validUntil: '2026-12-31' },
  }),
  stored('result', { id: 'r', scope: 'p:budi', skpId: 'skp', kind: 'utama', endedIn: null, createdAt: '' }),
];
const usual = (rows: Parameters<typeof answerTo>[2]) => answerTo(usualWorkOn, { date: TODAY }, rows);
const before = [entry('2026-11-24'), entry('2026-11-25')];

it('offers what was done before, at its usual time', async () => {
  expect(await usual([...plan, ...before])).toMatchObject([
    { title: 'Uji berkala', quantity: 14, time: { start: '08:30', end: '11:00' }, count: 0 },
  ]);
});

it('finds another time where the usual one is taken, and says what is there already', async () => {
  expect(await usual([...plan, ...before, entry(TODAY, 'draft')])).toMatchObject([
    { time: { start: '11:00', end: '13:30' }, count: 1 },
  ]);
});

it('offers nothing that no plan of the day holds', async () => {
  expect(await usual(before)).toEqual([]);
});
