import { beforeEach, expect, it } from 'vitest';
import type { MutationArgs } from '#shared/mutations.ts';
import { agencyScope } from '#shared/scopes.ts';
import { AGENCY, newWorld, outcomeOf, type World } from '#shared/testing/people-who-act.ts';
import type { Assignment } from '../tables.ts';

type Args = MutationArgs<'personnel.take'>;
const SCOPE = agencyScope(AGENCY);
const NOBODY = { new: 0, returned: 0, moved: 0, promoted: 0, superior: 0, corrected: 0, left: 0, units: 0 };
const NIPS = { kadis: '197004121995031002', dedi: '199001012020121001' };
const [KADIS, DEDI] = [`nip-${NIPS.kadis}`, `nip-${NIPS.dedi}`];

const post = (unitId: string, position: string, superiorId: string | null, from = '2026-01-01') =>
  ({
    ...{ unitId, position, positionKind: 'JA', kind: 'definitive', postClass: null, superiorId, from },
    headsAgency: superiorId === null,
  }) satisfies Args['people'][number]['posts'][number];
const units = [
  { id: 'DINAS', name: 'Dinas', parentId: null },
  { id: 'SEKSI', name: 'Seksi', parentId: 'DINAS' },
];
const kadis = {
  nip: NIPS.kadis,
  name: 'Kadis',
  employment: 'PNS',
  grade: 'IV/b',
  posts: [post('DINAS', 'Kepala', null)],
} as const;
const dedi = {
  nip: NIPS.dedi,
  name: 'Dedi',
  employment: 'PNS',
  grade: 'III/a',
  posts: [post('SEKSI', 'Analis', KADIS)],
} as const;

let world: World;
beforeEach(() => {
  world = newWorld();
});
const take = (args: Partial<Omit<Args, 'seen'>>, seen: Partial<Args['seen']>) =>
  outcomeOf(
    world.act('admin', {
      name: 'personnel.take',
      args: {
        units: [],
        people: [],
        left: [],
        ended: [],
        from: '2026-01-01',
        ...(args as object),
        seen: { ...NOBODY, ...seen },
      },
    }),
  );
const both = { units, people: [kadis, dedi] } as never;
const postsOf = (id: string) =>
  (world.rows.where('assignment', SCOPE, 'employeeId', id) as unknown as Assignment[])
    .map(({ unitId, supervisorId, validFrom, validUntil }) => [unitId, supervisorId, validFrom, validUntil])
    .sort();

it('a first list brings units, people and posts; the same list once more changes nothing', () => {
  expect(take(both, { new: 2, units: 2 })).toBe('applied');
  expect(world.rows.get('employee', SCOPE, DEDI)).toMatchObject({ nip: NIPS.dedi, name: 'Dedi', grade: 'III/a' });
  expect(postsOf(DEDI)).toEqual([['SEKSI', KADIS, '2026-01-01', null]]);
  const before = JSON.stringify(world.rows.all('assignment', SCOPE));
  expect(take(both, {})).toBe('applied');
  expect(JSON.stringify(world.rows.all('assignment', SCOPE))).toBe(before);
});

it('a move keeps the old post until the day before; who left keeps none, who comes back holds a new one', () => {
  take(both, { new: 2, units: 2 });
  const moved = { ...dedi, grade: 'III/b', posts: [post('DINAS', 'Analis', KADIS, '2026-12-01')] };
  expect(take({ people: [moved] as never }, { moved: 1, promoted: 1 })).toBe('applied');
  const old = ['SEKSI', KADIS, '2026-01-01', '2026-11-30'];
  expect(postsOf(DEDI)).toEqual([['DINAS', KADIS, '2026-12-01', null], old]);
  expect(take({ left: [DEDI], from: '2027-01-01' }, { left: 1 })).toBe('applied');
  expect(postsOf(DEDI)).toEqual([['DINAS', KADIS, '2026-12-01', '2026-12-31'], old]);
  expect(take({ left: [DEDI], from: '2027-01-01' }, {})).toBe('applied');
  const back = { ...moved, posts: [post('DINAS', 'Analis', KADIS, '2027-03-01')] };
  expect(take({ people: [back] as never }, { returned: 1 })).toBe('applied');
  expect(postsOf(DEDI)).toHaveLength(3);
});

it('what is not what was shown is not done, and neither is half of it', () => {
  expect(take(both, { new: 1, units: 2 })).toBe('directory-changed');
  expect(world.rows.all('unit', SCOPE)).toEqual([]);
  take(both, { new: 2, units: 2 });
  const earlier = { ...dedi, posts: [post('DINAS', 'Analis', KADIS, '2025-06-01')] };
  expect(take({ people: [earlier] as never }, { moved: 1 })).toBe('directory-changed');
});

it.each([
  ['a unit that is not there', { people: [dedi] }, 'parent-not-found'],
  ['a superior that is not there', { units, people: [dedi] }, 'not-found'],
  ['the own superior', { units, people: [{ ...kadis, posts: [post('DINAS', 'Kepala', KADIS)] }] }, 'own-supervisor'],
  [
    'two who are above each other',
    { units, people: [{ ...kadis, posts: [post('DINAS', 'Kepala', DEDI)] }, dedi] },
    'goes-round',
  ],
  ['units above each other', { units: [{ ...units[0], parentId: 'SEKSI' }, units[1]] }, 'goes-round'],
  ['somebody left who never was', { left: ['nobody'] }, 'not-found'],
])('%s is refused', (_what, args, refusal) => {
  const people = 'people' in args ? (args.people?.length ?? 0) : 0;
  const seen = { new: people, units: 'units' in args ? 2 : 0 };
  expect(take(args as never, seen)).toBe(refusal);
  expect(world.rows.all('unit', SCOPE)).toEqual([]);
});

it('a class that is known stays where the list knows none, and goes with another post', () => {
  take(
    { units, people: [kadis, { ...dedi, posts: [{ ...dedi.posts[0], postClass: 7 }] }] as never },
    { new: 2, units: 2 },
  );
  expect(take(both, {})).toBe('applied');
  expect(world.rows.where('assignment', SCOPE, 'employeeId', DEDI)[0]).toMatchObject({ postClass: 7 });
  take({ people: [{ ...dedi, posts: [post('SEKSI', 'Pranata', KADIS, '2026-12-01')] }] as never }, { moved: 1 });
  const classes = world.rows.where('assignment', SCOPE, 'employeeId', DEDI).map(({ postClass }) => postClass);
  expect(classes.sort()).toEqual([7, null]);
});
