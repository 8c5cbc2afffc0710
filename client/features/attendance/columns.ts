// Which column of a file of an attendance machine says what. Six machines are known by their titles; others are guessed at.
// A schedule is never taken for the clock, nor a permission, a serial number or a count of minutes for a time.

import {
  type Cell,
  type FixedColumns,
  isBlank,
  plainTitle,
  type Row,
  readMoments,
  titleRowOf,
  wordsOf,
} from '#client/table-file/reading/index.ts';

/** `pin`: the number by which a machine knows a person. `time`: of one scan, where the date stands in a column of its own. */
export const FIELDS = ['nip', 'pin', 'name', 'date', 'time', 'arrival', 'departure', 'remark'] as const;
export type Field = (typeof FIELDS)[number];
/** The column of each field, from 0; null where the file has none. */
export type Columns = Record<Field, number | null>;

/** Titles as `plainTitle` writes them. The earlier wins, wherever it stands: the clock before what may be a schedule. */
const TITLES: Record<Field, readonly RegExp[]> = {
  nip: [/^nip( baru)?$/, /^(nomor|no) induk pegawai$/, /\bnip\b/, /^employee (id|no)$/, /^nik$/],
  arrival: [
    /^(scan|absen|finger|presensi|aktual|riil) masuk$/,
    /^(scan|check|clock) in$/,
    /^scan 1$/,
    /^(jam )?datang$/,
    /^masuk$/,
    /^in$/,
    /^jam masuk$/,
  ],
  departure: [
    ...[
      /^(scan|absen|finger|presensi|aktual|riil) (pulang|keluar)$/,
      /^(scan|check|clock) out$/,
      /^scan 2$/,
      /^pulang$/,
      /^keluar$/,
      /^out$/,
    ],
    /^jam (pulang|keluar)$/,
  ],
  date: [
    /^date time$/,
    /^datetime$/,
    /^(hari )?(tanggal|tgl)( (waktu|jam|scan|absen|absensi|kerja))?$/,
    /^date$/,
    /^waktu$/,
    /^time$/,
  ],
  time: [/^(jam|pukul)( scan| absen)?$/, /^waktu$/, /^time$/],
  pin: [/^pin$/, /^enno$/, /^no id$/, /^id (karyawan|pegawai)$/, /^ac no$/, /^user id$/, /^id$/, /^employee (id|no)$/],
  name: [/^nama\b/, /^name$/],
  remark: [/^keterangan$/, /^ket$/, /^remarks?$/, /^catatan$/, /^alasan$/, /^status$/],
};
/** In this order each takes its column. */
const TURN: readonly Field[] = ['nip', 'arrival', 'departure', 'date', 'time', 'pin', 'name', 'remark'];

/** The text with columns at fixed places that some machines write. */
export const FIXED: readonly FixedColumns[] = [
  { titles: /^No\. ID +Nama +Tanggal +Scan Masuk *Scan Pulang/i, starts: [0, 13, 37, 48, 58, 69] },
];

const CLOCKS = ['arrival', 'departure'] as const satisfies Field[];
const FEW = 5;

const NOTHING = Object.fromEntries(FIELDS.map((field) => [field, null])) as Columns;

export interface Layout {
  /** The row of the titles, from 0; null where the file has none. */
  titleRow: number | null;
  /** Of each column; of one without a title, what stands in it first. */
  titles: string[];
  columns: Columns;
}

export function layoutOf(rows: readonly Row[]): Layout {
  const titleRow = titleRowOf(rows, (row) => Object.values(byTitles(row)).filter((column) => column !== null).length);
  const body = titleRow === null ? rows : rows.slice(titleRow + 1);
  const first = titleRow === null ? (body.find((row) => !isBlank(row)) ?? []) : (rows[titleRow] ?? []);
  const titles = Array.from(first, wordsOf);
  const sample = body.filter((row) => !isBlank(row)).slice(0, 200);
  return { titleRow, titles, columns: titleRow === null ? byContent(sample) : checked(byTitles(first), sample, first) };
}

