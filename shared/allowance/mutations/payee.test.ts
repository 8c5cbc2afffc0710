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

type Told = MutationArgs<'payee.tell'>;
const nothing = {
  ...{ ptkp: null, npwp: null, bank: null, account: null, salary: null, salaryTax: null, insuredSalary: null },
  ...{ tax: null, extra: null, extraTax: null, yearPension: null, earlierGross: null, earlierTax: null },
  cleared: [],
};
const facts = { ptkp: 'K/1', npwp: '0123456789012345', bank: 'Bank Kalsel', account: '0012345678' } as const;
const told: Told = { id: uuid(1), employeeId: 'cici', month: '2026-10', ...nothing, ...facts };
const tell = (more: Partial<Told> = {}, by = 'budi') =>
  outcomeOf(world.act(by, { name: 'payee.tell', args: { ...told, ...more } }));
const stored = (id: string) => world.rows.get('payee', payScope('cici'), id);

it.each([
  ['budi', 'applied'],
  // The treasurer alone: nobody else has to do with accounts and taxes.
  ['admin', 'not-treasurer'],
  ['ani', 'not-treasurer'],
  ['cici', 'not-treasurer'],
])('%s enters how somebody is paid: %s', (by, outcome) => {
  expect(tell({}, by)).toBe(outcome);
});

it.each<[string, Partial<Told>, string]>([
  ['of nobody', { employeeId: 'siapa' }, 'not-found'],
  ['with a status that there is not', { ptkp: 'K/4' as never }, 'malformed'],
  ['with an NPWP of fourteen digits', { npwp: '12345678901234' }, 'malformed'],
  ['with letters in the account', { account: '00123A5678' }, 'malformed'],
  ['with a part of a rupiah', { salary: '4500000.5' }, 'malformed'],
  ['with less than nothing', { tax: '-1' }, 'malformed'],
  ['that says nothing', nothing, 'malformed'],
])('an entry %s is refused', (_name, more, why) => {
  expect(tell(more)).toBe(why);
});

it('a later entry takes over what it does not name, and what was before stays as it was', () => {
  tell({ tax: '90000' });
  expect(tell({ id: uuid(2), ...nothing, month: '2026-11', account: '999900001' })).toBe('applied');
  expect(stored(uuid(2))).toMatchObject({ ...facts, account: '999900001', tax: null, by: 'budi' });
  expect(stored(uuid(1))).toMatchObject({ ...facts, tax: '90000' });
  expect(tell()).toBe('already-exists');
});

it('an entry of an earlier month does not know what came later', () => {
  tell();
  tell({ id: uuid(2), ...nothing, month: '2026-09', bank: 'BRI' });
  expect(stored(uuid(2))).toMatchObject({ ptkp: null, npwp: null, account: null, bank: 'BRI' });
});

it('what is not known any more is cleared', () => {
  tell({ tax: '90000' });
  tell({ id: uuid(2), ...nothing, cleared: ['tax', 'npwp'] });
  expect(stored(uuid(2))).toMatchObject({ ptkp: 'K/1', npwp: null, tax: null, account: facts.account });
});

it('what holds for a month alone is taken over within it, and by no later month', () => {
  tell({ extra: '4500000', extraTax: '0' });
  tell({ id: uuid(2), ...nothing, bank: 'BRI' });
  tell({ id: uuid(3), ...nothing, month: '2026-11', bank: 'BNI' });
  expect(stored(uuid(2))).toMatchObject({ bank: 'BRI', extra: '4500000', extraTax: '0' });
  expect(stored(uuid(3))).toMatchObject({ bank: 'BNI', extra: null, extraTax: null });
});

it('a version of the app that does not know them tells none of the new facts', () => {
  const { extra: _e, extraTax: _t, yearPension: _p, earlierGross: _g, earlierTax: _x, ...older } = told;
  expect(outcomeOf(world.act('budi', { name: 'payee.tell', args: older as Told }))).toBe('applied');
  expect(stored(uuid(1))).toMatchObject({ ...facts, extra: null, earlierTax: null });
});
