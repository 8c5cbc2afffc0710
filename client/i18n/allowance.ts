// Bahasa Indonesia: the words of the allowance (TPP), of attendance, and of the rules that both follow.

import type { PolicyKind } from '#shared/agency/rules/policy.ts';
import type { PayEntries } from '#shared/allowance/api.ts';
import type { PayEntryKind, PayEntryRule } from '#shared/allowance/rules/pay-entries.ts';
import type { DeductionUnit, Measure } from '#shared/allowance/rules/policy.ts';
import type { LeftOut, Slip, SlipLine } from '#shared/allowance/rules/slip.ts';
import type { AttendanceCode } from '#shared/attendance/rules/codes.ts';
import type { CountedMinutes } from '#shared/work/rules/counted-minutes.ts';
import { formatDate, formatDecimal, formatDuration, formatMonth, formatRupiah } from './format.ts';

const percent = (value: string) => `${formatDecimal(value)} %`;

const codes: Record<AttendanceCode, string> = {
  ...{ TL1: 'terlambat 1–30 menit', TL2: 'terlambat 31–60 menit', TL3: 'terlambat 61–90 menit' },
  TL4: 'terlambat lebih dari 90 menit atau tidak absen datang',
  ...{ PSW1: 'pulang 1–30 menit lebih awal', PSW2: 'pulang 31–60 menit lebih awal' },
  ...{ PSW3: 'pulang 61–90 menit lebih awal', PSW4: 'pulang lebih dari 90 menit lebih awal atau tidak absen pulang' },
  alpa: 'tidak hadir tanpa keterangan',
};

const leftOut: Record<LeftOut['why'], string> = {
  late: 'Dicatat setelah batas waktu',
  draft: 'Masih draf: kirim ke atasan',
  submitted: 'Menunggu persetujuan atasan',
  returned: 'Dikembalikan: perbaiki dan kirim lagi',
};

const measured: Record<Measure, (done: string, required: string) => string> = {
  'minutes-a-month': (done, required) => `${done} dari ${required} menit kerja yang disetujui`,
  'minutes-a-day': (done, required) => `${done} dari ${required} menit kerja yang disetujui`,
  days: (done, required) => `${done} dari ${required} hari kerja dengan pekerjaan disetujui`,
};

const payEntryKinds: Record<PayEntryKind, string> = {
  sanction: 'Hukuman disiplin',
  lhkpn: 'LHKPN belum disampaikan',
  plt: 'Plt jabatan kedua',
  cpns: 'CPNS',
  assembly: 'Tidak ikut apel',
};

const span = ({ from, until }: SlipLine) =>
  from === until ? formatDate(from) : `${formatDate(from)} – ${formatDate(until)}`;

const lineReasons: Record<SlipLine['kind'], (line: SlipLine) => string> = {
  sanction: (line) => `Hukuman disiplin: dipotong ${percent(line.percent ?? '0')} dari seluruh TPP, ${span(line)}`,
  lhkpn: (line) => `LHKPN belum disampaikan: dipotong ${percent(line.percent ?? '0')} dari seluruh TPP, ${span(line)}`,
  plt: (line) =>
    `Plt jabatan kelas ${line.postClass}: tambahan ${percent(line.percent ?? '0')} dari besarannya, ${line.days} hari kerja, ${span(line)}`,
  cpns: (line) =>
    `CPNS: dibayar ${percent(line.percent ?? '0')} dari besaran dasar, ${line.days} hari kerja, ${span(line)}`,
  assembly: (line) => `Tidak ikut apel, ${span(line)}`,
  attendance: (line) =>
    line.percent === null
      ? `Kehadiran ${span(line)}: potongan dalam rupiah`
      : `Kehadiran ${span(line)}: dipotong ${percent(line.percent)} dari seluruh TPP`,
  presence: (line) => `Hanya hadir ${line.days} hari: dipotong ${percent(line.percent ?? '0')} dari seluruh TPP`,
};

