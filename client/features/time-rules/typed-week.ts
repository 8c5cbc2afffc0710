// The hours of a week as a form holds them: the minutes of rest as they are typed or chosen.

import { whole } from '#client/forms/bounds.ts';
import { numberIn, type Typed, typedNumber } from '#client/i18n/typed.ts';
import { WEEKDAYS, type Weekday, type WeekHours } from '#shared/time-rules/rules/policy.ts';

export type TypedWeek = Record<Weekday, { start: string; end: string; rest?: Typed } | null>;

const REST = whole(0, 480);

const eachDay = <Day>(of: (day: Weekday) => Day) =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, of(day)])) as Record<Weekday, Day>;

/** A copy of its own, to be changed. */
export const typedWeek = (hours: WeekHours): TypedWeek =>
  eachDay((day) => {
    const own = hours[day];
    if (!own) return null;
    const { start, end, rest } = own;
    return { start, end, ...(rest !== undefined && { rest: typedNumber(rest) }) };
  });

export const readWeek = (typed: TypedWeek): WeekHours =>
  eachDay((day) => {
    const own = typed[day];
    if (!own) return null;
    const rest = own.rest === undefined ? null : numberIn(own.rest, REST);
    return { start: own.start, end: own.end, ...(rest !== null && { rest: Number(rest) }) };
  });
