// The own slip of a month: as it was drawn up, where it was; else by what this device knows now.

import { loadRules } from '#client/agency-rules.ts';
import type { Workspace } from '#client/workspace.ts';
import { slipOf } from '#shared/rules/allowance.ts';
import { spanOf } from '#shared/rules/periods.ts';
import type { Slip } from '#shared/rules/slip.ts';
import { addMonths } from '#shared/rules/working-time.ts';
import type { PayrollState } from '#shared/tables.ts';

export interface OwnSlip {
  slip: Slip;
  state: PayrollState | 'running' | 'over';
}

export async function loadSlip(workspace: Workspace, month: string): Promise<OwnSlip> {
  const { rows, scopes, me, today } = workspace;
  const { from, until } = spanOf(month);
  const payroll = await rows('payroll').get([scopes.agency, month]);
  const drawn = await rows('slip').get([scopes.work, month]);
  if (payroll && drawn && payroll.state !== 'returned') return { slip: drawn.content, state: payroll.state };
  const [assignments, activities, evaluations, leaves, attendance, explanations, adjustments, payEntries, rules] =
    await Promise.all([
      rows('assignment').where('[scope+employeeId]').equals([scopes.agency, me]).toArray(),
      rows('activity').where('[scope+date]').between([scopes.work, from], [scopes.work, until], true, true).toArray(),
      rows('evaluation').where('scope').equals(scopes.work).toArray(),
      rows('leave').where('[scope+state]').equals([scopes.work, 'approved']).toArray(),
      rows('attendance').where('[scope+month]').equals([scopes.work, month]).toArray(),
      rows('explanation').where('[scope+month]').equals([scopes.work, month]).toArray(),
      rows('adjustment').where('[scope+month]').equals([scopes.work, month]).toArray(),
      rows('payEntry').where('scope').equals(scopes.work).toArray(),
      loadRules(workspace),
    ]);
  const earned = { month, employeeId: me, today: today(), assignments, activities };
  const slip = slipOf({ ...earned, evaluations, leaves, attendance, explanations, adjustments, payEntries }, rules);
  return { slip, state: payroll ? 'returned' : today() > until ? 'over' : 'running' };
}

/** The months that may have a slip, the latest first: from the first day of service that the device knows, two years at most. */
export async function loadMonths({ rows, scopes, me, today }: Workspace): Promise<string[]> {
  const assignments = await rows('assignment').where('[scope+employeeId]').equals([scopes.agency, me]).toArray();
  const first = assignments.map(({ validFrom }) => validFrom).sort()[0] ?? today();
  const months: string[] = [];
  for (let back = 0; back < 24; back += 1) {
    const month = addMonths(today().slice(0, 7), -back);
    if (month < first.slice(0, 7)) break;
    months.push(month);
  }
  return months;
}
