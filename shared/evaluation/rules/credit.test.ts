import { describe, expect, it } from 'vitest';
import { cellsOf } from '#shared/testing/table-of.ts';
import { creditPoints, type FunctionalLevel, levelOf, sumOfPoints } from './credit.ts';
import type { Predicate } from './rating.ts';

// PermenPANRB 1/2023: points of a full year, coefficient of the level times the share of the predicate; two decimals.
const points = `
                sangat-baik  baik  butuh-perbaikan  kurang  sangat-kurang
  ahli_pertama  18.75        12.5  9.38             6.25    3.13
  ahli_muda     37.5         25    18.75            12.5    6.25
  ahli_madya    56.25        37.5  28.13            18.75   9.38
  ahli_utama    75           50    37.5             25      12.5
  pemula        5.63         3.75  2.81             1.88    0.94
  terampil      7.5          5     3.75             2.5     1.25
  mahir         18.75        12.5  9.38             6.25    3.13
  penyelia      37.5         25    18.75            12.5    6.25`;

describe('credit points of a year', () => {
  it.each(cellsOf(points))('of %s with %s are %s', (level, predicate, expected) => {
    expect(creditPoints(level.replace('_', ' ') as FunctionalLevel, predicate as Predicate, 12)).toBe(Number(expected));
  });
});

// Of a part of a year with the predicate Baik; two months of Ahli Pertama are the example that BKN teaches with.
const parts = `
                1     2     3     6      11
  ahli_pertama  1.04  2.08  3.13  6.25   11.46
  ahli_muda     2.08  4.17  6.25  12.5   22.92
  pemula        0.31  0.63  0.94  1.88   3.44
  terampil      0.42  0.83  1.25  2.5    4.58`;

describe('credit points of a part of a year', () => {
  it.each(cellsOf(parts))('of %s in %s months are %s', (level, months, expected) => {
    expect(creditPoints(level.replace('_', ' ') as FunctionalLevel, 'baik', Number(months))).toBe(Number(expected));
  });
});

it('a sum of points is exact', () => {
  expect(sumOfPoints([0.1, 0.2])).toBe(0.3);
  expect(sumOfPoints([1.04, 2.08, 18.75])).toBe(21.87);
  expect(sumOfPoints([])).toBe(0);
});

it.each([
  ['Penguji Kendaraan Bermotor Mahir', 'mahir'],
  ['Pranata Komputer Ahli Pertama', 'ahli pertama'],
  ['PENGUJI KENDARAAN BERMOTOR PEMULA', 'pemula'],
  ['TERAMPIL - PERAWAT', 'terampil'],
  ['Perawat Terampil', 'terampil'],
  ['AHLI PERTAMA - GURU KELAS', 'ahli pertama'],
  ['AHLI MADYA – DOKTER', 'ahli madya'],
  ['Penyelia-Pranata Laboratorium', 'penyelia'],
  ['Guru Ahli  Muda', 'ahli muda'],
  ['Analis Kebijakan Ahli Muda selaku Sub-Koordinator Perencanaan', 'ahli muda'],
  ['Analis Kebijakan Ahli Muda/Subkoordinator', 'ahli muda'],
  ['Dokter Ahli Utama pada RSUD Pambalah Batung', 'ahli utama'],
  ['Perawat/Bidan Terampil', 'terampil'],
  ['Pengadministrasi Umum', null],
  ['Mahir', null],
  ['Pelatih Terampilan', null],
  ['Kepala Seksi Pembinaan Tenaga Terampil dan Mahir Daerah', null],
  ['', null],
])('the level of %s is %s', (position, level) => {
  expect(levelOf(position)).toBe(level);
});
