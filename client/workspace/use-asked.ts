// What the server alone knows, for a screen that shows it: asked at once, and again when somebody wants it.

import { shallowRef } from 'vue';
import { askFailureText } from '#client/i18n/asking.ts';
import { askServer } from './ask.ts';
import type { ProblemText } from './problem-text.ts';

/** `found` stays what it was when a later question finds no answer. */
export function useAsked<Answer>(path: string) {
  const found = shallowRef<Answer | null>(null);
  const unanswered = shallowRef<ProblemText | null>(null);
  async function load(): Promise<void> {
    const asked = await askServer<Answer>(path);
    unanswered.value = asked.ok ? null : askFailureText(asked.why);
    if (asked.ok) found.value = asked.value;
  }
  void load();
  return { found, unanswered, load };
}
