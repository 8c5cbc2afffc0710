import { beforeEach, describe, expect, it } from 'vitest';
import type { MutationArgs } from '#shared/mutations.ts';
import { agencyScope } from '#shared/scopes.ts';
import { foundedWorld } from '#shared/testing/every-mutation.ts';
import { AGENCY, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';

const scope = agencyScope(AGENCY);
let world: World;
beforeEach(() => {
  world = foundedWorld();
});

type Args = MutationArgs<'extension.open'>;
const args = (fields: Partial<Args> = {}): Args => ({
  ...{ id: uuid(1), filling: 'work', target: { level: 'person', targetId: 'budi' } },
  ...{ from: '2026-11-02', until: '2026-11-06', lastDay: '2026-11-27', reason: 'Bertugas di hulu', ...fields },
});
const open = (fields: Partial<Args> = {}, person = 'admin') =>
  outcomeOf(world.act(person, { name: 'extension.open', args: args(fields) }));
const end = (reason = 'Salah orang', person = 'admin', at?: string) =>
  outcomeOf(world.act(person, { name: 'extension.end', args: { id: uuid(1), reason } }, at));
const stored = () => world.rows.get('extension', scope, uuid(1));

describe('what is filled in is opened again', () => {
  it('with a reason, by an administrator, who is named with it', () => {
    expect(open()).toBe('applied');
    expect(stored()).toMatchObject({ targetId: 'budi', reason: 'Bertugas di hulu', by: 'admin', endedBy: null });
  });

  it.each(['ani', 'budi', 'head'])('never by %s', (person) => {
    expect(open({}, person)).toBe('not-administrator');
  });

  it.each([
    ['without a reason', { reason: ' ' }, 'malformed'],
    ['until a day that is past', { lastDay: '2026-11-23' }, 'date-past'],
    ['from its end to its beginning', { from: '2026-11-07' }, 'period-reversed'],
    ['until before its first day', { from: '2026-12-01', until: '2026-12-31' }, 'period-reversed'],
    ['of work that is not done yet', { until: '2026-11-25' }, 'date-in-future'],
    ['for nobody', { target: { level: 'person', targetId: 'nobody' } }, 'not-found'],
    ['for no unit', { target: { level: 'unit', targetId: 'x' } }, 'not-found'],
  ] as [string, Partial<Args>, string][])('not %s', (_how, fields, refused) => {
    expect(open(fields)).toBe(refused);
    expect(stored()).toBeUndefined();
  });

  it('until today at least', () => {
    expect(open({ lastDay: '2026-11-24' })).toBe('applied');
  });

  it('not of work in a month whose allowances are approved; of an evaluation all the same', () => {
    const payroll = { id: '2026-11', scope, version: 1, month: '2026-11', state: 'approved' };
    world.put('payroll', payroll);
    expect(open()).toBe('month-closed');
    expect(open({ from: '2026-10-01', until: '2026-11-24' })).toBe('month-closed');
    expect(open({ filling: 'rating' })).toBe('applied');
  });

  it('once by one id', () => {
    open();
    expect(open()).toBe('already-exists');
  });
});

describe('what was opened again is ended', () => {
  it('with the deadline of the next day, with a reason, so that what was filled in stays in time at whatever hour it ends', () => {
    open();
    expect(end()).toBe('applied');
    expect(stored()).toMatchObject({ lastDay: '2026-11-25', endedBy: 'admin', endReason: 'Salah orang' });
  });

  it('only while it goes on, by an administrator, and where it is', () => {
    expect(end()).toBe('not-found');
    open();
    expect(end('x', 'ani')).toBe('not-administrator');
    expect(end('x', 'admin', '2026-11-28T02:00:00.000Z')).toBe('date-past');
  });
});
