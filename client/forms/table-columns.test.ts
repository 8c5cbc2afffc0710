import { expect, it } from 'vitest';
import { type Column, nextSorting, rowsToShow } from './table-columns.ts';

interface Person {
  name: string;
  paid: number;
}
const columns: Column<Person>[] = [
  { key: 'name', title: 'Nama', width: 2, value: ({ name }) => name },
  {
    key: 'paid',
    title: 'Dibayar',
    width: 1,
    number: true,
    value: ({ paid }) => paid,
    text: ({ paid }) => `Rp ${paid}`,
  },
];
const people: Person[] = [
  { name: 'Rusmini', paid: 900 },
  { name: 'ahmad', paid: 10_000 },
  { name: "Nur'aini", paid: 900 },
];
const names = (asked: string, sorting: Parameters<typeof rowsToShow>[2]['sorting']) =>
  rowsToShow(people, columns, { asked, sorting }).map(({ name }) => name);

it('as it came, where nothing is asked', () => {
  expect(names('', null)).toEqual(['Rusmini', 'ahmad', "Nur'aini"]);
});

it('names whatever their letters, numbers as numbers; equals stay in their order', () => {
  expect(names('', { key: 'name', down: false })).toEqual(['ahmad', "Nur'aini", 'Rusmini']);
  expect(names('', { key: 'paid', down: true })).toEqual(['ahmad', 'Rusmini', "Nur'aini"]);
  expect(people[0]?.name).toBe('Rusmini');
});

it('finds in any column what is read there', () => {
  expect(names('nuraini', null)).toEqual(["Nur'aini"]);
  expect(names('10000', null)).toEqual([]);
  expect(names('rp 10', null)).toEqual(['ahmad']);
});

it('is sorted up, then down, then not at all; another column begins anew', () => {
  const up = nextSorting(null, 'name');
  const down = nextSorting(up, 'name');
  expect([up, down, nextSorting(down, 'name')]).toEqual([
    { key: 'name', down: false },
    { key: 'name', down: true },
    null,
  ]);
  expect(nextSorting(down, 'paid')).toEqual({ key: 'paid', down: false });
});
