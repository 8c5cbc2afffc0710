import { expect, it } from 'vitest';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import { type DayState, dayState, weekOf } from './day-state.ts';

const { calendar } = rulesOf({
  policies: [],
  holidays: [{ date: '2026-11-25', kind: 'libur', name: 'Hari Guru' }],
  workHours: [],
  units: [],
  outages: [],
  timeZone: 'Asia/Makassar',
});
const known = { activities: [], leaves: [], calendar, today: '2026-11-26' };
const on = (date: string, ...states: ('draft' | 'submitted' | 'returned' | 'approved')[]) =>
  states.map((state) => ({ date, state }));

it.each<[what: string, date: string, more: Partial<typeof known> | object, DayState]>([
  [
    'one that came back, whatever else',
    '2026-11-24',
    { activities: on('2026-11-24', 'approved', 'returned', 'draft') },
    'returned',
  ],
  ['one that was not sent', '2026-11-24', { activities: on('2026-11-24', 'approved', 'draft') }, 'draft'],
  ['all with the superior', '2026-11-24', { activities: on('2026-11-24', 'approved', 'submitted') }, 'done'],
  ['work on a holiday', '2026-11-25', { activities: on('2026-11-25', 'submitted') }, 'done'],
  ['entries of another day', '2026-11-24', { activities: on('2026-11-23', 'submitted') }, 'empty'],
  ['leave', '2026-11-24', { leaves: [{ validFrom: '2026-11-23', validUntil: '2026-11-24', givenBack: [] }] }, 'leave'],
  [
    'a day of leave that was given back',
    '2026-11-24',
    {
      leaves: [
        {
          validFrom: '2026-11-23',
          validUntil: '2026-11-25',
          givenBack: [{ validFrom: '2026-11-24', validUntil: '2026-11-24', reason: 'cancelled' }],
        },
      ],
    },
    'empty',
  ],
  [
    'the day after leave',
    '2026-11-24',
    { leaves: [{ validFrom: '2026-11-20', validUntil: '2026-11-23', givenBack: [] }] },
    'empty',
  ],
  ['a holiday', '2026-11-25', {}, 'off'],
  ['a Sunday', '2026-11-22', {}, 'off'],
  ['a working day that is over', '2026-11-24', {}, 'empty'],
  ['today', '2026-11-26', {}, 'ahead'],
  ['a day to come', '2026-11-27', {}, 'ahead'],
])('%s', (_what, date, more, state) => {
  expect(dayState(date, { ...known, ...more })).toBe(state);
});

it.each(['2026-11-23', '2026-11-26', '2026-11-29'])('the week of %s begins on its Monday', (date) => {
  const week = weekOf(date);
  expect([week[0], week[6], week.length]).toEqual(['2026-11-23', '2026-11-29', 7]);
});
