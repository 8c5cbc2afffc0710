// Bahasa Indonesia: what acts are called, and why one was refused. Read only where an act waits or was refused, so they
// do not come with the first screen.

import type { MutationName } from '#shared/mutations.ts';
import type { RefusalCode, RefusalDetails } from '#shared/refusals.ts';
import type { Refusal } from '#shared/sync/mutation.ts';
import { formatDate, formatMonth } from './format.ts';
import { id } from './id.ts';

const { states } = id;
const { missingPart } = id.skp;

const tables: Record<string, string> = {
  activity: 'Kegiatan',
  skp: 'SKP',
  result: 'RHK',
  indicator: 'IKI',
  evidence: 'Bukti dukung',
  reopening: 'Permintaan membuka kembali',
  conflict: 'Perbedaan isian',
  expectation: 'Ekspektasi khusus pimpinan',
  annex: 'Lampiran',
  role: 'Peran',
  action: 'Rencana aksi',
  feedback: 'Umpan balik',
  realisation: 'Realisasi',
  evaluation: 'Evaluasi',
  leave: 'Cuti',
  leaveEntry: 'Catatan sisa cuti',
  explanation: 'Klarifikasi kehadiran',
  document: 'Dokumen',
  employee: 'Pegawai',
  unit: 'Unit kerja',
  assignment: 'Penugasan',
  delegation: 'Plt/Plh',
  policy: 'Aturan',
  outage: 'Gangguan',
  extension: 'Pembukaan kembali',
  holiday: 'Hari libur',
  workHours: 'Jam kerja',
  shift: 'Sif',
  payroll: 'Daftar TPP',
  attendance: 'Kehadiran',
  slip: 'Slip TPP',
  adjustment: 'Koreksi TPP',
  payEntry: 'Ketentuan TPP pegawai',
  payee: 'Data pembayaran pegawai',
  template: 'Templat',
};

const fields: Record<string, string> = {
  resultId: 'RHK',
  date: 'Tanggal',
  title: 'Kegiatan',
  description: 'Keterangan',
  time: 'Waktu',
  output: 'Hasil',
  text: 'Uraian',
  kind: 'Jenis',
  parent: 'RHK pimpinan yang diintervensi',
  aspect: 'Aspek',
  target: 'Target',
  expectation: 'Ekspektasi',
  perspective: 'Perspektif',
  reason: 'Alasan',
  results: 'Realisasi atau umpan balik',
  behaviours: 'Umpan balik perilaku',
  items: 'Catatan per RHK',
  to: 'Isian',
  value: 'Nilai',
  letter: 'Nomor surat',
  evidence: 'Bukti dukung',
};

