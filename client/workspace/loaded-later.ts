import { type Ref, shallowRef, watch } from 'vue';
import { useSession } from './session-store.ts';

/**
 * A part of the app that the first screen does not wait for: it is asked for once somebody is signed in, so that signing in
 * does not wait for it either. Null until it is there.
 */
export function useLoadedLater<Part>(load: () => Promise<Part>): Readonly<Ref<Part | null>> {
  const session = useSession();
  const part = shallowRef<Part | null>(null);
  watch(
    () => session.workspace !== null,
    async (isOpen) => {
      // A file that does not come is asked for again when the person signs in again, or the app is opened again.
      if (isOpen) part.value ??= await load().catch(() => null);
    },
    { immediate: true },
  );
  return part;
}
