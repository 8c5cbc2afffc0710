// Which act is allowed in which state, and the state it leads to. shared/mutations reads nothing else.
// SKP: PermenPANRB 6/2022 articles 8-14. Activities: BKN Regulation 2/2026 (daily progress). An activity may still be
// corrected by its author while it waits for approval: the approval names the revision that was read, so nothing is
// approved unseen. After approval only the supervisor's reopening, with a reason, unlocks it.

import type { ActivityState, SkpState } from '#shared/tables.ts';

export type ActivityAct = 'edit' | 'submit' | 'approve' | 'return' | 'reopen';
export type SkpAct = 'edit' | 'submit' | 'recall' | 'approve' | 'return';

/** An activity can be deleted by its author wherever it can be edited. */
export const activityStates: Record<ActivityState, { [Act in ActivityAct]?: ActivityState }> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { edit: 'submitted', approve: 'approved', return: 'returned' },
  returned: { edit: 'draft', submit: 'submitted' },
  approved: { reopen: 'returned' },
};

export const skpStates: Record<SkpState, { [Act in SkpAct]?: SkpState }> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { recall: 'draft', approve: 'approved', return: 'returned' },
  returned: { edit: 'draft', submit: 'submitted' },
  approved: {},
};
