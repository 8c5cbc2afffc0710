// Half-typed forms, kept in the person's database as they are typed: closing, reloading, an update or a sign-out loses
// nothing. A draft goes when its form is saved or emptied.
//
// A page that is being left has no time for a database. Its last keystrokes go to localStorage, which is written at
// once, and from there into the database when the form is opened again.

import { nextTick, onScopeDispose, type Ref, shallowRef, toRaw, watch } from 'vue';
import type { Call } from '#shared/mutations/index.ts';
import type { ActProblem, Workspace } from './workspace.ts';

const PAUSE_MS = 250;

export interface DraftState {
  /** Whether the form began with what was left in it. */
  restored: Readonly<Ref<boolean>>;
  /** Whether the draft has been looked for: the form may be shown. */
  ready: Readonly<Ref<boolean>>;
  /** Does what saving the form means; the draft goes in the same moment, or stays with the reason. */
  act: (...calls: Call[]) => Promise<ActProblem | null>;
  /** The form was emptied, or what it is about is gone: forget the draft. */
  forget: () => Promise<void>;
}

/** Ties a form to its draft: it begins with the draft if there is one, else with `initial`. */
export function useDraft<Form extends object>(
  { db, actFrom }: Workspace,
  key: string,
  form: Ref<Form>,
  initial: () => Promise<Form>,
): DraftState {
  const restored = shallowRef(false);
  const ready = shallowRef(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lastWords = `draft ${db.name} ${key}`;
  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    // What cannot be stored here stays in the form; saving the form tells why.
    await db.drafts
      .put({ key, value: JSON.parse(JSON.stringify(toRaw(form.value))), at: new Date().toISOString() })
      .catch(() => undefined);
  };
  const saveAtOnce = () => {
    if (timer !== undefined) localStorage.setItem(lastWords, JSON.stringify(toRaw(form.value)));
  };

  void begin();
  async function begin(): Promise<void> {
    const left = localStorage.getItem(lastWords);
    const [draft, first] = await Promise.all([db.drafts.get(key).catch(() => undefined), initial()]);
    const typed = (left ? JSON.parse(left) : draft?.value) as Form | undefined;
    form.value = typed ? { ...first, ...typed } : first;
    restored.value = typed !== undefined;
    if (left) {
      await save();
      localStorage.removeItem(lastWords);
    }
    ready.value = true;
    await nextTick();
    watch(
      form,
      () => {
        // Not put off by further typing: were the process killed, all but the last moment is on the disk.
        timer ??= setTimeout(save, PAUSE_MS);
      },
      { deep: true },
    );
  }

  addEventListener('pagehide', saveAtOnce);
  onScopeDispose(() => {
    removeEventListener('pagehide', saveAtOnce);
    if (timer !== undefined) void save();
  });

  return {
    restored,
    ready,
    act: async (...calls) => {
      clearTimeout(timer);
      timer = undefined;
      const problem = await actFrom(key, calls);
      if (problem) await save();
      return problem;
    },
    forget: async () => {
      clearTimeout(timer);
      timer = undefined;
      restored.value = false;
      await db.drafts.delete(key);
    },
  };
}
