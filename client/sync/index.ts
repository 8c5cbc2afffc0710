// The sync engine of the browser, as screens know it. It knows no word of the product: that comes in as a Domain. What
// only acting and sending need is in running.ts, so that the first screen does not wait for it.

export { type LocalFile, PersonDatabase, type UploadProblem, type UploadProgress } from './database.ts';
export { dexieStore, draftsIn, loadRows } from './dexie-store.ts';
export type { DispatchOptions } from './dispatch.ts';
export { makeRoom, queueFiles, retryFiles } from './files.ts';
export { endWithPage, startAnewAfterBack } from './frozen-page.ts';
export { HOLD_MS, isHeld } from './held.ts';
export { newId } from './ids.ts';
export { clearSynced } from './leave.ts';
export { exclusively, together } from './locks.ts';
export { ForeignAnswer, oursOnly } from './our-answers.ts';
export { besideOf, type DraftOf, forgetOwn, keepOwn, ownDraft } from './own-draft.ts';
export { Scheduler } from './scheduler.ts';
export {
  type AttentionItem,
  type Draft,
  type LocalStore,
  type OutboxEntry,
  SENT_KEPT_MS,
  type SyncStatus,
} from './store.ts';
