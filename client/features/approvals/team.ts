// Whom a person supervises today, also in another's place, and what of theirs waits for a decision.

import { loadRules } from '#client/workspace/agency-rules.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import type { Explanation } from '#shared/attendance/tables.ts';
import { isAssessmentOver } from '#shared/evaluation/rules/assessment.ts';
import { performancePolicyOn } from '#shared/evaluation/rules/policy.ts';
import { evaluationStates } from '#shared/evaluation/rules/states.ts';
import { type Evaluation, evaluationId } from '#shared/evaluation/tables.ts';
import type { Leave } from '#shared/leave/tables.ts';
import {
  actsFor,
  assignmentOn,
  headsAgencyOn,
  subordinatesOn,
  supervisorOn,
} from '#shared/people/rules/supervision.ts';
import type { Employee, EmployeeId } from '#shared/people/tables.ts';
import type { Skp } from '#shared/plan/tables.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { overlap, periodsOf, spanOf } from '#shared/time/periods.ts';
import { addDays } from '#shared/time/working-time.ts';
import { withExtensions } from '#shared/time-rules/rules/calendar.ts';
import type { Activity } from '#shared/work/tables.ts';

export interface Member {
  employee: Employee;
  position: string;
  activities: Activity[];
  skps: Skp[];
  leaves: Leave[];
  explanations: Explanation[];
  /** How many approved entries are asked to be reopened. */
  reopenings: number;
}

/** An evaluation that the person must rate or close, or an objection to decide; of the team, or of who has left it. */
export interface DueEvaluation {
  employee: Employee;
  evaluation: Evaluation;
}

export async function loadDueEvaluations({ rows, scopes, me, today }: Workspace): Promise<DueEvaluation[]> {
  const delegations = await rows('delegation').where('[scope+toId]').equals([scopes.agency, me]).toArray();
  const mine = new Set([me, ...actsFor(delegations, me, today())]);
  const open = await rows('evaluation')
    .filter(({ state, evaluatorId, deciderId }) =>
      state === 'objected' ? deciderId !== null && mine.has(deciderId) : isOpen(state) && mine.has(evaluatorId),
    )
    .toArray();
  const due = await Promise.all(
    open.map(async (evaluation) => {
      const employee = await rows('employee').get([scopes.agency, evaluation.scope.slice(2)]);
      return employee ? { employee, evaluation } : null;
    }),
  );
  return due
    .filter((one) => one !== null)
    .sort(
      (a, b) =>
        a.employee.name.localeCompare(b.employee.name) || a.evaluation.period.localeCompare(b.evaluation.period),
    );
}

/** A period that a subordinate did not assess, or not again, though the days for it are over. */
export interface UnassessedPeriod {
  employee: Employee;
  skpId: string;
  period: string;
}

/** Of the person's subordinates of the last evaluated day, by the SKPs of this year and the last; the latest first. */
export async function loadUnassessed(workspace: Workspace): Promise<UnassessedPeriod[]> {
  const { rows, scopes, me, today } = workspace;
  const date = today();
  const [assignments, delegations, evaluations, rules] = await Promise.all([
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
    rows('delegation').where('[scope+toId]').equals([scopes.agency, me]).toArray(),
    rows('evaluation').toArray(),
    loadRules(workspace),
  ]);
  const leaders = new Set([me, ...actsFor(delegations, me, date)]);
  const states = new Map(evaluations.map(({ id, state }) => [id, state]));
  const team = new Set(assignments.filter((of) => leaders.has(of.supervisorId ?? '')).map((of) => of.employeeId));
  const cycle = performancePolicyOn(rules.policies, date).evaluationCycle;
  const rulesOf = (employeeId: EmployeeId) => withExtensions(rules, { employeeId, assignments });
  const found = await Promise.all(
    [...team].map(async (id): Promise<(UnassessedPeriod & { until: string })[]> => {
      const [employee, skps] = await Promise.all([
        rows('employee').get([scopes.agency, id]),
        rows('skp').where('scope').equals(planScope(id)).toArray(),
      ]);
      // A honorer has no SKP; who has one that was approved once is evaluated by it.
      const planned = skps.filter(({ state, edition }) => state === 'approved' || edition > 1);
      return planned.flatMap((skp) => {
        const whole = { from: skp.validFrom, until: skp.validUntil };
        const periods = [...periodsOf(cycle, whole), skp.validFrom.slice(0, 4)];
        return periods.flatMap((period) => {
          const until = overlap(spanOf(period), whole)?.until;
          const state = states.get(evaluationId(skp.id, period));
          const open = state === undefined || evaluationStates[state].begin !== undefined;
          if (!employee || !until || !open || !isAssessmentOver(until, { today: date, rules: rulesOf(id) })) return [];
          return leaders.has(supervisorOn(assignments, id, until) ?? '')
            ? [{ employee, skpId: skp.id, period, until }]
            : [];
        });
      });
    }),
  );
  return found.flat().sort((a, b) => b.until.localeCompare(a.until) || a.employee.name.localeCompare(b.employee.name));
}

