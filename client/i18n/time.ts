// Bahasa Indonesia: the words of deadlines and outages. They come with their screens, not with the first one.

import type { OutageKind, Timing } from '#shared/time-rules/rules/timing.ts';
import { formatDate, formatDeadline, formatMomentLong } from './format.ts';

const kinds: Record<OutageKind, string> = {
  maintenance: 'Pemeliharaan terencana',
  unplanned: 'Server tidak berjalan',
  declared: 'Gangguan jaringan',
};

/** Why a day's work counts as in time or late, in a sentence or two that employee, supervisor and auditor all read. */
function explain(
  { verdict, deadline, movedBy, waitsForShift, reopened, loggedAt, clock, editedLate }: Timing,
  timeZone: string,
): string {
  const outage = movedBy ? kinds[movedBy.kind].toLowerCase() : '';
  const moved = !movedBy
    ? ''
    : movedBy.endsAt === null
      ? ` Batas waktunya terbuka selama gangguan (${outage}) berlangsung.`
      : ` Batas waktunya diundur karena ${outage} sampai ${formatMomentLong(movedBy.endsAt, timeZone)}${waitsForShift ? ', ke sif berikutnya yang belum dijadwalkan atasan' : ''}.`;
  const longer = reopened
    ? ` Pengisian dibuka kembali sampai ${formatDate(reopened.lastDay)}: ${reopened.reason}.`
    : '';
  const device =
    clock === 'implausible'
      ? ' Jam perangkat menunjukkan waktu yang tidak mungkin, maka dihitung sejak perangkat terakhir terhubung.'
      : clock === 'corrected'
        ? ' Jam perangkat keliru dan sudah disesuaikan.'
        : '';
  const limit = deadline === null ? '' : `, batas ${formatDeadline(deadline, timeZone)}`;
  const lead = verdict === 'late' ? 'Terlambat' : verdict === 'implausible' ? 'Dianggap tepat waktu' : 'Tepat waktu';
  const edited = editedLate
    ? ` Isinya diubah sesudah batas waktu, ${formatMomentLong(editedLate, timeZone)}; atasan yang menilai perubahannya.`
    : '';
  return `${lead}: dicatat ${formatMomentLong(loggedAt, timeZone)}${limit}.${longer}${moved}${device}${edited}`;
}

export const time = {
  kinds,
  explain,
  verdicts: { 'in-time': 'Tepat waktu', late: 'Terlambat', implausible: 'Jam tidak masuk akal' },
  status: {
    title: 'Status layanan',
    running: 'Layanan berjalan',
    asOf: (moment: string) => `Keadaan pada ${moment}`,
    stale: 'Server tidak dapat dihubungi saat ini. Yang tampil adalah kabar terakhir di perangkat ini.',
    unknown: 'Server tidak dapat dihubungi, dan perangkat ini belum pernah membaca statusnya.',
    down: 'Layanan sedang terganggu',
    note: 'Pekerjaan yang dicatat di perangkat selama gangguan tetap aman, dan batas waktunya diundur.',
    history: 'Gangguan 90 hari terakhir',
    none: 'Tidak ada gangguan tercatat.',
    span: (from: string, until: string) => `${from} – ${until}`,
    ongoing: (from: string) => `sejak ${from}, masih berlangsung`,
  },
  outages: {
    title: 'Gangguan dan batas waktu',
    short: 'Catatan gangguan yang mengundurkan batas waktu',
    declare: 'Nyatakan gangguan',
    declareNote: 'Untuk gangguan yang tidak terlihat oleh server, misalnya jaringan satu wilayah putus.',
    startsAt: 'Mulai',
    endsAt: 'Sampai',
    reason: 'Alasan',
    reasonHint: 'Contoh: kabel jaringan Kecamatan Danau Panggang putus',
    declared: 'Gangguan dicatat; batas waktu yang terkena diundur',
    end: 'Sudah pulih',
    ended: 'Gangguan diakhiri',
  },
};
