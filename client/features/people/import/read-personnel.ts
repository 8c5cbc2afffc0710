// What a file says of people, units or classes of posts, row by row. A row with one cell that cannot be right is named with
// why, and not used; nothing is guessed. What the product does not need (religion, NIK, address) is not even looked at.

import {
  bodyOf,
  type Cell,
  isFault,
  isWrong,
  type Moment,
  type MomentContext,
  type OpenOrder,
  type Order,
  type Row,
  readMoments,
  type Table,
  type Wrong,
  wordsOf,
} from '#client/table-file/reading/index.ts';
import { bornOn, checkNip, isFemale, type NipProblem } from '#shared/people/rules/nip.ts';
import { plain } from '#shared/people/rules/personnel.ts';
import { echelonOf } from '#shared/people/rules/superiors.ts';
import { type Columns, FIELDS, type Field, type FileKind } from './columns.ts';
import { type UnitNamed, unitKey } from './unit-names.ts';

export type RowProblemKind =
  | 'nip-missing'
  | 'nip-number'
  | `nip-${NipProblem}`
  | 'birth-differs'
  | 'sex-differs'
  | 'name-missing'
  | 'text-long'
  | 'unit-missing'
  | 'position-missing'
  | 'since-wrong'
  | 'superior-wrong'
  | 'superior-unknown'
  | 'class-wrong'
  | 'duplicate'
  | 'own-parent'
  | 'unit-ambiguous'
  | 'position-unknown'
  | 'later-post'
  | 'cell-error'
  | 'cell-merged'
  | 'row-broken';

export interface RowProblem {
  row: number;
  kind: RowProblemKind;
  found: string;
}

export interface ReadPerson {
  row: number;
  nip: string;
  name: string;
  employment: 'PNS' | 'PPPK' | null;
  grade: string | null;
  /** Retired, moved elsewhere, dead: no post here any more. */
  gone: boolean;
  /** Kedudukan hukum in the words of the file, where they are not among those that are known; who stands so stays. */
  oddStanding: string | null;
  position: string;
  positionKind: 'JPT' | 'JA' | 'JF' | null;
  structural: boolean;
  acting: boolean;
  echelon: number | null;
  since: string | null;
  unit: UnitNamed;
  parent: UnitNamed | null;
  /** NIP, where the file names one. */
  superior: string | null;
  postClass: number | null;
}

export interface ReadUnit {
  row: number;
  unit: UnitNamed;
  parent: UnitNamed | null;
}

export interface ReadClass {
  row: number;
  position: string;
  postClass: number;
}

export interface PersonnelFile {
  kind: FileKind;
  people: ReadPerson[];
  units: ReadUnit[];
  classes: ReadClass[];
  problems: RowProblem[];
  open: OpenOrder | null;
  rows: number;
}

const LONGEST = 200;
const DAY_RANGE = { earliest: '1930-01-01', timeZone: 'Asia/Makassar' };

interface Context {
  kind: FileKind;
  columns: Columns;
  read: { titleRow: number | null; titles: readonly string[] };
  /** Of a date that the file leaves open, as a person answered. */
  order: Order | null;
  /** The last day that a date in the file may be. */
  latest: string;
}

