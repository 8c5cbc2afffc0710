import { beforeEach, expect, it } from 'vitest';
import { type MutationArgs, mutations } from '#shared/mutations.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { parseMutation } from '#shared/sync/mutation.ts';
import { AGENCY, NOW, newWorld, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';
import type { ExplanationState } from '../rules/explanation.ts';

const DATE = '2026-11-20';
let world: World;
beforeEach(() => {
  world = newWorld();
});

type Given = MutationArgs<'explanation.give'>;
const give = (more: Partial<Given> = {}, at = NOW) => {
  const letter = 'Surat tugas 090/12';
  const args: Given = {
    date: DATE,
    kind: 'duty',
    text: 'Rapat di Banjarmasin',
    letter,
    evidence: [],
    revision: 0,
    ...more,
  };
  return outcomeOf(world.act('budi', { name: 'explanation.give', args }, at));
};
type Act = 'agree' | 'return' | 'accept' | 'refuse';
const decide = (person: string, act: Act, revision = 1, employeeId = 'budi') => {
  const seen = { employeeId, date: DATE, revision };
  if (act === 'agree' || act === 'accept')
    return outcomeOf(world.act(person, { name: `explanation.${act}`, args: seen }));
  return outcomeOf(world.act(person, { name: `explanation.${act}`, args: { ...seen, note: 'Mana suratnya?' } }));
};
const stored = () => world.rows.get('explanation', workScope('budi'), DATE);
const state = () => stored()?.state as ExplanationState | undefined;

const leaveId = uuid(1);
const askLeave = (id = leaveId) =>
  outcomeOf(
    world.act('budi', {
      name: 'leave.request',
      args: { id, kind: 'sakit', validFrom: '2026-11-19', validUntil: DATE, reason: '' },
    }),
  );
const approveLeave = () => {
  const target = { employeeId: 'budi', id: leaveId, answer: 'agree', note: null, days: null } as const;
  world.act('ani', { name: 'leave.consider', args: { ...target, revision: 1, superiors: ['ani', 'head'] } });
  return outcomeOf(world.act('head', { name: 'leave.decide', args: { ...target, revision: 2 } }));
};

const close = (approvedAt: string) =>
  world.put('payroll', {
    ...{ id: '2026-11', scope: agencyScope(AGENCY), version: 1, month: '2026-11', state: 'approved', revision: 3 },
    ...{ drawnBy: 'budi', drawnAt: NOW, checkedBy: 'ani', checkedAt: NOW, approvedBy: 'head', approvedAt, note: null },
  });

it('goes from the employee to the superior and on to the office', () => {
  expect(give()).toBe('applied');
  expect(decide('admin', 'accept')).toBe('wrong-state');
  expect(decide('ani', 'agree')).toBe('applied');
  expect(decide('admin', 'accept')).toBe('applied');
  expect(stored()).toMatchObject({ state: 'accepted', agreedBy: 'ani', decidedBy: 'admin', note: null });
  expect(give({ revision: 1 })).toBe('locked');
});

it('comes back with a note, and is given again as another revision', () => {
  give();
  expect(decide('ani', 'return')).toBe('applied');
  expect(stored()).toMatchObject({ state: 'returned', note: 'Mana suratnya?' });
  expect(give()).toBe('changed-since');
  expect(give({ revision: 1, text: 'Surat tugas terlampir' })).toBe('applied');
  expect(stored()).toMatchObject({ state: 'submitted', revision: 2, note: null });
  expect(decide('ani', 'agree', 1)).toBe('changed-since');
  expect(decide('ani', 'agree', 2)).toBe('applied');
  expect(decide('admin', 'refuse', 2)).toBe('applied');
  expect(state()).toBe('refused');
  expect(give({ revision: 2 })).toBe('applied');
});

it.each<[string, Act, string]>([
  ['budi', 'agree', 'not-supervisor'],
  ['cici', 'agree', 'not-supervisor'],
  ['head', 'return', 'not-supervisor'],
  ['ani', 'accept', 'not-treasurer'],
  ['budi', 'accept', 'own-explanation'],
  ['budi', 'refuse', 'own-explanation'],
])('%s may not %s the explanation of Budi, the treasurer: %s', (person, act, why) => {
  give();
  expect(decide(person, act)).toBe(why);
});

it('the head of the agency, who has no superior in it, agrees to the own; the office decides all the same', () => {
  const args: Given = { date: DATE, kind: 'wfa', text: 'Rapat daring', letter: null, evidence: [], revision: 0 };
  expect(outcomeOf(world.act('head', { name: 'explanation.give', args }))).toBe('applied');
  expect(decide('ani', 'agree', 1, 'head')).toBe('not-supervisor');
  expect(decide('head', 'agree', 1, 'head')).toBe('applied');
  expect(decide('head', 'accept', 1, 'head')).toBe('not-treasurer');
  expect(decide('admin', 'accept', 1, 'head')).toBe('applied');
});

it('what the day had may come back to it after it was taken away; what another had may not', () => {
  expect(give({ evidence: [link(41), link(42)] })).toBe('applied');
  expect(give({ evidence: [link(41)], revision: 1 })).toBe('applied');
  expect(give({ evidence: [link(41), link(42)], revision: 2 })).toBe('applied');
  expect(evidence()).toEqual([uuid(41), uuid(42)]);
  world.act('budi', { name: 'explanation.withdraw', args: { date: DATE } });
  expect(give({ date: '2026-11-19', evidence: [link(41)] })).toBe('already-exists');
});

it('who acts for the superior agrees', () => {
  world.put('delegation', {
    ...{ id: 'd', scope: agencyScope(AGENCY), version: 1, fromId: 'ani', toId: 'cici', kind: 'plh' },
    ...{ validFrom: '2026-11-01', validUntil: null },
  });
  give();
  expect(decide('cici', 'agree')).toBe('applied');
});

it('is withdrawn until somebody agreed', () => {
  const withdraw = () => outcomeOf(world.act('budi', { name: 'explanation.withdraw', args: { date: DATE } }));
  expect(withdraw()).toBe('not-found');
  give();
  expect(withdraw()).toBe('applied');
  expect(stored()).toBeUndefined();
  // Whoever read the first and agrees only now has not agreed to what was told instead.
  give({ kind: 'wfa', letter: null, text: 'Dari rumah' });
  expect(decide('ani', 'agree', 1)).toBe('changed-since');
  expect(decide('ani', 'agree', 2)).toBe('applied');
  expect(withdraw()).toBe('locked');
});

it('tells nothing of a day to come', () => {
  expect(give({ date: '2026-12-20' })).toBe('date-in-future');
});

it('is too late for a closed month, unless it was told before the month was closed', () => {
  close(NOW);
  expect(give({}, '2026-11-24T02:00:01.000Z')).toBe('explained-late');
  expect(give({}, '2026-11-24T01:59:59.000Z')).toBe('applied');
});

it('a day of approved leave is not explained, whether the leave came first or second', () => {
  askLeave();
  expect(give()).toBe('applied');
  decide('ani', 'agree');
  expect(approveLeave()).toBe('applied');
  expect(decide('admin', 'accept')).toBe('day-on-leave');
  expect(decide('admin', 'refuse')).toBe('applied');
  expect(give({ revision: 1 })).toBe('day-on-leave');
});

it('no leave is asked for or approved over a day that was accepted as work', () => {
  give();
  decide('ani', 'agree');
  expect(askLeave()).toBe('applied');
  expect(decide('admin', 'accept')).toBe('applied');
  expect(approveLeave()).toBe('worked-on-day');
  world.act('budi', { name: 'leave.withdraw', args: { id: leaveId } });
  expect(askLeave(uuid(2))).toBe('worked-on-day');
});

it('an excuse for another reason does not stand against leave', () => {
  give({ kind: 'other' });
  decide('ani', 'agree');
  decide('admin', 'accept');
  expect(askLeave()).toBe('applied');
});

it('rests on a letter where its kind does', () => {
  expect(give({ letter: null })).toBe('letter-required');
  expect(give({ kind: 'training', letter: null })).toBe('letter-required');
  for (const kind of ['forgot', 'wfa', 'other'] as const) {
    expect(give({ kind, letter: null, revision: stored() ? 1 : 0 })).not.toBe('letter-required');
  }
});

const link = (n: number) => ({
  ...{ id: uuid(n), kind: 'link' as const, name: `Bukti ${n}`, url: 'https://contoh.go.id/surat' },
});
const photo = (n: number) => ({
  ...{ id: uuid(n), kind: 'file' as const, name: 'surat.jpg', sha256: 'a'.repeat(64), type: 'image/jpeg' as const },
  ...{ size: 10, thumbnail: 'b'.repeat(64), takenAt: null, place: null },
});
const evidence = () =>
  world.rows
    .where('evidence', workScope('budi'), 'explanationDate', DATE)
    .map(({ id }) => id)
    .sort();

it('has the evidence that came with it; given again, what it names then', () => {
  expect(give({ evidence: [link(41), photo(42)] })).toBe('applied');
  expect(evidence()).toEqual([uuid(41), uuid(42)]);
  expect(world.rows.get('evidence', workScope('budi'), uuid(42))).toMatchObject({
    ...{ activityId: null, explanationDate: DATE, sha256: 'a'.repeat(64), url: null },
  });
  expect(give({ evidence: [photo(42), link(43)], revision: 1 })).toBe('applied');
  expect(evidence()).toEqual([uuid(42), uuid(43)]);
  expect(give({ evidence: Array.from({ length: 11 }, (_, n) => link(50 + n)), revision: 2 })).toBe('malformed');
  world.act('budi', { name: 'explanation.withdraw', args: { date: DATE } });
  expect(evidence()).toEqual([]);
});

it('takes no evidence twice, nor that of something else', () => {
  expect(give({ evidence: [link(41), link(41)] })).toBe('already-exists');
  expect(give({ evidence: [link(41)] })).toBe('applied');
  expect(give({ date: '2026-11-19', evidence: [link(41)] })).toBe('already-exists');
  expect(evidence()).toEqual([uuid(41)]);
});

it('is told to the office with its evidence unchanged by any decision', () => {
  give({ evidence: [photo(42)] });
  decide('ani', 'agree');
  decide('admin', 'accept');
  expect(evidence()).toEqual([uuid(42)]);
  expect(give({ evidence: [], revision: 1 })).toBe('locked');
  expect(evidence()).toEqual([uuid(42)]);
});

it('keeps letter and evidence that an app of version 1 does not know, and so does not name', () => {
  const link = { id: uuid(51), kind: 'link', name: 'Surat', url: 'https://example.go.id/surat' } as const;
  expect(give({ evidence: [link] })).toBe('applied');
  const old = { date: DATE, kind: 'duty', text: 'Diperbaiki di HP lama', revision: 1 };
  const parsed = parseMutation(mutations, { name: 'explanation.give', v: 1, args: old });
  if (!parsed.ok) throw new Error('not understood');
  const args = parsed.args as Given;
  expect(outcomeOf(world.act('budi', { name: 'explanation.give', args }))).toBe('applied');
  expect(stored()).toMatchObject({ text: 'Diperbaiki di HP lama', letter: 'Surat tugas 090/12', revision: 2 });
  expect(world.rows.get('evidence', workScope('budi'), link.id)).toMatchObject({ name: 'Surat' });
});
