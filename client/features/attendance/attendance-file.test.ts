import { describe, expect, it } from 'vitest';
import { type Cell, problemsFile, wordsOf } from '#client/table-file/reading/index.ts';
import { calendarOf } from '#shared/time-rules/rules/calendar.ts';
import { withAbsences } from './absences.ts';
import { layoutOf } from './columns.ts';
import { fileWords, sampleOf } from './sample.ts';
import { inShort, RIDHA, readContent, readRows, type Said, SUPIANI, tableOf } from './testing.ts';

const DMY: Said = { answers: { order: 'dmy' } };
const TITLES = ['NIP', 'Nama', 'Tanggal', 'Jam Masuk', 'Jam Pulang', 'Keterangan'];
const row = (date: Cell, arrival: Cell, departure: Cell, status: Cell = '', nip: Cell = RIDHA): Cell[] => [
  ...[nip, 'Ridha', date, arrival, departure, status],
];
const day = (...cells: Parameters<typeof row>) => readRows([TITLES, row(...cells)], DMY);

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

describe('a row is refused with its number', () => {
  it.each<[Cell, Cell, Cell, string]>([
    ['31-02-2026', '07:20', '16:10', 'date-wrong'],
    ['Selasa', '07:20', '16:10', 'date-wrong'],
    ['', '07:20', '16:10', 'date-missing'],
    [12, '07:20', '16:10', 'date-wrong'],
    ['25-11-2026', '07:20', '16:10', 'date-future'],
    ['06-10-2026', 'tujuh', '16:10', 'time-wrong'],
    ['06-10-2026', '27:10', '16:10', 'time-wrong'],
    // 7.15 in a cell of numbers is no 07:15, and no part of a day.
    ['06-10-2026', 7.15, '16:10', 'time-unlikely'],
    [{ fault: 'merged', words: '06-10-2026' }, '07:20', '16:10', 'cell-merged'],
  ])('%s, %s to %s', (date, arrival, departure, kind) => {
    const { days, problems } = day(date, arrival, departure);
    expect(days).toEqual([]);
    expect(problems).toMatchObject([{ row: 2, kind }]);
  });
});

describe('a date beside the clock of a row', () => {
  const of = (arrival: Cell, departure: Cell) => day('06-10-2026', arrival, departure);

  it.each<[Cell, Cell, string]>([
    ['06-10-2026 07:20', '06-10-2026 16:10', '07:20 16:10'],
    // It says itself that it was a night: nobody is asked.
    ['06-10-2026 19:55', '07-10-2026 07:05', '19:55 07:05'],
    ['19:55', '2026-10-07 07:05', '19:55 07:05'],
  ])('%s to %s is read with it', (arrival, departure, expected) => {
    const read = of(arrival, departure);
    expect(inShort(read)).toEqual([`ridha 2026-10-06 ${expected}`]);
    expect([read.problems, read.questions.night]).toEqual([[], null]);
  });

  it.each<[Cell, Cell, string, string]>([
    ['12-10-2026 07:20', '16:10', 'Jam Masuk', 'time-other-day'],
    ['07:20', '07-10-2026 16:10', 'Jam Pulang', 'time-other-day'],
    ['07:20', '2026-10-05 16:10', 'Jam Pulang', 'time-other-day'],
    ['16:10', '06-10-2026 07:20', 'Jam Pulang', 'time-reversed'],
  ])('%s to %s is refused by row', (arrival, departure, column, kind) => {
    expect(of(arrival, departure)).toMatchObject({ days: [], problems: [{ row: 2, kind, column }] });
  });

  it('of a single scan is held against the date of its row', () => {
    const read = readRows([
      ['NIP', 'Tanggal', 'Jam'],
      [RIDHA, '2026-10-06', '2026-10-07 07:20'],
    ]);
    expect(read).toMatchObject({ days: [], problems: [{ row: 2, kind: 'time-other-day' }] });
  });
});

