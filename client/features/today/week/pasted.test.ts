import { expect, it } from 'vitest';
import { cellsOf, lookAt } from './pasted.ts';
import { DATES, entry, kind, weekOfKinds } from './testing.ts';

const kinds = [kind('Uji', [entry(DATES[1] ?? '', { state: 'approved' })]), kind('Rapat')];
const sheet = { week: weekOfKinds(...kinds), kinds };
const look = async (text: string, at = { row: 0, column: 0 }) => lookAt(await cellsOf(text), at, sheet);

it('reads a table as a spreadsheet copies it, with a quoted cell and the end of its last line', async () => {
  expect(await cellsOf('"Uji\nrem"\t60\r\nRapat\t"1,5"\r\n')).toEqual([
    ['Uji\nrem', '60'],
    ['Rapat', '1,5'],
  ]);
});

it('numbers go where the person stands, row by row', async () => {
  const rows = await look('60\t2\n30\t1', { row: 0, column: 4 });
  expect(
    rows.map(({ title, cells }) => [title, cells.map(({ date, side, text }) => `${date} ${side} ${text}`)]),
  ).toEqual([
    ['Uji', [`${DATES[2]} minutes 60`, `${DATES[2]} quantity 2`]],
    ['Rapat', [`${DATES[2]} minutes 30`, `${DATES[2]} quantity 1`]],
  ]);
});

it('says of every row what cannot be taken, and takes the rest of it', async () => {
  const [uji, rapat, none] = await look('60\t2\t30\t1\tx\n2000\n15');
  expect(uji?.cells).toHaveLength(2);
  expect(uji?.problems).toEqual([
    'Selasa, 24 November tidak dapat diisi: sudah disetujui',
    'Selasa, 24 November tidak dapat diisi: sudah disetujui',
    '“x” bukan menit',
  ]);
  expect(rapat).toMatchObject({ cells: [], problems: ['“2000” bukan menit'] });
  expect(none).toMatchObject({ title: '', problems: ['tidak ada baris untuk ini'] });
});

it('rows that begin with words find their kind, or make one', async () => {
  const rows = await look('rapat\tunit\t45\t1\nSurvei\ttitik\t60\t4\nSurvei\t\t60');
  expect(rows[0]).toMatchObject({ kind: 'rapat | unit', makes: null, cells: [{ date: DATES[0] }, { date: DATES[0] }] });
  expect(rows[1]).toMatchObject({ kind: null, makes: { title: 'Survei', unit: 'titik' } });
  expect(rows[2]?.problems).toEqual(['satuan belum ada']);
});

it('what reaches beyond Sunday is told', async () => {
  const [row] = await look('1\t1\t1', { row: 1, column: 13 });
  expect(row?.problems.at(-1)).toBe('2 kolom di luar pekan ini');
});
