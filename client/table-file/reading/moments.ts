// A column of dates or clock times has one meaning: the order of day and month, the halves of the day and the zone are
// decided by all of its cells. What they leave open is asked, never guessed; what is out of all likelihood is refused.

import { plainDateTime } from '#shared/time/plain-date.ts';
import { type Cell, isFault, wordsOf } from './cell.ts';
import {
  type Clock,
  clockOf,
  clockOfPart,
  dateOf,
  momentOf,
  type Order,
  timeOf,
  type Written,
} from './moment-words.ts';

export type MomentFault =
  /** Not a date, or not a time. */
  | 'unreadable'
  /** A year, or a part of a day, that nobody means. */
  | 'unlikely'
  /** Others of the column say whether they are before noon; this one does not. */
  | 'half-missing'
  /** Others of the column name their zone; this one does not. */
  | 'zone-missing'
  | 'error'
  | 'merged';

/** `time`: HH:MM; null where only a date stands there. */
export type Moment = { date: string; time: string | null };
export type Wrong = { wrong: MomentFault };
export const isWrong = (value: unknown): value is Wrong =>
  typeof value === 'object' && value !== null && 'wrong' in value;

/** The cell that shows what is open, and what it would be in each order. */
export interface OpenOrder {
  example: string;
  choices: { order: Order; date: string }[];
}

export interface Moments {
  /** Null where the cells decide it, or do not need it. */
  open: OpenOrder | null;
  values: (Moment | Wrong | null)[];
}

export interface MomentContext {
  /** Plain dates between which a date is likely, both included. */
  earliest: string;
  latest: string;
  /** The zone in which a moment with a zone of its own is told. */
  timeZone: string;
  serialShift: number;
  /** What a person answered for this kind of file; it counts only where the cells leave the order open. */
  order: Order | null;
}

const ORDERS: readonly Order[] = ['dmy', 'mdy', 'ymd'];

export function readMoments(cells: readonly Cell[], context: MomentContext): Moments {
  const parts = cells.map((cell) => partsOf(cell, (value) => momentOf(value, context.serialShift)));
  const { order, open } = decideOrder(cells, parts, context);
  const rules = rulesOf(parts.map((part) => (isWritten(part) ? part : null)));
  const values = parts.map((part) => {
    if (!isWritten(part)) return part;
    const date = dateIn(part, order, context);
    if (date === null) return { wrong: 'unreadable' as const };
    if (date < context.earliest || date > '2200') return { wrong: 'unlikely' as const };
    const fault = part.clock && faultOf(part.clock, part.zone, rules);
    return fault ? { wrong: fault } : inZone(date, part, context.timeZone);
  });
  return { open, values };
}

/** `time`: HH:MM; `date`: where one stands beside it in the same cell, and its order is certain. */
export type ClockTime = { time: string; date: string | null };

/** A column of clock times; null where none stands there. */
export function readClocks(cells: readonly Cell[], context: MomentContext): (ClockTime | Wrong | null)[] {
  const parts = cells.map((cell) => partsOf(cell, clockIn));
  // What is no time alone may be one beside a date.
  const others = cells.map((cell, index) => (isWrong(parts[index]) ? cell : null));
  const { open, values: dates } = readMoments(others, context);
  const rules = rulesOf(parts.map((part) => (isWritten(part) ? part : null)));
  return parts.map((part, index) => {
    if (isWritten(part)) {
      const fault = faultOf(part.clock, part.zone, rules);
      return fault ? { wrong: fault } : inOwnDay(part, context.timeZone);
    }
    const whole = dates[index];
    if (!isWrong(part) || part.wrong !== 'unreadable' || whole === null || whole === undefined) return part;
    if (isWrong(whole)) return typeof cells[index] === 'number' ? { wrong: 'unlikely' } : whole;
    // A date at midnight is how spreadsheets keep 00:00; a text of a date alone is no time.
    const time = whole.time ?? (typeof cells[index] === 'number' ? '00:00' : null);
    return time === null ? part : { time, date: open ? null : whole.date };
  });
}

/** A time without a date, in the zone of the agency. Of which day it would be there is not known where it is another one. */
function inOwnDay({ clock, zone }: { clock: Clock; zone: number | null }, timeZone: string): ClockTime | Wrong {
  const { date, time } = inZone('2026-01-15', { clock, zone }, timeZone);
  return date === '2026-01-15' && time ? { time, date: null } : { wrong: 'unlikely' };
}

type Part<Value> = Value | Wrong | null;
const isWritten = <Value extends object>(part: Part<Value>): part is Value => part !== null && !isWrong(part);

