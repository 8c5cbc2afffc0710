// An invented office whose papers have everything that a paper may have: names of every length and letter, remarks that
// fill pages, a plan of each approach, a head and an employee.

import { PersonDatabase } from '#client/sync/database.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import type { DocumentSubject } from '#shared/documents/questions/document-facts.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { type Row, type TableName, tables } from '#shared/tables.ts';

const AGENCY = 'a:dinas';
export const EMPLOYEE = 'p1' as EmployeeId;
export const HEAD = 'p2' as EmployeeId;

export const LETTERS = 'Ma’ruf “André” Señora Škoda Łukasz • ‘satu’ – dua — tiga €12,5 ½ Andre\u0301 Nguyê\u0303n';
export const LONG_NAME = `Prof. Dr. Ir. Raden Mas ${'Kusumaningrat Wirayudha '.repeat(4)}, S.T., M.Eng., Ph.D.`;
export const REMARK = Array.from(
  { length: 120 },
  (_, line) => `Catatan ${line + 1}: pekerjaan ini perlu dilanjutkan.`,
).join('\n');

type Rows = { [Name in TableName]?: Partial<Row<Name>>[] };

const at = (day: string) => `${day}T16:30:00.000Z`;

const ROWS: Rows = {
  unit: [
    { id: 'u1', name: 'UPT Pengujian Kendaraan Bermotor', parentId: null },
    { id: 'u2', name: 'Dinas Perhubungan', parentId: null },
  ] as Partial<Row<'unit'>>[],
  employee: [
    { id: 'p1', nip: '198812042014021003', name: `Muhammad ${LETTERS}`, employment: 'PNS', grade: 'III/d' },
    { id: 'p2', nip: '197808152003121012', name: LONG_NAME, employment: 'PNS', grade: 'IV/a' },
    { id: 'p3', nip: '197003011995031001', name: 'Dra. Siti Aminah, M.Si.', employment: 'PNS', grade: 'IV/c' },
    { id: 'p4', nip: '198003052006042011', name: 'Atasan yang baru', employment: 'PNS', grade: 'III/c' },
  ] as Partial<Row<'employee'>>[],
  assignment: [
    ['p1', 'u1', 'Penguji Kendaraan Bermotor Ahli Pertama', 'JF', 'p2', false, '2026-01-01', '2026-06-30'],
    ['p1', 'u1', 'Penguji Kendaraan Bermotor Ahli Muda', 'JF', 'p4', false, '2026-07-01', null],
    ['p2', 'u1', 'Kepala UPT Pengujian', 'JA', 'p3', true, '2026-01-01', null],
    ['p3', 'u2', 'Kepala Dinas', 'JPT', null, false, '2026-01-01', null],
    ['p4', 'u1', 'Kepala Subbagian', 'JA', 'p3', false, '2026-01-01', null],
  ].map(([employeeId, unitId, position, positionKind, supervisorId, leadsUnit, validFrom, validUntil], index) => ({
    ...{ id: `as${index}`, employeeId, unitId, position, positionKind, kind: 'definitive', supervisorId },
    ...{ postClass: 8, leadsUnit, headsAgency: supervisorId === null, validFrom, validUntil },
  })) as Partial<Row<'assignment'>>[],
};

