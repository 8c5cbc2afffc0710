// What a table on a desk shows, and in which order: pure, so that it is tested without a browser.

import { finder } from '#client/workspace/search.ts';

export interface Column<Item> {
  key: string;
  title: string;
  /** By this it is sorted. */
  value: (item: Item) => string | number;
  /** What is read, where that is something else. */
  text?: (item: Item) => string;
  /** Numbers stand at the right, below each other. */
  number?: true;
  /** Of the whole table's width, in parts. */
  width: number;
  /** Left out where something stands beside the table. */
  roomy?: true;
  /** Below all rows. */
  sum?: string;
}

export interface Sorting {
  key: string;
  down: boolean;
}

const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' });

export const textIn = <Item>({ text, value }: Column<Item>, item: Item): string =>
  text ? text(item) : String(value(item));

/** Those that hold what is asked for in any column, sorted; what is equal stays in the order in which it came. */
export function rowsToShow<Item>(
  items: readonly Item[],
  columns: readonly Column<Item>[],
  { asked, sorting }: { asked: string; sorting: Sorting | null },
): Item[] {
  const finds = finder(asked);
  const found =
    asked.trim() === '' ? [...items] : items.filter((item) => finds(columns.map((column) => textIn(column, item))));
  const by = columns.find(({ key }) => key === sorting?.key);
  if (!by || !sorting) return found;
  const sign = sorting.down ? -1 : 1;
  return found.sort((a, b) => sign * compare(by.value(a), by.value(b)));
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** A column is sorted upwards at first, then downwards, then not at all. */
export function nextSorting(now: Sorting | null, key: string): Sorting | null {
  if (now?.key !== key) return { key, down: false };
  return now.down ? null : { key, down: true };
}