export const allowance = {
  title: 'TPP',
  slip: {
    title: 'Slip TPP',
    paper: 'Unduh slip',
    short: 'Perhitungan bulan ini dan bulan-bulan lalu',
    forecast: 'Perkiraan sampai hari ini',
    forecastNote: 'Angka ini bergerak selama bulan berjalan: pekerjaan yang disetujui menaikkannya.',
    over: 'Perkiraan; daftar TPP belum disusun',
    states: {
      drawn: 'Disusun bendahara',
      checked: 'Sudah diperiksa',
      approved: 'Disetujui, tidak berubah lagi',
      returned: 'Sedang diperbaiki bendahara',
    },
    month: 'Bulan',
    base: 'Besaran dasar',
    baseOf: (postClass: number | null, base: string) =>
      postClass === null
        ? 'Jabatan ini belum punya kelas'
        : `Kelas jabatan ${postClass}: ${formatRupiah(base)} sebulan`,
    baseShare: (from: string, until: string, paid: number, all: number) =>
      `${formatDate(from)} – ${formatDate(until)}: ${paid} dari ${all} hari kerja`,
    productivity: (weight: string) => `Produktivitas, bobot ${percent(weight)}`,
    discipline: (weight: string) => `Disiplin, bobot ${percent(weight)}`,
    work: ({ measure, done, required, index }: Slip['activities']) =>
      `${measured[measure](formatDecimal(String(done)), formatDecimal(required))} = ${percent(index)}`,
    predicate: ({ index }: NonNullable<Slip['predicate']>, name: string | null) =>
      name === null
        ? 'Evaluasi bulan ini belum final: dihitung penuh, 100 %'
        : `Predikat kinerja ${name} = ${percent(index)}`,
    productivitySum: ({ activities, predicate, productivity }: Slip) => {
      if (!predicate) return `Produktivitas = ${percent(productivity.index)}`;
      const rest = percent(String(100 - Number(predicate.share)));
      return `${rest} × ${percent(activities.index)} + ${percent(predicate.share)} × ${percent(predicate.index)} = ${percent(productivity.index)}`;
    },
    counted: (count: number) => `${count} kegiatan dihitung`,
    /** Why fewer minutes of an entry count than are typed. */
    fewer: ({ minutes, overlapping, beyond }: CountedMinutes) =>
      [
        `Dihitung ${formatDuration(minutes)}`,
        ...(overlapping > 0 ? [`${formatDuration(overlapping)} bertumpuk dengan kegiatan lain`] : []),
        ...(beyond > 0 ? [`${formatDuration(beyond)} melewati batas sehari`] : []),
      ].join('; '),
    leftOut: (count: number) => `${count} kegiatan belum atau tidak dihitung`,
    why: leftOut,
    attended: 'Tidak ada potongan kehadiran.',
    codes,
    day: (codesOf: AttendanceCode[], arrival: string | null, departure: string | null) => {
      const clock = (at: string | null) => at?.replace(':', '.') ?? '–';
      const times = arrival || departure ? ` (${clock(arrival)}–${clock(departure)})` : '';
      return `${codesOf.map((code) => `${code === 'alpa' ? 'Alpa' : code}, ${codes[code]}`).join('; ')}${times}`;
    },
    off: (value: string) => `−${percent(value)}`,
    /** What a day costs, in each unit that the policy takes it in. */
    dayOff: ({ deduction, whole, rupiah }: Slip['attendance']['days'][number]) =>
      [
        ...(deduction === '0' ? [] : [`−${percent(deduction)}`]),
        ...(whole ? [`−${percent(whole)} TPP`] : []),
        ...(rupiah ? [`−${formatRupiah(rupiah)}`] : []),
      ].join(', '),
    unknown: (count: number) => `${count} hari kerja belum ada data kehadirannya; tidak dipotong`,
    unpaid: 'tidak dibayar',
    judgedBy: ({ name, start, end }: { name: string; start: string; end: string }) =>
      `menurut ${name}, ${start.replace(':', '.')}–${end.replace(':', '.')}`,
    unplanned: (count: number) => `${count} hari tanpa jadwal sif; tidak dipotong`,
    disciplineSum: (index: string) => `Disiplin = ${percent(index)}`,
    sum: 'Perhitungan',
    formula: ({ base, productivity, attendance }: Slip) =>
      `${formatRupiah(base)} × (${percent(productivity.weight)} × ${percent(productivity.index)} + ${percent(attendance.weight)} × ${percent(attendance.index)})`,
    /** A line beside work and attendance, in a sentence, with where it is from. */
    line: (line: SlipLine) => `${lineReasons[line.kind](line)} (${line.source})`,
    gross: (value: string) => `= ${formatRupiah(value, 4)}`,
    /** Where the numbers of the agency's policy are from. */
    policySource: (source: string) =>
      source === 'contoh' ? 'Dasar aturan: contoh, belum dari peraturan' : `Dasar aturan: ${source}`,
    assembly: 'Tidak ikut apel',
    presence: ({ days, required }: { days: number; required: number }) =>
      `Hadir ${days} hari; paling sedikit ${required} hari sebulan`,
    exact: (value: string) => `= ${formatRupiah(value, 4)}, dibulatkan`,
    adjustment: (forMonth: string | null) => (forMonth ? `Koreksi ${formatMonth(forMonth)}` : 'Koreksi'),
    total: 'Diterima',
    totalForecast: 'Perkiraan',
    none: 'Belum ada penugasan pada bulan ini, jadi tidak ada TPP.',
  },
  payroll: {
    title: 'Daftar TPP',
    short: 'Menyusun, memeriksa, menyetujui, dan mengekspor',
    forbidden: 'Daftar TPP hanya untuk bendahara, atasannya, dan kepala instansi.',
    again: 'Coba lagi',
    states: {
      open: 'Belum disusun',
      drawn: 'Disusun, menunggu diperiksa',
      checked: 'Diperiksa, menunggu persetujuan kepala',
      approved: 'Disetujui',
      returned: 'Dikembalikan ke bendahara',
    },
    steps: { drawn: 'Disusun oleh', checked: 'Diperiksa oleh', approved: 'Disetujui oleh' },
    running: 'Bulan ini belum berakhir; angka di bawah adalah perkiraan.',
    draw: 'Susun daftar',
    drawAgain: 'Susun ulang daftar',
    drawTitle: (month: string) => `Susun daftar TPP ${month}?`,
    drawNote:
      'Slip setiap pegawai dihitung dan disimpan sebagaimana keadaannya sekarang. Sampai diperiksa, daftar dapat disusun ulang.',
    drawn: 'Daftar disusun',
    check: 'Nyatakan sudah diperiksa',
    checked: 'Daftar diperiksa',
    approve: 'Setujui untuk dibayar',
    approveNote:
      'Setelah disetujui, angka bulan ini tidak berubah lagi. Selisih yang muncul kemudian dibayar sebagai koreksi.',
    approved: 'Daftar disetujui',
    return: 'Kembalikan ke bendahara',
    returned: 'Daftar dikembalikan',
    note: 'Yang perlu diperbaiki',
    noteHint: 'Contoh: kehadiran 6 Oktober belum masuk',
    total: 'Jumlah dibayar',
    totalForecast: 'Perkiraan jumlah',
    people: (count: number) => `${count} pegawai`,
    waiting: (count: number) => `${count} kegiatan belum disetujui`,
    late: (count: number) => `${count} terlambat`,
    explanations: (count: number) => `${count} klarifikasi belum diputuskan`,
    unknownDays: (count: number) => `${count} hari tanpa data kehadiran`,
    correction: (amount: string) => `Selisih setelah ditutup: ${formatRupiah(amount)}`,
    lines: 'Per pegawai',
    xlsx: 'Unduh XLSX',
    csv: 'Unduh CSV',
    slipOf: (name: string) => `Slip ${name}`,
    asPaid: 'Sesuai yang ditutup',
    asKnown: 'Menurut keadaan sekarang',
    adjust: 'Catat koreksi',
    adjustTitle: (name: string) => `Koreksi TPP ${name}`,
    adjustFor: 'Jenis koreksi',
    adjustKinds: {
      difference: (amount: string) => `Selisih bulan yang ditutup (${formatRupiah(amount)})`,
      amount: 'Jumlah yang ditentukan',
    },
    adjustIn: 'Dibayar dalam bulan',
    amount: 'Jumlah (rupiah, minus untuk potongan)',
    amountHint: 'Contoh: -50000',
    amountWrong: 'Tulis angka rupiah, misalnya 125000 atau -50000.',
    reason: 'Alasan',
    adjusted: 'Koreksi dicatat',
    approveBy: (month: string, day: string) =>
      `Setujui pekerjaan ${month} paling lambat ${day}, agar ikut dibayar dalam TPP bulan itu. Yang disetujui sesudahnya dibayar sebagai koreksi.`,
    waitsForYou: (month: string) => `Daftar TPP ${month} menunggu Anda`,
    columns: {
      ...{
        name: 'Nama',
        nip: 'NIP',
        grade: 'Golongan',
        position: 'Jabatan',
        postClass: 'Kelas',
        base: 'Besaran dasar',
      },
      ...{ productivity: 'Produktivitas (%)', discipline: 'Disiplin (%)', amount: 'TPP', adjustments: 'Koreksi' },
      assemblies: 'Apel tidak diikuti (% dari disiplin)',
      total: 'Dibayar',
    },
    kindColumns: {
      ...payEntryKinds,
      attendance: 'Kehadiran (dari seluruh TPP)',
      presence: 'Kehadiran minimum',
    } satisfies Record<SlipLine['kind'], string>,
  },
  register: {
    title: 'Ketentuan TPP pegawai',
    short: 'Hukuman disiplin, LHKPN, Plt, CPNS, dan apel',
    note: 'Ketentuan ini mengubah TPP satu orang. Setiap baris tampil di slipnya, dengan dasarnya.',
    inForce: 'Berlaku',
    history: 'Sudah berakhir atau dibatalkan',
    none: 'Tidak ada ketentuan yang berlaku.',
    noHistory: 'Belum ada.',
    add: 'Tambah ketentuan',
    added: 'Ketentuan disimpan',
    save: 'Simpan',
    end: 'Akhiri atau batalkan',
    endTitle: (name: string) => `Ketentuan TPP ${name}`,
    ended: 'Ketentuan diubah',
    way: 'Yang dilakukan',
    ways: { end: 'Berakhir lebih awal', withdraw: 'Batalkan: ketentuan ini keliru' },
    withdrawn: 'Dibatalkan',
    choose: 'Pilih pegawai',
    person: 'Pegawai',
    kind: 'Jenis',
    kinds: payEntryKinds,
    kindNotes: {
      sanction: 'Dipotong dari seluruh TPP, per bulan penuh, selama masa hukuman.',
      lhkpn: 'Dipotong dari seluruh TPP setiap bulan, sampai diakhiri.',
      plt: 'Tambahan dari besaran jabatan yang dirangkap, menurut hari kerja.',
      cpns: 'Hanya sebagian besaran dasar yang dibayar, menurut hari kerja.',
      assembly: 'Dipotong dari bagian disiplin, menurut aturan instansi.',
    } satisfies Record<PayEntryKind, string>,
    day: 'Tanggal apel',
    from: 'Mulai',
    until: 'Sampai',
    untilOpen: 'Kosongkan bila belum tahu',
    firstDay: 'Pilih tanggal 1.',
    lastDay: 'Pilih hari terakhir bulan.',
    percent: {
      whole: 'Potongan dari seluruh TPP (%)',
      base: 'Dibayar dari besaran dasar (%)',
      added: 'Tambahan dari besaran jabatan itu (%)',
      discipline: 'Potongan (%)',
    } satisfies Record<PayEntryRule['effect'], string>,
    usual: (value: string, source: string) => `Lazimnya ${percent(value)} (${source})`,
    postClass: 'Kelas jabatan yang dirangkap',
    source: 'Dasar',
    sourceHint: 'Nomor surat keputusan atau berita acara.',
    says: ({ kind, validFrom, validUntil, percent: share, postClass }: PayEntries['entries'][number]) => {
      const days =
        validFrom === validUntil
          ? formatDate(validFrom)
          : `${formatDate(validFrom)} – ${validUntil ? formatDate(validUntil) : 'belum berakhir'}`;
      const what = `${payEntryKinds[kind]}${postClass === null ? '' : ` kelas ${postClass}`}`;
      return `${what}${share === null ? '' : `, ${percent(share)}`} · ${days}`;
    },
    by: (name: string, at: string) => `Dicatat ${name}, ${at}`,
    endedBy: (name: string, at: string, reason: string) => `Diubah ${name}, ${at}: ${reason}`,
  },
  attendance: {
    title: 'Kehadiran',
    short: 'Memasukkan berkas mesin absensi (XLS, XLSX, CSV, TXT, DAT)',
  },
  policy: {
    title: 'Aturan instansi',
    unread: 'Ada angka yang kosong atau belum terbaca. Perbaiki isian bertanda merah di atas, lalu coba lagi.',
    short: 'Evaluasi, waktu kerja, TPP, cuti, dan hari libur',
    kinds: {
      performance: 'Aturan evaluasi',
      time: 'Waktu kerja dan batas waktu',
      allowance: 'Aturan TPP',
      leave: 'Aturan cuti',
    } satisfies Record<PolicyKind, string>,
    notes: {
      performance: 'Siklus, keberatan, dan pola distribusi',
      time: 'Jam kerja, batas pencatatan, dan gangguan',
      allowance: 'Besaran, bobot, dan potongan',
      leave: 'Jatah cuti tahunan, dan siapa yang memberi cuti',
    } satisfies Record<PolicyKind, string>,
    holidays: 'Hari libur dan cuti bersama',
    holidaysNote: 'Kalender kerja instansi',
    since: (day: string) => `Berlaku sejak ${day}`,
    default: 'Aturan bawaan; belum pernah diubah',
    next: (day: string) => `Berubah mulai ${day}`,
    history: 'Yang sudah ditetapkan',
    validFrom: 'Berlaku mulai',
    validFromMonth: 'Aturan TPP berlaku per bulan: pilih tanggal 1.',
    backward: 'Tanggal ini sudah lewat. Aturan yang berlaku surut wajib disertai alasan.',
    reason: 'Alasan berlaku surut',
    preview: 'Lihat dampaknya',
    previewNote: 'Sebelum ditetapkan, lihat dahulu siapa yang terkena.',
    previewMonths: {
      already: (month: string) => `Mengubah TPP ${month}`,
      running: (month: string) => `Mengubah TPP ${month} yang berjalan`,
      example: (month: string) => `Seandainya sudah berlaku pada ${month}`,
    },
    changed: (changed: number, people: number) =>
      changed === 0
        ? `Tidak mengubah TPP siapa pun dari ${people} pegawai.`
        : `Mengubah TPP ${changed} dari ${people} pegawai.`,
    adopt: 'Tetapkan',
    adopted: 'Aturan ditetapkan',
    wrong: 'Ada isian yang belum benar. Periksa angka dan jumlah bobotnya.',
    time: {
      hours: 'Jam kerja',
      weekdays: { 1: 'Senin', 2: 'Selasa', 3: 'Rabu', 4: 'Kamis', 5: 'Jumat', 6: 'Sabtu', 7: 'Minggu' },
      works: (day: string) => `${day} hari kerja`,
      start: (day: string) => `${day} masuk`,
      end: (day: string) => `${day} pulang`,
      rest: (day: string) => `${day} istirahat`,
      restOf: (minutes: string) => (minutes === '0' ? 'tanpa istirahat' : `istirahat ${minutes} menit`),
      restUnknown: 'istirahat –',
      effectiveMinutes: 'Menit kerja efektif sehari',
      effectiveBy: 'Pada hari dengan jam kerja lain (Ramadan, paruh waktu, sif)',
      effectiveBys: {
        day: 'Menit yang wajib tetap sama',
        hours: 'Menit yang wajib mengikuti jam kerja hari itu',
      },
      effectiveByHint: 'Berlaku untuk target harian dan untuk menit 100 % TPP. Istirahat tidak dihitung.',
      deadlineDays: 'Pekerjaan dicatat paling lambat (hari setelahnya, 0 = hari itu juga)',
      deadlineTime: 'Pada pukul',
      endOfDay: '24.00 (akhir hari)',
      graceMinutes: 'Kelonggaran setelah batas (menit)',
      outageMinutes: 'Gangguan dihitung bila terjadi dalam … menit sebelum batas',
      movedByWorkingDays: 'Batas diundur sampai … hari kerja setelah gangguan berakhir',
      approvalDay: 'Atasan menyetujui paling lambat tanggal … bulan berikutnya',
    },
    allowance: {
      base: 'Besaran per kelas jabatan (rupiah sebulan)',
      baseOf: (postClass: number) => `Kelas ${postClass}`,
      weights: 'Bobot (%)',
      productivityWeight: 'Produktivitas',
      disciplineWeight: 'Disiplin',
      notHundred: 'Jumlah kedua bobot harus 100 %.',
      measure: 'Dasar produktivitas',
      measures: {
        'minutes-a-month': 'Menit kerja disetujui dalam sebulan',
        'minutes-a-day': 'Menit kerja disetujui per hari kerja',
        days: 'Hari kerja yang ada pekerjaan disetujui',
      } satisfies Record<Measure, string>,
      minutes: 'Menit untuk 100 %',
      predicateShare: 'Bagian predikat dalam produktivitas (%)',
      predicateIndex: 'Nilai predikat (%)',
      dailyMost: 'Menit yang dihitung dalam sehari, paling banyak',
      dailyMostHint: 'Menit yang bertumpuk selalu dihitung sekali.',
      lateWork: 'Pekerjaan yang dicatat setelah batas waktu',
      lateWorks: { 'not-counted': 'Tidak dihitung', counted: 'Tetap dihitung' },
      source: 'Dasar aturan',
      sourceHint: 'Peraturan tempat angka-angka ini tertulis. Tulis "contoh" bila belum ada.',
      deductions: 'Potongan kehadiran dan disiplin',
      unitNames: {
        discipline: 'Persen dari bagian disiplin',
        whole: 'Persen dari seluruh TPP',
        rupiah: 'Rupiah',
      } satisfies Record<DeductionUnit, string>,
      absenceUnit: 'Alpa dipotong sebagai',
      classesUnit: 'Terlambat dan pulang awal dipotong sebagai',
      missingScan: 'Tidak absen datang atau pulang',
      asClass: 'Sama dengan TL4 atau PSW4',
      missingScanValue: 'Setiap kali tidak absen',
      assembly: 'Tidak ikut apel, persen dari bagian disiplin',
      presentDays: 'Hadir paling sedikit (hari sebulan)',
      presentDaysHint: '0: tidak ada batas. Cuti dan hari tanpa data dihitung hadir.',
      presencePaid: 'Kurang dari itu dibayar (%)',
      absence: 'Alpa, per hari',
      late: (index: number) => `TL${index} (${codes[`TL${index}` as 'TL1']})`,
      early: (index: number) => `PSW${index} (${codes[`PSW${index}` as 'PSW1']})`,
      leave: 'Potongan cuti per hari (%)',
      leavePaid: (kind: string) => `${kind}: tetap dibayar`,
      rounding: 'Pembulatan',
      roundings: { down: 'Ke bawah', nearest: 'Ke angka terdekat' },
      roundingUnit: 'Kelipatan (rupiah)',
    },
    holiday: {
      add: 'Tambah hari',
      date: 'Tanggal',
      kind: 'Jenis',
      kinds: { libur: 'Hari libur', 'cuti-bersama': 'Cuti bersama', kerja: 'Tetap hari kerja' },
      name: 'Nama hari',
      set: 'Simpan hari',
      saved: 'Kalender diperbarui',
      many: 'Tempel daftar hari libur',
      manyHint: 'Satu hari per baris: tanggal; nama; cuti bersama bila cuti bersama. Contoh: 2027-01-01; Tahun Baru',
      year: 'Tahun',
      shipped: 'bawaan',
      none: 'Belum ada hari libur untuk tahun ini. Tempelkan daftar dari keputusan bersama.',
    },
  },
};
