export { default as BehaviourCard } from './BehaviourCard.vue';
export { default as LineForm } from './LineForm.vue';
export { default as SkpView } from './SkpView.vue';
export { loadParts, type PlanParts } from './skp-queries.ts';
