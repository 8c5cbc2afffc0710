// Which act is allowed in which state, and the state it leads to. docs/states.md draws it.

import type { States } from '#shared/acts/states.ts';
import type { ActivityState, ReopeningState } from '../tables.ts';

export type ActivityAct = 'edit' | 'submit' | 'approve' | 'return' | 'reopen';

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

export type ReopeningAct = 'ask' | 'withdraw' | 'reopen' | 'decline';

/** The request that an approved activity be reopened. It may be made again after every answer. */
export const reopeningStates: States<ReopeningState, ReopeningAct> = {
  asked: { ask: 'asked', withdraw: 'withdrawn', reopen: 'reopened', decline: 'declined' },
  withdrawn: { ask: 'asked' },
  declined: { ask: 'asked' },
  reopened: { ask: 'asked' },
};
