// The fields of mutation arguments: what a person can type, with its limits. What a value may be at all stands in
// shared/sync/values.ts.

import * as v from 'valibot';
import * as value from '#shared/sync/values.ts';
import { PERIOD } from '#shared/time/periods.ts';
import { isWebAddress } from './web-address.ts';

export { instant, integer, month, plainDate, rowId } from '#shared/sync/values.ts';

export const LIMITS = { title: 200, description: 4000, note: 1000, text: 500, unit: 40, url: 2000, name: 200 } as const;

export const requiredText = (max: number) => v.pipe(value.text(max), v.minLength(1));
export const optionalText = (max: number) => value.text(max);

/** A name that no person typed, such as that of a file: what is too long is cut, not refused. */
export const givenName = v.pipe(
  value.anyText,
  v.transform((name) => name.trim().slice(0, LIMITS.name).toWellFormed()),
  v.minLength(1),
);

/** Id made by a device. */
export const newId = value.uuid;
/** Id of an employee, made by the server. */
export const employeeId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

export const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const minutes = value.integer(1, 1440);
export const amount = value.number(0, 1e9);
/** A month, a quarter or a year: 2026-03, 2026-Q1, 2026. */
export const period = v.pipe(v.string(), v.regex(PERIOD), value.inYears);
export const year = v.pipe(v.string(), v.regex(/^\d{4}$/), value.inYears);
/** A number that is not rounded anywhere, as text. */
export const decimal = v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,4})?$/));
export const percent = v.pipe(
  decimal,
  v.check((text) => Number(text) <= 100, 'more than 100 percent'),
);
export const revision = value.integer(1);

/** A web address that leads where it says (shared/acts/web-address.ts). */
export const webAddress = v.pipe(value.text(LIMITS.url), v.url(), v.check(isWebAddress, 'not a web address'));

/** A moment by a clock whose zone nobody knows, such as a camera's: YYYY-MM-DDTHH:MM:SS. */
export const localMoment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
  v.check((moment) => v.is(value.instant, `${moment}Z`), 'not a moment'),
);
/** Latitude and longitude in degrees, such as "-2.421,115.247". */
export const coordinates = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?$/),
  v.check(
    (place) => Math.abs(Number(place.split(',')[0])) <= 90 && Math.abs(Number(place.split(',')[1])) <= 180,
    'not on Earth',
  ),
);
/** What a camera says beside the photo. Nobody typed it, and no entry is refused for it: nonsense is left out. */
export const takenAt = v.fallback(v.nullable(localMoment), null);
export const place = v.fallback(v.nullable(coordinates), null);

export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A value for each of these keys, and nothing else. */
export const each = <Key extends string, Schema extends v.GenericSchema>(keys: readonly Key[], schema: Schema) =>
  v.strictObject(Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>);
