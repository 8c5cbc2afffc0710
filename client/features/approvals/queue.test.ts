import { expect, it } from 'vitest';
import type { Employee } from '#shared/people/tables.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import type { Activity } from '#shared/work/tables.ts';
import { changesSince, type QueuePerson, queueDays } from './queue.ts';
import { nextPerson, queueRows, stepFrom } from './queue-rows.ts';

const rules = rulesOf({ policies: [], holidays: [], workHours: [], units: [], outages: [], timeZone: 'Asia/Makassar' });
const entry = (id: string, more: Partial<Activity> = {}): Activity => ({
  ...{ id, scope: 'w:budi', version: 1, employeeId: 'budi', resultId: 'r', date: '2026-11-24', title: id },
  ...{ description: '', start: null, end: null, minutes: 60, quantity: 1, unit: 'dokumen', state: 'submitted' },
  ...{
    revision: 1,
    note: null,
    createdAt: '2026-11-24T09:00:00.000Z',
    clock: 'trusted',
    editedAt: null,
    typedBy: null,
  },
  ...{ submittedAt: '2026-11-24T09:00:00.000Z', decidedAt: null, decidedBy: null },
  ...more,
});
const days = (waiting: Activity[], others: Activity[] = [], returns = new Map(), odd = new Map()) =>
  queueDays(waiting, { all: [...waiting, ...others], rules, returns, odd });

it('days follow each other, entries by the clock, with the minutes of what waits', () => {
  const found = days([
    entry('late-morning', { start: '10:00', end: '11:00' }),
    entry('tomorrow', { date: '2026-11-25', createdAt: '2026-11-25T09:00:00.000Z', minutes: 30 }),
    entry('morning', { start: '08:00', end: '09:00' }),
  ]);
  expect(found.map(({ date, minutes, counted }) => [date, minutes, counted])).toEqual([
    ['2026-11-24', 120, null],
    ['2026-11-25', 30, null],
  ]);
  expect(found[0]?.entries.map(({ activity }) => activity.id)).toEqual(['morning', 'late-morning']);
});

it('an entry is marked that lies over another one, also over one that is approved already', () => {
  const approved = entry('approved', { state: 'approved', start: '08:00', end: '09:00' });
  const [day] = days([entry('over it', { start: '08:30', end: '09:30' })], [approved]);
  expect(day?.entries[0]?.overlapping).toBe(30);
  expect(day?.counted).toBe(90);
});

it('one is marked whose time is odd', () => {
  const long = [{ is: 'long', minutes: 800 }];
  const [day] = days([entry('usual'), entry('very long')], [], new Map(), new Map([['very long', long]]));
  expect(day?.entries.map(({ odd }) => odd)).toEqual([[], long]);
});

it('one is marked that was logged after the deadline', () => {
  const [day] = days([entry('in time'), entry('late', { createdAt: '2026-11-26T09:00:00.000Z' })]);
  expect(day?.entries.map(({ activity, late }) => [activity.id, late])).toEqual([
    ['in time', false],
    ['late', true],
  ]);
});

it('one is marked that came back, with what changed where this device returned it', () => {
  const before = entry('back', { minutes: 45 });
  const back = entry('back', { decidedAt: '2026-11-24T10:00:00.000Z', minutes: 90, title: 'Uji rem 14 kendaraan' });
  const [day] = days([back], [], new Map([['back', { note: 'Berapa?', before }]]));
  const [found] = day?.entries ?? [];
  expect(found?.cameBack).toBe(true);
  expect(found?.returned && changesSince(found.returned, back).map(({ field }) => field)).toEqual(['title', 'time']);
  expect(days([back])[0]?.entries[0]).toMatchObject({ cameBack: true, returned: undefined });
  expect(days([entry('new')], [], new Map([['new', { note: '', before }]]))[0]?.entries[0]?.cameBack).toBe(false);
});

const personOf = (id: string, ...activities: Activity[]): QueuePerson => {
  const ofPerson = days(activities);
  const employee = { id, name: id } as Employee;
  return { employee, position: '', days: ofPerson, entries: ofPerson.flatMap(({ entries }) => entries) };
};
const people = [personOf('ani', entry('a1'), entry('a2', { date: '2026-11-25' })), personOf('budi', entry('b1'))];

it('only who is open shows days and entries', () => {
  expect(queueRows(people, 'ani').map(({ key }) => key)).toEqual([
    ...['person ani', 'day ani 2026-11-24', 'entry a1', 'day ani 2026-11-25', 'entry a2'],
    'person budi',
  ]);
  expect(queueRows(people, undefined).map(({ key }) => key)).toEqual(['person ani', 'person budi']);
});

it.each([
  ['from nowhere to the first of who is open', { open: 'budi', entry: null }, 1, 'b1'],
  ['from nowhere back to the last of who is open', { open: 'ani', entry: null }, -1, 'a2'],
  ['over the end of a day', { open: 'ani', entry: 'a1' }, 1, 'a2'],
  ['over the end of a person', { open: 'ani', entry: 'a2' }, 1, 'b1'],
  ['back into the person before', { open: 'budi', entry: 'b1' }, -1, 'a2'],
  ['at the end nowhere', { open: 'budi', entry: 'b1' }, 1, 'b1'],
] as const)('a step goes %s', (_how, from, by, to) => {
  expect(stepFrom(people, from, by)?.entry).toBe(to);
});

it('after a person comes the next, and after the last the one before', () => {
  expect(nextPerson(people, 'ani')).toBe('budi');
  expect(nextPerson(people, 'budi')).toBe('ani');
  expect(nextPerson([], 'ani')).toBeUndefined();
});
