import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from '#client/table-file/reading/read-table.ts';
import { readHolidays } from './holiday-list.ts';

const TODAY = '2026-11-24';
const tableOf = (content: string | Uint8Array) =>
  readTable(typeof content === 'string' ? new TextEncoder().encode(content) : content, { sheet: null, fixed: [] });
const read = async (content: string | Uint8Array, order: 'dmy' | 'mdy' | null = null) =>
  readHolidays(await tableOf(content), { today: TODAY, order });
const days = ({ days: all }: Awaited<ReturnType<typeof read>>) =>
  all.map(({ day: { date, name, kind } }) => `${date} ${name} (${kind})`);
const problems = ({ problems: all }: Awaited<ReturnType<typeof read>>) => all.map(({ row, kind }) => `${row} ${kind}`);

it('is read as somebody pastes it: lines of date, name, and kind where there is one', async () => {
  const text = '2027-01-01; Tahun Baru 2027\n\n2027-03-09; Cuti bersama Nyepi\n2027-03-10; Idulfitri; cuti bersama\n';
  expect(days(await read(text))).toEqual([
    '2027-01-01 Tahun Baru 2027 (libur)',
    '2027-03-09 Cuti bersama Nyepi (cuti-bersama)',
    '2027-03-10 Idulfitri (cuti-bersama)',
  ]);
});

it('is found under its titles, below a heading, beside columns of no concern', async () => {
  const text = [
    'DAFTAR HARI LIBUR NASIONAL DAN CUTI BERSAMA TAHUN 2027;;;',
    ';;;',
    'No;Tanggal;Hari;Keterangan;Jenis',
    '1;1 Januari 2027;Jumat;Tahun Baru 2027 Masehi;Libur Nasional',
    '2;9 Maret 2027;Selasa;Idulfitri;Cuti Bersama',
    '3;16 Agustus 2027;Senin;Diganti;Tetap hari kerja',
  ].join('\n');
  const list = await read(text);
  expect(days(list)).toEqual([
    '2027-01-01 Tahun Baru 2027 Masehi (libur)',
    '2027-03-09 Idulfitri (cuti-bersama)',
    '2027-08-16 Diganti (kerja)',
  ]);
  expect(list.rows).toBe(3);
});

describe('the order of day and month is that of the whole column', () => {
  it('one day beyond the twelfth decides it', async () => {
    expect(days(await read('03/09/2027;Satu\n03/25/2027;Dua'))).toEqual([
      '2027-03-09 Satu (libur)',
      '2027-03-25 Dua (libur)',
    ]);
  });

  it('what stays open is asked with an example, and the answer holds', async () => {
    const text = '03/09/2027;Satu\n04/05/2027;Dua';
    expect((await read(text)).open).toMatchObject({ example: '03/09/2027' });
    expect((await read(text, 'mdy')).open).toBeNull();
    expect(days(await read(text, 'mdy'))).toEqual(['2027-03-09 Satu (libur)', '2027-04-05 Dua (libur)']);
    expect(days(await read(text, 'dmy'))[0]).toBe('2027-09-03 Satu (libur)');
  });
});

it.each(['xlsx', 'ods', 'biff8'] as const)('a workbook (%s) gives the days that are stored in it', async (bookType) => {
  const sheet = utils.aoa_to_sheet([
    ['Tanggal', 'Nama', 'Jenis'],
    // 46388 is 1 January 2027.
    [46388, 'Tahun Baru', 'Libur'],
    ['2027-02-17', 'Imlek', 'Cuti bersama'],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Libur');
  expect(days(await read(new Uint8Array(write(book, { type: 'array', bookType }))))).toEqual([
    '2027-01-01 Tahun Baru (libur)',
    '2027-02-17 Imlek (cuti-bersama)',
  ]);
});

it('names every row that it cannot use, and takes the others', async () => {
  const text = [
    'Tanggal;Nama;Jenis',
    '2027-02-30;Tidak ada;Libur',
    '2027-01-01;;Libur',
    ';Tanpa tanggal;Libur',
    'besok;Libur;Libur',
    '0027-01-01;Tahun Baru;Libur',
    `2027-05-01;${'x'.repeat(201)};Libur`,
    '2027-06-01;Pancasila;Entah',
    '21-22 Maret 2027;Idulfitri;Libur',
    '2027-08-17;Kemerdekaan;Libur',
    '2027-08-17;Kemerdekaan;Libur',
    '2027-08-17;Kemerdekaan;Tetap hari kerja',
  ].join('\n');
  const list = await read(text);
  expect(days(list)).toEqual(['2027-08-17 Kemerdekaan (libur)']);
  expect(problems(list)).toEqual([
    ...['2 date-wrong', '3 name-missing', '4 date-missing', '5 date-wrong', '6 date-unlikely', '7 name-long'],
    ...['8 kind-unknown', '9 date-wrong', '12 duplicate'],
  ]);
});

it('a list of nothing has neither days nor problems', async () => {
  expect(await read('')).toMatchObject({ days: [], problems: [], rows: 0, open: null });
});
