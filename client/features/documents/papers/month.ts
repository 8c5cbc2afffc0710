// Laporan kegiatan bulanan: what was done on which day. The layout is the agencies' own custom.

import { formatDate, formatMonth, formatNumber, t } from '#client/i18n/index.ts';
import { loadRules } from '#client/workspace/agency-rules.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import { allowancePolicyOn } from '#shared/allowance/rules/policy.ts';
import { supervisorOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { earlierOf } from '#shared/time/working-time.ts';
import { minutesOfDays } from '#shared/work/rules/counted-minutes.ts';
import type { Activity } from '#shared/work/tables.ts';
import type { Paper } from '../paper.ts';
import { type Directory, party, personOn, signature } from './people-on-paper.ts';
import { words } from './words.ts';

export async function monthPaper(
  workspace: Workspace,
  directory: Directory,
  { employeeId, month }: { employeeId: EmployeeId; month: string },
): Promise<Omit<Paper, 'title' | 'agency'>> {
  const { rows, today } = workspace;
  const work = workScope(employeeId);
  const [activities, evidence, results, { policies }] = await Promise.all([
    rows('activity')
      .where('[scope+date]')
      .between([work, `${month}-01`], [work, `${month}-31`], true, true)
      .toArray(),
    rows('evidence').where('scope').equals(work).toArray(),
    rows('result').where('scope').equals(planScope(employeeId)).toArray(),
    loadRules(workspace),
  ]);
  const resultOf = new Map(results.map(({ id, text }) => [id, text]));
  const approved = activities.filter(({ state }) => state === 'approved');
  const { dailyMost } = allowancePolicyOn(policies, `${month}-01`);
  /** Those that overlap count once (shared/work/rules/counted-minutes.ts). */
  const counted = (of: readonly Activity[]) => formatNumber(minutesOfDays(of, dailyMost).counted);
  const last = earlierOf(`${month}-28`, today());
  const employee = personOn(directory, employeeId, last);
  const evaluator = personOn(directory, supervisorOn(directory.posts, employeeId, last), last);
  const { columns, totals } = words;
  return {
    heading: [words.heading.month],
    subtitle: formatMonth(month).toUpperCase(),
    landscape: true,
    parties: [party(words.employee, employee, directory), party(words.evaluator, evaluator, directory)],
    opening: [],
    chart: null,
    sections: [
      {
        title: formatMonth(month).toUpperCase(),
        columns: [
          { title: columns.date, width: 0.12 },
          { title: columns.activity, width: 0.28 },
          { title: columns.rhk, width: 0.24 },
          { title: columns.output, width: 0.12 },
          { title: columns.minutes, width: 0.07, numeric: true },
          { title: columns.evidence, width: 0.06, numeric: true },
          { title: columns.state, width: 0.11 },
        ],
        rows: activities
          .sort((a, b) => a.date.localeCompare(b.date) || (a.start ?? '99').localeCompare(b.start ?? '99'))
          .map((activity) => [
            formatDate(activity.date),
            activity.title,
            resultOf.get(activity.resultId) ?? '',
            `${formatNumber(activity.quantity)} ${activity.unit}`,
            activity.minutes,
            evidence.filter(({ activityId }) => activityId === activity.id).length,
            t.states[activity.state] ?? '',
          ]),
      },
    ],
    summary: [
      [totals.activities, String(activities.length)],
      [totals.minutes, formatNumber(activities.reduce((sum, { minutes }) => sum + minutes, 0))],
      [totals.counted, counted(activities)],
      [totals.approved, `${approved.length} kegiatan, ${counted(approved)} menit`],
    ],
    signatures: [signature(words.employee, employee, today()), signature(words.evaluator, evaluator, null)],
    annexes: [],
  };
}
