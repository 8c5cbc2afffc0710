import { expect, it } from 'vitest';
import type { Activity } from '#shared/work/tables.ts';
import { changedCells, dropStored, keepTyped, mayBeTyped, takeStored } from './changed-cells.ts';
import { DATES, entry, kind, weekOfKinds } from './testing.ts';
import { callsOf, cellBefore, emptyWeek, typeIn } from './week-sheet.ts';

const [MONDAY = ''] = DATES;
const idOf = (what: string) => `id of ${what}`;

/** 75 minutes and 3 typed on Monday over what was there then; what is there by now. */
function typedOver(then: Activity[], now: Activity[], [minutes, quantity] = ['75', '3']) {
  const form = emptyWeek();
  const uji = kind('Uji', then);
  for (const [side, text] of [
    ['minutes', minutes],
    ['quantity', quantity],
  ] as const)
    typeIn(form, cellBefore(form, { kind: uji, index: 0, date: MONDAY }), side, text ?? '');
  return { form, week: weekOfKinds(kind('Uji', now)) };
}

it.each([
  ['logged', [], [entry(MONDAY)]],
  ['edited', [entry(MONDAY)], [entry(MONDAY, { minutes: 30, revision: 2 })]],
  ['gone', [entry(MONDAY)], []],
  ['locked', [entry(MONDAY)], [entry(MONDAY, { state: 'approved', revision: 2 })]],
  ['locked', [], [entry(MONDAY, { state: 'approved' })]],
  ['several', [], [entry(MONDAY), entry(MONDAY, { id: 'other' })]],
] as const)('%s', (why, then, now) => {
  const { form, week } = typedOver([...then], [...now]);
  const [changed, ...others] = changedCells(form, week);
  expect([changed?.why, changed?.title, others]).toEqual([why, 'Uji', []]);
  expect(changed && mayBeTyped(changed)).toBe(why === 'logged' || why === 'edited' || why === 'gone');
});

it('what is as it was seen, and what was changed beside the two numbers, is no change', () => {
  for (const now of [{}, { description: 'lain', revision: 2 }]) {
    const { form, week } = typedOver([entry(MONDAY)], [entry(MONDAY, now)]);
    expect(changedCells(form, week)).toEqual([]);
  }
});

it('who removes an entry has read all of it', () => {
  const { form, week } = typedOver([entry(MONDAY)], [entry(MONDAY, { title: 'Uji', revision: 2 })], ['', '']);
  expect(changedCells(form, week)).toMatchObject([{ why: 'edited' }]);
});

it('what is typed may hold: an entry that came meanwhile is changed, not doubled', () => {
  const { form, week } = typedOver([], [entry(MONDAY)]);
  for (const one of changedCells(form, week)) keepTyped(form, one);
  expect(changedCells(form, week)).toEqual([]);
  expect(callsOf(form, week, idOf, 'keep').map(({ name }) => name)).toEqual(['activity.edit']);
});

it('or what is stored holds, and one that is gone is made anew', () => {
  const arrived = typedOver([], [entry(MONDAY)]);
  for (const one of changedCells(arrived.form, arrived.week)) takeStored(arrived.form, one);
  expect(arrived.form.typed).toEqual({});
  const { form, week } = typedOver([entry(MONDAY)], []);
  for (const one of changedCells(form, week)) keepTyped(form, one);
  expect(callsOf(form, week, idOf, 'keep').map(({ name }) => name)).toEqual(['activity.log']);
});

it('what was stored meanwhile just as it is typed is nothing typed', () => {
  const same = typedOver([], [entry(MONDAY, { minutes: 75, quantity: 3 })]);
  dropStored(same.form, same.week);
  expect(same.form.typed).toEqual({});
  const other = typedOver([], [entry(MONDAY)]);
  dropStored(other.form, other.week);
  expect(Object.keys(other.form.typed)).toHaveLength(1);
  const gone = typedOver([entry(MONDAY)], [], ['', '']);
  dropStored(gone.form, gone.week);
  expect(gone.form.typed).toEqual({});
});
