import { expect, it } from 'vitest';
import { echelonOf, headOf, type Placed, superiorsOf } from './superiors.ts';

const placed = (id: string, unitId: string, position: string, more: Partial<Placed> = {}): Placed => ({
  ...{ id, unitId, position, structural: false, acting: false, echelon: null },
  ...more,
});
const head = (id: string, unitId: string, echelon: number, more: Partial<Placed> = {}) =>
  placed(id, unitId, `Kepala ${unitId}`, { structural: true, echelon, ...more });

it.each([
  ['II.b', 22],
  ['III/a', 31],
  ['Eselon IV.a', 41],
  ['IVB', 42],
  ['', null],
  ['Non Eselon', null],
])('echelon %j is %j', (written, echelon) => {
  expect(echelonOf(written)).toBe(echelon);
});

it('a head is the definitive one before the acting one, then the higher echelon; two alike are none', () => {
  const [plt, lower, higher] = [head('p', 'u', 22, { acting: true }), head('l', 'u', 41), head('h', 'u', 31)];
  expect(headOf([plt, lower, higher])).toEqual({ id: 'h' });
  expect(headOf([plt, placed('x', 'u', 'Analis')])).toEqual({ id: 'p' });
  expect(headOf([higher, head('z', 'u', 31)])).toBe('several');
  expect(headOf([placed('x', 'u', 'Analis')])).toBe('none');
  expect(headOf([placed('k', 'u', 'Kepala Sekolah'), placed('x', 'u', 'Guru')])).toEqual({ id: 'k' });
});

it('the superior is the head of the own unit, of a head that of the unit above; an empty seat is passed over and told', () => {
  const units = [
    { id: 'dinas', parentId: null },
    { id: 'bidang', parentId: 'dinas' },
    { id: 'seksi', parentId: 'bidang' },
    { id: 'pulau', parentId: null },
  ];
  const people = [
    ...[head('kadis', 'dinas', 22), head('kabid', 'bidang', 31), placed('staf', 'bidang', 'Analis')],
    ...[placed('juru', 'seksi', 'Pengelola'), placed('sendiri', 'pulau', 'Analis')],
  ];
  expect(Object.fromEntries(superiorsOf(units, people))).toEqual({
    kadis: { superior: null, by: 'top' },
    kabid: { superior: 'kadis', by: 'head' },
    staf: { superior: 'kabid', by: 'head' },
    juru: { superior: 'kabid', by: 'above' },
    sendiri: { superior: null, by: 'none' },
  });
});

it('units that stand above each other end the search', () => {
  const units = [
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'a' },
  ];
  expect(superiorsOf(units, [placed('x', 'a', 'Analis')]).get('x')).toEqual({ superior: null, by: 'none' });
});
