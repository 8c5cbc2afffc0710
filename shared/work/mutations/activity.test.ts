import { beforeEach, describe, expect, it } from 'vitest';
import { agencyScope } from '#shared/scopes.ts';
import { AGENCY, newWorld, outcomeOf, TODAY, uuid, type World } from '#shared/testing/people-who-act.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import { timelinessOf, workIn } from '#shared/time-rules/rules/timeliness.ts';
import type { Activity } from '../tables.ts';
import type { ActivityFields } from './activity.ts';

const SKP = uuid(1);
const RESULT = uuid(2);
const ID = uuid(3);

const fields: ActivityFields = {
  ...{ resultId: RESULT, date: '2026-11-24', title: 'Uji rem', description: '' },
  time: { start: '08:00', end: '09:00', minutes: 60 },
  output: { quantity: 3, unit: 'kendaraan' },
};

let world: World;

beforeEach(() => {
  world = newWorld();
  const period = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
  world.act('budi', { name: 'skp.create', args: { id: SKP, approach: 'quantitative', ...period } });
  const result = {
    id: RESULT,
    skpId: SKP,
    kind: 'utama',
    text: 'Terujinya kendaraan',
    parent: null,
    expectation: '',
    perspective: null,
  } as const;
  world.act('budi', { name: 'result.add', args: result });
});

const log = (more: Partial<ActivityFields> = {}, at?: string) =>
  outcomeOf(world.act('budi', { name: 'activity.log', args: { id: ID, ...fields, ...more } }, at));
const stored = () => world.rows.get('activity', 'w:budi', ID) as Activity | undefined;
const decide = (person: string, name: 'approve' | 'return' | 'reopen', revision = 1) => {
  const target = { employeeId: 'budi', id: ID, revision };
  if (name === 'approve') return outcomeOf(world.act(person, { name: 'activity.approve', args: target }));
  return outcomeOf(world.act(person, { name: `activity.${name}`, args: { ...target, note: 'lengkapi' } }));
};
const submit = () => outcomeOf(world.act('budi', { name: 'activity.submit', args: { id: ID } }));
const retitle = (from: string, to: string) =>
  outcomeOf(world.act('budi', { name: 'activity.edit', args: { id: ID, edits: { title: { from, to } } } }));

describe('logging', () => {
  it('keeps what was typed, as a draft of its first revision', () => {
    expect(log()).toBe('applied');
    expect(stored()).toMatchObject({ state: 'draft', revision: 1, title: 'Uji rem', minutes: 60, employeeId: 'budi' });
  });

  it('counts the day in the zone of the agency: at 23.30 in London it is tomorrow in Amuntai', () => {
    expect(log({ date: '2026-11-25' }, '2026-11-24T15:57:00.000Z')).toBe('date-in-future');
    expect(log({ date: '2026-11-25' }, '2026-11-24T16:00:00.000Z')).toBe('applied');
  });

  it.each<[string, Partial<ActivityFields>, string]>([
    ['a day that has not come', { date: '2026-11-25' }, 'date-in-future'],
    ['a day outside the SKP', { date: '2025-12-31' }, 'outside-skp'],
    ['a result that is gone', { resultId: uuid(99) }, 'parent-not-found'],
    ['no title', { title: '  ' }, 'malformed'],
    ['a date that is none', { date: '2026-02-30' }, 'malformed'],
    ['no minutes', { time: { start: null, end: null, minutes: 0 } }, 'malformed'],
    ['more than a day', { time: { start: null, end: null, minutes: 1441 } }, 'malformed'],
    ['an endless quantity', { output: { quantity: Number.POSITIVE_INFINITY, unit: 'x' } }, 'malformed'],
  ])('refuses %s', (_what, more, code) => {
    expect(log(more)).toBe(code);
    expect(stored()).toBeUndefined();
  });

  it('of the same entry again is refused', () => {
    log();
    expect(log()).toBe('already-exists');
  });
});

