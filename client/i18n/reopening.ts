// Bahasa Indonesia: asking that an approved activity be reopened, and the answer.

import { formatMonth } from './format.ts';

export const reopening = {
  ask: 'Minta dibuka kembali',
  reason: 'Apa yang keliru',
  reasonHint: 'Atasan membaca alasan ini. Kegiatan tetap disetujui sampai dibuka kembali.',
  asked: 'Permintaan terkirim ke atasan begitu tersambung',
  waiting: 'Anda sudah meminta kegiatan ini dibuka kembali',
  withdraw: 'Batalkan permintaan',
  withdrawn: 'Permintaan dibatalkan',
  declined: 'Atasan tidak membuka kembali kegiatan ini',
  askedWith: (reason: string) => `Alasan Anda: ${reason}`,
  reopened: 'Dibuka kembali atas permintaan Anda',
  closed: (month: string) => `TPP ${formatMonth(month)} sudah disetujui`,
  closedNote:
    'Kegiatan bulan itu tidak dibuka kembali. Bila ada yang keliru, sampaikan kepada bendahara: selisihnya dibayar sebagai koreksi di bulan berikutnya.',
  toSlip: 'Lihat TPP saya',
  team: {
    title: (count: number) => `${count} permintaan membuka kembali kegiatan`,
    chip: (count: number) => `${count} minta dibuka kembali`,
    because: (reason: string) => `Alasan: ${reason}`,
    grant: 'Buka kembali',
    grantOf: (title: string) => `Buka kembali: ${title}`,
    decline: 'Tolak',
    declineOf: (title: string) => `Tolak: ${title}`,
    declineTitle: 'Tolak membuka kembali',
    note: 'Alasan untuk pegawai',
  },
};