const plan = (owner: string, approach: 'quantitative' | 'qualitative') => {
  const scope = `p:${owner}`;
  const skpId = `skp-${owner}`;
  const texts = [
    'Terlaksananya pengujian berkala kendaraan bermotor sesuai standar',
    'Tertibnya administrasi pengujian',
  ];
  return {
    skp: [
      {
        ...{ scope, id: skpId, employeeId: owner, approach, validFrom: '2026-01-01', validUntil: '2026-12-31' },
        ...{ state: 'approved', revision: 1, edition: 1, submittedAt: at('2026-01-14'), decidedAt: at('2026-01-15') },
        decidedBy: owner === 'p1' ? 'p2' : 'p3',
      },
    ],
    result: [...texts, 'Tugas dari surat perintah'].map((text, index) => ({
      ...{ scope, id: `${owner}-r${index}`, skpId, kind: index === 2 ? 'tambahan' : 'utama', text, endedIn: null },
      ...{ parentId: owner === 'p1' ? 'p2-r0' : null, parentOwnerId: owner === 'p1' ? 'p2' : null },
      expectation: approach === 'qualitative' ? 'Semua kendaraan diuji pada hari yang sama, tanpa antre' : '',
      ...{ perspective: owner === 'p2' ? 'penerima-layanan' : null, createdAt: at('2026-01-02') },
    })),
    indicator:
      approach === 'qualitative'
        ? []
        : ['kuantitas', 'kualitas', 'waktu'].map((aspect, index) => ({
            ...{ scope, id: `${owner}-i${index}`, skpId, resultId: `${owner}-r0`, aspect, unit: 'kendaraan' },
            ...{
              text: `Jumlah kendaraan yang diuji (${aspect})`,
              targetMin: 1250,
              targetMax: index === 0 ? 1500 : null,
            },
            ...{ targetText: null, direction: 'up' },
          })),
    expectation: [{ scope, id: `${owner}-e`, skpId, value: 'akuntabel', text: 'Catat setiap retribusi pada hari itu' }],
    annex: [
      { scope, id: `${owner}-x`, skpId, kind: 'sumber-daya', text: 'Dua alat uji emisi', createdAt: at('2026-01-02') },
    ],
  };
};

const person = (id: string) => {
  const employee = (ROWS.employee as Row<'employee'>[]).find((one) => one.id === id);
  return {
    ...{ id, name: employee?.name ?? '', nip: employee?.nip ?? null, grade: employee?.grade ?? null },
    ...{ position: id === 'p1' ? 'Penguji Kendaraan Bermotor Ahli Pertama' : 'Kepala UPT Pengujian', unitId: 'u1' },
  };
};

const ofPlan = (table: string) =>
  [plan('p1', 'quantitative'), plan('p2', 'qualitative')].flatMap((of) => of[table as 'skp'] ?? []);

const EVALUATION = {
  ...{ scope: 'w:p1', id: 'ev', skpId: 'skp-p1', kind: 'periodic', period: '2026-Q2', validFrom: '2026-04-01' },
  ...{ validUntil: '2026-06-30', evaluatorId: 'p2', state: 'decided', revision: 4, note: null, deciderId: 'p3' },
  assessment: { results: { 'p1-r0': 'Semua kendaraan selesai diuji' }, realised: { 'p1-i0': 1310 }, note: '' },
  review: {
    results: { 'p1-r0': 'Pertahankan, dan ajari yang baru' },
    behaviours: { akuntabel: 'Selalu tepat' },
    note: REMARK,
  },
  ...{ achievement: 'baik', resultRating: 'di-atas', behaviourRating: 'sesuai', predicate: 'baik' },
  ...{ objection: 'Uji keliling belum dihitung.', decision: 'Dihitung.', followUp: 'Diikutkan pelatihan.' },
  // After midnight in the agency's zone.
  ...{ assessedAt: at('2026-07-01'), ratedAt: at('2026-07-02'), ratedBy: 'p2', finalAt: at('2026-07-02') },
  ...{ receivedAt: at('2026-07-05'), objectedAt: at('2026-07-06'), decidedAt: at('2026-07-07'), decidedBy: 'p3' },
};

/** Evaluations of which the papers of credit points tell: a year, and the first two quarters of the next one. */
const CREDITED = [
  { ...EVALUATION, id: 'ev-2025', kind: 'annual', period: '2025', validFrom: '2025-01-01', validUntil: '2025-12-31' },
  { ...EVALUATION, id: 'ev-q1', period: '2026-Q1', validFrom: '2026-01-01', validUntil: '2026-03-31' },
].map((one) => ({ ...one, skpId: `skp-of-${one.id}`, predicate: 'sangat-baik' }));

