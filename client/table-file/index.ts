export { fileWords, type SampleRow, type ShownProblem } from './shown.ts';
export { default as TableFileCard } from './TableFileCard.vue';
export { default as TableProblems } from './TableProblems.vue';
export { default as TableSample } from './TableSample.vue';
export { type TableFile, useTableFile } from './use-table-file.ts';
