// Evaluasi Kinerja and Dokumen Evaluasi Kinerja: what was reached, how it was rated, and what was said.

import { cycle } from '#client/i18n/cycle.ts';
import { formatNumber } from '#client/i18n/index.ts';
import { periodName } from '#client/i18n/period.ts';
import { answerHere } from '#client/workspace/questions.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import { evaluationSheet } from '#shared/evaluation/questions/sheet.ts';
import { PREDICATES } from '#shared/evaluation/rules/rating.ts';
import type { Evaluation } from '#shared/evaluation/tables.ts';
import { supervisorOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { planScope } from '#shared/scopes.ts';
import type { Paper } from '../paper.ts';
import { type Directory, dayIn, party, personOn, signature } from './people-on-paper.ts';
import { behaviourSection, headingOf, loadPlan, resultSections } from './sections.ts';
import { words } from './words.ts';

const subtitleOf = ({ period, validFrom, validUntil }: Evaluation) =>
  `${periodName(period).toUpperCase()} · ${words.period(validFrom, validUntil)}`;

const finalDay = (directory: Directory, { finalAt, validUntil }: Evaluation) =>
  finalAt ? dayIn(directory, finalAt) : validUntil;

const achievementOf = ({ achievement }: Evaluation): [string, string] => [
  words.achievement,
  achievement ? cycle.achievements[achievement].toUpperCase() : '',
];
const predicateLine = ({ predicate }: Evaluation): [string, string] => [
  words.predicate,
  predicate ? cycle.predicates[predicate].toUpperCase() : '',
];

export async function evaluationPaper(
  workspace: Workspace,
  directory: Directory,
  { employeeId, evaluation }: { employeeId: EmployeeId; evaluation: Evaluation },
): Promise<Omit<Paper, 'title' | 'agency'> | null> {
  const { skpId, period, record, review, achievement, assessment, resultRating, behaviourRating } = evaluation;
  const [sheet, skp] = await Promise.all([
    answerHere(workspace, evaluationSheet, { employeeId, skpId, period }),
    workspace.rows('skp').get([planScope(employeeId), skpId]),
  ]);
  if (!sheet || !skp || !record) return null;
  const of = { content: record.plan, approach: skp.approach, employeeId, on: evaluation.validUntil };
  const plan = await loadPlan(workspace, directory, of);
  const reached = (indicator: (typeof record.plan.indicators)[number] | null) => {
    const value = indicator && assessment.realised[indicator.id];
    return indicator && typeof value === 'number' ? `${formatNumber(value)} ${indicator.unit}` : '';
  };
  const results = resultSections(plan, [
    {
      title: words.columns.realisation,
      width: 0.2,
      of: (result, indicator, first) =>
        [reached(indicator), first ? assessment.results[result.id] : ''].filter(Boolean).join('\n'),
    },
    {
      title: words.columns.feedback,
      width: 0.18,
      of: (result, _indicator, first) => (first ? (review?.results[result.id] ?? '') : ''),
    },
  ]);
  const last = results.at(-1);
  if (last) last.foot = [words.resultRating, resultRating ? cycle.ratings[resultRating].toUpperCase() : ''];
  const behaviour = behaviourSection(plan, [
    { title: words.columns.feedback, of: (value) => review?.behaviours[value] ?? '' },
  ]);
  behaviour.foot = [words.behaviourRating, behaviourRating ? cycle.ratings[behaviourRating].toUpperCase() : ''];
  const pattern = achievement && sheet.policy.distribution[achievement];
  const { employee, evaluator } = record;
  return {
    heading: headingOf(words.heading.evaluation, plan),
    subtitle: subtitleOf(evaluation),
    landscape: true,
    parties: [party(words.employee, employee, directory), party(words.evaluator, evaluator, directory)],
    opening: [achievementOf(evaluation)],
    chart: pattern
      ? {
          title: words.pattern,
          bars: PREDICATES.map((predicate) => [cycle.predicates[predicate], pattern[predicate] / 100]),
        }
      : null,
    sections: [...results, behaviour],
    summary: [predicateLine(evaluation)],
    signatures: [signature(words.evaluator, evaluator, finalDay(directory, evaluation))],
    annexes: [],
  };
}

/** In seven parts: three persons, the evaluation, the remarks, and who signed when. */
export async function decisionPaper(
  directory: Directory,
  evaluation: Evaluation,
): Promise<Omit<Paper, 'title' | 'agency'> | null> {
  const { record, validUntil, receivedAt, review, objection, decision, followUp } = evaluation;
  if (!record) return null;
  const { employee, evaluator } = record;
  const superior = personOn(directory, supervisorOn(directory.posts, evaluator.id, validUntil), validUntil);
  const remarks: [string, string][] = [
    [words.parts.notes, review?.note ?? ''],
    [cycle.evaluation.objection.toUpperCase(), objection ?? ''],
    [cycle.evaluation.decision.toUpperCase(), decision ?? ''],
    [words.followUp, followUp ?? ''],
  ];
  return {
    heading: [words.heading.decision],
    subtitle: subtitleOf(evaluation),
    landscape: false,
    parties: [
      party(`1. ${words.employee}`, employee, directory),
      party(`2. ${words.evaluator}`, evaluator, directory),
      party(`3. ${words.superior}`, superior, directory),
    ],
    opening: [],
    chart: null,
    sections: [
      {
        title: words.parts.evaluation,
        columns: [
          { title: '', width: 0.5 },
          { title: '', width: 0.5 },
        ],
        rows: [achievementOf(evaluation), predicateLine(evaluation)],
      },
    ],
    summary: remarks.filter(([label, text]) => text !== '' || label === words.parts.notes),
    signatures: [
      signature(words.parts.made, evaluator, finalDay(directory, evaluation)),
      signature(words.parts.received, employee, receivedAt ? dayIn(directory, receivedAt) : null),
    ],
    annexes: [],
  };
}
