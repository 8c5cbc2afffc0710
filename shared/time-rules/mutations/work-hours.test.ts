import { beforeEach, expect, it } from 'vitest';
import type { MutationArgs } from '#shared/mutations.ts';
import { agencyScope } from '#shared/scopes.ts';
import { foundedWorld } from '#shared/testing/every-mutation.ts';
import { AGENCY, NOW, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';
import { HOURS_TEMPLATES } from '../rules/work-hours.ts';

const scope = agencyScope(AGENCY);
let world: World;
beforeEach(() => {
  world = foundedWorld();
});

type Assigned = MutationArgs<'work-hours.assign'>;
const everybody = { level: 'agency', targetId: null } as const;
const cici = { level: 'person', targetId: 'cici' } as const;
const unit = { level: 'unit', targetId: 'u' } as const;
const ramadan: Assigned = {
  id: uuid(1),
  name: 'Ramadan 1448 H',
  hours: HOURS_TEMPLATES.ramadan.hours,
  targets: [everybody],
  validFrom: '2027-02-08',
  validUntil: '2027-03-09',
  reason: null,
};
const assign = (more: Partial<Assigned> = {}, by = 'admin') =>
  outcomeOf(world.act(by, { name: 'work-hours.assign', args: { ...ramadan, ...more } }));
const end = (id: string, validUntil: string | null, by = 'admin') =>
  outcomeOf(world.act(by, { name: 'work-hours.end', args: { id, validUntil, reason: 'Keliru' } }));
const close = (month: string) =>
  world.put('payroll', {
    ...{
      id: month,
      scope,
      version: 1,
      month,
      state: 'approved',
      revision: 1,
      drawnBy: 'budi',
      drawnAt: NOW,
      note: null,
    },
    ...{ checkedBy: 'ani', checkedAt: NOW, approvedBy: 'head', approvedAt: NOW },
  });

it.each([
  ['admin', 'applied'],
  ['budi', 'not-administrator'],
  ['head', 'not-administrator'],
])('%s assigns hours: %s', (by, outcome) => {
  expect(assign({}, by)).toBe(outcome);
});

it.each<[string, Partial<Assigned>, string]>([
  ['that end before they begin', { validUntil: '2027-02-07' }, 'period-reversed'],
  ['that reach back without saying why', { validFrom: '2026-11-23' }, 'date-past'],
  ['that reach back, with the reason', { validFrom: '2026-11-23', reason: 'Surat edaran terlambat' }, 'applied'],
  ['of a unit that is not there', { targets: [{ level: 'unit', targetId: 'siapa' }] }, 'not-found'],
  ['of nobody', { targets: [{ level: 'person', targetId: 'siapa' }] }, 'not-found'],
  ['for no one', { targets: [] }, 'malformed'],
  ['of a week without work', { hours: each(null) }, 'malformed'],
  ['that end before they start', { hours: each({ start: '16:00', end: '07:30' }) }, 'malformed'],
  ['in shifts', { hours: null }, 'applied'],
  ['for ever', { validUntil: null }, 'applied'],
  ['twice for the same', { targets: [cici, cici] }, 'already-exists'],
])('hours %s: %s', (_name, more, outcome) => {
  if (more.targets?.length === 2) assign({ targets: [cici] });
  expect(assign(more)).toBe(outcome);
});

it('two that hold for the same on a day are refused, those of another level or another span are not', () => {
  expect(assign({ targets: [everybody, unit, cici] })).toBe('applied');
  for (const targets of [[everybody], [unit], [cici]]) {
    expect(assign({ id: uuid(2), targets, validFrom: '2027-03-09', validUntil: null })).toBe('hours-overlap');
    expect(assign({ id: uuid(2), targets, validFrom: '2027-01-01', validUntil: '2027-02-08' })).toBe('hours-overlap');
    expect(assign({ id: uuid(2), targets, validFrom: '2027-01-01', validUntil: '2027-02-07' })).toBe('applied');
  }
  expect(assign({ id: uuid(3), targets: [{ level: 'person', targetId: 'budi' }] })).toBe('applied');
  expect(assign({ id: uuid(4), targets: [unit, cici, unit], validFrom: '2028-01-01', validUntil: null })).not.toBe(
    'applied',
  );
});

it('hours are ended for one of those they hold for, never later, and keep who did it and why', () => {
  assign({ targets: [unit, cici] });
  const id = `${uuid(1)}.cici`;
  expect(end(id, '2027-03-09')).toBe('period-reversed');
  expect(end(id, '2027-02-07')).toBe('period-reversed');
  expect(end(id, '2027-02-28', 'budi')).toBe('not-administrator');
  expect(end(id, '2027-02-28')).toBe('applied');
  expect(world.rows.get('workHours', scope, id)).toMatchObject({ validUntil: '2027-02-28', endReason: 'Keliru' });
  expect(world.rows.get('workHours', scope, `${uuid(1)}.u`)).toMatchObject({ validUntil: '2027-03-09', endedBy: null });
  expect(assign({ id: uuid(2), targets: [cici], validFrom: '2027-03-01' })).toBe('applied');
});

it('hours that never held are withdrawn, once, and make room', () => {
  assign();
  const id = `${uuid(1)}.agency`;
  expect(end(id, null)).toBe('applied');
  expect(world.rows.get('workHours', scope, id)).toMatchObject({ withdrawn: true });
  expect(end(id, null)).toBe('wrong-state');
  expect(end('nowhere', null)).toBe('not-found');
  expect(assign({ id: uuid(2) })).toBe('applied');
});

it('nothing changes in a month that is closed; before it and after it, it does', () => {
  close('2026-10');
  const reason = 'Surat edaran terlambat';
  expect(assign({ validFrom: '2026-10-31', validUntil: '2026-11-10', reason })).toBe('month-closed');
  expect(assign({ validFrom: '2026-09-01', validUntil: null, reason })).toBe('month-closed');
  expect(assign({ validFrom: '2026-09-01', validUntil: '2026-09-30', reason })).toBe('applied');
  expect(assign({ id: uuid(2), validFrom: '2026-11-01', reason })).toBe('applied');
  close('2026-12');
  const id = `${uuid(2)}.agency`;
  expect(end(id, '2026-11-30')).toBe('month-closed');
  expect(end(id, null)).toBe('month-closed');
  expect(end(id, '2026-12-31')).toBe('applied');
});

function each(day: { start: string; end: string } | null) {
  return { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };
}
