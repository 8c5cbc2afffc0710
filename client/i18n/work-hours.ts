// Bahasa Indonesia: the words of working hours by group, and of shifts. They come with their screens.

import type { WorkDay } from '#shared/time-rules/rules/calendar.ts';
import type { PlanRemark } from '#shared/time-rules/rules/shifts.ts';
import type { HoursLevel, HoursTemplateName } from '#shared/time-rules/rules/work-hours.ts';
import { formatDate, formatDay, formatMonth } from './format.ts';

/** 07.00 */
const clock = (time: string) => time.replace(':', '.');
const span = (start: string, end: string) => `${clock(start)}–${clock(end)}`;

const templates: Record<HoursTemplateName, string> = {
  ramadan: 'Jam kerja Ramadan',
  'six-days': 'Enam hari kerja',
  'part-time': 'Paruh waktu',
};

const levels: Record<HoursLevel, string> = { agency: 'Semua pegawai', unit: 'Unit kerja', person: 'Pegawai' };

const doubles: Record<Exclude<PlanRemark['what'], 'no-shift'>, (names: string) => string> = {
  'two-shifts': (names) => `dua sif sehari (${names})`,
  overlap: (names) => `sif bertumpuk (${names})`,
};

/** A line for each double shift, and one for all days of a month that have none. */
function remarkLines(remarks: readonly PlanRemark[]): string[] {
  const empty = remarks.filter(({ what }) => what === 'no-shift').map(({ date }) => Number(date.slice(8)));
  const lines = remarks.flatMap(({ date, what, names }) =>
    what === 'no-shift' ? [] : [`${formatDay(date)}: ${doubles[what](names.join(', '))}`],
  );
  return empty.length === 0 ? lines : [...lines, `${empty.length} hari belum ada sif: tanggal ${empty.join(', ')}`];
}

/** What a day is for who works it. */
function dayOf(day: WorkDay): string {
  if (day.is === 'free') return 'Libur';
  if (day.is === 'unplanned') return 'Sif belum dijadwalkan atasan';
  const hours = span(day.hours.start, day.hours.end);
  return day.by === 'shift' ? `Sif ${day.name}, ${hours}` : hours;
}

