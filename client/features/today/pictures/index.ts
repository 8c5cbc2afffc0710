export { default as PictureCard } from './PictureCard.vue';
