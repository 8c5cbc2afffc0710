import { beforeEach, expect, it } from 'vitest';
import { agencyScope } from '#shared/scopes.ts';
import { AGENCY, NOW, newWorld, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';

const MONTH = '2026-10';
let world: World;
beforeEach(() => {
  world = newWorld();
  // As a list brings somebody whose unit has no head.
  const post = world.rows.get('assignment', agencyScope(AGENCY), 'post-cici');
  world.put('assignment', {
    ...post,
    id: 'post-cici',
    scope: agencyScope(AGENCY),
    version: 1,
    supervisorId: null,
    headsAgency: false,
  });
});

it('whoever has no superior yet does not approve the own work; the head of the agency does', () => {
  const told = {
    date: '2026-11-20',
    kind: 'wfa' as const,
    text: 'Rapat daring',
    letter: null,
    evidence: [],
    revision: 0,
  };
  for (const [person, agrees] of [
    ['cici', 'not-supervisor'],
    ['head', 'applied'],
  ] as const) {
    world.act(person, { name: 'explanation.give', args: told });
    const seen = { employeeId: person, date: told.date, revision: 1 };
    expect(outcomeOf(world.act(person, { name: 'explanation.agree', args: seen })), person).toBe(agrees);
  }
});

it('nor the pay of everybody', () => {
  world.put('payroll', {
    ...{ id: MONTH, scope: agencyScope(AGENCY), version: 1, month: MONTH, state: 'checked', revision: 2 },
    ...{
      drawnBy: 'budi',
      drawnAt: NOW,
      checkedBy: 'ani',
      checkedAt: NOW,
      approvedBy: null,
      approvedAt: null,
      note: null,
    },
  });
  const approve = (headId: string) =>
    outcomeOf(world.act(headId, { name: 'payroll.approve', args: { month: MONTH, revision: 2, headId } }));
  expect(approve('cici')).toBe('not-supervisor');
  expect(approve('head')).toBe('applied');
});

it('of an evaluator who holds no post any more the one who was above decides on an objection', () => {
  const post = world.rows.get('assignment', agencyScope(AGENCY), 'post-ani');
  const over = { id: 'post-ani', scope: agencyScope(AGENCY), version: 1, validUntil: '2026-11-10' };
  world.put('assignment', { ...post, ...over });
  const id = `${uuid(1)}.2026-10`;
  world.put('evaluation', {
    ...{ id, scope: 'w:budi', version: 1, skpId: uuid(1), kind: 'periodic', period: '2026-10', state: 'final' },
    ...{ evaluatorId: 'ani', revision: 3, receivedAt: NOW, validFrom: '2026-10-01', validUntil: '2026-10-31' },
  });
  const args = { id, revision: 3, evaluatorId: 'ani', text: 'Tidak setuju' };
  expect(outcomeOf(world.act('budi', { name: 'evaluation.object', args }))).toBe('applied');
  expect(world.rows.get('evaluation', 'w:budi', id)).toMatchObject({ deciderId: 'head' });
});

it('nor objects to a superior above whom nobody is named', () => {
  const post = world.rows.get('assignment', agencyScope(AGENCY), 'post-ani');
  world.put('assignment', { ...post, id: 'post-ani', scope: agencyScope(AGENCY), version: 1, supervisorId: null });
  const id = `${uuid(1)}.2026-10`;
  world.put('evaluation', {
    ...{ id, scope: 'w:budi', version: 1, skpId: uuid(1), kind: 'periodic', period: '2026-10', state: 'final' },
    ...{ evaluatorId: 'ani', revision: 3, receivedAt: NOW, validFrom: '2026-10-01', validUntil: '2026-10-31' },
  });
  const args = { id, revision: 3, evaluatorId: 'ani', text: 'Tidak setuju' };
  expect(outcomeOf(world.act('budi', { name: 'evaluation.object', args }))).toBe('no-superior');
});
