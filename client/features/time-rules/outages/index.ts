export { default as TimelinessNote } from './TimelinessNote.vue';
export { default as TimingNote } from './TimingNote.vue';
