import { beforeEach, expect, it } from 'vitest';
import type { LeaveKind } from '#shared/rules/leave.ts';
import { agencyScope, type Employment } from '#shared/tables.ts';
import { AGENCY, newWorld, outcomeOf, uuid, type World } from './testing.ts';

let world: World;
beforeEach(() => {
  world = newWorld();
});

let asked = 0;
const ask = (validFrom: string, validUntil = validFrom, kind: LeaveKind = 'tahunan') => {
  asked += 1;
  const args = { id: uuid(asked), kind, validFrom, validUntil, reason: '' };
  return outcomeOf(world.act('budi', { name: 'leave.request', args }));
};

const employed = (employment: Employment) =>
  world.put('employee', {
    ...{ id: 'budi', scope: agencyScope(AGENCY), version: 1, name: 'Budi', nip: null, employment, grade: null },
  } as never);

it('nobody is away twice on one day; after a withdrawal the day is free again', () => {
  expect(ask('2026-12-01', '2026-12-03')).toBe('applied');
  const first = uuid(asked);
  expect(ask('2026-12-03', '2026-12-04')).toBe('leave-overlaps');
  expect(ask('2026-12-02', '2026-12-02', 'sakit')).toBe('leave-overlaps');
  expect(ask('2026-12-04')).toBe('applied');
  expect(outcomeOf(world.act('budi', { name: 'leave.withdraw', args: { id: first } }))).toBe('applied');
  expect(ask('2026-12-02')).toBe('applied');
});

it('leave that was withdrawn lends its id to no other: an approval names what was read by it alone', () => {
  ask('2026-12-01');
  const withdrawn = uuid(asked);
  expect(outcomeOf(world.act('budi', { name: 'leave.withdraw', args: { id: withdrawn } }))).toBe('applied');
  asked -= 1;
  expect(ask('2026-12-01', '2026-12-31')).toBe('already-exists');
});

it('what the superior gave back does not stand in the way, what was approved does', () => {
  expect(ask('2026-12-01')).toBe('applied');
  const args = { employeeId: 'budi', id: uuid(asked) } as const;
  expect(outcomeOf(world.act('ani', { name: 'leave.return', args: { ...args, note: 'Pekan depan' } as never }))).toBe(
    'applied',
  );
  expect(ask('2026-12-01')).toBe('applied');
  const again = { employeeId: 'budi', id: uuid(asked) };
  expect(outcomeOf(world.act('ani', { name: 'leave.approve', args: again as never }))).toBe('applied');
  expect(ask('2026-12-01')).toBe('leave-overlaps');
});

it('a PPPK has fewer kinds than a PNS', () => {
  employed('PPPK');
  expect(ask('2026-12-01', '2026-12-01', 'besar')).toBe('leave-not-for');
  expect(ask('2026-12-01', '2026-12-01', 'sakit')).toBe('applied');
  world = newWorld();
  employed('PNS');
  expect(ask('2026-12-01', '2026-12-01', 'besar')).toBe('applied');
});
