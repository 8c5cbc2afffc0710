// What is taken over from a photo, made fit for the rules of evidence: a camera, a phone or a chat may have written
// anything there, and an entry must not be refused for what nobody typed.

import * as v from 'valibot';
import { LIMITS, localMoment } from '#shared/acts/fields.ts';

/** "2026:11:12 09:14:05" (Exif 2.32, DateTimeOriginal) as 2026-11-12T09:14:05; null where it is no moment at all. */
export function takenAtOf(words: string): string | null {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(words) ?? [];
  const moment = `${year}-${month}-${day}T${time}`;
  // A camera whose clock was never set writes 0000:00:00, some 31 February.
  return isMoment(moment) ? moment : null;
}

/** Whether 2026-11-12T09:14:05 and the like can be read: earlier versions stored what a camera wrote as it was. */
export const isMoment = (moment: string) => v.is(localMoment, moment);

/** Degrees as "-2.41708,115.25028"; null where there are none. */
export function placeOf(latitude: number | undefined, longitude: number | undefined): string | null {
  if (latitude === undefined || longitude === undefined) return null;
  // A phone without a fix writes 0/0, which is no number, or zero for both, which is a point in the Atlantic.
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return null;
  return `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
}

/** The name without what cannot be stored or seen, cut in the middle where it is too long, so that its ending stays. */
export function fileNameOf(name: string): string {
  const clean = name
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  if (clean.length <= LIMITS.name) return clean;
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  // Cut between letters, never within one that takes two places.
  const start = clean.slice(0, LIMITS.name - 1 - ending.length).replace(/[\ud800-\udbff]$/, '');
  return `${start.trimEnd()}…${ending}`;
}