const isOpen = (state: Evaluation['state']) => state === 'assessed' || state === 'rated';

/** The months whose allowances wait for the person: to be checked, or as the head of the agency to be approved. */
export async function loadDuePayrolls({ rows, scopes, me, today }: Workspace): Promise<string[]> {
  const payrolls = await rows('payroll').where('scope').equals(scopes.agency).toArray();
  const waiting = payrolls.filter(({ state }) => state === 'drawn' || state === 'checked');
  if (waiting.length === 0) return [];
  const assignments = await rows('assignment').where('scope').equals(scopes.agency).toArray();
  const delegations = await rows('delegation').where('[scope+toId]').equals([scopes.agency, me]).toArray();
  const mine = [me, ...actsFor(delegations, me, today())];
  const leads = mine.some((id) => headsAgencyOn(assignments, id, today()));
  return waiting
    .filter(({ state, drawnBy }) => {
      if (state === 'checked') return leads;
      const superior = assignmentOn(assignments, drawnBy, today())?.supervisorId;
      return superior !== null && superior !== undefined && mine.includes(superior);
    })
    .map(({ month }) => month);
}

/** The month before this one, while work of it waits for approval and it can still be paid with that month. */
export function monthToApprove(
  team: readonly Member[],
  { today, approvalDay }: { today: string; approvalDay: number },
): { month: string; until: string } | null {
  const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const until = `${today.slice(0, 7)}-${String(approvalDay).padStart(2, '0')}`;
  const waits = team.some(({ activities }) => activities.some(({ date }) => date.startsWith(month)));
  return waits && today <= until ? { month, until } : null;
}

export async function loadTeam({ rows, scopes, me, today }: Workspace): Promise<Member[]> {
  const [assignments, delegations] = await Promise.all([
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
    rows('delegation').where('[scope+toId]').equals([scopes.agency, me]).toArray(),
  ]);
  const leaders = [me, ...actsFor(delegations, me, today())];
  const team = new Set(leaders.flatMap((leader) => subordinatesOn(assignments, leader, today())));
  const ids = [...team].filter((id) => id !== me);
  const members = await Promise.all(
    ids.map(async (id): Promise<Member | null> => {
      const [employee, activities, skps, leaves, explanations, reopenings] = await Promise.all([
        rows('employee').get([scopes.agency, id]),
        rows('activity')
          .where('[scope+state]')
          .equals([workScope(id), 'submitted'])
          .sortBy('date'),
        rows('skp')
          .where('scope')
          .equals(planScope(id))
          .and((skp) => skp.state === 'submitted')
          .toArray(),
        rows('leave')
          .where('[scope+state]')
          .equals([workScope(id), 'submitted'])
          .toArray(),
        rows('explanation')
          .where('[scope+state]')
          .equals([workScope(id), 'submitted'])
          .toArray(),
        rows('reopening')
          .where('[scope+state]')
          .equals([workScope(id), 'asked'])
          .count(),
      ]);
      const position = assignmentOn(assignments, id, today())?.position ?? '';
      return employee ? { employee, position, activities, skps, leaves, explanations, reopenings } : null;
    }),
  );
  return members
    .filter((member) => member !== null)
    .sort((a, b) => waitingOf(b) - waitingOf(a) || a.employee.name.localeCompare(b.employee.name));
}

export const waitingOf = ({ activities, skps, leaves, explanations, reopenings }: Member) =>
  activities.length + skps.length + leaves.length + explanations.length + reopenings;
