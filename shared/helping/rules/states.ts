// Which act is allowed in which state of a typed entry, and the state it leads to. docs/states.md draws it.

import type { States } from '#shared/acts/states.ts';
import type { TypedState } from '../tables.ts';

export type TypedAct = 'edit' | 'confirm' | 'decline';

/** Once confirmed it is the owner's, and its helper has no hand in it any more. What was declined by mistake is still there. */
export const typedStates: States<TypedState, TypedAct> = {
  waiting: { edit: 'waiting', confirm: 'confirmed', decline: 'declined' },
  declined: { edit: 'waiting', confirm: 'confirmed' },
  confirmed: {},
};
