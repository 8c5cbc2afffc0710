// Tables that more than one paper has: results with their indicators, and behaviour.

import { cycle } from '#client/i18n/cycle.ts';
import { t } from '#client/i18n/index.ts';
import { targetValue } from '#client/i18n/target.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import { plansAsHead } from '#shared/people/rules/heads.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { BEHAVIOURS, type BehaviourValue } from '#shared/plan/rules/behaviour.ts';
import type { SkpApproach, SkpContent } from '#shared/plan/tables.ts';
import { planScope } from '#shared/scopes.ts';
import type { Column, Section } from '../paper.ts';
import type { Directory } from './people-on-paper.ts';
import { words } from './words.ts';

type Result = SkpContent['results'][number];
type Indicator = SkpContent['indicators'][number];

export interface Plan {
  content: SkpContent;
  approach: SkpApproach;
  /** Plans by perspective instead of by the superior's results. */
  asHead: boolean;
  /** The texts of the superior's results that are supported, by their ids. */
  parents: Map<string, string>;
}

export async function loadPlan(
  { rows }: Workspace,
  directory: Directory,
  {
    content,
    approach,
    employeeId,
    on,
  }: { content: SkpContent; approach: SkpApproach; employeeId: EmployeeId; on: string },
): Promise<Plan> {
  // What earlier versions kept has no words of the superior's results: then they are as they are today, where they are here.
  const parents = await Promise.all(
    content.results.map(async ({ parentId, parentOwnerId, parentText }) => {
      if (!parentId || !parentOwnerId) return null;
      const words = parentText ?? (await rows('result').get([planScope(parentOwnerId), parentId]))?.text;
      return words === undefined ? null : ([parentId, words] as const);
    }),
  );
  return {
    content,
    approach,
    asHead: plansAsHead(assignmentOn(directory.posts, employeeId, on)),
    parents: new Map(parents.filter((parent) => parent !== null)),
  };
}

export const headingOf = (title: string, { approach, asHead }: Plan): string[] => [
  title,
  words.heading.approach[approach],
  asHead ? words.heading.heads : words.heading.staff,
];

/** A column beside each result and indicator. */
export interface Beside {
  title: string;
  width: number;
  of: (result: Result, indicator: Indicator | null, first: boolean) => string;
}

/** The tables of main and additional work, those that have rows; `more` takes its width from the texts. */
export function resultSections(plan: Plan, more: readonly Beside[]): Section[] {
  return (['utama', 'tambahan'] as const)
    .map((kind) => ({ title: words.results[kind], columns: columnsOf(plan, more), rows: rowsOf(plan, kind, more) }))
    .filter(({ rows }) => rows.length > 0);
}

function columnsOf({ asHead, approach }: Plan, more: readonly Beside[]): Column[] {
  const { columns } = words;
  const rest = 0.96 - more.reduce((sum, { width }) => sum + width, 0);
  const shares: [title: string, share: number][] = [
    asHead ? [columns.result, 3] : [columns.parent, 2.5],
    asHead ? [columns.perspective, 1.5] : [columns.result, 2.5],
    ...(approach === 'quantitative' ? [[columns.aspect, 1.2] as [string, number]] : []),
    [columns.indicator, 2.6],
    [columns.target, 1.4],
  ];
  const sum = shares.reduce((all, [, share]) => all + share, 0);
  return [
    { title: columns.number, width: 0.04 },
    ...shares.map(([title, share]) => ({ title, width: (rest * share) / sum })),
    ...more.map(({ title, width }) => ({ title, width })),
  ];
}

function rowsOf({ content, parents, asHead, approach }: Plan, kind: Result['kind'], more: readonly Beside[]) {
  return content.results
    .filter((result) => result.kind === kind)
    .flatMap((result, index) => {
      const lead = asHead
        ? [result.text, result.perspective ? cycle.perspectives[result.perspective] : '']
        : [parents.get(result.parentId ?? '') ?? '', result.text];
      const own = content.indicators.filter(({ resultId }) => resultId === result.id);
      const indicators: (Indicator | null)[] = own.length > 0 ? own : [null];
      return indicators.map((indicator, row) => [
        row === 0 ? index + 1 : '',
        ...(row === 0 ? lead : ['', '']),
        ...(approach === 'quantitative' ? [indicator ? t.skp.aspects[indicator.aspect] : ''] : []),
        indicator?.text ?? result.expectation,
        indicator ? targetValue(indicator) : '',
        ...more.map(({ of }) => of(result, indicator, row === 0)),
      ]);
    });
}

export function behaviourSection(
  { content }: Plan,
  more: readonly { title: string; of: (value: BehaviourValue) => string }[] = [],
): Section {
  const { columns } = words;
  const special = (value: string) => content.expectations.find((one) => one.value === value)?.text ?? '';
  const rest = 0.5 / (1 + more.length);
  return {
    title: words.behaviour,
    columns: [
      { title: columns.number, width: 0.04 },
      { title: columns.value, width: 0.14 },
      { title: columns.standard, width: 0.32 },
      { title: columns.special, width: rest },
      ...more.map(({ title }) => ({ title, width: rest })),
    ],
    rows: BEHAVIOURS.map(({ value, name, standard }, index) => [
      index + 1,
      name,
      standard.map((line) => `• ${line}`).join('\n'),
      special(value),
      ...more.map(({ of }) => of(value)),
    ]),
  };
}
