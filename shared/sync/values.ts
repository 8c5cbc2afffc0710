// What a value may be that a device sends, both sides store and rules reckon with: one schema for each kind. What passes
// here can be kept by IndexedDB and by PostgreSQL alike, and no calculation with it fails. Knows nothing of the product.

import * as v from 'valibot';

/** Nobody at work was born, and nothing is planned, outside them; PostgreSQL knows no year 0. */
const YEARS = { first: 1900, last: 2200 };

/** Of a text that begins with a year: whether the year is one that anybody means. */
export const inYears = v.check((text: string) => {
  const year = Number(text.slice(0, 4));
  return year >= YEARS.first && year <= YEARS.last;
}, 'a year that nobody means');

/** A day of the calendar, YYYY-MM-DD. */
export const plainDate = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/), v.check(isDay, 'not a day'), inYears);

/** YYYY-MM */
export const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/), inYears);

/** An instant as every clock of ours writes it, in UTC; it comes out as ISO 8601 with milliseconds. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/),
  v.check((text) => isDay(text.slice(0, 10)), 'not a day'),
  inYears,
  v.transform((text) => new Date(text).toISOString()),
);

/** The id of what a device made: a UUID in the one way of writing it that we use. */
export const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/));

/** The id of any row: a UUID, a name that the server gave, or what is made of these, a period and the name of a field. */
export const rowId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9:._-]{1,100}$/));

/** Finite, and never the negative zero that JSON does not know. */
export const number = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.minValue(min),
    v.maxValue(max),
    v.transform((value) => value + 0),
  );

export const LARGEST_INTEGER = 2_147_483_647;
export const integer = (min: number, max = LARGEST_INTEGER) => v.pipe(number(min, max), v.integer());

/** Any text, cleaned of what PostgreSQL cannot keep (NUL, halves of letters): nothing is refused for what nobody sees. */
export const anyText = v.pipe(
  v.string(),
  v.transform((text) => text.toWellFormed().replaceAll('\0', '')),
);

/** What a person typed, at most so many letters long. */
export const text = (max: number) => v.pipe(anyText, v.trim(), v.maxLength(max));

function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}
