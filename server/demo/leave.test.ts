// The demo holds what the rules take: each state once, and nobody who decides but the official.

import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import { awayDays, KINDS_OF, leaveDaysOf } from '#shared/leave/rules/leave-days.ts';
import { officialOf, superiorsOf } from '#shared/leave/rules/leave-official.ts';
import { tooLong } from '#shared/leave/rules/longest-leave.ts';
import { leaveStates } from '#shared/leave/rules/states.ts';
import type { Leave } from '#shared/leave/tables.ts';
import type { Assignment } from '#shared/people/tables.ts';
import { calendarOf } from '#shared/time-rules/rules/calendar.ts';
import { DEMO_EMPLOYEES } from './agency.ts';
import { demoLeave } from './leave.ts';

const posts = DEMO_EMPLOYEES.map(
  ({ id, supervisorId }) =>
    ({
      ...{ employeeId: id, supervisorId, headsAgency: supervisorId === null, kind: 'definitive' },
      ...{ validFrom: '2024-01-02', validUntil: null },
    }) as Assignment,
);

describe.each(['2026-11-24', '2026-01-02', '2027-03-31', '2028-12-29'])('on %s', (today) => {
  const leaves = demoLeave(today).map(({ row }) => row as unknown as Leave);
  const ownerOf = ({ scope }: Leave) => scope.slice(2);

  it('has a request in each state', () => {
    expect(leaves.map(({ state }) => state).sort()).toEqual(Object.keys(leaveStates).sort());
  });

  it.each(leaves.map((leave) => [leave.state, leave] as const))('%s is as the rules would have it', (state, leave) => {
    const owner = DEMO_EMPLOYEES.find(({ id }) => id === ownerOf(leave));
    const superiors = superiorsOf(posts, ownerOf(leave), today);
    expect(KINDS_OF[owner?.employment ?? 'honorer']).toContain(leave.kind);
    expect(leave.validFrom > today).toBe(true);
    expect(tooLong(leave, [], DEFAULT_POLICIES.leave)).toBeNull();
    if (leave.consideration) {
      expect(leave.consideration.by).toBe(superiors.ids[0]);
      expect(leave.officialId).toBe(officialOf(ownerOf(leave), superiors, DEFAULT_POLICIES.leave));
    }
    if (leave.decidedBy && state !== 'returned') expect(leave.decidedBy).toBe(leave.officialId);
    const days = leaveDaysOf(leave, calendarOf({ policies: [], holidays: [] }));
    expect(days.length > 0).toBe(state !== 'cancelled');
    expect(awayDays(leave).length).toBe(state === 'cancelled' ? 0 : 1);
  });
});
