// Bahasa Indonesia: the words of explanations of attendance (klarifikasi).

import type { AttendanceCode } from '#shared/attendance/rules/codes.ts';
import type {
  ExplanationEffect,
  ExplanationKind,
  ExplanationState,
  SlipExplanation,
} from '#shared/attendance/rules/explanation.ts';
import { allowance } from './allowance.ts';
import { formatDate, formatDecimal, formatMonth, formatRupiah } from './format.ts';

const kinds: Record<ExplanationKind, string> = {
  forgot: 'Lupa absen atau mesin gagal',
  duty: 'Dinas luar dengan surat tugas',
  wfa: 'Bekerja dari tempat lain (WFA)',
  training: 'Diklat, bimtek, atau rapat undangan',
  other: 'Sebab lain',
};

const states: Record<ExplanationState, string> = {
  submitted: 'Menunggu atasan',
  returned: 'Dikembalikan atasan',
  agreed: 'Menunggu bendahara',
  accepted: 'Diterima',
  refused: 'Ditolak bendahara',
};

const effects: Record<ExplanationEffect, string> = {
  'missing-scans': 'Bila diterima, absen yang tidak tercatat dianggap tepat waktu; yang tercatat mesin tetap berlaku.',
  'whole-day': 'Bila diterima, hari itu tidak dipotong.',
};

const letters: Partial<Record<ExplanationKind, string>> = {
  duty: 'Nomor surat tugas',
  training: 'Nomor surat tugas atau undangan',
};

const clock = (at: string | null, none: string) => at?.replace(':', '.') ?? none;

