// Bahasa Indonesia: what stands beside a field of a form that cannot be saved yet.

import { formatNumber } from './format.ts';

export const filling = {
  tooLong: (letters: number, most: number) =>
    `Terlalu panjang: ${formatNumber(letters)} huruf, paling banyak ${formatNumber(most)}.`,
  wrong: 'Isian ini belum benar.',
  outOfSight:
    'Belum tersimpan: ada isian yang belum benar, tetapi tidak tampak di layar ini. Muat ulang halaman, lalu coba lagi.',
};