describe('editing', () => {
  it('is a new revision, also while the entry waits for approval', () => {
    log();
    submit();
    expect(retitle('Uji rem', 'Uji lampu')).toBe('applied');
    expect(stored()).toMatchObject({ state: 'submitted', revision: 2, title: 'Uji lampu' });
  });

  it('of what two devices changed keeps the first, and the other in a conflict of its own', () => {
    log();
    retitle('Uji rem', 'dari telepon');
    expect(retitle('Uji rem', 'dari kantor')).toBe('conflict');
    expect(stored()?.title).toBe('dari telepon');
    expect(world.rows.where('conflict', 'w:budi', 'rowId', ID)).toMatchObject([
      { field: 'title', kept: 'dari telepon', offered: 'dari kantor', state: 'open' },
    ]);
  });

  it('after approval is refused until the supervisor reopens it with a reason', () => {
    log();
    submit();
    decide('ani', 'approve');
    expect(retitle('Uji rem', 'x')).toBe('locked');
    expect(decide('ani', 'reopen')).toBe('applied');
    expect(stored()).toMatchObject({ state: 'returned', note: 'lengkapi' });
    expect(retitle('Uji rem', 'x')).toBe('applied');
  });

  it('logs an entry anew that is moved to a day after it was logged, and no other', () => {
    const move = (from: string, to: string, at: string) =>
      outcomeOf(world.act('budi', { name: 'activity.edit', args: { id: ID, edits: { date: { from, to } } } }, at));
    log({ date: '2026-11-23' }, '2026-11-23T02:00:00.000Z');
    expect(stored()?.editedAt).toBeNull();
    expect(move('2026-11-23', '2026-11-20', '2026-11-24T03:00:00.000Z')).toBe('applied');
    expect(stored()).toMatchObject({ createdAt: '2026-11-23T02:00:00.000Z', editedAt: '2026-11-24T03:00:00.000Z' });
    // Logged on the 23rd, it can be of that day; of the 24th it was not logged before now.
    expect(move('2026-11-20', '2026-11-23', '2026-11-24T04:00:00.000Z')).toBe('applied');
    expect(stored()?.createdAt).toBe('2026-11-23T02:00:00.000Z');
    expect(move('2026-11-23', '2026-11-24', '2026-11-25T05:00:00.000Z')).toBe('applied');
    expect(stored()?.createdAt).toBe('2026-11-25T05:00:00.000Z');
  });

  it('marks the latest change, whichever device\u2019s arrives last', () => {
    const reword = (from: string, to: string, at: string) =>
      outcomeOf(
        world.act('budi', { name: 'activity.edit', args: { id: ID, edits: { description: { from, to } } } }, at),
      );
    log({ date: '2026-11-23' }, '2026-11-23T02:00:00.000Z');
    expect(reword('', 'lengkap', '2026-11-28T03:00:00.000Z')).toBe('applied');
    expect(reword('lengkap', 'lebih lengkap', '2026-11-24T03:00:00.000Z')).toBe('applied');
    expect(stored()?.editedAt).toBe('2026-11-28T03:00:00.000Z');
  });

  it('cannot move an entry to a day outside the SKP', () => {
    log();
    const edits = { date: { from: '2026-11-24', to: '2025-11-24' } };
    expect(outcomeOf(world.act('budi', { name: 'activity.edit', args: { id: ID, edits } }))).toBe('outside-skp');
  });
});

