export { default as ActivityRow } from './ActivityRow.vue';
export { activityNote, stateTone } from './activity-words.ts';
export { default as EvidenceList } from './EvidenceList.vue';
export { default as OddNote } from './OddNote.vue';
