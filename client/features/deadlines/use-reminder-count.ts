// How many reminders are near or past: in the head of every screen, and on the app's icon where the browser can show it
// there (https://w3c.github.io/badging/). Nothing hangs on the icon: the inbox is complete without it.

import { computed, type Ref, watch } from 'vue';
import { useLoadedLater } from '#client/workspace/loaded-later.ts';
import { answerHere } from '#client/workspace/questions.ts';
import { useSession } from '#client/workspace/session-store.ts';
import { useLive } from '#client/workspace/workspace.ts';

type Badging = { setAppBadge?: (count: number) => Promise<void>; clearAppBadge?: () => Promise<void> };

export function useReminderCount(): Readonly<Ref<number>> {
  const session = useSession();
  const counting = useLoadedLater(() => import('#shared/today/questions/reminders.ts'));
  const found = useLive(
    () => ({ workspace: session.workspace, reminders: counting.value?.reminders }),
    async ({ workspace, reminders }) =>
      workspace && reminders ? ((await answerHere(workspace, reminders, null)) ?? []) : [],
  );
  const count = computed(() => (found.value ?? []).filter(({ urgent }) => urgent).length);
  watch(count, showOnIcon, { immediate: true });
  return count;
}

/** A browser that has no icon for it, or does not allow it, shows nothing there. */
function showOnIcon(count: number): void {
  const { setAppBadge, clearAppBadge } = navigator as Badging;
  const shown = count > 0 ? setAppBadge?.call(navigator, count) : clearAppBadge?.call(navigator);
  shown?.catch(() => undefined);
}
