// Bahasa Indonesia: the file by which unsent work leaves a device, and comes in elsewhere.

export const unsentFile = {
  title: 'Pekerjaan yang belum terkirim',
  fileName: 'belum terkirim',
  typed: 'Isian',
  typedNote: 'Belum disimpan, hanya untuk dibaca',
  what: 'Berkas ini memuat pekerjaan yang belum sampai di server. Simpan, lalu serahkan kepada pengelola aplikasi di kantor, atau buka di menu Pengiriman pada perangkat lain. Dimasukkan dua kali pun tidak menjadi ganda.',
  card: 'Bila jaringan tidak kunjung kembali',
  cardNote:
    'Simpan semua yang belum terkirim ke satu berkas. Berkas itu dapat dibaca siapa saja dan dimasukkan di perangkat lain atau oleh pengelola di kantor.',
  otherNote: 'Punya berkas dari perangkat lain? Masukkan di sini.',
  save: 'Simpan ke berkas',
  share: 'Bagikan berkas',
  saved: 'Berkas disimpan di folder unduhan. Pekerjaan Anda juga tetap ada di perangkat ini.',
  open: 'Masukkan berkas',
  wrong: 'Berkas ini bukan berkas pekerjaan dari Kerjaku, atau sudah rusak.',
  notYours: (name: string) => `Berkas ini milik ${name}. Hanya ia sendiri atau pengelola yang dapat memasukkannya.`,
  askTitle: 'Masukkan pekerjaan ini?',
  ask: (count: number, files: number, name: string) =>
    `${name}: ${count} pekerjaan${files > 0 ? ` dan ${files} berkas bukti` : ''}.`,
  harmless: 'Yang sudah ada di server tidak menjadi ganda.',
  inside: 'Isi berkas',
  ownWorkOnly: 'Hanya pekerjaan sendiri yang dimasukkan. Keputusan atas pekerjaan orang lain tidak.',
  brought: 'Dibawa lewat berkas',
  broughtNote:
    'Pekerjaan Anda yang dimasukkan orang lain dari berkas. Bila Anda tidak memintanya, beri tahu atasan Anda.',
  broughtBy: (count: number, name: string) => `${count} pekerjaan, oleh ${name}`,
  bring: 'Masukkan',
  done: (count: number, name: string) => `${count} pekerjaan ${name} sudah di server.`,
  refused: (count: number) => `${count} tidak diterima:`,
  filesLeftOut: (count: number) =>
    `${count} berkas bukti tidak dimasukkan: isinya bukan foto atau PDF yang disebut catatannya.`,
  problems: {
    'no-network': 'Server tidak dapat dihubungi. Coba lagi saat tersambung; berkasnya tetap utuh.',
    'not-allowed': 'Anda perlu masuk lagi sebelum memasukkan berkas.',
    unsigned: 'Berkas ini tidak membuktikan siapa pembuatnya. Hanya pemiliknya sendiri yang dapat memasukkannya.',
    maintenance: 'Server sedang dipelihara. Coba lagi setelah selesai.',
    failed: 'Berkas belum dapat dimasukkan. Coba lagi; berkasnya tetap utuh.',
  },
  adminTitle: 'Masukkan pekerjaan dari berkas',
  adminNote: 'Untuk pegawai yang perangkatnya tidak dapat tersambung. Nama Anda dicatat sebagai yang memasukkan.',
};
