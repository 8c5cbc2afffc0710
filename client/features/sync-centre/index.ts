export { default as PendingMark } from './PendingMark.vue';
export { default as SyncBadge } from './SyncBadge.vue';
export { usePendingKeys } from './use-pending-keys.ts';
export { useSyncState } from './use-sync-state.ts';
