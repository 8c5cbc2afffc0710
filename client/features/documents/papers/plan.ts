// Rencana SKP: what was planned, and who approved it.

import { cycle } from '#client/i18n/cycle.ts';
import { answerHere } from '#client/workspace/questions.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import { supervisorOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { contentInForce } from '#shared/plan/questions/content.ts';
import { editionId, type Skp, type SkpId } from '#shared/plan/tables.ts';
import { planScope } from '#shared/scopes.ts';
import { earlierOf } from '#shared/time/working-time.ts';
import type { Paper } from '../paper.ts';
import { type Directory, dayIn, party, personOn, signature } from './people-on-paper.ts';
import { behaviourSection, headingOf, loadPlan, resultSections } from './sections.ts';
import { words } from './words.ts';

export async function planPaper(
  workspace: Workspace,
  directory: Directory,
  { employeeId, skpId }: { employeeId: EmployeeId; skpId: SkpId },
): Promise<Omit<Paper, 'title' | 'agency'> | null> {
  const skp = await workspace.rows('skp').get([planScope(employeeId), skpId]);
  const content = await answerHere(workspace, contentInForce, { employeeId, skpId });
  if (!skp || !content) return null;
  const { decidedAt, decidedBy } = await approvalOf(workspace, skp);
  // Of plans from before approvals were noted: as it is on the last day.
  const day = decidedAt ? dayIn(directory, decidedAt) : earlierOf(skp.validUntil, workspace.today());
  const employee = personOn(directory, employeeId, day);
  const evaluator = personOn(directory, decidedBy ?? supervisorOn(directory.posts, employeeId, day), day);
  const plan = await loadPlan(workspace, directory, { content, approach: skp.approach, employeeId, on: day });
  const submitted = skp.submittedAt ? earlierOf(dayIn(directory, skp.submittedAt), day) : day;
  return {
    heading: headingOf(words.heading.plan, plan),
    subtitle: words.period(skp.validFrom, skp.validUntil),
    landscape: true,
    parties: [party(words.employee, employee, directory), party(words.evaluator, evaluator, directory)],
    opening: [],
    chart: null,
    sections: [...resultSections(plan, []), behaviourSection(plan)],
    summary: [],
    signatures: [signature(words.employee, employee, submitted), signature(words.evaluator, evaluator, day)],
    annexes: (['sumber-daya', 'pertanggungjawaban', 'konsekuensi'] as const).map((kind, index) => ({
      title: words.annex(index + 1, cycle.annexes[kind]),
      columns: [
        { title: words.columns.number, width: 0.08 },
        { title: words.columns.text, width: 0.92 },
      ],
      rows: content.annexes.filter((annex) => annex.kind === kind).map(({ text }, row) => [row + 1, text]),
    })),
  };
}

/** Who approved what stands on the paper, and when: of the edition in force, also while the next one is being written. */
async function approvalOf({ rows }: Workspace, skp: Skp): Promise<Pick<Skp, 'decidedAt' | 'decidedBy'>> {
  if (skp.state === 'approved') return skp;
  const edition = await rows('edition').get([skp.scope, editionId(skp.id, skp.edition - 1)]);
  return edition ?? { decidedAt: null, decidedBy: null };
}
