// The shifts of everybody for the days of a file: the treasurer's device holds none, so the server is asked. Without them
// nights are asked about, as of who has no plan.

import { computed, type Ref, shallowRef, watch } from 'vue';
import { askServer } from '#client/workspace/ask.ts';
import { groupBy } from '#shared/group-by.ts';
import { addDays } from '#shared/time/working-time.ts';
import type { PlannedShifts } from '#shared/time-rules/api.ts';

/** By employee. */
export type PlanOf = ReadonlyMap<string, PlannedShifts['shifts']>;
export const NO_SHIFTS: PlanOf = new Map();

/** Fills `shifts` with those of a span and of the night before it. */
export function useShiftPlan(span: Ref<{ from: string; until: string } | null>, shifts: Ref<PlanOf>) {
  const state = shallowRef<'none' | 'asking' | 'failed' | 'here'>('none');
  const days = computed(() => span.value && `${addDays(span.value.from, -1)}/${span.value.until}`);

  async function ask(): Promise<void> {
    const asked = days.value;
    shifts.value = NO_SHIFTS;
    state.value = asked ? 'asking' : 'none';
    if (!asked) return;
    const answer = await askServer<PlannedShifts>(`/api/shifts/${asked}`);
    if (days.value !== asked) return;
    state.value = answer.ok ? 'here' : 'failed';
    if (answer.ok && answer.value.shifts.length > 0) {
      shifts.value = groupBy(answer.value.shifts, ({ employeeId }) => employeeId);
    }
  }
  watch(days, ask, { immediate: true });
  return { state, ask };
}
