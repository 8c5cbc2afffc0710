// What somebody pastes into the week from a spreadsheet, looked at row by row before anything of it is in the sheet: numbers
// alone go where the person stands; rows that begin with words name their kind of work and its unit themselves.

import { numberIn } from '#client/i18n/typed.ts';
import { week as words } from '#client/i18n/week.ts';
import type { WeekKind, WeekWork } from '#shared/work/questions/week-work.ts';
import { workKey } from '#shared/work/rules/usual-work.ts';
import { BOUNDS, cellIs, SIDES, type Side } from './week-sheet.ts';

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
  /** It makes a row that is not there yet. */
  makes: { title: string; unit: string } | null;
  cells: PastedCell[];
  problems: string[];
}

/** Rows and cells of a table as spreadsheets put it on the clipboard. */
export async function cellsOf(text: string): Promise<string[][]> {
  const { default: Papa } = await import('papaparse');
  const { data } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''), { delimiter: '\t' });
  return data.map((row) => row.map((cell) => cell.trim()));
}

/** `at`: where the person stands, by row and by field (two a day). */
export function lookAt(
  pasted: readonly (readonly string[])[],
  at: { row: number; column: number },
  { week, kinds }: { week: WeekWork; kinds: readonly WeekKind[] },
): PastedRow[] {
  const named = pasted.some(([first = '']) => /\p{L}/u.test(first));
  return pasted.map((row, offset): PastedRow => {
    const place = named ? byName(row, kinds) : byPlace(row, kinds[at.row + offset]);
    const found = { number: offset + 1, title: place.title, kind: place.kind?.key ?? null, makes: place.makes };
    if (place.problem) return { ...found, cells: [], problems: row.some((cell) => cell !== '') ? [place.problem] : [] };
    return { ...found, ...valuesOf(place.values, { from: named ? 0 : at.column, kind: place.kind, week }) };
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
