// Ratings, the predicate that follows from them, and the distribution that an organisation's achievement leads to expect.
// Source: PermenPANRB 6/2022, chapter on performance evaluation (the matrix and the five achievements with their patterns).

export type Rating = 'di-atas' | 'sesuai' | 'di-bawah';
/** Best first. */
export const RATINGS: readonly Rating[] = ['di-atas', 'sesuai', 'di-bawah'];

export type Predicate = 'sangat-baik' | 'baik' | 'butuh-perbaikan' | 'kurang' | 'sangat-kurang';
/** Best first. */
export const PREDICATES: readonly Predicate[] = ['sangat-baik', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang'];

export type Achievement = 'istimewa' | 'baik' | 'butuh-perbaikan' | 'kurang' | 'sangat-kurang';
/** Best first. */
export const ACHIEVEMENTS: readonly Achievement[] = ['istimewa', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang'];

/** PREDICATE[behaviour][result]. Behaviour below expectation with results at or above it is misconduct: kurang. */
const PREDICATE: Record<Rating, Record<Rating, Predicate>> = {
  'di-atas': { 'di-bawah': 'butuh-perbaikan', sesuai: 'baik', 'di-atas': 'sangat-baik' },
  sesuai: { 'di-bawah': 'butuh-perbaikan', sesuai: 'baik', 'di-atas': 'baik' },
  'di-bawah': { 'di-bawah': 'sangat-kurang', sesuai: 'kurang', 'di-atas': 'kurang' },
};

export const predicateOf = (rating: { result: Rating; behaviour: Rating }): Predicate =>
  PREDICATE[rating.behaviour][rating.result];

/** Share of each predicate, in percent; each row adds up to 100. */
export type Distribution = Record<Achievement, Record<Predicate, number>>;

const shares = (...[best, good, mend, poor, worst]: [number, number, number, number, number]) => ({
  'sangat-baik': best,
  baik: good,
  'butuh-perbaikan': mend,
  kurang: poor,
  'sangat-kurang': worst,
});

/** The regulation draws the curves without numbers; an agency may set its own (shared/agency/rules/policy.ts). */
export const DEFAULT_DISTRIBUTION: Distribution = {
  istimewa: shares(55, 35, 6, 3, 1),
  baik: shares(20, 55, 20, 4, 1),
  'butuh-perbaikan': shares(5, 40, 45, 8, 2),
  kurang: shares(2, 10, 40, 40, 8),
  'sangat-kurang': shares(1, 4, 15, 40, 40),
};

/** How many of a team of so many have each predicate. */
export function countPredicates(predicates: readonly Predicate[]): Record<Predicate, number> {
  const counts = shares(0, 0, 0, 0, 0);
  for (const predicate of predicates) counts[predicate] += 1;
  return counts;
}

/** The rating that most periods had, as a proposal for the year; of two that are even the lower. */
export function prevailing(ratings: readonly Rating[]): Rating | null {
  const count = (rating: Rating) => ratings.filter((one) => one === rating).length;
  const most = Math.max(...RATINGS.map(count));
  return ratings.length === 0 ? null : (RATINGS.findLast((rating) => count(rating) === most) ?? null);
}
