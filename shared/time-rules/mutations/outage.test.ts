import { beforeEach, describe, expect, it } from 'vitest';
import { agencyScope } from '#shared/scopes.ts';
import { AGENCY, NOW, newWorld, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';
import type { Outage } from '../tables.ts';

let world: World;
beforeEach(() => {
  world = newWorld();
});

const hour = (of: number) => `2026-11-24T${String(of).padStart(2, '0')}:00:00.000Z`;
const stored = (id: string) => world.rows.get('outage', agencyScope(AGENCY), id) as Outage | undefined;

describe('an outage that is declared', () => {
  const declare = (more: object, person = 'admin') => {
    const args = { id: uuid(1), startsAt: hour(1), endsAt: null, reason: 'Kabel putus', ...more };
    return outcomeOf(world.act(person, { name: 'outage.declare', args }));
  };
  const end = (endsAt: string) => outcomeOf(world.act('admin', { name: 'outage.end', args: { id: uuid(1), endsAt } }));

  it('is an administrator\u2019s to declare, and to end', () => {
    expect(declare({}, 'ani')).toBe('not-administrator');
    expect(declare({})).toBe('applied');
    expect(declare({})).toBe('already-exists');
    expect(end(hour(0))).toBe('period-reversed');
    expect(end(hour(2))).toBe('applied');
    expect(stored(uuid(1))).toMatchObject({ kind: 'declared', by: 'admin', endsAt: hour(2) });
  });

  it('has been: it moves no deadline of a day that has not come', () => {
    expect(declare({ startsAt: '2026-11-25T01:00:00.000Z' })).toBe('date-in-future');
    expect(declare({ endsAt: '2199-01-01T00:00:00.000Z' })).toBe('date-in-future');
    expect(declare({})).toBe('applied');
    expect(end('2026-11-25T01:00:00.000Z')).toBe('date-in-future');
  });
});

describe('what the server alone knows', () => {
  const begin = (id: string, endsAt: string, person = '_server') =>
    outcomeOf(world.act(person, { name: 'maintenance.begin', args: { id, endsAt, reason: 'Pindah server' } }));

  it('is entered by nobody else, whatever their role', () => {
    for (const person of ['admin', 'budi', 'head']) {
      expect(begin(uuid(2), hour(9), person)).toBe('forbidden');
      expect(outcomeOf(world.act(person, { name: 'maintenance.end', args: { endsAt: NOW } }))).toBe('forbidden');
      const gap = { id: uuid(3), startsAt: hour(0), endsAt: hour(1) };
      expect(outcomeOf(world.act(person, { name: 'outage.find', args: gap }))).toBe('forbidden');
    }
  });

  it('maintenance takes the place of one that is on, which ends there', () => {
    expect(begin(uuid(2), NOW)).toBe('period-reversed');
    expect(begin(uuid(2), hour(9))).toBe('applied');
    expect(stored(uuid(2))).toMatchObject({ kind: 'maintenance', startsAt: NOW, endsAt: hour(9) });
    const later = { name: 'maintenance.begin', args: { id: uuid(4), endsAt: hour(12), reason: 'Lebih lama' } } as const;
    expect(outcomeOf(world.act('_server', later, hour(5)))).toBe('applied');
    expect(stored(uuid(2))?.endsAt).toBe(hour(5));
    world.act('_server', { name: 'maintenance.end', args: { endsAt: hour(6) } }, hour(6));
    expect([stored(uuid(2))?.endsAt, stored(uuid(4))?.endsAt]).toEqual([hour(5), hour(6)]);
  });

  it('maintenance that is planned begins at its time, and never was where it is called off before', () => {
    const planned = { id: uuid(2), startsAt: hour(5), endsAt: hour(9), reason: 'Pindah server' };
    expect(outcomeOf(world.act('_server', { name: 'maintenance.begin', args: { ...planned, endsAt: hour(5) } }))).toBe(
      'period-reversed',
    );
    expect(outcomeOf(world.act('_server', { name: 'maintenance.begin', args: planned }))).toBe('applied');
    expect(stored(uuid(2))).toMatchObject({ startsAt: hour(5), endsAt: hour(9) });
    world.act('_server', { name: 'maintenance.end', args: { endsAt: hour(4) } }, hour(4));
    expect(stored(uuid(2))).toBeUndefined();
  });
});
