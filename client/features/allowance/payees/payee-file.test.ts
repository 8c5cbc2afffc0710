import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { readTable } from '#client/table-file/reading/read-table.ts';
import { changesOf } from './changes.ts';
import { readPayees } from './payee-file.ts';

const [RIDHA, SUPIANI] = ['198812042014021003', '197808152003121012'];
const employees = new Map([
  [RIDHA, 'ridha'],
  [SUPIANI, 'supiani'],
]);
const tableOf = (content: string | Uint8Array) =>
  readTable(typeof content === 'string' ? new TextEncoder().encode(content) : content, { sheet: null, fixed: [] });
const read = async (content: string | Uint8Array, sign: ',' | '.' | null = null) =>
  readPayees(await tableOf(content), { employees, sign });
const problems = ({ problems: all }: Awaited<ReturnType<typeof read>>) => all.map(({ row, kind }) => `${row} ${kind}`);

it('is read under its titles, an empty cell saying nothing', async () => {
  const text = [
    'DATA PEGAWAI;;;;;;;;',
    'No;NIP;Nama;Status PTKP;NPWP;Nama Bank;No. Rekening;Bruto Gaji;PPh Gaji;Dasar BPJS',
    `1;${RIDHA};Muhammad Ridha;K1;12.345.678.9-012.000;Bank Kalsel;001-234 5678;4.500.000;0;4.300.000`,
    `2;'19780815 200312 1 012;Supiani;;;;99990001;;;`,
  ].join('\n');
  const list = await read(text);
  expect(list.people.map(({ employeeId, told }) => [employeeId, told])).toEqual([
    [
      'ridha',
      {
        ...{ ptkp: 'K/1', npwp: '123456789012000', bank: 'Bank Kalsel', account: '0012345678' },
        ...{ salary: '4500000', salaryTax: '0', insuredSalary: '4300000' },
      },
    ],
    ['supiani', { account: '99990001' }],
  ]);
  expect(list).toMatchObject({ usable: true, rows: 2, problems: [] });
});

it('names every row that it cannot use, with why', async () => {
  const text = [
    'NIP;PTKP;NPWP;Rekening;Bruto',
    `${RIDHA};K/4;;;`,
    `${RIDHA};;123;;`,
    `${RIDHA};;;12AB;`,
    `${RIDHA};;;;4.500.000,50`,
    `${RIDHA};;;;`,
    ';K/1;;;',
    '1,98812E+17;K/1;;;',
    '123;K/1;;;',
    '198812042014021999;K/1;;;',
    `${SUPIANI};;1,23457E+15;;`,
    `${SUPIANI};K/1;;;`,
    `${SUPIANI};K/1;;;`,
    `${SUPIANI};K/2;;;`,
  ].join('\n');
  const list = await read(text);
  expect(problems(list)).toEqual([
    ...['2 ptkp-wrong', '3 npwp-wrong', '4 account-wrong', '5 amount-wrong', '6 empty', '7 nip-missing'],
    ...['8 nip-number', '9 nip-wrong', '10 nip-unknown', '11 digits-lost', '14 duplicate'],
  ]);
  expect(list.people.map(({ row, told }) => [row, told])).toEqual([[12, { ptkp: 'K/1' }]]);
});

it('asks what 4.300 is where no other cell of its column says it', async () => {
  const text = `NIP;Bruto\n${RIDHA};4.300\n`;
  expect((await read(text)).open).toMatchObject({ example: '4.300' });
  expect((await read(text, ',')).people[0]?.told).toEqual({ salary: '4300' });
});

it('never takes an account or an NPWP from a number, of which zeros or the last digits are lost', async () => {
  const sheet = utils.aoa_to_sheet([
    ['NIP', 'Rekening', 'NPWP'],
    [RIDHA, 12345678, null],
    [SUPIANI, null, 123456789012345],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Data');
  const list = await read(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })));
  expect(problems(list)).toEqual(['2 digits-lost', '3 digits-lost']);
});

it.each(['Nama;PTKP\nRidha;K/1', `NIP;Nama\n${RIDHA};Ridha`, 'x'])('%j is no file of this kind', async (text) => {
  expect((await read(text)).usable).toBe(false);
});

it('what is known already is no change, what differs is, what is emptied is cleared', () => {
  const ofMonth = { extra: null, extraTax: null, yearPension: null, earlierGross: null, earlierTax: null };
  const nothing = { salary: null, salaryTax: null, insuredSalary: null, tax: null, ...ofMonth };
  const known = { ptkp: 'K/1', npwp: '123456789012345', bank: 'BRI', account: '12345678', ...nothing } as const;
  expect(changesOf(known, { ...known })).toBeNull();
  expect(changesOf(known, { ...known, bank: 'Bank Kalsel', npwp: null })).toEqual({
    ...{ ptkp: null, npwp: null, bank: 'Bank Kalsel', account: null, ...nothing },
    cleared: ['npwp'],
  });
});

it('takes what holds for the month alone under its own titles, never for the salary or its tax', async () => {
  const titles = 'NIP;THR;PPh 21 THR;Gaji Ke-13;Iuran Pensiun Setahun;Bruto Bulan Lain;PPh 21 Bulan Sebelumnya;PPh TPP';
  const { people, columns } = await read(`${titles}\n${RIDHA};4.500.000;0;;2.150.000;68.580.000;685.800;\n`);
  expect(columns).toMatchObject({ extra: 1, extraTax: 2, yearPension: 4, earlierGross: 5, earlierTax: 6, tax: 7 });
  expect(columns).toMatchObject({ salary: null, salaryTax: null });
  expect(people.map(({ told }) => told)).toEqual([
    {
      ...{ extra: '4500000', extraTax: '0', yearPension: '2150000' },
      ...{ earlierGross: '68580000', earlierTax: '685800' },
    },
  ]);
});