export const explanations = {
  title: 'Klarifikasi kehadiran',
  short: 'Jelaskan hari yang salah tercatat',
  note: 'Mesin bisa keliru: lupa absen, dinas luar, diklat. Jelaskan harinya; atasan menyetujui, lalu bendahara menerima. Sesudah itu barulah potongannya berubah.',
  kinds,
  states,
  effects,
  codes: (codesOf: readonly AttendanceCode[]) =>
    codesOf.map((code) => `${code === 'alpa' ? 'Alpa' : code}, ${allowance.slip.codes[code]}`).join('; '),
  recorded: (arrival: string | null, departure: string | null) =>
    `Datang ${clock(arrival, 'tidak tercatat')}, pulang ${clock(departure, 'tidak tercatat')}`,
  onDuty: 'Tercatat dinas luar',
  noRecord: 'Belum ada data mesin untuk hari ini.',
  hours: ({ start, end }: { start: string; end: string }) => `Jam kerja ${clock(start, '')}–${clock(end, '')}`,
  noWorkingDay: 'Bukan hari kerja',
  inTime: 'Tanpa potongan',
  open: 'Hari yang dapat dijelaskan',
  noneOpen: 'Tidak ada hari yang perlu dijelaskan',
  /** Until when: the day on which superiors approve the month, and, where that is past, the approval itself. */
  by: (month: string, until: string, today: string) =>
    today <= until
      ? `${formatMonth(month)}: jelaskan paling lambat ${formatDate(until)} agar ikut dihitung dalam TPP bulan itu.`
      : `${formatMonth(month)}: masih dapat dijelaskan sampai TPP bulan itu disetujui. Jelaskan secepatnya.`,
  other: 'Jelaskan hari lain',
  otherNote: 'Misalnya dinas luar kemarin: tidak perlu menunggu data mesin dibaca bendahara.',
  date: 'Tanggal',
  next: 'Lanjut',
  future: 'Hari itu belum tiba.',
  explain: 'Jelaskan hari ini',
  told: 'Yang sudah dijelaskan',
  noneTold: 'Belum ada klarifikasi',
  kind: 'Yang terjadi',
  text: 'Jelaskan dengan singkat',
  textHint: 'Contoh: mesin di lobi mati, Bu Rina melihat saya datang pukul 07.20',
  letter: (kind: ExplanationKind) => letters[kind] ?? 'Nomor surat',
  letterHint: 'Contoh: 090/123/Dishub/2026',
  send: 'Kirim ke atasan',
  sendAgain: 'Kirim perubahan',
  sent: (reached: boolean) =>
    reached ? 'Klarifikasi dikirim ke atasan' : 'Klarifikasi tersimpan, dikirim ke atasan begitu tersambung',
  withdraw: 'Tarik klarifikasi',
  withdrawTitle: 'Tarik klarifikasi ini?',
  withdrawNote: 'Klarifikasi dan buktinya dihapus. Hari itu dapat dijelaskan lagi selama TPP bulannya belum disetujui.',
  withdrawn: 'Klarifikasi ditarik',
  changesNothing: 'Klarifikasi jenis ini tidak mengubah potongan hari ini: datang dan pulang sudah tercatat mesin.',
  stateNotes: {
    submitted: 'Atasan belum memutuskan. Sampai saat itu isinya masih dapat diubah.',
    returned: 'Perbaiki, lalu kirim lagi.',
    agreed: 'Atasan setuju. Bendahara memutuskan berikutnya.',
    accepted: 'Bendahara menerima. Slip TPP sudah memakai keterangan ini.',
    refused: 'Bila ada bukti lain, perbaiki dan kirim lagi.',
  } satisfies Record<ExplanationState, string>,
  typed: 'Yang sempat Anda tulis',
  closed: (month: string) =>
    `TPP ${formatMonth(month)} sudah disetujui dan tidak berubah lagi, jadi hari ini tidak dapat dijelaskan.`,
  closedNext: (treasurer: string | null) =>
    `Siapkan buktinya dan temui ${treasurer ?? 'bendahara'}${treasurer ? ' (bendahara)' : ''}: bila benar, selisihnya dicatat sebagai koreksi TPP dan dibayar bersama bulan berikutnya.`,
  onLeave: (days: string) => `Anda sedang cuti pada hari itu (${days}), jadi tidak ada yang perlu dijelaskan.`,
  agreeOwn: 'Setujui sebagai kepala instansi',
  agree: 'Setujui klarifikasi',
  agreed: 'Klarifikasi disetujui, diteruskan ke bendahara',
  giveBack: 'Kembalikan',
  giveBackTitle: 'Kembalikan klarifikasi',
  givenBack: 'Klarifikasi dikembalikan',
  cardTitle: (date: string) => `Klarifikasi ${formatDate(date)}`,
  office: {
    title: 'Klarifikasi kehadiran',
    short: 'Menerima atau menolak penjelasan pegawai',
    note: 'Klarifikasi yang sudah disetujui atasan. Yang diterima mengubah potongan hari itu di slip pegawai.',
    forbidden: 'Daftar klarifikasi hanya untuk bendahara dan administrator.',
    waiting: (count: number) => `Menunggu keputusan (${count})`,
    none: 'Tidak ada klarifikasi yang menunggu',
    decided: 'Sudah diputuskan',
    letter: (number: string) => `Surat ${number}`,
    with: 'Bila diterima',
    agreedBy: (name: string, at: string) => `Disetujui ${name}, ${at}`,
    decidedBy: (name: string, at: string) => `Diputuskan ${name}, ${at}`,
    closed: 'TPP bulan ini sudah disetujui: yang diterima dibayar sebagai koreksi.',
    own: 'Klarifikasi Anda sendiri diputuskan bendahara lain atau administrator.',
    accept: 'Terima',
    accepted: 'Klarifikasi diterima',
    refuse: 'Tolak',
    refuseTitle: 'Tolak klarifikasi',
    refused: 'Klarifikasi ditolak',
    reason: 'Alasan',
    reasonHint: 'Contoh: nomor surat tugas tidak ada di buku agenda',
    acceptOf: (name: string, date: string) => `Terima klarifikasi ${name}, ${formatDate(date)}`,
    refuseOf: (name: string, date: string) => `Tolak klarifikasi ${name}, ${formatDate(date)}`,
    evidence: 'Bukti',
    noEvidence: 'Tanpa bukti.',
  },
  slip: {
    title: 'Klarifikasi',
    /** Both states of a day, and the rupiah between them. */
    both: ({ before, after, amount }: SlipExplanation) => {
      const between = `selisih ${formatRupiah(amount)}`;
      // A policy may take a day in another unit than percent of the discipline: then the rupiah alone tell.
      if (before === after) return `Dengan klarifikasi: ${between}`;
      const without = `Tanpa klarifikasi dipotong ${formatDecimal(before)} %`;
      return after === '0'
        ? `${without}, dengan klarifikasi tidak dipotong: ${between}`
        : `${without}, dengan klarifikasi ${formatDecimal(after)} %: ${between}`;
    },
    applied: 'Slip ini memakai klarifikasinya.',
    notApplied: 'Slip ini belum memakai klarifikasinya.',
    refused: 'Slip ini tidak memakai klarifikasinya.',
  },
};
