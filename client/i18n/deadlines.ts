// Bahasa Indonesia: last days to fill in (batas pengisian), and what is filled in longer. They come with their screens.

import type { Extension, Filling } from '#shared/time-rules/rules/extensions.ts';
import type { MovedDay } from '#shared/time-rules/rules/moved-day.ts';
import { formatDate, formatDay, formatDeadline, formatNumber } from './format.ts';
import { periodName } from './period.ts';

const fillings: Record<Filling, string> = {
  plan: 'SKP',
  work: 'Kegiatan harian',
  assessment: 'Realisasi oleh pegawai',
  rating: 'Penilaian oleh atasan',
};

/** Kamis, 10 Desember pukul 24.00: the last day is over with its end. */
const endOf = (day: string) => `${formatDay(day)} pukul 24.00`;

/** The clause of a last day, as whoever must act reads it. */
function by({ until }: Pick<MovedDay, 'until'>, today: string): string {
  if (until === null) return 'batasnya terbuka selama gangguan';
  return until < today ? `batasnya lewat ${formatDate(until)}` : `sampai ${endOf(until)}`;
}

/** Why a last day is another than the rule says; empty where it is not. */
function why({ movedBy, reopened }: MovedDay): string {
  if (reopened) return `Dibuka kembali: ${reopened.reason}`;
  return movedBy ? 'Diundur karena gangguan' : '';
}

/** Of work its days; of a period or a plan the days that they cover. */
const spanText = ({ from, until }: Pick<Extension, 'from' | 'until'>) =>
  from === until ? formatDate(from) : `${formatDate(from)} – ${formatDate(until)}`;

const daysAfter = (days: number, what: string) => (days === 0 ? `Pada ${what}` : `${days} hari setelah ${what}`);

