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
//
// So is what is typed while an act takes the form: it is kept under an id of its own from its first letter on, whatever
// becomes of the act, and goes on when the form begins again (typed-since.ts).

import { computed, getCurrentScope, nextTick, onScopeDispose, type Ref, shallowRef, toRaw, watch } from 'vue';
import { besideOf, type Draft, draftsIn, forgetOwn, keepOwn, newId, ownDraft } from '#client/sync/index.ts';
import { actGate } from '#client/ui/act-gate.ts';
import { ActIds, type Calls } from './act-ids.ts';
import type { DraftKey } from './draft-keys.ts';
import { typedSince } from './typed-since.ts';
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
   * `taken`: what of the form the act takes (of `held`), where that is not all of it as it is.
   */
  act: (calls: Calls, options?: { hold?: boolean; taken?: string }) => Promise<ActProblem | null | undefined>;
  /** Writes down the form as it is, with its ids. */
  keep: () => Promise<void>;
  /**
   * Keeps what was typed under another key, and begins again; tells whether that was stored. For what cannot be saved yet,
   * so that it is in nobody's way.
   */
  setAside: (key: string) => Promise<boolean>;
  /** What the form holds: to tell later what was typed since. */
  held: () => string;
  /** The form was saved, by `act` or as it was `held`: it begins again. What was typed since stays. */
  restart: (saved?: string) => Promise<void>;
  /** What is typed is given up: the form begins again. */
  giveUp: () => Promise<void>;
}

/** What an act takes of a form: what is typed since is another form's. */
interface Taking {
  /** As JSON. */
  taken: string;
  /** What the form begins with. */
  first: string;
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
  /** From when an act takes the form until it begins again. */
  let taking: Taking | null = null;
  /** The form that is typed in: another one, once an act takes what was there. */
  let typing = id;

  const pause = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const held = () => JSON.stringify(toRaw(form.value));
  /** What no act takes. */
  const left = (): Form => {
    const now = JSON.parse(held());
    return taking ? typedSince<Form>(JSON.parse(taking.taken), now, JSON.parse(taking.first)) : now;
  };
  const isNothingTyped = () => held() === (taking?.taken ?? untouched.value);
  const lastWords = (of = typing) => `${place}#${of}`;
  const transaction = <Result>(work: () => Promise<Result>) => db.transaction('rw', db.drafts, work);
  /** The form as it is, with its ids, as it is kept under a key. */
  const asDraft = (under: string) => ({
    key: under,
    value: left(),
    at: new Date().toISOString(),
    form: typing,
    ids: typing === id ? ids.kept() : {},
  });
  /** Which form this is: a tab that is loaded again goes on with its own. */
  const be = (form: string) => {
    id = form;
    typing = form;
    sessionStorage.setItem(place, form);
  };
  const keep = async () => {
    pause();
    // What cannot be stored here stays in the form; saving the form tells why.
    writing += 1;
    await transaction(async () => {
      // The act takes all there is, and its draft with it.
      if (taking && isNothingTyped()) return;
      const there = JSON.stringify((await ownDraft(store, { key, form: typing }))?.value);
      if (!taking && written.length > 0 && !written.includes(there)) {
        be(newId());
        ids.renew();
        written = [];
      }
      const draft = asDraft(key);
      // Noted before it is known whether it was stored: a connection may break after it was.
      if (!taking) written = [...written.slice(-1), JSON.stringify(draft.value)];
      await keepOwn(store, draft);
    }).catch(() => undefined);
    writing -= 1;
  };
  const forget = async (of = typing) => {
    localStorage.removeItem(lastWords(of));
    if (of === id) written = [];
    await transaction(() => forgetOwn(store, { key, form: of })).catch(() => undefined);
  };

  /** All that is kept of forms of this key, the newest first. */
  async function drafts(): Promise<Draft[]> {
    const [first, beside] = await Promise.all([
      db.drafts.get(key),
      db.drafts.where('key').startsWith(besideOf(key)).toArray(),
    ]);
    return [...(first ? [first] : []), ...beside.sort((a, b) => b.at.localeCompare(a.at))];
  }
  const look = (kept: readonly Draft[]) => {
    others.value = kept.filter((draft) => draft.form !== undefined && draft.form !== id);
  };
  const lookAround = async () => look(await drafts().catch(() => []));

