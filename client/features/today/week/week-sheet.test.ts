import { expect, it } from 'vitest';
import { typedSince } from '#client/workspace/typed-since.ts';
import { DATES, entry, kind, weekOfKinds } from './testing.ts';
import {
  callsOf,
  cellBefore,
  copyLastWeek,
  countToSend,
  emptyWeek,
  kindsOf,
  problemsOf,
  takenBySaving,
  typeBack,
  typeIn,
  type WeekForm,
} from './week-sheet.ts';

const [MONDAY = '', TUESDAY = ''] = DATES;
const idOf = (what: string) => `id of ${what}`;
const at = (one: ReturnType<typeof kind>, index: number) => ({ kind: one, index, date: DATES[index] ?? '' });

it('a new cell gets what is usual beside what is typed, and is logged', () => {
  const form = emptyWeek();
  const uji = kind('Uji');
  typeIn(form, cellBefore(form, at(uji, 0)), 'minutes', '45');
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
  typeIn(form, cellBefore(form, at(a, 0)), 'minutes', '60');
  typeIn(form, cellBefore(form, at(b, 0)), 'minutes', '30');
  const times = callsOf(form, weekOfKinds(a, b), idOf, 'keep').map(({ args }) => (args as { time: object }).time);
  expect(times).toEqual([
    { start: '09:00', end: '10:00', minutes: 60 },
    { start: '08:00', end: '08:30', minutes: 30 },
  ]);
});

it('a stored entry is edited from what was seen, keeps when it began, and is deleted where its cell is emptied', () => {
  const form = emptyWeek();
  const uji = kind('Uji', [entry(MONDAY, { start: '23:30', end: '00:30' }), entry(TUESDAY)]);
  typeIn(form, cellBefore(form, at(uji, 0)), 'minutes', '90');
  typeIn(form, cellBefore(form, at(uji, 1)), 'minutes', '');
  typeIn(form, cellBefore(form, at(uji, 1)), 'quantity', '');
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
  typeIn(form, cellBefore(form, at(uji, 0)), 'minutes', '90');
  typeIn(form, cellBefore(form, at(uji, 0)), 'minutes', '60');
  expect(form.typed).toEqual({});
});

it('sending sends drafts of many days and what is new, but nothing that came back and was not changed', () => {
  const form = emptyWeek();
  const uji = kind('Uji', [entry(MONDAY), entry(TUESDAY, { state: 'returned' })]);
  typeIn(form, cellBefore(form, at(uji, 2)), 'minutes', '30');
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
  typeIn(form, cellBefore(form, at(kind('Uji'), 0)), 'minutes', '60');
  expect(problemsOf(form, kindsOf(week, form))).toMatchObject([{ why: 'result' }]);
  form.results['uji | unit'] = 'r2';
  expect(problemsOf(form, kindsOf(week, form))).toEqual([]);
});

it('the row of a typed cell stays when the work it was typed in has gone, and is saved as it was named', () => {
  const form = emptyWeek();
  const [rem] = [kind('Uji Rem', [entry(MONDAY)], { resultId: 'r' })];
  const { results, ...before } = weekOfKinds(rem);
  typeIn(form, cellBefore(form, at(rem, 1)), 'minutes', '75');
  // Its only entry got another name, here or on another device.
  const after = {
    ...before,
    ...weekOfKinds(kind('Uji lampu', [entry(MONDAY)])),
    results: [{ id: 'r' }] as typeof results,
  };
  expect(kindsOf(after, form)).toMatchObject([
    { title: 'Uji lampu' },
    { key: rem.key, title: 'Uji Rem', unit: 'unit' },
  ]);
  expect(callsOf(form, after, idOf, 'keep')).toMatchObject([
    { name: 'activity.log', args: { title: 'Uji Rem', resultId: 'r', date: TUESDAY, time: { minutes: 75 } } },
  ]);
});

it('what was just saved keeps its row until it is known', () => {
  const [uji, rapat] = [kind('Uji'), kind('Rapat')];
  expect(kindsOf(weekOfKinds(rapat), emptyWeek(), [uji, rapat]).map(({ key }) => key)).toEqual([rapat.key, uji.key]);
});

it('a draft of the released version, which knows no names, keeps its rows too', () => {
  const form = {
    ...{ own: [], results: {} },
    typed: {
      [`${TUESDAY} uji | rem | unit`]: {
        kind: 'uji | rem | unit',
        date: TUESDAY,
        minutes: '75',
        quantity: '3',
        base: null,
      },
    },
  };
  const week = weekOfKinds();
  const whole = { ...emptyWeek(), ...form };
  expect(kindsOf(week, whole)).toMatchObject([
    { key: 'uji | rem | unit', title: 'Uji | rem', unit: 'unit', resultId: '' },
  ]);
  expect(problemsOf(whole, kindsOf(week, whole))).toMatchObject([{ why: 'result' }]);
  whole.results = { 'uji | rem | unit': 'r' };
  expect(callsOf(whole, week, idOf, 'keep')).toMatchObject([
    { args: { title: 'Uji | rem', output: { unit: 'unit', quantity: 3 } } },
  ]);
});

it('saving takes neither a row without cells nor one that is still being typed', () => {
  const uji = { title: 'Uji', unit: 'unit', resultId: 'r' };
  const rapat = { ...uji, title: 'Rapat' };
  const form = { ...emptyWeek(), own: [uji, rapat], adding: { ...rapat, title: 'Ap' } };
  typeIn(form, cellBefore(form, at(kind('Uji'), 0)), 'minutes', '90');
  const left = typedSince(takenBySaving(form), form, emptyWeek());
  expect(left).toEqual({ ...emptyWeek(), own: [rapat], adding: form.adding });
});

it('what is typed letter by letter is in the sheet, and goes back as it was', () => {
  const form = emptyWeek();
  const before = cellBefore(form, at(kind('Uji'), 0));
  for (const text of ['1', '12']) typeIn(form, before, 'minutes', text);
  expect(Object.values(form.typed)).toMatchObject([{ minutes: '12', quantity: '3' }]);
  typeIn(form, before, 'minutes', '');
  expect(form.typed).toEqual({});
  typeIn(form, before, 'minutes', '90');
  const again = cellBefore(form, at(kind('Uji'), 0));
  typeIn(form, again, 'minutes', '1');
  typeBack(form, again);
  expect(Object.values(form.typed)).toMatchObject([{ minutes: '90', quantity: '3' }]);
  typeBack(form, before);
  expect(form.typed).toEqual({});
});