describe('deciding', () => {
  it.each([
    ['ani', 'applied'],
    ['budi', 'not-supervisor'],
    ['cici', 'not-supervisor'],
    ['head', 'not-supervisor'],
  ])('is the direct supervisor\u2019s alone: %s gets %s', (person, outcome) => {
    log();
    submit();
    expect(decide(person, 'approve')).toBe(outcome);
  });

  it('is also whoever acts for the supervisor on that day, and never on the own records', () => {
    const delegation = { id: 'd', scope: agencyScope(AGENCY), version: 1, fromId: 'ani', kind: 'plh' };
    const days = { validFrom: TODAY, validUntil: TODAY };
    world.put('delegation', { ...delegation, ...days, toId: 'cici' });
    world.put('delegation', { ...delegation, ...days, id: 'e', toId: 'budi' });
    log();
    submit();
    expect(decide('budi', 'approve')).toBe('not-supervisor');
    expect(decide('cici', 'approve')).toBe('applied');
    world.put('delegation', { ...delegation, validFrom: '2026-01-01', validUntil: '2026-11-23', toId: 'cici' });
    expect(decide('cici', 'reopen')).toBe('not-supervisor');
  });

  it('names what was read, and is refused when it changed since', () => {
    log();
    submit();
    retitle('Uji rem', 'Uji lampu');
    expect(decide('ani', 'approve', 1)).toBe('changed-since');
    expect(decide('ani', 'approve', 2)).toBe('applied');
  });

  it('needs a submitted entry', () => {
    log();
    expect(decide('ani', 'approve')).toBe('wrong-state');
    submit();
    expect(submit()).toBe('wrong-state');
  });

  it('a return brings the words of the supervisor, and the entry can be sent again', () => {
    log();
    submit();
    expect(decide('ani', 'return')).toBe('applied');
    expect(stored()).toMatchObject({ state: 'returned', note: 'lengkapi', decidedBy: 'ani' });
    expect(submit()).toBe('applied');
  });
});

describe('evidence', () => {
  const attach = (at?: string) => {
    const link = { kind: 'link', name: 'Foto', url: 'https://contoh.go.id/foto' } as const;
    const call = { name: 'evidence.attach', args: { id: uuid(7), activityId: ID, ...link } } as const;
    return outcomeOf(world.act('budi', call, at));
  };

  it('is part of what is approved: attaching is a new revision', () => {
    log();
    expect(attach()).toBe('applied');
    expect(stored()?.revision).toBe(2);
  });

  it('attached or taken away changes what the entry claims, and when is told like any other change', () => {
    const late = (minutes: number) => new Date(Date.parse(`${TODAY}T16:00:00.000Z`) + minutes * 60_000).toISOString();
    const timeliness = () => {
      const rules = rulesOf({
        policies: [],
        holidays: [],
        workHours: [],
        units: [],
        outages: [],
        timeZone: 'Asia/Makassar',
      });
      return timelinessOf(workIn(stored() as Activity), rules);
    };
    log();
    attach(late(15));
    expect(timeliness()).toMatchObject({ verdict: 'in-time', editedLate: null });
    const detach = { name: 'evidence.detach', args: { id: uuid(7), activityId: ID } } as const;
    world.act('budi', detach, late(16));
    expect(timeliness()).toMatchObject({ verdict: 'in-time', editedLate: late(16) });
    attach(late(26 * 24 * 60));
    expect(timeliness()).toMatchObject({ verdict: 'in-time', editedLate: late(26 * 24 * 60) });
  });

  it('to an approved or deleted entry is refused', () => {
    expect(attach()).toBe('parent-not-found');
    log();
    submit();
    decide('ani', 'approve');
    expect(attach()).toBe('locked');
  });

  it('that could run a script is not taken', () => {
    log();
    const args = { id: uuid(7), activityId: ID, kind: 'link', name: 'x', url: 'javascript:alert(1)' } as const;
    expect(outcomeOf(world.act('budi', { name: 'evidence.attach', args }))).toBe('malformed');
  });

  it('goes with its entry', () => {
    log();
    attach();
    expect(outcomeOf(world.act('budi', { name: 'activity.delete', args: { id: ID, revision: 2 } }))).toBe('applied');
    expect(world.rows.where('evidence', 'w:budi', 'activityId', ID)).toEqual([]);
  });
});
