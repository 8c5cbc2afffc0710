import { describe, expect, it } from 'vitest';
import type { Assignment } from '#shared/tables.ts';
import { assignmentOn, subordinatesOn, supervisorOn } from './supervision.ts';

function post(more: Partial<Assignment>): Assignment {
  return {
    ...{ id: 'x', scope: 'a:1', version: 1, employeeId: 'budi', unitId: 'u', position: 'Analis', positionKind: 'JA' },
    ...{ kind: 'definitive', supervisorId: 'ani', validFrom: '2026-01-01', validUntil: null },
    ...more,
  };
}

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