function partsOf<Value>(cell: Cell, read: (value: string | number) => Value | null): Part<Value> {
  if (isFault(cell)) return { wrong: cell.fault };
  // What machines write where they have nothing.
  if (/^'?[-–—:.\s]*$/.test(wordsOf(cell))) return null;
  const value = typeof cell === 'number' || typeof cell === 'string' ? read(cell) : null;
  return value ?? { wrong: 'unreadable' };
}

function clockIn(value: string | number): { clock: Clock; zone: number | null } | null {
  if (typeof value === 'string' && !/^0[.,]\d{3,}$/.test(value)) return clockOf(value.replace(/^'/, ''));
  const part = Number(String(value).replace(',', '.'));
  return part >= 0 && part < 1 ? { clock: clockOfPart(part), zone: null } : null;
}

/** Which orders make of every date a day that is likely; one that fits none of them says nothing. */
function decideOrder(
  cells: readonly Cell[],
  parts: readonly Part<Written>[],
  context: MomentContext,
): { order: Order; open: OpenOrder | null } {
  const dates = (part: Written) => ORDERS.map((order) => likelyDate(part, order, context));
  const told = parts.flatMap((part, index) => {
    if (!isWritten(part) || !('open' in part.date)) return [];
    const each = dates(part);
    return each.some((date) => date !== null) ? [{ index, each }] : [];
  });
  const fitting = ORDERS.filter((_, at) => told.every(({ each }) => each[at] !== null));
  const [first] = fitting;
  if (told.length === 0) return { order: context.order ?? 'dmy', open: null };
  if (first && fitting.length === 1) return { order: first, open: null };
  const differing = told.find(({ each }) => new Set(each.filter((date) => date !== null)).size > 1);
  if (first && !differing) return { order: first, open: null };
  const chosen = context.order && (fitting.length === 0 || fitting.includes(context.order)) ? context.order : null;
  if (chosen) return { order: chosen, open: null };
  const { index = 0, each = [] } = differing ?? told[0] ?? {};
  const choices = ORDERS.flatMap((order, at) => {
    const date = each[at];
    return date && (fitting.length === 0 || fitting.includes(order)) ? [{ order, date }] : [];
  });
  return { order: first ?? 'dmy', open: { example: wordsOf(cells[index]), choices } };
}

function likelyDate(part: Written, order: Order, context: MomentContext): string | null {
  const date = dateIn(part, order, context);
  if (date === null || date < context.earliest || date > context.latest) return null;
  // 1 January 2024 was a Monday.
  const weekday = ((((Date.parse(date) - Date.UTC(2024, 0, 1)) / 86_400_000) % 7) + 7) % 7;
  return part.weekday === null || part.weekday === weekday ? date : null;
}

function dateIn({ date }: Written, order: Order, context: MomentContext): string | null {
  if ('certain' in date) return dateOf(...date.certain);
  if ('short' in date) return dateOf(centuryOf(date.short[0], context), date.short[1], date.short[2]);
  const [first, second, third] = date.open;
  if (order === 'ymd')
    return third.length === 4 ? null : dateOf(centuryOf(first, context), Number(second), Number(third));
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return dateOf(centuryOf(third, context), Number(month), Number(day));
}

/** Of two digits, the latest year that is likely. */
function centuryOf(year: string, { latest }: MomentContext): number {
  if (year.length !== 2) return Number(year);
  const last = Number(latest.slice(0, 4));
  const inThis = Math.floor(last / 100) * 100 + Number(year);
  return inThis > last ? inThis - 100 : inThis;
}

interface Rules {
  halves: boolean;
  zones: boolean;
}

/** A zone by its Indonesian name is a habit of who types: the times without one are of the agency's. */
const rulesOf = (parts: readonly ({ clock: Clock | null; zone: number | null } | null)[]): Rules => ({
  halves: parts.some((part) => part?.clock?.half),
  zones: parts.some((part) => part !== null && part.zone !== null && !part.clock?.named),
});

function faultOf(clock: Clock, zone: number | null, { halves, zones }: Rules): MomentFault | null {
  // Thirteen o'clock and midnight need no half.
  if (halves && clock.half === null && clock.hour >= 1 && clock.hour <= 12) return 'half-missing';
  return zones && zone === null ? 'zone-missing' : null;
}

function inZone(date: string, { clock, zone }: Pick<Written, 'clock' | 'zone'>, timeZone: string): Moment {
  if (!clock) return { date, time: null };
  const time = timeOf(clock);
  if (zone === null) return { date, time };
  const instant = Date.parse(`${date}T${time}:00Z`) - zone * 60_000;
  const there = plainDateTime(instant, timeZone);
  return { date: there.slice(0, 10), time: there.slice(11, 16) };
}
