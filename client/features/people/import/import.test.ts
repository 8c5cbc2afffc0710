import { expect, it } from 'vitest';
import { readTable } from '#client/table-file/reading/read-table.ts';
import type { MutationArgs } from '#shared/mutations.ts';
import { agencyScope } from '#shared/scopes.ts';
import { AGENCY, newWorld, outcomeOf, type World } from '#shared/testing/people-who-act.ts';
import { kindOf, layoutOf } from './columns.ts';
import { type Directory, type Plan, planOf } from './plan.ts';
import { readPersonnel } from './read-personnel.ts';
import { SIASN_TITLES, type SiasnPerson, siasnRow } from './testing.ts';

const SCOPE = agencyScope(AGENCY);
const KADIS: SiasnPerson = {
  ...{ nip: '197004121995031002', name: 'RAHMADI NOOR', back: 'S.T.', grade: 'IV/b', kind: 'Struktural' },
  ...{ position: 'Kepala Dinas', since: '01-03-2024', unitId: 'A1', unit: 'Dinas Perhubungan', echelon: 'II.b' },
};
const KABID: SiasnPerson = {
  ...{ nip: '197808152003121012', name: 'SUPIANI', grade: 'III/d', kind: 'Struktural', position: 'Kepala Bidang' },
  ...{ since: '05-02-2023', unitId: 'B1', unit: 'Bidang Angkutan', echelon: 'III.b' },
};
const STAFF: SiasnPerson = {
  ...{ nip: '199504122020122003', name: 'AULIA', grade: 'II/c', kind: 'Pelaksana', position: 'Pengelola Data' },
  ...{ since: '13-11-2022', unitId: 'B1', unit: 'Bidang Angkutan' },
};
const PPPK: SiasnPerson = {
  ...{ nip: '198812042023211003', name: 'RIDHA', grade: 'IX', kind: 'Fungsional Tertentu', standing: 'PPPK Aktif' },
  ...{ position: 'TERAMPIL - PERAWAT', since: '01-06-2023', unitId: 'B1', unit: 'Bidang Angkutan' },
};
const HIERARCHY =
  'ID;NAMA_UNOR;ID_ATASAN\nA1;Dinas Perhubungan;PEMKAB\nB1;Bidang Angkutan;A1\nB2;Bidang Lalu Lintas;A1\n';

const csv = (people: readonly SiasnPerson[], separator = '|') =>
  [SIASN_TITLES, ...people.map(siasnRow)].map((cells) => cells.join(separator)).join('\r\n');
const bytes = (text: string) => new TextEncoder().encode(text);
const tableOf = (content: string | Uint8Array) =>
  readTable(typeof content === 'string' ? bytes(content) : content, { sheet: null, fixed: [] });

async function read(content: string | Uint8Array) {
  const table = await tableOf(content);
  const { titleRow, titles, columns } = layoutOf(table.rows);
  const kind = kindOf(columns);
  if (!kind) throw new Error('no file of this kind');
  return readPersonnel(table, { kind, columns, read: { titleRow, titles }, order: null, latest: '2027-12-31' });
}
const problemsOf = async (content: string) => (await read(content)).problems.map(({ row, kind }) => `${row} ${kind}`);

const emptyWorld = () => {
  const world = newWorld();
  for (const id of ['budi', 'ani', 'cici', 'head']) {
    world.rows.apply([{ table: 'assignment', scope: SCOPE, id: `post-${id}`, removed: true }]);
  }
  return world;
};
const directoryOf = (world: World) =>
  ({
    units: world.rows.all('unit', SCOPE),
    employees: world.rows.all('employee', SCOPE),
    assignments: world.rows.all('assignment', SCOPE),
  }) as unknown as Directory;
const take = (world: World, { args }: Plan) =>
  outcomeOf(world.act('admin', { name: 'personnel.take', args: args as MutationArgs<'personnel.take'> }));
async function bring(world: World, content: string, from = '2026-11-01', complete = false): Promise<Plan> {
  const plan = planOf(await read(content), { directory: directoryOf(world), from, complete });
  expect(take(world, plan)).toBe('applied');
  return plan;
}
const changes = (plan: Plan) => plan.lines.map(({ name, what }) => `${name}: ${what.join(' ')}`);
const superiors = (world: World, on = '2026-12-31') =>
  Object.fromEntries(
    directoryOf(world)
      .assignments.filter(({ validUntil }) => validUntil === null || validUntil >= on)
      .map(({ employeeId, supervisorId }) => [employeeId, supervisorId]),
  );

