// For tests: a file of attendance read from its bytes to its days, as the screen does it.

import { readFile } from 'node:fs/promises';
import type { Cell, Table } from '#client/table-file/reading/index.ts';
import { readTable } from '#client/table-file/reading/read-table.ts';
import { type Answers, NO_ANSWERS } from './answers.ts';
import { type Context, type Reading, readAttendance } from './attendance-file.ts';
import { FIXED, layoutOf } from './columns.ts';

export const RIDHA = '198812042014021003';
export const SUPIANI = '197808152003121012';

export interface Said extends Partial<Omit<Context, 'answers'>> {
  answers?: Partial<Answers>;
  sheet?: number;
}

const contextOf = ({ answers, sheet: _sheet, ...said }: Said): Context => ({
  employees: new Map([
    [RIDHA, 'ridha'],
    [SUPIANI, 'supiani'],
  ]),
  ...{ pins: new Map(), remarks: new Map(), today: '2026-11-24', timeZone: 'Asia/Makassar' },
  shiftOn: () => null,
  ...said,
  answers: { ...NO_ANSWERS, ...answers },
});

export function readRows(rows: Cell[][], said: Said = {}): Reading {
  const table: Table = { sheets: [], sheet: null, rows, broken: [], serialShift: 0 };
  return readIn(table, said);
}

const readIn = (table: Table, said: Said) => {
  const layout = layoutOf(table.rows);
  return readAttendance(table, layout, layout.columns, contextOf(said));
};

export const tableOf = (content: Uint8Array | string, sheet: number | null = null) =>
  readTable(typeof content === 'string' ? new TextEncoder().encode(content) : content, { sheet, fixed: FIXED });

export const readContent = async (content: Uint8Array | string, said: Said = {}) =>
  readIn(await tableOf(content, said.sheet), said);

export const fixture = async (name: string) =>
  new Uint8Array(await readFile(new URL(`fixtures/${name}`, import.meta.url)));

export const readFixture = async (name: string, said: Said = {}) => readContent(await fixture(name), said);

/** Days in short: who, when, from and until. */
export const inShort = ({ days }: Pick<Reading, 'days'>) =>
  days.map(
    ({ employeeId, date, arrival, departure, duty }) =>
      `${employeeId} ${date} ${arrival ?? '-'} ${departure ?? '-'}${duty ? ' duty' : ''}`,
  );
