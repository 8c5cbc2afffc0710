// The text of a field whose value is what was understood of it. While somebody types it stays as it is typed; when the
// field is left it is written in full. What is not understood is kept as it stands, in the draft too.

import { computed, type Ref, ref, type WritableComputedRef } from 'vue';
import type { TypedRead } from '#client/i18n/typed-day.ts';

export interface TypedText<Problem> {
  text: WritableComputedRef<string>;
  /** What is wrong with what stands in it; null while half of it is typed, which is no mistake. */
  problem: Readonly<Ref<Problem | null>>;
  left: () => void;
}

/** `write`: the way the field shows a value that was understood. */
export function useTypedText<Problem>(
  model: Ref<string>,
  read: (typed: string) => TypedRead<Problem>,
  write: (value: string) => string,
): TypedText<Problem> {
  /** What is being typed, and the value that it means: where the form has another by now, that one shows. */
  const typing = ref<{ text: string; value: string } | null>(null);
  const found = computed(() => read(model.value));

  const text = computed({
    get: () => {
      if (typing.value?.value === model.value) return typing.value.text;
      return found.value.is === 'understood' ? write(found.value.value) : model.value;
    },
    set: (typed: string) => {
      const now = read(typed);
      model.value = now.is === 'understood' ? now.value : typed;
      typing.value = { text: typed, value: model.value };
    },
  });
  const problem = computed(() =>
    found.value.is === 'wrong' && typing.value === null ? (found.value.problem as Problem) : null,
  );
  const left = () => {
    typing.value = null;
  };
  return { text, problem, left };
}
