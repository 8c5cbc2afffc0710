// What a person's first screen says of help: what waits for their word, and for whom they type.

import { computed } from 'vue';
import { useQuestion } from '#client/workspace/questions.ts';
import { useWorkspace } from '#client/workspace/session-store.ts';
import { useLive } from '#client/workspace/workspace.ts';
import { typedWaiting } from '#shared/helping/questions/own-help.ts';
import { helpersAt } from '#shared/helping/rules/help.ts';
import { helpScope } from '#shared/scopes.ts';
import { useNames } from './people.ts';

export function useHelping() {
  const workspace = useWorkspace();
  const { rows, me } = workspace;
  const found = useQuestion(typedWaiting, () => null);
  // Whom one helps stands in scopes that only their rows name.
  const owners = useLive(
    () => null,
    async () => {
      const helps = (await rows('helper').toArray()).filter(
        ({ helperId, ownerId, scope }) => helperId === me && scope === helpScope(ownerId, me),
      );
      const at = { now: new Date().toISOString(), today: workspace.today() };
      return [...new Set(helps.map(({ ownerId }) => ownerId))].filter((ownerId) =>
        helpersAt(
          helps.filter((help) => help.ownerId === ownerId),
          at,
        ).has(me),
      );
    },
  );
  const nameOf = useNames(() => owners.value ?? []);
  return {
    waiting: computed(() => found.value.value?.count ?? 0),
    helped: computed(() => (owners.value ?? []).map((ownerId) => ({ ownerId, name: nameOf(ownerId) }))),
  };
}
