// How the states of leave look.

import type { Tone } from '#client/ui/StatusChip.vue';
import type { LeaveState } from '#shared/leave/rules/leave.ts';

export const LEAVE_TONES: Record<LeaveState, Tone> = {
  submitted: 'info',
  considered: 'info',
  approved: 'good',
  postponed: 'waiting',
  refused: 'bad',
  returned: 'bad',
  cancelled: 'plain',
};
