// What people of the demo agency plan and do, by theme. Examples from the field, shortened.

import type { IndicatorAspect } from '#shared/plan/tables.ts';

export interface DemoTheme {
  result: string;
  indicators: [IndicatorAspect, string, number, string][];
  activities: [title: string, quantity: number, unit: string, minutes: number][];
}

export const DEMO_WORK: Record<string, DemoTheme> = {
  pimpinan: {
    result: 'Meningkatnya keselamatan dan kelancaran transportasi di Kabupaten Hulu Sungai Utara',
    indicators: [
      ['kuantitas', 'Persentase pelayanan perhubungan sesuai standar', 85, '%'],
      ['kualitas', 'Indeks kepuasan masyarakat atas layanan perhubungan', 82, 'indeks'],
    ],
    activities: [
      ['Rapat koordinasi forum lalu lintas dan angkutan jalan', 1, 'kegiatan', 120],
      ['Memimpin apel dan evaluasi mingguan bidang', 1, 'kegiatan', 90],
      ['Peninjauan dermaga Danau Panggang bersama camat', 1, 'lokasi', 180],
    ],
  },
  perencanaan: {
    result: 'Tersusunnya dokumen perencanaan dan laporan kinerja tepat waktu',
    indicators: [
      ['kuantitas', 'Jumlah dokumen perencanaan dan laporan yang tersusun', 12, 'dokumen'],
      ['waktu', 'Ketepatan waktu penyampaian laporan', 100, '%'],
    ],
    activities: [
      ['Menyusun LKjIP triwulan', 1, 'dokumen', 180],
      ['Menyelaraskan rencana kerja dengan pagu anggaran', 1, 'dokumen', 150],
      ['Rapat penyusunan RKA bersama bidang', 1, 'kegiatan', 120],
    ],
  },
  kepegawaian: {
    result: 'Tertibnya administrasi kepegawaian',
    indicators: [['kuantitas', 'Jumlah berkas kepegawaian yang diselesaikan', 240, 'berkas']],
    activities: [
      ['Input data kepegawaian ke SIASN', 8, 'data', 120],
      ['Verifikasi usulan kenaikan pangkat', 3, 'berkas', 150],
      ['Rekap kehadiran pegawai bulanan', 1, 'dokumen', 90],
    ],
  },
  keuangan: {
    result: 'Tertibnya penatausahaan keuangan',
    indicators: [
      ['kuantitas', 'Jumlah SPJ yang diverifikasi', 300, 'dokumen'],
      ['kualitas', 'Temuan administrasi yang tidak selesai', 0, 'temuan'],
    ],
    activities: [
      ['Menyusun SPJ perjalanan dinas', 4, 'dokumen', 120],
      ['Verifikasi bukti belanja dan pembukuan BKU', 12, 'bukti', 150],
      ['Menyiapkan SPM dan pengantar ke BPKAD', 2, 'dokumen', 90],
      ['Rekap retribusi parkir harian', 1, 'rekap', 60],
    ],
  },
  lalin: {
    result: 'Terkelolanya arus lalu lintas di simpang dan ruas padat',
    indicators: [
      ['kuantitas', 'Jumlah simpang dan ruas yang diatur', 220, 'kegiatan'],
      ['kualitas', 'Tundaan rata-rata di Simpang Empat Amuntai', 30, 'detik'],
    ],
    activities: [
      ['Pengaturan lalu lintas pagi di Simpang Empat Amuntai', 1, 'lokasi', 90],
      ['Survei volume lalu lintas Jalan Norman Umar', 4, 'titik', 180],
      ['Perawatan APILL Simpang Murung Sari', 1, 'unit', 120],
    ],
  },
  rambu: {
    result: 'Terpasang dan terpeliharanya rambu serta marka jalan',
    indicators: [['kuantitas', 'Jumlah rambu dan marka yang terpelihara', 120, 'unit']],
    activities: [
      ['Perbaikan rambu larangan parkir', 3, 'unit', 120],
      ['Cat ulang marka zebra cross depan sekolah', 2, 'lokasi', 180],
      ['Inventarisasi rambu Jalan Abdul Gani Majidi', 18, 'unit', 120],
    ],
  },
  orang: {
    result: 'Tersedianya layanan angkutan orang yang berizin dan laik',
    indicators: [['kuantitas', 'Jumlah dokumen trayek yang diverifikasi', 90, 'dokumen']],
    activities: [
      ['Verifikasi dokumen trayek', 4, 'dokumen', 120],
      ['Pendataan angkutan sekolah', 12, 'kendaraan', 150],
    ],
  },
  sungai: {
    result: 'Tersedianya data angkutan sungai dan dermaga',
    indicators: [['kuantitas', 'Jumlah dermaga dan armada yang terdata', 60, 'data']],
    activities: [
      ['Inspeksi dermaga Danau Panggang', 1, 'lokasi', 180],
      ['Pemeriksaan speedboat angkutan sungai', 5, 'unit', 150],
    ],
  },
  barang: {
    result: 'Meningkatnya kepatuhan angkutan barang terhadap muatan',
    indicators: [['kuantitas', 'Jumlah kendaraan barang yang diperiksa', 480, 'kendaraan']],
    activities: [
      ['Razia gabungan angkutan barang', 22, 'kendaraan', 180],
      ['Penimbangan muatan di jalur Amuntai - Tanjung', 15, 'kendaraan', 150],
    ],
  },
  keselamatan: {
    result: 'Terlaksananya sosialisasi keselamatan lalu lintas di sekolah',
    indicators: [['kuantitas', 'Jumlah sekolah yang menerima sosialisasi', 24, 'sekolah']],
    activities: [
      ['Sosialisasi helm di SMPN', 1, 'sekolah', 150],
      ['Menyusun materi keselamatan berlalu lintas', 1, 'dokumen', 120],
    ],
  },
  terminal: {
    result: 'Terlayaninya penumpang di terminal sesuai SPM',
    indicators: [['kualitas', 'Pemenuhan standar pelayanan terminal', 90, '%']],
    activities: [
      ['Piket terminal', 1, 'regu', 240],
      ['Pengecekan fasilitas ruang tunggu', 1, 'lokasi', 60],
    ],
  },
  parkir: {
    result: 'Tertatanya parkir tepi jalan umum',
    indicators: [['kuantitas', 'Jumlah titik parkir yang tertata', 36, 'titik']],
    activities: [
      ['Pendataan juru parkir pasar', 9, 'orang', 120],
      ['Penertiban parkir Jalan Pasar Amuntai', 2, 'lokasi', 120],
    ],
  },
  uji: {
    result: 'Terlaksananya pengujian berkala kendaraan bermotor sesuai standar',
    indicators: [
      ['kuantitas', 'Jumlah kendaraan yang diuji', 1800, 'kendaraan'],
      ['kualitas', 'Hasil uji yang memenuhi standar pelayanan', 98, '%'],
      ['waktu', 'Rata-rata waktu pelayanan satu kendaraan', 45, 'menit'],
    ],
    activities: [
      ['Uji emisi dan rem kendaraan niaga', 14, 'kendaraan', 180],
      ['Uji berkala kendaraan angkutan umum', 9, 'kendaraan', 150],
      ['Kalibrasi alat uji', 2, 'alat', 90],
      ['Cetak dan serah bukti lulus uji elektronik', 21, 'kartu', 60],
    ],
  },
  surat: {
    result: 'Terkelolanya surat menyurat dan arsip kantor',
    indicators: [['kuantitas', 'Jumlah surat yang diagendakan', 900, 'surat']],
    activities: [
      ['Surat keluar masuk', 16, 'surat', 120],
      ['Penataan arsip kepegawaian', 2, 'boks', 120],
    ],
  },
  data: {
    result: 'Terkelolanya jaringan dan data perhubungan',
    indicators: [['waktu', 'Ketersediaan jaringan kantor', 97, '%']],
    activities: [
      ['Perbaikan jaringan kantor dan titik akses', 3, 'titik', 120],
      ['Pemutakhiran data perhubungan pada laman', 6, 'data', 90],
      ['Cadangan data dan pembaruan komputer', 8, 'unit', 120],
    ],
  },
};
