// The papers of what is paid. Their words come when one is made.

import type { Workspace } from '#client/workspace/workspace.ts';
import type { NetPay } from '#shared/allowance/api.ts';
import type { Slip } from '#shared/allowance/rules/slip.ts';
import { headsAgencyOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import type { Paper } from './paper.ts';
import type { Directory } from './papers/people-on-paper.ts';

type Content = Omit<Paper, 'agency'>;

/** The slip as it stands, with how far its list is by what this device knows. */
export async function slipAsPaper(
  { rows, scopes, today }: Workspace,
  directory: Directory,
  { employeeId, slip }: { employeeId: EmployeeId; slip: Slip },
): Promise<Content> {
  const [{ slipPaper }, payroll] = await Promise.all([
    import('./papers/slip.ts'),
    rows('payroll').get([scopes.agency, slip.month]),
  ]);
  return slipPaper(directory, { employeeId, slip, payroll, today: today() });
}

/** Signed by the treasurer who makes it, and by the head of the agency. */
export async function netPayAsPaper(
  { me, today }: Workspace,
  directory: Directory,
  { sheet, as }: { sheet: NetPay; as: 'page' | 'workbook' },
): Promise<Content> {
  const { netPayPaper } = await import('./papers/net-pay.ts');
  const { posts } = directory;
  const head = posts.find(({ employeeId }) => headsAgencyOn(posts, employeeId, today()));
  return netPayPaper(sheet, directory, { me, headId: head?.employeeId ?? null, today: today(), as });
}
