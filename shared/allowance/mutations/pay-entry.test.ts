import { beforeEach, expect, it } from 'vitest';
import type { MutationArgs } from '#shared/mutations.ts';
import { payScope } from '#shared/scopes.ts';
import { AGENCY, newWorld, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';

let world: World;
beforeEach(() => {
  world = newWorld();
  world.put('employee', {
    ...{ id: 'cici', scope: `a:${AGENCY}`, version: 1, nip: null, name: 'Cici', employment: 'PNS', grade: null },
  });
});

type Added = MutationArgs<'pay-entry.add'>;
const sanction: Added = {
  id: uuid(1),
  employeeId: 'cici',
  kind: 'sanction',
  validFrom: '2026-11-01',
  validUntil: '2027-04-30',
  percent: '25',
  postClass: null,
  source: 'SK 800/12/2026',
};
const add = (more: Partial<Added> = {}, by = 'budi') =>
  outcomeOf(world.act(by, { name: 'pay-entry.add', args: { ...sanction, ...more } }));
const end = (validUntil: string | null, by = 'budi') =>
  outcomeOf(
    world.act(by, { name: 'pay-entry.end', args: { id: uuid(1), employeeId: 'cici', validUntil, reason: 'Keliru' } }),
  );
const stored = () => world.rows.get('payEntry', payScope('cici'), uuid(1));

it.each([
  ['budi', 'applied'],
  ['admin', 'applied'],
  ['ani', 'not-treasurer'],
  ['cici', 'not-treasurer'],
])('%s enters a sanction: %s', (by, outcome) => {
  expect(add({}, by)).toBe(outcome);
});

it.each<[string, Partial<Added>, string]>([
  ['without an end', { validUntil: null }, 'end-required'],
  ['of half months', { validFrom: '2026-11-15' }, 'not-whole-months'],
  ['that ends before it begins', { validUntil: '2026-10-31' }, 'period-reversed'],
  ['of nobody', { employeeId: 'siapa' }, 'not-found'],
  ['of more than a hundred percent', { percent: '101' }, 'malformed'],
  ['without a percent', { percent: null }, 'malformed'],
  ['with the class of a second post', { postClass: 9 }, 'malformed'],
  ['without its paper', { source: '' }, 'malformed'],
])('a sanction %s is refused', (_name, more, why) => {
  expect(add(more)).toBe(why);
});

it('a second one of the same kind that overlaps is refused, one after it is taken', () => {
  expect(add()).toBe('applied');
  expect(add({ id: uuid(2), validFrom: '2027-04-01', validUntil: '2027-09-30' })).toBe('pay-entry-overlaps');
  expect(add({ id: uuid(2), validFrom: '2027-05-01', validUntil: '2027-10-31' })).toBe('applied');
  expect(add()).toBe('already-exists');
});

it('one is ended earlier, never later, and keeps who did it and why', () => {
  add();
  expect(end('2027-05-31')).toBe('period-reversed');
  expect(end('2026-12-15')).toBe('not-whole-months');
  expect(end('2026-12-31', 'ani')).toBe('not-treasurer');
  expect(end('2026-12-31')).toBe('applied');
  expect(stored()).toMatchObject({ validUntil: '2026-12-31', withdrawn: false, endedBy: 'budi', endReason: 'Keliru' });
});

it('one that was a mistake is withdrawn, once, and makes room for another', () => {
  add();
  expect(end(null)).toBe('applied');
  expect(stored()).toMatchObject({ validUntil: '2027-04-30', withdrawn: true });
  expect(end(null)).toBe('wrong-state');
  expect(add({ id: uuid(2) })).toBe('applied');
});
