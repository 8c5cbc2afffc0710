// What an address names may be no day, no month and no period at all: 2026-02-31, 2026-13. It was typed, or comes from an old
// bookmark, and no screen behind it could say anything true.

import type { RouteParams } from 'vue-router';
import { PERIOD } from '#shared/time/periods.ts';

const IN_YEARS = /^(19|20|21)\d\d/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day);
}

const POSSIBLE: Record<string, (text: string) => boolean> = {
  date: isDay,
  month: (text) => MONTH.test(text),
  period: (text) => PERIOD.test(text),
};

/** Whether all that the address of a screen names as a day, a month or a period can be one. */
export const isPossible = (params: RouteParams): boolean =>
  Object.entries(POSSIBLE).every(([name, isOne]) => {
    const text = params[name];
    return text === undefined || (typeof text === 'string' && IN_YEARS.test(text) && isOne(text));
  });
