export { default as SlipView } from './SlipView.vue';
