import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { calendarOf } from '#shared/rules/calendar.ts';
import { type Cell, guessColumns, readAttendance, titleRow, withAbsences } from './attendance-file.ts';
import { readTable } from './read-table.ts';

const RIDHA = '198812042014021003';
const context = { employees: new Map([[RIDHA, 'penguji-1']]), today: '2026-11-24' };

function read(...rows: Cell[][]) {
  return readAttendance(rows, guessColumns(rows[titleRow(rows)] ?? []), context);
}
const TITLES = ['NIP', 'Nama', 'Tanggal', 'Jam Masuk', 'Jam Pulang', 'Keterangan'];
const row = (date: Cell, arrival: Cell, departure: Cell, status: Cell = '', nip: Cell = RIDHA) => [
  ...[nip, 'Ridha', date, arrival, departure, status],
];
const day = (...cells: Parameters<typeof row>) => read(TITLES, row(...cells));
const recorded = (date: string, arrival: string | null, departure: string | null, duty = false) => ({
  ...{ employeeId: 'penguji-1', date, arrival, departure, duty },
});

describe('the columns', () => {
  it.each([
    [TITLES, { nip: 0, date: 2, arrival: 3, departure: 4, status: 5 }],
    [
      ['No', 'Nomor Induk Pegawai', 'Tgl', 'Scan 1', 'Scan 2'],
      { nip: 1, date: 2, arrival: 3, departure: 4, status: null },
    ],
    [['NIP', 'Waktu', 'Status'], { nip: 0, date: 1, arrival: null, departure: null, status: 2 }],
    [['Employee ID', 'Date', 'In', 'Out'], { nip: 0, date: 1, arrival: 2, departure: 3, status: null }],
  ])('%j are known by their titles', (titles, expected) => {
    expect(guessColumns(titles)).toEqual(expected);
  });

  it('may begin below a heading', () => {
    expect(titleRow([['Laporan kehadiran'], [], TITLES, []])).toBe(2);
  });
});

describe('a date is read', () => {
  it.each<[Cell, string]>([
    ['06-10-2026', '2026-10-06'],
    ['6/10/2026', '2026-10-06'],
    ['2026-10-06', '2026-10-06'],
    ['2026/10/6', '2026-10-06'],
    [new Date('2026-10-06T00:00:00Z'), '2026-10-06'],
    [46301, '2026-10-06'],
  ])('%s', (date, expected) => {
    expect(day(date, '07:20', '16:10')).toEqual({ days: [recorded(expected, '07:20', '16:10')], problems: [] });
  });

  it.each<[Cell, string]>([
    ['31-02-2026', 'date-wrong'],
    ['Selasa', 'date-wrong'],
    ['', 'date-wrong'],
    [12, 'date-wrong'],
    ['25-11-2026', 'date-future'],
  ])('%s is refused with its row', (date, kind) => {
    expect(day(date, '07:20', '16:10')).toEqual({ days: [], problems: [{ row: 2, kind, found: String(date) }] });
  });
});

describe('a time is read', () => {
  it.each<[Cell, string | null]>([
    ['07:20', '07:20'],
    ['7.20', '07:20'],
    ['07:20:45', '07:20'],
    ['06-10-2026 07:20:45', '07:20'],
    [440 / 1440, '07:20'],
    [46301 + 440 / 1440, '07:20'],
    [new Date('1899-12-30T07:20:00Z'), '07:20'],
    ['-', null],
    ['', null],
    [null, null],
    ['--:--', null],
  ])('%s', (time, expected) => {
    expect(day('06-10-2026', time, '16:10').days).toEqual([recorded('2026-10-06', expected, '16:10')]);
  });

  it.each<[Cell, Cell, string]>([
    ['tujuh', '16:10', 'time-wrong'],
    ['27:10', '16:10', 'time-wrong'],
    ['16:10', '07:20', 'time-reversed'],
  ])('%s to %s is refused', (arrival, departure, kind) => {
    expect(day('06-10-2026', arrival, departure).problems).toMatchObject([{ row: 2, kind }]);
  });
});

