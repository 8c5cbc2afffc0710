// Whether the server answered when it was last asked, and the device believes itself connected. Only for words: what is
// saved is saved either way.

import { computed, type Ref } from 'vue';
import type { SyncStatus } from '#client/sync/index.ts';
import { useSession } from '#client/workspace/session-store.ts';
import { useLive } from '#client/workspace/workspace.ts';

export function useReached(): Readonly<Ref<boolean>> {
  const session = useSession();
  const status = useLive(
    () => session.workspace,
    async (workspace) => (await workspace?.db.meta.get('status'))?.value as SyncStatus | undefined,
  );
  return computed(() => status.value?.kind === 'settled' && navigator.onLine);
}
