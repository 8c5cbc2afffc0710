import { describe, expect, it } from 'vitest';
import { creditPoints, type FunctionalLevel, levelOf, monthsOf } from './credit.ts';
import type { Predicate } from './rating.ts';
import { cellsOf } from './table-of.ts';

// PermenPANRB 1/2023: points of a full year, coefficient of the level times the share of the predicate.
const points = `
                sangat-baik  baik  butuh-perbaikan  kurang  sangat-kurang
  ahli_pertama  18.75        12.5  9.375            6.25    3.125
  ahli_muda     37.5         25    18.75            12.5    6.25
  ahli_madya    56.25        37.5  28.125           18.75   9.375
  ahli_utama    75           50    37.5             25      12.5
  pemula        5.625        3.75  2.813            1.875   0.938
  terampil      7.5          5     3.75             2.5     1.25
  mahir         18.75        12.5  9.375            6.25    3.125
  penyelia      37.5         25    18.75            12.5    6.25`;

describe('credit points of a year', () => {
  it.each(cellsOf(points))('of %s with %s are %s', (level, predicate, expected) => {
    expect(creditPoints(level.replace('_', ' ') as FunctionalLevel, predicate as Predicate, 12)).toBe(Number(expected));
  });

  it('count by months of twelve', () => {
    expect(creditPoints('mahir', 'baik', 6)).toBe(6.25);
    expect(creditPoints('mahir', 'baik', 1)).toBe(1.042);
  });
});

it.each([
  ['Penguji Kendaraan Bermotor Mahir', 'mahir'],
  ['Pranata Komputer Ahli Pertama', 'ahli pertama'],
  ['PENGUJI KENDARAAN BERMOTOR PEMULA', 'pemula'],
  ['Pengadministrasi Umum', null],
  ['Mahir', null],
])('the level of %s is %s', (position, level) => {
  expect(levelOf(position)).toBe(level);
});

it.each([
  ['2026-01-01', '2026-12-31', 12],
  ['2026-01-01', '2026-06-30', 6],
  ['2026-07-15', '2026-07-31', 1],
])('from %s until %s are %i months', (from, until, months) => {
  expect(monthsOf(from, until)).toBe(months);
});
