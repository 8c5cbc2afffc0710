// The files of the machines that offices have, each in its own form. All persons are invented.

import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#client/table-file/reading/index.ts';
import { layoutOf } from './columns.ts';
import { inShort, RIDHA, readContent, readRows } from './testing.ts';

const pins = new Map([['1', { employeeId: 'ridha', name: '' }]]);

it('ZKTeco and Solution, USB: 1_attlog.dat', async () => {
  const file = '        1\t2026-10-03 08:59:01\t1\t0\t1\t0\r\n        1\t2026-10-03 16:20:11\t1\t1\t1\t0\r\n';
  expect(inShort(await readContent(file, { pins }))).toEqual(['ridha 2026-10-03 08:59 16:20']);
});

it('GLOG.TXT, with two spaces in its moments', async () => {
  const file = [
    'No\tMchn\tEnNo\tName\tMode\tIOMd\tDateTime',
    '000001\t1\t000000001\tRidha\t1\t2\t2026/02/27  07:21:00',
    '000002\t1\t000000001\tRidha\t1\t4\t2026/02/27  16:04:00',
  ].join('\r\n');
  expect(inShort(await readContent(file, { pins }))).toEqual(['ridha 2026-02-27 07:21 16:04']);
});

describe('Attendance Management', () => {
  const titles = [
    ...['No. ID', 'ID Karyawan', 'NIK', 'Nama', 'Tanggal', 'Jam Kerja', 'Jam Masuk', 'Jam Pulang', 'Scan Masuk'],
    ...['Scan Pulang', 'Normal', 'Riil', 'Terlambat', 'Plg Cepat', 'Absent', 'Lembur'],
  ];
  const row = (...[nik, date, came, went]: Cell[]): Cell[] => [
    ...['1', '', nik, 'Ridha', date, 'Normal', '07:30', '16:00', came, went, '1', '1', '00:05', '', '', ''],
  ];
  const rows = [titles, row('', '14-Jul-25', '07:35', '16:02'), row('', '15-Jul-25', '', '')];

  it('of the old .xls: the clock, not the schedule; a date with the name of its month', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Laporan');
    const content = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
    const read = await readContent(content, { pins });
    expect(inShort(read)).toEqual(['ridha 2025-07-14 07:35 16:02', 'ridha 2025-07-15 - -']);
    expect(read.problems).toEqual([]);
  });

  it('with the NIP as "NIK"', () => {
    expect(layoutOf(rows).columns).toMatchObject({ nip: null, pin: 0, arrival: 8, departure: 9 });
    const withNip = [titles, row(RIDHA, '14-Jul-25', '07:35', '16:02')];
    expect(inShort(readRows(withNip))).toEqual(['ridha 2025-07-14 07:35 16:02']);
  });
});

it('Fingerspot, 31 columns: neither schedule nor permission nor serial number', async () => {
  const titles =
    'Tanggal;Jadwal;Jam kerja;Valid;PIN;NIP;Nama;Jabatan;Departemen;Kantor;Libur umum;Libur rutin;Lembur;Jam Masuk;' +
    'Scan masuk;SN scan masuk;Izin terlambat;Terlambat;Scan Istirahat 1;Scan Istirahat 2;Istirahat;Lembur istirahat;' +
    'Izin pulang awal;Pulang awal;Jam Pulang;Scan pulang;SN scan pulang;Durasi;Dihitung;Lembur akhir;Keterangan';
  const row =
    `13-10-2026;Kantor;Normal;1;1;${RIDHA};Ridha;Penguji;UPT;Dishub;;;;07:30;` +
    '07:45:10;6160123;;00:15;12:00;13:00;01:00;;15:00;;16:00;16:03:00;6160123;08:18;1;;';
  const read = await readContent(`${titles}\n${row}\n`);
  expect(titles.split(';')).toHaveLength(31);
  expect(inShort(read)).toEqual(['ridha 2026-10-13 07:45 16:03']);
});

it('ZKTime: the person’s number is "No.", the order American, with AM and PM', async () => {
  const file = [
    'Department,Name,No.,Date/Time,Status,Location ID',
    'UPT,Ridha,1,10/13/2026 7:21 AM,C/In,1',
    'UPT,Ridha,1,10/13/2026 4:04 PM,C/Out,1',
  ].join('\n');
  const read = await readContent(file, { pins });
  expect(inShort(read)).toEqual(['ridha 2026-10-13 07:21 16:04']);
  expect(read.questions.remarks).toEqual([]);
});

it('a text of fixed places', async () => {
  const line = (...cells: string[]) =>
    cells.map((cell, index) => cell.padEnd([13, 24, 11, 10, 11, 8][index] ?? 0)).join('');
  const file = [
    line('No. ID', 'Nama', 'Tanggal', 'Scan Masuk', 'Scan Pulang', 'Absent'),
    line('1', 'Muhammad Ridha Anwar', '13-10-2026', '07:21', '16:04', ''),
    line('1', 'Muhammad Ridha Anwar', '14-10-2026', '', '16:10', ''),
  ].join('\r\n');
  expect(inShort(await readContent(file, { pins }))).toEqual([
    'ridha 2026-10-13 07:21 16:04',
    'ridha 2026-10-14 - 16:10',
  ]);
});

const SHORT = ['NIP', 'Tanggal', 'Jam Masuk', 'Jam Pulang'];
it.each([2, 5])('a schedule of %i days without a clock is no clock: each row is told, nobody was in time', (days) => {
  const read = readRows([
    SHORT,
    ...['13', '14', '15', '16', '17'].slice(0, days).map((day): Cell[] => [RIDHA, `2026-10-${day}`, '07:30', '16:00']),
  ]);
  expect(read.days).toEqual([]);
  expect(read.problems.map(({ kind }) => kind)).toEqual(Array(days).fill('time-missing'));
});

it('who came at the same minute on two days, and left at another, was scanned', () => {
  const read = readRows([SHORT, [RIDHA, '2026-10-13', '07:30', '16:02'], [RIDHA, '2026-10-14', '07:30', '16:05']]);
  expect(inShort(read)).toEqual(['ridha 2026-10-13 07:30 16:02', 'ridha 2026-10-14 07:30 16:05']);
});

it('a comma in a name of a file of commas costs its row, never the meaning of what stands behind it', async () => {
  const file = `NIP,Tanggal,Nama,Masuk,Pulang\n${RIDHA},2026-10-13,Ridha,07:20,16:10\n${RIDHA},2026-10-14,"Ridha", 08:00,07:20,16:10\n`;
  const read = await readContent(`${file}${RIDHA},2026-10-15,Ridha,07:20,16:10\n`);
  expect(inShort(read)).toEqual(['ridha 2026-10-13 07:20 16:10', 'ridha 2026-10-15 07:20 16:10']);
  expect(read.problems).toMatchObject([{ row: 3, kind: 'row-broken' }]);
});
