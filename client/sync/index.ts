// The sync engine of the browser. It knows no word of the product: that comes in as a Domain.

export { type Draft, type LocalFile, PersonDatabase, type UploadProgress } from './database.ts';
export { dexieStore } from './dexie-store.ts';
export { type Dispatched, dispatch } from './dispatch.ts';
export { type FilePorts, makeRoom, queueFiles, sendAgain, sendFiles } from './files.ts';
export { newId } from './ids.ts';
export { clearSynced } from './leave.ts';
export { exclusively } from './locks.ts';
export { Scheduler } from './scheduler.ts';
export { type AttentionItem, type LocalStore, type OutboxEntry, SENT_KEPT_MS, type SyncStatus } from './store.ts';
export { sync } from './syncer.ts';
export { httpTransport } from './transport.ts';
