// What somebody pastes into the week from a spreadsheet, looked at row by row before anything of it is in the sheet: numbers
// alone go where the person stands; rows that begin with words name their kind of work and its unit themselves.

import { numberIn } from '#client/i18n/typed.ts';
import { week as words } from '#client/i18n/week.ts';
import type { WeekKind, WeekWork } from '#shared/work/questions/week-work.ts';
import { workKey } from '#shared/work/rules/usual-work.ts';
import type { GridCell } from './use-grid.ts';
import { BOUNDS, cellIs, cellKey, SIDES, type Side, type WeekForm } from './week-sheet.ts';

export interface PastedCell {
  index: number;
  date: string;
  side: Side;
  text: string;
}

export interface PastedRow {
  /** Counted from 1, as it was pasted. */
  number: number;
  /** What it goes to; empty where it has no place. */
  title: string;
  kind: string | null;
  unit: string;
  /** It makes a row that is not there yet. */
  makes: { title: string; unit: string } | null;
  cells: PastedCell[];
  problems: string[];
  /** What was typed in its cells already, and gives way. */
  replaces: string[];
}

/** Rows and cells of a table as spreadsheets put it on the clipboard. */
export async function cellsOf(text: string): Promise<string[][]> {
  const { default: Papa } = await import('papaparse');
  const { data } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''), { delimiter: '\t' });
  return data.map((row) => row.map((cell) => cell.trim()));
}

/**
 * `at`: where the person stands, by row and by field (two a day). A cell holds one entry: what a second row brings for it is
 * told, not put over the first.
 */
export function lookAt(
  pasted: readonly (readonly string[])[],
  at: GridCell,
  { week, kinds, form }: { week: WeekWork; kinds: readonly WeekKind[]; form: WeekForm },
): PastedRow[] {
  const first = kinds.findIndex(({ key }) => key === at.row);
  /** By cell, the row that fills it. */
  const filled = new Map<string, number>();
  const named = pasted.some(([first = '']) => /\p{L}/u.test(first));
  return pasted.map((row, offset): PastedRow => {
    const place = named ? byName(row, kinds) : byPlace(row, kinds[first + offset]);
    const { title, kind, makes } = place;
    const found = { number: offset + 1, title, unit: kind?.unit ?? makes?.unit ?? '', kind: kind?.key ?? null, makes };
    if (place.problem) {
      const isSomething = row.some((cell) => cell !== '');
      return { ...found, cells: [], problems: isSomething ? [place.problem] : [], replaces: [] };
    }
    const { cells, problems } = valuesOf(place.values, { from: named ? 0 : at.column, kind, week });
    const keyOf = ({ date }: PastedCell) => cellKey(kind?.key ?? workKey(makes ?? { title, unit: '' }), date);
    const others = new Map<string, string>();
    for (const cell of cells) {
      const by = filled.get(keyOf(cell)) ?? found.number;
      if (by !== found.number) others.set(keyOf(cell), words.paste.second(cell.date, by));
      else filled.set(keyOf(cell), by);
    }
    const own = cells.filter((cell) => !others.has(keyOf(cell)));
    const replaces = own.flatMap((cell) => {
      const before = form.typed[keyOf(cell)]?.[cell.side] ?? '';
      return before === '' || before === cell.text
        ? []
        : [words.paste.replaces(cell.date, cell.side, before, cell.text)];
    });
    return { ...found, cells: own, problems: [...problems, ...others.values()], replaces };
  });
}

interface Place {
  title: string;
  kind: WeekKind | undefined;
  makes: PastedRow['makes'];
  values: readonly string[];
  problem?: string;
}

const byPlace = (values: readonly string[], kind: WeekKind | undefined): Place => ({
  ...{ title: kind?.title ?? '', kind, makes: null, values },
  ...(!kind && { problem: words.paste.noRow }),
});

function byName([title = '', unit = '', ...values]: readonly string[], kinds: readonly WeekKind[]): Place {
  const same = (a: string, b: string) => workKey({ title: a, unit: '' }) === workKey({ title: b, unit: '' });
  const kind =
    kinds.find(({ key }) => key === workKey({ title, unit })) ??
    (unit === '' ? kinds.find((one) => same(one.title, title)) : undefined);
  if (kind) return { title: kind.title, kind, makes: null, values };
  const problem = title === '' ? words.paste.noRow : words.paste.noUnit;
  return { title, kind, makes: title && unit ? { title, unit } : null, values, ...(!(title && unit) && { problem }) };
}

function valuesOf(
  values: readonly string[],
  { from, kind, week }: { from: number; kind: WeekKind | undefined; week: WeekWork },
): Pick<PastedRow, 'cells' | 'problems'> {
  const cells: PastedCell[] = [];
  const problems: string[] = [];
  let outside = 0;
  for (const [offset, text] of values.entries()) {
    if (text === '') continue;
    const index = Math.floor((from + offset) / SIDES.length);
    const side = SIDES[(from + offset) % SIDES.length] ?? 'minutes';
    const day = week.days[index];
    if (!day) {
      outside += 1;
      continue;
    }
    const is = cellIs(kind?.entries[index] ?? [], day);
    if (is !== 'open') problems.push(words.paste.notHere(day.date, words.cellIs[is]));
    else if (numberIn(text, BOUNDS[side]) === null) problems.push(words.paste.unread(text, side));
    else cells.push({ index, date: day.date, side, text });
  }
  if (outside > 0) problems.push(words.paste.tooWide(outside));
  return { cells, problems };
}