it.each(['|', ';', ',', '\t'])('reads the 69 columns of a SIASN export with %j between them', async (separator) => {
  expect(SIASN_TITLES).toHaveLength(69);
  const people = separator === ',' ? [KADIS, STAFF] : [KADIS, KABID, STAFF, PPPK];
  const file = await read(csv(people, separator));
  expect(file).toMatchObject({ kind: 'people', problems: [], open: null });
  expect(file.people[0]).toMatchObject({
    ...{ nip: KADIS.nip, name: 'RAHMADI NOOR, S.T.', employment: 'PNS', grade: 'IV/b', positionKind: 'JPT' },
    ...{ structural: true, echelon: 22, since: '2024-03-01', unit: { id: 'A1', name: 'Dinas Perhubungan' } },
  });
});

it('knows a PPPK, a functional post and the day of a post', async () => {
  const [person] = (await read(csv([PPPK]))).people;
  expect(person).toMatchObject({ employment: 'PPPK', grade: 'IX', positionKind: 'JF', since: '2023-06-01' });
});

it.each([
  [
    'as UTF-16',
    (text: string) =>
      new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...text].map((l) => l.charCodeAt(0))).buffer)]),
  ],
  [
    'as Windows-1252',
    (text: string) => new Uint8Array([...text.replace('AULIA', 'AULI\u00c1')].map((l) => l.charCodeAt(0))),
  ],
])('reads a file %s', async (_what, encoded) => {
  expect((await read(encoded(csv([KADIS, STAFF])))).people).toHaveLength(2);
});

it.each([
  ['a NIP in scientific notation', { nip: '1,99504E+17' }, 'nip-number'],
  ['no NIP', { nip: '' }, 'nip-missing'],
  ['a NIP of 17 digits', { nip: '19950412202012200' }, 'nip-length'],
  ['a NIP of month 15', { nip: '199504122020152003' }, 'nip-appointment-month'],
  ['a birth date of another', { born: '13-04-1995' }, 'birth-differs'],
  ['another sex', { sex: 'M' }, 'sex-differs'],
  ['no name', { name: '' }, 'name-missing'],
  ['no unit', { unit: '', unitId: '' }, 'unit-missing'],
  ['no post', { position: '' }, 'position-missing'],
  ['a day that is none', { since: '31-02-2024' }, 'since-wrong'],
])('refuses the row with %s, and no other', async (_what, change, kind) => {
  expect(await problemsOf(csv([KADIS, { ...STAFF, ...change }, PPPK]))).toEqual([`3 ${kind}`]);
});

it.each([
  ['an apostrophe before the NIP', { nip: `'${STAFF.nip}` }],
  ['a birth date as the number of a spreadsheet', { born: '34801' }],
  ['a birth date with month and day turned round', { born: '04/12/1995' }],
  ['a birth date in the order of the standard', { born: '1995-04-12' }],
])('takes %s', async (_what, change) => {
  const file = await read(csv([{ ...STAFF, ...change }]));
  expect(file.problems).toEqual([]);
  expect(file.people[0]?.nip).toBe(STAFF.nip);
});

it('of two rows of one person that say otherwise, names the second; one that repeats is taken once', async () => {
  const file = await read(csv([STAFF, STAFF, { ...STAFF, grade: 'II/d' }]));
  expect([file.people.length, file.problems.map(({ row, kind }) => `${row} ${kind}`)]).toEqual([1, ['4 duplicate']]);
});

