// A draft belongs to one form, by its id. Two forms of one kind may be open at once, in two tabs: whichever comes first has
// the key, the other one's draft lies beside it. No form writes over another's, and none forgets another's.

import type { Draft, LocalTransaction } from './store.ts';

export type DraftStore = Pick<LocalTransaction, 'draft' | 'keepDraft' | 'forgetDraft'>;

/** Which form's draft, and under which key that form looks for it. */
export interface DraftOf {
  key: string;
  form: string;
}

/** What lies beside a key begins with this. */
export const besideOf = (key: string) => `${key}#`;
const beside = ({ key, form }: DraftOf) => `${besideOf(key)}${form}`;

/** A draft of an older app names no form: it is whose it is found by. */
const isOf = (draft: Draft | undefined, form: string) =>
  draft !== undefined && (draft.form === undefined || draft.form === form);

export async function ownDraft(store: DraftStore, of: DraftOf): Promise<Draft | undefined> {
  const [first, second] = [await store.draft(of.key), await store.draft(beside(of))];
  const own = isOf(first, of.form) ? first : second;
  return own && { ...own, key: of.key };
}

export async function keepOwn(store: DraftStore, draft: Draft & DraftOf): Promise<void> {
  const there = await store.draft(draft.key);
  if (there && !isOf(there, draft.form)) return store.keepDraft({ ...draft, key: beside(draft) });
  await store.keepDraft(draft);
  await store.forgetDraft(beside(draft));
}

export async function forgetOwn(store: DraftStore, of: DraftOf): Promise<void> {
  if (isOf(await store.draft(of.key), of.form)) await store.forgetDraft(of.key);
  await store.forgetDraft(beside(of));
}