describe('a NIP', () => {
  it.each<[Cell]>([[RIDHA], [`'${RIDHA}`], ['19881204 201402 1 003']])('%s is known', (nip) => {
    expect(day('06-10-2026', '07:20', '16:10', '', nip).days).toHaveLength(1);
  });

  it.each<[Cell, string]>([
    [198_812_042_014_021_000, 'nip-number'],
    ['1,98812E+17', 'nip-number'],
    ['1.98812042014021E+17', 'nip-number'],
    ['12345', 'nip-wrong'],
    ['', 'nip-missing'],
    ['198812042014021999', 'nip-unknown'],
  ])('%s is refused', (nip, kind) => {
    expect(day('06-10-2026', '07:20', '16:10', '', nip).problems).toMatchObject([{ row: 2, kind }]);
  });
});

it('duty elsewhere is told by the remark', () => {
  expect(day('06-10-2026', '', '', 'Dinas luar').days).toEqual([recorded('2026-10-06', null, null, true)]);
  expect(day('06-10-2026', '', '', 'Izin').days).toEqual([recorded('2026-10-06', null, null)]);
});

it('a day that stands there twice is refused the second time, and empty rows are nothing', () => {
  const done = read(TITLES, row('06-10-2026', '07:20', '16:10'), [], ['', null], row('06-10-2026', '09:00', '16:10'));
  expect(done.days).toEqual([recorded('2026-10-06', '07:20', '16:10')]);
  expect(done.problems).toEqual([{ row: 5, kind: 'duplicate', found: `${RIDHA}, 2026-10-06` }]);
});

it('a row for each time somebody passed makes a day of the first and the last', () => {
  const pass = (moment: string) => [RIDHA, moment];
  const done = read(
    ...[['NIP', 'Waktu'], pass('06-10-2026 12:05:10'), pass('06-10-2026 07:21:33'), pass('06-10-2026 16:04:00')],
    ...[pass('07-10-2026 07:10:00'), pass('08-10-2026 16:30:00')],
  );
  expect(done.days).toEqual([
    recorded('2026-10-06', '07:21', '16:04'),
    recorded('2026-10-07', '07:10', null),
    recorded('2026-10-08', null, '16:30'),
  ]);
});

it('who lacks a working day within the file was absent, where that is asked for', () => {
  const calendar = calendarOf({ policies: [], holidays: [] });
  const days = [recorded('2026-10-02', '07:20', '16:10'), recorded('2026-10-06', '07:20', '16:10')];
  // Friday to Tuesday: the weekend is none of it.
  expect(withAbsences(days, calendar)).toEqual([...days, recorded('2026-10-05', null, null)]);
});

describe('a file', () => {
  const csv = `NIP;Tanggal;Masuk;Pulang\n${RIDHA};06-10-2026;07.20;16.10\n`;

  it('of commas or semicolons, with or without a mark at its beginning', async () => {
    for (const text of [csv, `\uFEFF${csv}`, csv.replaceAll(';', ',')]) {
      const rows = await readTable(new File([text], 'hadir.csv'));
      expect(read(...rows).days).toEqual([recorded('2026-10-06', '07:20', '16:10')]);
    }
  });

  it('of a spreadsheet', async () => {
    const data = [TITLES, row(new Date('2026-10-06T00:00:00Z'), '07:20', '16:10')].map((cells) =>
      cells.map((value) => (value instanceof Date ? { value, format: 'dd-mm-yyyy' } : { value })),
    );
    const path = join(tmpdir(), `attendance-${process.pid}.xlsx`);
    // biome-ignore lint/suspicious/noExplicitAny: the cells are of several types
    await writeXlsxFile(data as any).toFile(path);
    const rows = await readTable(new File([await readFile(path)], 'hadir.xlsx'));
    expect(read(...rows)).toEqual({ days: [recorded('2026-10-06', '07:20', '16:10')], problems: [] });
  });
});