it('an empty directory gets units, people, posts and superiors; the same files once more change nothing', async () => {
  const world = emptyWorld();
  expect((await bring(world, HIERARCHY)).newUnits).toEqual([
    'Dinas Perhubungan',
    'Bidang Angkutan',
    'Bidang Lalu Lintas',
  ]);
  const plan = await bring(world, csv([KADIS, KABID, STAFF, PPPK]));
  expect(plan.args.seen).toMatchObject({ new: 4, units: 0 });
  expect([plan.open, plan.tops.map(({ name }) => name)]).toEqual([[], ['RAHMADI NOOR, S.T.']]);
  const [kadis, kabid] = [`nip-${KADIS.nip}`, `nip-${KABID.nip}`];
  expect(superiors(world)).toEqual({
    ...{ [kadis]: null, [kabid]: kadis, [`nip-${STAFF.nip}`]: kabid, [`nip-${PPPK.nip}`]: kabid },
  });
  for (const [content, complete] of [
    [HIERARCHY, false],
    [csv([KADIS, KABID, STAFF, PPPK]), true],
  ] as const) {
    const again = planOf(await read(content), { directory: directoryOf(world), from: '2026-11-15', complete });
    expect([again.lines, again.newUnits, again.args.units]).toEqual([[], [], []]);
  }
});

it('a month later: moved, promoted, left, new, and whoever worked for who left gets the next superior', async () => {
  const world = emptyWorld();
  await bring(world, HIERARCHY);
  await bring(world, csv([KADIS, KABID, STAFF, PPPK]));
  const next = [
    { ...KADIS, unit: 'Dinas Perhubungan' },
    { ...KABID, standing: 'Pensiun' },
    { ...STAFF, grade: 'II/d', unitId: 'B2', unit: 'Bidang Lalu Lintas', since: '10-12-2026' },
    PPPK,
    { ...STAFF, nip: '199001012020121001', name: 'BARU', unitId: 'B2', unit: 'Bidang Lalu Lintas' },
  ];
  const plan = await bring(world, csv(next), '2026-12-01', true);
  expect(changes(plan).sort()).toEqual(['AULIA: promoted moved', 'BARU: new', 'RIDHA: superior', 'SUPIANI: left']);
  expect(plan.args.seen).toMatchObject({ new: 1, moved: 1, promoted: 1, superior: 1, left: 1, units: 0 });
  const kadis = `nip-${KADIS.nip}`;
  expect(superiors(world)).toEqual({
    ...{ [kadis]: null, [`nip-${STAFF.nip}`]: kadis, [`nip-${PPPK.nip}`]: kadis, 'nip-199001012020121001': kadis },
  });
  const moved = directoryOf(world).assignments.filter(({ employeeId }) => employeeId === `nip-${STAFF.nip}`);
  expect(moved.map(({ unitId, validFrom, validUntil }) => [unitId, validFrom, validUntil])).toEqual([
    ['B1', '2026-11-01', '2026-12-09'],
    ['B2', '2026-12-10', null],
  ]);
  const back = await bring(world, csv([KADIS, KABID]), '2027-02-01');
  expect(changes(back).sort()).toContain('SUPIANI: returned');
});

it('where the head of a unit is open, the acting one is the superior; of two that might be, none is taken', async () => {
  const own = 'NIP;Nama;Golongan;Jabatan;Unit Kerja;Unit Induk\n';
  const row = (nip: string, name: string, position: string, unit: string, above = '') =>
    `${nip};${name};III/a;${position};${unit};${above}\n`;
  const head = row(KADIS.nip, 'Kadis', 'Kepala Dinas', 'Dinas');
  const world = emptyWorld();
  const plt =
    row(KABID.nip, 'Supi', 'Sekretaris', 'Sekretariat', 'Dinas') +
    row(KABID.nip, 'Supi', 'Plt. Kepala Bidang', 'Bidang', 'Dinas');
  await bring(world, own + head + plt + row(STAFF.nip, 'Aulia', 'Analis', 'Bidang', 'Dinas'));
  const staff = directoryOf(world).assignments.find(({ employeeId }) => employeeId === `nip-${STAFF.nip}`);
  expect(staff?.supervisorId).toBe(`nip-${KABID.nip}`);
  const definitive = row('198001012005011001', 'Baru', 'Kepala Bidang', 'Bidang', 'Dinas');
  const ends = await bring(world, own + head + definitive, '2026-12-01');
  expect(changes(ends).sort()).toEqual(['Aulia: superior', 'Baru: new', 'Supi: corrected']);
  const acting = directoryOf(world).assignments.filter(({ kind }) => kind === 'plt');
  expect(acting.map(({ validUntil }) => validUntil)).toEqual(['2026-11-30']);
  const same = planOf(await read(own + head + definitive), {
    ...{ directory: directoryOf(world), from: '2026-12-01', complete: false },
  });
  expect([same.lines, same.args.ended]).toEqual([[], []]);
  const two =
    row('198001012005011001', 'X', 'Kepala Bidang', 'Bidang') +
    row('198001012005011002', 'Y', 'Kepala Bidang', 'Bidang');
  const plan = planOf(await read(own + head + two + row(STAFF.nip, 'Aulia', 'Analis', 'Bidang')), {
    ...{ directory: directoryOf(emptyWorld()), from: '2026-11-01', complete: false },
  });
  expect(plan.open.map(({ name, why }) => `${name} ${why}`)).toEqual(['X several', 'Y several', 'Aulia several']);
});

