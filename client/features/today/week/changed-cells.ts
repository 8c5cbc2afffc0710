// Cells of which something else is stored by now than was seen when they were typed: logged, changed or removed on another
// device, or decided by the superior. What is typed stays; the person says of each which of the two holds.

import { AMOUNT, MINUTES } from '#client/forms/bounds.ts';
import { numberIn } from '#client/i18n/typed.ts';
import type { WeekWork } from '#shared/work/questions/week-work.ts';
import { activityStates } from '#shared/work/rules/states.ts';
import type { Activity } from '#shared/work/tables.ts';
import { cellKey, isEmptied, kindsOf, seenAs, type TypedCell, untype, type WeekForm } from './week-sheet.ts';

/**
 * logged    an entry is there by now
 * edited    the entry has other numbers
 * gone      the entry is there no more
 * locked    the entry is approved
 * several   several entries are there: one number cannot say which
 */
export type ChangeOfCell = 'logged' | 'edited' | 'gone' | 'locked' | 'several';

export interface ChangedCell {
  cell: TypedCell;
  title: string;
  unit: string;
  why: ChangeOfCell;
  /** What is stored by now. */
  stored: Activity[];
}

/** Whether what is typed may take the place of what is stored. */
export const mayBeTyped = ({ why }: ChangedCell) => why !== 'locked' && why !== 'several';

export function changedCells(form: WeekForm, week: WeekWork): ChangedCell[] {
  const kinds = kindsOf(week, form);
  return Object.values(form.typed).flatMap((cell): ChangedCell[] => {
    const stored = storedOf(cell, week);
    const why = changeOf(cell, stored);
    const { title = '', unit = '' } = kinds.find(({ key }) => key === cell.kind) ?? {};
    return why ? [{ cell, title, unit, why, stored }] : [];
  });
}

/** The entry that the cell changes, wherever it is by now; of a new one what its cell has. */
function storedOf({ kind, date, base }: TypedCell, { days, kinds }: WeekWork): Activity[] {
  if (base) return days.flatMap(({ entries }) => entries.filter(({ id }) => id === base.id));
  const index = days.findIndex((day) => day.date === date);
  return kinds.find(({ key }) => key === kind)?.entries[index] ?? [];
}

function changeOf(cell: TypedCell, stored: readonly Activity[]): ChangeOfCell | null {
  const { base } = cell;
  const [entry, ...others] = stored;
  if (!entry) return base ? 'gone' : null;
  if (others.length > 0) return 'several';
  if (activityStates[entry.state].edit === undefined) return 'locked';
  if (!base) return 'logged';
  const { time, output } = base.fields;
  const isSame = entry.minutes === time.minutes && entry.quantity === output.quantity;
  // Whoever removes an entry has read all of it.
  return isSame && !(isEmptied(cell) && entry.revision !== base.revision) ? null : 'edited';
}

/** What is typed holds: it changes what is stored by now, or makes it anew. */
export function keepTyped(form: WeekForm, { cell, stored }: ChangedCell): void {
  const [entry] = stored;
  form.typed[cellKey(cell.kind, cell.date)] = { ...cell, base: entry ? seenAs(entry) : null };
}

/** What is stored holds. */
export const takeStored = (form: WeekForm, { cell }: ChangedCell): void => untype(form, cell);

/** What is stored by now as it is typed is nothing typed. */
export function dropStored(form: WeekForm, week: WeekWork): void {
  for (const cell of Object.values(form.typed)) {
    const [entry, ...others] = storedOf(cell, week);
    const isStored =
      entry?.minutes === numberIn(cell.minutes, MINUTES) && entry?.quantity === numberIn(cell.quantity, AMOUNT);
    if ((entry && isStored && others.length === 0) || (!entry && isEmptied(cell))) untype(form, cell);
  }
}
