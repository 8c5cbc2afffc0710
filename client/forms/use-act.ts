// What a screen does when a person acts: the calls take effect once, a short word says so, or the reason stays visible.
// A screen makes no id itself: those of an act come with it.

import { type Ref, type ShallowRef, shallowRef } from 'vue';
import { newId } from '#client/sync/index.ts';
import { actGate, toast } from '#client/ui/index.ts';
import { ActIds, type Calls } from '#client/workspace/act-ids.ts';
import { type ProblemText, problemText } from '#client/workspace/problem-text.ts';
import { useWorkspace } from '#client/workspace/session-store.ts';
import type { ActProblem } from '#client/workspace/workspace.ts';
import type { Refusal } from '#shared/sync/mutation.ts';

export interface Acting {
  problem: ShallowRef<ProblemText | null>;
  /** What the rules refused last, for screens that say more of it than `problem`. */
  refusal: ShallowRef<Refusal | null>;
  /** Whether an act is under way, of this screen or another. */
  busy: Readonly<Ref<boolean>>;
  /** Shows what became of an act, and tells whether it was taken. Undefined: there was none to take. */
  tell: (no: ActProblem | null | undefined, done: string) => boolean;
  /** Does what a tap asks for, and tells whether it was taken. */
  act: (done: string, calls: Calls, options?: { hold?: boolean }) => Promise<boolean>;
  /** The same for what no tap asks for: a choice in a list, or the end of long work. It waits for its turn. */
  actInTurn: (done: string, calls: Calls) => Promise<boolean>;
}

export function useAct(): Acting {
  const workspace = useWorkspace();
  const ids = new ActIds(newId);
  const problem = shallowRef<ProblemText | null>(null);
  const refusal = shallowRef<Refusal | null>(null);

  function tell(no: ActProblem | null | undefined, done: string): boolean {
    if (no === undefined) return false;
    refusal.value = no?.kind === 'refused' ? no.refusal : null;
    if (no)
      void problemText(no).then((text) => {
        problem.value = text;
      });
    else {
      problem.value = null;
      if (done) toast(done);
    }
    return no === null;
  }

  async function take(calls: Calls, options?: { hold?: boolean }): Promise<ActProblem | null> {
    const no = await workspace.act(await ids.callsOf(calls), options);
    if (!no) ids.renew();
    return no;
  }

  return {
    ...{ problem, refusal, tell, busy: actGate.busy },
    act: async (done, calls, options) =>
      tell(
        await actGate.tap(
          () => take(calls, options),
          (no) => no === null,
        ),
        done,
      ),
    actInTurn: async (done, calls) => tell(await actGate.inTurn(() => take(calls)), done),
  };
}
