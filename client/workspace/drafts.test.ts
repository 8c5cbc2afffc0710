// Two tabs, each with the same form, on one device. Where a browser gives each tab its own sessionStorage, so do these.

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type EffectScope, effectScope, type Ref, ref } from 'vue';
import { newId, PersonDatabase } from '#client/sync/index.ts';
import { type DraftState, useDraft } from './drafts.ts';
import type { Workspace } from './workspace.ts';

type Store = Record<string, unknown>;
/** Its entries are its own properties, as those of the browser's are. */
function storage(): Store {
  const methods = {
    getItem(this: Store, name: string) {
      return this[name] ?? null;
    },
    setItem(this: Store, name: string, value: string) {
      this[name] = value;
    },
    removeItem(this: Store, name: string) {
      delete this[name];
    },
  };
  return Object.create(methods);
}

let db: PersonDatabase;
let scopes: EffectScope[];
const listeners = new Map<string, Set<() => void>>();

beforeEach(() => {
  db = new PersonDatabase(newId(), {});
  scopes = [];
  listeners.clear();
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('addEventListener', (name: string, hear: () => void) =>
    listeners.set(name, (listeners.get(name) ?? new Set()).add(hear)),
  );
  vi.stubGlobal('removeEventListener', (name: string, hear: () => void) => listeners.get(name)?.delete(hear));
});
afterEach(() => {
  for (const scope of scopes) scope.stop();
  db.close();
  vi.unstubAllGlobals();
});

interface Tab {
  session: Store;
  form: Ref<{ text: string }>;
  draft: DraftState;
  type: (text: string) => Promise<void>;
  scope: EffectScope;
}

async function open(session = storage()): Promise<Tab> {
  vi.stubGlobal('sessionStorage', session);
  const scope = effectScope();
  scopes.push(scope);
  const form = ref({ text: '' });
  const workspace = { db, today: () => '2026-11-26', act: async () => null } as unknown as Workspace;
  const draft = scope.run(() => useDraft(workspace, 'note new', form, async () => ({ text: '' }))) as DraftState;
  await vi.waitFor(() => expect(draft.ready.value).toBe(true));
  const type = async (text: string) => {
    vi.stubGlobal('sessionStorage', session);
    form.value.text = text;
    await draft.keep();
  };
  return { session, form, draft, type, scope };
}

it('what is typed in two tabs stays in both, and each is loaded again with its own', async () => {
  const [first, second] = [await open(), await open()];
  await second.type('B');
  await first.type('A');
  expect((await open(second.session)).form.value.text).toBe('B');
  expect((await open(first.session)).form.value.text).toBe('A');
});

it('the form that is saved in one tab leaves what is typed in the other, and a new tab offers it', async () => {
  const [first, second] = [await open(), await open()];
  await second.type('B');
  await first.type('A');
  await first.draft.restart();
  expect((await open(second.session)).form.value.text).toBe('B');
  const third = await open();
  expect(third.form.value.text).toBe('B');
});

it('the other form is offered; whoever goes on with it keeps what was typed here', async () => {
  const [first, second] = [await open(), await open()];
  await first.type('A');
  await second.type('B');
  const tab = await open(second.session);
  expect(tab.draft.others.value.map(({ value }) => value)).toEqual([{ text: 'A' }]);
  const [other] = tab.draft.others.value;
  if (!other) throw new Error('nothing is offered');
  await tab.draft.goOn(other);
  expect(tab.form.value.text).toBe('A');
  expect(tab.draft.others.value.map(({ value }) => value)).toEqual([{ text: 'B' }]);
  const [back] = tab.draft.others.value;
  if (back) await tab.draft.discard(back);
  expect(tab.draft.others.value).toEqual([]);
  expect((await open(tab.session)).form.value.text).toBe('A');
});

it('two tabs that began with one draft are two forms from the first word on that differs', async () => {
  const before = await open();
  await before.type('begun');
  const [first, second] = [await open(), await open()];
  first.draft.ids.of('row');
  await first.type('begun here');
  second.draft.ids.of('row');
  await second.type('begun there');
  expect((await open(first.session)).form.value.text).toBe('begun here');
  expect((await open(second.session)).form.value.text).toBe('begun there');
  expect(first.draft.ids.of('row')).not.toBe(second.draft.ids.of('row'));
});

it('last words of two tabs that are left at once are both there', async () => {
  const [first, second] = [await open(), await open()];
  first.form.value.text = 'A';
  second.form.value.text = 'B';
  await Promise.resolve();
  for (const hear of listeners.get('pagehide') ?? []) hear();
  const texts = [await open(first.session), await open(second.session)].map(({ form }) => form.value.text);
  expect(texts).toEqual(['A', 'B']);
});

it('a form as it was begun has nothing typed in it', async () => {
  const tab = await open();
  expect(tab.draft.typed.value).toBe(false);
  await tab.type('A');
  expect(tab.draft.typed.value).toBe(true);
  await tab.draft.restart();
  expect(tab.draft.typed.value).toBe(false);
});
