// Which act is allowed in which state, and the state it leads to. docs/states.md draws it.

import type { States } from '#shared/acts/states.ts';
import type { SkpState } from '../tables.ts';

export type SkpAct = 'edit' | 'submit' | 'recall' | 'approve' | 'return' | 'revise' | 'discard';

/** To revise begins a new edition; the approved one stays in force until the new one is approved, or is discarded. */
export const skpStates: States<SkpState, SkpAct> = {
  draft: { edit: 'draft', submit: 'submitted', discard: 'approved' },
  submitted: { recall: 'draft', approve: 'approved', return: 'returned' },
  returned: { edit: 'draft', submit: 'submitted', discard: 'approved' },
  approved: { revise: 'draft' },
};
