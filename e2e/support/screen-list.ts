// Every screen of the product, and who opens it. The accessibility test and the pictures in docs/screens walk this list.

import { stableId } from '#server/demo/seeding.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { ADMINISTRATOR, EMPLOYEE, HEAD, type Person, SUPERVISOR, TREASURER } from './people.ts';

const TODAY = plainDate(new Date().toISOString(), 'Asia/Makassar');
const YESTERDAY = addDays(TODAY, -1);
/** The month before this one, whose evaluation waits for its evaluator in the demo data. */
const LAST_MONTH = addDays(`${TODAY.slice(0, 7)}-01`, -1).slice(0, 7);
const SKP = stableId('skp', EMPLOYEE.id, TODAY.slice(0, 4));

export interface Screen {
  name: string;
  path: string;
  person: Person | null;
}

export const SCREENS: Screen[] = [
  { name: 'sign-in', path: '/masuk', person: null },
  { name: 'activation', path: '/aktivasi', person: null },
  { name: 'today', path: '/', person: EMPLOYEE },
  { name: 'activities', path: '/kegiatan', person: EMPLOYEE },
  { name: 'week', path: `/kegiatan/minggu/${YESTERDAY}`, person: EMPLOYEE },
  { name: 'log-activity', path: '/kegiatan/baru', person: EMPLOYEE },
  { name: 'reminders', path: '/pengingat', person: EMPLOYEE },
  { name: 'summary', path: `/ringkasan?bulan=${LAST_MONTH}`, person: EMPLOYEE },
  { name: 'skp', path: '/skp', person: EMPLOYEE },
  { name: 'evaluations', path: '/evaluasi', person: EMPLOYEE },
  { name: 'evaluation', path: `/evaluasi/${SKP}/${LAST_MONTH}`, person: EMPLOYEE },
  { name: 'credit-points', path: '/evaluasi/angka-kredit', person: EMPLOYEE },
  { name: 'allowance', path: '/tpp', person: EMPLOYEE },
  { name: 'explanations', path: '/klarifikasi', person: EMPLOYEE },
  { name: 'explain', path: `/klarifikasi/${YESTERDAY}`, person: EMPLOYEE },
  { name: 'leave', path: '/cuti', person: EMPLOYEE },
  { name: 'own-help', path: '/bantuan', person: EMPLOYEE },
  { name: 'own-shifts', path: '/jadwal', person: EMPLOYEE },
  { name: 'sync-centre', path: '/pengiriman', person: EMPLOYEE },
  { name: 'account', path: '/akun', person: EMPLOYEE },
  { name: 'verify', path: '/periksa', person: EMPLOYEE },
  { name: 'status', path: '/status', person: EMPLOYEE },
  { name: 'not-found', path: '/tidak-ada', person: EMPLOYEE },
  { name: 'ui', path: '/ui', person: EMPLOYEE },
  { name: 'today-of-supervisor', path: '/', person: SUPERVISOR },
  { name: 'reminders-of-supervisor', path: '/pengingat', person: SUPERVISOR },
  { name: 'approvals', path: '/persetujuan', person: SUPERVISOR },
  { name: 'approvals-of-member', path: `/persetujuan/${EMPLOYEE.id}`, person: SUPERVISOR },
  { name: 'rating', path: `/persetujuan/${EMPLOYEE.id}/evaluasi/${SKP}/${LAST_MONTH}`, person: SUPERVISOR },
  { name: 'credit-points-of-member', path: `/persetujuan/${EMPLOYEE.id}/angka-kredit`, person: SUPERVISOR },
  { name: 'distribution', path: `/persetujuan/distribusi?masa=${TODAY.slice(0, 4)}-01`, person: SUPERVISOR },
  { name: 'team-leave', path: '/persetujuan/cuti', person: SUPERVISOR },
  { name: 'team-minutes', path: '/persetujuan/menit', person: SUPERVISOR },
  { name: 'self-typed', path: '/persetujuan/diketik-sendiri', person: SUPERVISOR },
  { name: 'team-watch', path: '/persetujuan/pemantauan', person: SUPERVISOR },
  { name: 'shift-plan', path: '/persetujuan/jadwal', person: SUPERVISOR },
  { name: 'matrix', path: '/skp/matriks', person: HEAD },
  { name: 'admin', path: '/kelola', person: ADMINISTRATOR },
  { name: 'people', path: '/kelola/pegawai', person: ADMINISTRATOR },
  { name: 'personnel-file', path: '/kelola/pegawai/impor', person: ADMINISTRATOR },
  { name: 'roles', path: '/kelola/peran', person: ADMINISTRATOR },
  { name: 'accounts', path: '/kelola/akun', person: ADMINISTRATOR },
  { name: 'office-leave', path: '/kelola/cuti', person: ADMINISTRATOR },
  { name: 'policy-leave', path: '/kelola/aturan/cuti', person: ADMINISTRATOR },
  { name: 'watch', path: '/kelola/pemantauan', person: ADMINISTRATOR },
  { name: 'watch-of-unit', path: '/kelola/pemantauan?hanya=notApproved&unit=sekretariat', person: ADMINISTRATOR },
  { name: 'deadlines', path: '/kelola/batas-pengisian', person: ADMINISTRATOR },
  { name: 'outages', path: '/kelola/gangguan', person: ADMINISTRATOR },
  { name: 'policies', path: '/kelola/aturan', person: ADMINISTRATOR },
  { name: 'policy', path: '/kelola/aturan/evaluasi', person: ADMINISTRATOR },
  { name: 'policy-time', path: '/kelola/aturan/waktu', person: ADMINISTRATOR },
  { name: 'policy-allowance', path: '/kelola/aturan/tpp', person: ADMINISTRATOR },
  { name: 'work-hours', path: '/kelola/aturan/jam-kerja', person: ADMINISTRATOR },
  { name: 'holidays', path: '/kelola/aturan/libur', person: ADMINISTRATOR },
  { name: 'devices', path: '/kelola/perangkat', person: ADMINISTRATOR },
  { name: 'maintenance', path: '/kelola/pemeliharaan', person: ADMINISTRATOR },
  { name: 'payroll', path: `/kelola/tpp/${LAST_MONTH}`, person: TREASURER },
  { name: 'payroll-slip', path: `/kelola/tpp/${LAST_MONTH}/${EMPLOYEE.id}`, person: TREASURER },
  { name: 'office-explanations', path: '/kelola/klarifikasi', person: TREASURER },
  { name: 'pay-entries', path: '/kelola/ketentuan-tpp', person: TREASURER },
  { name: 'payees', path: '/kelola/data-pembayaran', person: TREASURER },
  { name: 'attendance', path: '/kelola/kehadiran', person: TREASURER },
];
