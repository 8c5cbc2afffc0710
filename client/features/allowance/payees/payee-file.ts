// How persons are paid and taxed, from a file: a row for each, found by its NIP. An empty cell says nothing and changes
// nothing; a row with one cell that cannot be read is named whole and not used.

import {
  bodyOf,
  byTitle,
  type Cell,
  type DecimalSign,
  isFault,
  type Numbers,
  type Row,
  readNumbers,
  type Table,
  wordsOf,
} from '#client/table-file/reading/index.ts';
import {
  ACCOUNT,
  NPWP,
  PAYEE_AMOUNTS,
  PAYEE_FIELDS,
  type PayeeField,
  plainAccount,
  plainNpwp,
  readPtkp,
} from '#shared/allowance/rules/payee.ts';
import { checkNip } from '#shared/people/rules/nip.ts';
import type { Told } from './changes.ts';

export type PayeeProblem =
  | 'nip-missing'
  | 'nip-number'
  | 'nip-wrong'
  | 'nip-unknown'
  | 'ptkp-wrong'
  | 'npwp-wrong'
  | 'account-wrong'
  | 'digits-lost'
  | 'bank-long'
  | 'amount-wrong'
  | 'duplicate'
  | 'cell-error'
  | 'cell-merged'
  | 'row-broken'
  | 'empty';

type Columns = Record<'nip' | PayeeField, number | null>;

export interface PayeeList {
  /** What each person's row tells; null where it says nothing. */
  people: { row: number; employeeId: string; told: Partial<Told> }[];
  problems: { row: number; kind: PayeeProblem; found: string }[];
  /** What an amount leaves open: it is asked, and nothing is saved before. */
  open: Numbers['open'];
  rows: number;
  titleRow: number | null;
  titles: string[];
  columns: Columns;
  /** Whether there is a column for the person, and one that tells something. */
  usable: boolean;
}

const TITLES: Record<'nip' | PayeeField, readonly RegExp[]> = {
  nip: [/^nip( baru)?$/, /^(nomor|no) induk pegawai$/, /\bnip\b/],
  ptkp: [/^(status )?ptkp$/, /^(kode|status) (ptkp|kawin|pajak)\b/],
  npwp: [/^(no|nomor)? ?npwp( nomor)?$/, /\bnpwp\b/],
  tax: [/^pph( 21| pasal 21)?( atas)? tpp\b/],
  extraTax: [/^(pph( 21| pasal 21)?|pajak)( pada| atas)? (thr|tunjangan hari raya|gaji (ke )?13)\b/],
  extra: [/^(bruto |jumlah )?(thr|tunjangan hari raya|gaji (ke )?13)\b/],
  yearPension: [/^iuran (pensiun|hari tua|tht|jht|iwp)\b.*\bsetahun$/, /^(iuran )?pensiun setahun$/],
  earlierGross: [/^bruto bulan (lain|sebelumnya)\b/],
  earlierTax: [/^(pph( 21| pasal 21)?|pajak) bulan (lain|sebelumnya)\b/],
  salaryTax: [/^pph( 21| pasal 21)?( pada| atas)? (daftar )?gaji$/, /^(pajak|potongan pph) gaji$/],
  insuredSalary: [/^(gaji )?dasar (iuran )?bpjs\b/, /^gaji bpjs$/],
  salary: [
    /^(penghasilan )?bruto( dari)?( daftar)?( gaji)?$/,
    /^gaji (bruto|kotor)$/,
    /^jumlah (gaji|penghasilan) kotor$/,
  ],
  account: [/^(nomor|no)? ?(rekening|rek)( bank| gaji| pegawai)?$/, /\brekening\b/],
  bank: [/^(nama )?bank\b/],
};
const LONGEST_BANK = 40;

