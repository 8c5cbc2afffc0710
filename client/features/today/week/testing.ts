// A week to test with: Monday to Thursday have begun, the RHK is `r`.

import type { WeekKind, WeekWork } from '#shared/work/questions/week-work.ts';
import { workKey } from '#shared/work/rules/usual-work.ts';
import type { Activity } from '#shared/work/tables.ts';

export const DATES = [23, 24, 25, 26, 27, 28, 29].map((day) => `2026-11-${day}`);

export const entry = (date: string, more: Partial<Activity> = {}): Activity =>
  ({
    ...{ id: `entry ${date}`, date, resultId: 'r', title: 'Uji', description: '', unit: 'unit', state: 'draft' },
    ...{ start: null, end: null, minutes: 60, quantity: 2, revision: 1, ...more },
  }) as Activity;

export function kind(title: string, entries: Activity[] = [], more: Partial<WeekKind> = {}): WeekKind {
  return {
    ...{ key: workKey({ title, unit: 'unit' }), title, description: '', resultId: 'r', unit: 'unit' },
    ...{ minutes: 90, quantity: 3, start: null },
    entries: DATES.map((date) => entries.filter((one) => one.date === date)),
    before: DATES.map(() => null),
    ...more,
  };
}

export function weekOfKinds(...kinds: WeekKind[]): WeekWork {
  return {
    monday: DATES[0] ?? '',
    kinds,
    results: [],
    days: DATES.map((date, index) => ({
      ...{ date, state: 'empty', isOpen: index < 4, isLate: false, deadline: null, hours: { start: '08:00' } },
      entries: kinds.flatMap(({ entries }) => entries[index] ?? []),
    })),
  };
}
