// Bahasa Indonesia: what somebody reads has changed meanwhile.

export const changed = {
  title: 'Isinya berubah sejak Anda baca',
  note: 'Yang Anda ketik tetap ada. Baca isi terbaru, lalu lanjutkan.',
  latest: 'Isi terbaru',
  gone: 'Sudah ditarik dari perangkat lain.',
  goOn: 'Sudah saya baca, lanjutkan',
  marks: { changed: 'Berubah', new: 'Baru' },
  /** Of the entries before a superior. */
  unread: (entries: number) => `${entries} kegiatan baru atau berubah sejak Anda buka; belum ikut diputuskan.`,
  read: 'Sudah saya baca, ikutkan',
};
