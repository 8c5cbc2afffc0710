// The week as a sheet: what is typed in its cells, over what is stored, and the mutations that saving it means.

import { AMOUNT, MINUTES } from '#client/forms/bounds.ts';
import type { IdOf } from '#client/forms/index.ts';
import { numberIn, typedNumber } from '#client/i18n/typed.ts';
import type { Call } from '#shared/mutations.ts';
import { editsBetween } from '#shared/sync/merge.ts';
import { timeAfter } from '#shared/time/working-time.ts';
import { type ActivityFields, activityFieldsOf } from '#shared/work/mutations/activity.ts';
import type { WeekDay, WeekKind, WeekWork } from '#shared/work/questions/week-work.ts';
import { activityStates } from '#shared/work/rules/states.ts';
import { freeTime, workKey } from '#shared/work/rules/usual-work.ts';
import type { Activity } from '#shared/work/tables.ts';

export type Side = 'minutes' | 'quantity';
export const SIDES: readonly Side[] = ['minutes', 'quantity'];
export const BOUNDS = { minutes: MINUTES, quantity: AMOUNT };

/** A kind of work that the person added to the sheet. */
export interface OwnKind {
  title: string;
  unit: string;
  resultId: string;
}

/** What is typed in both fields of a cell. `base`: the entry as it was seen; null where there was none. */
export interface TypedCell {
  kind: string;
  date: string;
  minutes: string;
  quantity: string;
  base: { id: string; revision: number; fields: ActivityFields } | null;
}

/** Kept as a draft while it is typed. */
export interface WeekForm {
  own: OwnKind[];
  /** By `cellKey`. */
  typed: Record<string, TypedCell>;
  /** RHK that were chosen here, by kind. */
  results: Record<string, string>;
}

export const emptyWeek = (): WeekForm => ({ own: [], typed: {}, results: {} });

export const cellKey = (kind: string, date: string) => `${date} ${kind}`;

/** Those of the question, and what the person added. */
export function kindsOf(week: WeekWork, form: WeekForm): WeekKind[] {
  const known = new Set(week.kinds.map(({ key }) => key));
  const own = form.own
    .map((kind) => ({ ...kind, key: workKey(kind) }))
    .filter(({ key }) => !known.has(key))
    .map(
      (kind): WeekKind => ({
        ...kind,
        ...{ description: '', minutes: 0, quantity: 0, start: null },
        ...{ entries: week.days.map(() => []), before: week.days.map(() => null) },
      }),
    );
  return [...week.kinds, ...own].map((kind) => ({ ...kind, resultId: form.results[kind.key] ?? kind.resultId }));
}

/**
 * open      may be typed in
 * closed    its day has not begun
 * locked    the entry is approved
 * several   holds several entries: one number cannot say which
 */
export type CellIs = 'open' | 'closed' | 'locked' | 'several';

export function cellIs(entries: readonly Activity[], day: WeekDay): CellIs {
  if (!day.isOpen) return 'closed';
  const [entry, ...others] = entries;
  if (others.length > 0) return 'several';
  return entry && activityStates[entry.state].edit === undefined ? 'locked' : 'open';
}

/** What a field shows while nothing is typed. */
export function storedText(entries: readonly Activity[], side: Side): string {
  return entries.length === 0 ? '' : typedNumber(entries.reduce((sum, entry) => sum + entry[side], 0));
}

export const shownText = (form: WeekForm, kind: WeekKind, index: number, date: string, side: Side): string =>
  form.typed[cellKey(kind.key, date)]?.[side] ?? storedText(kind.entries[index] ?? [], side);

/** Types in one field. Of a kind that is known the other field gets what is usual, where it is empty. */
export function typeIn(
  form: WeekForm,
  { kind, index, date }: { kind: WeekKind; index: number; date: string },
  side: Side,
  text: string,
): void {
  const key = cellKey(kind.key, date);
  const [entry] = kind.entries[index] ?? [];
  const stored = {
    minutes: storedText(entry ? [entry] : [], 'minutes'),
    quantity: storedText(entry ? [entry] : [], 'quantity'),
  };
  const before = form.typed[key];
  const seen = entry ? { id: entry.id, revision: entry.revision, fields: activityFieldsOf(entry) } : null;
  const cell: TypedCell = { ...(before ?? { kind: kind.key, date, ...stored, base: seen }), [side]: text.trim() };
  const other = side === 'minutes' ? 'quantity' : 'minutes';
  if (!before && !entry && cell[side] !== '' && kind[other] > 0) cell[other] = typedNumber(kind[other]);
  const untouched = cell.minutes === stored.minutes && cell.quantity === stored.quantity;
  if (untouched) delete form.typed[key];
  else form.typed[key] = cell;
}

