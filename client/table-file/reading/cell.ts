// What stands in a table that somebody brings, before anybody says what it means.

/** A cell that holds no value: an error of the spreadsheet, or a part of a merged cell that another one speaks for. */
export interface Fault {
  fault: 'error' | 'merged';
  words: string;
}

export type Cell = string | number | boolean | Fault | null | undefined;
export type Row = readonly Cell[];

export interface SheetName {
  name: string;
  hidden: boolean;
  /** Whether anything stands in it. */
  filled: boolean;
}

/** A row that could not be taken apart for certain. */
export interface BrokenRow {
  /** As a spreadsheet counts them, from 1. */
  row: number;
  found: string;
}

export interface Table {
  /** Of a workbook; empty for a text. */
  sheets: SheetName[];
  /** Which of the sheets was read; null where the person has to choose one first. */
  sheet: number | null;
  rows: Row[];
  broken: BrokenRow[];
  /** Days to add to a date in numbers, so that all count from 1900: 1462 where the workbook counts from 1904. */
  serialShift: number;
}

/** Why a file gives no table. */
export type TableProblem = 'unreadable' | 'locked' | 'too-large' | 'too-many-rows' | 'not-loaded';

export class TableError extends Error {
  readonly problem: TableProblem;
  constructor(problem: TableProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

export const isFault = (cell: Cell): cell is Fault => typeof cell === 'object' && cell !== null;

/** A cell in the file's own words. */
export const wordsOf = (cell: Cell): string => (isFault(cell) ? cell.words : String(cell ?? '')).trim();

export const isBlank = (row: Row): boolean => row.every((cell) => wordsOf(cell) === '');
