// Conversion of a predicate to credit points (angka kredit) of a functional post.
// Source: PermenPANRB 1/2023 (share by predicate, coefficient by level) and BKN Regulation 3/2023 (a periodic evaluation
// counts by its months of twelve, to two decimals: two months of Ahli Pertama with Baik are 2.08).

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

/** What may follow the name of a post, and is no part of it. */
const ADDED = /\s*[,/(].*$|\s+(?:pada|di|selaku|sebagai)\s.*$/;
const DASH = /\s*[-–—]\s*/;

/**
 * The level of a functional post by its name, as agencies write it: "Pranata Komputer Ahli Pertama", "TERAMPIL - PERAWAT",
 * "Analis Kebijakan Ahli Muda selaku Subkoordinator". Null: no such post; a level alone is none.
 */
export function levelOf(position: string): FunctionalLevel | null {
  const name = position.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return levelIn(name) ?? levelIn(name.replace(ADDED, ''));
}

function levelIn(name: string): FunctionalLevel | null {
  const parts = name.split(DASH).filter((part) => part !== '');
  const names = (part: string, level: string) => part.endsWith(` ${level}`) || (parts.length > 1 && part === level);
  return LEVELS.find((level) => parts.some((part) => names(part, level))) ?? null;
}

/** Credit points, to two decimals, half up. `months`: 1 to 12, of one year. */
export function creditPoints(level: FunctionalLevel, predicate: Predicate, months: number): number {
  // In whole hundredths: no half is ever a little less than one.
  const ofYear = Math.round(YEARLY_COEFFICIENT[level] * 100);
  return Math.round((ofYear * SHARE_OF_PREDICATE[predicate] * months) / 1200) / 100;
}

/** The sum of points of two decimals, as exact as they are. */
export const sumOfPoints = (points: readonly number[]): number =>
  points.reduce((sum, each) => sum + Math.round(each * 100), 0) / 100;