it('a list of classes gives its class to everybody in the post, and names a post that nobody holds', async () => {
  const world = emptyWorld();
  await bring(world, csv([KADIS, KABID, STAFF]));
  const plan = await bring(world, 'Nama Jabatan;Kelas Jabatan\nPENGELOLA DATA;6\nPilot;9\n');
  expect([changes(plan), plan.problems]).toEqual([
    ['AULIA: corrected'],
    [{ row: 3, kind: 'position-unknown', found: 'Pilot' }],
  ]);
  const staff = directoryOf(world).assignments.find(({ employeeId }) => employeeId === `nip-${STAFF.nip}`);
  expect(staff).toMatchObject({ postClass: 6, validUntil: null });
});

it('a superior by hand stays while both go on in their posts; one that the file names comes first', async () => {
  const world = emptyWorld();
  await bring(world, HIERARCHY);
  await bring(world, csv([KADIS, KABID, STAFF, PPPK]));
  const [held] = directoryOf(world).assignments.filter(({ employeeId }) => employeeId === `nip-${STAFF.nip}`);
  world.rows.apply([
    {
      table: 'assignment',
      scope: SCOPE,
      id: held?.id ?? '',
      row: { ...held, supervisorId: `nip-${KADIS.nip}` } as never,
    },
  ]);
  const again = planOf(await read(csv([KADIS, KABID, STAFF, PPPK])), {
    ...{ directory: directoryOf(world), from: '2026-12-01', complete: false },
  });
  expect(again.lines).toEqual([]);
  const own = `NIP;Nama;Jabatan;Unit Kerja;NIP Atasan\n${STAFF.nip};AULIA;Pengelola Data;Bidang Angkutan;${KABID.nip}\n`;
  expect(changes(await bring(world, own, '2026-12-01'))).toEqual(['AULIA: superior']);
  expect((await read(own.replace(KABID.nip, '123'))).problems.map(({ kind }) => kind)).toEqual(['superior-wrong']);
});

it.each(['a;b\n1;2', 'NIP;Nama\n1;x', 'Tanggal;Masuk\n1;2'])('%j is no file of this kind', async (text) => {
  expect(kindOf(layoutOf((await tableOf(text)).rows).columns)).toBeNull();
});

const LIST_TITLES = 'NIP;NAMA;JABATAN;UNIT KERJA;UNIT KERJA INDUK;ESELON';
const NIPS = [
  '197004121995031002',
  '197808152003121012',
  '198508092010012008',
  '199504122020122003',
  '198712042014021003',
];
const list = (...people: readonly string[]) =>
  [LIST_TITLES, ...people.map((person, index) => `${NIPS[index]};${person}`)].join('\n');
const unitsOf = (world: World) =>
  directoryOf(world).units.map(({ id, name, parentId }) => `${id} ${name} < ${parentId}`);
const nip = (index: number) => `nip-${NIPS[index]}`;

