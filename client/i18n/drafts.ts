// Bahasa Indonesia: the words of what is typed and not saved.

import { formatMomentLong } from './format.ts';

export const drafts = {
  other: 'Ada isian lain yang belum disimpan',
  otherAt: (at: string) => `Diketik ${formatMomentLong(at)}, di tab atau waktu lain. Isian di bawah ini tidak berubah.`,
  goOn: 'Lanjutkan isian itu',
  discard: 'Buang',
  discardTitle: 'Buang isian ini?',
  discardNote: 'Yang Anda ketik hilang dan tidak dapat dikembalikan.',
};
