import { beforeEach, expect, it } from 'vitest';
import { AGENCY, newWorld, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';

const scope = `a:${AGENCY}`;
let world: World;
beforeEach(() => {
  world = newWorld();
  for (const id of ['admin', 'ani', 'budi']) {
    world.put('employee', { id, scope, version: 1, nip: null, name: id, employment: 'PNS', grade: null });
  }
  world.put('officeRole', {
    ...{ id: 'first', scope, version: 1, employeeId: 'budi', role: 'admin', validFrom: '2026-01-01', validUntil: null },
  });
});

const give = (validUntil: string | null) =>
  outcomeOf(
    world.act('admin', {
      name: 'office-role.give',
      args: { id: uuid(1), employeeId: 'ani', role: 'admin', validFrom: '2026-11-01', validUntil },
    }),
  );
const take = (id: string) => outcomeOf(world.act('admin', { name: 'office-role.take', args: { id } }));

it('an administrator without a last day is left', () => {
  expect(take('first')).toBe('last-administrator');
  expect(give('2026-12-31')).toBe('applied');
  expect(take('first')).toBe('last-administrator');
});

it('goes where another is there to stay', () => {
  expect(give(null)).toBe('applied');
  expect(take('first')).toBe('applied');
  expect(take(uuid(1))).toBe('last-administrator');
});

const leave = (employeeId: string) =>
  outcomeOf(world.act('admin', { name: 'assignment.move', args: { employeeId, validFrom: '2026-12-01', to: null } }));

it('nor does the last one leave the agency', () => {
  expect(leave('budi')).toBe('last-administrator');
  expect(give(null)).toBe('applied');
  expect(leave('budi')).toBe('applied');
});

it('a role is given for a time before one that is held already, not over it', () => {
  const giveFor = (id: string, validFrom: string, validUntil: string) =>
    outcomeOf(
      world.act('admin', {
        name: 'office-role.give',
        args: { id, employeeId: 'ani', role: 'auditor', validFrom, validUntil },
      }),
    );
  expect(giveFor(uuid(2), '2027-03-01', '2027-05-31')).toBe('applied');
  expect(giveFor(uuid(3), '2027-01-01', '2027-02-28')).toBe('applied');
  expect(giveFor(uuid(4), '2027-02-01', '2027-03-01')).toBe('already-exists');
});
