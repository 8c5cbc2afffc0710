// Bahasa Indonesia: who holds a role for the agency, and giving and taking one.

import type { Role } from '#shared/people/rules/roles.ts';
import { formatDate } from './format.ts';

const names: Record<Role, string> = { admin: 'Administrator', treasurer: 'Bendahara', auditor: 'Auditor' };
const notes: Record<Role, string> = {
  admin: 'Mengurus pegawai, akun, aturan, dan peran.',
  treasurer: 'Menyusun TPP dan memutus klarifikasi kehadiran.',
  auditor: 'Membaca yang dibaca kantor; tidak mengubah apa pun.',
};

export const roles = {
  title: 'Peran',
  short: 'Administrator, bendahara, dan auditor',
  note: 'Atasan dan pimpinan tidak diatur di sini: itu mengikuti jabatannya. Setiap pemberian dan pengakhiran tercatat.',
  names,
  notes,
  now: 'Yang berlaku',
  past: 'Yang sudah berakhir',
  none: 'Belum ada.',
  says: (role: Role, from: string, until: string | null) =>
    `${names[role]}, ${until ? `${formatDate(from)} sampai ${formatDate(until)}` : `sejak ${formatDate(from)}`}`,
  give: 'Beri peran',
  person: 'Pegawai',
  choose: 'Pilih orang',
  role: 'Peran',
  from: 'Mulai',
  until: 'Sampai',
  given: 'Peran diberikan. Ia melihat menunya setelah masuk lagi.',
  end: 'Akhiri',
  endOf: (role: Role, name: string) => `Akhiri peran ${names[role]}: ${name}`,
  endTitle: (role: Role, name: string) => `Akhiri peran ${names[role]} dari ${name}?`,
  endNote: 'Berlaku segera. Pekerjaannya sendiri tidak terpengaruh.',
  ended: 'Peran diakhiri',
};
