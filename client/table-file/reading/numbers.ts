// A column of numbers has one way to write them: which sign parts thousands and which begins the decimals is decided by
// all of its cells. "1.250" alone says neither; then it is asked.

import { type Cell, isFault, wordsOf } from './cell.ts';

/** The sign before the decimals. */
export type DecimalSign = ',' | '.';

export interface Numbers {
  /** A cell that shows what is open, and what it would be by each sign. */
  open: { example: string; choices: { sign: DecimalSign; value: number }[] } | null;
  values: (number | { wrong: 'unreadable' | 'error' | 'merged' } | null)[];
}

const PATTERNS: Record<DecimalSign, RegExp> = {
  ',': /^[-+]?(?:\d{1,3}(?:[. ]\d{3})+|\d+)(?:,\d+)?$/,
  '.': /^[-+]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?$/,
};
const SIGNS: readonly DecimalSign[] = [',', '.'];

/** `sign`: what a person answered for this kind of file; it counts only where the cells leave it open. */
export function readNumbers(cells: readonly Cell[], { sign = null }: { sign?: DecimalSign | null } = {}): Numbers {
  const told = cells
    .filter((cell) => typeof cell === 'string')
    .map(plain)
    .filter((text) => SIGNS.some((one) => fits(text, one)));
  const fitting = SIGNS.filter((one) => told.every((text) => fits(text, one)));
  const differing = told.find((text) => valueBy(text, ',') !== valueBy(text, '.'));
  const certain = fitting.length === 1 ? fitting[0] : differing === undefined ? ',' : sign;
  const by = certain ?? ',';
  const choices = SIGNS.flatMap((one) => {
    const value = valueBy(differing ?? '', one);
    return value === null ? [] : [{ sign: one, value }];
  });
  return {
    open: certain || differing === undefined ? null : { example: differing, choices },
    values: cells.map((cell) => {
      if (isFault(cell)) return { wrong: cell.fault };
      if (typeof cell === 'number') return cell;
      const text = plain(cell);
      return text === '' ? null : (valueBy(text, by) ?? { wrong: 'unreadable' });
    }),
  };
}

const plain = (cell: Cell) =>
  wordsOf(cell)
    .replace(/^'/, '')
    .replace(/^rp\.?\s*/i, '')
    .replace(/\u00a0/g, ' ');
const fits = (text: string, sign: DecimalSign) => PATTERNS[sign].test(text);

function valueBy(text: string, sign: DecimalSign): number | null {
  if (!fits(text, sign)) return null;
  const thousands = sign === ',' ? /[. ]/g : /[, ]/g;
  return Number(text.replace(thousands, '').replace(sign, '.'));
}
