// Which act is allowed in which state, and the state it leads to. shared/mutations reads nothing else, and
// docs/states.md draws it. SKP, evaluation: PermenPANRB 6/2022. Activities: BKN Regulation 2/2026 (daily progress).
// Leave: PP 11/2017 as amended by PP 17/2020; Peraturan BKN 24/2017, annex I.b, parts VII and VIII of the form.

import type { ActivityState, EvaluationState, PayrollState, SkpState } from '#shared/tables.ts';
import type { ExplanationState } from './explanation.ts';
import type { LeaveState } from './leave.ts';

export type ActivityAct = 'edit' | 'submit' | 'approve' | 'return' | 'reopen';
export type SkpAct = 'edit' | 'submit' | 'recall' | 'approve' | 'return' | 'revise' | 'discard';
export type EvaluationAct = 'assess' | 'begin' | 'return' | 'rate' | 'finalise' | 'object' | 'decide' | 'follow-up';
export type LeaveAct = 'withdraw' | 'consider' | 'approve' | 'postpone' | 'refuse' | 'give-back' | 'cancel' | 'return';
export type ExplanationAct = 'give' | 'withdraw' | 'agree' | 'return' | 'accept' | 'refuse';
export type PayrollAct = 'draw' | 'check' | 'approve' | 'return';

type States<State extends string, Act extends string> = Record<State, { [Each in Act]?: State }>;

/**
 * An activity can be deleted by its author wherever it can be edited. It may still be corrected while it waits: the
 * approval names the revision that was read, so nothing is approved unseen. After approval only the supervisor's
 * reopening, with a reason, unlocks it.
 */
export const activityStates: States<ActivityState, ActivityAct> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { edit: 'submitted', approve: 'approved', return: 'returned' },
  returned: { edit: 'draft', submit: 'submitted' },
  approved: { reopen: 'returned' },
};

/** To revise begins a new edition; the approved one stays in force until the new one is approved, or is discarded. */
export const skpStates: States<SkpState, SkpAct> = {
  draft: { edit: 'draft', submit: 'submitted', discard: 'approved' },
  submitted: { recall: 'draft', approve: 'approved', return: 'returned' },
  returned: { edit: 'draft', submit: 'submitted', discard: 'approved' },
  approved: { revise: 'draft' },
};

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

/**
 * The superior considers, the authorised official decides; until then the superior may say something else. Leave that is
 * withdrawn is deleted, whatever its state says. Approved, days of it may be given back; without any day left it is
 * cancelled. `return` is what released versions of the app called a superior's no.
 */
export const leaveStates: States<LeaveState, LeaveAct> = {
  submitted: { withdraw: 'returned', consider: 'considered', return: 'returned' },
  considered: {
    withdraw: 'returned',
    consider: 'considered',
    approve: 'approved',
    postpone: 'postponed',
    refuse: 'refused',
  },
  approved: { 'give-back': 'approved', cancel: 'cancelled', return: 'returned' },
  postponed: {},
  refused: {},
  returned: { withdraw: 'returned' },
  cancelled: {},
};

/** Withdrawn, it is deleted. What the office refused can be told anew, with better words, until the month is closed. */
export const explanationStates: States<ExplanationState, ExplanationAct> = {
  submitted: { give: 'submitted', withdraw: 'returned', agree: 'agreed', return: 'returned' },
  returned: { give: 'submitted', withdraw: 'returned' },
  agreed: { accept: 'accepted', refuse: 'refused' },
  accepted: {},
  refused: { give: 'submitted' },
};

/** Nothing leads out of approved: what turns out later is paid as a correction. */
export const payrollStates: States<PayrollState, PayrollAct> = {
  drawn: { draw: 'drawn', check: 'checked', return: 'returned' },
  checked: { approve: 'approved', return: 'returned' },
  returned: { draw: 'drawn' },
  approved: {},
};
