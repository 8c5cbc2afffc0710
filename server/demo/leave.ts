// Leave in the demo: a request in each state, in the weeks to come, of people whom nobody needs on these days.

import type { LeaveKind } from '#shared/leave/rules/leave.ts';
import type { Leave } from '#shared/leave/tables.ts';
import { workScope } from '#shared/scopes.ts';
import { calendarOf, workingDayAfter } from '#shared/time-rules/rules/calendar.ts';
import { type Seeded, seeded, stableId } from './seeding.ts';

type Asked = { employeeId: string; kind: LeaveKind; reason: string; after: number; days: number };
type Answered = Partial<Omit<Leave, 'scope' | 'id' | 'version' | 'kind' | 'reason'>>;

const CALENDAR = calendarOf({ policies: [], holidays: [] });

/** `today`: plain date. */
export function demoLeave(today: string): Seeded[] {
  const at = `${today}T01:00:00.000Z`;
  const dayAfter = (days: number) => workingDayAfter(CALENDAR, today, days) ?? today;
  const leave = ({ employeeId, kind, reason, after, days }: Asked, answered: Answered) =>
    seeded('leave', {
      ...{ scope: workScope(employeeId), id: stableId('leave', employeeId), kind, reason },
      ...{ validFrom: dayAfter(after), validUntil: dayAfter(after + days - 1) },
      ...{ state: 'submitted', revision: 1, consideration: null, officialId: null, askedFrom: null, askedUntil: null },
      ...{ givenBack: [], note: null, paper: null, decidedAt: null, decidedBy: null },
      ...answered,
    });
  const agreed = (by: string, officialId: string) => ({
    consideration: { answer: 'agree' as const, note: null, days: null, by, at },
    officialId,
  });
  const decided = (by: string, state: Leave['state'], note: string | null = null) => ({
    ...{ state, note, revision: 3, decidedAt: at, decidedBy: by },
  });
  const whole = { validFrom: dayAfter(17), validUntil: dayAfter(18) };
  return [
    leave(
      { employeeId: 'angkutan-1', kind: 'tahunan', reason: 'Acara keluarga di Banjarmasin', after: 8, days: 3 },
      { state: 'submitted' },
    ),
    leave(
      { employeeId: 'analis-1', kind: 'alasan-penting', reason: 'Mendampingi orang tua operasi', after: 9, days: 4 },
      {
        ...{ state: 'considered', revision: 2, officialId: 'kabid-lalin' },
        consideration: {
          ...{ answer: 'change', note: 'Hari pertama ada survei lalu lintas', by: 'kasi-rekayasa', at },
          days: { validFrom: dayAfter(10), validUntil: dayAfter(12) },
        },
      },
    ),
    leave(
      { employeeId: 'terminal-1', kind: 'tahunan', reason: 'Pulang ke kampung', after: 12, days: 2 },
      { ...agreed('kasi-terminal', 'kabid-keselamatan'), ...decided('kabid-keselamatan', 'approved') },
    ),
    leave(
      { employeeId: 'analis-2', kind: 'tahunan', reason: 'Liburan sekolah anak', after: 14, days: 5 },
      {
        ...agreed('kasi-dalops', 'kabid-lalin'),
        ...decided('kabid-lalin', 'postponed', 'Pengamanan arus mudik; ajukan lagi sesudahnya'),
      },
    ),
    leave(
      { employeeId: 'parkir-1', kind: 'besar', reason: 'Ibadah', after: 15, days: 20 },
      {
        ...agreed('kasi-terminal', 'kabid-keselamatan'),
        ...decided('kabid-keselamatan', 'refused', 'Masa kerja belum lima tahun terus-menerus'),
      },
    ),
    leave(
      { employeeId: 'kasi-barang', kind: 'tahunan', reason: '', after: 16, days: 1 },
      {
        ...{ state: 'returned', revision: 2, note: 'Tanggalnya bersamaan dengan razia gabungan' },
        ...{ decidedAt: at, decidedBy: 'kabid-angkutan' },
      },
    ),
    leave(
      { employeeId: 'kasi-orang', kind: 'tahunan', reason: 'Keperluan keluarga', after: 17, days: 2 },
      {
        ...agreed('kabid-angkutan', 'kadis'),
        ...decided('kadis', 'cancelled'),
        givenBack: [{ ...whole, reason: 'Acara keluarga ditunda', by: 'kasi-orang', at }],
      },
    ),
  ];
}
