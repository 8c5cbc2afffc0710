// Conversion of the yearly predicate to credit points (angka kredit) of functional posts.
// Source: PermenPANRB 1/2023 (share by predicate, coefficient by level); part of a year counts by months of twelve.

import type { Predicate } from './rating.ts';

export type FunctionalLevel =
  | 'ahli pertama'
  | 'ahli muda'
  | 'ahli madya'
  | 'ahli utama'
  | 'pemula'
  | 'terampil'
  | 'mahir'
  | 'penyelia';

/** Points of a full year with the predicate Baik. */
export const YEARLY_COEFFICIENT: Record<FunctionalLevel, number> = {
  'ahli pertama': 12.5,
  'ahli muda': 25,
  'ahli madya': 37.5,
  'ahli utama': 50,
  pemula: 3.75,
  terampil: 5,
  mahir: 12.5,
  penyelia: 25,
};

/** Percent of the coefficient. */
export const SHARE_OF_PREDICATE: Record<Predicate, number> = {
  'sangat-baik': 150,
  baik: 100,
  'butuh-perbaikan': 75,
  kurang: 50,
  'sangat-kurang': 25,
};

const LEVELS = Object.keys(YEARLY_COEFFICIENT) as FunctionalLevel[];

/** The level stands at the end of the name of a functional post: "Pranata Komputer Ahli Pertama". Null: no such post. */
export function levelOf(position: string): FunctionalLevel | null {
  const words = position.trim().toLowerCase();
  return LEVELS.find((level) => words.endsWith(` ${level}`)) ?? null;
}

/** Credit points, with three decimals. `months`: full months evaluated, 1 to 12. */
export function creditPoints(level: FunctionalLevel, predicate: Predicate, months: number): number {
  return Math.round(YEARLY_COEFFICIENT[level] * SHARE_OF_PREDICATE[predicate] * 10 * (months / 12)) / 1000;
}

/** Months of a stretch of days within one year; a month that is begun counts. */
export const monthsOf = (from: string, until: string) => Number(until.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
