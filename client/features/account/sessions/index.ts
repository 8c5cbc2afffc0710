export { default as SessionsDialog } from './SessionsDialog.vue';
