// Which column of a file says what, by its titles: the profile export of SIASN, its tree of units (HierarkiUnor), lists that
// agencies keep themselves. A person can say otherwise.

import { byTitle, type Row, type Titled } from '#client/table-file/reading/index.ts';

export const FIELDS = [
  ...['nip', 'name', 'frontTitle', 'backTitle', 'birthDate', 'sex', 'employment', 'standing', 'grade'],
  ...['position', 'postKind', 'echelon', 'since', 'unitId', 'unit', 'parentId', 'parent', 'superior', 'postClass'],
] as const;
export type Field =
  | ('nip' | 'name' | 'frontTitle' | 'backTitle' | 'birthDate' | 'sex' | 'employment' | 'standing' | 'grade')
  | ('position' | 'postKind' | 'echelon' | 'since' | 'unitId' | 'unit' | 'parentId' | 'parent' | 'superior')
  | 'postClass';
export type Columns = Record<Field, number | null>;
export type Layout = Titled<Field>;

/** In this order: what is named more closely takes its column first. */
const TITLES: Record<Field, readonly RegExp[]> = {
  superior: [/^nip (atasan|pejabat penilai)\b/, /^atasan( langsung)? nip$/],
  nip: [/^nip baru$/, /^nip$/, /^(nomor|no) induk pegawai$/, /^nip\b(?! lama)/],
  name: [/^nama( lengkap)?( pegawai)?$/, /^nama (asn|pns)$/],
  frontTitle: [/^gelar depan$/],
  backTitle: [/^gelar belakang$/],
  birthDate: [/^(tanggal|tgl) lahir$/],
  sex: [/^jenis kelamin$/, /^(jk|l p|kelamin)$/],
  standing: [/^kedudukan hukum( nama)?$/, /^status keaktifan$/],
  employment: [/^status cpns pns$/, /^jenis pegawai( nama)?$/, /^status (kepegawaian|pegawai|asn)$/],
  grade: [/^gol akhir nama$/, /^(golongan|gol)( ruang)?( akhir)?$/, /^(pangkat )?gol(ongan)?( ruang)?$/],
  postKind: [/^jenis jabatan nama$/, /^jenis jabatan$/, /^jenis jabatan id$/],
  position: [/^jabatan nama$/, /^(nama )?jabatan$/, /^jabatan\b(?! id)/],
  echelon: [/^eselon nama$/, /^eselon$/, /^eselon\b/],
  since: [/^tmt jabatan$/, /^mulai jabatan$/],
  parentId: [/^unor (induk|atasan) id$/, /^id (atasan|induk)$/, /^diatasan id$/],
  parent: [/^unor (induk|atasan)( nama)?$/, /^(unit|unit kerja) (induk|atasan)$/],
  unitId: [/^unor id$/, /^id unor$/, /^id$/],
  unit: [/^unor nama$/, /^nama unor$/, /^(nama )?(unit kerja|unit organisasi|unor)$/],
  postClass: [/^kelas( jabatan)?$/, /\bkelas jabatan$/],
};

export const layoutOf = (rows: readonly Row[]): Layout => byTitle(rows, TITLES);

/** What a file is about, by the columns it has; null where it is about none of this. */
export type FileKind = 'people' | 'units' | 'classes';

export function kindOf(columns: Columns): FileKind | null {
  const has = (...fields: Field[]) => fields.every((field) => columns[field] !== null);
  if (has('nip', 'position', 'unit', 'name')) return 'people';
  if (columns.nip !== null) return null;
  if (has('unit', 'unitId', 'parentId') || has('unit', 'parent')) return 'units';
  return has('position', 'postClass') ? 'classes' : null;
}