export function readPersonnel(table: Table, { kind, columns, read, order, latest }: Context): PersonnelFile {
  const { rows: body, broken } = bodyOf(table, read);
  const at = (row: Row, field: Field): Cell => (columns[field] === null ? null : row[columns[field]]);
  const column = (field: Field) => body.map(({ cells }) => at(cells, field));
  const context = { ...DAY_RANGE, latest, serialShift: table.serialShift };
  const nips = body.map(({ cells }) => nipOf(at(cells, 'nip')));
  const births = birthsOf(column('birthDate'), nips, context);
  const since = readMoments(column('since'), { ...context, order: births.order ?? order });
  const file: PersonnelFile = {
    ...{ kind, people: [], units: [], classes: [], problems: [], open: null, rows: body.length },
  };
  if (kind === 'people' && columns.since !== null) file.open = since.open;
  for (const { row, found } of broken) file.problems.push({ row, kind: 'row-broken', found });
  const seen = new Map<string, string>();
  for (const [index, { row, cells }] of body.entries()) {
    const wrong = (why: RowProblemKind, cell: Cell) => file.problems.push({ row, kind: why, found: wordsOf(cell) });
    const text = (field: Field) => cleaned(wordsOf(at(cells, field)));
    const fault = FIELDS.map((field) => at(cells, field)).find(isFault);
    if (fault) {
      wrong(fault.fault === 'merged' ? 'cell-merged' : 'cell-error', fault);
      continue;
    }
    const long = FIELDS.find((field) => text(field).length > LONGEST);
    if (long) {
      wrong('text-long', at(cells, long));
      continue;
    }
    /** Whether this is the first that says it; of one that says otherwise, that is told. */
    const isFirst = (key: string, says: unknown): boolean => {
      const [before, now] = [seen.get(key), JSON.stringify(says)];
      if (before === undefined) seen.set(key, now);
      else if (before !== now) file.problems.push({ row, kind: 'duplicate', found: key.replace(/ plt$/, '') });
      return before === undefined;
    };
    if (kind === 'units') {
      const unit = named(text('unitId'), text('unit'));
      const parent = named(text('parentId'), text('parent'));
      if (!unit?.name) wrong('unit-missing', at(cells, 'unitId'));
      else if (parent && isSame(parent, unit)) wrong('own-parent', unit.name);
      else if (isFirst(unitKey({ unit, parent }), [unit, parent])) file.units.push({ row, unit, parent });
      continue;
    }
    const postClass = classOf(at(cells, 'postClass'));
    if (postClass === 'wrong') {
      wrong('class-wrong', at(cells, 'postClass'));
      continue;
    }
    if (kind === 'classes') {
      if (text('position') === '') wrong('position-missing', null);
      else if (postClass === null) wrong('class-wrong', null);
      else if (isFirst(plain(text('position')), postClass)) {
        file.classes.push({ row, position: text('position'), postClass });
      }
      continue;
    }
    const nip = nips[index] ?? { problem: 'nip-missing' };
    if (typeof nip !== 'string') {
      wrong(nip.problem, at(cells, 'nip'));
      continue;
    }
    const person = personIn({ nip, text, postClass, cells: (field) => at(cells, field) });
    const born = births.values[index];
    const sexToo = sexOf(text('sex'));
    const day = since.values[index] ?? null;
    if (born && !isWrong(born) && born.date !== bornOn(nip)) wrong('birth-differs', at(cells, 'birthDate'));
    else if (isWrong(born)) wrong('birth-differs', at(cells, 'birthDate'));
    else if (sexToo !== null && (sexToo === 'female') !== isFemale(nip)) wrong('sex-differs', at(cells, 'sex'));
    else if ('problem' in person) wrong(person.problem, at(cells, person.field));
    else if (isWrong(day)) wrong('since-wrong', at(cells, 'since'));
    else {
      const found: ReadPerson = { row, ...person, since: day?.date ?? null };
      const { row: _row, ...says } = found;
      if (isFirst(`${nip}${found.acting ? ' plt' : ''}`, says)) file.people.push(found);
    }
  }
  file.problems.sort((a, b) => a.row - b.row);
  return file;
}

/** The order of day and month that makes the dates of birth those of the NIPs. */
function birthsOf(
  cells: readonly Cell[],
  nips: readonly ReturnType<typeof nipOf>[],
  context: Omit<MomentContext, 'order'>,
): { values: (Moment | Wrong | null)[]; order: Order | null } {
  const first = readMoments(cells, { ...context, order: null });
  const isRight = (value: Moment | Wrong | null, index: number) => {
    const nip = nips[index];
    return value !== null && !isWrong(value) && typeof nip === 'string' && value.date === bornOn(nip);
  };
  const tried = (first.open?.choices ?? []).map(({ order }) => {
    const { values } = readMoments(cells, { ...context, order });
    return { order, values, right: values.filter(isRight).length };
  });
  const [best] = tried.sort((a, b) => b.right - a.right);
  if (best) return best;
  // A column that is certain tells the order of the others too, where its days are written in that way.
  const decided = (['dmy', 'mdy'] as const).filter((order) =>
    cells.some((cell, index) => {
      const [, day = '', month = ''] = /^'?(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(wordsOf(cell)) ?? [];
      const one = Number(order === 'dmy' ? day : month);
      return one > 12 && isRight(first.values[index] ?? null, index);
    }),
  );
  return { values: first.values, order: decided.length === 1 ? (decided[0] ?? null) : null };
}

