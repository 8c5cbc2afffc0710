// What a tap puts into the plan: the shifts that are usual, those that the plan knows already, and those typed just now.

import { workHours } from '#client/i18n/work-hours.ts';
import { minuteOfDay } from '#shared/time/working-time.ts';
import { isWorked, type Shift } from '#shared/time-rules/rules/shifts.ts';

export interface Brush {
  name: string;
  /** HH:MM; both null: the day is free. */
  start: string | null;
  end: string | null;
}

const { defaults, off } = workHours.plan;

export const OFF: Brush = { name: off, start: null, end: null };

/** Examples: which shifts there are, is the unit's own. */
const USUAL: readonly Brush[] = [
  { name: defaults.morning, start: '07:00', end: '14:00' },
  { name: defaults.afternoon, start: '14:00', end: '21:00' },
  { name: defaults.night, start: '21:00', end: '07:00' },
];

export const brushKey = ({ start, end }: Brush) => (start === null ? 'off' : `${start}-${end}`);

/** One for each span of hours, by the hour; a name that the plan has stands before the usual one. */
export function brushesOf(typed: readonly Brush[], planned: readonly Shift[]): Brush[] {
  const worked = planned.filter(isWorked).map(({ name, start, end }) => ({ name, start, end }));
  const all = new Map([...USUAL, ...worked, ...typed].map((brush) => [brushKey(brush), brush]));
  return [...all.values()].sort((a, b) => brushKey(a).localeCompare(brushKey(b)));
}

/** One or two letters for a cell, another for each name among these. */
export function lettersOf(brushes: readonly Brush[]): ReadonlyMap<string, string> {
  const taken = new Set<string>([workHours.plan.offShort, workHours.plan.leaveShort]);
  const letters = new Map<string, string>();
  for (const brush of brushes) {
    const words = brush.name.split(/\s+/);
    const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
    const choices = [initials.slice(0, 2), brush.name.slice(0, 2), brush.start?.slice(0, 2) ?? ''];
    const letter = choices.find((choice) => choice && !taken.has(choice)) ?? brush.start?.slice(0, 5) ?? '';
    taken.add(letter);
    letters.set(brushKey(brush), letter);
  }
  return letters;
}

/** By when a shift begins: morning, afternoon, evening and night. */
export function lookOf({ start }: Brush): string {
  if (start === null) return 'bg-base-300 text-base-content';
  const hour = minuteOfDay(start) / 60;
  if (hour >= 4 && hour < 11) return 'bg-warning text-warning-content';
  return hour >= 11 && hour < 17 ? 'bg-info text-info-content' : 'bg-neutral text-neutral-content';
}
