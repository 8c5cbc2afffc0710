import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { attach as attachRule } from '#shared/work/mutations/evidence.ts';
import type { Activity } from '#shared/work/tables.ts';
import {
  broughtByTitle,
  callsOf,
  emptyForm,
  evidenceOfRefused,
  filesOf,
  formOf,
  formOfRefused,
  unitOfPlan,
} from './activity-form.ts';

const hash = (letter: string) => letter.repeat(64);
const ACTIVITY = '00000000-0000-7000-8000-000000000001';
const common = { v: 2, at: '2026-11-24T02:00:00.000Z', seen: [], refusedAt: '', refusal: { code: 'parent-not-found' } };
const log = {
  ...{ ...common, id: 'log', name: 'activity.log' },
  args: {
    ...{ id: ACTIVITY, resultId: 'r', date: '2026-11-24', title: 'Uji rem', description: '' },
    ...{ time: { start: null, end: null, minutes: 30 }, output: { quantity: 1, unit: 'unit' } },
  },
};
const photo = {
  ...{ kind: 'file', name: 'rem.jpg', sha256: hash('a'), type: 'image/jpeg', size: 10 },
  ...{ thumbnail: hash('b'), takenAt: '2026-11-24T09:00:00', place: '-2.4,115.2' },
};
const activityColumnsOf = ({ time, output, ...rest }: typeof log.args) => ({ ...rest, ...time, ...output });
/** As an act gives them out: one for each thing it makes. */
const idOf = (what: string) => (what === 'activity' ? ACTIVITY : what);

const attach = (id: string, args: object, activityId = ACTIVITY) => ({
  ...{ ...common, id, name: 'evidence.attach' },
  args: { id: `old-${id}`, activityId, ...args },
});

it('an entry that was refused is done again with its photos and links, as evidence of the new entry', () => {
  const link = { kind: 'link', name: 'Laporan', url: 'https://contoh.go.id' };
  const refused = [log, attach('photo', photo), attach('link', link), attach('other', photo, 'another')];
  const evidence = evidenceOfRefused(log, refused);
  expect(evidence.map(({ id }) => id)).toEqual(['photo', 'link']);
  const form = formOfRefused(log, evidence, emptyForm('2026-11-26'));
  expect(filesOf(form)).toEqual([hash('a'), hash('b')]);
  const calls = callsOf(form, [], idOf);
  expect(calls.map(({ name }) => name)).toEqual(['activity.log', 'evidence.attach', 'evidence.attach']);
  expect(calls[0]).toMatchObject({ redoes: 'log' });
  const [, first, second] = calls.map(({ args }) => args as { id: string; activityId: string });
  expect(first).toMatchObject({ ...photo, activityId: idOf('activity') });
  expect(second).toMatchObject({ ...link, activityId: idOf('activity') });
  expect([first?.id, second?.id]).not.toContain('old-photo');
  expect(first).not.toHaveProperty('foundPlace');
});

it('of an edit of what is approved, minutes and quantity are not done again: they count already', () => {
  const approved = { scope: 'w', version: 1, ...activityColumnsOf(log.args) };
  const edits = {
    title: { from: 'Uji rem', to: 'Uji rem dan lampu' },
    time: { from: log.args.time, to: log.args.time },
  };
  const edit = { ...common, id: 'edit', name: 'activity.edit', args: { id: ACTIVITY, edits }, seen: [approved] };
  const form = (code: string) => formOfRefused({ ...edit, refusal: { code } }, [], emptyForm('2026-11-26'));
  expect(form('locked')).toMatchObject({
    title: 'Uji rem dan lampu',
    minutes: '',
    start: '',
    quantity: '',
    unit: 'unit',
  });
  expect(form('not-found')).toMatchObject({ title: 'Uji rem dan lampu', minutes: 30, quantity: 1 });
});

it('an entry is not refused for what an earlier version took from a photo as it was', () => {
  const odd = { ...photo, name: 'x'.repeat(300), takenAt: '0000-00-00T00:00:00', place: 'NaN,NaN' };
  const form = formOfRefused(log, [attach('photo', odd)], emptyForm('2026-11-26'));
  const args = callsOf(form, [], idOf)[1]?.args;
  expect(args).toMatchObject({ takenAt: null, place: null });
  expect(v.is(attachRule.args, args)).toBe(true);
});

it('evidence that an older version queued is done again with what that version did not know left open', () => {
  const { thumbnail: _no, takenAt: _neither, place: _nor, ...old } = photo;
  const form = formOfRefused(log, [attach('photo', old)], emptyForm('2026-11-26'));
  expect(callsOf(form, [], idOf)[1]?.args).toMatchObject({ thumbnail: null, takenAt: null, place: null });
});

const returned = {
  ...{ id: ACTIVITY, resultId: 'r', date: '2026-11-24', title: 'Uji rem', description: '', start: null, end: null },
  ...{ minutes: 30, quantity: 1, unit: 'unit', state: 'returned' },
} as Activity;

it('what is sent to the superior is what stands in the form, not what was stored before', () => {
  const form = { ...formOf(returned), quantity: '14' };
  expect(callsOf(form, [], idOf, 'send')).toEqual([
    {
      name: 'activity.edit',
      args: {
        id: ACTIVITY,
        edits: { output: { from: { quantity: 1, unit: 'unit' }, to: { quantity: 14, unit: 'unit' } } },
      },
    },
    { name: 'activity.submit', args: { id: ACTIVITY } },
  ]);
});

it('a new entry is logged and sent in one act', () => {
  const form = { ...formOf(returned), id: '', base: null };
  expect(callsOf(form, [], idOf, 'send').map(({ name }) => name)).toEqual(['activity.log', 'activity.submit']);
});

describe('a title that was logged before', () => {
  const earlier = [{ title: 'Uji  rem', resultId: 'r1', unit: 'kendaraan', minutes: 90 }];
  const none = { chosen: null, possible: ['r1', 'r2'] };
  const typed = { ...emptyForm('2026-11-26', 'r2'), title: ' uji rem' };

  it('brings its RHK, its unit and how long it took', () => {
    expect(broughtByTitle(typed, earlier, none)).toEqual({ resultId: 'r1', unit: 'kendaraan', minutes: 90 });
  });
  it('takes back nothing that was typed or chosen', () => {
    const filled = { ...typed, unit: 'unit', minutes: '30' };
    expect(broughtByTitle(filled, earlier, { ...none, chosen: 'r2' })).toEqual({});
  });
  it('brings no RHK that the day cannot support', () => {
    expect(broughtByTitle(typed, earlier, { chosen: null, possible: ['r2'] })).not.toHaveProperty('resultId');
  });
  it('changes nothing of an entry that is stored, nor for another title', () => {
    const base = { time: { start: null, end: null, minutes: 1 } } as never;
    expect(broughtByTitle({ ...typed, base }, earlier, none)).toEqual({});
    expect(broughtByTitle({ ...typed, title: 'Uji re' }, earlier, none)).toEqual({});
  });
});

it('an RHK is counted in the unit of its IKI on quantity, and in none where its target is in words', () => {
  const indicator = (aspect: 'kuantitas' | 'waktu', targetMin: number | null, unit: string) => ({
    aspect,
    targetMin,
    unit,
  });
  expect(unitOfPlan([indicator('waktu', 3, 'hari'), indicator('kuantitas', 900, 'kendaraan')])).toBe('kendaraan');
  expect(unitOfPlan([indicator('kuantitas', null, '')])).toBe('');
  expect(unitOfPlan([])).toBe('');
});
