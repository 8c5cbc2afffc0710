// The fields of mutation arguments: what a person can type, with its limits. Text is cleaned of what PostgreSQL cannot
// store (NUL, lone surrogates) so that no entry is refused for a character nobody sees.

import * as v from 'valibot';
import { BEHAVIOUR_VALUES } from '#shared/rules/behaviour.ts';
import { PERIOD } from '#shared/rules/periods.ts';
import { RATINGS } from '#shared/rules/rating.ts';

const clean = (value: string) => value.toWellFormed().replaceAll('\0', '').trim();

const words = (max: number) => v.pipe(v.string(), v.transform(clean), v.maxLength(max));

export const LIMITS = { title: 200, description: 4000, note: 1000, text: 500, unit: 40, url: 2000, name: 200 } as const;

export const requiredText = (max: number) => v.pipe(words(max), v.minLength(1));
export const optionalText = (max: number) => words(max);

/** Id made by a device: a UUID. */
export const newId = v.pipe(v.string(), v.uuid());
/** Id of an employee, made by the server. */
export const employeeId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/));

export const plainDate = v.pipe(v.string(), v.isoDate(), v.check(isRealDate, 'not a date'));
/** A UTC instant. */
export const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((value) => new Date(value).toISOString()),
);
export const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440));
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9));
/** A month, a quarter or a year: 2026-03, 2026-Q1, 2026. */
export const period = v.pipe(v.string(), v.regex(PERIOD));
export const rating = v.picklist(RATINGS);
export const behaviourValue = v.picklist(BEHAVIOUR_VALUES);
export const revision = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A web address: only http and https, so that opening it can never run a script. */
export const webAddress = v.pipe(words(LIMITS.url), v.url(), v.regex(/^https?:\/\//i));
/** A moment by a clock whose zone nobody knows, such as a camera's: YYYY-MM-DDTHH:MM:SS. */
export const localMoment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/));

/** Latitude and longitude in degrees, such as "-2.421,115.247". */
export const coordinates = v.pipe(v.string(), v.regex(/^-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?$/));

export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

function isRealDate(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}
