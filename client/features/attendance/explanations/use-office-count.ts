// How many explanations wait for whoever decides on them for the office. It is for the server to say, which may be away:
// then nothing is said.

import { ref, watch } from 'vue';
import { askServer } from '#client/workspace/ask.ts';
import { useWorkspace } from '#client/workspace/session-store.ts';
import type { WaitingExplanations } from '#shared/attendance/api.ts';

export function useOfficeCount() {
  const workspace = useWorkspace();
  const count = ref(0);
  const decides = workspace.person.roles.some((role) => role === 'treasurer' || role === 'admin');
  async function ask() {
    const asked = await askServer<WaitingExplanations>('/api/explanations/waiting');
    if (asked.ok) count.value = asked.value.count;
  }
  // Again after each run of the sync: it is then that the server is there.
  if (decides) watch(workspace.sending, (now) => void (now || ask()), { immediate: true });
  return count;
}
