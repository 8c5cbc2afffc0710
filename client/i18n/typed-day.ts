// Reads the days and times of day that people type, the same whatever language the browser speaks: the day stands before
// the month, the day has 24 hours. What is read here is written the way a field begins with it.

import * as v from 'valibot';
import { plainDate } from '#shared/sync/values.ts';

export type DayProblem =
  /** No day that can be made out. */
  | { why: 'day' | 'no-time' }
  /** The month has no such day. `month`: YYYY-MM */
  | { why: 'day-of-month'; day: number; month: string }
  | { why: 'month'; month: number }
  /** One that nobody means, such as 26. */
  | { why: 'year'; year: number }
  | TimeProblem;

export type TimeProblem = { why: 'time' } | { why: 'hour'; hour: number } | { why: 'minute'; minute: number };

/** What stands in a field: nothing, a value in the way that is stored, or what is wrong with it. */
export type TypedRead<Problem> =
  | { is: 'nothing' }
  | { is: 'understood'; value: string }
  | { is: 'wrong'; problem: Problem };

const understood = (value: string) => ({ is: 'understood', value }) as const;
const wrong = <Problem>(problem: Problem) => ({ is: 'wrong', problem }) as const;

/** Whether it is a day of the calendar, YYYY-MM-DD, in a year that anybody means: 0026 is a slip of the keyboard. */
export const isDay = (text: string) => v.is(plainDate, text);

/** Whether it is a time of day, HH:MM. */
export const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Whether it is a day with its time, YYYY-MM-DDTHH:MM. */
export const isMoment = (text: string) => isDay(text.slice(0, 10)) && text[10] === 'T' && isTime(text.slice(11));

/**
 * The day that is typed, YYYY-MM-DD: 24/11/2026, 24-11-26, 24112026, 24 November 2026, also 2026-11-24. Without its year it
 * is the nearest such day to `today`, up to `last` where there is one, and a year of two digits is the nearest such year.
 */
export function readDay(typed: string, today: string, last = ''): TypedRead<DayProblem> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { is: 'nothing' };
  const parts = partsOf(text);
  if (!parts) return wrong({ why: 'day' });
  const { day, month } = parts;
  if (month < 1 || month > 12) return wrong({ why: 'month', month });
  if (parts.year === '') return nearestDay(day, month, today, last);
  const year =
    parts.year.length === 2 ? nearestYear(Number(parts.year), Number(today.slice(0, 4))) : Number(parts.year);
  return dayOf(year, month, day);
}

/** The time of day that is typed, HH:MM: 8, 8.00, 8:00 and 0800 are the same. */
export function readTime(typed: string): TypedRead<TimeProblem> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { is: 'nothing' };
  const [, hour, minute = '00'] = /^(\d{1,2})(?:\s*[.:,]?\s*(\d\d))?$/.exec(text) ?? [];
  if (!hour) return wrong({ why: 'time' });
  if (Number(hour) > 23) return wrong({ why: 'hour', hour: Number(hour) });
  if (Number(minute) > 59) return wrong({ why: 'minute', minute: Number(minute) });
  return understood(`${hour.padStart(2, '0')}:${minute}`);
}

/** The day with its time that is typed, YYYY-MM-DDTHH:MM: 24/11/2026 08.00, or in digits alone 241120260800. */
export function readMoment(typed: string, today: string): TypedRead<DayProblem> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { is: 'nothing' };
  const [, dayPart = '', timePart = ''] =
    /^(\d{8})(\d{4})$/.exec(text) ??
    /^(\d{4}-\d\d-\d\d)T(.*)$/.exec(text) ??
    /^(.*\S)\s+(\d[\d.:,]*)$/.exec(text) ??
    [];
  const alone = readDay(text, today);
  if (alone.is === 'understood') return wrong({ why: 'no-time' });
  if (!dayPart) return alone;
  const day = readDay(dayPart, today);
  const time = readTime(timePart);
  if (day.is !== 'understood') return day;
  return time.is === 'understood' ? understood(`${day.value}T${time.value}`) : time;
}

/** 24/11/2026, of YYYY-MM-DD */
export const typedDay = (day: string) => day.split('-').reverse().join('/');
/** 08.00, of HH:MM */
export const typedTime = (time: string) => time.replace(':', '.');
/** 24/11/2026 08.00, of YYYY-MM-DDTHH:MM */
export const typedMoment = (moment: string) => `${typedDay(moment.slice(0, 10))} ${typedTime(moment.slice(11))}`;

interface Parts {
  day: number;
  month: number;
  /** Four digits, two, or none. */
  year: string;
}

/** By the first three letters, and as they are shortened besides. */
const MONTHS: Record<string, number> = {
  ...{ jan: 1, feb: 2, peb: 2, mar: 3, apr: 4, mei: 5, jun: 6, jul: 7, agu: 8, ags: 8, agt: 8, sep: 9, okt: 10 },
  ...{ nov: 11, nop: 11, des: 12 },
};

function partsOf(text: string): Parts | null {
  const of = (day: string, month: number, year: string) => ({ day: Number(day), month, year });
  const digits = /^(\d\d)(\d\d)(\d{4}|\d\d|)$/.exec(text);
  if (digits) return of(digits[1] ?? '', Number(digits[2]), digits[3] ?? '');
  const fromYear = /^(\d{4})[-/.](\d\d)[-/.](\d\d)$/.exec(text);
  if (fromYear) return of(fromYear[3] ?? '', Number(fromYear[2]), fromYear[1] ?? '');
  const parted = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})(?:\s*[-/.\s]\s*(\d{4}|\d\d))?$/.exec(text);
  if (parted) return of(parted[1] ?? '', Number(parted[2]), parted[3] ?? '');
  const named = /^(?:\p{L}+['’]?\p{L}*,?\s+)?(\d{1,2})[\s-]*(\p{L}{3,9})\.?(?:[\s-]*(\d{4}|\d\d))?$/u.exec(text);
  const month = MONTHS[(named?.[2] ?? '').slice(0, 3).toLowerCase()];
  return named && month ? of(named[1] ?? '', month, named[3] ?? '') : null;
}

function dayOf(year: number, month: number, day: number): TypedRead<DayProblem> {
  const [yyyy, mm, dd] = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  if (!isDay(`${yyyy}-01-01`)) return wrong({ why: 'year', year });
  const date = `${yyyy}-${mm}-${dd}`;
  return isDay(date) ? understood(date) : wrong({ why: 'day-of-month', day, month: `${yyyy}-${mm}` });
}

function nearestYear(twoDigits: number, thisYear: number): number {
  const inThisCentury = Math.floor(thisYear / 100) * 100 + twoDigits;
  const candidates = [inThisCentury - 100, inThisCentury, inThisCentury + 100];
  return candidates.reduce((best, year) => (Math.abs(year - thisYear) < Math.abs(best - thisYear) ? year : best));
}

function nearestDay(day: number, month: number, today: string, last: string): TypedRead<DayProblem> {
  const thisYear = Number(today.slice(0, 4));
  const inThisYear = dayOf(thisYear, month, day);
  const far = (date: string) => Math.abs(Date.parse(date) - Date.parse(today));
  const days = [inThisYear, dayOf(thisYear - 1, month, day), dayOf(thisYear + 1, month, day)].flatMap((read) =>
    read.is === 'understood' && (!last || read.value <= last) ? [read.value] : [],
  );
  const [first, ...others] = days;
  if (!first) return inThisYear;
  return understood(others.reduce((best, date) => (far(date) < far(best) ? date : best), first));
}