/** What was refused, without the details of one case: for counting. */
const reasons: Record<RefusalCode, string> = {
  'unknown-mutation': 'Tindakan belum dikenal server',
  'newer-mutation': 'Aplikasi lebih baru daripada server',
  malformed: 'Isian tidak lengkap atau terlalu panjang',
  'rule-failed': 'Server gagal memeriksa isian',
  'not-storable': 'Isian tidak dapat disimpan server',
  'id-taken': 'Nomor isian sudah dipakai',
  'not-by-file': 'Tidak dapat dibawa lewat berkas',
  forbidden: 'Tidak berwenang',
  'not-supervisor': 'Bukan atasan pada tanggal itu',
  'supervisor-changed': 'Atasan sudah berganti',
  'not-found': 'Data sudah tidak ada',
  'already-exists': 'Data sudah ada',
  'parent-not-found': 'RHK atau kegiatan yang dipilih sudah dihapus',
  locked: 'Sudah terkunci',
  'wrong-state': 'Status sudah berubah',
  'changed-since': 'Isi berubah setelah dibaca',
  'date-in-future': 'Tanggal belum tiba',
  'outside-skp': 'Di luar masa SKP',
  'skp-period-taken': 'Masa SKP sudah terpakai',
  'period-reversed': 'Masa terbalik',
  'leave-overlaps': 'Sudah cuti pada hari itu',
  'worked-on-day': 'Hari itu tercatat bekerja',
  'day-on-leave': 'Sedang cuti pada hari itu',
  'own-leave': 'Cuti sendiri',
  'leave-too-long': 'Cuti terlalu lama',
  'not-official': 'Bukan pejabat yang berwenang memberi cuti',
  'not-on-leave': 'Bukan hari cuti',
  'own-explanation': 'Klarifikasi sendiri',
  'letter-required': 'Nomor surat belum ditulis',
  'explained-late': 'TPP bulan itu sudah disetujui',
  'leave-not-for': 'Jenis cuti bukan haknya',
  'target-reversed': 'Target terbalik',
  'too-much-evidence': 'Terlalu banyak bukti dukung',
  incomplete: 'SKP belum lengkap',
  'not-administrator': 'Bukan administrator',
  'date-past': 'Tanggal sudah lewat',
  'own-supervisor': 'Orang yang sama',
  'own-leaving': 'Mengeluarkan diri sendiri',
  'goes-round': 'Susunan berputar',
  'directory-changed': 'Data pegawai berubah',
  'period-not-over': 'Masa penilaian belum tiba',
  'too-late': 'Batas waktu terlewati',
  'assessment-open': 'Pegawai masih dapat menilai diri',
  'outside-plan': 'Di luar masa SKP',
  'never-approved': 'SKP belum pernah disetujui',
  'facts-differ': 'Dokumen berbeda dari catatan',
  unrated: 'Belum dinilai',
  'not-treasurer': 'Bukan bendahara',
  'not-first-of-month': 'Bukan tanggal 1',
  'not-whole-months': 'Bukan bulan penuh',
  'end-required': 'Tanggal akhir wajib',
  'pay-entry-overlaps': 'Bertumpuk dengan yang sudah ada',
  'hours-overlap': 'Bertumpuk dengan jam kerja lain',
  'month-closed': 'Bulan sudah ditutup',
  'month-open': 'Bulan belum ditutup',
  'nothing-to-correct': 'Tidak ada selisih',
};

