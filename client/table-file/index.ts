export { default as ColumnChoices } from './ColumnChoices.vue';
export { fileWords, type SampleRow, type ShownProblem } from './shown.ts';
export { default as TableFileCard } from './TableFileCard.vue';
export { default as TableReview } from './TableReview.vue';
export { type TableFile, useTableFile } from './use-table-file.ts';
