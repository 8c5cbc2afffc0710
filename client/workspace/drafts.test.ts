// Two tabs, each with the same form, on one device. Where a browser gives each tab its own sessionStorage, so do these.

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type EffectScope, effectScope, type Ref, ref } from 'vue';
import { type Draft, draftsIn, forgetOwn, newId, PersonDatabase } from '#client/sync/index.ts';
import { actGate } from '#client/ui/act-gate.ts';
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
/** A tap is no second one of the test before. */
let tapped = 0;
const listeners = new Map<string, Set<() => void>>();

beforeEach(() => {
  db = new PersonDatabase(newId(), {});
  scopes = [];
  tapped += 60_000;
  actGate.keyed(tapped);
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

type Act = Workspace['act'];
/** The draft goes in the same transaction. */
const taken: Act = async (_calls, { draft } = {}) => {
  if (draft) await forgetOwn(draftsIn(db), draft);
  return null;
};

async function open(session = storage(), act: Act = taken): Promise<Tab> {
  vi.stubGlobal('sessionStorage', session);
  const scope = effectScope();
  scopes.push(scope);
  const form = ref({ text: '' });
  const workspace = { db, today: () => '2026-11-26', act } as unknown as Workspace;
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
  await first.draft.giveUp();
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
  await tab.draft.giveUp();
  expect(tab.draft.typed.value).toBe(false);
});

/** Saves "A", and types "A B" while the act is under way. */
async function typedMeanwhile(problem: Awaited<ReturnType<Act>>) {
  const [begun, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const tab = await open(storage(), async (_calls, { draft } = {}) => {
    begun.resolve();
    await answered.promise;
    return problem ?? taken([], draft && { draft });
  });
  await tab.type('A');
  const acting = tab.draft.act([]);
  await begun.promise;
  await tab.type('A B');
  const end = () => {
    answered.resolve();
    return acting;
  };
  return { tab, end };
}

it('what is typed while an act takes the form is kept, and goes on as another form when it begins again', async () => {
  const { tab, end } = await typedMeanwhile(null);
  const before = tab.draft.ids.of('row');
  await end();
  expect(tab.form.value.text).toBe('A B');
  expect(tab.draft.ids.of('row')).not.toBe(before);
  await tab.draft.restart();
  expect(tab.form.value.text).toBe('A B');
  expect(tab.draft.typed.value).toBe(true);
  expect((await db.drafts.toArray()).map(({ value }) => value)).toEqual([{ text: 'A B' }]);
  expect((await open(tab.session)).form.value.text).toBe('A B');
});

it('a page that is left while an act takes its form loses nothing of either', async () => {
  const { tab, end } = await typedMeanwhile(null);
  const again = await open(tab.session);
  expect(again.form.value.text).toBe('A');
  expect(again.draft.others.value.map(({ value }) => value)).toEqual([{ text: 'A B' }]);
  await end();
});

it('what is typed while an act is refused stays one form with what was there', async () => {
  const { tab, end } = await typedMeanwhile({ kind: 'not-saved', why: 'full' });
  expect(await end()).not.toBe(null);
  expect(tab.form.value.text).toBe('A B');
  expect((await db.drafts.toArray()).map(({ value }) => value)).toEqual([{ text: 'A B' }]);
});

it('a form of which an act took only a part goes on with the rest of it', async () => {
  const tab = await open();
  await tab.type('A');
  expect(await tab.draft.act([], { taken: JSON.stringify({ text: '' }) })).toBe(null);
  await tab.draft.restart();
  expect(tab.form.value.text).toBe('A');
  expect((await db.drafts.toArray()).map(({ value }) => value)).toEqual([{ text: 'A' }]);
});

it('saved otherwise than by an act, what was held then goes and what was typed since stays', async () => {
  const tab = await open();
  await tab.type('A');
  const held = tab.draft.held();
  await tab.draft.restart(held);
  expect([tab.form.value.text, await db.drafts.count()]).toEqual(['', 0]);
  await tab.type('B');
  const again = tab.draft.held();
  await tab.type('B C');
  await tab.draft.restart(again);
  expect(tab.form.value.text).toBe('B C');
});

it('a draft as the released version kept it is opened, and saved once', async () => {
  await db.drafts.put({ key: 'note new', value: { text: 'old' }, at: '2026-11-26T00:00:00.000Z' } as Draft);
  const tab = await open();
  expect(tab.form.value.text).toBe('old');
  expect(await tab.draft.act([])).toBe(null);
  await tab.draft.restart();
  expect([tab.form.value.text, await db.drafts.count()]).toEqual(['', 0]);
});
