// A paper that is registered nowhere, as a file.

import { loadFonts } from './fonts.ts';
import type { Paper } from './paper.ts';

export async function fileOf(paper: Paper, name: string, as: 'page' | 'workbook'): Promise<File> {
  const safe = name.replaceAll(/[\\/:*?"<>|]/g, ' ');
  if (as === 'workbook') {
    const { workbookOf } = await import('./workbook.ts');
    return new File([await workbookOf(paper)], `${safe}.xlsx`);
  }
  const [{ pdfOf }, fonts] = await Promise.all([import('./pdf.ts'), loadFonts()]);
  return new File([pdfOf(paper, { mark: null, fonts }) as BlobPart], `${safe}.pdf`, { type: 'application/pdf' });
}
