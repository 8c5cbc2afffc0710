// One date, one clock time or both, taken apart as they are written. What they mean may hang on the rest of the column:
// that is decided elsewhere.

/** The order of the numbers of a date. */
export type Order = 'dmy' | 'mdy' | 'ymd';

export interface Clock {
  hour: number;
  minute: number;
  second: number;
  /** What stands beside it: before noon, after it, or nothing. */
  half: 'am' | 'pm' | null;
  /** Its zone stands beside it by name: WIB, WITA or WIT. */
  named?: true;
}

export interface Written {
  /**
   * The year, month and day where they are certain; the same with a year of two digits; or three numbers whose order is
   * open.
   */
  date:
    | { certain: readonly [number, number, number] }
    | { short: readonly [string, number, number] }
    | { open: readonly [string, string, string] };
  /** 0 Monday to 6 Sunday, where a day of the week stands beside it. */
  weekday: number | null;
  clock: Clock | null;
  /** Minutes east of UTC, where it says so. */
  zone: number | null;
}

const WEEKDAYS = [
  ...['senin|sen|monday|mon', 'selasa|sel|tuesday|tue', 'rabu|rab|wednesday|wed', 'kamis|kam|thursday|thu'],
  ...["jum['’]?at|jum|friday|fri", 'sabtu|sab|saturday|sat', 'minggu|ahad|min|sunday|sun'],
].map((names) => new RegExp(`^(?:${names})\\.?$`, 'i'));
const MONTHS = [
  ...['jan|januari|january', 'feb|peb|februari|pebruari|february', 'mar|mrt|maret|march', 'apr|april', 'mei|may'],
  ...['jun|juni|june', 'jul|juli|july', 'agu|agt|ags|aug|agustus|august', 'sep|sept|september'],
  ...['okt|oct|oktober|october', 'nov|nop|november|nopember', 'des|dec|desember|december'],
].map((names) => new RegExp(`^(?:${names})$`, 'i'));

const CLOCK =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,6})?)?(?:\s?([ap])\.?m\.?)?(?:\s?(z|[+-]\d{2}(?::?\d{2})?))?(?:\s?(wi(?:b|ta|t)))?$/i;
/** Minutes east of UTC. Source: Keppres 41/1987. */
const ZONES: Readonly<Record<string, number>> = { wib: 420, wita: 480, wit: 540 };

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, which count the 29 February 1900 that never was. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

/** Null: no date that anybody could have meant. */
export function momentOf(cell: string | number, serialShift: number): Written | null {
  if (typeof cell === 'number') return ofSerial(cell, serialShift);
  const text = cell.replace(/^'/, '').replace(/\s+/g, ' ').trim();
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return ofSerial(Number(text.replace(',', '.')), serialShift);
  const named = /^([a-z'’]+\.?),? (?=\d)/i.exec(text);
  const weekday = named ? WEEKDAYS.findIndex((names) => names.test(named[1] ?? '')) : -1;
  const { date, rest } = dateIn(weekday === -1 ? text : text.slice(named?.[0].length)) ?? {};
  if (!date || rest === undefined) return null;
  const time = rest === '' ? { clock: null, zone: null } : clockOf(rest);
  return time && { date, weekday: weekday === -1 ? null : weekday, ...time };
}

/** Null: no clock time. */
export function clockOf(text: string): { clock: Clock; zone: number | null } | null {
  const [, hour, minute, second = '0', half, zone, name] = CLOCK.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second), half: halfOf(half) };
  const most = clock.half ? 12 : 23;
  if (clock.hour > most || clock.minute > 59 || clock.second > 59 || (clock.half && clock.hour === 0)) return null;
  if (zone !== undefined) return { clock, zone: zoneOf(zone) };
  const named = ZONES[name?.toLowerCase() ?? ''];
  return named === undefined ? { clock, zone: null } : { clock: { ...clock, named: true }, zone: named };
}

/** The clock time of the part of a day, as spreadsheets keep it: to the nearest second, for what floating point loses. */
export function clockOfPart(part: number): Clock {
  const seconds = Math.min(86_399, Math.round(part * 86_400));
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return { hour, minute, second: seconds % 60, half: null };
}

/** HH:MM */
export function timeOf({ hour, minute, half }: Clock): string {
  const of24 = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return `${two(of24)}:${two(minute)}`;
}

/** YYYY-MM-DD; null where the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): string | null {
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
}

/** A date or a time kept as a number, as people write it. */
export function serialWords(serial: number, serialShift: number): string {
  if (serial >= 0 && serial < 1) return timeOf(clockOfPart(serial));
  const written = ofSerial(serial, serialShift);
  if (!written || !('certain' in written.date)) return String(serial);
  const [year, month, day] = written.date.certain;
  return `${two(day)}-${two(month)}-${year}${written.clock ? ` ${timeOf(written.clock)}` : ''}`;
}

const two = (value: number) => String(value).padStart(2, '0');
const halfOf = (letter: string | undefined): Clock['half'] => (letter ? (/a/i.test(letter) ? 'am' : 'pm') : null);

function zoneOf(text: string): number {
  if (/z/i.test(text)) return 0;
  const [, sign, hours, minutes = '0'] = /([+-])(\d{2}):?(\d{2})?/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function ofSerial(serial: number, shift: number): Written | null {
  if (serial < 1_000 || serial > 100_000) return null;
  // A second is the finest that is meant: what lies half a second before midnight is the next day.
  const seconds = Math.round((serial + shift) * 86_400);
  const date = new Date(SHEET_EPOCH + Math.floor(seconds / 86_400) * DAY_MS);
  const certain = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
  const part = (seconds % 86_400) / 86_400;
  return { date: { certain }, weekday: null, clock: part === 0 ? null : clockOfPart(part), zone: null };
}

/** A date at the beginning of a text, and what stands behind it. */
function dateIn(text: string): { date: Written['date']; rest: string } | null {
  const found = (match: RegExpExecArray, date: Written['date'] | null) => {
    const rest = text.slice(match[0].length).replace(/^(?:t(?=\d)|[\s,]+)/i, '');
    return date && { date, rest };
  };
  const numbers = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)|^(\d{4})([-/.])(\d{1,2})\6(\d{1,2})(?!\d)/.exec(
    text,
  );
  if (numbers) {
    const [, first, , second, third, year, , month, day] = numbers;
    if (year) return found(numbers, { certain: [Number(year), Number(month), Number(day)] });
    if (first?.length === 4) return found(numbers, { certain: [Number(first), Number(second), Number(third)] });
    return first && first.length < 3 && second && third ? found(numbers, { open: [first, second, third] }) : null;
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (compact) return found(compact, { certain: [Number(compact[1]), Number(compact[2]), Number(compact[3])] });
  const dayFirst = /^(\d{1,2})[-/. ]([a-z]+)\.?[-/., ]+(\d{4}|\d{2})(?!\d)/i.exec(text);
  if (dayFirst) return found(dayFirst, spelt(dayFirst[3], dayFirst[2], dayFirst[1]));
  const monthFirst = /^([a-z]+)\.? (\d{1,2}),? (\d{4})(?!\d)/i.exec(text);
  return monthFirst && found(monthFirst, spelt(monthFirst[3], monthFirst[1], monthFirst[2]));
}

function spelt(year = '', name = '', day = ''): Written['date'] | null {
  const month = MONTHS.findIndex((names) => names.test(name));
  if (month === -1) return null;
  const [ofYear, ofDay] = [month + 1, Number(day)];
  return year.length === 4 ? { certain: [Number(year), ofYear, ofDay] } : { short: [year, ofYear, ofDay] };
}
