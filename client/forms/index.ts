// What forms and acts have in common, whatever they are about.

export { default as AskDialog } from './AskDialog.vue';
export { default as FormDialog } from './FormDialog.vue';
export { default as NoteDialog } from './NoteDialog.vue';
export { default as ProblemBox } from './ProblemBox.vue';
export { useAct } from './use-act.ts';
