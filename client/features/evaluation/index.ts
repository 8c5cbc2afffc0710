export { predicateTone, reachedText } from './evaluation-words.ts';
export { default as FeedbackList } from './FeedbackList.vue';
