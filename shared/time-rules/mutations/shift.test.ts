import { beforeEach, expect, it } from 'vitest';
import type { MutationArgs } from '#shared/mutations.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { AGENCY, NOW, newWorld, outcomeOf, TODAY, type World } from '#shared/testing/people-who-act.ts';
import type { ShiftRow } from '../tables.ts';

let world: World;
beforeEach(() => {
  world = newWorld();
});

type Planned = MutationArgs<'shift.plan'>;
const morning = { date: '2026-12-01', name: 'Pagi', start: '07:00', end: '14:00' };
const night = { date: '2026-12-01', name: 'Malam', start: '21:00', end: '07:00' };
const off = { date: '2026-12-01', name: 'Lepas', start: null, end: null };
const hoursOf = ({ date, start, end }: Planned['add'][number]) => ({ date, start, end });
const plan = (add: Planned['add'], gone: Planned['add'] = [], by = 'ani', at = NOW) =>
  outcomeOf(world.act(by, { name: 'shift.plan', args: { employeeId: 'budi', add, remove: gone.map(hoursOf) } }, at));
const planned = (date = morning.date) =>
  (world.rows.where('shift', workScope('budi'), 'month', date.slice(0, 7)) as ShiftRow[]).map(({ id, name }) => [
    id,
    name,
  ]);

it.each([
  ['ani', 'applied'],
  ['budi', 'not-supervisor'],
  ['cici', 'not-supervisor'],
  // Not the direct superior, and no administrator either.
  ['head', 'not-supervisor'],
  ['admin', 'not-supervisor'],
])('%s plans a shift of budi: %s', (by, outcome) => {
  expect(plan([morning], [], by)).toBe(outcome);
});

it('who acts for the superior plans for the team, too', () => {
  world.put('delegation', {
    ...{ id: 'd', scope: agencyScope(AGENCY), version: 1, fromId: 'ani', toId: 'cici', kind: 'plh' },
    ...{ validFrom: TODAY, validUntil: TODAY },
  });
  expect(plan([morning], [], 'cici')).toBe('applied');
});

it('a shift is a row of its own: two on a day stand beside each other, the same planned twice is one', () => {
  plan([morning]);
  plan([night]);
  plan([morning]);
  expect(planned()).toEqual([
    ['2026-12-01.07:00-14:00', 'Pagi'],
    ['2026-12-01.21:00-07:00', 'Malam'],
  ]);
});

it('is exchanged, taken away and renamed, and keeps when it was first planned', () => {
  plan([morning]);
  plan([off], [morning]);
  expect(planned()).toEqual([['2026-12-01.off', 'Lepas']]);
  plan([], [off]);
  expect(planned()).toEqual([]);
  plan([morning]);
  plan([{ ...morning, name: 'Terminal pagi' }], [morning], 'ani', '2026-12-02T02:00:00.000Z');
  expect(planned()).toEqual([['2026-12-01.07:00-14:00', 'Terminal pagi']]);
  expect(world.rows.get('shift', workScope('budi'), '2026-12-01.07:00-14:00')?.at).toBe(NOW);
});

it('what is gone already changes nothing', () => {
  const args = { employeeId: 'budi', add: [], remove: [hoursOf(morning)] };
  expect(world.act('ani', { name: 'shift.plan', args })).toEqual({ result: 'applied', changes: [] });
});

it.each<[string, unknown]>([
  ['half a shift', { ...morning, end: null }],
  ['no time of day', { ...morning, start: '24:00' }],
  ['no name', { ...morning, name: ' ' }],
  ['no day', { ...morning, date: '2026-02-30' }],
])('%s is no shift', (_name, shift) => {
  expect(plan([shift as Planned['add'][number]])).toBe('malformed');
});

it('a month that is closed takes none, unless it was planned before', () => {
  world.put('payroll', {
    ...{ id: '2026-12', scope: agencyScope(AGENCY), version: 1, month: '2026-12', state: 'approved', revision: 1 },
    ...{ drawnBy: 'budi', drawnAt: NOW, checkedBy: 'ani', checkedAt: NOW, approvedBy: 'head', note: null },
    approvedAt: '2027-01-03T02:00:00.000Z',
  });
  expect(plan([morning], [], 'ani', '2027-01-03T02:00:00.000Z')).toBe('month-closed');
  expect(plan([], [morning], 'ani', '2027-01-03T02:00:01.000Z')).toBe('month-closed');
  expect(plan([morning], [], 'ani', '2027-01-03T01:59:59.000Z')).toBe('applied');
});