describe('a remark', () => {
  it('is duty only where it says no more than that', () => {
    expect(inShort(day('06-10-2026', '', '', 'Dinas Luar.'))).toEqual(['ridha 2026-10-06 - - duty']);
  });

  it('of duty leaves what the clock says beside it', () => {
    expect(inShort(day('06-10-2026', '07:20', '', 'DL'))).toEqual(['ridha 2026-10-06 07:20 - duty']);
  });

  it.each(['Izin', 'Sakit', 'WFA', 'Diklat', 'bukan dinas', 'Dinas?'])(
    '"%s" is asked, and costs nothing by itself',
    (text) => {
      const { days, problems, questions } = day('06-10-2026', '', '', text);
      expect([days, problems]).toEqual([[], []]);
      expect(questions.remarks).toMatchObject([{ text, rows: 1 }]);
    },
  );

  it('of an absence is one, whatever the clock of a neighbour says', () => {
    const remarks = new Map([['mangkir', 'absent' as const]]);
    expect(inShort(readRows([TITLES, row('06-10-2026', '07:20', '', 'Mangkir')], { ...DMY, remarks }))).toEqual([
      'ridha 2026-10-06 - -',
    ]);
  });

  it('is no remark where a machine notes what a scan was for', () => {
    const scans = [
      [RIDHA, '06-10-2026 07:20', 'C/In'],
      [RIDHA, '06-10-2026 16:10', 'C/Out'],
    ];
    expect(inShort(readRows([['NIP', 'Waktu', 'Status'], ...scans], DMY))).toEqual(['ridha 2026-10-06 07:20 16:10']);
  });
});

it('a day that stands there twice counts once; with other times the second is refused', () => {
  const same = row('06-10-2026', '07:20', '16:10');
  const read = readRows([TITLES, same, [], ['', null], same, row('06-10-2026', '09:00', '16:10')], DMY);
  expect(inShort(read)).toEqual(['ridha 2026-10-06 07:20 16:10']);
  expect(read.counts).toMatchObject({ rows: 3, repeated: 1 });
  expect(read.problems).toMatchObject([{ row: 6, kind: 'duplicate' }]);
});

it('titles may stand below a heading, and again on each page', () => {
  const rows = [
    ['Laporan kehadiran'],
    [],
    TITLES,
    row('06-10-2026', '07:20', '16:10'),
    TITLES,
    row('07-10-2026', '07:20', '16:10'),
  ];
  const read = readRows(rows, DMY);
  expect(inShort(read)).toEqual(['ridha 2026-10-06 07:20 16:10', 'ridha 2026-10-07 07:20 16:10']);
  expect(read.problems).toEqual([]);
});

it('single scans make a day of the first and the last', () => {
  const pass = (moment: string) => [RIDHA, moment];
  const read = readRows(
    [
      ...[['NIP', 'Waktu'], pass('06-10-2026 12:05:10'), pass('06-10-2026 07:21:33'), pass('06-10-2026 16:04:00')],
      ...[pass('07-10-2026 07:10:00'), pass('08-10-2026 16:30:00'), pass('08-10-2026 16:30:00')],
    ],
    DMY,
  );
  expect(inShort(read)).toEqual([
    'ridha 2026-10-06 07:21 16:04',
    'ridha 2026-10-07 07:10 -',
    'ridha 2026-10-08 - 16:30',
  ]);
  expect(read.counts.repeated).toBe(1);
});

describe('night duty', () => {
  const night = [TITLES, row('06-10-2026', '19:55', '07:05')];
  const scans = [['NIP', 'Waktu'], ...['06-10-2026 19:55', '07-10-2026 07:05'].map((at) => [RIDHA, at])];

  it.each([
    ['a day', night],
    ['scans', scans],
  ])('is asked once for a file of %s', (_, rows) => {
    expect(readRows(rows, DMY).questions.night).toEqual({ rows: 1, row: 2, found: '19:55 – 07:05' });
    const read = readRows(rows, { answers: { order: 'dmy', night: 'night' } });
    expect(inShort(read)).toEqual(['ridha 2026-10-06 19:55 07:05']);
    expect(read.questions.night).toBeNull();
  });

  it('that is none leaves a departure before the arrival refused, and two scans on two days', () => {
    const answers = { order: 'dmy', night: 'mistake' } as const;
    expect(readRows(night, { answers }).problems).toMatchObject([{ row: 2, kind: 'time-reversed' }]);
    expect(inShort(readRows(scans, { answers }))).toEqual(['ridha 2026-10-06 - 19:55', 'ridha 2026-10-07 07:05 -']);
  });
});

