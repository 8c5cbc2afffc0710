// Bahasa Indonesia: the words of leave (cuti): asking for it, considering, deciding, and what is left.

import type { AnnualLeave } from '#shared/leave/rules/annual-leave.ts';
import type { LeaveAnswer, LeaveEntryKind, LeaveState } from '#shared/leave/rules/leave.ts';
import type { LeaveOfficial } from '#shared/leave/rules/policy.ts';
import { formatDate, formatNumber, formatSpan } from './format.ts';

const states: Record<LeaveState, string> = {
  submitted: 'Menunggu pertimbangan atasan',
  considered: 'Menunggu keputusan pejabat',
  approved: 'Disetujui',
  postponed: 'Ditangguhkan',
  refused: 'Tidak disetujui',
  returned: 'Dikembalikan',
  cancelled: 'Dibatalkan',
};

const answers: Record<LeaveAnswer, string> = {
  agree: 'Disetujui',
  change: 'Perubahan tanggal',
  postpone: 'Ditangguhkan',
  refuse: 'Tidak disetujui',
};

const days = (from: string, until: string) =>
  from === until ? formatDate(from) : `${formatDate(from)} – ${formatDate(until)}`;

/** What the days of a year are made of, such as "12 jatah tahun ini + 6 dari tahun sebelumnya". */
const madeOf = ({ entitled, carried, added }: AnnualLeave) =>
  [
    `${formatNumber(entitled)} jatah tahun ini`,
    carried > 0 && `${formatNumber(carried)} dari tahun sebelumnya`,
    added > 0 && `${formatNumber(added)} pengganti cuti bersama`,
  ]
    .filter(Boolean)
    .join(' + ');

