export { default as NoneYet } from './NoneYet.vue';
export { default as NothingKnown } from './NothingKnown.vue';
export { default as PendingMark } from './PendingMark.vue';
export { default as SyncBadge } from './SyncBadge.vue';
export { useKnown } from './use-known.ts';
export { usePendingKeys } from './use-pending-keys.ts';
export { useReached } from './use-reached.ts';
export { useSyncState } from './use-sync-state.ts';
