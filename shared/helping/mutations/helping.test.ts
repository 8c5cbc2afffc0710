import { beforeEach, describe, expect, it } from 'vitest';
import type { Call, MutationArgs } from '#shared/mutations.ts';
import { helpScope, workScope } from '#shared/scopes.ts';
import { foundedWorld } from '#shared/testing/every-mutation.ts';
import { outcomeOf, TODAY, uuid, type World } from '#shared/testing/people-who-act.ts';
import type { Activity } from '#shared/work/tables.ts';
import { HELP_DAYS_AT_MOST, HELPERS_AT_ONCE } from '../rules/help.ts';
import type { Helper, HelperResult, TypedEntry } from '../tables.ts';

const PLAN = uuid(1);
const RESULT = uuid(2);
const ENTRY = uuid(3);
/** 10.00, 12.00 and 14.00 in Amuntai. */
const [MORNING, NOON, AFTERNOON] = ['02', '04', '06'].map((hour) => `${TODAY}T${hour}:00:00.000Z`) as [
  string,
  string,
  string,
];
const NEXT_DAY = '2026-11-25T02:00:00.000Z';

let world: World;

const skp = (state: string, edition: number) =>
  world.put('skp', {
    ...{ id: PLAN, scope: 'p:budi', version: 1, employeeId: 'budi', approach: 'quantitative', state, edition },
    ...{ validFrom: '2026-01-01', validUntil: '2026-12-31', revision: 1, note: null, reason: null, itemNotes: {} },
    ...{ submittedAt: null, decidedAt: null, decidedBy: null },
  });
const result = (id: string, text: string) =>
  world.put('result', {
    ...{ id, scope: 'p:budi', version: 1, skpId: PLAN, kind: 'utama', text, parentId: null, parentOwnerId: null },
    ...{ expectation: 'Rahasia', perspective: null, endedIn: null, createdAt: MORNING },
  });

beforeEach(() => {
  world = foundedWorld();
  skp('approved', 1);
  result(RESULT, 'Kendaraan diuji');
});

const does = (person: string, call: Call, at = MORNING) => outcomeOf(world.act(person, call, at));
let helps = 100;
const name = (helperId: string, until = '2026-12-10', at = MORNING) =>
  does('budi', { name: 'helper.name', args: { id: uuid(helps++), helperId, until } }, at);
const end = (helperId = 'cici', at = MORNING) => does('budi', { name: 'helper.end', args: { helperId } }, at);

const typedText = {
  ...{ resultId: RESULT, date: TODAY, title: 'Uji rem', description: '' },
  ...{ time: { start: null, end: null, minutes: 60 }, output: { quantity: 2, unit: 'kendaraan' } },
};
const types = (more: Partial<MutationArgs<'typed.add'>> = {}, at = MORNING, person = 'cici') =>
  does(person, { name: 'typed.add', args: { ownerId: 'budi', id: ENTRY, ...typedText, ...more } }, at);
const edits = (title: { from: string; to: string }, at = NOON, revision = 1) =>
  does('cici', { name: 'typed.edit', args: { ownerId: 'budi', id: ENTRY, revision, edits: { title } } }, at);
const confirms = (revision = 1, at = NOON) =>
  does('budi', { name: 'typed.confirm', args: { helperId: 'cici', id: ENTRY, revision, resultId: RESULT } }, at);
const entry = () => world.rows.get('typedEntry', helpScope('budi', 'cici'), ENTRY) as TypedEntry | undefined;
const activity = () => world.rows.get('activity', workScope('budi'), ENTRY) as Activity | undefined;

