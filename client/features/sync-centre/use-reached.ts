// Whether the server answered when it was last asked, and the device believes itself connected. Only for words: what is
// saved is saved either way.

import { computed, type Ref } from 'vue';
import { useSession } from '#client/features/account/index.ts';
import type { SyncStatus } from '#client/sync/index.ts';
import { useLive } from '#client/workspace.ts';

export function useReached(): Readonly<Ref<boolean>> {
  const session = useSession();
  const status = useLive(
    () => session.workspace,
    async (workspace) => (await workspace?.db.meta.get('status'))?.value as SyncStatus | undefined,
  );
  return computed(() => status.value?.kind === 'settled' && navigator.onLine);
}