/** `employees`: ids by NIP; `sign`: what a person answered of amounts such as 4.300. */
export function readPayees(
  table: Pick<Table, 'rows' | 'broken' | 'sheets'>,
  { employees, sign }: { employees: ReadonlyMap<string, string>; sign: DecimalSign | null },
): PayeeList {
  const { titleRow, titles, columns } = byTitle(table.rows, TITLES);
  const usable = columns.nip !== null && PAYEE_FIELDS.some((field) => columns[field] !== null);
  const { rows: body, broken } = bodyOf(table, { titleRow, titles });
  const list: PayeeList = {
    people: [],
    problems: [],
    open: null,
    rows: body.length,
    titleRow,
    titles,
    columns,
    usable,
  };
  if (!usable) return list;
  const at = (row: Row, field: keyof Columns): Cell => {
    const column = columns[field];
    return column === null ? null : row[column];
  };
  const amounts = Object.fromEntries(
    PAYEE_AMOUNTS.map((field) => {
      const read = readNumbers(
        body.map(({ cells }) => at(cells, field)),
        { sign },
      );
      list.open ??= read.open;
      return [field, read.values] as const;
    }),
  ) as Record<(typeof PAYEE_AMOUNTS)[number], Numbers['values']>;
  const seen = new Map<string, string>();
  for (const [index, { row, cells }] of body.entries()) {
    const found = (['nip', ...PAYEE_FIELDS] as const).map((field) => [field, at(cells, field)] as const);
    const fault = found.map(([, cell]) => cell).find(isFault);
    const wrong = (kind: PayeeProblem, cell: Cell) => list.problems.push({ row, kind, found: wordsOf(cell) });
    if (fault) {
      wrong(fault.fault === 'merged' ? 'cell-merged' : 'cell-error', fault);
      continue;
    }
    const person = personOf(at(cells, 'nip'), employees);
    if ('problem' in person) {
      wrong(person.problem, at(cells, 'nip'));
      continue;
    }
    const read = toldIn(
      (field) => at(cells, field),
      (field) => amounts[field][index] ?? null,
    );
    if ('problem' in read) wrong(read.problem, at(cells, read.field));
    else if (Object.keys(read.told).length === 0) wrong('empty', at(cells, 'nip'));
    else {
      const says = JSON.stringify(read.told);
      const before = seen.get(person.employeeId);
      if (before !== undefined && before !== says) wrong('duplicate', at(cells, 'nip'));
      if (before !== undefined) continue;
      seen.set(person.employeeId, says);
      list.people.push({ row, employeeId: person.employeeId, told: read.told });
    }
  }
  for (const { row, found } of broken) list.problems.push({ row, kind: 'row-broken', found });
  list.problems.sort((a, b) => a.row - b.row);
  return list;
}

function personOf(
  cell: Cell,
  employees: ReadonlyMap<string, string>,
): { employeeId: string } | { problem: PayeeProblem } {
  const words = wordsOf(cell);
  if (words === '') return { problem: 'nip-missing' };
  // A spreadsheet keeps fifteen digits of the eighteen.
  if (typeof cell === 'number' || /^\d+([.,]\d+)?e\+\d+$/i.test(words)) return { problem: 'nip-number' };
  const checked = checkNip(words.replace(/^'/, ''));
  if (!checked.ok) return { problem: 'nip-wrong' };
  const employeeId = employees.get(checked.nip);
  return employeeId === undefined ? { problem: 'nip-unknown' } : { employeeId };
}

type Read = { told: Partial<Told> } | { problem: PayeeProblem; field: PayeeField };

function toldIn(
  at: (field: PayeeField) => Cell,
  amount: (field: (typeof PAYEE_AMOUNTS)[number]) => Numbers['values'][number],
): Read {
  const told: Partial<Told> = {};
  for (const field of PAYEE_FIELDS) {
    const cell = at(field);
    const words = wordsOf(cell);
    if (words === '') continue;
    switch (field) {
      case 'ptkp': {
        const status = readPtkp(words);
        if (!status) return { problem: 'ptkp-wrong', field };
        told.ptkp = status;
        break;
      }
      case 'npwp':
      case 'account': {
        // As a number the zeros before it are lost, or the digits at its end; sixteen digits that a number holds are whole.
        const whole = field === 'npwp' && typeof cell === 'number' && cell >= 1e15 && Number.isSafeInteger(cell);
        if ((typeof cell === 'number' && !whole) || /\de\+\d/i.test(words)) return { problem: 'digits-lost', field };
        const plain = field === 'npwp' ? plainNpwp(words) : plainAccount(words);
        if (!(field === 'npwp' ? NPWP : ACCOUNT).test(plain))
          return { problem: field === 'npwp' ? 'npwp-wrong' : 'account-wrong', field };
        told[field] = plain;
        break;
      }
      case 'bank':
        if (words.length > LONGEST_BANK) return { problem: 'bank-long', field };
        told.bank = words;
        break;
      default: {
        const value = amount(field);
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > 999_999_999_999)
          return { problem: 'amount-wrong', field };
        told[field] = String(value);
      }
    }
  }
  return { told };
}
