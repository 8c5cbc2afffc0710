// Half-typed forms, kept in the person's database as they are typed: closing, reloading, an update or a sign-out loses
// nothing. A draft goes when its form is saved or emptied.
//
// A page that is being left has no time for a database. Its last keystrokes go to localStorage, which is written at
// once, and from there into the database when the form is opened again. They belong to one form: once that is saved they
// never come back, also where a browser brings the page itself back as it was left.

import { getCurrentScope, nextTick, onScopeDispose, type Ref, shallowRef, toRaw, watch } from 'vue';
import { newId } from '#client/sync/index.ts';
import { actGate } from '#client/ui/act-gate.ts';
import { ActIds, type Calls } from './act-ids.ts';
import type { ActProblem, Workspace } from './workspace.ts';

const PAUSE_MS = 250;

export interface DraftState {
  /** Whether the form began with what was left in it. */
  restored: Readonly<Ref<boolean>>;
  /** Whether the draft has been looked for: the form may be shown. */
  ready: Readonly<Ref<boolean>>;
  /** Whether an act is under way. */
  busy: Readonly<Ref<boolean>>;
  /** The ids of the act that saving the form is. */
  ids: ActIds;
  /**
   * Does what saving the form means: the draft goes in the same moment, or stays with the reason. Undefined where the
   * tap was the second of a double tap. `hold`: it may be taken back for a few seconds; the form is then there again.
   */
  act: (calls: Calls, options?: { hold?: boolean }) => Promise<ActProblem | null | undefined>;
  /** Writes down the form as it is, with its ids. */
  keep: () => Promise<void>;
  /**
   * Keeps what was typed under another key, and begins again; tells whether that was stored. For what cannot be saved yet,
   * so that it is in nobody's way.
   */
  setAside: (key: string) => Promise<boolean>;
  /** The form was saved, or what was typed is given up: it begins again. */
  restart: () => Promise<void>;
}

interface LastWords {
  form?: string;
  value: unknown;
}

/** Ties a form to its draft: it begins with the draft if there is one, else with `initial`. */
export function useDraft<Form extends object>(
  workspace: Workspace,
  key: string,
  form: Ref<Form>,
  initial: () => Promise<Form>,
): DraftState {
  const { db } = workspace;
  const restored = shallowRef(false);
  const ready = shallowRef(false);
  const ids = new ActIds(newId);
  const lastWords = `draft ${db.name} ${key}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let id = newId();
  /** Writes of the draft that are under way: a page that is left ends them. */
  let writing = 0;
  /** What the form holds when nothing is typed in it, as JSON. */
  let untouched = '';

  const pause = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const inJson = () => JSON.stringify(toRaw(form.value));
  /** The form as it is, with its ids, as it is kept under a key. */
  const asDraft = (under: string) => ({
    key: under,
    value: JSON.parse(inJson()),
    at: new Date().toISOString(),
    form: id,
    ids: ids.kept(),
  });
  const keep = async () => {
    pause();
    const draft = asDraft(key);
    // What cannot be stored here stays in the form; saving the form tells why.
    writing += 1;
    await db.drafts.put(draft).catch(() => undefined);
    writing -= 1;
  };
  const forget = async () => {
    pause();
    localStorage.removeItem(lastWords);
    await db.drafts.delete(key).catch(() => undefined);
  };

  /** What the form is, is new: other words, another act. */
  async function become(value: Form, of: { form?: string; ids?: Record<string, string> } = {}): Promise<void> {
    id = of.form ?? newId();
    ids.renew(of.ids);
    form.value = value;
    // The watcher sees the change before it can be taken for typing.
    await nextTick();
    pause();
  }

  async function begin(): Promise<void> {
    const left = wordsLeft(localStorage.getItem(lastWords));
    const [draft, first] = await Promise.all([db.drafts.get(key).catch(() => undefined), initial()]);
    // Words of a form that was saved since, while another was begun, are no words of this one.
    const words = left && (!draft || draft.form === left.form) ? left : draft;
    untouched = JSON.stringify(first);
    await become(words ? { ...first, ...fieldsOf<Form>(words.value) } : first, { ...draft, ...words });
    restored.value = words !== undefined;
    if (left) {
      if (words === left) await keep();
      localStorage.removeItem(lastWords);
    }
    ready.value = true;
  }

  const scope = getCurrentScope();
  void begin().then(() =>
    scope?.run(() =>
      watch(
        form,
        () => {
          if (inJson() === untouched) void forget();
          // Not put off by further typing: were the process killed, all but the last moment is on the disk.
          else timer ??= setTimeout(keep, PAUSE_MS);
        },
        { deep: true },
      ),
    ),
  );

  // Whoever opens a form in the evening and types in the morning means the morning.
  watch(workspace.today, async () => {
    if (!ready.value || inJson() !== untouched) return;
    const first = await initial();
    if (inJson() !== untouched) return;
    untouched = JSON.stringify(first);
    await become(first);
  });

  const leaving = () => {
    if (timer === undefined && writing === 0) return;
    localStorage.setItem(lastWords, JSON.stringify({ form: id, value: toRaw(form.value) }));
  };
  addEventListener('pagehide', leaving);
  onScopeDispose(() => {
    removeEventListener('pagehide', leaving);
    if (timer !== undefined) void keep();
  });

  async function save(calls: Calls, hold: boolean): Promise<ActProblem | null> {
    pause();
    localStorage.removeItem(lastWords);
    // What may be taken back must be there whole when it is.
    if (hold && inJson() !== untouched) await keep();
    const problem = await workspace.act(await ids.callsOf(calls), { draft: key, hold });
    if (problem) {
      await keep();
      return problem;
    }
    pause();
    id = newId();
    ids.renew();
    untouched = inJson();
    restored.value = false;
    return null;
  }

  async function restart(): Promise<void> {
    await forget();
    restored.value = false;
    const first = await initial();
    untouched = JSON.stringify(first);
    await become(first);
  }

  return {
    ...{ restored, ready, ids, keep, busy: actGate.busy },
    act: (calls, { hold = false } = {}) =>
      actGate.tap(
        () => save(calls, hold),
        (no) => no === null,
        form,
      ),
    setAside: async (other) => {
      pause();
      const kept = await db.drafts.put(asDraft(other)).then(
        () => true,
        () => false,
      );
      if (kept && other !== key) await restart();
      return kept;
    },
    restart,
  };
}

/** Of an older app a note was its text alone. */
const fieldsOf = <Form>(value: unknown) => (typeof value === 'string' ? { text: value } : value) as Form;

/** Of an older app they were the form alone. */
function wordsLeft(text: string | null): LastWords | undefined {
  if (text === null) return undefined;
  try {
    const words = JSON.parse(text) as Partial<LastWords>;
    return words.value === undefined ? { value: words } : (words as LastWords);
  } catch {
    return undefined;
  }
}
