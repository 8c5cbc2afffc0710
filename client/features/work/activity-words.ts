// An activity in a few words, the same wherever it is listed.

import { formatDuration, formatNumber } from '#client/i18n/index.ts';
import type { Tone } from '#client/ui/index.ts';
import type { SkpState } from '#shared/plan/tables.ts';
import type { Activity, ActivityState } from '#shared/work/tables.ts';

type Effort = Pick<Activity, 'start' | 'end' | 'minutes' | 'quantity' | 'unit'>;

export function activityNote({ start, end, minutes, quantity, unit }: Effort): string {
  const time = start && end ? `${start.replace(':', '.')}–${end.replace(':', '.')}` : formatDuration(minutes);
  return `${time} · ${formatNumber(quantity)} ${unit}`;
}

const tones: Record<ActivityState | SkpState, Tone> = {
  draft: 'plain',
  submitted: 'info',
  returned: 'bad',
  approved: 'good',
};

export const stateTone = (state: ActivityState | SkpState): Tone => tones[state];
