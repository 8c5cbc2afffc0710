export { default as DocumentButtons } from './DocumentButtons.vue';
