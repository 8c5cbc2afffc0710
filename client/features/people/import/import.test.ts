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
