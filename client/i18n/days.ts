// Bahasa Indonesia: the words of the fields for days and times, and of their calendar.

import { formatMonth, formatNumber } from './format.ts';
import type { DayProblem } from './typed-day.ts';

/** Why what is typed is no day, or no time, as it stands beside the field. */
function problem(no: DayProblem): string {
  switch (no.why) {
    case 'day':
      return 'Tanggal ini tidak terbaca. Tulis hari, bulan, tahun, misalnya 24/11/2026.';
    case 'day-of-month':
      return `Tanggal ${no.day} tidak ada di bulan ${formatMonth(no.month)}.`;
    case 'month':
      return `Bulan ${no.month} tidak ada. Tulis hari dulu, lalu bulan, misalnya 24/11/2026.`;
    case 'year':
      return `Tahun ${no.year} di luar jangkauan. Tulis tahun antara 1900 dan 2200.`;
    case 'no-time':
      return 'Tulis juga jamnya, misalnya 24/11/2026 08.00.';
    case 'time':
      return 'Jam ini tidak terbaca. Tulis misalnya 08.00 atau 0800.';
    case 'hour':
      return no.hour === 24 ? 'Tengah malam ditulis 00.00.' : `Jam ${formatNumber(no.hour)} tidak ada.`;
    case 'minute':
      return `Menit ${no.minute} tidak ada: paling banyak 59.`;
  }
}

export const days = {
  problem,
  noDay: 'Tanggal atau tahun ini tidak benar.',
  example: { day: 'hh/bb/tttt', moment: 'hh/bb/tttt jj.mm', time: 'jj.mm' },
  after: (date: string) => `Paling akhir ${date}.`,
  calendar: {
    open: 'Buka kalender',
    previousYear: 'Tahun sebelumnya',
    previousMonth: 'Bulan sebelumnya',
    nextMonth: 'Bulan berikutnya',
    nextYear: 'Tahun berikutnya',
    today: 'Hari ini',
    holiday: (name: string) => `libur: ${name}`,
    unreachable: 'tidak dapat dipilih',
    /** From Monday on. */
    weekdays: [
      { short: 'Sen', long: 'Senin' },
      { short: 'Sel', long: 'Selasa' },
      { short: 'Rab', long: 'Rabu' },
      { short: 'Kam', long: 'Kamis' },
      { short: 'Jum', long: 'Jumat' },
      { short: 'Sab', long: 'Sabtu' },
      { short: 'Min', long: 'Minggu' },
    ],
  },
};
