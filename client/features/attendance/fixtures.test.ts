// Files as offices bring them, each with one thing in it that was read wrongly once. All persons are invented.

import { expect, it } from 'vitest';
import { fixture, inShort, readFixture, tableOf } from './testing.ts';

const DMY = { answers: { order: 'dmy' as const } };
const BOTH = [
  ...['ridha 2026-10-06 07:20 16:10', 'ridha 2026-10-07 07:20 16:10'],
  ...['supiani 2026-10-06 07:20 16:10', 'supiani 2026-10-07 07:20 16:10'],
];

it('quote-stray.csv: a quote that never closes costs no row', async () => {
  const read = await readFixture('quote-stray.csv', DMY);
  expect(inShort(read)).toEqual(['ridha 2026-10-05 07:20 16:10', ...BOTH]);
  expect(read.problems).toEqual([]);
});

it('quote-start.csv: a name may begin with a quoted one', async () => {
  const read = await readFixture('quote-start.csv', DMY);
  expect(inShort(read)).toEqual(BOTH);
  expect(read.problems).toEqual([]);
});

it('us-dates2.csv: one order holds for the whole column', async () => {
  const read = await readFixture('us-dates2.csv', DMY);
  expect(inShort(read)).toEqual(['10', '11', '13'].map((day) => `ridha 2026-02-${day} 07:20 16:10`));
  expect(read.questions.order).toBeNull();
});

it('a column that leaves the order open is asked about, with an example', async () => {
  const read = await readFixture('quote-start.csv');
  expect(read.days).toEqual([]);
  expect(read.questions.order).toEqual({
    example: '06-10-2026',
    choices: [
      { order: 'dmy', date: '2026-10-06' },
      { order: 'mdy', date: '2026-06-10' },
    ],
  });
});

const TWO_DAYS = ['ridha 2026-10-06 07:21 16:04', 'ridha 2026-10-07 07:10 -'];
it.each([
  ['ampm.csv', TWO_DAYS],
  ['iso-zone.csv', TWO_DAYS.slice(0, 1)],
  ['iso-z.csv', TWO_DAYS.slice(0, 1)],
  ['tanggal-jam.csv', TWO_DAYS.slice(0, 1)],
  ['attlog.txt', TWO_DAYS],
])('%s: moments are read whole', async (name, days) => {
  const read = await readFixture(name, DMY);
  expect(inShort(read)).toEqual(days);
  expect(read.problems).toEqual([]);
});

it('datetimes.xlsx: every minute is as it was typed', async () => {
  const { rows } = await tableOf(await fixture('datetimes.xlsx'));
  const minutes = rows.slice(1).map(([, cell]) => Math.round((Number(cell) % 1) * 1440));
  expect(minutes).toHaveLength(720);
  expect(new Set(minutes).size).toBe(120);
  const read = await readFixture('datetimes.xlsx');
  const expected = minutes.map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
  const byDate = new Map(read.days.map((day) => [day.date, [day.arrival, day.departure]]));
  const found = rows.slice(1).flatMap(([, cell]) => {
    const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(cell)) * 86_400_000).toISOString().slice(0, 10);
    return byDate.get(date)?.find((time) => time !== null) ?? [];
  });
  expect(read.problems).toEqual([]);
  expect(found).toEqual(expected);
});

it('d1904true.xlsx: dates count from 1904 where the workbook says so', async () => {
  expect(inShort(await readFixture('d1904true.xlsx'))).toEqual(['ridha 2026-10-06 07:20 16:10']);
});

it('jam-masuk-scan-masuk.csv: a schedule is not the clock', async () => {
  expect(inShort(await readFixture('jam-masuk-scan-masuk.csv', DMY))).toEqual([
    'ridha 2026-10-06 09:45 13:05',
    'ridha 2026-10-07 - -',
  ]);
});

it('hidden-old.xlsx: a hidden sheet is not read unless it is chosen', async () => {
  const { sheets, sheet } = await tableOf(await fixture('hidden-old.xlsx'));
  expect(sheets).toEqual([
    { name: 'Sep', hidden: true, filled: true },
    { name: 'Okt', hidden: false, filled: true },
  ]);
  expect(sheet).toBe(1);
  expect(inShort(await readFixture('hidden-old.xlsx'))).toEqual(['ridha 2026-10-06 07:20 16:10']);
  expect(inShort(await readFixture('hidden-old.xlsx', { sheet: 0 }))).toEqual(['ridha 2026-09-06 09:20 12:10']);
});

it('two-sheets.xlsx: the person chooses', async () => {
  const table = await tableOf(await fixture('two-sheets.xlsx'));
  expect(table.sheet).toBeNull();
  expect(table.rows).toEqual([]);
  expect(inShort(await readFixture('two-sheets.xlsx', { sheet: 1 }))).toEqual(['ridha 2026-10-07 07:20 16:10']);
});

it('no-arrival.xlsx: a date alone is no arrival at midnight', async () => {
  expect(inShort(await readFixture('no-arrival.xlsx'))).toEqual(['ridha 2026-10-06 - 16:10']);
});

it('zero-time.csv: what 00:00 means is asked once', async () => {
  const open = await readFixture('zero-time.csv', DMY);
  expect(open.days).toEqual([]);
  expect(open.questions.midnight).toEqual({ rows: 3, row: 2, found: '00:00 – 16:10' });
  const none = await readFixture('zero-time.csv', { answers: { order: 'dmy', midnight: 'none' } });
  expect(inShort(none)).toEqual(['ridha 2026-10-06 - 16:10', 'ridha 2026-10-07 07:20 -', 'ridha 2026-10-08 - -']);
});

it('status-dl.csv: remarks are decided, never guessed by a word in them', async () => {
  const open = await readFixture('status-dl.csv', DMY);
  expect(open.days).toEqual([]);
  expect(open.questions.remarks.map(({ text }) => text)).toEqual([
    ...['Tanpa keterangan, bukan dinas', 'Cuti perjalanan haji', 'Izin, batal dinas luar'],
  ]);
  const remarks = new Map([
    ['tanpa keterangan, bukan dinas', 'absent' as const],
    ['cuti perjalanan haji', 'excused' as const],
    ['izin, batal dinas luar', 'duty' as const],
  ]);
  const decided = await readFixture('status-dl.csv', { ...DMY, remarks });
  expect(inShort(decided)).toEqual(['ridha 2026-10-06 - -', 'ridha 2026-10-08 - - duty']);
  expect(decided.counts.excused).toBe(1);
});

it('other-dates.csv: dates as people write them, and years that nobody means', async () => {
  const read = await readFixture('other-dates.csv');
  expect(inShort(read)).toEqual(['ridha 2026-10-06 07:20 16:10']);
  expect(read.counts.repeated).toBe(3);
  expect(read.questions.order).toBeNull();
  expect(read.problems).toEqual([
    { row: 6, kind: 'date-unlikely', column: 'Tanggal', found: '06-10-0026' },
    { row: 7, kind: 'date-unlikely', column: 'Tanggal', found: '06-10-1926' },
  ]);
});

it('error-cell.xlsx: an error of the spreadsheet is told with its row', async () => {
  const read = await readFixture('error-cell.xlsx');
  expect(read.days).toEqual([]);
  expect(read.problems).toEqual([{ row: 2, kind: 'cell-error', column: 'Masuk', found: '#N/A' }]);
});
