// The official papers, made of what this device holds.

import { cycle } from '#client/i18n/cycle.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import type { DocumentSubject } from '#shared/documents/questions/document-facts.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { workScope } from '#shared/scopes.ts';
import type { Paper } from './paper.ts';
import { accumulationPaper, conversionPaper } from './papers/credit.ts';
import { decisionPaper, evaluationPaper } from './papers/evaluation.ts';
import { monthPaper } from './papers/month.ts';
import { type Directory, loadDirectory } from './papers/people-on-paper.ts';
import { planPaper } from './papers/plan.ts';

/** The paper of a subject; null where this device does not hold what it is about. */
export async function paperOf(
  workspace: Workspace,
  employeeId: EmployeeId,
  subject: DocumentSubject,
): Promise<Paper | null> {
  const content = await contentOf(workspace, await loadDirectory(workspace), { employeeId, subject });
  if (!content) return null;
  return { ...content, title: cycle.documents[subject.kind], agency: workspace.person.agencyName };
}

async function contentOf(
  workspace: Workspace,
  directory: Directory,
  { employeeId, subject }: { employeeId: EmployeeId; subject: DocumentSubject },
): Promise<Omit<Paper, 'title' | 'agency'> | null> {
  switch (subject.kind) {
    case 'rencana-skp':
      return planPaper(workspace, directory, { employeeId, skpId: subject.skpId });
    case 'laporan-bulanan':
      return monthPaper(workspace, directory, { employeeId, month: subject.month });
    case 'konversi-angka-kredit':
      return conversionPaper(workspace, directory, { employeeId, evaluationId: subject.evaluationId });
    case 'akumulasi-angka-kredit':
      return accumulationPaper(workspace, directory, { employeeId, years: subject });
    default: {
      const evaluation = await workspace.rows('evaluation').get([workScope(employeeId), subject.evaluationId]);
      if (!evaluation?.record) return null;
      return subject.kind === 'evaluasi'
        ? evaluationPaper(workspace, directory, { employeeId, evaluation })
        : decisionPaper(directory, evaluation);
    }
  }
}
