export { default as DocumentButtons } from './DocumentButtons.vue';
export { default as PaperButtons } from './PaperButtons.vue';
export type { Directory } from './papers/people-on-paper.ts';
export { netPayAsPaper, slipAsPaper } from './pay-papers.ts';