  /** What the form is, is new: other words, another act. */
  async function become(value: Form, of?: Pick<Draft, 'form' | 'ids' | 'value'>): Promise<void> {
    taking = null;
    be(of?.form ?? newId());
    ids.renew(of?.ids);
    form.value = value;
    written = of ? [JSON.stringify(of.value)] : [];
    // The watcher sees the change before it can be taken for typing.
    await nextTick();
    pause();
  }

  /** The last words of pages that were left become drafts of their forms. */
  async function takeLastWords(): Promise<void> {
    const words = wordsLeft(place);
    const kept = words.length > 0 ? await drafts().catch(() => []) : [];
    for (const [name, { form, value }] of words) {
      const of = kept.find((draft) => draft.form === form) ?? kept.find((draft) => draft.form === undefined);
      // Of an older app, and of a form that was saved since: no words of the one that was begun after it.
      const known = form !== undefined || kept.length === 0;
      const draft = { key, value, at: new Date().toISOString(), form: form ?? newId(), ids: of?.ids ?? {} };
      if (known) await transaction(() => keepOwn(store, draft)).catch(() => undefined);
      localStorage.removeItem(name);
    }
  }

  async function begin(): Promise<void> {
    await takeLastWords();
    const [kept, first] = await Promise.all([drafts().catch(() => []), initial()]);
    const own = kept.find((draft) => draft.form === sessionStorage.getItem(place)) ?? kept[0];
    untouched.value = JSON.stringify(first);
    await become(own ? { ...first, ...fieldsOf<Form>(own.value) } : first, own);
    restored.value = own !== undefined;
    look(kept);
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
          if (isNothingTyped()) {
            pause();
            void forget();
          }
          // Not put off by further typing: were the process killed, all but the last moment is on the disk.
          else timer ??= setTimeout(keep, PAUSE_MS);
        },
        { deep: true },
      ),
    ),
  );

  // Whoever opens a form in the evening and types in the morning means the morning.
  watch(workspace.today, async () => {
    const isTouched = () => taking !== null || held() !== untouched.value;
    if (!ready.value || isTouched()) return;
    const first = await initial();
    if (isTouched()) return;
    untouched.value = JSON.stringify(first);
    await become(first);
  });

  const leaving = () => {
    if (timer === undefined && writing === 0) return;
    localStorage.setItem(lastWords(), JSON.stringify({ form: typing, value: left() }));
  };
  addEventListener('pagehide', leaving);
  onScopeDispose(() => {
    removeEventListener('pagehide', leaving);
    if (timer !== undefined) void keep();
  });

  /** Begins again as another form. What was typed since it held what was saved is kept before the rest goes. */
  async function beginAgain(saved: string): Promise<void> {
    const before = new Set([id, typing]);
    const first = await initial();
    untouched.value = JSON.stringify(first);
    await become(typedSince<Form>(JSON.parse(saved), JSON.parse(held()), first));
    restored.value = typed.value;
    if (typed.value) await keep();
    for (const form of before) await forget(form);
    await lookAround();
  }

  async function save(calls: Calls, hold: boolean, taken: string): Promise<ActProblem | null> {
    // What may be taken back must be there whole when it is; and whoever leaves the page now may end the act.
    if (timer !== undefined || (hold && held() !== untouched.value)) await keep();
    const own = { taken, first: untouched.value };
    taking = own;
    typing = newId();
    if (!isNothingTyped()) timer ??= setTimeout(keep, PAUSE_MS);
    const saved = id;
    const problem = await workspace.act(await ids.callsOf(calls), { draft: { key, form: saved }, hold });
    localStorage.removeItem(lastWords(saved));
    // It has begun again by itself meanwhile.
    if (taking !== own) return problem;
    const since = typing;
    if (problem) {
      taking = null;
      typing = saved;
      await keep();
      await forget(since);
      return problem;
    }
    be(since);
    ids.renew();
    written = [];
    restored.value = false;
    if (isNothingTyped()) untouched.value = taken;
    else await beginAgain(taken);
    return null;
  }

  return {
    ...{ restored, ready, typed, others, goOn, discard, ids, keep, held, busy: actGate.busy },
    act: (calls, { hold = false, taken = held() } = {}) =>
      actGate.tap(
        () => save(calls, hold, taken),
        (no) => no === null,
        form,
      ),
    setAside: async (other) => {
      pause();
      const aside = held();
      const kept = await db.drafts.put(asDraft(other)).then(
        () => true,
        () => false,
      );
      if (kept && other !== key) await beginAgain(aside);
      return kept;
    },
    restart: (saved = untouched.value) => beginAgain(saved),
    giveUp: () => beginAgain(held()),
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
