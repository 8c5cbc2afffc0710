// Reading, as screens do it: a question of the product, asked of this device's own storage, and answered anew whenever what
// it read changes or a new day begins.

import { type ShallowRef, shallowRef, watch } from 'vue';
import { loadRows } from '#client/sync/index.ts';
import { ask, type Question } from '#shared/sync/question.ts';
import { actorOf } from './device.ts';
import { useWorkspace } from './session-store.ts';
import { useLive, type Workspace } from './workspace.ts';

/** `loading` until the storage has answered; `absent` where what is asked for is not on this device. */
export type Answered<Answer> = { is: 'loading' | 'absent'; value?: undefined } | { is: 'here'; value: Answer };

/** The answer of now; undefined where what is asked for is not here. */
export function answerHere<Args, Answer>(
  { db, person, today }: Workspace,
  question: Question<Args, Answer>,
  args: Args,
): Promise<Answer | undefined> {
  const asking = { actor: actorOf(person), today: today(), now: new Date().toISOString() };
  return ask(question, { args, asking, load: (reads) => loadRows(db, reads) });
}

/** The answer to a question, kept up to date; to other arguments it is `loading` again, so that no other's answer shows. */
export function useQuestion<Args, Answer>(
  question: Question<Args, Answer>,
  args: () => Args,
): Readonly<ShallowRef<Answered<Answer>>> {
  const workspace = useWorkspace();
  const answered = shallowRef<Answered<Answer>>({ is: 'loading' });
  const keyOf = () => JSON.stringify(args());
  const live = useLive(keyOf, async (key) => ({ key, value: await answerHere(workspace, question, args()) }));
  watch(
    [live, keyOf] as const,
    ([found, key]) => {
      if (found?.key !== key) answered.value = { is: 'loading' };
      else answered.value = found.value === undefined ? { is: 'absent' } : { is: 'here', value: found.value };
    },
    { immediate: true, flush: 'sync' },
  );
  return answered;
}
