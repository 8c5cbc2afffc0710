// Bahasa Indonesia: a list of holidays from a file, or as it is pasted.

import type { HolidayProblem } from '#client/features/time-rules/holiday-list.ts';
import { formatNumber } from './format.ts';
import { cellFaults } from './tables.ts';

export const holidayFile = {
  file: 'Dari berkas',
  note: 'Pilih berkas XLSX, XLS, ODS, atau CSV dengan kolom Tanggal, Nama, dan bila ada Jenis (libur, cuti bersama, tetap hari kerja).',
  orderNote: 'Tanggal di daftar ini dapat dibaca dengan dua cara.',
  chooseOrder: '– pilih –',
  counts: (rows: number, days: number, problems: number) =>
    `${formatNumber(rows)} baris dibaca: ${formatNumber(days)} hari, ${formatNumber(problems)} masalah`,
  tooMany: (most: number) => `Paling banyak ${formatNumber(most)} hari sekaligus. Bagi daftarnya, misalnya per tahun.`,
  problems: {
    'date-missing': 'Tanggal kosong',
    'date-wrong': `Tanggal ${cellFaults.unreadable}`,
    'date-unlikely': `Tahun ${cellFaults.unlikely}`,
    'name-missing': 'Nama hari kosong',
    'name-long': 'Nama hari terlalu panjang',
    'kind-unknown': 'Jenis tidak dikenal; tulis libur, cuti bersama, atau tetap hari kerja',
    'cell-error': `Sel ${cellFaults.error}`,
    'cell-merged': `Sel ${cellFaults.merged}`,
    'row-broken': 'Baris tidak dapat diuraikan; periksa tanda kutip dan pemisahnya',
    duplicate: 'Tanggal ini sudah ada di baris sebelumnya, dengan isi yang lain',
  } satisfies Record<HolidayProblem, string>,
};