describe('the number of a machine', () => {
  const file = '        1\t2026-10-03 08:59:01\t1\t0\t1\t0\n       12\t2026-10-03 16:05:00\t1\t1\t1\t0\n';
  const paired = (employeeId: string | null, name = '') => new Map([['1', { employeeId, name }]]);

  it('is paired once', async () => {
    const open = await readContent(file);
    expect(open.days).toEqual([]);
    expect(open.questions.pins.map(({ pin }) => pin)).toEqual(['1', '12']);
    const read = await readContent(file, { pins: paired('ridha') });
    expect(inShort(read)).toEqual(['ridha 2026-10-03 08:59 -']);
    expect(read.questions.pins.map(({ pin }) => pin)).toEqual(['12']);
  });

  it('of somebody elsewhere is passed over, and counted', async () => {
    expect((await readContent(file, { pins: paired(null) })).counts.elsewhere).toBe(1);
  });

  it('under which another name stands is asked again', () => {
    const rows = [
      ['PIN', 'Nama', 'Tanggal', 'Scan Masuk'],
      ['0001', 'Supiani', '13-10-2026', '07:20'],
    ];
    expect(readRows(rows, { pins: paired('ridha', 'Ridha') }).questions.pins).toMatchObject([{ pin: '1' }]);
    expect(readRows(rows, { pins: paired('supiani', 'SUPIANI') }).days).toHaveLength(1);
  });

  it('is learned from a file that has the NIP beside it in one of its rows', () => {
    const titles = ['PIN', 'NIP', 'Tanggal', 'Scan Masuk'];
    const read = readRows([titles, ['7', RIDHA, '13-10-2026', '07:20'], ['7', '', '14-10-2026', '07:25']]);
    expect(inShort(read)).toEqual(['ridha 2026-10-13 07:20 -', 'ridha 2026-10-14 07:25 -']);
  });
});

describe('who lacks a working day within the file', () => {
  const calendar = calendarOf({ policies: [], holidays: [] });
  // Friday to Tuesday: the weekend is none of it.
  const [friday, monday, tuesday] = ['02-10-2026', '05-10-2026', '06-10-2026'];
  const around = [row(friday, '07:20', '16:10'), row(tuesday, '07:20', '16:10')];
  const filled = (...more: Cell[][]) =>
    inShort({ days: withAbsences(readRows([TITLES, ...around, ...more], DMY), () => calendar) as never });

  it('was absent, where that is asked for', () => {
    expect(filled()).toContain('ridha 2026-10-05 - -');
  });

  it.each([
    ['a row of that day that could not be read', row(monday, 'tujuh', '16:10')],
    ['a row whose day nobody knows', row('Senin', '07:20', '16:10')],
    ['a row that may be anybody’s', row(monday, '07:20', '16:10', '', '1,98812E+17')],
    ['a remark that is not decided', row(monday, '', '', 'Sakit')],
  ])('is not taken for absent because of %s', (_, other) => {
    expect(filled(other)).toHaveLength(2);
  });
});

it('ten days are shown as understood, beside the words of the file', async () => {
  const lines = Array.from(
    { length: 30 },
    (_, index) => `${RIDHA};2026-10-${String(index + 1).padStart(2, '0')};07.20;16.10;hadir`,
  );
  const text = ['NIP;Tanggal;Masuk;Pulang;Ket', ...lines].join('\n');
  const [table, read] = [await tableOf(text), await readContent(text)];
  const sample = sampleOf(read.days);
  expect(sample).toHaveLength(10);
  expect([sample[0]?.row, sample.at(-1)?.row]).toEqual([2, 31]);
  expect(fileWords(table, layoutOf(table.rows).columns, 31)).toBe(`${RIDHA} · 2026-10-30 · 07.20 · 16.10 · hadir`);
});

it('the rows with problems are a file that can be mended and brought again', async () => {
  const text = `NIP;Tanggal;Masuk;Pulang\n${RIDHA};13-10-2026;07:20;-\n${SUPIANI};31-02-2026;07:20;16:10\n`;
  const [table, read] = [await tableOf(text), await readContent(text)];
  const problems = read.problems.map(({ row, kind }) => ({ row, words: kind, broken: null }));
  const file = await problemsFile(table, layoutOf(table.rows), problems, 'hadir.csv');
  expect(file.name).toBe('Perbaiki hadir.csv');
  const mended = (await file.text()).replace('31-02-2026', '14-10-2026');
  expect(mended).toContain('3;date-wrong;');
  expect(inShort(await readContent(mended))).toEqual(['supiani 2026-10-14 07:20 16:10']);
  expect(table.rows[1]?.map(wordsOf)).toContain(RIDHA);
});
