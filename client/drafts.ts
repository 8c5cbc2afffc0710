// Half-typed forms, kept in the person's database as they are typed: closing, reloading, an update or a sign-out loses
// nothing. A draft goes when its form is saved or emptied.

import { nextTick, onScopeDispose, type Ref, shallowRef, toRaw, watch } from 'vue';
import type { Workspace } from './workspace.ts';

const PAUSE_MS = 250;

export interface DraftState {
  /** Whether the form began with what was left in it. */
  restored: Readonly<Ref<boolean>>;
  /** Whether the draft has been looked for: the form may be shown. */
  ready: Readonly<Ref<boolean>>;
  /** The form was saved or emptied: forget the draft. */
  forget: () => Promise<void>;
}

/** Ties a form to its draft: it begins with the draft if there is one, else with `initial`. */
export function useDraft<Form extends object>(
  { db }: Workspace,
  key: string,
  form: Ref<Form>,
  initial: () => Promise<Form>,
): DraftState {
  const restored = shallowRef(false);
  const ready = shallowRef(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    // What cannot be stored here stays in the form; saving the form tells why.
    await db.drafts
      .put({ key, value: JSON.parse(JSON.stringify(toRaw(form.value))), at: new Date().toISOString() })
      .catch(() => undefined);
  };

  void begin();
  async function begin(): Promise<void> {
    const [draft, first] = await Promise.all([db.drafts.get(key).catch(() => undefined), initial()]);
    form.value = draft ? { ...first, ...(draft.value as Form) } : first;
    restored.value = draft !== undefined;
    ready.value = true;
    await nextTick();
    watch(
      form,
      () => {
        clearTimeout(timer);
        timer = setTimeout(save, PAUSE_MS);
      },
      { deep: true },
    );
  }

  const flush = () => void (timer !== undefined && save());
  addEventListener('pagehide', flush);
  onScopeDispose(() => {
    removeEventListener('pagehide', flush);
    flush();
  });

  return {
    restored,
    ready,
    forget: async () => {
      clearTimeout(timer);
      timer = undefined;
      restored.value = false;
      await db.drafts.delete(key);
    },
  };
}
