import { expect, it } from 'vitest';
import { ASKING, answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import type { TypedEntry } from '../tables.ts';
import { helpedOwner } from './helped.ts';
import { ownHelp, typedWaiting } from './own-help.ts';
import { mayHelp, namesOf } from './people.ts';

const help = (helperId: string, scope: string, validUntil = '2026-12-10', endedAt: string | null = null) =>
  stored('helper', {
    id: `${helperId}-help`,
    scope,
    ownerId: 'budi',
    helperId,
    validFrom: '2026-11-20',
    validUntil,
    endedAt,
  });
const both = (helperId: string, ...more: [until?: string, endedAt?: string]) => [
  help(helperId, 'w:budi', ...more),
  help(helperId, `h:budi.${helperId}`, ...more),
];
const plan = [
  stored('skp', {
    ...{ id: 'skp', scope: 'p:budi', employeeId: 'budi', state: 'approved', edition: 1 },
    ...{ validFrom: '2026-01-01', validUntil: '2026-12-31' },
  }),
  stored('result', {
    id: 'r',
    scope: 'p:budi',
    skpId: 'skp',
    kind: 'utama',
    text: 'Uji',
    endedIn: null,
    createdAt: '',
  }),
];
const told = (text: string, scope = 'h:budi.cici') =>
  stored('helperResult', { id: 'r', scope, text, place: 0, validFrom: '2026-01-01', validUntil: '2026-12-31' });
const entry = (id: string, state: TypedEntry['state'], more: Partial<TypedEntry> = {}) =>
  stored('typedEntry', {
    ...{
      id,
      scope: 'h:budi.cici',
      state,
      date: '2026-11-24',
      start: null,
      resultId: 'r',
      createdAt: ASKING.now,
      ...more,
    },
  });

it('of the owner: who helps now, until when, and whether they know the plan of today', async () => {
  const rows = [...plan, ...both('cici'), ...both('dedi'), ...both('ended', '2026-12-01', '2026-11-25T00:00:00.000Z')];
  const known = [told('Uji'), told('Uji lama', 'h:budi.dedi')];
  expect((await answerTo(ownHelp, null, [...rows, ...known]))?.helpers).toEqual([
    { helperId: 'cici', until: '2026-12-10', stale: false },
    { helperId: 'dedi', until: '2026-12-10', stale: true },
  ]);
});

it('what waits is there also after the help has ended, with the RHK that may carry it; the earliest first', async () => {
  const rows = [
    ...plan,
    ...both('cici', '2026-11-24'),
    ...[entry('b', 'waiting'), entry('a', 'waiting', { date: '2026-11-23', resultId: null })],
    ...[entry('c', 'confirmed'), entry('d', 'declined'), entry('e', 'waiting', { date: '2025-12-30' })],
  ];
  const found = await answerTo(ownHelp, null, rows);
  expect(found?.helpers).toEqual([]);
  expect(found?.waiting.map(({ entry: { id }, result, results }) => [id, result?.text, results.length])).toEqual([
    ['e', undefined, 0],
    ['a', undefined, 1],
    ['b', 'Uji', 1],
  ]);
  expect(found?.declined.map(({ entry: { id } }) => id)).toEqual(['d']);
  expect(await answerTo(typedWaiting, null, rows)).toEqual({ count: 3 });
  expect(await answerTo(typedWaiting, null, plan)).toEqual({ count: 0 });
});

it('of the helper: until when, the RHK and what was typed; nothing once the help is over', async () => {
  const asking = { actor: { ...ASKING.actor, id: 'cici' } };
  const rows = [
    help('cici', 'h:budi.cici'),
    told('Uji'),
    entry('a', 'waiting', { date: '2026-11-23' }),
    entry('b', 'confirmed'),
  ];
  const found = await answerTo(helpedOwner, { ownerId: 'budi' }, rows, asking);
  expect(found).toMatchObject({ until: '2026-12-10', results: [{ text: 'Uji' }] });
  expect(found?.entries.map(({ id }) => id)).toEqual(['b', 'a']);
  const over = [help('cici', 'h:budi.cici', '2026-11-25'), told('Uji')];
  expect(await answerTo(helpedOwner, { ownerId: 'budi' }, over, asking)).toBeUndefined();
});

const person = (id: string) => stored('employee', { id, scope: 'a:dishub', name: id, nip: null });
const post = (employeeId: string, unitId: string, supervisorId: string | null, validUntil: string | null = null) =>
  stored('assignment', {
    ...{ id: `${employeeId}-post`, scope: 'a:dishub', employeeId, unitId, supervisorId, validUntil },
    ...{ validFrom: '2026-01-01', kind: 'definitive', position: 'Staf', headsAgency: supervisorId === null },
  });
const directory = [
  ...['budi', 'cici', 'dedi', 'kabid', 'plh', 'gone'].map(person),
  ...[
    post('budi', 'uji', 'kabid'),
    post('cici', 'uji', 'kabid'),
    post('dedi', 'umum', 'kadis'),
    post('kabid', 'uji', 'kadis'),
  ],
  ...[post('plh', 'umum', 'kadis'), post('gone', 'uji', 'kabid', '2026-11-01')],
  stored('delegation', {
    ...{ id: 'd', scope: 'a:dishub', fromId: 'kabid', toId: 'plh', kind: 'plh' },
    ...{ validFrom: '2026-11-20', validUntil: '2026-11-30' },
  }),
];

it('who can be asked for help: not who decides, nor who acts for them, nor who has left', async () => {
  const found = await answerTo(mayHelp, null, directory);
  expect(found?.map(({ id, near }) => [id, near])).toEqual([
    ['cici', true],
    ['dedi', false],
  ]);
  expect(await answerTo(namesOf, ['cici', 'nobody'], directory)).toEqual({ cici: 'cici' });
});
