// Bahasa Indonesia: the words of signing in, and of opening an account by a one-time code.

import type { NipProblem } from '#shared/people/rules/nip.ts';
import { formatDate } from './format.ts';

const nipProblems: Record<NipProblem, string> = {
  digits: 'NIP hanya berisi angka.',
  length: 'NIP terdiri dari 18 angka.',
  'birth-date': 'Delapan angka pertama NIP (tanggal lahir) tidak benar.',
  'appointment-year': 'Angka ke-9 sampai ke-12 NIP (tahun pengangkatan) tidak benar.',
  'appointment-month': 'Angka ke-13 dan ke-14 NIP (bulan pengangkatan, atau kode PPPK) tidak benar.',
  sex: 'Angka ke-15 NIP harus 1 atau 2.',
};

export const signInWords = {
  nip: 'NIP',
  nipHint: '18 angka, boleh dengan spasi',
  password: 'Kata sandi',
  show: 'Tampilkan kata sandi',
  submit: 'Masuk',
  wrong: 'NIP atau kata sandi salah. Periksa lagi.',
  tooMany: 'Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi.',
  maintenance: 'Server sedang dipelihara. Coba masuk lagi setelah selesai.',
  failed: 'Server sedang bermasalah. Coba lagi sebentar lagi.',
  captive: 'Jaringan ini meminta Anda masuk dahulu. Buka halaman masuk Wi-Fi, lalu kembali ke sini.',
  unreachable:
    'Server tidak dapat dihubungi. Masuk pertama kali membutuhkan jaringan; setelah itu aplikasi bekerja tanpa jaringan.',
  expired: (name: string) =>
    `Waktu masuk ${name} sudah habis. Pekerjaan di perangkat ini tetap aman dan terkirim setelah Anda masuk lagi.`,
  unsentOf: (name: string) => `Ada pekerjaan ${name} yang belum terkirim. Terkirim setelah ia masuk di perangkat ini.`,
  unfinishedOf: (name: string) =>
    `Ada isian ${name} yang belum selesai. Tampil lagi setelah ia masuk di perangkat ini.`,
  continueOffline: 'Lanjut bekerja tanpa mengirim',
  nipProblems,
  left: 'Anda tidak lagi tercatat memegang jabatan di instansi ini, sehingga tidak dapat masuk. Bila ada pekerjaan yang belum terkirim di perangkat ini, simpan sebagai berkas dari halaman Pengiriman dan serahkan ke bagian kepegawaian.',
  forgot: 'Lupa kata sandi?',
  forgotNote:
    'Minta kode aktivasi baru ke bagian kepegawaian. Dengan kode itu Anda membuat kata sandi baru sendiri. Pekerjaan di perangkat ini tidak hilang.',
  haveCode: 'Saya punya kode aktivasi',
  demo: 'Demonstrasi: semua nama dan data adalah rekaan.',
};

export const activation = {
  title: 'Aktifkan akun',
  note: 'Isi kode dari lembar aktivasi Anda, lalu buat kata sandi sendiri.',
  code: 'Kode aktivasi',
  codeHint: '12 huruf dan angka, misalnya 7KQ2-9FXM-4TRA',
  codeWrong: 'Kode terdiri dari 12 huruf dan angka.',
  password: 'Kata sandi baru',
  submit: 'Aktifkan',
  wrong:
    'NIP atau kode ini tidak cocok, sudah dipakai, atau sudah lewat masanya. Minta kode baru ke bagian kepegawaian.',
  wait: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  done: 'Akun aktif',
  doneNote: 'Masuk dengan NIP dan kata sandi yang baru saja Anda buat.',
  toSignIn: 'Ke halaman masuk',
};

export const accounts = {
  title: 'Akun pegawai',
  short: 'Aktivasi, kata sandi, dan yang belum lengkap',
  note: 'Setiap pegawai membuat kata sandinya sendiri dengan kode sekali pakai dari lembar aktivasi.',
  show: 'Tampilkan',
  lists: {
    none: 'Belum punya akun',
    invited: 'Menunggu aktivasi',
    active: 'Akun aktif',
    superior: 'Belum punya atasan',
    postClass: 'Belum punya kelas jabatan',
    all: 'Semua pegawai',
  },
  list: (name: string, count: number) => `${name} (${count})`,
  search: 'Cari nama, NIP, atau unit',
  person: 'Pegawai',
  nip: 'NIP',
  unit: 'Unit kerja',
  state: 'Akun',
  act: 'Tindakan',
  stateOf: (state: 'none' | 'invited' | 'active', day: string | null) =>
    state === 'none'
      ? 'belum ada'
      : state === 'invited'
        ? `kode berlaku sampai ${formatDate(day ?? '')}`
        : day
          ? `aktif, terhubung ${formatDate(day)}`
          : 'aktif',
  noSuperior: 'tanpa atasan',
  noClass: 'tanpa kelas',
  make: (count: number) => `Buat kode aktivasi untuk ${count} pegawai`,
  makeNote:
    'Kode lama mereka tidak berlaku lagi. Yang sudah punya kata sandi tetap dapat memakainya sampai kode dipakai.',
  reset: 'Kode baru',
  resetFor: (name: string) => `Kode baru untuk ${name}`,
  sessions: 'Perangkat',
  sessionsOf: (name: string) => `Perangkat ${name}`,
  ready: (count: number) => `${count} kode siap dicetak`,
  readyNote: (day: string) =>
    `Berlaku sampai ${formatDate(day)}. Kode hanya ditampilkan sekali: unduh lembarnya sekarang. Bila hilang, buat kode baru.`,
  notGiven: (count: number) =>
    `${count} pegawai tidak diberi kode: tanpa jabatan, atau sudah punya akun di instansi lain.`,
  sheet: 'Unduh lembar aktivasi (PDF)',
  sheetName: 'Lembar aktivasi',
  sheetFailed: 'Lembar belum dapat dibuat. Periksa jaringan, lalu coba lagi.',
  none: 'Tidak ada.',
  slip: {
    title: 'Lembar aktivasi Kerjaku',
    steps: (address: string) => [
      '1. Pindai QR dengan kamera HP,',
      `atau buka ${address}`,
      '2. Buat kata sandi Anda sendiri.',
    ],
    code: 'Kode',
    until: (day: string) => `Berlaku sampai ${formatDate(day)}, sekali pakai. Rahasiakan.`,
  },
};

export const sessionWords = {
  title: 'Perangkat yang sedang masuk',
  own: 'perangkat ini',
  unknown: 'Peramban lain',
  line: (since: string, last: string | null) => `masuk ${since}${last ? `, terakhir terhubung ${last}` : ''}`,
  end: 'Keluarkan',
  endOf: (name: string) => `Keluarkan ${name}`,
  endOthers: 'Keluarkan semua perangkat lain',
  ended: 'Dikeluarkan',
  none: 'Tidak ada perangkat yang sedang masuk.',
  note: 'Perangkat yang dikeluarkan harus masuk lagi. Pekerjaan yang belum terkirim di sana tidak hilang.',
  again: 'Coba lagi',
};
