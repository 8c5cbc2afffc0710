export { default as EvidenceEditor } from './EvidenceEditor.vue';
export { default as EvidenceItem } from './EvidenceItem.vue';
export { contentOf, hashesOf, type NewEvidence } from './new-evidence.ts';
