// Where each form is that may be typed and not saved, by the kind of its draft.

import { syncCentre } from '#client/i18n/sync-centre.ts';
import type { AttentionItem } from '#client/sync/index.ts';
import type { DraftKind } from '#client/workspace/draft-keys.ts';
import { placeToDoAgain } from './refused.ts';

const { forms } = syncCentre.typed;

interface Place {
  /** What the form is, to a person. */
  what: string;
  /** The screen that has it; null where no address leads to it. */
  to: string | null;
}

/** Where a form is, by what its draft is about: the words of the key after its kind. */
type PlaceOf = (...about: string[]) => Place;

const at =
  (what: string, to: string | null): PlaceOf =>
  () => ({ what, to });
const ownEvaluation: PlaceOf = (skp, period) => ({ what: forms.evaluation, to: `/evaluasi/${skp}/${period}` });
const ratingOf: PlaceOf = (employee, skp, period) => ({
  what: forms.rating,
  to: `/persetujuan/${employee}/evaluasi/${skp}/${period}`,
});
const noteTo: PlaceOf = (employee) => ({ what: forms.note, to: `/persetujuan/${employee}` });
const ofPlan = at(forms.plan, '/skp');
const office = (screen: string) => at(forms.office, `/kelola/${screen}`);

const PLACES: Record<DraftKind, PlaceOf> = {
  activity: (id, date) => ({ what: forms.activity, to: placeOfEntry(id, date) }),
  reopen: (id) => ({ what: forms.reopen, to: `/kegiatan/${id}` }),
  explanation: (date) => ({
    what: date === 'refuse' ? forms.office : forms.explanation,
    to: placeOfExplanation(date),
  }),
  assessment: ownEvaluation,
  objection: ownEvaluation,
  realisation: at(forms.evaluation, '/evaluasi'),
  rating: ratingOf,
  decision: ratingOf,
  return: ratingOf,
  'follow-up': ratingOf,
  decide: noteTo,
  note: noteTo,
  feedback: noteTo,
  decline: at(forms.note, '/persetujuan'),
  shift: at(forms.shifts, '/persetujuan/jadwal'),
  leave: (of, whose) => ({ what: forms.leave, to: placeOfLeave(of, whose) }),
  week: (monday) => ({ what: forms.week, to: `/kegiatan/minggu/${monday}` }),
  usual: at(forms.usual, '/'),
  // The difference itself is on the screen that lists what is typed; without one there is nothing left to fill in.
  merge: at(forms.merge, null),
  result: ofPlan,
  indicator: ofPlan,
  expectation: ofPlan,
  annex: ofPlan,
  action: ofPlan,
  revise: ofPlan,
  role: at(forms.plan, '/skp/matriks'),
  'work-hours': office('aturan/jam-kerja'),
  holidays: office('aturan/libur'),
  policy: office('aturan'),
  maintenance: office('pemeliharaan'),
  outage: office('gangguan'),
  extension: office('batas-pengisian'),
  adjust: (employee, month) => ({ what: forms.office, to: `/kelola/tpp/${month}/${employee}` }),
  payroll: (_act, month) => ({ what: forms.office, to: `/kelola/tpp/${month}` }),
  'pay-entry': office('ketentuan-tpp'),
  payee: office('data-pembayaran'),
  'leave-entry': office('cuti'),
  move: office('pegawai'),
  'office-role': office('peran'),
  delegation: office('pegawai'),
  helper: at(forms.helping, '/bantuan'),
  typed: (owner) => ({ what: forms.helping, to: `/bantuan/${owner}` }),
};

/** A new entry, one of a day, or one that is stored. */
function placeOfEntry(id = 'new', date = ''): string {
  if (id === 'aside') return '/kegiatan';
  if (id === 'new') return date ? `/kegiatan/baru?tanggal=${date}` : '/kegiatan/baru';
  return `/kegiatan/${id}`;
}

function placeOfExplanation(date = ''): string {
  if (date === 'refuse') return '/kelola/klarifikasi';
  return /^\d/.test(date) ? `/klarifikasi/${date}` : '/klarifikasi';
}

/** The own request, the answer of a superior, days given back, or what the office records. */
function placeOfLeave(of = '', whose = ''): string {
  if (of === 'answer') return '/persetujuan/cuti';
  if (of === 'record') return '/kelola/cuti';
  return of === 'back' ? `/persetujuan/${whose}` : '/cuti';
}

const isKind = (kind: string): kind is DraftKind => Object.hasOwn(PLACES, kind);

/**
 * Where the form of a draft is. `refused`: what the server refused, since the form of one that is done again begins with it;
 * `me`: whose device it is, since the own days are given back on another screen than those of the team.
 */
export function placeOf(key: string, refused: readonly AttentionItem[], me: string): Place {
  const [kind = '', ...about] = (key.split('#')[0] ?? '').split(' ');
  if (!isKind(kind)) return { what: forms.other, to: null };
  const place = PLACES[kind](...about);
  const again = refused.find(({ id }) => id === about[0]);
  if (again) return { ...place, to: placeToDoAgain(again, me) ?? place.to };
  return kind === 'leave' && about[1] === me ? { ...place, to: '/cuti' } : place;
}
