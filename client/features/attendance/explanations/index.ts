export { default as MemberExplanation } from './MemberExplanation.vue';
export { stateTone } from './state-tone.ts';
export { useOfficeCount } from './use-office-count.ts';