function byTitles(row: Row): Columns {
  const titles = Array.from(row, plainTitle);
  const taken = new Set<number>();
  const columns = { ...NOTHING };
  for (const field of TURN) {
    // A time of its own stands beside a date, and beside no times of a day.
    if (field === 'time' && (columns.date === null || columns.arrival !== null || columns.departure !== null)) continue;
    const found = TITLES[field]
      .map((pattern) => titles.findIndex((title, index) => !taken.has(index) && pattern.test(title)))
      .find((index) => index !== -1);
    if (found === undefined) continue;
    columns[field] = found;
    taken.add(found);
  }
  return columns;
}

/** What the cells say against the titles: "NIK" and "Employee ID" hold a NIP in one file, a number of the machine's in another. */
function checked(columns: Columns, sample: readonly Row[], titles: Row): Columns {
  const found = { ...columns };
  const { nip, pin } = columns;
  const title = nip === null ? '' : plainTitle(titles[nip]);
  if (nip !== null && /^(nik|employee (id|no))$/.test(title) && !mostly(sample, nip, isNip)) {
    found.nip = null;
    if (pin === null) found.pin = nip;
  }
  // ZKTime calls the person's number "No.", as others call the number of the row.
  const no = titles.findIndex((cell) => plainTitle(cell) === 'no');
  if (found.nip === null && found.pin === null && no !== -1) found.pin = no;
  if (found.nip === null && found.pin !== null && mostly(sample, found.pin, isNip)) {
    found.nip = found.pin;
    found.pin = null;
  }
  const isRound = (column: number | null) =>
    column !== null && mostly(sample, column, (text) => /[:.](00|15|30|45)([:.]00)?$/.test(text));
  // The same on every row, under a title that others have for the schedule: nobody's clock.
  const constant = CLOCKS.filter((field) => {
    const column = found[field];
    return column !== null && /^jam /.test(plainTitle(titles[column])) && isConstant(sample, column);
  });
  // Of few rows a column may be the same by chance; both are not, and on the quarter of an hour.
  const sure = sample.length >= FEW || (constant.length === CLOCKS.length && constant.every((f) => isRound(found[f])));
  for (const field of sure ? constant : []) found[field] = null;
  if (found.remark !== null && mostly(sample, found.remark, isScanCode)) found.remark = null;
  return found;
}

/** Without titles: the first column of numbers names the person, the first of dates the moment. */
function byContent(sample: readonly Row[]): Columns {
  const columns = { ...NOTHING };
  const width = Math.max(0, ...sample.map((row) => row.length));
  for (let column = 0; column < width; column += 1) {
    if (columns.date === null && isDates(sample.map((row) => row[column]))) columns.date = column;
    else if (columns.nip === null && columns.pin === null && mostly(sample, column, isNip)) columns.nip = column;
    else if (columns.nip === null && columns.pin === null && mostly(sample, column, isPin)) columns.pin = column;
  }
  return columns;
}

function mostly(sample: readonly Row[], column: number, is: (text: string) => boolean): boolean {
  const filled = sample.map((row) => wordsOf(row[column])).filter((text) => text !== '');
  return filled.length > 0 && filled.filter(is).length > filled.length / 2;
}

function isConstant(sample: readonly Row[], column: number): boolean {
  const filled = sample.map((row) => wordsOf(row[column])).filter((text) => text !== '');
  return filled.length > 1 && new Set(filled).size === 1;
}

const isNip = (text: string) => /^\d{18}$/.test(text.replace(/[\s.'-]/g, ''));
const isPin = (text: string) => /^\d{1,10}$/.test(text);
/** What a machine thinks the scan was for: people press the wrong key, so the first and the last scan count. */
const isScanCode = (text: string) =>
  /^(c\/|check.?|over ?time ?|ot.?)?(in|out|masuk|keluar|pulang)( back)?$|^\d$/i.test(text);

function isDates(cells: readonly Cell[]): boolean {
  const context = {
    earliest: '2000-01-01',
    latest: '2200-01-01',
    timeZone: 'UTC',
    serialShift: 0,
    order: 'dmy' as const,
  };
  const texts = cells.filter((cell) => typeof cell === 'string' && /\d[-/.]\d|\d [a-z]/i.test(cell));
  const read = readMoments(texts, context).values;
  return texts.length > cells.length / 2 && read.filter((value) => value && 'date' in value).length > cells.length / 2;
}
