// What a screen does when a person acts: the calls take effect, a short word says so, or the reason stays visible.

import { shallowRef } from 'vue';
import { useWorkspace } from '#client/features/account/index.ts';
import { type ProblemText, problemText } from '#client/problem-text.ts';
import { toast } from '#client/ui/index.ts';
import type { ActProblem } from '#client/workspace.ts';
import type { Call } from '#shared/mutations/index.ts';

export function useAct() {
  const workspace = useWorkspace();
  const problem = shallowRef<ProblemText | null>(null);

  /** Tells whether it was taken. */
  function tell(no: ActProblem | null, done: string): boolean {
    if (no)
      void problemText(no).then((text) => {
        problem.value = text;
      });
    else {
      problem.value = null;
      toast(done);
    }
    return !no;
  }

  return { problem, tell, act: async (done: string, ...calls: Call[]) => tell(await workspace.act(...calls), done) };
}
