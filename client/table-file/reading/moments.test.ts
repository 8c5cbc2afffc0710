import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { isWrong, type MomentContext, readClocks, readMoments } from './moments.ts';

const CONTEXT: MomentContext = {
  ...{ earliest: '2020-01-01', latest: '2026-11-24', timeZone: 'Asia/Makassar', serialShift: 0, order: null },
};
const read = (cells: Cell[], more: Partial<MomentContext> = {}) => {
  const { open, values } = readMoments(cells, { ...CONTEXT, ...more });
  const short = values.map((value) =>
    isWrong(value) ? value.wrong : value && `${value.date} ${value.time ?? ''}`.trim(),
  );
  return { open, values: short };
};
const clocks = (...cells: Cell[]) =>
  readClocks(cells, CONTEXT).map((value) => (isWrong(value) ? value.wrong : (value?.time ?? null)));

describe('a date', () => {
  it.each<[Cell, string | null]>([
    ['2026-10-06', '2026-10-06'],
    ['2026/10/6', '2026-10-06'],
    ['20261006', '2026-10-06'],
    ['6 Oktober 2026', '2026-10-06'],
    ['06 Okt 26', '2026-10-06'],
    ['14-Jul-25', '2025-07-14'],
    ['Oct 6, 2026', '2026-10-06'],
    ["Jum'at, 02-10-2026", '2026-10-02'],
    ['Selasa 06/10/2026', '2026-10-06'],
    ["'2026-10-06", '2026-10-06'],
    [46301, '2026-10-06'],
    ['46301', '2026-10-06'],
    ['2026-10-06 07:21:33 AM', '2026-10-06 07:21'],
    ['2026-10-06 12:05 AM', '2026-10-06 00:05'],
    ['2026-10-06T07:21:33.250+08:00', '2026-10-06 07:21'],
    ['2026-10-05T23:21:33Z', '2026-10-06 07:21'],
    ['2026-10-06 08:21 +0900', '2026-10-06 07:21'],
    ['2026-10-06 06:21 WIB', '2026-10-06 07:21'],
    ['2026-10-06 07.21 WITA', '2026-10-06 07:21'],
    ['2026-10-06 00:21 WIT', '2026-10-05 23:21'],
    // A minute that floating point keeps a hair too small.
    [46301.291666666664, '2026-10-06 07:00'],
    [46300.99999999, '2026-10-06'],
    ['', null],
    [' -- ', null],
    ['06-10-0026', 'unlikely'],
    ['06-10-1926', 'unlikely'],
    ['31-02-2026', 'unreadable'],
    ['30-10-2026 petang', 'unreadable'],
    [true, 'unreadable'],
    [{ fault: 'error', words: '#N/A' }, 'error'],
  ])('%j is %s', (cell, expected) => {
    expect(read([cell]).values).toEqual([expected]);
  });

  it('counts from 1904 where its workbook does', () => {
    expect(read([44839], { serialShift: 1462 }).values).toEqual(['2026-10-06']);
  });
});

describe('the order of a column', () => {
  it.each<[string, Cell[], string[]]>([
    ['one day after the twelfth decides', ['02/10/2026', '02/13/2026'], ['2026-02-10', '2026-02-13']],
    ['so does a day of the week', ['Selasa, 06-10-2026', '07-10-2026'], ['2026-10-06', '2026-10-07']],
    ['so does a day that has not come', ['01-12-2026', '02-11-2026'], ['2026-01-12', '2026-02-11']],
    ['dates that read the same either way need none', ['06-06-2026'], ['2026-06-06']],
    ['what fits no order says nothing', ['31-02-2026', '13-02-2026'], ['unreadable', '2026-02-13']],
  ])('%s', (_, cells, expected) => {
    expect(read(cells)).toEqual({ open: null, values: expected });
  });

  it('is asked where the cells leave it open', () => {
    expect(read(['06-06-2026', '03/04/2026']).open).toEqual({
      example: '03/04/2026',
      choices: [
        { order: 'dmy', date: '2026-04-03' },
        { order: 'mdy', date: '2026-03-04' },
      ],
    });
    expect(read(['03/04/2026'], { order: 'mdy' })).toEqual({ open: null, values: ['2026-03-04'] });
  });

  it('is asked where the cells contradict each other; who fits not is refused', () => {
    const mixed = ['13/02/2026', '02/14/2026'];
    expect(read(mixed).open?.choices).toHaveLength(1);
    expect(read(mixed, { order: 'dmy' })).toEqual({ open: null, values: ['2026-02-13', 'unreadable'] });
  });

  it('that was answered once does not stand against what the cells prove', () => {
    expect(read(['13/02/2026'], { order: 'mdy' }).values).toEqual(['2026-02-13']);
  });
});

describe('a clock time', () => {
  it.each<[Cell, string | null]>([
    ['07:20', '07:20'],
    ['7.20', '07:20'],
    ['07:20:59', '07:20'],
    ['06-10-2026 07:20:45', '07:20'],
    [440 / 1440, '07:20'],
    ['0,3055555', '07:20'],
    [46301 + 440 / 1440, '07:20'],
    ['4:04 p.m.', '16:04'],
    ['06:21 WIB', '07:21'],
    ['07:21+08:00', '07:21'],
    // Of which day it is, is not known.
    ['23:21Z', 'unlikely'],
    ['2026-10-05T23:21Z', '07:21'],
    [46301, '00:00'],
    ['-', null],
    ['--:--', null],
    [null, null],
    ['tujuh', 'unreadable'],
    ['27:10', 'unreadable'],
    ['06-10-2026', 'unreadable'],
    [7.15, 'unlikely'],
    [-0.5, 'unlikely'],
  ])('%j is %s', (cell, expected) => {
    expect(clocks(cell)).toEqual([expected]);
  });

  it('without AM or PM is refused among others that have it, unless it can be only one', () => {
    expect(clocks('07:20 AM', '04:10', '16:10', '12:30 PM')).toEqual(['07:20', 'half-missing', '16:10', '12:30']);
  });

  it('without a zone is refused among others that have one', () => {
    expect(read(['2026-10-06T07:21+08:00', '2026-10-06T07:21']).values).toEqual(['2026-10-06 07:21', 'zone-missing']);
  });

  it('with the zone by its name leaves the others in the zone of the agency', () => {
    expect(clocks('06:21 WIB', '07:22')).toEqual(['07:21', '07:22']);
  });

  it('keeps the date beside it, unless its order is open', () => {
    expect(readClocks(['2026-10-07 06:00', '07:00'], CONTEXT)).toEqual([
      { time: '06:00', date: '2026-10-07' },
      { time: '07:00', date: null },
    ]);
    expect(readClocks(['03/04/2026 06:00'], CONTEXT)).toEqual([{ time: '06:00', date: null }]);
    expect(readClocks(['03/04/2026 06:00', '13/04/2026 06:00'], CONTEXT)[0]).toEqual({
      ...{ time: '06:00', date: '2026-04-03' },
    });
  });
});
