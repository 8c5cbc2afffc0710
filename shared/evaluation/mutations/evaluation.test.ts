import { beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#shared/people/tables.ts';
import type { Skp } from '#shared/plan/tables.ts';
import { newWorld, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';
import type { Evaluation } from '../tables.ts';

const SKP = uuid(1);
const RESULT = uuid(2);
const PERIOD = '2026-10';
const ID = `${SKP}.${PERIOD}`;

let world: World;
const evaluation = (id = ID) => world.rows.get('evaluation', 'w:budi', id) as Evaluation;
const go = (person: string, name: string, args: object, at?: string) =>
  outcomeOf(world.act(person, { name, args } as never, at));
const on = (date: string) => `${date}T02:00:00.000Z`;

beforeEach(() => {
  world = newWorld();
  for (const id of ['budi', 'ani', 'cici', 'head', 'dedi']) {
    const employee = { id, scope: 'a:dishub', version: 1, nip: null, name: id, employment: 'PNS', grade: 'III/a' };
    world.put('employee', employee);
  }
  const whole = { approach: 'quantitative', validFrom: '2026-01-01', validUntil: '2026-12-31' };
  go('budi', 'skp.create', { id: SKP, ...whole });
  const plain = { expectation: '', perspective: null, parent: null, kind: 'utama' };
  go('budi', 'result.add', { id: RESULT, skpId: SKP, text: 'Hasil', ...plain });
  const target = { min: 10, max: null, unit: 'unit', direction: 'up' };
  go('budi', 'indicator.add', { id: uuid(3), skpId: SKP, resultId: RESULT, aspect: 'kuantitas', text: 'x', target });
  go('budi', 'skp.submit', { skpId: SKP, supervisorId: 'ani' });
  const { revision } = world.rows.get('skp', 'p:budi', SKP) as Skp;
  expect(go('ani', 'skp.approve', { employeeId: 'budi', skpId: SKP, revision })).toBe('applied');
});

const assess = ({ period = PERIOD, revision = 0, at = on('2026-11-02') } = {}) =>
  go(
    'budi',
    'evaluation.assess',
    { skpId: SKP, period, revision, results: { [RESULT]: 'Selesai 12' }, realised: { [uuid(3)]: 12 }, note: '' },
    at,
  );

const ratings = { resultRating: 'di-atas', behaviourRating: 'sesuai', achievement: 'baik' };
const rate = (person = 'ani', { id = ID, at = on('2026-11-03'), more = {} } = {}) =>
  go(
    person,
    'evaluation.rate',
    {
      ...{ employeeId: 'budi', id, revision: evaluation(id)?.revision ?? 1, results: {}, behaviours: {}, note: '' },
      ...ratings,
      ...more,
    },
    at,
  );
const finalise = (person = 'ani', at = on('2026-11-04'), evaluatorId = 'ani') =>
  go(
    person,
    'evaluation.finalise',
    { employeeId: 'budi', id: ID, revision: evaluation().revision, skpId: SKP, evaluatorId },
    at,
  );
const receive = (at: string, person = 'budi') => go(person, 'evaluation.receive', { id: ID }, at);
const object = (at: string) => {
  const text = 'Uji keliling belum dihitung';
  return go('budi', 'evaluation.object', { id: ID, revision: evaluation().revision, evaluatorId: 'ani', text }, at);
};
const decide = (person: string, at = on('2026-11-20')) =>
  go(
    person,
    'evaluation.decide',
    {
      ...{ employeeId: 'budi', id: ID, revision: evaluation().revision, text: 'Diterima' },
      ...{ resultRating: 'di-atas', behaviourRating: 'di-atas' },
    },
    at,
  );

const begin = (at: string, { person = 'ani', period = PERIOD, revision = 0 } = {}) =>
  go(person, 'evaluation.begin', { employeeId: 'budi', skpId: SKP, period, revision, realised: { [uuid(3)]: 12 } }, at);

describe('who never assesses', () => {
  it('is evaluated without, once the days for it are over, and not by anybody', () => {
    expect(begin(on('2026-11-10'))).toBe('assessment-open');
    for (const person of ['budi', 'cici']) expect(begin(on('2026-11-11'), { person })).toBe('not-supervisor');
    expect(begin(on('2026-11-11'))).toBe('applied');
    expect(evaluation()).toMatchObject({
      ...{ state: 'assessed', evaluatorId: 'ani', revision: 1, validUntil: '2026-10-31' },
      assessment: { missing: true, realised: { [uuid(3)]: 12 } },
    });
    expect(begin(on('2026-11-11'), { revision: 1 })).toBe('wrong-state');
    expect(rate('ani', { at: on('2026-11-12') })).toBe('applied');
    expect(finalise('ani', on('2026-11-12'))).toBe('applied');
    expect(evaluation()).toMatchObject({ state: 'final', predicate: 'baik' });
  });

  it('has until the day until which it was opened again for the own unit', () => {
    world.put('unit', { id: 'u', scope: 'a:dishub', version: 1, name: 'Unit', parentId: null });
    const opened = { filling: 'assessment', target: { level: 'unit', targetId: 'u' }, reason: 'Banjir' };
    const days = { from: '2026-10-01', until: '2026-10-31', lastDay: '2026-11-18' };
    expect(go('admin', 'extension.open', { id: uuid(51), ...opened, ...days }, on('2026-11-11'))).toBe('applied');
    expect(begin(on('2026-11-18'))).toBe('assessment-open');
    expect(begin(on('2026-11-19'))).toBe('applied');
  });

  it('may still speak until it is rated, also by an act from before that arrives late', () => {
    begin(on('2026-11-11'));
    expect(assess({ at: on('2026-11-12') })).toBe('applied');
    expect(evaluation()).toMatchObject({ state: 'assessed', revision: 2 });
    expect(evaluation().assessment).toEqual({
      results: { [RESULT]: 'Selesai 12' },
      realised: { [uuid(3)]: 12 },
      note: '',
    });
    expect(assess({ at: on('2026-11-12') })).toBe('changed-since');
  });

  it('does not undo what was rated meanwhile', () => {
    begin(on('2026-11-11'));
    rate('ani', { at: on('2026-11-12') });
    expect(assess({ at: on('2026-11-12') })).toBe('locked');
  });

  it('or never completes what came back, keeps what was said', () => {
    assess();
    go(
      'ani',
      'evaluation.return',
      { employeeId: 'budi', id: ID, revision: 1, note: 'Sebutkan jumlahnya' },
      on('2026-11-03'),
    );
    expect(begin(on('2026-11-10'), { revision: 2 })).toBe('assessment-open');
    expect(begin(on('2026-11-11'), { revision: 1 })).toBe('changed-since');
    expect(begin(on('2026-11-11'), { revision: 2 })).toBe('applied');
    expect(evaluation()).toMatchObject({
      state: 'assessed',
      note: null,
      assessment: { results: { [RESULT]: 'Selesai 12' } },
    });
    expect(evaluation().assessment.missing).toBeUndefined();
  });

  it('had to have a plan of that period', () => {
    expect(begin(on('2027-02-20'), { period: '2027-01' })).toBe('outside-plan');
    const skp = world.rows.get('skp', 'p:budi', SKP) as Skp;
    world.put('skp', { ...skp, state: 'draft' });
    expect(begin(on('2026-11-11'))).toBe('never-approved');
  });
});

describe('assessing', () => {
  it('begins the evaluation, and may be done again until it is rated', () => {
    expect(assess()).toBe('applied');
    expect(evaluation()).toMatchObject({
      ...{ state: 'assessed', kind: 'periodic', evaluatorId: 'ani', validFrom: '2026-10-01', validUntil: '2026-10-31' },
    });
    expect(assess()).toBe('changed-since');
    expect(assess({ revision: 1 })).toBe('applied');
    rate();
    expect(assess({ revision: 3 })).toBe('locked');
  });

  it('needs an SKP that was approved, and a period of it that has begun', () => {
    expect(assess({ period: '2026-12' })).toBe('period-not-over');
    expect(assess({ period: '2027-01', at: on('2027-02-01') })).toBe('outside-plan');
    const skp = world.rows.get('skp', 'p:budi', SKP) as Skp;
    world.put('skp', { ...skp, state: 'draft' });
    expect(assess()).toBe('never-approved');
  });

  it('goes on while the SKP is under revision', () => {
    go('budi', 'skp.revise', { skpId: SKP, reason: 'Berubah' });
    expect(assess()).toBe('applied');
  });

  it('comes back with a note when it says too little', () => {
    assess();
    const args = { employeeId: 'budi', id: ID, revision: 1, note: 'Sebutkan jumlahnya' };
    expect(go('budi', 'evaluation.return', args)).toBe('not-supervisor');
    expect(go('ani', 'evaluation.return', args)).toBe('applied');
    expect(evaluation()).toMatchObject({ state: 'returned', note: 'Sebutkan jumlahnya' });
    expect(assess({ revision: 2 })).toBe('applied');
    expect(evaluation()).toMatchObject({ state: 'assessed', note: null });
  });
});

describe('rating', () => {
  beforeEach(() => {
    assess();
  });

  it('is the superior’s, and sets the predicate by the matrix', () => {
    expect(rate('budi')).toBe('not-supervisor');
    expect(rate('cici')).toBe('not-supervisor');
    expect(rate('head')).toBe('not-supervisor');
    expect(rate()).toBe('applied');
    expect(evaluation()).toMatchObject({ state: 'rated', predicate: 'baik', ratedBy: 'ani' });
  });

  it('may not come long before the period ends', () => {
    assess({ period: '2026', at: on('2026-11-03') });
    expect(rate('ani', { id: `${SKP}.2026`, at: on('2026-12-20') })).toBe('period-not-over');
    expect(rate('ani', { id: `${SKP}.2026`, at: on('2026-12-21') })).toBe('applied');
    expect(evaluation(`${SKP}.2026`).kind).toBe('annual');
  });

  it('is done in the superior’s place by who acts for them', () => {
    const days = { validFrom: '2026-11-01', validUntil: '2026-11-10' };
    go('ani', 'delegation.add', { id: uuid(40), fromId: 'ani', toId: 'cici', kind: 'plh', ...days });
    expect(rate('cici', { at: on('2026-11-11') })).toBe('not-supervisor');
    expect(rate('cici', { at: on('2026-11-10') })).toBe('applied');
    expect(evaluation().ratedBy).toBe('cici');
  });

  it('stays with the superior of the last day of the period when the employee moves afterwards', () => {
    const post = world.rows.get('assignment', 'a:dishub', 'post-budi') as Assignment;
    const to = {
      id: uuid(41),
      unitId: 'u',
      position: 'Analis',
      positionKind: 'JA',
      supervisorId: 'cici',
      postClass: 8,
      leadsUnit: false,
      headsAgency: false,
    };
    world.put('unit', { id: 'u', scope: 'a:dishub', version: 1, name: 'Unit', parentId: null });
    const move = { employeeId: 'budi', validFrom: '2026-11-01', to };
    expect(go('ani', 'assignment.move', move)).toBe('not-administrator');
    expect(go('admin', 'assignment.move', move)).toBe('applied');
    expect(world.rows.get('assignment', 'a:dishub', post.id)).toMatchObject({ validUntil: '2026-10-31' });
    expect(rate('cici')).toBe('not-supervisor');
    expect(rate('ani')).toBe('applied');
  });
});

it('what was realised may be corrected until it is rated, and not behind what was rated', () => {
  const of = { skpId: SKP, indicatorId: uuid(3), period: PERIOD };
  const correct = (value: number) => go('budi', 'realisation.correct', { ...of, value, reason: 'Dari buku' });
  expect(correct(11)).toBe('applied');
  assess();
  expect(correct(12)).toBe('applied');
  rate();
  expect(correct(13)).toBe('locked');
  expect(go('budi', 'realisation.reset', of)).toBe('locked');
  finalise();
  expect(correct(13)).toBe('locked');
  expect(world.rows.get('realisation', 'w:budi', `${uuid(3)}.${PERIOD}`)).toMatchObject({ value: 12 });
});

describe('when it is final', () => {
  beforeEach(() => {
    assess();
    rate();
  });

  it('has a record of plan, persons and ratings that no later change reaches', () => {
    expect(finalise('cici')).toBe('not-supervisor');
    expect(finalise()).toBe('applied');
    const { record } = evaluation();
    expect(record).toMatchObject({
      ...{ edition: 1, predicate: 'baik', evaluator: { name: 'ani' } },
      employee: { name: 'budi', grade: 'III/a', position: 'Analis' },
      plan: { results: [{ text: 'Hasil' }] },
    });
    go('budi', 'skp.revise', { skpId: SKP, reason: 'Berubah' });
    go('budi', 'result.edit', { id: RESULT, skpId: SKP, edits: { text: { from: 'Hasil', to: 'Lain' } } });
    expect(evaluation().record).toEqual(record);
    expect(rate()).toBe('wrong-state');
    expect(finalise()).toBe('wrong-state');
  });

  it('may be objected to for fourteen days from the day on which the employee received it', () => {
    finalise();
    expect(receive(on('2026-11-10'))).toBe('applied');
    expect(object(on('2026-11-25'))).toBe('too-late');
    expect(object(on('2026-11-24'))).toBe('applied');
    expect(evaluation()).toMatchObject({ state: 'objected', deciderId: 'head' });
    expect(object(on('2026-11-18'))).toBe('wrong-state');
  });

  it('is received once, not before it is there, and by nobody else', () => {
    expect(receive(on('2026-11-03'))).toBe('wrong-state');
    finalise();
    for (const person of ['ani', 'cici']) expect(receive(on('2026-11-05'), person)).toBe('not-found');
    expect(receive(on('2026-11-03'))).toBe('applied');
    expect(evaluation().receivedAt).toBe(on('2026-11-04'));
    // Another device, later: no refusal for anybody to wonder at, and no other day.
    expect(receive(on('2026-11-20'))).toBe('applied');
    expect(evaluation().receivedAt).toBe(on('2026-11-04'));
  });

  it('is received at the latest by objecting to it', () => {
    finalise();
    expect(object(on('2026-11-30'))).toBe('applied');
    expect(evaluation().receivedAt).toBe(on('2026-11-30'));
  });

  it('has until after an outage that lies over its last day', () => {
    finalise();
    receive(on('2026-11-04'));
    const span = { startsAt: on('2026-11-18'), endsAt: on('2026-11-19') };
    const outage = { id: uuid(80), ...span, reason: 'Jaringan putus' };
    expect(go('admin', 'outage.declare', outage, on('2026-11-20'))).toBe('applied');
    expect(object(on('2026-11-21'))).toBe('too-late');
    expect(object(on('2026-11-20'))).toBe('applied');
  });

  it('for as long as the policy of the agency says', () => {
    const content = {
      evaluationCycle: 'monthly',
      ratingDaysBeforeEnd: 10,
      objectionDays: 3,
      decisionDays: 14,
      ...{ assessmentDays: 5, ratingDays: 10, planDays: 30, source: 'Perbup 1/2026' },
    };
    const distribution = Object.fromEntries(
      ['istimewa', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang'].map((achievement) => [
        achievement,
        { 'sangat-baik': 20, baik: 20, 'butuh-perbaikan': 20, kurang: 20, 'sangat-kurang': 20 },
      ]),
    );
    const adopted = { kind: 'performance', reason: null, content: { ...content, distribution } };
    const policy = { id: uuid(50), validFrom: '2026-11-01', ...adopted };
    expect(go('admin', 'policy.adopt', policy, on('2026-11-02'))).toBe('date-past');
    expect(go('ani', 'policy.adopt', policy, on('2026-10-30'))).toBe('not-administrator');
    expect(go('admin', 'policy.adopt', policy, on('2026-10-30'))).toBe('applied');
    finalise();
    receive(on('2026-11-04'));
    expect(object(on('2026-11-08'))).toBe('too-late');
    expect(object(on('2026-11-07'))).toBe('applied');
  });

  it('the objection is decided by the evaluator’s superior, and the first ratings stay on record', () => {
    finalise();
    object(on('2026-11-10'));
    for (const person of ['ani', 'budi', 'cici']) expect(decide(person)).toBe('not-supervisor');
    expect(decide('head')).toBe('applied');
    expect(evaluation()).toMatchObject({ state: 'decided', predicate: 'sangat-baik', decidedBy: 'head' });
    expect(evaluation().record?.predicate).toBe('baik');
    const followUp = { employeeId: 'budi', id: ID, revision: evaluation().revision, text: 'Pelatihan' };
    expect(go('ani', 'evaluation.follow-up', followUp)).toBe('applied');
  });
});

describe('a document', () => {
  const issue = (person: string, facts: object, subject: object = { kind: 'evaluasi', evaluationId: ID }) =>
    go(person, 'document.issue', {
      ...{ id: uuid(60), employeeId: 'budi', code: '0123456789ABCDEF', sha256: 'a'.repeat(64), subject, facts },
    });
  const facts = {
    ...{ name: 'budi', nip: null, period: PERIOD, validFrom: '2026-10-01', validUntil: '2026-10-31' },
    ...{ resultRating: 'di-atas', behaviourRating: 'sesuai', predicate: 'baik', evaluator: 'ani', state: 'final' },
  };

  it('is registered only where it says what is on record', () => {
    assess();
    rate();
    expect(issue('budi', facts)).toBe('not-found');
    finalise();
    expect(issue('budi', { ...facts, predicate: 'sangat-baik' })).toBe('facts-differ');
    expect(issue('cici', facts)).toBe('not-supervisor');
    expect(issue('budi', facts)).toBe('applied');
    expect(issue('ani', facts)).toBe('already-exists');
  });

  it('of the month tells what was logged and approved', () => {
    const subject = { kind: 'laporan-bulanan', month: '2026-10' };
    const month = { name: 'budi', nip: null, month: '2026-10', approved: 0, approvedMinutes: 0 };
    const work = { title: 'Kerja', description: '', output: { quantity: 1, unit: 'x' } };
    const time = { start: null, end: null, minutes: 60 };
    go('budi', 'activity.log', { id: uuid(61), resultId: RESULT, date: '2026-10-31', ...work, time });
    expect(issue('budi', { ...month, activities: 0, minutes: 0 }, subject)).toBe('facts-differ');
    expect(issue('budi', { ...month, activities: 1, minutes: 60 }, subject)).toBe('applied');
  });

  it('of the plan tells the edition in force', () => {
    const plan = { name: 'budi', nip: null, validFrom: '2026-01-01', validUntil: '2026-12-31', results: 1 };
    go('budi', 'skp.revise', { skpId: SKP, reason: 'Berubah' });
    const subject = { kind: 'rencana-skp', skpId: SKP };
    expect(issue('budi', { ...plan, edition: 2 }, subject)).toBe('facts-differ');
    expect(issue('budi', { ...plan, edition: 1 }, subject)).toBe('applied');
  });
});

describe('who moves in mid-year', () => {
  const second = { approach: 'quantitative', validFrom: '2026-07-01', validUntil: '2026-12-31' };

  it('begins an SKP with the new post; the old one ends the day before', () => {
    expect(go('budi', 'skp.create', { id: uuid(70), ...second })).toBe('skp-period-taken');
    world.put('unit', { id: 'u', scope: 'a:dishub', version: 1, name: 'Unit', parentId: null });
    const to = {
      id: uuid(41),
      unitId: 'u',
      position: 'Analis',
      positionKind: 'JA',
      supervisorId: 'cici',
      postClass: 8,
      leadsUnit: false,
      headsAgency: false,
    };
    go('admin', 'assignment.move', { employeeId: 'budi', validFrom: '2026-07-01', to });
    expect(go('budi', 'skp.create', { id: uuid(70), ...second })).toBe('applied');
    expect(world.rows.get('skp', 'p:budi', SKP)).toMatchObject({ validUntil: '2026-06-30', state: 'approved' });
    expect(assess({ period: '2026' })).toBe('applied');
    expect(evaluation(`${SKP}.2026`)).toMatchObject({ validUntil: '2026-06-30', evaluatorId: 'ani' });
  });
});
