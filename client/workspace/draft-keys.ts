// What kinds of forms keep what is typed in them. Each has its place among the typed forms
// (client/features/sync-centre/typed-forms.ts), so that what was typed is found again wherever it was.

/** The first word of a draft's key. */
export type DraftKind =
  | 'action'
  | 'activity'
  | 'adjust'
  | 'annex'
  | 'assessment'
  | 'decide'
  | 'decision'
  | 'decline'
  | 'delegation'
  | 'expectation'
  | 'explanation'
  | 'extension'
  | 'feedback'
  | 'follow-up'
  | 'helper'
  | 'holidays'
  | 'indicator'
  | 'leave'
  | 'leave-entry'
  | 'maintenance'
  | 'merge'
  | 'move'
  | 'note'
  | 'objection'
  | 'outage'
  | 'pay-entry'
  | 'payee'
  | 'payroll'
  | 'policy'
  | 'rating'
  | 'realisation'
  | 'reopen'
  | 'result'
  | 'return'
  | 'revise'
  | 'role'
  | 'shift'
  | 'typed'
  | 'usual'
  | 'week'
  | 'work-hours';

/** The key of a draft: the kind of its form, and what the form is about. */
export type DraftKey = DraftKind | `${DraftKind} ${string}`;
