// Which act is allowed in which state, and the state it leads to. docs/states.md draws it.

import type { States } from '#shared/acts/states.ts';
import type { PayrollState } from '../tables.ts';

export type PayrollAct = 'draw' | 'check' | 'approve' | 'return';

/** Nothing leads out of approved: what turns out later is paid as a correction. */
export const payrollStates: States<PayrollState, PayrollAct> = {
  drawn: { draw: 'drawn', check: 'checked', return: 'returned' },
  checked: { approve: 'approved', return: 'returned' },
  returned: { draw: 'drawn' },
  approved: {},
};
