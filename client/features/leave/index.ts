export { type DueLeave, loadDueLeaves } from './leave-queries.ts';
export { default as MemberLeave } from './MemberLeave.vue';