export const leave = {
  states,
  answers,
  days,
  title: 'Cuti',
  note: 'Atasan memberi pertimbangan, pejabat yang berwenang memutus. Hari cuti tidak dihitung sebagai hari kerja kosong.',
  request: 'Ajukan cuti',
  kind: 'Jenis cuti',
  from: 'Mulai',
  until: 'Sampai',
  reason: 'Keterangan',
  requested: 'Cuti diajukan',
  asks: (count: number) => `${count} hari kerja`,
  reversed: 'Tanggal akhir mendahului tanggal awal.',
  noDays: 'Tidak ada hari kerja di dalamnya.',
  jointLeave: (count: number) => `${count} hari cuti bersama di dalamnya tidak mengurangi jatah.`,
  tooMany: (count: number) =>
    `Lebih ${count} hari dari sisa yang tercatat. Tetap dapat diajukan; atasan dan pejabat melihatnya juga.`,
  beyond: (count: number) => `Lebih ${count} hari dari sisa yang tercatat.`,
  overlaps: (span: string) => `Anda sudah mengajukan cuti ${span}. Batalkan yang itu dahulu, atau pilih hari lain.`,
  none: 'Belum ada cuti',
  withdraw: 'Batalkan',
  withdrawn: 'Cuti dibatalkan',
  waiting: 'Cuti menunggu pertimbangan',
  annual: {
    title: (year: string) => `Cuti tahunan ${year}`,
    left: (count: number) => `Sisa ${formatNumber(count)} hari kerja`,
    of: madeOf,
    used: ({ used, asked }: AnnualLeave) =>
      asked > 0
        ? `terpakai ${formatNumber(used)}, sedang diajukan ${formatNumber(asked)}`
        : `terpakai ${formatNumber(used)}`,
    unknown: 'Sisa tahun sebelumnya belum dicatat kantor dan belum termasuk; tanyakan kepada kepegawaian.',
    longLeave: 'Tahun ini ada cuti besar, jadi tidak ada jatah cuti tahunan.',
  },
  steps: {
    /** The superior, or the official; the name is empty where it is not known here. */
    waitsFor: (name: string) => `Menunggu ${name || 'atasan'}`,
    waitsForOffice: 'Menunggu keputusan di atas instansi; dicatat oleh kepegawaian',
    considered: (name: string, answer: LeaveAnswer) => `Pertimbangan ${name}: ${answers[answer].toLowerCase()}`,
    notedOnly: 'Atasan sudah menyetujui lewat aplikasi versi lama; masih harus diteruskan kepada pejabat.',
    suggests: (span: string) => `Usul tanggal: ${span}`,
    decided: (name: string) => `Keputusan ${name}`,
    recorded: (paper: string) => `Dicatat kepegawaian dari ${paper}`,
    asked: (span: string) => `Semula diminta ${span}`,
    note: (text: string) => `Catatan: ${text}`,
    back: (span: string, reason: string) => `Tidak dijalankan ${span}: ${reason}`,
  },
  back: {
    action: 'Kembalikan hari cuti',
    callBack: 'Panggil kembali bekerja',
    note: 'Hari yang dikembalikan menjadi hari kerja lagi dan kembali ke sisa cuti tahunan.',
    reason: 'Alasan',
    done: 'Hari cuti dikembalikan',
  },
  answer: {
    consider: 'Beri pertimbangan',
    decide: 'Putuskan',
    /** Superior and official are one person. */
    both: 'Pertimbangkan dan putuskan',
    record: 'Catat keputusan',
    label: 'Jawaban',
    note: 'Alasan',
    noteOptional: 'Catatan',
    days: 'Tanggal pengganti',
    from: 'Diganti mulai',
    until: 'Diganti sampai',
    /** What is granted by it: its working days, and when. */
    agree: (count: number, from: string, until: string) => `Setujui ${count} hari: ${formatSpan(from, until)}`,
    asSuggested: 'Tanggalnya menurut usul atasan.',
    other: 'Jawaban lain',
    again: 'Ubah pertimbangan',
    considered: 'Pertimbangan tersimpan',
    decided: 'Keputusan tersimpan',
    goesTo: (name: string) => `Diteruskan kepada ${name} untuk diputus.`,
    goesToOffice: 'Diteruskan ke kepegawaian: keputusan dibuat di atas instansi.',
    nobody: 'Pejabat yang berwenang belum dapat ditentukan dari data jabatan. Hubungi kepegawaian.',
    paper: 'Surat keputusan',
    paperHint: 'Nomor dan tanggal surat, misalnya: Keputusan Bupati 850/77/2026',
  },
  team: {
    title: 'Kalender cuti tim',
    note: 'Siapa yang cuti, dan kapan. Bekerja juga tanpa jaringan.',
    month: 'Bulan',
    before: 'Bulan sebelumnya',
    after: 'Bulan berikutnya',
    nobody: 'Tidak ada yang cuti pada bulan ini',
    others: 'Yang juga cuti di sekitar tanggal itu',
    noOthers: 'Tidak ada anggota tim lain yang cuti pada hari-hari itu.',
    onlyHere: 'Hanya pegawai yang datanya ada di perangkat ini.',
    sameDays: (count: number) => `${count} orang pada hari yang sama`,
    asked: 'diajukan',
    approved: 'disetujui',
  },
  due: (count: number) => `${count} cuti menunggu keputusan Anda`,
  requestOf: 'Permintaan cuti',
  gone: 'Cuti ini sudah diputus atau dibatalkan, dan tidak lagi menunggu Anda.',
  office: {
    title: 'Cuti pegawai',
    short: 'Sisa cuti tahunan, dan keputusan cuti kepala',
    note: 'Catat sisa cuti sebelum memakai aplikasi ini, dan hari pengganti bagi yang bertugas saat cuti bersama.',
    waiting: 'Menunggu keputusan di atas instansi',
    noneWaiting: 'Tidak ada yang menunggu',
    entries: 'Catatan yang berlaku',
    noEntries: 'Belum ada catatan',
    withdrawnEntries: 'Yang ditarik',
    add: 'Catat sisa cuti',
    added: 'Sisa cuti dicatat',
    person: 'Pegawai',
    choose: 'Pilih pegawai',
    kind: 'Jenis catatan',
    kinds: {
      left: 'Sisa cuti tahunan pada suatu tanggal',
      'joint-leave': 'Tambahan karena bertugas saat cuti bersama',
    } satisfies Record<LeaveEntryKind, string>,
    asOf: { left: 'Per tanggal (pagi hari)', 'joint-leave': 'Hari bertugas' } satisfies Record<LeaveEntryKind, string>,
    asOfHint: 'Cuti mulai tanggal ini dihitung aplikasi; yang sebelumnya sudah termasuk dalam angka Anda.',
    dayCount: { left: 'Sisa jatah tahun itu (hari kerja)', 'joint-leave': 'Tambahan (hari kerja)' } satisfies Record<
      LeaveEntryKind,
      string
    >,
    carried: 'Sisa tahun-tahun sebelumnya (hari kerja)',
    carriedHint: 'Yang masih boleh dipakai tahun itu; 0 bila tidak ada',
    source: 'Dasar',
    sourceHint: 'Misalnya: Kartu cuti 2026, atau nomor surat tugas',
    save: 'Simpan',
    says: (entry: { kind: LeaveEntryKind; year: string; days: number; carried: number; asOf: string }) =>
      entry.kind === 'left'
        ? `Per ${formatDate(entry.asOf)}: ${entry.days} hari jatah ${entry.year}, ${entry.carried} hari dari tahun sebelumnya`
        : `${formatDate(entry.asOf)}: tambahan ${entry.days} hari untuk ${entry.year}`,
    by: (name: string, at: string) => `Dicatat ${name}, ${at}`,
    withdrawnBy: (name: string, at: string, reason: string) => `Ditarik ${name}, ${at}: ${reason}`,
    withdraw: 'Tarik',
    withdrawTitle: (name: string) => `Tarik catatan ${name}`,
    withdrawn: 'Catatan ditarik',
    again: 'Coba lagi',
  },
  policy: {
    numbers: 'Jatah cuti tahunan',
    source: 'Dasar angka',
    annualDays: 'Hari kerja setahun',
    mostAfterOneYear: 'Paling banyak dengan sisa satu tahun',
    mostAfterTwoYears: 'Paling banyak bila dua tahun tidak dipakai, atau ditangguhkan',
    mostHint: 'Termasuk jatah tahun berjalan',
    wrongOrder: 'Angka tidak boleh mengecil dari atas ke bawah.',
    longest: 'Lama cuti paling banyak (bulan)',
    longestNote:
      '0 berarti tanpa batas. Cuti sejenis yang bersambung, juga bila hanya terpisah akhir pekan, dihitung bersama.',
    official: 'Pejabat yang berwenang memberi cuti',
    officials: {
      'above-superior': 'Atasan dari atasan langsung',
      head: 'Kepala instansi',
      named: 'Pejabat tertentu',
    } satisfies Record<LeaveOfficial, string>,
    named: 'Pejabat itu',
    headNamed: 'Yang memutus cuti kepala instansi',
    headNamedNone: 'Di atas instansi; kepegawaian mencatat keputusannya',
    delegation: 'Dasar pelimpahan wewenang',
    delegationHint: 'Nomor keputusan; “contoh” bila belum ada',
  },
};
