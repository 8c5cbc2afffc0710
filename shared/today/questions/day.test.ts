import { expect, it } from 'vitest';
import { answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import type { ActivityState } from '#shared/work/tables.ts';
import { dayOf } from './day.ts';

const TODAY = '2026-11-26';
let made = 0;
const entry = (date: string, state: ActivityState, more: { start?: string; end?: string; minutes?: number } = {}) =>
  stored('activity', {
    ...{ id: `entry ${made++}`, scope: 'w:budi', date, state, minutes: 60, start: null, end: null },
    ...{ createdAt: '', ...more },
  });
const leave = (validFrom: string, validUntil: string) =>
  stored('leave', { id: validFrom, scope: 'w:budi', state: 'approved', validFrom, validUntil, givenBack: [] });

it('the day has its entries in order, and its minutes as they count', async () => {
  const day = await answerTo(dayOf, { date: TODAY }, [
    entry('2026-11-26', 'draft', { start: '10:00', end: '11:00' }),
    entry('2026-11-26', 'draft', { start: '08:00', end: '10:30', minutes: 150 }),
    entry('2026-11-25', 'submitted'),
  ]);
  expect(day?.activities.map(({ start }) => start)).toEqual(['08:00', '10:00']);
  expect(day?.minutes).toEqual({ typed: 210, counted: 180 });
});

it('the week has a word for each day', async () => {
  const day = await answerTo(dayOf, { date: TODAY }, [
    entry('2026-11-23', 'approved'),
    entry('2026-11-24', 'returned'),
    leave('2026-11-25', '2026-11-25'),
    entry('2026-11-26', 'draft'),
  ]);
  expect(day?.week.map(({ date, state }) => `${date.slice(8)} ${state}`)).toEqual([
    ...['23 done', '24 returned', '25 leave', '26 draft', '27 ahead', '28 off', '29 off'],
  ]);
});

it('the week that began in the month before is looked at whole', async () => {
  const day = await answerTo(dayOf, { date: '2026-12-02' }, [entry('2026-11-30', 'approved')], { today: '2026-12-02' });
  expect(day?.week[0]).toEqual({ date: '2026-11-30', state: 'done' });
  expect(day?.week[1]).toEqual({ date: '2026-12-01', state: 'empty' });
});

it('of the week it knows what was not sent, in order', async () => {
  const day = await answerTo(dayOf, { date: '2026-11-24' }, [
    ...[entry('2026-11-25', 'draft'), entry('2026-11-23', 'draft'), entry('2026-11-20', 'draft')],
    entry('2026-11-24', 'submitted'),
  ]);
  expect(day?.draftsOfWeek.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-25']);
});

it.each([
  ['today', TODAY, false],
  ['a day whose deadline is over', '2026-11-20', true],
])('%s: whether what is logged now is late', async (_what, date, isLate) => {
  const day = await answerTo(dayOf, { date }, []);
  expect(day?.isLate).toBe(isLate);
  // By the custom a day is logged by 24.00 in Makassar.
  expect(day?.deadline).toBe(`${date}T16:00:00.000Z`);
});
