// Half-typed forms, kept in the person's database as they are typed: closing, reloading, an update or a sign-out loses
// nothing. A draft goes when its form is saved or emptied.
//
// A page that is being left has no time for a database. Its last keystrokes go to localStorage, which is written at
// once, and from there into the database when the form is opened again. They belong to one form: once that is saved they
// never come back, also where a browser brings the page itself back as it was left.
//
// A draft belongs to one form, too (client/sync/own-draft.ts). Two tabs may have the same form open: what is typed in the
// second is kept beside the first and offered there. A form that finds its draft changed or gone was saved, emptied or typed
// in elsewhere: from then on it is another form, with an act of its own.

import { computed, getCurrentScope, nextTick, onScopeDispose, type Ref, shallowRef, toRaw, watch } from 'vue';
import { besideOf, type Draft, draftsIn, forgetOwn, keepOwn, newId, ownDraft } from '#client/sync/index.ts';
import { actGate } from '#client/ui/act-gate.ts';
import { ActIds, type Calls } from './act-ids.ts';
import type { DraftKey } from './draft-keys.ts';
import type { ActProblem, Workspace } from './workspace.ts';

const PAUSE_MS = 250;

export interface DraftState {
  /** Whether the form began with what was left in it. */
  restored: Readonly<Ref<boolean>>;
  /** Whether the draft has been looked for: the form may be shown. */
  ready: Readonly<Ref<boolean>>;
  /** Whether something is typed in the form that is not saved. */
  typed: Readonly<Ref<boolean>>;
  /** What was typed in another form of the same kind, and is not saved either. */
  others: Readonly<Ref<readonly Draft[]>>;
  /** Goes on with one of them; what is typed here is kept. */
  goOn: (other: Draft) => Promise<void>;
  /** Gives one of them up. */
  discard: (other: Draft) => Promise<void>;
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
  form?: string | undefined;
  value: unknown;
}

