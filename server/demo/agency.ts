// The demo agency: Dinas Perhubungan Kabupaten Hulu Sungai Utara. All persons are invented.

import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import { DEMO_AGENCY_ID } from '#shared/agency/set-up.ts';
import type { AllowancePolicy } from '#shared/allowance/rules/policy.ts';
import type { Employment, PositionKind } from '#shared/people/tables.ts';
import type { SkpState } from '#shared/plan/tables.ts';

export const DEMO_AGENCY = {
  id: DEMO_AGENCY_ID,
  name: 'Dinas Perhubungan Kabupaten Hulu Sungai Utara',
  timeZone: 'Asia/Makassar',
};

export const DEMO_PASSWORD = 'amuntai-2026';

export interface DemoUnit {
  id: string;
  name: string;
  parentId: string | null;
}

export const DEMO_UNITS: DemoUnit[] = [
  { id: 'dinas', name: 'Dinas Perhubungan', parentId: null },
  { id: 'sekretariat', name: 'Sekretariat', parentId: 'dinas' },
  { id: 'umum', name: 'Subbagian Umum dan Kepegawaian', parentId: 'sekretariat' },
  { id: 'keuangan', name: 'Subbagian Perencanaan dan Keuangan', parentId: 'sekretariat' },
  { id: 'lalin', name: 'Bidang Lalu Lintas', parentId: 'dinas' },
  { id: 'rekayasa', name: 'Seksi Manajemen dan Rekayasa', parentId: 'lalin' },
  { id: 'dalops', name: 'Seksi Pengendalian dan Operasional', parentId: 'lalin' },
  { id: 'angkutan', name: 'Bidang Angkutan', parentId: 'dinas' },
  { id: 'orang', name: 'Seksi Angkutan Orang', parentId: 'angkutan' },
  { id: 'barang', name: 'Seksi Angkutan Barang', parentId: 'angkutan' },
  { id: 'keselamatan', name: 'Bidang Keselamatan dan Prasarana', parentId: 'dinas' },
  { id: 'terminal', name: 'Seksi Terminal dan Parkir', parentId: 'keselamatan' },
  { id: 'sekeselamatan', name: 'Seksi Keselamatan', parentId: 'keselamatan' },
  { id: 'uji', name: 'UPT Pengujian Kendaraan Bermotor', parentId: 'dinas' },
];

export interface DemoEmployee {
  id: string;
  nip: string | null;
  name: string;
  employment: Employment;
  grade: string | null;
  unitId: string;
  position: string;
  positionKind: PositionKind;
  supervisorId: string | null;
  /** Entries on a working day, on average: the workload is uneven on purpose. 0: never signs in. */
  load: number;
  /** Themes of the work: keys of DEMO_WORK in work.ts. */
  themes: string[];
  /** How far the SKP of the year has come; most are approved. */
  plan: 'none' | SkpState;
}

type Post = Omit<DemoEmployee, 'employment' | 'nip' | 'grade'>;

const pns = (nip: string, grade: string, post: Post): DemoEmployee => ({ ...post, nip, grade, employment: 'PNS' });
const pppk = (nip: string, grade: string, post: Post): DemoEmployee => ({ ...post, nip, grade, employment: 'PPPK' });
const honorer = (id: string, name: string, unitId: string, supervisorId: string, position: string): DemoEmployee => ({
  ...{ id, name, unitId, supervisorId, position },
  ...{ nip: null, grade: null, employment: 'honorer', positionKind: 'honorer', load: 0, themes: [], plan: 'none' },
});

const post = (
  id: string,
  name: string,
  [unitId, position, positionKind]: [string, string, PositionKind],
  supervisorId: string | null,
  load: number,
  themes: string[],
  plan: DemoEmployee['plan'] = 'approved',
): Post => ({ id, name, unitId, position, positionKind, supervisorId, load, themes, plan });

