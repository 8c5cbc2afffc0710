export { default as DocumentButtons } from './DocumentButtons.vue';
export { default as PaperButtons } from './PaperButtons.vue';
export type { Directory } from './papers/people-on-paper.ts';
export { netPayAsPaper, slipAsPaper } from './pay-papers.ts';
export type { Slip, SlipSheet } from './slips.ts';

import type { SlipSheet } from './slips.ts';

/** Slips with one-time codes as a file. Fails where the parts that draw them are neither here nor to be had. */
export async function slipsFile(sheet: SlipSheet, name: string): Promise<File> {
  const [{ slipsPdf }, { loadFonts }] = await Promise.all([import('./slips.ts'), import('./fonts.ts')]);
  return new File([slipsPdf(sheet, await loadFonts()) as BlobPart], `${name}.pdf`, { type: 'application/pdf' });
}
