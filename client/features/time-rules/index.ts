export { default as PreviewCard } from './PreviewCard.vue';
export { default as WeekHoursFields } from './WeekHoursFields.vue';
