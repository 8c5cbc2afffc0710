// Bahasa Indonesia: the box that finds screens, people, entries and acts.

import type { Role } from '#shared/people/api.ts';
import { id } from './id.ts';

interface Place {
  to: string;
  text: string;
  /** Other words by which people look for it. */
  also?: string;
  roles?: Role[];
  /** Only for who leads somebody. */
  leads?: true;
}

export const commands = {
  title: 'Cari',
  label: 'Cari halaman, orang, kegiatan, atau tindakan',
  hint: 'Panah memilih, Enter membuka, Esc menutup.',
  none: 'Tidak ditemukan',
  found: (count: number) => `${count} ditemukan`,
  kinds: { act: 'Tindakan', place: 'Halaman', person: 'Pegawai', entry: 'Kegiatan' },
};

export const actsToFind = (today: string): Place[] => [
  { to: '/kegiatan/baru', text: 'Catat kegiatan', also: 'tambah baru isi kerja' },
  { to: `/kegiatan/minggu/${today}`, text: 'Isi sepekan', also: 'minggu lembar kerja excel' },
  { to: '/kegiatan?hanya=dikembalikan', text: 'Perbaiki yang dikembalikan', also: 'revisi koreksi' },
  { to: '/kegiatan?hanya=belum-dikirim', text: 'Kirim draf ke atasan', also: 'ajukan' },
  { to: '/cuti', text: 'Ajukan cuti', also: 'izin sakit libur' },
  { to: '/klarifikasi', text: 'Jelaskan kehadiran', also: 'lupa absen terlambat klarifikasi' },
  { to: '/pengiriman', text: 'Kirim sekarang', also: 'sinkron server jaringan' },
  { to: '/bantuan', text: 'Minta bantuan mengisi', also: 'titip ketik operator honorer pembantu' },
  { to: '/akun', text: 'Ganti kata sandi', also: 'password sandi' },
  { to: '/akun', text: 'Ganti tampilan gelap atau terang', also: 'tema warna malam' },
];

export const placesToFind: Place[] = [
  { to: '/', text: id.nav.today, also: 'beranda awal' },
  { to: '/kegiatan', text: id.nav.activities, also: 'bulan daftar laporan bulanan' },
  { to: '/pengingat', text: id.nav.reminders, also: 'notifikasi batas tenggat lonceng' },
  { to: '/ringkasan', text: id.nav.summary, also: 'gambar grafik capaian menit tahun' },
  { to: '/skp', text: id.nav.skp, also: 'rencana hasil kerja RHK IKI target' },
  { to: '/evaluasi', text: id.nav.evaluation, also: 'predikat realisasi penilaian' },
  { to: '/evaluasi/angka-kredit', text: id.nav.credit, also: 'pangkat konversi' },
  { to: '/tpp', text: id.account.allowance, also: 'TPP tunjangan gaji slip' },
  { to: '/klarifikasi', text: id.account.explanations, also: 'absen kehadiran' },
  { to: '/cuti', text: id.account.leave, also: 'sisa cuti' },
  { to: '/bantuan', text: id.account.helping, also: 'titip pembantu operator pastikan' },
  { to: '/jadwal', text: 'Jadwal saya', also: 'sif jam kerja' },
  { to: '/pengiriman', text: 'Pengiriman', also: 'terkirim ditolak sinkron' },
  { to: '/akun', text: id.nav.account, also: 'keluar profil NIP' },
  { to: '/periksa', text: 'Periksa dokumen', also: 'kode QR' },
  { to: '/status', text: 'Status layanan', also: 'gangguan server' },
  { to: '/persetujuan', text: id.nav.approvals, also: 'setujui persetujuan bawahan', leads: true },
  { to: '/persetujuan/menit', text: 'Menit kerja tim', also: 'gambar bawahan', leads: true },
  { to: '/persetujuan/pemantauan', text: 'Pemantauan tim', also: 'monitoring belum mengisi kosong', leads: true },
  { to: '/persetujuan/distribusi', text: 'Capaian dan distribusi predikat', leads: true },
  { to: '/persetujuan/cuti', text: 'Kalender cuti tim', leads: true },
  { to: '/persetujuan/jadwal', text: 'Jadwal sif', leads: true },
  { to: '/skp/matriks', text: 'Matriks peran hasil', leads: true },
  { to: '/kelola', text: id.admin.title, roles: ['admin', 'treasurer'] },
  { to: '/kelola/pegawai', text: 'Pegawai dan jabatan', also: 'mutasi plt plh', roles: ['admin'] },
  { to: '/kelola/perangkat', text: 'Perangkat pegawai', roles: ['admin'] },
  { to: '/kelola/aturan', text: 'Aturan instansi', also: 'jam kerja libur cuti bobot', roles: ['admin'] },
  { to: '/kelola/aturan/libur', text: 'Hari libur dan cuti bersama', roles: ['admin'] },
  { to: '/kelola/aturan/jam-kerja', text: 'Jam kerja kelompok', also: 'ramadan', roles: ['admin'] },
  {
    to: '/kelola/pemantauan',
    text: id.admin.watch,
    also: 'monitoring belum mengisi kosong terlambat unit',
    roles: ['admin'],
  },
  {
    to: '/kelola/batas-pengisian',
    text: id.admin.deadlines,
    also: 'buka kembali tenggat terlambat perpanjang',
    roles: ['admin'],
  },
  { to: '/kelola/gangguan', text: 'Gangguan dan batas waktu', roles: ['admin'] },
  { to: '/kelola/pemeliharaan', text: 'Pemeliharaan server', roles: ['admin'] },
  { to: '/kelola/cuti', text: 'Cuti pegawai', roles: ['admin'] },
  { to: '/kelola/kehadiran', text: 'Kehadiran', also: 'mesin absensi fingerprint', roles: ['treasurer', 'admin'] },
  { to: '/kelola/klarifikasi', text: 'Klarifikasi pegawai', roles: ['treasurer', 'admin'] },
  { to: '/kelola/ketentuan-tpp', text: id.admin.payEntries, also: 'hukuman disiplin', roles: ['treasurer', 'admin'] },
  { to: '/kelola/data-pembayaran', text: 'Data pembayaran', also: 'rekening PTKP', roles: ['treasurer'] },
];
