// Which act is allowed in which state, and the state it leads to. docs/states.md draws it.

import type { States } from '#shared/acts/states.ts';
import type { ExplanationState } from './explanation.ts';

export type ExplanationAct = 'give' | 'withdraw' | 'agree' | 'return' | 'accept' | 'refuse';

/** Withdrawn, it is deleted. What the office refused can be told anew, with better words, until the month is closed. */
export const explanationStates: States<ExplanationState, ExplanationAct> = {
  submitted: { give: 'submitted', withdraw: 'returned', agree: 'agreed', return: 'returned' },
  returned: { give: 'submitted', withdraw: 'returned' },
  agreed: { accept: 'accepted', refuse: 'refused' },
  accepted: {},
  refused: { give: 'submitted' },
};
