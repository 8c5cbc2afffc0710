export { default as ActivityRow } from './ActivityRow.vue';
export { type Effort, effortArgs, effortForm, effortOf, minutesOf } from './activity-form.ts';
export { activityNote, stateTone } from './activity-words.ts';
export { default as EffortFields } from './EffortFields.vue';
export { default as EvidenceList } from './EvidenceList.vue';
export { default as OddNote } from './OddNote.vue';
export { default as TypedBy } from './TypedBy.vue';
