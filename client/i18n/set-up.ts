// Bahasa Indonesia: the words of the first set-up of an agency.

import type { AgencyKind, TimeZone } from '#shared/agency/set-up.ts';

const kinds: Record<AgencyKind, string> = {
  office: 'Perangkat daerah (dinas, badan, kecamatan, …)',
  regency: 'Pemerintah kabupaten',
  city: 'Pemerintah kota',
  province: 'Pemerintah provinsi',
  ministry: 'Kementerian atau lembaga',
};

const zones: Record<TimeZone, string> = {
  'Asia/Jakarta': 'WIB (Jakarta)',
  'Asia/Makassar': 'WITA (Makassar)',
  'Asia/Jayapura': 'WIT (Jayapura)',
};

export const setUp = {
  title: 'Siapkan instansi',
  note: 'Sekali saja, sebelum instansi mulai memakai Kerjaku.',
  kinds,
  zones,
  agency: 'Instansi',
  name: 'Nama instansi',
  nameHint: 'Misalnya Dinas Perhubungan Kabupaten Hulu Sungai Utara',
  kind: 'Jenis',
  zone: 'Zona waktu',
  letterhead: 'Kop surat',
  letterheadHint: 'Baris di atas surat: pemerintah daerah, nama instansi, alamat',
  administrator: 'Administrator pertama',
  administratorNote: 'Ia mengelola pegawai dan menetapkan aturan instansi.',
  person: 'Nama lengkap',
  password: 'Kata sandi',
  templates: 'Aturan dan kalender',
  templatesNote:
    'Aturan penilaian, jam kerja, TPP, dan cuti diisi contoh yang lazim, berlaku mulai 1 Januari tahun ini. Periksa dan ubah di Kelola → Aturan. Hari libur nasional 2026 sudah ada.',
  submit: 'Siapkan',
  done: 'Instansi siap dipakai',
  doneNote: 'Tautan ini tidak berlaku lagi. Masuk dengan NIP dan kata sandi yang baru saja dibuat.',
  signIn: 'Ke halaman masuk',
  gone: 'Tautan ini tidak berlaku lagi',
  again: 'Coba lagi',
  goneNote:
    'Tautan penyiapan hanya dapat dipakai sekali dan berlaku satu hari. Jika instansi belum disiapkan, mulai ulang server: tautan baru tertulis di layarnya.',
};
