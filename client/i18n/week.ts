// Bahasa Indonesia: the week as a sheet.

import { formatDay, formatNumber } from './format.ts';

const sides = { minutes: 'menit', quantity: 'jumlah' } as const;

/** What is wrong in a cell. */
interface CellProblem {
  title: string;
  date: string;
  side: keyof typeof sides;
  why: 'missing' | 'unread' | 'result';
}

export const week = {
  title: 'Pekan kerja',
  open: 'Isi sepekan',
  note: 'Ketik menit dan jumlah hasil seperti di lembar kerja. Tombol panah berpindah, Enter mengubah, Delete mengosongkan; salin dan tempel dari lembar kerja juga bisa.',
  previous: 'Pekan sebelumnya',
  next: 'Pekan berikutnya',
  of: (from: string, until: string) => `${from} – ${until}`,
  grid: 'Kegiatan sepekan',
  kind: 'Pekerjaan',
  sides,
  total: 'Jumlah menit',
  cell: (title: string, date: string, side: keyof typeof sides, value: string, more: string) =>
    [`${title}, ${formatDay(date)}, ${sides[side]}`, value || 'kosong', more].filter((part) => part !== '').join(', '),
  cellIs: {
    open: '',
    closed: 'belum waktunya',
    locked: 'sudah disetujui',
    several: 'beberapa kegiatan, ubah di halaman harinya',
  },
  typed: 'belum disimpan',
  lateMark: 'terlambat',
  late: (days: string[]) =>
    `Batas pencatatan sudah lewat untuk ${days.join(', ')}. Isian pada hari itu tetap tersimpan dan terkirim, tetapi dihitung terlambat.`,
  result: 'RHK',
  chooseResult: 'Pilih RHK',
  resultOf: (title: string) => `RHK untuk ${title}`,
  copyLast: 'Salin minggu lalu',
  copied: (cells: number) =>
    cells > 0 ? `${cells} kegiatan disalin ke lembar ini, belum disimpan` : 'Tidak ada yang dapat disalin',
  addTitle: 'Tambah pekerjaan',
  addRow: 'Tambah baris',
  titleOf: 'Apa yang dikerjakan',
  unit: 'Satuan',
  rowExists: 'Pekerjaan ini sudah ada di lembar.',
  save: 'Simpan',
  send: (drafts: number) => `Simpan dan kirim ke atasan (${drafts})`,
  saved: (cells: number) => `${cells} isian tersimpan di perangkat`,
  nothing: 'Belum ada yang diketik',
  discard: 'Buang yang belum disimpan',
  unsaved: (cells: number) => `${cells} isian belum disimpan. Tetap ada di sini walau halaman ditutup.`,
  problems: (count: number) => `${count} isian perlu diperbaiki`,
  problem: ({ title, date, side, why }: CellProblem) => {
    if (why === 'result') return `${title}: pilih RHK-nya.`;
    const where = `${title}, ${formatDay(date)}`;
    if (why === 'missing') return `${where}: ${sides[side]} belum diisi.`;
    return `${where}: ${sides[side]} tidak terbaca. Tulis angka, misalnya ${side === 'minutes' ? '90 (paling banyak 1.440)' : '14 atau 1,5'}.`;
  },
  changed: {
    title: 'Isinya berubah sejak Anda ketik',
    note: 'Yang Anda ketik tetap ada. Pilih dahulu mana yang dipakai, baru simpan.',
    stored: {
      logged: (texts: string) => `Sudah tercatat ${texts}.`,
      edited: (texts: string) => `Sudah diubah menjadi ${texts}.`,
      gone: () => 'Kegiatannya sudah dihapus.',
      locked: (texts: string) => `Sudah disetujui atasan (${texts}) dan tidak dapat diubah.`,
      several: (_texts: string, entries: number) => `Sudah ada ${entries} kegiatan, ubah di halaman harinya.`,
    },
    where: (title: string, date: string) => `${title}, ${formatDay(date)}`,
    texts: (minutes: string, quantity: string, unit: string) => `${minutes || '–'} menit, ${quantity || '–'} ${unit}`,
    typed: (texts: string) => `Anda mengetik ${texts}.`,
    emptied: 'Anda mengosongkannya.',
    keep: 'Pakai yang saya ketik',
    take: 'Pakai yang tersimpan',
  },
  paste: {
    title: 'Periksa yang ditempel',
    note: (cells: number) =>
      `${formatNumber(cells)} isian akan masuk ke lembar. Belum disimpan sebelum Anda menekan Simpan.`,
    none: 'Tidak ada yang dapat dimasukkan.',
    row: (row: number) => `Baris ${row}`,
    newRow: 'baris baru',
    values: (count: number) => `${count} isian`,
    take: 'Masukkan',
    unread: (text: string, side: keyof typeof sides) => `“${text}” bukan ${sides[side]}`,
    notHere: (date: string, why: string) => `${formatDay(date)} tidak dapat diisi: ${why}`,
    second: (date: string, row: number) =>
      `${formatDay(date)} sudah diisi baris ${row}. Satu kotak memuat satu kegiatan; catat yang kedua di halaman harinya.`,
    replaces: (date: string, side: keyof typeof sides, before: string, after: string) =>
      `${formatDay(date)}: ${sides[side]} ${before} yang sudah Anda ketik diganti ${after}`,
    noRow: 'tidak ada baris untuk ini',
    noUnit: 'satuan belum ada',
    tooWide: (cells: number) => `${cells} kolom di luar pekan ini`,
  },
};
