// For tests: what a broken or hostile device may put in the place of any value of a mutation.

const DEEP = Array.from({ length: 30 }).reduce<unknown>((inner) => ({ inner: [inner] }), 'x');

/** Of each kind what our schemas must refuse, and what lies just within them. */
export const HOSTILE: readonly unknown[] = [
  ...[null, undefined, [], {}, true, '', 'x', DEEP],
  ...[7, -0, 0.5, -1, 5e-324, 1e308, Number.POSITIVE_INFINITY, Number.NaN, 2 ** 31, 2 ** 53],
  ...['0000-01-01', '0001-01-01', '1899-12-31', '1900-01-01', '2200-12-31', '2201-01-01', '9999-12-31', '2026-02-31'],
  ...['0000-12', '1900-01', '2200-12', '9999-12', '2026-13', '0000', '1900', '2200', '9999', '9999-Q4', '2200-Q4'],
  ...['2026-11-24T01:00:00+05', '2026-11-24T01:00:00+05:00', '2026-02-31T01:00:00Z', '2026-11-24T24:00:00Z'],
  ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00.000Z', '2026-11-24T01:00Z'],
  ...['1900-01-01T00:00:00.000Z', '2200-12-31T23:59:59.999Z', '0000:00:00 00:00:00', '24:00', '23:59'],
  ...['\0', 'a\0b', '\ud800', 'a\udfffb', 'a\u0300\ufffe', '\u202e', 'x'.repeat(5000)],
  ...['00000000-0000-7000-8000-00000000ABCD', '00000000-0000-7000-8000-00000000abcd', 'a b', 'Budi', '__proto__'],
  ...['1e999', '-0', '99999999999999', 'https://a\0b', 'https://contoh.go.id/\ud800', 'NaN,NaN', '0,0', '99,999'],
];

type Path = readonly (string | number)[];

/** Where a value stands in arguments: each leaf, and each object or list itself. */
export function placesIn(args: unknown, at: Path = []): Path[] {
  if (typeof args !== 'object' || args === null) return [at];
  return [at, ...Object.entries(args).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

/** A copy with another value in one place. */
export function withValue(args: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof args !== 'object' || args === null) return args;
  const copy = Array.isArray(args) ? [...args] : { ...args };
  Reflect.set(copy, key, withValue(Reflect.get(args, key), rest, value));
  return copy;
}

const STRANGE_KEYS = ['\0', '\ud800', 'a b', 'constructor', '00000000-0000-7000-8000-00000000ABCD'];

/** Every copy that differs in one value, or has one key that nobody asked for. */
export function* hostileCopies(args: unknown): Generator<unknown> {
  for (const place of placesIn(args)) {
    for (const value of HOSTILE) yield withValue(args, place, value);
    for (const key of STRANGE_KEYS) yield withValue(args, [...place, key], 'x');
  }
}
