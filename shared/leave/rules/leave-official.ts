// Who considers a leave, and who decides on it. The superior considers; leave is given by the regent (PPK), who delegates that
// to officials: PP 11/2017, article 309; Peraturan BKN 24/2017, annex, part II. To whom is the agency's policy.

import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, EmployeeId } from '#shared/people/tables.ts';
import type { LeavePolicy } from './policy.ts';

/** More steps than any agency has between an employee and its head. */
const STEPS_AT_MOST = 12;

export interface Superiors {
  /** From the direct superior upwards. */
  ids: EmployeeId[];
  /** Whether the last one heads the agency, or only nothing more is known here. */
  whole: boolean;
}

/** Everybody above an employee on a date, as far as the assignments tell. */
export function superiorsOf(assignments: readonly Assignment[], employee: EmployeeId, on: string): Superiors {
  const ids: EmployeeId[] = [];
  for (let at = employee; ids.length < STEPS_AT_MOST; ) {
    const post = assignmentOn(assignments, at, on);
    if (!post) break;
    if (post.supervisorId === null) return { ids, whole: post.headsAgency };
    if (post.supervisorId === employee || ids.includes(post.supervisorId)) break;
    ids.push(post.supervisorId);
    at = post.supervisorId;
  }
  return { ids, whole: false };
}

/**
 * Who decides on an employee's leave; null: nobody in the agency, so the office records what was decided above it. Undefined
 * where what is known of the superiors does not tell. Nobody decides on the own leave.
 */
export function officialOf(
  employee: EmployeeId,
  { ids, whole }: Superiors,
  policy: Pick<LeavePolicy, 'official' | 'namedId' | 'headNamedId'>,
): EmployeeId | null | undefined {
  if (ids.length === 0) {
    if (!whole) return undefined;
    return policy.headNamedId === employee ? null : policy.headNamedId;
  }
  const head = whole ? ids.at(-1) : undefined;
  if (policy.official === 'named') return policy.namedId === employee ? head : (policy.namedId ?? undefined);
  if (policy.official === 'head') return head;
  return ids[1] ?? head;
}
