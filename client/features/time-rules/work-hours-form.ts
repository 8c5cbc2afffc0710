// What is typed of working hours by group, and the act that it is.

import { isDay, isTime } from '#client/i18n/typed-day.ts';
import { workHours } from '#client/i18n/work-hours.ts';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { MutationArgs } from '#shared/mutations.ts';
import { HOURS_TEMPLATES, type HoursLevel, type HoursTemplateName } from '#shared/time-rules/rules/work-hours.ts';
import { readWeek, type TypedWeek, typedWeek } from './typed-week.ts';

export type HoursKind = HoursTemplateName | 'shifts' | 'own';
export const HOURS_KINDS = [...(Object.keys(HOURS_TEMPLATES) as HoursTemplateName[]), 'shifts', 'own'] as const;

export interface TypedHours {
  kind: HoursKind;
  name: string;
  level: HoursLevel;
  /** Of units or of persons. */
  targets: string[];
  hours: TypedWeek;
  validFrom: string;
  validUntil: string;
  reason: string;
}

export const emptyHours = (): TypedHours => ({
  ...{ kind: 'ramadan', name: '', level: 'agency', targets: [] },
  hours: hoursOfKind('ramadan'),
  ...{ validFrom: '', validUntil: '', reason: '' },
});

/** A copy of its own, to be changed. */
export const hoursOfKind = (kind: HoursKind): TypedWeek =>
  typedWeek(kind === 'shifts' || kind === 'own' ? DEFAULT_POLICIES.time.hours : HOURS_TEMPLATES[kind].hours);

export const sourceOf = (kind: HoursKind): string | null =>
  kind === 'shifts' || kind === 'own' ? null : HOURS_TEMPLATES[kind].source;

const suggested = (kind: HoursKind) => workHours.groups.kinds[kind];

/** What is missing or wrong, field by field. */
export function wrongIn(form: TypedHours, today: string) {
  const days = Object.values(form.hours).flatMap((day) => day ?? []);
  const backward = isDay(form.validFrom) && form.validFrom < today;
  return {
    targets: form.level !== 'agency' && form.targets.length === 0,
    hours:
      form.kind !== 'shifts' &&
      (days.length === 0 || days.some(({ start, end }) => !isTime(start) || !isTime(end) || start >= end)),
    validFrom: !isDay(form.validFrom),
    validUntil: form.validUntil !== '' && !isDay(form.validUntil),
    reason: backward && form.reason.trim() === '',
    backward,
  };
}

export function argsOf(form: TypedHours, id: string, today: string): MutationArgs<'work-hours.assign'> {
  const { kind, level, validFrom, validUntil } = form;
  return {
    id,
    name: form.name.trim() || suggested(kind),
    hours: kind === 'shifts' ? null : readWeek(form.hours),
    targets: level === 'agency' ? [{ level, targetId: null }] : form.targets.map((targetId) => ({ level, targetId })),
    validFrom,
    validUntil: validUntil || null,
    reason: validFrom < today ? form.reason.trim() : null,
  };
}
