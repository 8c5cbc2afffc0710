import { describe, expect, it } from 'vitest';
import { contentInForce } from '#shared/plan/questions/content.ts';
import type { SkpContent } from '#shared/plan/tables.ts';
import { agencyScope } from '#shared/scopes.ts';
import { ASKING, answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import type { Predicate } from '../rules/rating.ts';
import { distributionOfTeam } from './distribution.ts';
import { ownPeriods } from './periods.ts';
import { evaluationSheet } from './sheet.ts';

const AGENCY = agencyScope(ASKING.actor.tenant);
const PLAN = 'p:budi';
const WORK = 'w:budi';
const skp = (more: object = {}) =>
  stored('skp', {
    ...{ id: 'skp', scope: PLAN, employeeId: 'budi', state: 'approved', edition: 1, approach: 'quantitative' },
    ...{ validFrom: '2026-01-01', validUntil: '2026-12-31', ...more },
  });
const parts = [
  stored('result', {
    ...{ id: 'r', scope: PLAN, skpId: 'skp', kind: 'utama', text: 'Uji berkala', endedIn: null, createdAt: '' },
    ...{ parentId: null, parentOwnerId: null, expectation: '', perspective: null },
  }),
  stored('indicator', {
    ...{
      id: 'i',
      scope: PLAN,
      skpId: 'skp',
      resultId: 'r',
      text: 'Kendaraan diuji',
      aspect: 'kuantitas',
      source: 'output',
    },
    ...{ targetMin: 100, targetMax: null, targetText: null, unit: 'kendaraan', direction: 'up', createdAt: '' },
  }),
];
const entry = (id: string, date: string, more: object = {}) =>
  stored('activity', {
    ...{ id, scope: WORK, date, state: 'approved', resultId: 'r', quantity: 14, unit: 'kendaraan', title: id },
    ...{ minutes: 60, createdAt: `${date}T02:00:00.000Z`, ...more },
  });
const evaluation = (period: string, more: object = {}) =>
  stored('evaluation', {
    ...{ id: `skp.${period}`, scope: WORK, skpId: 'skp', period, kind: period.length > 4 ? 'periodic' : 'annual' },
    ...{
      state: 'final',
      predicate: 'baik',
      record: null,
      validFrom: `${period}-01`,
      validUntil: `${period}-28`,
      ...more,
    },
  });

describe('the content in force', () => {
  const of = { employeeId: 'budi', skpId: 'skp' };
  const edition = stored('edition', {
    ...{ id: 'skp.1', scope: PLAN, skpId: 'skp', number: 1 },
    content: {
      results: [{ id: 'before', text: 'Sebelum' }],
      indicators: [],
      expectations: [],
      annexes: [],
    } as unknown as SkpContent,
  });

  it('of an approved SKP is what it says', async () => {
    const content = await answerTo(contentInForce, of, [skp(), ...parts]);
    expect(content?.results.map(({ text }) => text)).toEqual(['Uji berkala']);
    expect(content?.indicators.map(({ id }) => id)).toEqual(['i']);
  });

  it('while it is being revised is that of the edition before', async () => {
    const content = await answerTo(contentInForce, of, [skp({ state: 'draft', edition: 2 }), ...parts, edition]);
    expect(content?.results.map(({ text }) => text)).toEqual(['Sebelum']);
  });

  it('is not there where none was ever approved, or nothing is known', async () => {
    expect(await answerTo(contentInForce, of, [skp({ state: 'draft' }), ...parts])).toBeUndefined();
    expect(await answerTo(contentInForce, of, [])).toBeUndefined();
  });
});

describe('the sheet of a period', () => {
  const of = { employeeId: 'budi', skpId: 'skp', period: '2026-11' };

  it('has the work of its days alone, and what was reached by it', async () => {
    const sheet = await answerTo(evaluationSheet, of, [
      ...[skp(), ...parts, entry('in', '2026-11-03'), entry('last', '2026-11-30'), entry('after', '2026-12-01')],
      entry('waits', '2026-11-04', { state: 'submitted' }),
    ]);
    expect(sheet?.span).toEqual({ from: '2026-11-01', until: '2026-11-30' });
    expect(sheet?.activities.map(({ id }) => id).sort()).toEqual(['in', 'last', 'waits']);
    expect(sheet?.reached.get('i')).toMatchObject({ value: 28, activities: 2 });
    expect(sheet?.evaluation).toBeUndefined();
  });

  it('shows the feedback of the period, its results and its work, in order, and no other', async () => {
    const said = (id: string, targetId: string, at: string) =>
      stored('feedback', { id, scope: WORK, targetId, at, text: id });
    const sheet = await answerTo(evaluationSheet, of, [
      ...[skp(), ...parts, entry('in', '2026-11-03'), entry('other', '2026-10-03')],
      ...[said('c', 'in', '3'), said('a', 'r', '1'), said('b', '2026-11', '2'), said('x', 'other', '4')],
    ]);
    expect(sheet?.feedback.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('of the year has those of its parts that were rated, in order', async () => {
    const rows = [
      skp(),
      ...parts,
      evaluation('2026-02'),
      evaluation('2026-01'),
      evaluation('2026-03', { predicate: null }),
    ];
    const sheet = await answerTo(evaluationSheet, { ...of, period: '2026' }, rows);
    expect(sheet?.periodic.map(({ period }) => period)).toEqual(['2026-01', '2026-02']);
  });

  it('is not there for a period outside the SKP', async () => {
    expect(await answerTo(evaluationSheet, { ...of, period: '2027-01' }, [skp(), ...parts])).toBeUndefined();
  });
});

it('own periods: the year first, then the latest; those of another cycle stay; what is no plan yet has none', async () => {
  const rows = [skp({ validFrom: '2026-10-01' }), evaluation('2026-11'), evaluation('2026-Q4')];
  const periods = await answerTo(ownPeriods, null, rows);
  expect(periods?.map(({ period }) => period)).toEqual(
    expect.arrayContaining(['2026', '2026-10', '2026-11', '2026-12', '2026-Q4']),
  );
  expect(periods?.[0]?.period).toBe('2026');
  expect(periods?.find(({ period }) => period === '2026-11')?.evaluation?.predicate).toBe('baik');
  expect(periods?.find(({ period }) => period === '2026-12')?.begun).toBe(false);
  expect(await answerTo(ownPeriods, null, [skp({ state: 'draft' })])).toEqual([]);
});

it('the distribution counts who is rated in the period; an honorer is nobody who could be', async () => {
  const post = (id: string) =>
    stored('assignment', {
      ...{ id: `post ${id}`, scope: AGENCY, employeeId: id, supervisorId: 'budi', kind: 'definitive' },
      ...{ validFrom: '2026-01-01', validUntil: null },
    });
  const person = (id: string, nip: string | null) => stored('employee', { id, scope: AGENCY, nip, name: id });
  const rated = (id: string, period: string, predicate: Predicate | null) =>
    stored('evaluation', { id: `${id}.${period}`, scope: `w:${id}`, skpId: id, period, predicate, kind: 'periodic' });
  const team = await answerTo(distributionOfTeam, { period: '2026-Q3' }, [
    ...['ani', 'cici', 'dedi', 'honorer'].map(post),
    ...[person('ani', '1'), person('cici', '2'), person('dedi', '3'), person('honorer', null)],
    ...[rated('ani', '2026-Q3', 'baik'), rated('cici', '2026-Q3', null), rated('dedi', '2026-Q2', 'baik')],
    stored('achievement', { id: 'budi.2026-Q3', scope: PLAN, period: '2026-Q3', value: 'istimewa' }),
  ]);
  expect(team).toMatchObject({ achievement: 'istimewa', rated: 1, unrated: 2 });
  expect(team?.counts.baik).toBe(1);
});
