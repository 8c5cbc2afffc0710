// Whose row it is. A NIP says it by itself; the number of a machine says it once somebody has told who that is.

import { type Cell, type Row, wordsOf } from '#client/table-file/reading/index.ts';
import type { Columns } from './columns.ts';

/** Who a machine's number is; null: nobody of this agency. `name`: what the machine called them then. */
export interface Pair {
  employeeId: string | null;
  name: string;
}

export type PersonProblem = 'nip-missing' | 'nip-number' | 'nip-wrong' | 'nip-unknown';

/** `ask`: the number is not paired yet; `elsewhere`: it is somebody of no concern. */
export type Person =
  | { employeeId: string }
  | { problem: PersonProblem; found: string }
  | { ask: string; name: string }
  | { elsewhere: true };

export interface People {
  /** Employees by NIP. */
  employees: ReadonlyMap<string, string>;
  /** By the machine's number, as `plainPin` writes it. */
  pins: ReadonlyMap<string, Pair>;
}

export const plainPin = (cell: Cell): string =>
  wordsOf(cell)
    .replace(/^'/, '')
    .replace(/\s/g, '')
    .replace(/^0+(?=.)/, '');
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

export function personOf(row: Row, columns: Columns, { employees, pins }: People): Person {
  const cell = columns.nip === null ? null : row[columns.nip];
  const pin = columns.pin === null ? '' : plainPin(row[columns.pin]);
  if (pin === '' || wordsOf(cell) !== '') {
    const nip = nipOf(cell);
    if (typeof nip !== 'string') return { problem: nip.wrong, found: wordsOf(cell) };
    const employeeId = employees.get(nip);
    return employeeId === undefined ? { problem: 'nip-unknown', found: nip } : { employeeId };
  }
  const name = columns.name === null ? '' : wordsOf(row[columns.name]);
  const pair = pins.get(pin);
  // Another name under the same number: another machine, or a number given away. Whose it is now is asked again.
  if (!pair || (name && pair.name && plainName(name) !== plainName(pair.name))) return { ask: pin, name };
  return pair.employeeId === null ? { elsewhere: true } : { employeeId: pair.employeeId };
}

/** Whether a file has numbers alone: nothing in it shows that they are those of another machine. */
export const numbersAlone = (rows: readonly Row[], { nip, pin, name }: Columns): boolean =>
  pin !== null && nip === null && (name === null || rows.every((row) => wordsOf(row[name]) === ''));

/** The pairs that a file tells itself, for it has both numbers in some of its rows. */
export function pairsIn(rows: readonly Row[], columns: Columns, { employees, pins }: People): Map<string, Pair> {
  const told = new Map(pins);
  const { nip, pin, name } = columns;
  if (nip === null || pin === null) return told;
  for (const row of rows) {
    const digits = nipOf(row[nip]);
    const employeeId = typeof digits === 'string' ? employees.get(digits) : undefined;
    const number = plainPin(row[pin]);
    if (employeeId && number) told.set(number, { employeeId, name: name === null ? '' : wordsOf(row[name]) });
  }
  return told;
}

function nipOf(cell: Cell): string | { wrong: PersonProblem } {
  const text = wordsOf(cell).replace(/^'/, '').replace(/[\s.]/g, '');
  if (text === '') return { wrong: 'nip-missing' };
  // A spreadsheet holds fifteen digits of a number: the last three of a NIP are gone.
  if (typeof cell === 'number' || /^\d([.,]?\d+)?e\+?\d+$/i.test(text)) return { wrong: 'nip-number' };
  return /^\d{18}$/.test(text) ? text : { wrong: 'nip-wrong' };
}
