// An approved SKP under revision: the approved edition stays in force, the new one replaces it or is given up.

import { beforeEach, describe, expect, it } from 'vitest';
import { newWorld, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';
import { contentChanges } from '../rules/skp-content.ts';
import type { Edition, Result, Skp } from '../tables.ts';
import { inForce, writtenContent } from './skp.ts';

const SKP = uuid(1);
const KEPT = uuid(2);
const DROPPED = uuid(3);
const ADDED = uuid(4);
const plain = { expectation: '', perspective: null, parent: null, kind: 'utama' as const };

let world: World;
const skp = () => world.rows.get('skp', 'p:budi', SKP) as Skp;
const resultTexts = () => writtenContent(world.rows, 'budi', SKP).results.map(({ text }) => text);
const act = (name: never, args: object) => outcomeOf(world.act('budi', { name, args } as never));
const go = (name: string, args: object) => act(name as never, args);

beforeEach(() => {
  world = newWorld();
  go('skp.create', { id: SKP, approach: 'quantitative', validFrom: '2026-01-01', validUntil: '2026-12-31' });
  for (const [id, text] of [
    [KEPT, 'Terujinya kendaraan'],
    [DROPPED, 'Tertibnya arsip'],
  ]) {
    go('result.add', { id, skpId: SKP, text, ...plain });
    const target = { min: 10, max: null, unit: 'unit', direction: 'up' };
    const resultId = id;
    go('indicator.add', {
      id: uuid(id === KEPT ? 12 : 13),
      skpId: SKP,
      resultId,
      aspect: 'kuantitas',
      text: 'x',
      target,
    });
  }
  go('expectation.set', { employeeId: 'budi', skpId: SKP, value: 'loyal', from: '', to: 'Menjaga rahasia' });
  expect(go('skp.submit', { skpId: SKP, supervisorId: 'ani' })).toBe('applied');
  approve();
});

function approve() {
  const args = { employeeId: 'budi', skpId: SKP, revision: skp().revision };
  expect(outcomeOf(world.act('ani', { name: 'skp.approve', args }))).toBe('applied');
}

function revise() {
  expect(go('skp.revise', { skpId: SKP, reason: 'Tugas berubah' })).toBe('applied');
  go('result.delete', { id: DROPPED, skpId: SKP });
  const edits = { text: { from: 'Terujinya kendaraan', to: 'Terujinya kendaraan wajib uji' } };
  go('result.edit', { id: KEPT, skpId: SKP, edits });
  go('result.add', { id: ADDED, skpId: SKP, text: 'Terkalibrasinya alat', ...plain });
  go('indicator.add', {
    ...{ id: uuid(14), skpId: SKP, resultId: ADDED, aspect: 'kualitas', text: 'Mutu' },
    target: { words: 'Lulus kalibrasi' },
  });
}

it('needs an approved SKP, and a reason', () => {
  expect(go('skp.revise', { skpId: SKP, reason: '  ' })).toBe('malformed');
  revise();
  expect(skp()).toMatchObject({ state: 'draft', edition: 2, reason: 'Tugas berubah' });
  expect(go('skp.revise', { skpId: SKP, reason: 'lagi' })).toBe('wrong-state');
});

it('leaves the approved edition in force until the new one is approved', () => {
  revise();
  expect(inForce(world.rows, 'budi', skp())).toMatchObject({
    number: 1,
    content: { results: [{ text: 'Terujinya kendaraan' }, { text: 'Tertibnya arsip' }] },
  });
  go('skp.submit', { skpId: SKP, supervisorId: 'ani' });
  approve();
  expect(inForce(world.rows, 'budi', skp())?.number).toBe(2);
  expect(resultTexts()).toEqual(['Terujinya kendaraan wajib uji', 'Terkalibrasinya alat']);
});

it('keeps what it ends, for the work done before', () => {
  revise();
  expect(world.rows.get('result', 'p:budi', DROPPED)).toMatchObject({ endedIn: 2 } satisfies Partial<Result>);
  const work = { title: 'Menata arsip', description: '', time: { start: null, end: null, minutes: 60 } };
  const output = { quantity: 1, unit: 'boks' };
  expect(go('activity.log', { id: uuid(30), resultId: DROPPED, date: '2026-11-20', ...work, output })).toBe('applied');
});

it('can be told apart from the edition before, part by part', () => {
  revise();
  const [before] = world.rows.where('edition', 'p:budi', 'skpId', SKP) as unknown as Edition[];
  const changes = contentChanges(before?.content as never, writtenContent(world.rows, 'budi', SKP));
  expect(changes.map(({ kind, part, id }) => `${kind} ${part} ${id.slice(-2)}`)).toEqual([
    ...['changed results 02', 'added results 04', 'dropped results 03'],
    ...['added indicators 14', 'dropped indicators 13'],
  ]);
});

describe('given up', () => {
  it('is as if it had never begun', () => {
    const approved = writtenContent(world.rows, 'budi', SKP);
    revise();
    expect(go('skp.discard', { skpId: SKP, revision: skp().revision })).toBe('applied');
    expect(skp()).toMatchObject({ state: 'approved', edition: 1, reason: null, decidedBy: 'ani' });
    expect(writtenContent(world.rows, 'budi', SKP)).toEqual(approved);
    expect(world.rows.where('edition', 'p:budi', 'skpId', SKP)).toEqual([]);
  });

  it('is not possible for the first edition', () => {
    world = newWorld();
    go('skp.create', { id: SKP, approach: 'quantitative', validFrom: '2026-01-01', validUntil: '2026-12-31' });
    expect(go('skp.discard', { skpId: SKP, revision: 1 })).toBe('never-approved');
  });
});
