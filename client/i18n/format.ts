// Dates, times and numbers in words, in the person's language and the agency's time zone.

import { plainDateTime } from '#shared/time/plain-date.ts';

const LOCALE = 'id-ID';

const dayFormat = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const shortDayFormat = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const monthFormat = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dateFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const fullDayFormat = new Intl.DateTimeFormat(LOCALE, {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
});
// As many places as can be typed: what is shown is what is kept.
const numberFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 });
const pointsFormat = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The agency's zone while somebody is signed in, as every deadline is one of that zone; else the device's. */
let zone: string | undefined;

export function tellTimeIn(timeZone: string | undefined): void {
  zone = timeZone;
}

const atMidnight = (date: string) => new Date(`${date}T00:00:00Z`);

/** Selasa, 24 November */
export const formatDay = (date: string) => dayFormat.format(atMidnight(date));
/** Sel, 24 Nov */
export const formatShortDay = (date: string) => shortDayFormat.format(atMidnight(date));
/** 24 November 2026 */
export const formatDate = (date: string) => dateFormat.format(atMidnight(date));
/** Selasa, 24 November 2026 */
export const formatFullDay = (date: string) => fullDayFormat.format(atMidnight(date));
/** November 2026, of YYYY-MM */
export const formatMonth = (month: string) => monthFormat.format(atMidnight(`${month}-01`));
export const formatNumber = (value: number) => numberFormat.format(value);
/** 12,50: credit points, always with both decimals */
export const formatPoints = (value: number) => pointsFormat.format(value);

/** Intl takes a decimal in text as exactly as it is written. */
const asIs = (value: string) => value as `${number}`;

/** 71,4286, of the decimal "71.4286" */
export const formatDecimal = (value: string) =>
  new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 }).format(asIs(value));

/** Rp 3.486.000, of the decimal "3486000" */
export const formatRupiah = (value: string, places = 2) =>
  new Intl.NumberFormat(LOCALE, {
    ...{ style: 'currency', currency: 'IDR', minimumFractionDigits: 0, maximumFractionDigits: places },
  }).format(asIs(value));

/** 13.05, with the day before it when it is not the day of `now`. */
export function formatMoment(instant: string, now: Date, timeZone = zone): string {
  const at = new Date(instant);
  const time = at.toLocaleTimeString(LOCALE, { hour: '2-digit', minute: '2-digit', timeZone });
  const day = (moment: Date) => moment.toLocaleDateString(LOCALE, { day: 'numeric', month: 'short', timeZone });
  return day(at) === day(now) ? time : `${day(at)} ${time}`;
}

/** 24 Nov 2026 09.05 */
export const formatMomentLong = (instant: string, timeZone = zone) =>
  new Date(instant).toLocaleString(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone }).replace(',', '');

/** A moment until which something may be done: midnight is the end of the day before, 24 Nov 2026 24.00. */
export function formatDeadline(instant: string, timeZone: string): string {
  const [date, time = ''] = plainDateTime(Date.parse(instant) - 60_000, timeZone).split('T');
  return time.startsWith('23:59') ? formatPlainMoment(`${date}T24:00`) : formatMomentLong(instant, timeZone);
}

/** 24 Nov 2026 09.05, of YYYY-MM-DDTHH:MM:SS by a clock whose zone nobody knows */
export function formatPlainMoment(moment: string): string {
  const [date = '', time = ''] = moment.split('T');
  const day = atMidnight(date).toLocaleDateString(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
  return `${day} ${time.slice(0, 5).replace(':', '.')}`;
}

/** 45 %, of a share from 0 to 1 */
export const formatPercent = (share: number) =>
  share.toLocaleString(LOCALE, { style: 'percent', maximumFractionDigits: 0 });

/** 1250,5 of the decimal "1250.5": for a program that reads Indonesian numbers, which wants them ungrouped. */
export const plainNumber = (value: string | number | null) => String(value ?? '').replace('.', ',');

/** 2 jam 30 menit */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} menit`;
  return rest === 0 ? `${hours} jam` : `${hours} jam ${rest} menit`;
}

/** 1,2 MB */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.ceil(bytes / 1000))} kB`;
  const [size, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB'];
  return `${size.toLocaleString(LOCALE, { maximumFractionDigits: 1 })} ${unit}`;
}

/** "2–4 Desember 2026": two days in as few words as say both. */
export function formatSpan(from: string, until: string): string {
  if (from === until) return formatDate(from);
  if (from.slice(0, 4) !== until.slice(0, 4)) return `${formatDate(from)} – ${formatDate(until)}`;
  const [day, month] = formatDate(from).split(' ');
  return from.slice(0, 7) === until.slice(0, 7)
    ? `${day}–${formatDate(until)}`
    : `${day} ${month} – ${formatDate(until)}`;
}
