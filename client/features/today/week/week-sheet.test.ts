import { expect, it } from 'vitest';
import { DATES, entry, kind, weekOfKinds } from './testing.ts';
import {
  callsOf,
  copyLastWeek,
  countToSend,
  emptyWeek,
  kindsOf,
  problemsOf,
  typeIn,
  type WeekForm,
} from './week-sheet.ts';

const [MONDAY = '', TUESDAY = ''] = DATES;
const idOf = (what: string) => `id of ${what}`;
const at = (one: ReturnType<typeof kind>, index: number) => ({ kind: one, index, date: DATES[index] ?? '' });

it('a new cell gets what is usual beside what is typed, and is logged', () => {
  const form = emptyWeek();
  const uji = kind('Uji');
  typeIn(form, at(uji, 0), 'minutes', '45');
  expect(callsOf(form, weekOfKinds(uji), idOf, 'keep')).toEqual([
    {
      name: 'activity.log',
      args: {
        ...{ id: `id of ${MONDAY} uji | unit`, date: MONDAY, title: 'Uji', description: '', resultId: 'r' },
        ...{ time: { start: null, end: null, minutes: 45 }, output: { quantity: 3, unit: 'unit' } },
      },
    },
  ]);
});

it('two new entries of a day do not lie over each other', () => {
  const form = emptyWeek();
  const [a, b] = [kind('Uji', [], { start: '09:00' }), kind('Rapat', [], { start: '09:00' })];
  typeIn(form, at(a, 0), 'minutes', '60');
  typeIn(form, at(b, 0), 'minutes', '30');
  const times = callsOf(form, weekOfKinds(a, b), idOf, 'keep').map(({ args }) => (args as { time: object }).time);
  expect(times).toEqual([
    { start: '09:00', end: '10:00', minutes: 60 },
    { start: '08:00', end: '08:30', minutes: 30 },
  ]);
});

it('a stored entry is edited from what was seen, keeps when it began, and is deleted where its cell is emptied', () => {
  const form = emptyWeek();
  const uji = kind('Uji', [entry(MONDAY, { start: '23:30', end: '00:30' }), entry(TUESDAY)]);
  typeIn(form, at(uji, 0), 'minutes', '90');
  typeIn(form, at(uji, 1), 'minutes', '');
  typeIn(form, at(uji, 1), 'quantity', '');
  expect(callsOf(form, weekOfKinds(uji), idOf, 'keep')).toEqual([
    {
      name: 'activity.edit',
      args: {
        id: `entry ${MONDAY}`,
        edits: {
          time: {
            from: { start: '23:30', end: '00:30', minutes: 60 },
            to: { start: '23:30', end: '01:00', minutes: 90 },
          },
        },
      },
    },
    { name: 'activity.delete', args: { id: `entry ${TUESDAY}`, revision: 1 } },
  ]);
});

it('what is typed as it is stored is nothing typed', () => {
  const form = emptyWeek();
  const uji = kind('Uji', [entry(MONDAY)]);
  typeIn(form, at(uji, 0), 'minutes', '90');
  typeIn(form, at(uji, 0), 'minutes', '60');
  expect(form.typed).toEqual({});
});

it('sending sends drafts of many days and what is new, but nothing that came back and was not changed', () => {
  const form = emptyWeek();
  const uji = kind('Uji', [entry(MONDAY), entry(TUESDAY, { state: 'returned' })]);
  typeIn(form, at(uji, 2), 'minutes', '30');
  const week = weekOfKinds(uji);
  const submitted = callsOf(form, week, idOf, 'send').filter(({ name }) => name === 'activity.submit');
  expect(submitted.map(({ args }) => (args as { id: string }).id)).toEqual([
    `entry ${MONDAY}`,
    `id of ${DATES[2]} uji | unit`,
  ]);
  expect(countToSend(week, form)).toBe(2);
});

it('copies the week before into days that are open and have nothing yet', () => {
  const form = emptyWeek();
  const before = DATES.map(() => ({ minutes: 120, quantity: 5 }));
  const week = weekOfKinds(kind('Uji', [entry(MONDAY)], { before }));
  const [, tuesday] = week.days;
  if (tuesday) tuesday.state = 'leave';
  expect(copyLastWeek(form, week)).toBe(2);
  expect(Object.values(form.typed)).toMatchObject([
    { date: DATES[2], minutes: '120', quantity: '5' },
    { date: DATES[3], minutes: '120', quantity: '5' },
  ]);
  expect(copyLastWeek(form, week)).toBe(0);
});

it.each([
  ['60', '', 'quantity', 'missing'],
  ['60', 'x', 'quantity', 'unread'],
  ['2000', '1', 'minutes', 'unread'],
] as const)('%s and %s: %s is %s', (minutes, quantity, side, why) => {
  const form: WeekForm = emptyWeek();
  const uji = kind('Uji');
  form.typed.x = { kind: uji.key, date: MONDAY, minutes, quantity, base: null };
  expect(problemsOf(form, [uji])).toEqual([{ title: 'Uji', kind: uji.key, date: MONDAY, side, why }]);
});

it('a new entry needs an RHK, which may be chosen in its row', () => {
  const form = emptyWeek();
  const week = weekOfKinds(kind('Uji', [], { resultId: '' }));
  typeIn(form, at(kind('Uji'), 0), 'minutes', '60');
  expect(problemsOf(form, kindsOf(week, form))).toMatchObject([{ why: 'result' }]);
  form.results['uji | unit'] = 'r2';
  expect(problemsOf(form, kindsOf(week, form))).toEqual([]);
});
