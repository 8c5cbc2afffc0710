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

/** A kind of work as its row had it. */
export type RowWork = Pick<WeekKind, 'title' | 'description' | 'resultId' | 'unit' | 'start'>;

/** What is typed in both fields of a cell. `base`: the entry as it was seen; null where there was none. */
export interface TypedCell {
  kind: string;
  date: string;
  minutes: string;
  quantity: string;
  base: { id: string; revision: number; fields: ActivityFields } | null;
  /** Its row stays as long as something is typed in it. A draft of an older version has none. */
  work?: RowWork;
}

/** Kept as a draft while it is typed. */
export interface WeekForm {
  own: OwnKind[];
  /** By `cellKey`. */
  typed: Record<string, TypedCell>;
  /** RHK that were chosen here, by kind. */
  results: Record<string, string>;
  /** A row that is still being typed; its RHK is empty where nobody chose one. */
  adding: OwnKind;
}

export const noRow = (): OwnKind => ({ title: '', unit: '', resultId: '' });
export const emptyWeek = (): WeekForm => ({ own: [], typed: {}, results: {}, adding: noRow() });

export const cellKey = (kind: string, date: string) => `${date} ${kind}`;

/**
 * Those of the question, what the person added, and what has gone elsewhere while something is typed in its row. `saved`: what
 * was just saved has its row until the question knows it.
 */
export function kindsOf(week: WeekWork, form: WeekForm, saved: readonly RowWork[] = []): WeekKind[] {
  const own = form.own.map((kind) => rowOf(week, { ...kind, description: '', start: null }));
  const typed = typedCells(form).map((cell) => ({ ...rowOf(week, workOf(cell)), key: cell.kind }));
  const rows = new Map<string, WeekKind>();
  for (const kind of [...week.kinds, ...own, ...typed, ...saved.map((work) => rowOf(week, work))])
    if (!rows.has(kind.key)) rows.set(kind.key, kind);
  return [...rows.values()].map((kind) => ({ ...kind, resultId: form.results[kind.key] ?? kind.resultId }));
}

/** A row of which nothing is stored here. */
function rowOf({ days, results }: WeekWork, work: RowWork): WeekKind {
  const [only] = results.length === 1 ? results : [];
  const isKnown = results.some(({ id }) => id === work.resultId);
  return {
    ...work,
    key: workKey(work),
    resultId: isKnown ? work.resultId : (only?.id ?? ''),
    ...{ minutes: 0, quantity: 0 },
    ...{ entries: days.map(() => []), before: days.map(() => null) },
  };
}

/** Of a cell of an older version only the key of its row is known, in small letters, and its entry where it had one. */
function workOf({ kind, base, work }: TypedCell): RowWork {
  if (work) return work;
  const cut = kind.lastIndexOf(' | ');
  const [title, unit] = [kind.slice(0, cut), kind.slice(cut + 3)];
  const named = { title: title.charAt(0).toUpperCase() + title.slice(1), unit, description: '', resultId: '' };
  const { title: stored = named.title, output = named, description = '', resultId = '' } = base?.fields ?? {};
  return { title: stored, unit: output.unit, description, resultId, start: null };
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

export const seenAs = (entry: Activity): NonNullable<TypedCell['base']> => ({
  id: entry.id,
  revision: entry.revision,
  fields: activityFieldsOf(entry),
});

/** Both fields as they were stored when the cell was seen. */
const seenTexts = ({ base }: Pick<TypedCell, 'base'>) => ({
  minutes: base ? typedNumber(base.fields.time.minutes) : '',
  quantity: base ? typedNumber(base.fields.output.quantity) : '',
});

export interface CellPlace {
  kind: WeekKind;
  index: number;
  date: string;
}

/** A cell before somebody types in it: what they see then is what they change. */
export interface CellBefore {
  cell: TypedCell;
  wasTyped: boolean;
  /** What the other field of a new entry usually has. */
  usual: Pick<WeekKind, Side>;
}

export function cellBefore(form: WeekForm, { kind, index, date }: CellPlace): CellBefore {
  const { minutes, quantity, title, description, resultId, unit, start } = kind;
  const typed = form.typed[cellKey(kind.key, date)];
  const [entry] = kind.entries[index] ?? [];
  const base = entry ? seenAs(entry) : null;
  const work = { title, description, resultId, unit, start };
  const cell = typed ?? { kind: kind.key, date, ...seenTexts({ base }), base, work };
  return { cell: { ...cell, work }, wasTyped: typed !== undefined, usual: { minutes, quantity } };
}

/** Types in one field. Of a kind that is known the other field gets what is usual, where it is empty. */
export function typeIn(form: WeekForm, { cell: before, wasTyped, usual }: CellBefore, side: Side, text: string): void {
  const cell: TypedCell = { ...before, [side]: text.trim() };
  const other = side === 'minutes' ? 'quantity' : 'minutes';
  if (!wasTyped && !cell.base && cell[side] !== '' && usual[other] > 0) cell[other] = typedNumber(usual[other]);
  const seen = seenTexts(cell);
  if (cell.minutes === seen.minutes && cell.quantity === seen.quantity) untype(form, cell);
  else form.typed[cellKey(cell.kind, cell.date)] = cell;
}

/** The cell is again as it was. */
export function typeBack(form: WeekForm, { cell, wasTyped }: CellBefore): void {
  if (wasTyped) form.typed[cellKey(cell.kind, cell.date)] = cell;
  else untype(form, cell);
}

export const untype = (form: WeekForm, { kind, date }: Pick<TypedCell, 'kind' | 'date'>) => {
  delete form.typed[cellKey(kind, date)];
};

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
      const { cell } = cellBefore(form, { kind, index, date });
      form.typed[cellKey(kind.key, date)] = { ...cell, ...texts };
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

export const isEmptied = ({ minutes, quantity }: TypedCell) => minutes === '' && quantity === '';

/** What is wrong in the sheet, day by day. */
export function problemsOf(form: WeekForm, kinds: readonly WeekKind[]): CellProblem[] {
  return typedCells(form).flatMap((cell): CellProblem[] => {
    if (isEmptied(cell)) return [];
    const { title, resultId } = kinds.find(({ key }) => key === cell.kind) ?? workOf(cell);
    const of = { title, kind: cell.kind, date: cell.date };
    const sides = SIDES.flatMap((side): CellProblem[] => {
      if (cell[side] === '') return [{ ...of, side, why: 'missing' }];
      return numberIn(cell[side], BOUNDS[side]) === null ? [{ ...of, side, why: 'unread' }] : [];
    });
    const planless = !cell.base && resultId === '';
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
    const work = kinds.find(({ key }) => key === cell.kind) ?? workOf(cell);
    const day = week.days.find(({ date }) => date === cell.date);
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
    const id = idOf(cellKey(cell.kind, cell.date));
    const ofDay = taken.get(cell.date) ?? [];
    const time = { ...freeTime({ start: work.start, minutes }, ofDay, day?.hours ?? null), minutes };
    taken.set(cell.date, [...ofDay, time]);
    const { resultId, title, description, unit } = work;
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

/** What saving takes: not a row without cells, and not one that is still being typed. */
export function takenBySaving(form: WeekForm): WeekForm {
  const filled = new Set(Object.values(form.typed).map(({ kind }) => kind));
  return { ...form, own: form.own.filter((kind) => filled.has(workKey(kind))), adding: noRow() };
}

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
