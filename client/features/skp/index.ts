export { default as SkpView } from './SkpView.vue';