export const workHours = {
  span,
  dayOf,
  remarkLines,
  shift: (name: string, start: string | null, end: string | null) =>
    start === null || end === null ? name : `${name} ${span(start, end)}`,
  today: (day: WorkDay) => `Jam kerja hari ini: ${dayOf(day)}`,
  plan: {
    title: 'Jadwal sif',
    note: 'Pilih sif, lalu ketuk hari pegawai. Tersimpan di perangkat ini dan terkirim sendiri.',
    month: 'Bulan',
    brush: 'Sif yang dipasang',
    off: 'Lepas',
    clear: 'Kosongkan',
    beside: 'Pasang di samping sif yang sudah ada',
    besideHint: 'Untuk dua sif dalam sehari. Tanpa ini, ketukan mengganti sif hari itu.',
    other: 'Sif lain',
    name: 'Nama sif',
    nameHint: 'Contoh: Terminal pagi, Piket',
    start: 'Mulai',
    end: 'Selesai',
    endHint: 'Selesai yang tidak sesudah mulai berarti hari berikutnya.',
    use: 'Pakai sif ini',
    defaults: { morning: 'Pagi', afternoon: 'Siang', night: 'Malam' },
    table: (month: string) => `Jadwal ${formatMonth(month)}`,
    person: 'Pegawai',
    cell: (name: string, date: string, what: string) => `${name}, ${formatDay(date)}: ${what}`,
    empty: 'kosong',
    leave: 'cuti',
    leaveShort: 'C',
    offShort: 'L',
    usual: (hours: string) => `jam biasa ${hours}`,
    unplanned: 'belum dijadwalkan',
    holiday: (name: string) => `libur, ${name}`,
    copy: 'Salin pekan',
    week: 'Pekan',
    weekOf: (from: string, until: string) => `${formatDate(from)} – ${formatDate(until)}`,
    copyNext: 'Salin ke pekan berikutnya',
    copyRest: 'Salin sampai akhir bulan',
    copyNote: 'Hari yang sudah berisi tidak berubah.',
    copied: (count: number) => `${count} sif disalin`,
    nothingToCopy: 'Tidak ada yang disalin: pekan itu kosong, atau hari tujuannya sudah berisi.',
    rest: (count: number) => `Tandai ${count} hari kosong sebagai Lepas`,
    rested: 'Hari kosong ditandai Lepas',
    remarks: 'Perlu dilihat',
    none: 'Tidak ada sif bertumpuk atau hari yang belum dijadwalkan.',
    closed: 'TPP bulan ini sudah disetujui; jadwalnya tidak berubah lagi.',
    noTeam: 'Tidak ada pegawai yang Anda pimpin hari ini',
    legend: 'Keterangan',
  },
  own: {
    title: 'Jadwal saya',
    note: 'Jam kerja tiap hari, dengan sif yang dijadwalkan atasan.',
    next: 'Lihat jadwal',
    leave: 'Cuti',
  },
  before: {
    title: 'Sif yang perlu dilihat sebelum daftar disusun',
    note: 'Minta atasan pegawai memperbaiki jadwalnya. Hari tanpa sif tidak dipotong.',
  },
  groups: {
    title: 'Jam kerja kelompok',
    short: 'Ramadan, enam hari kerja, paruh waktu, dan sif',
    note: 'Yang terdekat berlaku: jam pegawai, lalu jam unit, lalu jam semua pegawai, lalu aturan waktu instansi. Jam unit berlaku juga bagi unit di bawahnya, kecuali yang punya jam sendiri.',
    templates,
    levels,
    add: 'Tetapkan jam kerja',
    kind: 'Jenis',
    kinds: { ...templates, shifts: 'Bekerja dengan jadwal sif', own: 'Jam lain' },
    shiftsNote: 'Jamnya mengikuti jadwal sif yang disusun atasan. Hari kerja tanpa sif diperlihatkan kepada bendahara.',
    source: (source: string) => `Dasar: ${source}. Periksa dengan peraturan kepala daerah.`,
    name: 'Nama',
    nameHint: 'Contoh: Ramadan 1448 H',
    level: 'Berlaku untuk',
    units: 'Unit kerja',
    people: 'Pegawai',
    search: 'Cari nama atau NIP',
    chosen: (count: number) => `${count} dipilih`,
    from: 'Mulai berlaku',
    until: 'Sampai',
    untilOpen: 'kosong: sampai diakhiri',
    backward: 'Tanggal itu sudah lewat. Jam kerja yang berlaku surut mengubah TPP bulan berjalan.',
    reason: 'Alasan berlaku surut',
    save: 'Tetapkan',
    saved: 'Jam kerja ditetapkan',
    noTarget: 'Pilih paling sedikit satu.',
    noDay: 'Isi jam paling sedikit satu hari; selesai sesudah mulai.',
    list: 'Yang berlaku dan akan berlaku',
    none: 'Semua pegawai memakai aturan waktu instansi',
    past: (count: number) => `Yang sudah berakhir atau dibatalkan (${count})`,
    span: (from: string, until: string | null) =>
      until ? `${formatDate(from)} – ${formatDate(until)}` : `sejak ${formatDate(from)}`,
    inShifts: 'Jadwal sif',
    withdrawn: 'Dibatalkan',
    end: 'Akhiri',
    endTitle: (name: string, whom: string) => `Akhiri ${name} untuk ${whom}`,
    endDay: 'Hari terakhir berlaku',
    endDayHint: 'Kosongkan bila salah catat: dianggap tidak pernah berlaku.',
    endReason: 'Alasan',
    ended: 'Jam kerja diakhiri',
  },
};
