import { describe, expect, it } from 'vitest';
import { type Cell, problemsFile, wordsOf } from '#client/table-file/reading/index.ts';
import type { Hours } from '#shared/time/working-time.ts';
import { calendarOf } from '#shared/time-rules/rules/calendar.ts';
import { withAbsences } from './absences.ts';
import { layoutOf } from './columns.ts';
import { sampleRows } from './sample.ts';
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

describe('a shift that was planned', () => {
  const PLAN: Record<string, Hours> = {
    '2026-10-05': { start: '22:00', end: '06:00' },
    '2026-10-06': { start: '22:00', end: '06:00' },
    '2026-10-08': { start: '14:00', end: '21:00' },
    '2026-10-10': { start: '07:00', end: '07:00', overnight: true },
    '2026-10-11': { start: '08:00', end: '14:00' },
  };
  const scans = (...moments: string[]) =>
    readRows([['NIP', 'Waktu'], ...moments.map((at) => [RIDHA, `2026-10-${at}`])], {
      shiftOn: (employeeId, date) => (employeeId === 'ridha' ? (PLAN[date] ?? null) : null),
    });

  it.each<[string, string[], string[]]>([
    ['a night whose first scan is after midnight', ['06 00:10', '06 06:02'], ['05 00:10 06:02']],
    [
      'two nights, one after the other',
      ['05 21:50', '06 06:02', '06 21:55', '07 06:01'],
      ['05 21:50 06:02', '06 21:55 06:01'],
    ],
    ['a night with no scan but that of its end', ['06 06:02'], ['05 - 06:02']],
    ['a night with no scan but a late arrival', ['06 00:40'], ['05 00:40 -']],
    ['a night that ended late', ['05 21:50', '06 08:30'], ['05 21:50 08:30']],
    [
      'a free day after a night, and a scan of it',
      ['06 21:50', '07 06:01', '07 13:00'],
      ['06 21:50 06:01', '07 - 13:00'],
    ],
    ['an afternoon with one scan, of its beginning', ['08 13:55'], ['08 13:55 -']],
    ['an afternoon with one scan, of its end', ['08 21:04'], ['08 - 21:04']],
    // Between the end at 07.00 and the beginning at 08.00.
    [
      'a whole day, and a shift right after it',
      ['10 06:55', '11 07:05', '11 07:50', '11 14:02'],
      ['10 06:55 07:05', '11 07:50 14:02'],
    ],
  ])('%s', (_name, moments, expected) => {
    const read = scans(...moments);
    expect(inShort(read)).toEqual(expected.map((day) => `ridha 2026-10-${day}`));
    expect(read.questions.night).toBeNull();
  });

  it('makes a departure before the arrival a night without a question', () => {
    const read = readRows([TITLES, row('05-10-2026', '21:55', '06:05')], {
      ...DMY,
      shiftOn: (_, date) => PLAN[date] ?? null,
    });
    expect(inShort(read)).toEqual(['ridha 2026-10-05 21:55 06:05']);
    expect(read.questions.night).toBeNull();
  });
});

it('says from when until when the file is, once the order of its dates is known', () => {
  const rows = [
    TITLES,
    row('07-10-2026', '07:20', '16:10'),
    row('06-10-2026', '07:20', '16:10'),
    row('13-10-2026', '', ''),
  ];
  expect(readRows(rows).span).toEqual({ from: '2026-10-06', until: '2026-10-13' });
  expect(readRows(rows.slice(0, 3)).span).toBeNull();
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

it('days are shown as understood, beside the words of the file', async () => {
  const text = `NIP;Tanggal;Masuk;Pulang;Ket\n${RIDHA};2026-10-05;07.20;16.10;hadir\n${RIDHA};2026-10-06;19.55;07.05;\n`;
  const [table, read] = [await tableOf(text), await readContent(text, { answers: { night: 'night' } })];
  const { columns } = layoutOf(table.rows);
  const absence = { employeeId: 'ridha', date: '2026-10-07', arrival: null, departure: null, duty: false };
  expect(sampleRows([...read.days, absence], table, columns, new Map([['ridha', 'Ridha']]))).toEqual([
    {
      ...{ row: 2, file: `${RIDHA} · 2026-10-05 · 07.20 · 16.10 · hadir`, title: 'Ridha' },
      read: '5 Oktober 2026: datang 07:20, pulang 16:10',
    },
    {
      ...{ row: 3, file: `${RIDHA} · 2026-10-06 · 19.55 · 07.05`, title: 'Ridha' },
      read: '6 Oktober 2026: datang 19:55, pulang 07:05 (keesokan harinya)',
    },
  ]);
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
