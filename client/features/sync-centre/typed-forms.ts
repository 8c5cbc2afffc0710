// Where each form is that may be typed and not saved, by the first word of its draft's key.

import { syncCentre } from '#client/i18n/sync-centre.ts';

const { forms } = syncCentre.typed;

interface Place {
  /** What the form is, to a person. */
  what: string;
  /** The screen that has it; null where no address leads to it. */
  to: string | null;
}

const ownEvaluation = (skp?: string, period?: string) => ({ what: forms.evaluation, to: `/evaluasi/${skp}/${period}` });
const ratingOf = (employee?: string, skp?: string, period?: string) => ({
  what: forms.rating,
  to: `/persetujuan/${employee}/evaluasi/${skp}/${period}`,
});

const OWN: Record<string, (...parts: string[]) => Place> = {
  activity: (id = 'new', date = '') => ({ what: forms.activity, to: placeOfEntry(id, date) }),
  explanation: (date = '') => ({
    what: forms.explanation,
    to: /^\d/.test(date) ? `/klarifikasi/${date}` : '/klarifikasi',
  }),
  assessment: ownEvaluation,
  objection: ownEvaluation,
  realisation: () => ({ what: forms.evaluation, to: '/evaluasi' }),
  rating: ratingOf,
  decision: ratingOf,
  decide: (employee) => ({ what: forms.note, to: `/persetujuan/${employee}` }),
  leave: (of) => ({ what: forms.leave, to: of === 'new' ? '/cuti' : '/persetujuan' }),
  week: (monday) => ({ what: forms.week, to: `/kegiatan/minggu/${monday}` }),
  usual: () => ({ what: forms.usual, to: '/' }),
};
const OF_PLAN = ['result', 'indicator', 'expectation', 'annex', 'action', 'revise', 'role'];
const OF_OFFICE = [
  ...['work-hours', 'holidays', 'maintenance', 'outage', 'adjust', 'pay-entry', 'payee', 'leave-entry', 'policy'],
  ...['move', 'delegation', 'payroll'],
];

/** A new entry, one of a day, or one that is stored or was refused. */
function placeOfEntry(id: string, date: string): string | null {
  if (id === 'aside') return '/kegiatan';
  if (id === 'new') return date ? `/kegiatan/baru?tanggal=${date}` : '/kegiatan/baru';
  return `/kegiatan/${id}`;
}

export function placeOf(key: string): Place {
  const [kind = '', ...parts] = (key.split('#')[0] ?? '').split(' ');
  const own = OWN[kind]?.(...parts);
  if (own) return own;
  if (OF_PLAN.includes(kind)) return { what: forms.plan, to: '/skp' };
  if (OF_OFFICE.includes(kind)) return { what: forms.office, to: '/kelola' };
  return { what: forms.other, to: null };
}
