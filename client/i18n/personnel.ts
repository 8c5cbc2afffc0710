// Bahasa Indonesia: bringing the people of an agency in from a file.

import type { Field, FileKind } from '#client/features/people/import/columns.ts';
import type { RowProblemKind } from '#client/features/people/import/read-personnel.ts';
import type { PersonChange } from '#shared/people/rules/personnel.ts';
import { formatDate, formatNumber } from './format.ts';

const fields: Record<Field, string> = {
  nip: 'NIP',
  name: 'Nama',
  frontTitle: 'Gelar depan',
  backTitle: 'Gelar belakang',
  birthDate: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  employment: 'Status kepegawaian',
  standing: 'Kedudukan hukum',
  grade: 'Golongan',
  position: 'Jabatan',
  postKind: 'Jenis jabatan',
  echelon: 'Eselon',
  since: 'TMT jabatan',
  unitId: 'ID unit (UNOR ID)',
  unit: 'Unit kerja',
  parentId: 'ID unit induk',
  parent: 'Unit induk',
  superior: 'NIP atasan',
  postClass: 'Kelas jabatan',
};

const problems: Record<RowProblemKind, string> = {
  'nip-missing': 'NIP kosong',
  'nip-number':
    'NIP tersimpan sebagai angka, sehingga digit akhirnya hilang. Ubah kolomnya menjadi teks dan isi NIP-nya lagi',
  'nip-length': 'NIP harus 18 digit',
  'nip-digits': 'NIP hanya boleh berisi angka',
  'nip-birth-date': '8 digit pertama NIP bukan tanggal lahir',
  'nip-appointment-year': 'Digit 9–12 NIP bukan tahun pengangkatan',
  'nip-appointment-month': 'Digit 13–14 NIP bukan bulan pengangkatan',
  'nip-sex': 'Digit ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan)',
  'birth-differs': 'Tanggal lahir tidak sama dengan yang di NIP',
  'sex-differs': 'Jenis kelamin tidak sama dengan yang di NIP',
  'name-missing': 'Nama kosong',
  'text-long': 'Isi sel lebih dari 200 huruf',
  'unit-missing': 'Unit kerja kosong',
  'position-missing': 'Jabatan kosong',
  'since-wrong': 'TMT jabatan bukan tanggal',
  'superior-wrong': 'NIP atasan keliru',
  'superior-unknown': 'Atasan tidak ada di berkas dan tidak terdaftar',
  'class-wrong': 'Kelas jabatan harus 1 sampai 17',
  duplicate: 'Sudah ada di baris lain dengan isi berbeda',
  'own-parent': 'Unit menjadi induk dirinya sendiri',
  'unit-ambiguous': 'Ada beberapa unit dengan nama ini. Isi unit induknya atau ID unitnya',
  'position-unknown': 'Tidak ada pegawai dengan jabatan ini',
  'later-post': 'Sudah punya jabatan lain yang dimulai sesudah tanggal berlaku',
  'cell-error': 'Sel berisi kesalahan dari program pengolah angka',
  'cell-merged': 'Sel digabung dengan sel lain; pisahkan dan isi setiap baris',
  'row-broken': 'Baris tidak dapat dipisahkan menjadi kolom',
};

const changes: Record<PersonChange, string> = {
  new: 'Baru',
  returned: 'Kembali',
  moved: 'Pindah jabatan',
  promoted: 'Naik golongan',
  superior: 'Ganti atasan',
  corrected: 'Data diperbaiki',
  left: 'Keluar',
};

const kinds: Record<FileKind, string> = {
  people: 'Daftar pegawai',
  units: 'Susunan unit kerja',
  classes: 'Kelas jabatan',
};

