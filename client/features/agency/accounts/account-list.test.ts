import { expect, it } from 'vitest';
import type { Assignment, Employee } from '#shared/people/tables.ts';
import { accountLines, isIn, LISTS } from './account-list.ts';

const TODAY = '2026-11-24';
const row = { scope: 'a:x', version: 1 };
const person = (id: string): Employee => ({
  ...row,
  ...{ id, name: id, nip: `nip of ${id}`, employment: 'PNS', grade: 'III/a' },
});
const post = (employeeId: string, more: Partial<Assignment> = {}): Assignment => ({
  ...row,
  ...{
    id: `post of ${employeeId}`,
    employeeId,
    unitId: 'u',
    position: 'Analis',
    positionKind: 'JA',
    kind: 'definitive',
  },
  ...{
    supervisorId: 'head',
    postClass: 7,
    leadsUnit: false,
    headsAgency: false,
    validFrom: '2026-01-01',
    validUntil: null,
  },
  ...more,
});
const POSTS: Record<string, Assignment[]> = {
  head: [post('head', { supervisorId: null, headsAgency: true })],
  ani: [post('ani')],
  budi: [post('budi', { postClass: null })],
  cici: [post('cici', { supervisorId: null })],
  gone: [post('gone', { validUntil: '2026-11-23' })],
  coming: [post('coming', { validFrom: '2026-12-01' })],
  admin: [],
};
const lines = accountLines(
  {
    employees: [...Object.keys(POSTS).map(person), { ...person('honorer'), nip: null }],
    units: [{ ...row, id: 'u', name: 'Unit', parentId: null }],
    postsOf: (id) => POSTS[id] ?? [],
  },
  {
    accounts: [
      { employeeId: 'ani', active: true, invitedUntil: null, lastContact: '2026-11-20T01:00:00.000Z' },
      { employeeId: 'budi', active: false, invitedUntil: '2026-12-20T01:00:00.000Z', lastContact: null },
      { employeeId: 'admin', active: true, invitedUntil: null, lastContact: null },
    ],
  },
  TODAY,
);

it('each list names whom it is about; who has left and who has no NIP stand in none', () => {
  expect(
    Object.fromEntries(LISTS.map((list) => [list, lines.filter((line) => isIn(line, list)).map(({ id }) => id)])),
  ).toEqual({
    none: ['cici', 'coming', 'head'],
    invited: ['budi'],
    active: ['admin', 'ani'],
    superior: ['cici'],
    postClass: ['budi'],
    all: ['admin', 'ani', 'budi', 'cici', 'coming', 'head'],
  });
});
