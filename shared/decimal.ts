// Exact arithmetic for money. Decimals travel and are stored as text; between them everything is an exact fraction, and
// is rounded once, where a rule says so.

import Fraction from 'fraction.js';

export { Fraction };

/** A number in text: "0.5". */
export type Decimal = string;

/** A decimal, an integer, or a fraction, as an exact number. */
export const exact = (value: Decimal | number | Fraction) => new Fraction(value);

export const percent = (value: Decimal | Fraction) => exact(value).div(100);

export const sum = (values: readonly (Decimal | number | Fraction)[]) =>
  values.reduce<Fraction>((total, value) => total.add(value), exact(0));

/** As a decimal with at most so many places, the last rounded half up: for reading, not for going on with. */
export const shown = (value: Fraction, places = 4): Decimal => plain(value.round(places), places);

/** To a multiple of a unit, downwards (towards minus infinity) or to the nearest, halves up. */
export function rounded(value: Fraction, { mode, unit }: { mode: 'down' | 'nearest'; unit: number }): Fraction {
  const units = value.div(unit);
  return (mode === 'down' ? units.floor() : units.add('0.5').floor()).mul(unit);
}

/** The shortest text of a number that has at most so many places. */
function plain(value: Fraction, places: number): Decimal {
  const scale = 10n ** BigInt(places);
  const scaled = BigInt(value.mul(scale).toFraction());
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = places > 0 ? digits.slice(-places).replace(/0+$/, '') : '';
  return `${scaled < 0n ? '-' : ''}${whole}${rest && `.${rest}`}`;
}
