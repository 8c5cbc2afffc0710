// An act for the agency, done at the server itself: it takes effect once, however often it is sent, or the reason stays.

import { type Ref, type ShallowRef, shallowRef } from 'vue';
import { askFailureText } from '#client/i18n/asking.ts';
import { newId } from '#client/sync/index.ts';
import { gateOfItsOwn, toast } from '#client/ui/index.ts';
import { ActIds, type Calls } from '#client/workspace/act-ids.ts';
import type { Asked } from '#client/workspace/ask.ts';
import type { DraftState } from '#client/workspace/drafts.ts';
import { actInOffice, firstRefusal, type OfficeCall } from '#client/workspace/office.ts';
import type { ProblemText } from '#client/workspace/problem-text.ts';
import type { Outcome } from '#shared/sync/protocol.ts';

export interface OfficeActing {
  problem: ShallowRef<ProblemText | null>;
  busy: Readonly<Ref<boolean>>;
  /** Tells whether it was taken. `send`: how the calls go to the server, where not as they are and at once. */
  act: (
    done: string,
    calls: Calls,
    send?: (calls: readonly OfficeCall[]) => Promise<Asked<Outcome[]>>,
  ) => Promise<boolean>;
}

/** `draft`: the form whose saving the act is. Its ids are on the disk before anything is sent. */
export function useOfficeAct(draft?: DraftState): OfficeActing {
  const ids = draft?.ids ?? new ActIds(newId);
  const gate = gateOfItsOwn();
  const problem = shallowRef<ProblemText | null>(null);

  const act: OfficeActing['act'] = async (done, calls, send = actInOffice) => {
    const held = draft?.held();
    const taken = await gate.tap(
      async () => {
        problem.value = null;
        const numbered = await ids.callsOf(calls);
        await draft?.keep();
        const asked = await send(numbered);
        problem.value = asked.ok ? firstRefusal(asked.value) : askFailureText(asked.why);
        // Without an answer it is the same act when it is sent again. What was refused is answered from the record for
        // ever: the next try is an act of its own.
        if (asked.ok) ids.renew();
        return problem.value === null;
      },
      (ok) => ok,
    );
    if (!taken) return false;
    toast(done);
    await draft?.restart(held);
    return true;
  };

  return { problem, busy: gate.busy, act };
}