/** Leads the UPT, an independent unit, and plans as heads do. */
export const DEMO_UNIT_HEAD = 'ka-upt';

export const DEMO_EMPLOYEES: DemoEmployee[] = [
  pns(
    '197004121995031002',
    'IV/b',
    post('kadis', 'H. Rahmadi Noor, S.T., M.T.', ['dinas', 'Kepala Dinas', 'JPT'], null, 1, ['pimpinan']),
  ),
  pns(
    '197209171998032003',
    'IV/a',
    post('sekretaris', 'Hj. Norhasanah, S.Sos., M.AP.', ['sekretariat', 'Sekretaris', 'JA'], 'kadis', 2, [
      'perencanaan',
      'kepegawaian',
    ]),
  ),
  pns(
    '198003052006042011',
    'III/d',
    post(
      'kasubag-umum',
      'Siti Rahmah, S.AP.',
      ['umum', 'Kepala Subbagian Umum dan Kepegawaian', 'JA'],
      'sekretaris',
      3,
      ['kepegawaian'],
    ),
  ),
  pns(
    '198111222009031004',
    'III/d',
    post(
      'kasubag-keu',
      'Ahmad Fauzi, S.E.',
      ['keuangan', 'Kepala Subbagian Perencanaan dan Keuangan', 'JA'],
      'sekretaris',
      4,
      ['perencanaan', 'keuangan'],
    ),
  ),
  pns(
    '197506301999031005',
    'IV/a',
    post('kabid-lalin', 'Drs. Muhammad Arsyad', ['lalin', 'Kepala Bidang Lalu Lintas', 'JA'], 'kadis', 2, [
      'lalin',
      'rambu',
    ]),
  ),
  pns(
    '198307142008011006',
    'III/d',
    post(
      'kasi-rekayasa',
      'Akhmad Rizani, S.T.',
      ['rekayasa', 'Kepala Seksi Manajemen dan Rekayasa', 'JA'],
      'kabid-lalin',
      3,
      ['lalin', 'rambu'],
    ),
  ),
  pns(
    '197912032005011007',
    'III/d',
    post(
      'kasi-dalops',
      'Syahrani, S.H.',
      ['dalops', 'Kepala Seksi Pengendalian dan Operasional', 'JA'],
      'kabid-lalin',
      3,
      ['lalin', 'barang'],
    ),
  ),
  pns(
    '197302181997031006',
    'IV/a',
    post('kabid-angkutan', 'H. Gusti Rusli, S.Sos.', ['angkutan', 'Kepala Bidang Angkutan', 'JA'], 'kadis', 2, [
      'orang',
      'barang',
      'sungai',
    ]),
  ),
  pns(
    '198508092010012008',
    'III/c',
    post('kasi-orang', 'Rusmini, S.E.', ['orang', 'Kepala Seksi Angkutan Orang', 'JA'], 'kabid-angkutan', 2, [
      'orang',
      'sungai',
    ]),
  ),
  pns(
    '198201252007011009',
    'III/d',
    post(
      'kasi-barang',
      'Muhammad Yamani, S.T.',
      ['barang', 'Kepala Seksi Angkutan Barang', 'JA'],
      'kabid-angkutan',
      2,
      ['barang'],
    ),
  ),
  pns(
    '197410101998031009',
    'IV/a',
    post(
      'kabid-keselamatan',
      'Ir. Hj. Mariatul Kiftiah',
      ['keselamatan', 'Kepala Bidang Keselamatan dan Prasarana', 'JA'],
      'kadis',
      2,
      ['keselamatan', 'terminal'],
    ),
  ),
  pns(
    '198606172011011010',
    'III/c',
    post(
      'kasi-terminal',
      'Herlan Taupik, S.AP.',
      ['terminal', 'Kepala Seksi Terminal dan Parkir', 'JA'],
      'kabid-keselamatan',
      3,
      ['terminal', 'parkir'],
    ),
  ),
  pns(
    '198409212009032011',
    'III/c',
    post(
      'kasi-keselamatan',
      'Noor Laila, S.Pd.',
      ['sekeselamatan', 'Kepala Seksi Keselamatan', 'JA'],
      'kabid-keselamatan',
      2,
      ['keselamatan'],
    ),
  ),
  pns(
    '197808152003121012',
    'III/d',
    post('ka-upt', 'Supiani, S.T.', ['uji', 'Kepala UPT Pengujian Kendaraan Bermotor', 'JA'], 'kadis', 3, ['uji']),
  ),
  pns(
    '198812042014021003',
    'III/b',
    post('penguji-1', 'Muhammad Ridha, A.Md.', ['uji', 'Penguji Kendaraan Bermotor Mahir', 'JF'], 'ka-upt', 5, ['uji']),
  ),
  pns(
    '199203192015031002',
    'III/a',
    post('penguji-2', 'Khairul Anwar, A.Md.', ['uji', 'Penguji Kendaraan Bermotor Terampil', 'JF'], 'ka-upt', 5, [
      'uji',
    ]),
  ),
  pppk(
    '199506262023211004',
    'VII',
    post('penguji-3', 'Yuliana Safitri, A.Md.T.', ['uji', 'Penguji Kendaraan Bermotor Pemula', 'JF'], 'ka-upt', 4, [
      'uji',
    ]),
  ),
  pns(
    '196903111992031013',
    'III/b',
    post('adm-1', 'Abdul Hamid', ['umum', 'Pengadministrasi Umum', 'JA'], 'kasubag-umum', 0, ['surat'], 'none'),
  ),
  pns(
    '199001272019032007',
    'II/d',
    post('adm-2', 'Fitriani', ['umum', 'Pengadministrasi Umum', 'JA'], 'kasubag-umum', 3, ['surat', 'kepegawaian']),
  ),
  pns(
    '198704042010012015',
    'III/b',
    post('bendahara', 'Ratna Dewi, A.Md.', ['keuangan', 'Bendahara', 'JA'], 'kasubag-keu', 5, ['keuangan']),
  ),
  pns(
    '199109082018011003',
    'III/b',
    post('analis-1', 'Muhammad Noor Ihsan, S.T.', ['rekayasa', 'Analis Lalu Lintas', 'JA'], 'kasi-rekayasa', 3, [
      'lalin',
      'rambu',
    ]),
  ),
  pppk(
    '199402142022212009',
    'IX',
    post(
      'analis-2',
      'Lisda Aulia, S.T.',
      ['dalops', 'Analis Lalu Lintas', 'JA'],
      'kasi-dalops',
      2,
      ['lalin'],
      'submitted',
    ),
  ),
  pns(
    '198505162008011014',
    'II/d',
    post('terminal-1', 'Saipul Bahri', ['terminal', 'Pengelola Terminal', 'JA'], 'kasi-terminal', 1, ['terminal']),
  ),
  pns(
    '196812251993031011',
    'II/d',
    post('parkir-1', 'Jumberi', ['terminal', 'Petugas Parkir', 'JA'], 'kasi-terminal', 0, ['parkir'], 'draft'),
  ),
  pppk(
    '199711302024212002',
    'IX',
    post('prakom', 'Nur Azizah, S.Kom.', ['keuangan', 'Pranata Komputer Ahli Pertama', 'JF'], 'kasubag-keu', 4, [
      'data',
    ]),
  ),
  pns(
    '198902062012012006',
    'III/a',
    post('angkutan-1', 'Hairunnisa, S.AP.', ['orang', 'Pengelola Data Angkutan', 'JA'], 'kasi-orang', 2, [
      'orang',
      'sungai',
    ]),
  ),
  honorer('honorer-1', 'Aulia Rahman', 'terminal', 'kasi-terminal', 'Tenaga kontrak terminal'),
  honorer('honorer-2', 'Mahyudin', 'dalops', 'kasi-dalops', 'Tenaga kontrak pengatur lalu lintas'),
  honorer('honorer-3', 'Sri Wahyuni', 'umum', 'kasubag-umum', 'Tenaga kontrak administrasi'),
  honorer('honorer-4', 'Ilham Akbar', 'uji', 'ka-upt', 'Tenaga kontrak UPT'),
];

