import { expect, it } from 'vitest';
import { cellsOf, lookAt } from './pasted.ts';
import { DATES, entry, kind, weekOfKinds } from './testing.ts';
import { cellBefore, emptyWeek, typeIn } from './week-sheet.ts';

const kinds = [kind('Uji', [entry(DATES[1] ?? '', { state: 'approved' })]), kind('Rapat')];
const sheet = { week: weekOfKinds(...kinds), kinds, form: emptyWeek() };
const look = async (text: string, at = { row: 'uji | unit', column: 0 }) => lookAt(await cellsOf(text), at, sheet);

it('reads a table as a spreadsheet copies it, with a quoted cell and the end of its last line', async () => {
  expect(await cellsOf('"Uji\nrem"\t60\r\nRapat\t"1,5"\r\n')).toEqual([
    ['Uji\nrem', '60'],
    ['Rapat', '1,5'],
  ]);
});

it('numbers go where the person stands, row by row', async () => {
  const rows = await look('60\t2\n30\t1', { row: 'uji | unit', column: 4 });
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
  const [row] = await look('1\t1\t1', { row: 'rapat | unit', column: 13 });
  expect(row?.problems.at(-1)).toBe('2 kolom di luar pekan ini');
});

it('of two rows for one cell the second is told, and the first stays', async () => {
  const [first, second] = await look('Survei\ttitik\t60\t3\t30\t1\nsurvei\ttitik\t45\t2\t\t\t15\t1');
  expect(first?.cells).toHaveLength(4);
  expect(second?.cells.map(({ date }) => date)).toEqual([DATES[2], DATES[2]]);
  expect(second?.problems).toEqual([
    'Senin, 23 November sudah diisi baris 1. Satu kotak memuat satu kegiatan; catat yang kedua di halaman harinya.',
  ]);
});

it('what was typed in a cell and gives way is told', async () => {
  const form = emptyWeek();
  const [, rapat] = kinds;
  if (rapat) typeIn(form, cellBefore(form, { kind: rapat, index: 0, date: DATES[0] ?? '' }), 'minutes', '60');
  const [row] = lookAt(await cellsOf('45\t3'), { row: 'rapat | unit', column: 0 }, { ...sheet, form });
  expect(row?.cells).toHaveLength(2);
  expect(row?.replaces).toEqual(['Senin, 23 November: menit 60 yang sudah Anda ketik diganti 45']);
});