/** Types what the same days of the week before had, where nothing is yet and something may be; tells how many cells. */
export function copyLastWeek(form: WeekForm, week: WeekWork): number {
  let copied = 0;
  for (const kind of kindsOf(week, form)) {
    for (const [index, { date, isOpen, state }] of week.days.entries()) {
      const before = kind.before[index];
      const isFree = isOpen && state !== 'leave' && state !== 'off' && (kind.entries[index] ?? []).length === 0;
      if (!before || !isFree || form.typed[cellKey(kind.key, date)]) continue;
      const texts = {
        minutes: typedNumber(Math.min(before.minutes, MINUTES.most)),
        quantity: typedNumber(before.quantity),
      };
      form.typed[cellKey(kind.key, date)] = { kind: kind.key, date, ...texts, base: null };
      copied += 1;
    }
  }
  return copied;
}

export interface CellProblem {
  title: string;
  kind: string;
  date: string;
  side: Side;
  why: 'missing' | 'unread' | 'result';
}

const isEmptied = ({ minutes, quantity }: TypedCell) => minutes === '' && quantity === '';

/** What is wrong in the sheet, day by day. */
export function problemsOf(form: WeekForm, kinds: readonly WeekKind[]): CellProblem[] {
  return typedCells(form).flatMap((cell): CellProblem[] => {
    const kind = kinds.find(({ key }) => key === cell.kind);
    if (!kind || isEmptied(cell)) return [];
    const { title, key } = kind;
    const of = { title, kind: key, date: cell.date };
    const sides = SIDES.flatMap((side): CellProblem[] => {
      if (cell[side] === '') return [{ ...of, side, why: 'missing' }];
      return numberIn(cell[side], BOUNDS[side]) === null ? [{ ...of, side, why: 'unread' }] : [];
    });
    const planless = !cell.base && kind.resultId === '';
    return planless ? [...sides, { ...of, side: 'minutes', why: 'result' }] : sides;
  });
}

/** In order of their days. */
export const typedCells = (form: WeekForm): TypedCell[] =>
  Object.values(form.typed).sort((a, b) => a.date.localeCompare(b.date));

/** What saving means, and sending what is then a draft or came back. Nothing may be wrong in the sheet. */
export function callsOf(form: WeekForm, week: WeekWork, idOf: IdOf, then: 'keep' | 'send'): Call[] {
  const kinds = kindsOf(week, form);
  const calls: Call[] = [];
  const toSend: string[] = [];
  const gone = new Set<string>();
  const taken = new Map(week.days.map(({ date, entries }) => [date, entries.map(timeOf)]));
  for (const cell of typedCells(form)) {
    const kind = kinds.find(({ key }) => key === cell.kind);
    const day = week.days.find(({ date }) => date === cell.date);
    if (!kind || !day) continue;
    const { base } = cell;
    if (isEmptied(cell)) {
      if (!base) continue;
      gone.add(base.id);
      calls.push({ name: 'activity.delete', args: { id: base.id, revision: base.revision } });
      continue;
    }
    const minutes = numberIn(cell.minutes, MINUTES) ?? 0;
    const quantity = numberIn(cell.quantity, AMOUNT) ?? 0;
    if (base) {
      const edits = editsBetween(base.fields, {
        ...base.fields,
        time: lasting(base.fields.time, minutes),
        output: { ...base.fields.output, quantity },
      });
      calls.push({ name: 'activity.edit', args: { id: base.id, edits } });
      // An entry that came back is a draft again once it was changed.
      continue;
    }
    const id = idOf(cellKey(kind.key, cell.date));
    const ofDay = taken.get(cell.date) ?? [];
    const time = { ...freeTime({ start: kind.start, minutes }, ofDay, day.hours), minutes };
    taken.set(cell.date, [...ofDay, time]);
    const { resultId, title, description, unit } = kind;
    const output = { quantity, unit };
    calls.push({ name: 'activity.log', args: { id, resultId, date: cell.date, title, description, time, output } });
    toSend.push(id);
  }
  if (then === 'keep') return calls;
  const drafts = unsentOf(week, form).filter((id) => !gone.has(id));
  for (const id of [...drafts, ...toSend]) calls.push({ name: 'activity.submit', args: { id } });
  return calls;
}

/** Stored entries that sending the week sends: drafts, and what came back and is changed here. */
export const unsentOf = ({ days }: WeekWork, form: WeekForm): string[] => {
  const changed = new Set(Object.values(form.typed).flatMap((cell) => (cell.base ? [cell.base.id] : [])));
  const isUnsent = ({ id, state }: Activity) => state === 'draft' || (state === 'returned' && changed.has(id));
  return days.flatMap(({ entries }) => entries.filter(isUnsent).map(({ id }) => id));
};

/** How many entries sending the week sends. */
export function countToSend(week: WeekWork, form: WeekForm): number {
  const cells = Object.values(form.typed);
  const gone = new Set(cells.flatMap((cell) => (isEmptied(cell) && cell.base ? [cell.base.id] : [])));
  const made = cells.filter((cell) => !cell.base && !isEmptied(cell)).length;
  return unsentOf(week, form).filter((id) => !gone.has(id)).length + made;
}

type Time = ActivityFields['time'];
const timeOf = ({ start, end, minutes }: Activity): Time => ({ start, end, minutes });

/** From the same time on, as long as is typed now. */
const lasting = (time: Time, minutes: number): Time =>
  time.start === null || minutes === time.minutes
    ? { ...time, minutes }
    : { ...time, end: timeAfter(time.start, minutes), minutes };
