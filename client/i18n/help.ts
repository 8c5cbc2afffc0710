// Bahasa Indonesia: help on each screen in three sentences, and the words of the field. Loaded when it is asked for.

const words = {
  RHK: 'Rencana Hasil Kerja: apa yang harus dicapai dalam setahun, diturunkan dari rencana atasan.',
  IKI: 'Indikator Kinerja Individu: ukuran sebuah RHK, dengan target dan satuannya, misalnya 1.800 kendaraan.',
  SKP: 'Sasaran Kinerja Pegawai: rencana setahun yang disepakati dengan atasan; isinya RHK dan IKI.',
  Predikat:
    'Hasil evaluasi: Sangat Baik, Baik, Butuh Perbaikan, Kurang, atau Sangat Kurang; dari rating hasil kerja dan perilaku.',
  TPP: 'Tambahan Penghasilan Pegawai: tunjangan bulanan dari pekerjaan yang disetujui dan kehadiran.',
  Draf: 'Tersimpan, tetapi belum dikirim ke atasan.',
} as const;

export type HelpWord = keyof typeof words;

interface Help {
  /** What it is for, what to do, and what happens then. */
  says: readonly [string, string, string];
  words?: readonly HelpWord[];
}

/** By the beginning of an address; the longest that fits. */
const PAGES: Record<string, Help> = {
  '/': {
    says: [
      'Halaman ini menunjukkan apa yang perlu Anda kerjakan hari ini.',
      'Ketuk Catat pada pekerjaan yang biasa, atau Catat kegiatan untuk yang lain; lalu kirim ke atasan.',
      'Semua langsung tersimpan di perangkat, dan terkirim sendiri begitu ada jaringan.',
    ],
    words: ['Draf', 'TPP'],
  },
  '/kegiatan': {
    says: [
      'Semua kegiatan Anda dalam sebulan, hari demi hari.',
      'Ketuk sebuah kegiatan untuk melihat, mengubah, atau mengirimnya.',
      'Yang sudah disetujui terkunci; bila keliru, buka kegiatannya lalu ketuk Minta dibuka kembali.',
    ],
    words: ['Draf'],
  },
  '/kegiatan/baru': {
    says: [
      'Di sini Anda mencatat satu pekerjaan.',
      'Isi apa yang dikerjakan, RHK yang didukung, jumlah hasil, dan waktunya; judul yang pernah dipakai mengisi sisanya.',
      'Simpan menyimpannya sebagai draf; Kirim ke atasan menyimpan dan mengirimnya sekaligus.',
    ],
    words: ['RHK', 'Draf'],
  },
  '/kegiatan/hari': {
    says: [
      'Pekerjaan pada satu hari yang sudah lewat.',
      'Ketuk Catat pada pekerjaan yang biasa, pindah hari lewat deretan tanggal, lalu kirim semua draf sekaligus.',
      'Bila batas pencatatan sudah lewat, yang dicatat tetap tersimpan tetapi dihitung terlambat.',
    ],
    words: ['Draf'],
  },
  '/kegiatan/minggu': {
    says: [
      'Sepekan kerja sebagai lembar: baris pekerjaan, kolom hari.',
      'Ketik menit dan jumlah, pindah dengan tombol panah atau Tab, atau tempel dari lembar kerja lain.',
      'Belum ada yang tersimpan sebelum Anda menekan Simpan; yang diketik tetap ada walau halaman ditutup.',
    ],
  },
  '/pengingat': {
    says: [
      'Semua yang punya batas pengisian dan belum Anda isi.',
      'Ketuk sebuah pengingat untuk mengisinya; sesudah diisi ia hilang sendiri.',
      'Yang segera berakhir atau sudah lewat juga dihitung pada lonceng dan ikon aplikasi.',
    ],
    words: ['SKP'],
  },
  '/ringkasan': {
    says: [
      'Bulan dan tahun Anda dalam gambar.',
      'Pilih bulan, atau ketuk bulan pada deretan tahun; Lihat angkanya membuka tabelnya.',
      'Angka dihitung di perangkat ini dari data terakhir yang diterima.',
    ],
    words: ['IKI', 'TPP', 'Predikat'],
  },
  '/skp': {
    says: [
      'Rencana kerja Anda setahun.',
      'Mulai dari SKP tahun lalu atau templat jabatan, sesuaikan target, lalu ajukan ke atasan.',
      'Setelah disetujui, kegiatan harian dicatat terhadap RHK di sini; Revisi SKP membuka perubahan.',
    ],
    words: ['SKP', 'RHK', 'IKI'],
  },
  '/evaluasi': {
    says: [
      'Setiap masa yang berakhir dinilai: Anda mengisi realisasi, atasan menilai, lalu menetapkan.',
      'Buka masa yang belum diisi, periksa angkanya, tulis yang dicapai, lalu kirim.',
      'Bila predikatnya di bawah Baik, Anda boleh mengajukan keberatan sampai tanggal yang tertulis.',
    ],
    words: ['Predikat', 'IKI'],
  },
  '/klarifikasi': {
    says: [
      'Di sini Anda menjelaskan hari yang kehadirannya tercatat keliru.',
      'Pilih harinya, jelaskan sebabnya, lampirkan bukti, lalu kirim.',
      'Atasan menyetujui, kemudian bendahara menerimanya; sesudah itu potongannya dihapus.',
    ],
    words: ['TPP'],
  },
  '/cuti': {
    says: [
      'Cuti Anda: sisa, permintaan, dan keputusannya.',
      'Pilih jenis dan tanggal, lalu Ajukan cuti.',
      'Atasan memberi pertimbangan, pejabat yang berwenang memutuskan; hari cuti tidak dihitung hari kerja.',
    ],
  },
  '/bantuan': {
    says: [
      'Rekan dapat mengetik catatan harian untuk Anda, dengan akunnya sendiri dan selama Anda izinkan.',
      'Baca yang ia ketik, lalu ketuk Benar, kirim; atau beri bantuan kepada seseorang di bawahnya.',
      'Tidak ada yang sampai ke atasan sebelum Anda pastikan; hari pencatatannya dihitung sejak diketik.',
    ],
    words: ['RHK', 'SKP'],
  },
  '/jadwal': {
    says: [
      'Jam kerja Anda tiap hari dalam sebulan.',
      'Pilih bulan untuk melihat hari lain.',
      'Bila ada yang keliru, sampaikan kepada atasan yang menyusun jadwal.',
    ],
  },
  '/tpp': {
    says: [
      'Tunjangan Anda sebulan, dan dari mana setiap angkanya.',
      'Ketuk kegiatan yang belum dihitung untuk melihat sebabnya.',
      'Selama bulan berjalan angkanya perkiraan; setelah disetujui pimpinan tidak berubah lagi.',
    ],
    words: ['TPP', 'Predikat'],
  },
  '/persetujuan': {
    says: [
      'Yang menunggu keputusan Anda, orang demi orang.',
      'Centang yang dikembalikan dan tulis catatan; sisanya disetujui dengan satu tombol.',
      'Keputusan dapat diurungkan selama sepuluh detik, juga tanpa jaringan.',
    ],
    words: ['SKP'],
  },
  '/persetujuan/distribusi': {
    says: [
      'Sebaran predikat tim Anda di samping pola yang diharapkan.',
      'Pilih masa dan capaian kinerja organisasi.',
      'Pola menjadi pertimbangan, bukan paksaan.',
    ],
    words: ['Predikat'],
  },
  '/persetujuan/pemantauan': {
    says: [
      'Siapa dari bawahan langsung Anda yang belum mengisi.',
      'Pilih bulan dan daftar; ketuk nama untuk membuka pegawainya.',
      'Dihitung dari data di perangkat ini, jadi jalan juga tanpa jaringan.',
    ],
    words: ['SKP'],
  },
  '/persetujuan/menit': {
    says: [
      'Menit kerja setiap orang setiap hari, makin gelap makin banyak.',
      'Ketuk nama untuk membuka halaman orangnya; panah memindah bulan.',
      'Yang dihitung adalah semua yang tercatat, apa pun keadaannya.',
    ],
  },
  '/persetujuan/cuti': {
    says: [
      'Siapa di tim Anda yang cuti, dan kapan.',
      'Panah memindah bulan.',
      'Pakai sebelum memberi pertimbangan atas cuti baru.',
    ],
  },
  '/persetujuan/jadwal': {
    says: [
      'Jadwal sif tim Anda sebulan.',
      'Pilih sif, lalu ketuk harinya; satu pekan dapat disalin ke pekan berikutnya.',
      'Pegawai melihat jadwalnya begitu perangkat mereka tersambung.',
    ],
  },
  '/persetujuan/diketik-sendiri': {
    says: [
      'Berapa bagian catatan yang diketik pemiliknya sendiri, per bulan dan per unit.',
      'Pilih unit untuk melihat perjalanannya; Lihat angkanya membuka tabelnya.',
      'Unit yang bagiannya kecil membutuhkan pelatihan atau perangkat, bukan teguran.',
    ],
  },
  '/skp/matriks': {
    says: [
      'Pembagian peran: hasil kerja Anda pada kolom, anggota tim pada baris.',
      'Ketuk sel untuk memberi peran.',
      'Peran itu muncul sebagai usulan RHK di SKP anggota.',
    ],
    words: ['RHK', 'SKP'],
  },
  '/pengiriman': {
    says: [
      'Apa yang sudah terkirim, masih menunggu, atau ditolak server.',
      'Yang ditolak tetap ada di sini dengan isinya; perbaiki atau kirim ulang.',
      'Bila jaringan tidak kunjung kembali, simpan pekerjaan ke berkas dan bawa ke perangkat lain.',
    ],
  },
  '/akun': {
    says: [
      'Data Anda, perangkat ini, dan tampilannya.',
      'Pasang aplikasi agar terbuka dari layar utama; ganti kata sandi di sini.',
      'Sebelum keluar Anda diberi tahu bila masih ada yang belum terkirim.',
    ],
  },
  '/status': {
    says: [
      'Keadaan server dan gangguan sembilan puluh hari terakhir.',
      'Tidak ada yang perlu dilakukan di sini.',
      'Batas waktu yang terkena gangguan diundur sendiri.',
    ],
  },
  '/periksa': {
    says: [
      'Memeriksa apakah sebuah dokumen memang diterbitkan instansi.',
      'Masukkan kode pada dokumen, atau pindai kode QR-nya.',
      'Jawabannya dari catatan instansi; bandingkan dengan yang tercetak.',
    ],
  },
  '/kelola': {
    says: [
      'Urusan kantor: aturan, pegawai, kehadiran, dan TPP.',
      'Buka baris yang dikerjakan; yang tampil sesuai peran Anda.',
      'Tindakan di sini berlaku bagi instansi, jadi memerlukan jaringan.',
    ],
    words: ['TPP'],
  },
  '/kelola/tpp': {
    says: [
      'Daftar TPP satu bulan: disusun bendahara, diperiksa atasannya, disetujui pimpinan.',
      'Susun daftar, periksa setiap baris lewat slipnya, lalu ajukan.',
      'Setelah disetujui tidak berubah; selisih dibayar sebagai koreksi di bulan berikutnya.',
    ],
    words: ['TPP'],
  },
  '/kelola/aturan': {
    says: [
      'Aturan instansi dengan tanggal mulai berlakunya.',
      'Ubah angkanya, lihat dampaknya, lalu tetapkan.',
      'Yang sudah dibayar tidak berubah oleh aturan baru.',
    ],
  },
  '/kelola/pemantauan': {
    says: [
      'Siapa di instansi ini yang belum punya SKP, punya hari kosong, terlambat mencatat, atau belum dinilai.',
      'Pilih bulan dan daftar, buka sebuah unit untuk melihat pegawainya, lalu unduh bila perlu.',
      'Angkanya dihitung server saat dibuka; gangguan dan pembukaan kembali sudah diperhitungkan.',
    ],
    words: ['SKP'],
  },
  '/kelola/batas-pengisian': {
    says: [
      'Hari terakhir untuk SKP, kegiatan harian, realisasi, dan penilaian.',
      'Bila seorang pegawai atau satu unit terhalang, buka kembali pengisiannya dengan alasan dan batas baru.',
      'Gangguan server mengundurkan semua batas dengan sendirinya; untuk itu tidak perlu dibuka kembali.',
    ],
    words: ['SKP'],
  },
  '/kelola/kehadiran': {
    says: [
      'Memasukkan berkas mesin absensi.',
      'Pilih berkas, cocokkan kolomnya, periksa baris yang ditanyakan, lalu simpan.',
      'Belum ada yang dikirim sebelum Anda menekan Simpan; berkas yang sama boleh dimasukkan lagi.',
    ],
  },
  '/kelola/pegawai': {
    says: [
      'Pegawai, jabatan, dan siapa atasannya sejak kapan.',
      'Pindahkan atau berhentikan dari barisnya; tunjuk Plt atau Plh bila pejabat berhalangan.',
      'Riwayat lama tetap tersimpan.',
    ],
  },
};

const OTHERWISE: Help = {
  says: [
    'Halaman ini bagian dari KerjaKu.',
    'Menu membawa Anda ke halaman lain; Ctrl K di PC mencari apa saja.',
    'Yang Anda ketik tidak hilang, juga tanpa jaringan.',
  ],
};

export const helpTitle = 'Bantuan halaman ini';
export const wordsTitle = 'Arti kata';

/** Of the longest address that the screen's begins with. */
export function helpOf(path: string): { says: readonly string[]; words: { word: string; means: string }[] } {
  const fits = (address: string) => path === address || (address !== '/' && path.startsWith(`${address}/`));
  const [page] = Object.keys(PAGES)
    .filter(fits)
    .sort((a, b) => b.length - a.length);
  const help = (page !== undefined && PAGES[page]) || OTHERWISE;
  return { says: help.says, words: (help.words ?? []).map((word) => ({ word, means: words[word] })) };
}

export const whatIs = (word: HelpWord) => `Apa itu ${word}?`;
export const meaningOf = (word: HelpWord): string => words[word];