describe('help', () => {
  it('is known to the owner, to the superior, who reads the work, and to the helper', () => {
    expect(name('cici')).toBe('applied');
    for (const scope of ['w:budi', 'h:budi.cici']) {
      expect(world.rows.all('helper', scope)).toMatchObject([
        { ownerId: 'budi', helperId: 'cici', validFrom: TODAY, validUntil: '2026-12-10', endedAt: null },
      ]);
    }
  });

  it('tells of an approved plan the words and the days, and nothing else', () => {
    name('cici');
    const [told] = world.rows.all('helperResult', 'h:budi.cici') as unknown as HelperResult[];
    expect(told).toEqual({
      ...{ id: RESULT, scope: 'h:budi.cici', version: 0, place: 0, text: 'Kendaraan diuji' },
      ...{ validFrom: '2026-01-01', validUntil: '2026-12-31' },
    });
  });

  it.each([
    ['a plan that nobody approved', () => skp('draft', 1), []],
    [
      'the approved edition of a plan that is being revised',
      () => {
        skp('draft', 2);
        result(RESULT, 'Baru');
        const content = { results: [{ id: RESULT, text: 'Lama', endedIn: null }] };
        world.put('edition', { id: 'e', scope: 'p:budi', version: 1, skpId: PLAN, number: 1, content });
      },
      ['Lama'],
    ],
  ])('of %s it tells what was approved', (_what, change, texts) => {
    change();
    name('cici');
    expect(world.rows.all('helperResult', 'h:budi.cici').map(({ text }) => text)).toEqual(texts);
  });

  it('is told of what was approved anew, and forgets what stands no more', () => {
    name('cici');
    result(uuid(9), 'Terminal tertib');
    world.put('result', { ...world.rows.get('result', 'p:budi', RESULT), endedIn: 2 } as never);
    expect(does('budi', { name: 'helper.tell', args: { helperId: 'cici' } })).toBe('applied');
    expect(world.rows.all('helperResult', 'h:budi.cici').map(({ text }) => text)).toEqual(['Terminal tertib']);
  });

  it(`lasts ${HELP_DAYS_AT_MOST} days at most, counted with the first`, () => {
    expect(name('cici', '2026-12-25')).toBe('help-too-long');
    expect(name('cici', '2026-12-24')).toBe('applied');
    expect(name('cici', '2026-11-23')).toBe('date-past');
  });

  it(`is given by ${HELPERS_AT_ONCE} people at once, who do not approve the work`, () => {
    expect(name('budi')).toBe('own-supervisor');
    expect(name('ani')).toBe('helper-decides');
    world.put('delegation', {
      ...{ id: 'd', scope: 'a:dishub', version: 1, fromId: 'ani', toId: 'cici', kind: 'plh' },
      ...{ validFrom: '2026-11-01', validUntil: null },
    });
    expect(name('cici')).toBe('helper-decides');
    world.rows.apply([{ table: 'delegation', scope: 'a:dishub', id: 'd', removed: true }]);
    expect(name('nobody')).toBe('not-found');
    world.put('employee', {
      id: 'left',
      scope: 'a:dishub',
      version: 1,
      nip: null,
      name: 'x',
      employment: 'honorer',
      grade: null,
    });
    expect(name('left')).toBe('helper-without-post');
    expect([name('cici'), name('head'), name('cici')]).toEqual(['applied', 'applied', 'applied']);
    world.put('employee', {
      id: 'dedi',
      scope: 'a:dishub',
      version: 1,
      nip: null,
      name: 'x',
      employment: 'honorer',
      grade: null,
    });
    const post = world.rows.get('assignment', 'a:dishub', 'post-cici');
    world.put('assignment', { ...post, id: 'post-dedi', employeeId: 'dedi' } as never);
    expect(name('dedi')).toBe('too-many-helpers');
    expect(end('head', NOON)).toBe('applied');
    expect(name('dedi', '2026-12-10', AFTERNOON)).toBe('applied');
  });

  it('that is ended once more changes nothing', () => {
    name('cici');
    end('cici', NOON);
    end('cici', AFTERNOON);
    expect(world.rows.all('helper', 'w:budi') as unknown as Helper[]).toMatchObject([{ endedAt: NOON }]);
  });
});

describe('what is typed', () => {
  it('waits for the owner, and is nobody’s work yet', () => {
    name('cici');
    expect(types()).toBe('applied');
    expect(entry()).toMatchObject({ state: 'waiting', title: 'Uji rem', createdAt: MORNING, resultId: RESULT });
    expect(activity()).toBeUndefined();
  });

  it('leaves to the owner an RHK that the helper does not know, or that is not one of those days', () => {
    name('cici');
    types({ resultId: uuid(99) });
    expect(entry()?.resultId).toBeNull();
    types({ id: uuid(4), date: '2025-12-30' });
    expect(world.rows.get('typedEntry', 'h:budi.cici', uuid(4))?.resultId).toBeNull();
  });

  it('is refused of who does not help, and of a day that has not come', () => {
    expect(types()).toBe('help-over');
    name('cici');
    expect(types({}, MORNING, 'head')).toBe('help-over');
    expect(types({ date: '2026-11-25' })).toBe('date-in-future');
  });

  it('before the owner ended the help arrives, whenever it comes; after it, it is refused', () => {
    name('cici');
    end('cici', NOON);
    expect(types({}, MORNING)).toBe('applied');
    expect(types({ id: uuid(4) }, AFTERNOON)).toBe('help-over');
    expect(confirms(1, AFTERNOON)).toBe('applied');
  });

  it('on the last day is taken, and after it no more', () => {
    name('cici', TODAY);
    expect(types({}, AFTERNOON)).toBe('applied');
    expect(types({ id: uuid(4) }, NEXT_DAY)).toBe('help-over');
  });

  it('may be changed and deleted until it is confirmed', () => {
    name('cici');
    types();
    expect(edits({ from: 'Uji rem', to: 'Uji lampu' })).toBe('applied');
    expect(entry()).toMatchObject({ title: 'Uji lampu', revision: 2, editedAt: NOON, createdAt: MORNING });
    expect(does('cici', { name: 'typed.delete', args: { ownerId: 'budi', id: ENTRY, revision: 1 } })).toBe(
      'changed-since',
    );
    expect(does('cici', { name: 'typed.delete', args: { ownerId: 'budi', id: ENTRY, revision: 2 } })).toBe('applied');
    expect(entry()).toBeUndefined();
  });

  it('on two devices of the helper is merged by its fields; where both changed one, the second is kept with the helper', () => {
    name('cici');
    types();
    edits({ from: 'Uji rem', to: 'Uji lampu' });
    const description = { from: '', to: 'Pagi' };
    const other = { ownerId: 'budi', id: ENTRY, revision: 1, edits: { description } };
    expect(does('cici', { name: 'typed.edit', args: other })).toBe('applied');
    expect(entry()).toMatchObject({ title: 'Uji lampu', description: 'Pagi', revision: 3 });
    expect(edits({ from: 'Uji rem', to: 'Uji klakson' })).toBe('changed-since');
    expect(entry()?.title).toBe('Uji lampu');
  });

  it('and moved to a later day is typed then', () => {
    name('cici');
    types();
    const date = { from: TODAY, to: '2026-11-25' };
    const args = { ownerId: 'budi', id: ENTRY, revision: 1, edits: { date } };
    expect(does('cici', { name: 'typed.edit', args }, NEXT_DAY)).toBe('applied');
    expect(entry()).toMatchObject({ date: '2026-11-25', createdAt: NEXT_DAY });
  });
});