export function nipOf(cell: Cell): string | { problem: RowProblemKind } {
  const words = wordsOf(cell);
  if (words.replace(/^'/, '') === '') return { problem: 'nip-missing' };
  // A spreadsheet keeps fifteen digits of the eighteen.
  if (typeof cell === 'number' || /^'?\d+([.,]\d+)?e\+?\d+$/i.test(words)) return { problem: 'nip-number' };
  const checked = checkNip(words.replace(/^['`’]/, ''));
  return checked.ok ? checked.nip : { problem: `nip-${checked.problem}` };
}

/**
 * Kedudukan hukum, whole and not by a part of it: who prepares for a pension or is suspended holds the post. Who stands as
 * something else stays, and is shown.
 */
const GONE = new Set([
  ...['pensiun', 'pensiun dini', 'pensiun bup', 'pensiun janda', 'pensiun duda', 'mencapai bup', 'meninggal dunia'],
  ...['meninggal', 'wafat', 'tewas', 'hilang', 'berhenti', 'diberhentikan', 'tidak aktif', 'pindah instansi'],
  ...['mutasi keluar', 'mutasi keluar instansi', 'pemutusan hubungan perjanjian kerja', 'punah'],
  ...['diberhentikan dengan hormat', 'diberhentikan tidak dengan hormat', 'pemberhentian dengan hormat'],
  ...['pemberhentian tidak dengan hormat', 'berhenti dengan hormat', 'berhenti tidak dengan hormat'],
  ...['pemberhentian dengan hormat tidak atas permintaan sendiri', 'berhenti atas permintaan sendiri'],
  ...['pemberhentian dengan hormat atas permintaan sendiri', 'pemberhentian atas permintaan sendiri'],
]);
const HERE = new Set([
  ...[
    '',
    'aktif',
    'pns aktif',
    'cpns aktif',
    'pppk aktif',
    'cpns',
    'pns',
    'pppk',
    'tugas belajar',
    'cltn',
    'dpk',
    'dpb',
  ],
  ...['masa persiapan pensiun', 'mpp', 'pemberhentian sementara', 'diberhentikan sementara', 'penerima uang tunggu'],
  ...['perpanjangan cltn', 'cuti di luar tanggungan negara', 'diperbantukan', 'dipekerjakan', 'penugasan', 'kontrak'],
]);

type Found = Omit<ReadPerson, 'row' | 'since'> | { problem: RowProblemKind; field: Field };

function personIn(row: {
  nip: string;
  text: (field: Field) => string;
  cells: (field: Field) => Cell;
  postClass: number | null;
}): Found {
  const { nip, text, cells, postClass } = row;
  if (text('name') === '') return { problem: 'name-missing', field: 'name' };
  const standing = plain(text('standing'));
  const gone = GONE.has(standing);
  const unit = named(text('unitId'), text('unit'));
  if (!gone && !unit?.name) return { problem: 'unit-missing', field: 'unit' };
  const position = text('position').replace(/^(pl[th])\.?\s+/i, (_all, short: string) => `${upperFirst(short)}. `);
  if (!gone && position === '') return { problem: 'position-missing', field: 'position' };
  const superior = text('superior') === '' ? null : nipOf(cells('superior'));
  if (superior !== null && (typeof superior !== 'string' || superior === nip))
    return { problem: 'superior-wrong', field: 'superior' };
  const [kind, echelon] = [text('postKind').toLowerCase(), echelonOf(text('echelon'))];
  const structural = /^(1|struktural|jabatan struktural)$|pimpinan tinggi|administrator|pengawas/.test(kind);
  const functional = /^2$|fungsional/.test(kind) && !/umum|pelaksana/.test(kind);
  const front = text('frontTitle').replace(/^-$/, '');
  const back = text('backTitle').replace(/^-$/, '');
  const status = `${text('employment')} ${text('standing')}`;
  return {
    ...{
      nip,
      gone,
      oddStanding: gone || HERE.has(standing) ? null : text('standing'),
      position,
      postClass,
      echelon,
      superior: superior as string | null,
    },
    name: `${front ? `${front} ` : ''}${text('name')}${back ? `, ${back}` : ''}`.slice(0, LONGEST),
    employment: employmentIn(status, nip),
    grade: text('grade') === '' ? null : text('grade').slice(0, 40),
    positionKind: kind === '' ? (echelon === null ? null : byEchelon(echelon)) : functional ? 'JF' : byEchelon(echelon),
    structural: structural || (kind === '' && echelon !== null),
    acting: /^plt\b/i.test(position),
    unit: unit ?? { id: null, name: '' },
    parent: named(text('parentId'), text('parent')),
  };
}

const byEchelon = (echelon: number | null) => (echelon !== null && echelon < 30 ? 'JPT' : 'JA');

/** A PPPK carries a code in the NIP where a PNS carries the month of appointment (shared/people/rules/nip.ts). */
const employmentIn = (status: string, nip: string) =>
  /\b(pppk|p3k)\b/i.test(status) || Number(nip.slice(12, 14)) > 12 ? 'PPPK' : 'PNS';

function sexOf(words: string): 'male' | 'female' | null {
  if (/^(m|l|1|laki.?laki|pria)$/i.test(words)) return 'male';
  return /^(f|p|w|2|perempuan|wanita)$/i.test(words) ? 'female' : null;
}

function classOf(cell: Cell): number | null | 'wrong' {
  const words = wordsOf(cell).replace(/^kelas\s+/i, '');
  if (words === '' || words === '-') return null;
  return /^\d{1,2}$/.test(words) && Number(words) >= 1 && Number(words) <= 17 ? Number(words) : 'wrong';
}

const ID = /^[A-Za-z0-9:._-]{1,100}$/;
const named = (id: string, name: string): UnitNamed | null =>
  name === '' && id === '' ? null : { id: ID.test(id) ? id : null, name };

const cleaned = (words: string) => words.replace(/^'/, '').replace(/\s+/g, ' ').trim();
const upperFirst = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

const isSame = (one: UnitNamed, other: UnitNamed): boolean =>
  one.id === null && other.id === null ? plain(one.name) === plain(other.name) : one.id === other.id;
