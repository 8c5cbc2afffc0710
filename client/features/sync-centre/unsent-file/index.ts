export { default as BroughtFiles } from './BroughtFiles.vue';
export { default as UnsentExport } from './UnsentExport.vue';
export { default as UnsentImport } from './UnsentImport.vue';
