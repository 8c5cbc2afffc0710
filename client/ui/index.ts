// The whole design, as components. None of them knows what the product is about.

export { default as AppButton } from './AppButton.vue';
export { default as AppCard } from './AppCard.vue';
export { default as AppDialog } from './AppDialog.vue';
export { default as AppField } from './AppField.vue';
export { actGate, gateOfItsOwn } from './act-gate.ts';
export { default as EmptyState } from './EmptyState.vue';
export { default as ListRow } from './ListRow.vue';
export { default as NoticeBox } from './NoticeBox.vue';
export { default as ScreenTitle } from './ScreenTitle.vue';
export { default as SelectInput } from './SelectInput.vue';
export { default as StatTile } from './StatTile.vue';
export { default as StatusChip, type Tone } from './StatusChip.vue';
export { default as TextInput } from './TextInput.vue';
export { default as ToastHost } from './ToastHost.vue';
export { toast } from './toasts.ts';
