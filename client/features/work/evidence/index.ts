export { default as EvidenceEditor } from './EvidenceEditor.vue';
export { default as EvidenceItem } from './EvidenceItem.vue';
export { contentOf, hashesOf, type NewEvidence, type ShownEvidence } from './new-evidence.ts';
export { useSettled } from './use-settled.ts';