const refusals: { [Code in RefusalCode]: (details: RefusalDetails[Code]) => { reason: string; next: string } } = {
  'unknown-mutation': () => ({
    reason: 'Server belum mengenal tindakan ini.',
    next: 'Perbarui aplikasi, lalu ulangi.',
  }),
  'newer-mutation': () => ({
    reason: 'Aplikasi ini lebih baru daripada server.',
    next: 'Ulangi setelah server diperbarui.',
  }),
  malformed: () => ({
    reason: 'Ada isian yang belum lengkap atau terlalu panjang.',
    next: 'Periksa isian, lalu simpan lagi.',
  }),
  'rule-failed': () => ({
    reason: 'Server gagal memeriksa isian ini. Ini kesalahan aplikasi, bukan kesalahan Anda.',
    next: 'Isian Anda aman di sini. Sampaikan kepada pengelola aplikasi, lalu coba lagi setelah diperbarui.',
  }),
  'not-storable': () => ({
    reason: 'Ada nilai dalam isian ini yang tidak dapat disimpan server.',
    next: 'Isian Anda aman di sini. Buat lagi dengan nilai yang benar.',
  }),
  'id-taken': () => ({
    reason: 'Isian lain dengan nomor yang sama sudah tersimpan.',
    next: 'Isian Anda aman di sini. Buat lagi sebagai isian baru.',
  }),
  'not-by-file': () => ({
    reason: 'Berkas hanya membawa pekerjaan sendiri, bukan keputusan atas pekerjaan orang lain.',
    next: 'Keputusan tetap ada di perangkat yang membuatnya. Hubungkan perangkat itu ke jaringan.',
  }),
  forbidden: () => ({ reason: 'Anda tidak berwenang atas data ini.', next: 'Hubungi atasan atau bagian kepegawaian.' }),
  'not-supervisor': ({ date }) => ({
    reason: `Pada ${formatDate(date)} Anda bukan atasan pegawai ini.`,
    next: 'Keputusan dibuat oleh atasan pada tanggal itu.',
  }),
  'supervisor-changed': () => ({
    reason: 'Atasan Anda sudah berganti.',
    next: 'Periksa nama atasan, lalu ajukan lagi.',
  }),
  'not-found': ({ table }) => ({
    reason: `${tables[table] ?? 'Data'} ini sudah dihapus.`,
    next: 'Isian Anda masih ada di sini; buat sebagai yang baru bila perlu.',
  }),
  'already-exists': ({ table }) => ({
    reason: `${tables[table] ?? 'Data'} ini sudah ada.`,
    next: 'Tidak perlu diulang.',
  }),
  'parent-not-found': ({ table }) => ({
    reason: `${tables[table] ?? 'Data'} yang dipilih sudah dihapus.`,
    next: `Pilih ${tables[table] ?? 'yang'} lain, lalu simpan lagi.`,
  }),
  locked: ({ state }) => ({
    reason: `Sudah terkunci karena berstatus “${states[state] ?? state}”.`,
    next: 'Minta atasan membuka kembali bila perlu diubah.',
  }),
  'wrong-state': ({ state }) => ({
    reason: `Tidak dapat dilakukan karena berstatus “${states[state] ?? state}”.`,
    next: 'Muat ulang daftar dan lihat keadaan terbarunya.',
  }),
  'changed-since': () => ({
    reason: 'Isinya berubah setelah Anda membacanya.',
    next: 'Baca isi terbaru, lalu putuskan lagi.',
  }),
  'date-in-future': ({ date }) => ({
    reason: `${formatDate(date)} belum tiba.`,
    next: 'Pilih hari ini atau sebelumnya.',
  }),
  'outside-skp': ({ date }) => ({
    reason: `${formatDate(date)} berada di luar masa SKP.`,
    next: 'Pilih tanggal atau RHK dari SKP yang berlaku.',
  }),
  'skp-period-taken': ({ validFrom, validUntil }) => ({
    reason: `Sudah ada SKP untuk ${formatDate(validFrom)} sampai ${formatDate(validUntil)}.`,
    next: 'Pakai SKP yang sudah ada.',
  }),
  'leave-overlaps': ({ from, until }) => ({
    reason: `Cuti ${formatDate(from)} sampai ${formatDate(until)} sudah diajukan atau disetujui.`,
    next: 'Batalkan yang itu dahulu, atau pilih hari lain.',
  }),
  'worked-on-day': ({ date }) => ({
    reason: `${formatDate(date)} sudah diterima sebagai hari bekerja lewat klarifikasi.`,
    next: 'Pilih hari lain untuk cuti.',
  }),
  'day-on-leave': ({ from, until }) => ({
    reason: `Cuti ${formatDate(from)} sampai ${formatDate(until)} sudah disetujui.`,
    next: 'Hari cuti tidak perlu dijelaskan. Bila tetap bekerja, minta atasan mencatat panggilan kembali dahulu.',
  }),
  'own-leave': () => ({
    reason: 'Cuti sendiri tidak dapat dipertimbangkan, diputus, atau dicatat sendiri.',
    next: 'Pejabat lain yang melakukannya; hubungi bagian kepegawaian.',
  }),
  'leave-too-long': ({ months, from, until }) => ({
    reason: `Cuti jenis ini paling lama ${months} bulan: yang mulai ${formatDate(from)} sampai ${formatDate(until)}.`,
    next: 'Pilih tanggal akhir yang lebih awal. Cuti sejenis yang bersambung dihitung bersama; lamanya diatur di Kelola › Aturan › Cuti.',
  }),
  'not-official': () => ({
    reason: 'Keputusan cuti ini ada pada pejabat lain.',
    next: 'Pejabat yang berwenang diatur di Kelola › Aturan › Cuti; hubungi bagian kepegawaian.',
  }),
  'not-on-leave': ({ from, until }) => ({
    reason: `${formatDate(from)} sampai ${formatDate(until)} tidak seluruhnya hari cuti.`,
    next: 'Pilih hari di dalam masa cuti yang belum dikembalikan.',
  }),
  'own-explanation': () => ({
    reason: 'Klarifikasi sendiri tidak dapat diputus sendiri.',
    next: 'Minta bendahara lain atau administrator memutusnya.',
  }),
  'letter-required': () => ({
    reason: 'Klarifikasi ini membutuhkan nomor surat.',
    next: 'Tulis nomor surat tugas atau surat undangannya, lalu kirim lagi.',
  }),
  'explained-late': ({ month }) => ({
    reason: `TPP ${formatMonth(month)} sudah disetujui dan tidak berubah lagi.`,
    next: 'Minta bendahara mencatat koreksi TPP; selisihnya dibayar bersama bulan berikutnya.',
  }),
  'leave-not-for': ({ employment }) => ({
    reason: `Jenis cuti ini tidak ada untuk ${employment}.`,
    next: 'Pilih jenis cuti yang lain.',
  }),
  'period-reversed': () => ({ reason: 'Tanggal akhir mendahului tanggal awal.', next: 'Perbaiki tanggalnya.' }),
  'target-reversed': () => ({
    reason: 'Batas atas target lebih kecil daripada batas bawah.',
    next: 'Perbaiki targetnya.',
  }),
  'too-much-evidence': ({ most }) => ({
    reason: `Kegiatan ini sudah memiliki ${most} bukti dukung, jumlah terbanyak.`,
    next: 'Hapus salah satu bukti, atau catat sebagai kegiatan lain.',
  }),
  'not-administrator': () => ({
    reason: 'Hanya administrator yang dapat melakukan ini.',
    next: 'Hubungi bagian kepegawaian.',
  }),
  'date-past': ({ date }) => ({ reason: `${formatDate(date)} sudah lewat.`, next: 'Pilih hari ini atau sesudahnya.' }),
  'own-supervisor': () => ({ reason: 'Keduanya orang yang sama.', next: 'Pilih orang lain.' }),
  'own-leaving': () => ({
    reason: 'Anda tidak dapat mengeluarkan diri sendiri: aksesnya langsung berakhir.',
    next: 'Minta administrator lain melakukannya, atau keluarkan diri Anda dari daftar ini.',
  }),
  'goes-round': ({ table }) => ({
    reason:
      table === 'unit'
        ? 'Ada unit yang menjadi induk dirinya sendiri.'
        : 'Ada pegawai yang menjadi atasan dirinya sendiri.',
    next: 'Perbaiki susunannya di berkas, lalu coba lagi.',
  }),
  'directory-changed': () => ({
    reason: 'Data pegawai berubah sejak perbandingan ini ditampilkan.',
    next: 'Periksa perbandingan terbaru, lalu simpan lagi. Belum ada yang diubah.',
  }),
  'period-not-over': ({ from }) => ({
    reason: `Belum waktunya; baru dapat dilakukan mulai ${formatDate(from)}.`,
    next: 'Isian Anda aman; ulangi pada waktunya.',
  }),
  'assessment-open': ({ until }) => ({
    reason: until
      ? `Pegawai masih dapat menilai diri sampai ${formatDate(until)}.`
      : 'Pegawai masih dapat menilai diri: batasnya diundur selama gangguan.',
    next: 'Ingatkan pegawai itu, atau ulangi setelah batasnya lewat.',
  }),
  'too-late': ({ until }) => ({
    reason: `Batas waktunya ${formatDate(until)}.`,
    next: 'Hubungi atasan atau bagian kepegawaian.',
  }),
  'outside-plan': () => ({ reason: 'Masa itu di luar masa SKP ini.', next: 'Pilih masa lain atau SKP lain.' }),
  'never-approved': () => ({
    reason: 'SKP ini belum pernah disetujui.',
    next: 'Ajukan SKP dahulu dan tunggu persetujuan atasan.',
  }),
  'facts-differ': () => ({
    reason: 'Isi dokumen berbeda dari yang tercatat di server, misalnya karena ada perubahan sesudahnya.',
    next: 'Buat dokumen ini sekali lagi.',
  }),
  unrated: () => ({ reason: 'Evaluasi ini belum dinilai.', next: 'Nilai hasil kerja dan perilaku dahulu.' }),
  'not-treasurer': () => ({
    reason: 'Hanya bendahara yang dapat melakukan ini.',
    next: 'Hubungi bendahara instansi Anda.',
  }),
  'not-whole-months': () => ({
    reason: 'Ketentuan ini berlaku per bulan penuh.',
    next: 'Pilih tanggal 1 sebagai awal dan hari terakhir bulan sebagai akhir.',
  }),
  'end-required': () => ({
    reason: 'Ketentuan ini harus punya tanggal akhir.',
    next: 'Isi tanggal akhir sesuai surat keputusannya.',
  }),
  'pay-entry-overlaps': ({ from, until }) => ({
    reason: `Pegawai ini sudah punya ketentuan yang sama sejak ${formatDate(from)}${until ? ` sampai ${formatDate(until)}` : ' tanpa tanggal akhir'}.`,
    next: 'Akhiri dahulu yang lama, atau pilih tanggal di luar masa itu.',
  }),
  'hours-overlap': ({ name, from, until }) => ({
    reason: `Sudah berlaku “${name}” sejak ${formatDate(from)}${until ? ` sampai ${formatDate(until)}` : ' tanpa tanggal akhir'}.`,
    next: 'Akhiri dahulu yang itu, atau pilih tanggal di luar masa itu.',
  }),
  'not-first-of-month': () => ({
    reason: 'Aturan TPP berlaku untuk sebulan penuh.',
    next: 'Pilih tanggal 1 sebagai awal berlakunya.',
  }),
  'month-closed': ({ month }) => ({
    reason: `TPP ${formatMonth(month)} sudah ditutup.`,
    next: 'Yang sudah ditutup tidak berubah. Catat selisihnya sebagai koreksi di bulan berikutnya.',
  }),
  'month-open': ({ month }) => ({
    reason: `TPP ${formatMonth(month)} belum disetujui, jadi belum perlu dikoreksi.`,
    next: 'Susun ulang daftar bulan itu.',
  }),
  'nothing-to-correct': () => ({
    reason: 'Tidak ada selisih untuk dikoreksi.',
    next: 'Tidak perlu dilakukan apa pun.',
  }),
  incomplete: ({ missing: parts }) => ({ reason: 'SKP belum lengkap:', next: parts.map(missingPart).join(' ') }),
};

