import { beforeEach, describe, expect, it } from 'vitest';
import { newWorld, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';
import { contentChanges } from '../rules/skp-content.ts';
import type { Skp } from '../tables.ts';
import { writtenContent } from './skp.ts';

const year = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
const HERS = uuid(1);
const HERS_RESULT = uuid(2);
const HIS = uuid(3);
const HIS_RESULT = uuid(4);
const HIS_INDICATOR = uuid(5);

let world: World;
beforeEach(() => {
  world = newWorld();
  const approach = 'quantitative' as const;
  world.act('ani', { name: 'skp.create', args: { id: HERS, approach, ...year } });
  const result = {
    id: HERS_RESULT,
    skpId: HERS,
    kind: 'utama',
    text: 'Hasil unit',
    parent: null,
    expectation: '',
    perspective: null,
  } as const;
  world.act('ani', { name: 'result.add', args: result });
  world.act('budi', { name: 'skp.create', args: { id: HIS, approach, ...year } });
});

const parent = { employeeId: 'ani', resultId: HERS_RESULT };
const addResult = (of: typeof parent | null = parent) =>
  outcomeOf(
    world.act('budi', {
      name: 'result.add',
      args: {
        id: HIS_RESULT,
        skpId: HIS,
        kind: 'utama',
        text: 'Hasil saya',
        parent: of,
        expectation: '',
        perspective: null,
      },
    }),
  );
const addIndicator = (target: { min: number; max: number | null }) =>
  outcomeOf(
    world.act('budi', {
      name: 'indicator.add',
      args: {
        ...{ id: HIS_INDICATOR, skpId: HIS, resultId: HIS_RESULT, aspect: 'kuantitas', text: 'Jumlah' },
        target: { ...target, unit: 'surat', direction: 'up' },
      },
    }),
  );
const submit = (supervisorId: string | null = 'ani') =>
  world.act('budi', { name: 'skp.submit', args: { skpId: HIS, supervisorId } });
const approve = (person: string, revision: number) =>
  outcomeOf(world.act(person, { name: 'skp.approve', args: { employeeId: 'budi', skpId: HIS, revision } }));
const stored = () => world.rows.get('skp', 'p:budi', HIS) as Skp;

describe('composing', () => {
  it('takes one SKP for a time', () => {
    const args = { id: uuid(9), approach: 'quantitative', validFrom: '2026-07-01', validUntil: '2027-06-30' } as const;
    expect(outcomeOf(world.act('budi', { name: 'skp.create', args }))).toBe('skp-period-taken');
    const reversed = { ...args, validFrom: '2027-06-30', validUntil: '2027-01-01' };
    expect(outcomeOf(world.act('budi', { name: 'skp.create', args: reversed }))).toBe('period-reversed');
  });

  it('intervenes in a result that exists', () => {
    expect(addResult({ employeeId: 'ani', resultId: uuid(99) })).toBe('parent-not-found');
    expect(addResult()).toBe('applied');
  });

  it('takes a target as a number or a range, not reversed', () => {
    addResult();
    expect(addIndicator({ min: 10, max: 5 })).toBe('target-reversed');
    expect(addIndicator({ min: 10, max: 20 })).toBe('applied');
  });

  it('removes the indicators with their result', () => {
    addResult();
    addIndicator({ min: 10, max: null });
    const args = { id: HIS_RESULT, skpId: HIS };
    expect(outcomeOf(world.act('budi', { name: 'result.delete', args }))).toBe('applied');
    expect(world.rows.where('indicator', 'p:budi', 'skpId', HIS)).toEqual([]);
  });
});

describe('submitting', () => {
  it('lists what is missing, item by item, and changes nothing', () => {
    addResult(null);
    expect(submit()).toMatchObject({
      refusal: { code: 'incomplete', missing: [{ part: 'parent' }, { part: 'indicator' }] },
    });
    expect(stored().state).toBe('draft');
  });

  it('goes to the supervisor whom the person saw, not to another', () => {
    addResult();
    addIndicator({ min: 10, max: null });
    expect(outcomeOf(submit('cici'))).toBe('supervisor-changed');
    expect(outcomeOf(submit())).toBe('applied');
  });

  it('locks the content until it is recalled or returned', () => {
    addResult();
    addIndicator({ min: 10, max: null });
    submit();
    expect(addIndicator({ min: 1, max: null })).toBe('locked');
    expect(outcomeOf(world.act('budi', { name: 'skp.recall', args: { skpId: HIS } }))).toBe('applied');
    expect(stored()).toMatchObject({ state: 'draft', submittedAt: null });
  });
});

describe('the words of the superior\u2019s result', () => {
  const words = () => world.rows.get('result', 'p:budi', HIS_RESULT)?.parentText;
  const reword = (from: string, to: string) =>
    outcomeOf(
      world.act('ani', {
        name: 'result.edit',
        args: { id: HERS_RESULT, skpId: HERS, edits: { text: { from, to } } },
      }),
    );

  it('are those of the day on which the plan was sent, whatever the superior writes later', () => {
    addResult();
    addIndicator({ min: 10, max: null });
    expect(words()).toBe('Hasil unit');
    expect(reword('Hasil unit', 'Hasil unit yang diperjelas')).toBe('applied');
    expect(outcomeOf(submit())).toBe('applied');
    expect(words()).toBe('Hasil unit yang diperjelas');
    expect(approve('ani', stored().revision)).toBe('applied');
    expect(reword('Hasil unit yang diperjelas', 'Hasil lain')).toBe('applied');
    expect(words()).toBe('Hasil unit yang diperjelas');
  });

  it('are no change of the own plan', () => {
    addResult();
    const kept = writtenContent(world.rows, 'budi', HIS);
    const [result] = kept.results;
    const results = result ? [{ ...result, parentText: 'Hasil lain' }] : [];
    expect(contentChanges(kept, { ...kept, results })).toEqual([]);
  });

  it('go with the result that it is no more', () => {
    addResult();
    const edits = { parent: { from: parent, to: null } };
    world.act('budi', { name: 'result.edit', args: { id: HIS_RESULT, skpId: HIS, edits } });
    expect(words()).toBeNull();
  });
});

describe('deciding', () => {
  beforeEach(() => {
    addResult();
    addIndicator({ min: 10, max: null });
    submit();
  });

  it('is the supervisor\u2019s, on the revision that was read', () => {
    expect(approve('budi', stored().revision)).toBe('not-supervisor');
    expect(approve('cici', stored().revision)).toBe('not-supervisor');
    expect(approve('ani', stored().revision - 1)).toBe('changed-since');
    expect(approve('ani', stored().revision)).toBe('applied');
    expect(stored()).toMatchObject({ state: 'approved', decidedBy: 'ani' });
  });

  it('a return needs words, and opens the SKP again', () => {
    const target = { employeeId: 'budi', skpId: HIS, revision: stored().revision };
    const back = (note: string) =>
      outcomeOf(world.act('ani', { name: 'skp.return', args: { ...target, note, items: [] } }));
    expect(back('   ')).toBe('malformed');
    expect(back('Tambahkan target waktu')).toBe('applied');
    expect(stored()).toMatchObject({ state: 'returned', note: 'Tambahkan target waktu' });
    expect(outcomeOf(submit())).toBe('applied');
  });

  it('the head of the agency, who has no superior in it, confirms the own plan', () => {
    const id = uuid(20);
    world.act('head', { name: 'skp.create', args: { id, approach: 'qualitative', ...year } });
    const result = {
      id: uuid(21),
      skpId: id,
      kind: 'utama',
      text: 'Keselamatan',
      parent: null,
      expectation: 'Aman',
      perspective: 'anggaran',
    } as const;
    world.act('head', { name: 'result.add', args: result });
    const target = { min: 1, max: null, unit: '%', direction: 'up' } as const;
    const indicator = { id: uuid(22), skpId: id, resultId: uuid(21), aspect: 'kualitas', text: 'x', target } as const;
    world.act('head', { name: 'indicator.add', args: indicator });
    expect(outcomeOf(world.act('head', { name: 'skp.submit', args: { skpId: id, supervisorId: null } }))).toBe(
      'applied',
    );
    const { revision } = world.rows.get('skp', 'p:head', id) as Skp;
    const args = { employeeId: 'head', skpId: id, revision };
    expect(outcomeOf(world.act('head', { name: 'skp.approve', args }))).toBe('applied');
  });
});
