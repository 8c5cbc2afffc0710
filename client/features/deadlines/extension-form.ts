// What is typed to open something again, and the act that it is.

import { isDay } from '#client/i18n/typed-day.ts';
import { type EvaluationCycle, periodsOf, type Span, spanOf } from '#shared/time/periods.ts';
import { addDays } from '#shared/time/working-time.ts';
import type { Extension, Filling } from '#shared/time-rules/rules/extensions.ts';

export interface TypedExtension {
  filling: Filling;
  level: Extension['level'];
  targetId: string;
  /** Of a plan the year, of an evaluation its period; of work nothing: that has days. */
  period: string;
  from: string;
  until: string;
  lastDay: string;
  reason: string;
}

const A_WEEK = 7;

export const emptyExtension = (today: string): TypedExtension => ({
  ...{ filling: 'work', level: 'person', targetId: '', period: '' },
  ...{ from: '', until: '', lastDay: addDays(today, A_WEEK), reason: '' },
});

/** The periods that are offered, the latest first: of this year and the one before, begun. */
export function periodsToOpen(filling: Filling, { today, cycle }: { today: string; cycle: EvaluationCycle }): string[] {
  const years = [today.slice(0, 4), String(Number(today.slice(0, 4)) - 1)];
  if (filling === 'work') return [];
  if (filling === 'plan') return years;
  return years
    .flatMap((year) => periodsOf(cycle, spanOf(year)).reverse())
    .filter((period) => spanOf(period).from <= today);
}

/** Which days are meant; null while they are not known. */
export function spanTyped({ filling, period, from, until }: TypedExtension): Span | null {
  if (filling === 'work') return isDay(from) && isDay(until) ? { from, until } : null;
  return period === '' ? null : spanOf(period);
}

/** Undefined where a part is not understood: the form says so beside its field. */
export function argsTyped(form: TypedExtension) {
  const { filling, level, targetId, lastDay, reason } = form;
  const span = spanTyped(form);
  return {
    filling,
    target: targetId === '' ? undefined : { level, targetId },
    from: filling === 'work' ? form.from : span?.from,
    until: filling === 'work' ? form.until : span?.until,
    ...{ lastDay, reason },
  };
}
