// Reading the tables that people bring, whatever they are about: from the bytes of a file to columns with one meaning.

export { type Body, bodyOf } from './body.ts';
export { byTitle, type Titled } from './by-title.ts';

import type { Table } from './cell.ts';

export {
  type BrokenRow,
  type Cell,
  isBlank,
  isFault,
  type Row,
  type Table,
  type TableProblem,
  wordsOf,
} from './cell.ts';
export { type Order, serialWords } from './moment-words.ts';
export {
  type ClockTime,
  isWrong,
  type Moment,
  type MomentContext,
  type MomentFault,
  type OpenOrder,
  readClocks,
  readMoments,
  type Wrong,
} from './moments.ts';
export { type DecimalSign, type Numbers, readNumbers } from './numbers.ts';
export { problemsFile, type WordedProblem } from './problems-file.ts';
export type { ReadOptions, Stage } from './read-table.ts';
export { type Reader, startReading, type TableAnswer } from './reader.ts';
export type { FixedColumns } from './text.ts';
export { plainTitle, titleRowOf } from './titles.ts';

/** Of what somebody pastes. */
export const tableOfText = async (text: string): Promise<Table> => (await import('./text.ts')).readText(text, []);