export const personnel = {
  title: 'Impor pegawai',
  short: 'Dari berkas SIASN atau daftar sendiri',
  note: 'Berkas dari SIASN (profil pegawai 69 kolom, HierarkiUnor), daftar pegawai sendiri, atau daftar kelas jabatan: XLSX atau CSV. Mulailah dengan susunan unit. Belum ada yang disimpan sebelum Anda menekan tombol simpan.',
  kind: (kind: FileKind) => `Isi berkas: ${kinds[kind]}`,
  unknown: 'Berkas ini belum dikenali',
  unknownNote:
    'Daftar pegawai perlu kolom NIP, nama, jabatan, dan unit kerja. Susunan unit perlu kolom nama unit dan induknya. Daftar kelas perlu kolom jabatan dan kelas. Pilih kolomnya di bawah.',
  columns: 'Kolom di berkas',
  columnsNote: 'Dikenali dari judulnya. Ubah bila keliru; pilihan Anda diingat untuk berkas yang sama.',
  showColumns: (known: number) => `${formatNumber(known)} kolom dikenali`,
  noColumn: 'Tidak ada',
  columnNumber: (number: number, example: string) => `Kolom ${number}${example ? ` (${example})` : ''}`,
  fields,
  problems,
  from: 'Berlaku mulai',
  fromHint: 'Jabatan dengan TMT sesudah tanggal ini berlaku mulai TMT-nya. Sebelum tanggal ini tidak ada yang berubah.',
  complete: 'Berkas ini memuat semua pegawai instansi',
  completeNote: 'Bila dicentang, pegawai yang tidak ada di berkas dianggap keluar dan tidak dapat masuk lagi.',
  completeNot: 'Perbaiki dahulu baris yang bermasalah: orangnya tidak boleh keliru dianggap keluar.',
  orderQuestion: (example: string) => `“${example}” adalah tanggal berapa?`,
  choose: 'Pilih',
  counts: (rows: number, changed: number, wrong: number) =>
    `${formatNumber(rows)} baris dibaca: ${formatNumber(changed)} perubahan${wrong > 0 ? `, ${formatNumber(wrong)} baris bermasalah` : ''}`,
  nothing: 'Tidak ada yang berubah: data di aplikasi sudah sama dengan berkas ini.',
  report: 'Yang akan berubah',
  reportNote: (from: string) => `Mulai ${formatDate(from)}. Jabatan lama tetap tercatat.`,
  units: (count: number) => `${formatNumber(count)} unit baru atau diubah`,
  byUnit: 'Menurut unit kerja',
  unit: 'Unit kerja',
  changes,
  person: 'Pegawai',
  nip: 'NIP',
  what: 'Perubahan',
  before: 'Sebelumnya',
  post: 'Jabatan',
  open: (count: number) => `${formatNumber(count)} pegawai belum punya atasan`,
  openNote:
    'Kepala unitnya tidak ada di berkas, atau lebih dari satu orang dapat menjadi kepala. Setelah disimpan, pilih atasannya di Pegawai dan jabatan, atau tambahkan kolom NIP atasan. Sampai saat itu tidak ada yang menyetujui pekerjaan mereka.',
  why: { none: 'kepala unit tidak ditemukan', several: 'lebih dari satu calon kepala' },
  head: (name: string, unit: string) => `Kepala instansi: ${name}, ${unit}`,
  tops: 'Kepala instansi belum jelas',
  topsNote:
    'Mereka memimpin unit paling atas. Masukkan susunan unit (HierarkiUnor) lebih dahulu, atau tetapkan kepala instansi di Pegawai dan jabatan. Sampai saat itu tidak ada yang menyetujui pekerjaan mereka.',
  classless: (count: number) => `${formatNumber(count)} pegawai belum punya kelas jabatan`,
  classlessNote: 'Tunjangannya belum dapat dihitung. Impor daftar kelas jabatan sesudah ini.',
  odd: (count: number) => `Kedudukan hukum ${formatNumber(count)} pegawai belum dikenal`,
  oddNote: 'Mereka dianggap masih bekerja. Yang sudah tidak bekerja, keluarkan di Pegawai dan jabatan.',
  more: (count: number) => `dan ${formatNumber(count)} lagi`,
  save: (count: number) => `Simpan ${formatNumber(count)} perubahan`,
  saved: (count: number) => `${formatNumber(count)} perubahan disimpan`,
  next: 'Pegawai tersimpan. Buatkan akun bagi yang belum punya.',
  accounts: 'Ke akun pegawai',
};
