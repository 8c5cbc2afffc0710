import { describe, expect, it } from 'vitest';
import type { Assignment, Delegation } from '../tables.ts';
import { actsFor, approverOn, assignmentOn, headsAgencyOn, subordinatesOn, supervisorOn } from './supervision.ts';

function post(more: Partial<Assignment>): Assignment {
  return {
    ...{ id: 'x', scope: 'a:1', version: 1, employeeId: 'budi', unitId: 'u', position: 'Analis', positionKind: 'JA' },
    ...{
      kind: 'definitive',
      supervisorId: 'ani',
      postClass: 8,
      leadsUnit: false,
      headsAgency: false,
      validFrom: '2026-01-01',
      validUntil: null,
    },
    ...more,
  };
}

describe('who decides on a date', () => {
  const at = '2026-11-24';
  it.each([
    ['the superior', { supervisorId: 'ani' }, 'ani', false],
    ['the head of the agency on the own', { supervisorId: null, headsAgency: true }, 'budi', true],
    ['nobody until a superior is named', { supervisorId: null }, null, false],
    ['nobody without a post', { validUntil: '2026-11-23' }, null, false],
  ])('is %s', (_who, more, approver, heads) => {
    const posts = [post(more)];
    expect([approverOn(posts, 'budi', at), headsAgencyOn(posts, 'budi', at)]).toEqual([approver, heads]);
  });
});

describe('the supervisor on a date', () => {
  const moved = [
    post({ validUntil: '2026-06-30' }),
    post({ id: 'y', supervisorId: 'cici', validFrom: '2026-07-01', validUntil: null }),
  ];

  it('is the one of that date when the employee moved in mid-year', () => {
    expect(supervisorOn(moved, 'budi', '2026-06-30')).toBe('ani');
    expect(supervisorOn(moved, 'budi', '2026-07-01')).toBe('cici');
  });

  it('is nobody before the first post', () => {
    expect(supervisorOn(moved, 'budi', '2025-12-31')).toBeNull();
  });

  it('follows the definitive post when an acting one overlaps', () => {
    const acting = post({ id: 'z', kind: 'plt', supervisorId: 'kadis', validFrom: '2026-03-01' });
    expect(assignmentOn([acting, ...moved], 'budi', '2026-04-01')?.kind).toBe('definitive');
  });

  it('has the people of that date, without those who left', () => {
    expect(subordinatesOn(moved, 'ani', '2026-06-30')).toEqual(['budi']);
    expect(subordinatesOn(moved, 'ani', '2026-07-01')).toEqual([]);
    expect(subordinatesOn(moved, 'cici', '2026-07-01')).toEqual(['budi']);
  });
});

describe('acting for a superior', () => {
  const delegation = (more: Partial<Delegation>): Delegation => ({
    ...{ id: 'd', scope: 'a:1', version: 1, fromId: 'ani', toId: 'cici', kind: 'plh', validFrom: '2026-03-01' },
    ...{ validUntil: '2026-03-14', ...more },
  });

  it.each([
    ['the day before', '2026-02-28', []],
    ['the first day', '2026-03-01', ['ani']],
    ['the last day', '2026-03-14', ['ani']],
    ['the day after', '2026-03-15', []],
  ])('on %s', (_what, date, expected) => {
    expect(actsFor([delegation({})], 'cici', date)).toEqual(expected);
  });

  it('may be open-ended, for several superiors, and is nobody else\u2019s', () => {
    const all = [delegation({ validUntil: null }), delegation({ id: 'e', fromId: 'kadis', kind: 'plt' })];
    expect(actsFor(all, 'cici', '2026-03-10')).toEqual(['ani', 'kadis']);
    expect(actsFor(all, 'cici', '2027-01-01')).toEqual(['ani']);
    expect(actsFor(all, 'budi', '2026-03-10')).toEqual([]);
  });
});