it('units of one name under others are others, each with its own head', async () => {
  const world = emptyWorld();
  const file = list(
    'Kapus A;Kepala Puskesmas;Puskesmas Alabio;Dinas Kesehatan;III.a',
    'Ktu A;Kepala Subbagian;Subbagian Tata Usaha;Puskesmas Alabio;IV.a',
    'Kapus B;Kepala Puskesmas;Puskesmas Babirik;Dinas Kesehatan;III.a',
    'Staf B;Pengelola Data;Subbagian Tata Usaha;Puskesmas Babirik;',
  );
  const plan = await bring(world, file);
  expect(plan.problems).toEqual([]);
  expect(unitsOf(world)).toEqual([
    'unit-puskesmas-alabio Puskesmas Alabio < unit-dinas-kesehatan',
    'unit-dinas-kesehatan Dinas Kesehatan < null',
    'unit-subbagian-tata-usaha Subbagian Tata Usaha < unit-puskesmas-alabio',
    'unit-puskesmas-babirik Puskesmas Babirik < unit-dinas-kesehatan',
    'unit-subbagian-tata-usaha-2 Subbagian Tata Usaha < unit-puskesmas-babirik',
  ]);
  expect(superiors(world)).toMatchObject({ [nip(1)]: nip(0), [nip(3)]: nip(2) });
  expect((await bring(world, file, '2026-12-01')).lines).toEqual([]);
  const open = `${LIST_TITLES}\n${NIPS[4]};Staf C;Pengelola Data;Subbagian Tata Usaha;;`;
  const { problems } = planOf(await read(open), { directory: directoryOf(world), from: '2026-12-01', complete: false });
  expect(problems).toMatchObject([{ row: 2, kind: 'unit-ambiguous', found: 'Subbagian Tata Usaha' }]);
});

it('long names that begin alike are other units', async () => {
  const world = emptyWorld();
  const long = 'Seksi Pengelolaan Rekayasa Lalu Lintas dan Pengendalian Operasional Angkutan Jalan Raya Wilayah';
  const plan = await bring(
    world,
    list(
      `Utara;Kepala Seksi;${long} Utara;;IV.a`,
      `Selatan;Kepala Seksi;${long} Selatan;;IV.a`,
      `Staf;Analis;${long} Selatan;;`,
    ),
  );
  expect(plan.newUnits).toEqual([`${long} Utara`, `${long} Selatan`]);
  expect(superiors(world)).toMatchObject({ [nip(2)]: nip(1) });
});

it.each([
  ['Pensiun', true, null],
  ['Meninggal Dunia', true, null],
  ['Aktif', false, null],
  ['Masa Persiapan Pensiun', false, null],
  ['Pemberhentian Sementara', false, null],
  ['PNS Aktif (belum pensiun)', false, 'PNS Aktif (belum pensiun)'],
])('of somebody who stands as %s', async (standing, gone, oddStanding) => {
  const [person] = (await read(csv([{ ...STAFF, standing }]))).people;
  expect(person).toMatchObject({ gone, oddStanding });
});

it('another spelling of the same post keeps its class, and who has none is named', async () => {
  const world = emptyWorld();
  await bring(world, HIERARCHY);
  const first = await bring(world, csv([KADIS, KABID, STAFF]));
  expect(first.classless.map(({ name }) => name)).toEqual(['RAHMADI NOOR, S.T.', 'SUPIANI', 'AULIA']);
  await bring(world, 'JABATAN;KELAS\nPengelola Data;6\nKepala Bidang;11\n');
  const plan = await bring(world, csv([KADIS, KABID, { ...STAFF, position: 'PENGELOLA  DATA' }]), '2026-12-01');
  expect(plan.lines).toEqual([]);
  const [post] = directoryOf(world).assignments.filter(({ employeeId }) => employeeId === `nip-${STAFF.nip}`);
  expect(post).toMatchObject({ position: 'Pengelola Data', postClass: 6, validUntil: null });
});

it('the one above whom nobody is heads the agency; of several, and of whom nobody is known, nobody does', async () => {
  const heads = (world: World) =>
    directoryOf(world).assignments.flatMap(({ employeeId, headsAgency, validUntil }) =>
      headsAgency && validUntil === null ? [employeeId] : [],
    );
  const world = emptyWorld();
  await bring(world, HIERARCHY);
  await bring(world, csv([KADIS, KABID, STAFF]));
  expect(heads(world)).toEqual([`nip-${KADIS.nip}`]);
  // The same once more takes it from nobody.
  expect((await bring(world, csv([KADIS, KABID, STAFF]), '2026-12-01')).lines).toEqual([]);
  const without = emptyWorld();
  const plan = await bring(without, list('Staf;Analis;Bidang Lalu Lintas;;', 'Lain;Analis;Bidang Angkutan;;'));
  expect([heads(without), plan.open.length]).toEqual([[], 2]);
});