const activities = Array.from({ length: 45 }, (_, index) => ({
  ...{ scope: 'w:p1', id: `ac${String(index).padStart(2, '0')}`, employeeId: 'p1', resultId: 'p1-r0' },
  ...{ date: `2026-06-${String(1 + (index % 22)).padStart(2, '0')}`, title: `Uji berkala ${index + 1}, ${LETTERS}` },
  ...{ description: '', start: '08:00', end: '09:00', minutes: 60, quantity: 14, unit: 'kendaraan' },
  ...{ state: index % 5 === 0 ? 'submitted' : 'approved', revision: 1, note: null, createdAt: at('2026-06-22') },
  ...{ clock: 'trusted', editedAt: null, submittedAt: null, decidedAt: null, decidedBy: null },
}));

/** Just what the papers ask of a workspace. */
export async function office(): Promise<Workspace> {
  const db = new PersonDatabase(`papers ${crypto.randomUUID()}`, tables);
  const { employee, indicator } = { employee: ROWS.employee, indicator: ofPlan('indicator') };
  const all: [TableName, object[]][] = [
    ['unit', ROWS.unit ?? []],
    ['employee', employee ?? []],
    ['assignment', ROWS.assignment ?? []],
    ...(['skp', 'result', 'expectation', 'annex'] as const).map((table): [TableName, object[]] => [
      table,
      ofPlan(table),
    ]),
    ['indicator', indicator],
    ['evaluation', [EVALUATION, ...CREDITED].map((one) => ({ ...one, record: recordOf() }))],
    ['activity', activities],
  ];
  for (const [table, rows] of all) {
    await db.rows(table).bulkPut(rows.map((row) => ({ scope: AGENCY, version: 1, ...row })) as never[]);
  }
  const here = {
    db,
    me: EMPLOYEE,
    person: {
      employeeId: EMPLOYEE,
      agencyId: 'dinas',
      agencyName: 'Dinas Perhubungan Kabupaten Hulu Sungai Utara',
      timeZone: 'Asia/Makassar',
    },
    scopes: { agency: AGENCY, plan: 'p:p1', work: 'w:p1', pay: 'm:p1' },
    rows: (table: TableName) => db.rows(table),
    today: () => '2026-07-08',
  };
  return here as unknown as Workspace;
}

function recordOf() {
  const of = plan('p1', 'quantitative');
  const content = { results: of.result, indicators: of.indicator, expectations: of.expectation, annexes: of.annex };
  return {
    ...{ edition: 1, plan: content, employee: person('p1'), evaluator: person('p2') },
    ...{ resultRating: 'di-atas', behaviourRating: 'sesuai', predicate: 'baik' },
  };
}

/** Every paper, by the name of its golden file and picture. */
export const PAPERS: [name: string, owner: EmployeeId, subject: DocumentSubject][] = [
  ['rencana-skp', EMPLOYEE, { kind: 'rencana-skp', skpId: 'skp-p1' }],
  ['rencana-skp-pimpinan', HEAD, { kind: 'rencana-skp', skpId: 'skp-p2' }],
  ['evaluasi', EMPLOYEE, { kind: 'evaluasi', evaluationId: 'ev' }],
  ['dokumen-evaluasi', EMPLOYEE, { kind: 'dokumen-evaluasi', evaluationId: 'ev' }],
  ['konversi-angka-kredit', EMPLOYEE, { kind: 'konversi-angka-kredit', evaluationId: 'ev' }],
  ['akumulasi-angka-kredit', EMPLOYEE, { kind: 'akumulasi-angka-kredit', from: '2025', until: '2026' }],
  ['laporan-bulanan', EMPLOYEE, { kind: 'laporan-bulanan', month: '2026-06' }],
];
