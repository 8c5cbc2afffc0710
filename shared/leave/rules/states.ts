// Which act is allowed in which state, and the state it leads to. docs/states.md draws it.

import type { States } from '#shared/acts/states.ts';
import type { LeaveState } from './leave.ts';

export type LeaveAct = 'withdraw' | 'consider' | 'approve' | 'postpone' | 'refuse' | 'give-back' | 'cancel' | 'return';

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
