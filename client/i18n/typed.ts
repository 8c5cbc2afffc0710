// Reads the numbers that people type, as Indonesians write them: a point groups thousands, a comma begins the
// decimals, whatever language the browser speaks. What can mean two things is asked, never guessed. format.ts writes what
// is read, this file what a field begins with.

import { type Decimal, exact, shown } from '#shared/decimal.ts';

/** What stands in a field. A number is what the draft of an earlier version kept, and means what it says. */
export type Typed = string | number | null;

export interface NumberBounds {
  least: number;
  most: number;
  /** Digits after the comma. */
  places: number;
  /** In rupiah a point only groups: nobody writes sen with one. */
  rupiah?: true;
}

export type NumberProblem = 'not-a-number' | 'places' | 'grouping' | 'least' | 'most';

export type NumberRead =
  | { is: 'nothing' }
  | { is: 'number'; value: Decimal }
  | { is: 'asked'; choices: Decimal[] }
  | { is: 'wrong'; why: NumberProblem };

type Meaning = { value: string } | { choices: string[] } | { wrong: NumberProblem };

export function readNumber(typed: Typed, bounds: NumberBounds): NumberRead {
  if (typed === null || (typeof typed === 'string' && typed.trim() === '')) return { is: 'nothing' };
  const meant = typeof typed === 'number' ? ofNumber(typed) : meaningOf(typed, bounds);
  if ('wrong' in meant) return { is: 'wrong', why: meant.wrong };
  if ('choices' in meant) {
    const choices = meant.choices.map(canonical).filter((value) => problemOf(value, bounds) === null);
    return choices.length > 0 ? { is: 'asked', choices } : { is: 'wrong', why: 'not-a-number' };
  }
  const value = canonical(meant.value);
  const why = problemOf(value, bounds);
  return why ? { is: 'wrong', why } : { is: 'number', value };
}

/** The number that is typed; null where there is none, or none that is understood. */
export function numberIn(typed: Typed, bounds: NumberBounds): number | null {
  const read = readNumber(typed, bounds);
  if (read.is !== 'number') return null;
  // One that nobody has touched stays exactly what it was.
  return typeof typed === 'number' ? typed : Number(read.value);
}

/** Whether a field holds a number that is understood. */
export const isNumber = (typed: Typed, bounds: NumberBounds) => readNumber(typed, bounds).is === 'number';

/** Whether something stands in a field, and it is no number that is understood. */
export const isUnread = (typed: Typed, bounds: NumberBounds) =>
  ['asked', 'wrong'].includes(readNumber(typed, bounds).is);

/** What a field begins with: read again it is the same number. Three decimals would look like thousands. */
export function typedNumber(value: number | Decimal | null): string {
  if (value === null || value === '') return '';
  const [whole = '', decimals = ''] = canonical(textOf(value)).split('.');
  if (decimals === '') return whole;
  return `${whole},${decimals.length === 3 ? `${decimals}0` : decimals}`;
}

/** A number of the machine as text: six places of any number below a billion are exact. */
const textOf = (value: number | Decimal) => (typeof value === 'number' ? value.toFixed(6) : value);

const ofNumber = (value: number): Meaning =>
  Number.isFinite(value) ? { value: textOf(value) } : { wrong: 'not-a-number' };

function meaningOf(typed: string, { rupiah }: NumberBounds): Meaning {
  const { sign, digits } = stripped(typed);
  const signed = (text: string) => `${sign}${text}`;
  const asDecimal = signed(digits.replace(',', '.'));
  const asWhole = signed(digits.replace(/[.,]/g, ''));
  if (/^\d+$/.test(digits)) return { value: signed(digits) };
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(digits)) {
    return { value: signed(digits.replaceAll('.', '').replace(',', '.')) };
  }
  // Points for commas and commas for points: only where nothing else can be meant.
  if (/^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(digits)) return { value: signed(digits.replaceAll(',', '')) };
  if (/^[1-9]\d{0,2}(,\d{3}){2,}$/.test(digits)) return { value: asWhole };
  if (/^[1-9]\d*[.,]\d{3}$/.test(digits)) return { choices: [asWhole, asDecimal] };
  if (/^\d*,\d+$/.test(digits)) return { value: asDecimal };
  if (/^\d*\.\d+$/.test(digits)) return rupiah ? { wrong: 'grouping' } : { value: asDecimal };
  return { wrong: /^[\d.,]+$/.test(digits) ? 'grouping' : 'not-a-number' };
}

/** Without what people write around a number: Rp, %, ",-", and spaces between groups of three. */
function stripped(typed: string): { sign: '' | '-'; digits: string } {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^([-−–]?)\s*rp\.?\s*/i, '$1')
    .replace(/\s*%$/, '')
    .replace(/,[-–=]$/, '');
  const sign = /^[-−–]/.test(text) ? '-' : '';
  const rest = sign ? text.slice(1).trim() : text;
  return { sign, digits: /^\d{1,3}(\s\d{3})+(,\d+)?$/.test(rest) ? rest.replace(/\s/g, '') : rest };
}

/** Without zeros that say nothing; with more places than any field allows. */
const canonical = (text: string): Decimal => shown(exact(text.replace(/^(-?)\./, '$10.')), 9);

function problemOf(value: Decimal, { least, most, places }: NumberBounds): NumberProblem | null {
  if (exact(value).compare(least) < 0) return 'least';
  if (exact(value).compare(most) > 0) return 'most';
  return (value.split('.')[1] ?? '').length > places ? 'places' : null;
}
