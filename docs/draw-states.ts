// Draws docs/states.md from the tables that the program runs by. `npm run docs` writes it; a test compares.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { activityStates, reopeningStates } from '#shared/work/rules/states.ts';
import { evaluationStates } from '#shared/evaluation/rules/states.ts';
import { explanationStates } from '#shared/attendance/rules/states.ts';
import { typedStates } from '#shared/helping/rules/states.ts';
import { leaveStates } from '#shared/leave/rules/states.ts';
import { payrollStates } from '#shared/allowance/rules/states.ts';
import { skpStates } from '#shared/plan/rules/states.ts';

export const FILE = join(import.meta.dirname, 'states.md');

type States = Record<string, Record<string, string>>;

const DRAWN: [title: string, states: States, first: string][] = [
  ['SKP', skpStates as States, 'draft'],
  ['Activity', activityStates as States, 'draft'],
  ['Request to reopen an activity', reopeningStates as States, 'asked'],
  ['Entry typed by a helper', typedStates as States, 'waiting'],
  ['Evaluation', evaluationStates as States, 'assessed'],
  ['Leave', leaveStates as States, 'submitted'],
  ['Explanation of a day', explanationStates as States, 'submitted'],
  ['Allowances of a month', payrollStates as States, 'drawn'],
];

const diagram = (states: States, first: string): string[] => [
  '```mermaid',
  'stateDiagram-v2',
  `  [*] --> ${first}`,
  ...Object.entries(states).flatMap(([state, acts]) =>
    Object.entries(acts).map(([act, next]) => `  ${state} --> ${next}: ${act}`),
  ),
  '```',
];

export const drawing = (): string =>
  [
    '# States',
    '',
    'Drawn from [shared/*/rules/states.ts](../shared/*/rules/states.ts) by `npm run docs`.',
    ...DRAWN.flatMap(([title, states, first]) => ['', `## ${title}`, '', ...diagram(states, first)]),
    '',
  ].join('\n');

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, drawing());