/** Kelas jabatan by the name of the post, and what the agency pays a month in it. Invented. */
export const DEMO_POST_CLASSES: Record<string, number> = {
  'Kepala Dinas': 14,
  Sekretaris: 12,
  'Kepala Bidang Lalu Lintas': 11,
  'Kepala Bidang Angkutan': 11,
  'Kepala Bidang Keselamatan dan Prasarana': 11,
  'Kepala Subbagian Umum dan Kepegawaian': 9,
  'Kepala Subbagian Perencanaan dan Keuangan': 9,
  'Kepala Seksi Manajemen dan Rekayasa': 9,
  'Kepala Seksi Pengendalian dan Operasional': 9,
  'Kepala Seksi Angkutan Orang': 9,
  'Kepala Seksi Angkutan Barang': 9,
  'Kepala Seksi Terminal dan Parkir': 9,
  'Kepala Seksi Keselamatan': 9,
  'Kepala UPT Pengujian Kendaraan Bermotor': 9,
  'Penguji Kendaraan Bermotor Mahir': 8,
  'Pranata Komputer Ahli Pertama': 8,
  'Penguji Kendaraan Bermotor Terampil': 7,
  'Analis Lalu Lintas': 7,
  Bendahara: 7,
  'Pengelola Data Angkutan': 6,
  'Pengelola Terminal': 6,
  'Penguji Kendaraan Bermotor Pemula': 5,
  'Pengadministrasi Umum': 5,
  'Petugas Parkir': 3,
};

