// Which act is allowed in which state, and the state it leads to. docs/states.md draws it.

import type { States } from '#shared/acts/states.ts';
import type { EvaluationState } from '../tables.ts';

export type EvaluationAct = 'assess' | 'begin' | 'return' | 'rate' | 'finalise' | 'object' | 'decide' | 'follow-up';

/**
 * It begins when the employee assesses the period, or after the days for that when the evaluator begins without. Once final, only an objection decided above changes it.
 */
export const evaluationStates: States<EvaluationState, EvaluationAct> = {
  returned: { assess: 'assessed', begin: 'assessed' },
  assessed: { assess: 'assessed', return: 'returned', rate: 'rated' },
  rated: { rate: 'rated', return: 'returned', finalise: 'final' },
  final: { object: 'objected', 'follow-up': 'final' },
  objected: { decide: 'decided' },
  decided: { 'follow-up': 'decided' },
};
