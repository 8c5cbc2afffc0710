import { describe, expect, it } from 'vitest';
import { csvOfTable } from '#client/table-file/write-table.ts';
import type { Employee, Unit } from '#shared/people/tables.ts';
import {
  countsOf,
  isInList,
  LISTS,
  lacksOf,
  peopleTable,
  unitLines,
  type WatchedPerson,
  watchLines,
} from './watch-lines.ts';

const person = (employeeId: string, fields: Partial<WatchedPerson> = {}): WatchedPerson => ({
  ...{ employeeId, unitId: 'seksi', plan: 'approved', planOver: false, emptyDays: 0, lateDays: 0 },
  ...{ unassessed: 0, unrated: 0, ratingOver: false, ...fields },
});
const unit = (id: string, parentId: string | null) => ({ id, name: id, parentId }) as Unit;
const units = [unit('dinas', null), unit('bidang', 'dinas'), unit('seksi', 'bidang'), unit('kosong', 'dinas')];
const employees = [
  { id: 'budi', name: 'Budi', nip: '198812042014021003' },
  { id: 'ani', name: '=Ani', nip: null },
] as Employee[];

describe('a person stands', () => {
  it.each([
    [{}, ['all']],
    [{ plan: 'none' }, ['all', 'noPlan', 'notApproved']],
    [{ plan: 'submitted' }, ['all', 'notApproved']],
    [{ plan: 'draft', planOver: true }, ['all', 'notApproved', 'over']],
    [{ emptyDays: 2 }, ['all', 'empty']],
    [{ lateDays: 1 }, ['all', 'late']],
    [{ unassessed: 1, unrated: 1 }, ['all', 'unassessed', 'unrated']],
    [{ unrated: 1, ratingOver: true }, ['all', 'unrated', 'over']],
  ] as [Partial<WatchedPerson>, string[]][])('with %o in the lists %j', (fields, lists) => {
    expect(LISTS.filter((list) => isInList(person('budi', fields), list))).toEqual(lists);
  });

  it('with what is lacking in words, and with none where nothing is', () => {
    expect(lacksOf(person('budi'))).toBe('');
    expect(lacksOf(person('budi', { plan: 'none', planOver: true, emptyDays: 2 }))).toBe(
      'Belum punya SKP · 2 hari kosong · lewat batas',
    );
  });
});

it('a unit counts its people and those of the units below, and one without anybody is not shown', () => {
  const people = [person('budi', { plan: 'none' }), person('ani', { unitId: 'bidang', emptyDays: 1 })];
  const lines = watchLines(people, { employees, units });
  expect(unitLines(lines, units).map(({ id, counts }) => [id, counts.all, counts.noPlan, counts.empty])).toEqual([
    ['bidang', 2, 1, 1],
    ['dinas', 2, 1, 1],
    ['seksi', 1, 1, 0],
  ]);
  expect(countsOf(lines).all).toBe(2);
});

it('a file holds no name that a spreadsheet would run, and a NIP in its groups', async () => {
  const lines = watchLines([person('budi'), person('ani', { emptyDays: 3 })], { employees, units });
  const csv = await (await csvOfTable(peopleTable(lines))).text();
  expect(csv).toContain("'=Ani;;seksi;Disetujui;3;0;0;0;");
  expect(csv).toContain('Budi;19881204 201402 1 003;seksi;Disetujui;0;0;0;0;');
});