describe('the owner', () => {
  beforeEach(() => {
    name('cici');
    types();
  });

  it('confirms: it goes to the superior, says who typed it, and counts from when it was typed', () => {
    expect(confirms(1, NEXT_DAY)).toBe('applied');
    expect(activity()).toMatchObject({
      ...{ id: ENTRY, employeeId: 'budi', title: 'Uji rem', resultId: RESULT, typedBy: 'cici', state: 'submitted' },
      ...{ createdAt: MORNING, clock: 'trusted', editedAt: null, submittedAt: NEXT_DAY, revision: 1 },
    });
    expect(entry()?.state).toBe('confirmed');
  });

  it('confirms what was changed late as changed late', () => {
    edits({ from: 'Uji rem', to: 'Uji lampu' }, NEXT_DAY);
    confirms(2, NEXT_DAY);
    expect(activity()).toMatchObject({ createdAt: MORNING, editedAt: NEXT_DAY });
  });

  it('confirms only what was read', () => {
    edits({ from: 'Uji rem', to: 'Uji lampu' });
    expect(confirms(1)).toBe('changed-since');
    expect(activity()).toBeUndefined();
    expect(confirms(2)).toBe('applied');
  });

  it('on two devices confirms once', () => {
    confirms();
    does(
      'budi',
      { name: 'activity.edit', args: { id: ENTRY, edits: { title: { from: 'Uji rem', to: 'Uji' } } } },
      NOON,
    );
    expect(confirms(1, AFTERNOON)).toBe('applied');
    expect(activity()).toMatchObject({ title: 'Uji', revision: 2 });
  });

  it('who deleted it after confirming does not get it once more', () => {
    confirms();
    does('budi', { name: 'activity.delete', args: { id: ENTRY, revision: 1 } });
    expect(confirms(1, AFTERNOON)).toBe('applied');
    expect(activity()).toBeUndefined();
  });

  it('has the last word: what the helper changes after it is refused, and kept with the helper', () => {
    confirms();
    expect(edits({ from: 'Uji rem', to: 'Uji lampu' }, AFTERNOON)).toBe('typed-decided');
    expect(activity()?.title).toBe('Uji rem');
  });

  it('picks the RHK, among those of the own plan on that day', () => {
    const args = { helperId: 'cici', id: ENTRY, revision: 1, resultId: uuid(77) };
    expect(does('budi', { name: 'typed.confirm', args })).toBe('parent-not-found');
    types({ id: uuid(4), date: '2025-12-30' });
    const old = { helperId: 'cici', id: uuid(4), revision: 1, resultId: RESULT };
    expect(does('budi', { name: 'typed.confirm', args: old })).toBe('outside-skp');
  });

  it('takes it as a draft to put it right first', () => {
    const args = { helperId: 'cici', id: ENTRY, revision: 1, resultId: RESULT };
    expect(does('budi', { name: 'typed.take', args })).toBe('applied');
    expect(activity()).toMatchObject({ state: 'draft', submittedAt: null, typedBy: 'cici' });
  });

  it('declines, and may still confirm; the helper may put it right', () => {
    const decline = () =>
      does('budi', { name: 'typed.decline', args: { helperId: 'cici', id: ENTRY, revision: 1 } }, NOON);
    expect([decline(), decline()]).toEqual(['applied', 'applied']);
    expect(entry()?.state).toBe('declined');
    expect(edits({ from: 'Uji rem', to: 'Uji lampu' })).toBe('applied');
    expect(entry()?.state).toBe('waiting');
    expect(confirms(2)).toBe('applied');
    expect(decline()).toBe('changed-since');
  });

  it('has nobody else confirm', () => {
    for (const person of ['cici', 'ani', 'admin']) {
      const args = { helperId: 'cici', id: ENTRY, revision: 1, resultId: RESULT };
      expect(does(person, { name: 'typed.confirm', args })).toBe('not-found');
    }
  });
});