/** The allowances of the demo agency: its working days with approved work, and a share for the predicate. */
export const DEMO_ALLOWANCE: AllowancePolicy = {
  ...DEFAULT_POLICIES.allowance,
  base: {
    ...{ 3: '1600000', 5: '2050000', 6: '2300000', 7: '2750000', 8: '2950000' },
    ...{ 9: '3500000', 11: '5400000', 12: '6750000', 14: '9500000' },
  },
  requirement: { measure: 'days', minutes: 6750 },
  predicateShare: '30',
};

/** The theme of the superior that a theme of a person's work intervenes in. */
export function parentOf(person: DemoEmployee, theme: string): { ownerId: string; theme: string } | null {
  const superior = DEMO_EMPLOYEES.find(({ id }) => id === person.supervisorId);
  const parent = superior?.themes.find((theirs) => theirs === theme) ?? superior?.themes[0];
  return superior && parent ? { ownerId: superior.id, theme: parent } : null;
}

/** Who draws up the allowances. */
export const DEMO_TREASURER = 'bendahara';

/** The personnel agency's administrator: an account without a post in the agency. */
export const DEMO_ADMINISTRATOR = {
  id: 'admin-bkpsdm',
  nip: '198505052010011099',
  name: 'Administrator BKPSDM',
  grade: 'III/c',
};

/** Accounts named at start, each to try one part of the product. */
export const DEMO_ACCOUNTS = [
  { nip: '198812042014021003', what: 'Muhammad Ridha, penguji (employee)' },
  { nip: '197808152003121012', what: 'Supiani, kepala UPT (supervisor of the penguji)' },
  { nip: '197004121995031002', what: 'H. Rahmadi Noor, kepala dinas' },
  { nip: '196903111992031013', what: 'Abdul Hamid, pengadministrasi umum (no SKP yet)' },
  { nip: '198704042010012015', what: 'Ratna Dewi, bendahara (draws up the allowances)' },
  { nip: DEMO_ADMINISTRATOR.nip, what: 'Administrator BKPSDM (people, rules, maintenance)' },
];
