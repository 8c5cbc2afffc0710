// Bahasa Indonesia: reading a table that somebody brings, whatever it is about.

import type { MomentFault } from '#client/table-file/reading/index.ts';
import { formatDate, formatNumber } from './format.ts';

/** What is wrong with a cell, whatever the file is about. */
export const cellFaults: Record<MomentFault, string> = {
  unreadable: 'tidak terbaca',
  unlikely: 'tidak masuk akal',
  'half-missing': 'tanpa AM/PM, padahal jam lain di kolom ini memakainya',
  'zone-missing': 'tanpa zona waktu, padahal jam lain di kolom ini memakainya',
  error: 'berisi kesalahan dari program pengolah angka',
  merged: 'digabung dengan sel lain; pisahkan sel itu dan isi setiap baris',
};

export const tableWords = {
  choose: 'Pilih berkas',
  chooseOther: 'Pilih berkas lain',
  cancel: 'Batalkan',
  stages: {
    loading: 'Menyiapkan pembaca berkas…',
    unpacking: 'Membuka berkas…',
    reading: 'Membaca baris…',
  },
  fileProblems: {
    unreadable: 'Berkas ini tidak dapat dibaca. Simpan sebagai XLSX atau CSV, lalu coba lagi.',
    locked:
      'Berkas ini dikunci dengan kata sandi. Buka di program pengolah angka, hapus kata sandinya, lalu simpan lagi.',
    'too-large': 'Berkas ini terlalu besar. Bagi menjadi beberapa berkas, misalnya per bulan.',
    'too-many-rows': 'Berkas ini berisi lebih dari 200.000 baris. Bagi menjadi beberapa berkas, misalnya per bulan.',
    'not-loaded':
      'Pembaca berkas belum dapat dimuat, atau memori perangkat tidak cukup. Periksa jaringan, muat ulang halaman ini, lalu coba lagi.',
  },
  empty: 'Berkas ini tidak berisi baris data.',
  emptySheet: (name: string) => `Lembar “${name}” tidak berisi baris data.`,
  sheet: 'Lembar',
  chooseSheet: 'Pilih lembar',
  sheetNote: 'Berkas ini berisi beberapa lembar. Hanya lembar yang dipilih yang dibaca.',
  hiddenSheet: (name: string) => `${name} (tersembunyi)`,
  order: (example: string) => `“${example}” adalah tanggal berapa?`,
  orderChoice: (date: string) => formatDate(date),
  useAnswers: 'Pakai jawaban ini',
  wrong: (count: number) => `${formatNumber(count)} masalah: baris ini tidak ikut disimpan`,
  row: (row: number) => `Baris ${formatNumber(row)}`,
  column: (title: string) => `kolom ${title}`,
  more: (count: number) => `dan ${formatNumber(count)} lagi`,
  problemsFile: 'Unduh baris yang perlu diperbaiki',
  sample: 'Contoh hasil baca',
  sampleNote: 'Bandingkan dengan berkas sebelum menyimpan.',
  sampleHeads: { row: 'Baris', file: 'Di berkas', read: 'Dibaca sebagai' },
};