/** Ties a form to its draft: it begins with the draft if there is one, else with `initial`. */
export function useDraft<Form extends object>(
  workspace: Workspace,
  key: DraftKey,
  form: Ref<Form>,
  initial: () => Promise<Form>,
): DraftState {
  const { db } = workspace;
  const restored = shallowRef(false);
  const ready = shallowRef(false);
  const ids = new ActIds(newId);
  const others = shallowRef<readonly Draft[]>([]);
  const store = draftsIn(db);
  const place = `draft ${db.name} ${key}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let id = newId();
  /** Writes of the draft that are under way: a page that is left ends them. */
  let writing = 0;
  /** What the form holds when nothing is typed in it, as JSON. */
  const untouched = shallowRef('');
  const typed = computed(() => ready.value && JSON.stringify(form.value) !== untouched.value);
  /** What this form has read or written of its draft, as JSON: all that it may find there, were nobody else at it. */
  let written: string[] = [];

  const pause = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const inJson = () => JSON.stringify(toRaw(form.value));
  const lastWords = () => `${place}#${id}`;
  const transaction = <Result>(work: () => Promise<Result>) => db.transaction('rw', db.drafts, work);
  /** The form as it is, with its ids, as it is kept under a key. */
  const asDraft = (under: string) => ({
    key: under,
    value: JSON.parse(inJson()),
    at: new Date().toISOString(),
    form: id,
    ids: ids.kept(),
  });
  /** Which form this is: a tab that is loaded again goes on with its own. */
  const be = (form: string) => {
    id = form;
    sessionStorage.setItem(place, form);
  };
  const keep = async () => {
    pause();
    // What cannot be stored here stays in the form; saving the form tells why.
    writing += 1;
    await transaction(async () => {
      const there = JSON.stringify((await ownDraft(store, { key, form: id }))?.value);
      if (written.length > 0 && !written.includes(there)) {
        be(newId());
        ids.renew();
        written = [];
      }
      const draft = asDraft(key);
      // Noted before it is known whether it was stored: a connection may break after it was.
      written = [...written.slice(-1), JSON.stringify(draft.value)];
      await keepOwn(store, draft);
    }).catch(() => undefined);
    writing -= 1;
  };
  const forget = async () => {
    pause();
    localStorage.removeItem(lastWords());
    written = [];
    await transaction(() => forgetOwn(store, { key, form: id })).catch(() => undefined);
  };

  /** All that is kept of forms of this key, the newest first. */
  async function drafts(): Promise<Draft[]> {
    const [first, beside] = await Promise.all([
      db.drafts.get(key),
      db.drafts.where('key').startsWith(besideOf(key)).toArray(),
    ]);
    return [...(first ? [first] : []), ...beside.sort((a, b) => b.at.localeCompare(a.at))];
  }
  async function lookAround(): Promise<void> {
    const kept = await drafts().catch(() => []);
    others.value = kept.filter((draft) => draft.form !== undefined && draft.form !== id);
  }

  /** What the form is, is new: other words, another act. */
  async function become(value: Form, of?: Pick<Draft, 'form' | 'ids' | 'value'>): Promise<void> {
    be(of?.form ?? newId());
    ids.renew(of?.ids);
    form.value = value;
    written = of ? [JSON.stringify(of.value)] : [];
    // The watcher sees the change before it can be taken for typing.
    await nextTick();
    pause();
  }

  /** The last words of pages that were left become drafts of their forms. */
  async function takeLastWords(kept: readonly Draft[]): Promise<void> {
    for (const [name, { form, value }] of wordsLeft(place)) {
      const of = kept.find((draft) => draft.form === form) ?? kept.find((draft) => draft.form === undefined);
      // Of an older app, and of a form that was saved since: no words of the one that was begun after it.
      const known = form !== undefined || kept.length === 0;
      const draft = { key, value, at: new Date().toISOString(), form: form ?? newId(), ids: of?.ids ?? {} };
      if (known) await transaction(() => keepOwn(store, draft)).catch(() => undefined);
      localStorage.removeItem(name);
    }
  }

  async function begin(): Promise<void> {
    await takeLastWords(await drafts().catch(() => []));
    const [kept, first] = await Promise.all([drafts().catch(() => []), initial()]);
    const own = kept.find((draft) => draft.form === sessionStorage.getItem(place)) ?? kept[0];
    untouched.value = JSON.stringify(first);
    await become(own ? { ...first, ...fieldsOf<Form>(own.value) } : first, own);
    restored.value = own !== undefined;
    await lookAround();
    ready.value = true;
  }

  async function goOn(other: Draft): Promise<void> {
    if (typed.value) await keep();
    const [kept, first] = await Promise.all([drafts(), initial()]);
    const wanted = kept.find((draft) => draft.form === other.form);
    if (wanted) {
      untouched.value = JSON.stringify(first);
      await become({ ...first, ...fieldsOf<Form>(wanted.value) }, wanted);
      restored.value = true;
    }
    await lookAround();
  }

  async function discard({ form: other }: Draft): Promise<void> {
    if (other !== undefined) await transaction(() => forgetOwn(store, { key, form: other }));
    await lookAround();
  }

  const scope = getCurrentScope();
  void begin().then(() =>
    scope?.run(() =>
      watch(
        form,
        () => {
          if (inJson() === untouched.value) void forget();
          // Not put off by further typing: were the process killed, all but the last moment is on the disk.
          else timer ??= setTimeout(keep, PAUSE_MS);
        },
        { deep: true },
      ),
    ),
  );

  // Whoever opens a form in the evening and types in the morning means the morning.
  watch(workspace.today, async () => {
    if (!ready.value || inJson() !== untouched.value) return;
    const first = await initial();
    if (inJson() !== untouched.value) return;
    untouched.value = JSON.stringify(first);
    await become(first);
  });

  const leaving = () => {
    if (timer === undefined && writing === 0) return;
    localStorage.setItem(lastWords(), JSON.stringify({ form: id, value: toRaw(form.value) }));
  };
  addEventListener('pagehide', leaving);
  onScopeDispose(() => {
    removeEventListener('pagehide', leaving);
    if (timer !== undefined) void keep();
  });

  async function save(calls: Calls, hold: boolean): Promise<ActProblem | null> {
    pause();
    localStorage.removeItem(lastWords());
    // What may be taken back must be there whole when it is.
    if (hold && inJson() !== untouched.value) await keep();
    const problem = await workspace.act(await ids.callsOf(calls), { draft: { key, form: id }, hold });
    if (problem) {
      await keep();
      return problem;
    }
    pause();
    be(newId());
    ids.renew();
    written = [];
    untouched.value = inJson();
    restored.value = false;
    return null;
  }

  async function restart(): Promise<void> {
    await forget();
    restored.value = false;
    const first = await initial();
    untouched.value = JSON.stringify(first);
    await become(first);
    await lookAround();
  }

  return {
    ...{ restored, ready, typed, others, goOn, discard, ids, keep, busy: actGate.busy },
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

/** What pages that were left had no time to store, by where it stands; of an older app it was the form alone. */
function wordsLeft(place: string): [name: string, LastWords][] {
  const names = Object.keys(localStorage).filter((name) => name === place || name.startsWith(`${place}#`));
  return names.flatMap((name): [string, LastWords][] => {
    try {
      const words = JSON.parse(localStorage.getItem(name) ?? '') as Partial<LastWords>;
      return [[name, words.value === undefined ? { value: words } : (words as LastWords)]];
    } catch {
      return [];
    }
  });
}