export const deadlines = {
  title: 'Batas pengisian',
  short: 'Hari terakhir mengisi, dan membukanya kembali',
  fillings,
  by,
  why,
  rules: {
    title: 'Batas yang berlaku',
    note: 'Gangguan mengundurkan setiap batas. Ketuk untuk melihat atau mengubah aturannya.',
    plan: (days: number) => `Diajukan paling lambat ${days} hari setelah 1 Januari, atau setelah mulai bekerja`,
    work: (days: number, time: string) =>
      `${days === 0 ? 'Dicatat pada hari itu juga' : `Dicatat paling lambat ${days} hari sesudahnya`}, sampai pukul ${time.replace(':', '.')}`,
    assessment: (days: number) => daysAfter(days, 'masa berakhir; sesudahnya atasan menilai tanpa isian pegawai'),
    rating: (days: number) => daysAfter(days, 'masa berakhir'),
    next: (period: string, day: string) => `${period}: ${endOf(day)}`,
    nextPlan: (day: string | null) => (day === null ? '' : `Tahun ini: ${endOf(day)}`),
    source: (source: string) => (source === 'contoh' ? 'Dasar: contoh, belum dari peraturan' : `Dasar: ${source}`),
  },
  longer: {
    title: 'Buka kembali pengisian',
    note: 'Untuk seorang pegawai, atau satu unit dengan unit di bawahnya. Yang diisi sampai batas baru dihitung tepat waktu; tercatat dengan nama Anda.',
    filling: 'Yang dibuka',
    from: 'Hari kerja dari',
    until: 'Sampai',
    period: 'Masa',
    periodHint: 'Berlaku juga untuk evaluasi tahunan yang berakhir di masa itu.',
    level: 'Untuk',
    levels: { person: 'Seorang pegawai', unit: 'Satu unit kerja' },
    unit: 'Unit kerja',
    unitHint: 'Berlaku juga bagi unit di bawahnya.',
    choose: 'Pilih',
    search: 'Cari nama atau NIP',
    lastDay: 'Batas baru',
    lastDayHint: 'Sampai pukul 24.00 hari itu.',
    reason: 'Alasan',
    reasonHint: 'Terbaca oleh pegawai dan atasannya. Contoh: bertugas di daerah tanpa listrik.',
    save: 'Buka kembali',
    saved: 'Pengisian dibuka kembali',
    list: 'Yang sedang dibuka kembali',
    none: 'Tidak ada; semua mengikuti batas yang berlaku',
    past: (count: number) => `Yang sudah berakhir (${count})`,
    row: (what: string, name: string) => `${name}: ${what}`,
    days: (row: Pick<Extension, 'from' | 'until' | 'lastDay'>) =>
      `${spanText(row)}, batas baru ${formatDate(row.lastDay)}`,
    because: (reason: string) => `Alasan: ${reason}`,
    ended: (reason: string) => `Diakhiri: ${reason}`,
    end: 'Akhiri',
    endOf: (title: string) => `Akhiri: ${title}`,
    endNote: 'Berakhir besok, pada jam batas yang biasa. Yang sudah diisi tetap tepat waktu.',
    endReason: 'Alasan',
    endDone: 'Pembukaan kembali diakhiri',
  },
  watch: {
    title: 'Pemantauan pengisian',
    short: 'Siapa yang belum mengisi, per unit dan per pegawai',
    team: 'Pemantauan tim',
    teamNote: 'Bawahan langsung Anda, dari data di perangkat ini; jalan juga tanpa jaringan.',
    officeNote: 'Seluruh pegawai instansi, dihitung server saat ini juga.',
    month: 'Bulan',
    show: 'Tampilkan',
    units: 'Per unit kerja',
    ofUnit: (name: string) => `${name}, dengan unit di bawahnya`,
    allUnits: 'Semua unit',
    list: (name: string, count: number) => `${name} (${formatNumber(count)})`,
    lists: {
      all: 'Semua pegawai',
      noPlan: 'Belum punya SKP',
      notApproved: 'SKP belum disetujui',
      empty: 'Ada hari kosong',
      late: 'Terlambat dicatat',
      unassessed: 'Realisasi belum diisi',
      unrated: 'Belum dinilai',
      over: 'Lewat batas',
    },
    plans: {
      none: 'Belum punya SKP',
      draft: 'SKP masih draf',
      submitted: 'SKP menunggu atasan',
      returned: 'SKP dikembalikan',
      approved: 'Disetujui',
    },
    empty: (days: number) => `${days} hari kosong`,
    late: (days: number) => `${days} hari terlambat dicatat`,
    unassessed: (count: number) => `${count} realisasi belum diisi`,
    unrated: (count: number) => `${count} masa belum dinilai`,
    over: 'lewat batas',
    complete: 'Lengkap',
    yes: 'ya',
    columns: {
      name: 'Nama',
      nip: 'NIP',
      unit: 'Unit kerja',
      people: 'Pegawai',
      plan: 'SKP',
      empty: 'Hari kosong',
      late: 'Hari terlambat',
      unassessed: 'Realisasi belum diisi',
      unrated: 'Masa belum dinilai',
      over: 'Lewat batas',
    },
    none: 'Tidak ada pegawai dalam daftar ini',
    again: 'Coba lagi',
    xlsx: 'Unduh XLSX',
    csv: 'Unduh CSV',
    file: (month: string) => `Pemantauan pengisian ${month}`,
    more: (count: number) => `${formatNumber(count)} lagi; saring daftarnya, atau unduh.`,
    search: 'Cari nama, NIP, atau unit',
  },
  inbox: {
    title: 'Pengingat',
    note: 'Dihitung di perangkat ini, jadi ada juga tanpa jaringan.',
    urgent: 'Segera',
    later: 'Nanti',
    none: 'Tidak ada yang perlu diingatkan',
    what: ({ filling, count, period }: { filling: Filling; count: number; period: string | null }) => {
      const of = period === null ? '' : periodName(period);
      const texts: Record<Filling, string> = {
        plan: 'Ajukan SKP tahun ini',
        work: `Catat ${count} hari kerja yang masih kosong`,
        assessment: `Isi realisasi ${of}`,
        rating: `Nilai ${count} evaluasi bawahan, ${of}`,
      };
      return texts[filling];
    },
    until: (deadline: string | null, timeZone: string, now: Date) => {
      if (deadline === null) return 'Batasnya terbuka selama gangguan';
      const moment = formatDeadline(deadline, timeZone);
      return Date.parse(deadline) < now.getTime() ? `Batasnya lewat ${moment}` : `Sampai ${moment}`;
    },
  },
  today: {
    skp: (text: string, clause: string) => `${text}, ${clause}`,
    assess: (period: string, clause: string) => `Isi realisasi ${periodName(period)}, ${clause}`,
    assessOver: (period: string, until: string) =>
      `Isi realisasi ${periodName(period)}: batasnya lewat ${formatDate(until)}, atasan dapat menilai tanpa isian Anda`,
    rate: (count: number, clause: string) => `Nilai ${count} evaluasi bawahan, ${clause}`,
  },
};
