import type { Tone } from '#client/ui/index.ts';
import type { ExplanationState } from '#shared/attendance/rules/explanation.ts';

const tones: Record<ExplanationState, Tone> = {
  submitted: 'info',
  returned: 'bad',
  agreed: 'info',
  accepted: 'good',
  refused: 'bad',
};

export const stateTone = (state: ExplanationState): Tone => tones[state];
