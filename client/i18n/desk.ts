// Bahasa Indonesia: tables on a desk.

import { formatNumber } from './format.ts';

export const desk = {
  filter: 'Saring',
  filterHint: 'Ketik nama, NIP, atau isi kolom mana pun',
  shown: (shown: number, all: number) =>
    shown === all ? `${formatNumber(all)} baris` : `${formatNumber(shown)} dari ${formatNumber(all)} baris`,
  none: 'Tidak ada yang cocok dengan saringan.',
  sort: (title: string) => `Urutkan menurut ${title}`,
  sum: 'Jumlah',
  previous: 'Sebelumnya',
  next: 'Berikutnya',
  close: 'Tutup slip',
  payroll: {
    name: 'Nama',
    base: 'Besaran dasar (Rp)',
    productivity: 'Produktivitas (%)',
    discipline: 'Disiplin (%)',
    adjustments: 'Koreksi (Rp)',
    flags: 'Perlu dilihat',
    total: 'Dibayar (Rp)',
    caption: (month: string) => `TPP per pegawai, ${month}`,
  },
  people: {
    caption: 'Pegawai dan jabatan',
    name: 'Nama',
    nip: 'NIP',
    position: 'Jabatan',
    unit: 'Unit kerja',
    since: 'Sejak',
    act: 'Tindakan',
    move: 'Pindahkan',
  },
  devices: {
    caption: 'Perangkat pegawai',
    name: 'Pegawai',
    state: 'Keadaan',
    unsent: 'Belum terkirim',
    kept: 'Ditolak, disimpan',
    contact: 'Terakhir terhubung',
    app: 'Versi',
  },
  entries: {
    caption: (month: string) => `Kegiatan ${month}`,
    date: 'Tanggal',
    time: 'Waktu',
    title: 'Kegiatan',
    minutes: 'Menit',
    quantity: 'Jumlah',
    unit: 'Satuan',
    state: 'Keadaan',
    kept: 'Tersimpan',
  },
};
