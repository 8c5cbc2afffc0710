// Bahasa Indonesia: what is odd about the time of an entry, as both who writes it and who decides it read it.

import type { Oddity } from '#shared/work/rules/odd-work.ts';
import { formatDuration } from './format.ts';

export function oddityText(odd: Oddity): string {
  switch (odd.is) {
    case 'ahead':
      return 'Dicatat sebelum waktunya: selesainya lebih akhir daripada saat dicatat.';
    case 'long':
      return `Lebih dari 12 jam untuk satu kegiatan: ${formatDuration(odd.minutes)}.`;
    case 'overlapping':
      return `Waktunya bertumpuk dengan “${odd.title}”.`;
    case 'more-than-the-day':
      return odd.day === 1440
        ? `Semua kegiatan di tanggal itu ${formatDuration(odd.minutes)}, lebih dari sehari.`
        : `Semua kegiatan di tanggal itu ${formatDuration(odd.minutes)}, padahal saat dicatat harinya baru berjalan ${formatDuration(odd.day)}.`;
  }
}
