// Bahasa Indonesia: the queue of decisions on daily work.

import { formatDuration, formatNumber } from './format.ts';

const parts = (approve: number, giveBack: number) =>
  [
    approve > 0 ? `setujui ${formatNumber(approve)}` : '',
    giveBack > 0 ? `kembalikan ${formatNumber(giveBack)}` : '',
  ].filter((part) => part !== '');
const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const queue = {
  title: 'Kegiatan menunggu keputusan',
  others: 'Keputusan lain',
  unknown: 'Pegawai ini bukan bawahan Anda',
  summary: (entries: number, people: number) => `${formatNumber(entries)} kegiatan dari ${people} pegawai`,
  /** `amount` is in rupiah; reckoned by what this device knows. */
  heldUp: (amount: string, people: number) => `Menahan sekitar ${amount} milik ${people} pegawai`,
  heldUpOf: (amount: string) => `menahan sekitar ${amount}`,
  count: (entries: number) => `${formatNumber(entries)} kegiatan`,
  dayTotal: (entries: number, minutes: number) => `${entries} kegiatan, ${formatDuration(minutes)}`,
  dayCounts: (minutes: number) => `dihitung ${formatDuration(minutes)}`,
  hint: 'Centang yang dikembalikan; sisanya disetujui.',
  tick: (title: string) => `Kembalikan: ${title}`,
  marks: {
    late: 'Terlambat dicatat',
    overlapping: (minutes: number) => `Bertumpuk ${formatNumber(minutes)} menit`,
    cameBack: 'Pernah dikembalikan',
  },
  changed: 'Yang berubah sejak dikembalikan',
  unchanged: 'Dikirim lagi tanpa perubahan',
  returnedWith: (note: string) => `Catatan Anda waktu itu: ${note}`,
  returnedElsewhere: 'Pernah dikembalikan. Isi sebelumnya hanya ada di perangkat tempat Anda mengembalikannya.',
  before: (value: string) => `semula ${value}`,
  history: 'Riwayat',
  logged: 'Dicatat',
  edited: 'Diubah terakhir',
  submitted: 'Dikirim',
  decided: 'Dikembalikan',
  note: 'Catatan untuk yang dikembalikan',
  reasons: 'Alasan siap pakai',
  /** Before the first own note, and after the own ones. */
  usualReasons: ['Bukti dukung belum ada', 'Jumlah hasil belum sesuai', 'Jelaskan apa yang dihasilkan'],
  decide: (approve: number, giveBack: number) => sentence(parts(approve, giveBack).join(', ')),
  done: (approved: number, returned: number) =>
    [
      approved > 0 ? `${formatNumber(approved)} disetujui` : '',
      returned > 0 ? `${formatNumber(returned)} dikembalikan` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  member: (name: string) => `Halaman ${name}`,
  keys: 'Tombol pintas',
  keysOf: [
    ['J', 'kegiatan berikutnya'],
    ['K', 'kegiatan sebelumnya'],
    ['R', 'centang atau batalkan: dikembalikan'],
    ['1–6', 'pakai alasan siap pakai'],
    ['A', 'putuskan pegawai ini, lalu pegawai berikutnya'],
    ['Z', 'urungkan keputusan terakhir (10 detik)'],
    ['?', 'tampilkan tombol pintas ini'],
  ],
  choose: 'Pilih kegiatan untuk melihat bukti dan riwayatnya.',
};

export const undo = {
  undo: 'Urungkan',
  /** What is held, by how many acts: the words of the act itself come before. */
  held: (acts: number) => `${acts} tindakan tersimpan`,
  seconds: (left: number) => `${left} dtk`,
  undone: 'Diurungkan; tidak ada yang terkirim',
  tooLate: 'Sudah terkirim, tidak dapat diurungkan lagi. Buka kembali di halaman pegawai bila keliru.',
};
