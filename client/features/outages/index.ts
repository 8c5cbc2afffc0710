export { default as TimelinessNote } from './TimelinessNote.vue';
