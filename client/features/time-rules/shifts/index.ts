import { defineAsyncComponent } from 'vue';

/** Comes after the first screen: most people have the agency's hours. */
export const WorkDayNote = defineAsyncComponent(() => import('./WorkDayNote.vue'));
