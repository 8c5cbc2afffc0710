// What forms and acts have in common, whatever they are about. Acts at the server itself have a file of their own
// (use-office-act.ts), whose words do not come with the first screen.

export type { Calls, CallWithId, IdOf } from '#client/workspace/act-ids.ts';
export { default as AskDialog } from './AskDialog.vue';
export { default as DayField } from './DayField.vue';
export { default as FormDialog } from './FormDialog.vue';
export { default as GiveUp } from './GiveUp.vue';
export { takenBack, useHeldAct } from './held-acts.ts';
export { default as LeftTyped } from './LeftTyped.vue';
export { default as NoteDialog } from './NoteDialog.vue';
export { default as NumberField } from './NumberField.vue';
export type { Note } from './note.ts';
export { default as OtherDrafts } from './OtherDrafts.vue';
export { default as ProblemBox } from './ProblemBox.vue';
export { default as TimeField } from './TimeField.vue';
export { useAct } from './use-act.ts';