const names: Record<MutationName, string> = {
  'skp.create': 'Membuat SKP',
  'result.add': 'Menambah RHK',
  'result.edit': 'Mengubah RHK',
  'result.delete': 'Menghapus RHK',
  'indicator.add': 'Menambah IKI',
  'indicator.edit': 'Mengubah IKI',
  'indicator.delete': 'Menghapus IKI',
  'skp.submit': 'Mengajukan SKP',
  'skp.recall': 'Menarik kembali SKP',
  'activity.log': 'Mencatat kegiatan',
  'activity.edit': 'Mengubah kegiatan',
  'activity.delete': 'Menghapus kegiatan',
  'evidence.attach': 'Menambah bukti dukung',
  'evidence.detach': 'Menghapus bukti dukung',
  'activity.submit': 'Mengirim kegiatan ke atasan',
  'conflict.settle': 'Menyelesaikan perbedaan isian',
  'skp.approve': 'Menyetujui SKP',
  'skp.return': 'Mengembalikan SKP',
  'activity.approve': 'Menyetujui kegiatan',
  'activity.return': 'Mengembalikan kegiatan',
  'activity.reopen': 'Membuka kembali kegiatan',
  'reopening.ask': 'Meminta kegiatan dibuka kembali',
  'reopening.withdraw': 'Membatalkan permintaan membuka kembali',
  'reopening.decline': 'Menolak membuka kembali kegiatan',
  'expectation.set': 'Mengisi ekspektasi khusus',
  'annex.add': 'Menambah lampiran',
  'annex.delete': 'Menghapus lampiran',
  'skp.revise': 'Merevisi SKP',
  'skp.discard': 'Membatalkan revisi SKP',
  'action.add': 'Menambah rencana aksi',
  'action.delete': 'Menghapus rencana aksi',
  'leave.request': 'Mengajukan cuti',
  'leave.withdraw': 'Membatalkan cuti',
  'leave.consider': 'Mempertimbangkan cuti',
  'leave.decide': 'Memutus cuti',
  'leave.give-back': 'Mengembalikan hari cuti',
  'leave.record': 'Mencatat keputusan cuti',
  'leave-entry.add': 'Mencatat sisa cuti',
  'leave-entry.withdraw': 'Menarik catatan sisa cuti',
  'leave.approve': 'Menyetujui cuti',
  'leave.return': 'Mengembalikan cuti',
  'explanation.give': 'Menjelaskan kehadiran',
  'explanation.withdraw': 'Menarik klarifikasi',
  'explanation.agree': 'Menyetujui klarifikasi',
  'explanation.return': 'Mengembalikan klarifikasi',
  'explanation.accept': 'Menerima klarifikasi',
  'explanation.refuse': 'Menolak klarifikasi',
  'realisation.correct': 'Mengoreksi realisasi',
  'realisation.reset': 'Menghapus koreksi realisasi',
  'evaluation.assess': 'Mengisi realisasi',
  'evaluation.begin': 'Menilai tanpa penilaian diri',
  'evaluation.return': 'Mengembalikan evaluasi',
  'evaluation.rate': 'Menilai',
  'evaluation.finalise': 'Menetapkan evaluasi',
  'evaluation.receive': 'Menerima hasil evaluasi',
  'evaluation.object': 'Mengajukan keberatan',
  'evaluation.decide': 'Memutus keberatan',
  'evaluation.follow-up': 'Mencatat tindak lanjut',
  'document.issue': 'Membuat dokumen',
  'shift.plan': 'Menyusun jadwal sif',
  'role.assign': 'Membagi peran',
  'role.delete': 'Menghapus peran',
  'feedback.give': 'Memberi umpan balik',
  'feedback.withdraw': 'Menarik umpan balik',
  'achievement.set': 'Menetapkan capaian organisasi',
  'agency.open': 'Menyiapkan instansi',
  'personnel.take': 'Mengimpor pegawai',
  'assignment.move': 'Memindahkan pegawai',
  'delegation.add': 'Menunjuk Plt/Plh',
  'delegation.end': 'Mengakhiri Plt/Plh',
  'policy.adopt': 'Menetapkan aturan',
  'work-hours.assign': 'Menetapkan jam kerja',
  'work-hours.end': 'Mengakhiri jam kerja',
  'extension.open': 'Membuka kembali pengisian',
  'extension.end': 'Mengakhiri pembukaan kembali',
  'outage.declare': 'Menyatakan gangguan',
  'outage.end': 'Mengakhiri gangguan',
  'maintenance.begin': 'Memulai pemeliharaan',
  'maintenance.end': 'Mengakhiri pemeliharaan',
  'outage.find': 'Mencatat gangguan server',
  'template.save': 'Menyimpan templat',
  'delivery.note': 'Mencatat berkas yang dibawa',
  'holiday.set': 'Mengisi hari libur',
  'attendance.record': 'Mencatat kehadiran',
  'payroll.draw': 'Menyusun daftar TPP',
  'payroll.check': 'Memeriksa daftar TPP',
  'payroll.approve': 'Menyetujui daftar TPP',
  'payroll.return': 'Mengembalikan daftar TPP',
  'allowance.adjust': 'Mencatat koreksi TPP',
  'pay-entry.add': 'Mencatat ketentuan TPP pegawai',
  'pay-entry.end': 'Mengakhiri ketentuan TPP pegawai',
  'payee.tell': 'Mencatat data pembayaran pegawai',
};

export const acts = { names, tables, fields, reasons };

/** Why an act was refused, and what to do next. What this app does not know yet is told as forbidden. */
export function refusalWords({ code, ...details }: Refusal): { reason: string; next: string } {
  const words = refusals[code as RefusalCode] as
    | ((details: RefusalDetails[RefusalCode]) => { reason: string; next: string })
    | undefined;
  return words?.(details as RefusalDetails[RefusalCode]) ?? refusals.forbidden({});
}
