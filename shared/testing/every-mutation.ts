// For tests: a year in one agency in which every mutation takes effect at least once, each in a place where it may. A new
// mutation is added here, or the test beside it fails.

import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { Call } from '#shared/mutations.ts';
import { expectationId } from '#shared/plan/tables.ts';
import { agencyScope } from '#shared/scopes.ts';
import { HOURS_TEMPLATES } from '#shared/time-rules/rules/work-hours.ts';
import { AGENCY, NOW, newWorld, uuid, type World } from './people-who-act.ts';

export interface Step {
  person: string;
  call: Call;
  at: string;
}

const BUDI_PLAN = uuid(10);
const BUDI_RESULT = uuid(11);
const ANI_PLAN = uuid(20);
const ANI_RESULT = uuid(21);
const ENTRY = uuid(30);
const EVALUATION = `${BUDI_PLAN}.2026-10`;
const SHA256 = 'a'.repeat(64);
const AFTER = '2026-11-30T02:00:00.000Z';

const year = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
const plain = { kind: 'utama', expectation: '', perspective: null } as const;
const target = { min: 10, max: 20, unit: 'unit', direction: 'up' } as const;
const work = { resultId: BUDI_RESULT, date: '2026-10-20', title: 'Uji rem', description: 'Pagi' };
const effort = {
  time: { start: '08:00', end: '10:00', minutes: 120 },
  output: { quantity: 3, unit: 'kendaraan' },
};
const photo = {
  kind: 'file',
  name: 'foto.jpg',
  sha256: SHA256,
  type: 'image/jpeg',
  size: 10,
  thumbnail: SHA256,
  takenAt: '2026-10-20T08:00:00',
  place: '-2.421,115.247',
} as const;
const template = {
  results: [
    {
      ...{
        id: BUDI_RESULT,
        kind: 'utama',
        text: 'Hasil',
        parentId: ANI_RESULT,
        parentOwnerId: 'ani',
        expectation: 'x',
      },
      ...{ perspective: 'anggaran', endedIn: 1, createdAt: NOW },
    },
  ],
  indicators: [
    {
      ...{ id: uuid(12), resultId: BUDI_RESULT, aspect: 'kuantitas', text: 'Jumlah', targetMin: 1, targetMax: 2 },
      ...{ targetText: null, unit: 'unit', direction: 'up' },
    },
  ],
  expectations: [{ value: 'loyal', text: 'Setia' }],
  annexes: [{ id: uuid(14), kind: 'konsekuensi', text: 'Hadiah', createdAt: NOW }],
} as const;

/** The people that `newWorld` gives posts, in the directory, and what else stands there before anybody acts. */
export function foundedWorld(): World {
  const world = newWorld();
  const scope = agencyScope(AGENCY);
  for (const id of ['budi', 'ani', 'cici', 'head']) {
    world.put('employee', { id, scope, version: 1, nip: null, name: id, employment: 'PNS', grade: 'III/a' });
  }
  world.put('unit', { id: 'u', scope, version: 1, name: 'Unit', parentId: null });
  return world;
}

/** The acts of the year, in order; the second argument is what they have led to so far. */
export const everyMutation: ((world: World) => Step)[] = [];

const step = (person: string, make: Call | ((world: World) => Call), at = NOW) =>
  everyMutation.push((world) => ({ person, call: typeof make === 'function' ? make(world) : make, at }));
const revisionOf = (world: World, table: string, scope: string, id: string) =>
  Number(world.rows.get(table, scope, id)?.revision ?? 0);
const plan = (world: World) => ({
  ...{ employeeId: 'budi', skpId: BUDI_PLAN, revision: revisionOf(world, 'skp', 'p:budi', BUDI_PLAN) },
});
const entry = (world: World) => ({
  ...{ employeeId: 'budi', id: ENTRY, revision: revisionOf(world, 'activity', 'w:budi', ENTRY) },
});
const evaluation = (world: World) => ({
  ...{ employeeId: 'budi', id: EVALUATION, revision: revisionOf(world, 'evaluation', 'w:budi', EVALUATION) },
});
const payroll = (world: World) => ({
  ...{ month: '2026-10', revision: revisionOf(world, 'payroll', agencyScope(AGENCY), '2026-10') },
});
const submitPlan = { name: 'skp.submit', args: { skpId: BUDI_PLAN, supervisorId: 'ani' } } as const;

// The plan of the year.
step('ani', { name: 'skp.create', args: { id: ANI_PLAN, approach: 'quantitative', ...year } });
step('ani', {
  name: 'result.add',
  args: { id: ANI_RESULT, skpId: ANI_PLAN, text: 'Hasil unit', parent: null, ...plain },
});
step('budi', { name: 'skp.create', args: { id: BUDI_PLAN, approach: 'quantitative', ...year } });
const parent = { employeeId: 'ani', resultId: ANI_RESULT };
for (const id of [BUDI_RESULT, uuid(13)]) {
  step('budi', { name: 'result.add', args: { id, skpId: BUDI_PLAN, text: 'Hasil', parent, ...plain } });
}
const indicator = { skpId: BUDI_PLAN, resultId: BUDI_RESULT, text: 'Jumlah' } as const;
step('budi', { name: 'indicator.add', args: { id: uuid(12), ...indicator, aspect: 'kuantitas', target } });
step('budi', {
  name: 'indicator.add',
  args: { id: uuid(15), ...indicator, aspect: 'kualitas', target: { words: 'Tanpa keluhan' } },
});
const retext = { text: { from: 'Hasil', to: 'Terujinya kendaraan' }, parent: { from: parent, to: parent } };
// The second finds another text: a question stays open.
for (const edits of [retext, { text: { from: 'Hasil', to: 'Lain' } }]) {
  step('budi', { name: 'result.edit', args: { id: BUDI_RESULT, skpId: BUDI_PLAN, edits } });
}
for (const to of ['Jumlah uji', 'Lain']) {
  const edits = { text: { from: 'Jumlah', to }, target: { from: target, to: target } };
  step('budi', { name: 'indicator.edit', args: { id: uuid(12), skpId: BUDI_PLAN, edits } });
}
step('budi', { name: 'indicator.delete', args: { id: uuid(15), skpId: BUDI_PLAN } });
step('budi', { name: 'result.delete', args: { id: uuid(13), skpId: BUDI_PLAN } });
for (const to of ['Menjaga rahasia', 'Lain']) {
  const args = { employeeId: 'budi', skpId: BUDI_PLAN, value: 'loyal', from: '', to } as const;
  step('budi', { name: 'expectation.set', args });
}
step('budi', { name: 'annex.add', args: { id: uuid(14), skpId: BUDI_PLAN, kind: 'sumber-daya', text: 'Komputer' } });
step('budi', { name: 'annex.delete', args: { id: uuid(14), skpId: BUDI_PLAN } });
step('budi', submitPlan);
step('budi', { name: 'skp.recall', args: { skpId: BUDI_PLAN } });
step('budi', submitPlan);
step('ani', (world) => ({
  name: 'skp.return',
  args: { ...plan(world), note: 'Lengkapi', items: [{ resultId: BUDI_RESULT, note: 'Target?' }] },
}));
step('budi', submitPlan);
// Before there is an approved plan, a helper is told of nothing.
step('budi', { name: 'helper.name', args: { id: uuid(36), helperId: 'cici', until: '2026-12-10' } });
step('ani', (world) => ({ name: 'skp.approve', args: plan(world) }));
step('budi', { name: 'helper.tell', args: { helperId: 'cici' } });
step('budi', { name: 'skp.revise', args: { skpId: BUDI_PLAN, reason: 'Tugas berubah' } });
step('budi', { name: 'result.add', args: { id: uuid(16), skpId: BUDI_PLAN, text: 'Baru', parent: null, ...plain } });
step('budi', { name: 'result.delete', args: { id: BUDI_RESULT, skpId: BUDI_PLAN } });
step('budi', (world) => ({ name: 'skp.discard', args: { skpId: BUDI_PLAN, revision: plan(world).revision } }));
const action = { id: uuid(17), skpId: BUDI_PLAN, resultId: BUDI_RESULT, period: '2026-Q1', text: 'Menyusun jadwal' };
step('budi', { name: 'action.add', args: action });
step('budi', { name: 'action.delete', args: { id: action.id } });

// The days.
step('budi', { name: 'activity.log', args: { id: ENTRY, ...work, ...effort } });
for (const to of ['Uji rem dan lampu', 'Lain']) {
  const edits = { title: { from: work.title, to }, ...sameEdits({ date: work.date, ...effort }) };
  step('budi', { name: 'activity.edit', args: { id: ENTRY, edits } });
}
step('budi', (world) => {
  const [open] = world.rows.where('conflict', 'w:budi', 'rowId', ENTRY);
  return { name: 'conflict.settle', args: { id: open?.id ?? '', in: 'work' } };
});
step('budi', (world) => {
  const [open] = world.rows.where('conflict', 'p:budi', 'rowId', expectationId(BUDI_PLAN, 'loyal'));
  return { name: 'conflict.settle', args: { id: open?.id ?? '', in: 'plan' } };
});
const link = { kind: 'link', name: 'Surat', url: 'https://contoh.go.id/surat' } as const;
step('budi', { name: 'evidence.attach', args: { id: uuid(31), activityId: ENTRY, ...link } });
step('budi', { name: 'evidence.attach', args: { id: uuid(32), activityId: ENTRY, ...photo } });
step('budi', { name: 'evidence.detach', args: { id: uuid(31), activityId: ENTRY } });
step('budi', { name: 'activity.submit', args: { id: ENTRY } });
step('ani', (world) => ({ name: 'activity.return', args: { ...entry(world), note: 'Lengkapi' } }));
step('budi', { name: 'activity.submit', args: { id: ENTRY } });
step('ani', (world) => ({ name: 'activity.approve', args: entry(world) }));
const toReopen = (world: World, reason: string): Call => {
  const { revision } = entry(world);
  return { name: 'reopening.ask', args: { activityId: ENTRY, revision, reason } };
};
step('budi', (world) => toReopen(world, 'Jumlahnya keliru'));
step('budi', { name: 'reopening.withdraw', args: { activityId: ENTRY } });
step('budi', (world) => toReopen(world, 'Jamnya keliru'));
step('ani', {
  name: 'reopening.decline',
  args: { employeeId: 'budi', activityId: ENTRY, revision: 2, note: 'Sudah sesuai bukti' },
});
step('budi', (world) => toReopen(world, 'Buktinya dari hari lain'));
step('ani', (world) => ({ name: 'activity.reopen', args: { ...entry(world), note: 'Keliru' } }));
step('budi', { name: 'activity.log', args: { id: uuid(33), ...work, ...effort } });
step('budi', { name: 'activity.delete', args: { id: uuid(33), revision: 1 } });

// Cici types for Budi.
const { resultId: _chosen, ...said } = { ...work, ...effort };
for (const id of [uuid(37), uuid(38), uuid(39)]) {
  step('cici', { name: 'typed.add', args: { ownerId: 'budi', id, resultId: BUDI_RESULT, ...said } });
}
const retitled = { title: { from: work.title, to: 'Uji rem dan lampu' }, ...sameEdits({ date: work.date, ...effort }) };
step('cici', { name: 'typed.edit', args: { ownerId: 'budi', id: uuid(37), revision: 1, edits: retitled } });
step('budi', { name: 'typed.decline', args: { helperId: 'cici', id: uuid(39), revision: 1 } });
step('cici', { name: 'typed.delete', args: { ownerId: 'budi', id: uuid(39), revision: 1 } });
step('budi', { name: 'typed.confirm', args: { helperId: 'cici', id: uuid(37), revision: 2, resultId: BUDI_RESULT } });
step('budi', { name: 'typed.take', args: { helperId: 'cici', id: uuid(38), revision: 1, resultId: BUDI_RESULT } });
for (const id of [uuid(37), uuid(38)]) step('budi', { name: 'activity.delete', args: { id, revision: 1 } });
step('budi', { name: 'helper.end', args: { helperId: 'cici' } });
const leave = { kind: 'tahunan', reason: 'Keluarga' } as const;
for (const [n, day] of ['2026-11-25', '2026-11-26', '2026-11-27'].entries()) {
  step('budi', { name: 'leave.request', args: { id: uuid(40 + n), ...leave, validFrom: day, validUntil: day } });
}
step('budi', { name: 'leave.withdraw', args: { id: uuid(40) } });
step('ani', { name: 'leave.approve', args: { employeeId: 'budi', id: uuid(41) } });
step('ani', { name: 'leave.return', args: { employeeId: 'budi', id: uuid(42), note: 'Pekan depan' } });
const agreed = { answer: 'agree', note: null, days: null } as const;
const inDecember = { validFrom: '2026-12-07', validUntil: '2026-12-11' };
step('budi', { name: 'leave.request', args: { id: uuid(43), ...leave, ...inDecember } });
const asked = { employeeId: 'budi', id: uuid(43) };
step('ani', { name: 'leave.consider', args: { ...asked, revision: 1, ...agreed, superiors: ['ani', 'head'] } });
const later = { validFrom: '2026-12-08', validUntil: '2026-12-11' };
const other = { answer: 'change', note: 'Senin ada rapat', days: later } as const;
step('head', { name: 'leave.decide', args: { ...asked, revision: 2, ...other } });
const back = { validFrom: '2026-12-10', validUntil: '2026-12-11' };
step('ani', { name: 'leave.give-back', args: { ...asked, days: back, reason: 'Arus mudik' } });
step('head', { name: 'leave.request', args: { id: uuid(44), ...leave, ...inDecember } });
const ofHead = { employeeId: 'head', id: uuid(44), revision: 1, ...agreed };
step('admin', { name: 'leave.record', args: { ...ofHead, paper: 'Keputusan Bupati 850/77/2026' } });
const statement = { id: uuid(45), employeeId: 'budi', kind: 'left', days: 8, carried: 3, asOf: '2026-11-01' } as const;
step('admin', { name: 'leave-entry.add', args: { ...statement, source: 'Kartu cuti 2026' } });
step('admin', { name: 'leave-entry.withdraw', args: { id: uuid(45), employeeId: 'budi', reason: 'Salah orang' } });

const told = { kind: 'training', text: 'Bimtek di Banjarmasin', letter: '090/17/2026' } as const;
for (const [n, date] of ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23'].entries()) {
  step('budi', {
    name: 'explanation.give',
    args: { date, ...told, evidence: [{ id: uuid(300 + n), ...photo }], revision: 0 },
  });
  const seen = { employeeId: 'budi', date, revision: 1 };
  if (n === 0) step('budi', { name: 'explanation.withdraw', args: { date } });
  if (n === 1) step('ani', { name: 'explanation.return', args: { ...seen, note: 'Jam berapa?' } });
  if (n >= 2) step('ani', { name: 'explanation.agree', args: seen });
  if (n === 2) step('admin', { name: 'explanation.accept', args: seen });
  if (n === 3) step('admin', { name: 'explanation.refuse', args: { ...seen, note: 'Tanpa bukti' } });
}

// A month that nobody assessed until its deadline.
step('ani', {
  name: 'evaluation.begin',
  args: { employeeId: 'budi', skpId: BUDI_PLAN, period: '2026-09', revision: 0, realised: { [uuid(12)]: 12 } },
});

// The evaluation of a month.
const ofIndicator = { skpId: BUDI_PLAN, indicatorId: uuid(12), period: '2026-10' };
for (const value of [12, 13]) {
  step('budi', { name: 'realisation.correct', args: { ...ofIndicator, value, reason: 'Dari buku' } });
}
step('budi', { name: 'realisation.reset', args: ofIndicator });
const assess = (revision: number) =>
  step('budi', {
    name: 'evaluation.assess',
    args: {
      ...{ skpId: BUDI_PLAN, period: '2026-10', revision, results: { [BUDI_RESULT]: 'Selesai' }, note: '' },
      realised: { [uuid(12)]: 12 },
    },
  });
assess(0);
step('ani', (world) => ({ name: 'evaluation.return', args: { ...evaluation(world), note: 'Lengkapi' } }));
assess(2);
step('ani', (world) => ({
  name: 'evaluation.rate',
  args: {
    ...{ ...evaluation(world), results: { [BUDI_RESULT]: 'Baik' }, behaviours: { loyal: 'Setia' }, note: 'Teruskan' },
    ...{ achievement: 'baik', resultRating: 'sesuai', behaviourRating: 'di-atas' },
  },
}));
step('ani', (world) => ({
  name: 'evaluation.finalise',
  args: { ...evaluation(world), skpId: BUDI_PLAN, evaluatorId: 'ani' },
}));
step('budi', { name: 'evaluation.receive', args: { id: EVALUATION } });
step('budi', (world) => ({
  name: 'evaluation.object',
  args: { id: EVALUATION, revision: evaluation(world).revision, evaluatorId: 'ani', text: 'Belum dihitung' },
}));
step('head', (world) => ({
  name: 'evaluation.decide',
  args: { ...evaluation(world), resultRating: 'di-atas', behaviourRating: 'sesuai', text: 'Diterima' },
}));
step('ani', (world) => ({ name: 'evaluation.follow-up', args: { ...evaluation(world), text: 'Pelatihan' } }));
step('budi', {
  name: 'document.issue',
  args: {
    ...{ id: uuid(50), employeeId: 'budi', code: '0123456789ABCDEF', sha256: SHA256 },
    subject: { kind: 'laporan-bulanan', month: '2026-10' },
    facts: {
      ...{ name: 'budi', nip: null, month: '2026-10', activities: 1, minutes: 120 },
      ...{ approved: 0, approvedMinutes: 0 },
    },
  },
});
const role = { id: uuid(51), resultId: ANI_RESULT, employeeId: 'budi', text: 'Menguji kendaraan' };
step('ani', { name: 'role.assign', args: role });
step('ani', { name: 'role.delete', args: { id: role.id } });
const feedback = { id: uuid(52), employeeId: 'budi', about: 'period', targetId: '2026-10', text: 'Teruskan' } as const;
step('ani', { name: 'feedback.give', args: feedback });
step('ani', { name: 'feedback.withdraw', args: { id: feedback.id, employeeId: 'budi' } });
for (const value of ['baik', 'istimewa'] as const) {
  step('ani', { name: 'achievement.set', args: { period: '2026-10', value } });
}

// The agency.
const post = {
  unitId: 'u',
  position: 'Arsiparis',
  positionKind: 'JA',
  supervisorId: 'head',
  postClass: 7,
  leadsUnit: true,
  headsAgency: false,
} as const;
step('admin', {
  name: 'assignment.move',
  args: { employeeId: 'cici', validFrom: '2026-12-01', to: { id: uuid(60), ...post } },
});
step('admin', { name: 'assignment.move', args: { employeeId: 'cici', validFrom: '2026-12-01', to: null } });
const delegation = { id: uuid(61), fromId: 'ani', toId: 'cici', kind: 'plh' } as const;
step('admin', { name: 'delegation.add', args: { ...delegation, validFrom: '2026-11-20', validUntil: '2026-11-30' } });
step('admin', { name: 'delegation.end', args: { id: delegation.id } });
const adopted = { validFrom: '2026-12-01', reason: null };
const { performance, time, allowance } = DEFAULT_POLICIES;
step('admin', { name: 'policy.adopt', args: { id: uuid(62), ...adopted, kind: 'performance', content: performance } });
step('admin', {
  name: 'policy.adopt',
  args: { id: uuid(69), ...adopted, kind: 'leave', content: DEFAULT_POLICIES.leave },
});
step('admin', { name: 'policy.adopt', args: { id: uuid(63), ...adopted, kind: 'time', content: time as never } });
const based = { ...allowance, base: { 8: '2950000' } };
step('admin', { name: 'policy.adopt', args: { id: uuid(64), ...adopted, kind: 'allowance', content: based as never } });
for (const name of ['Tahun Baru', 'Tahun Baru Masehi']) {
  step('admin', { name: 'holiday.set', args: { days: [{ date: '2027-01-01', kind: 'libur', name }], reason: null } });
}
const hoursFor = [
  { level: 'agency', targetId: null },
  { level: 'unit', targetId: 'u' },
  { level: 'person', targetId: 'cici' },
] as const;
const group = { hours: HOURS_TEMPLATES.ramadan.hours as never, validFrom: '2026-12-01', validUntil: '2026-12-31' };
const assigned = { id: uuid(75), name: 'Ramadan', ...group, targets: [...hoursFor], reason: null };
step('admin', { name: 'work-hours.assign', args: assigned });
const ending = { id: `${uuid(75)}.cici`, reason: 'Kembali penuh waktu' };
for (const validUntil of ['2026-12-15', null]) {
  step('admin', { name: 'work-hours.end', args: { ...ending, validUntil } });
}
const longer = { from: '2026-11-02', until: '2026-11-06', lastDay: '2026-12-04', reason: 'Bertugas di hulu sungai' };
for (const [id, filling, target] of [
  [uuid(95), 'work', { level: 'person', targetId: 'budi' }],
  [uuid(96), 'assessment', { level: 'unit', targetId: 'u' }],
] as const) {
  step('admin', { name: 'extension.open', args: { id, filling, target, ...longer } });
}
step('admin', { name: 'extension.end', args: { id: uuid(96), reason: 'Salah unit' } });
const night = { date: '2026-12-05', start: '21:00', end: '07:00' };
for (const name of ['Malam', 'Terminal malam']) {
  step('ani', { name: 'shift.plan', args: { employeeId: 'budi', add: [{ ...night, name }], remove: [] } });
}
const off = { date: night.date, name: 'Lepas', start: null, end: null };
step('ani', { name: 'shift.plan', args: { employeeId: 'budi', add: [off], remove: [night] } });
const outage = { id: uuid(65), startsAt: '2026-11-23T01:00:00.000Z', endsAt: null, reason: 'Kabel putus' };
step('admin', { name: 'outage.declare', args: outage });
step('admin', { name: 'outage.end', args: { id: outage.id, endsAt: '2026-11-23T09:00:00.000Z' } });
const gap = { startsAt: '2026-11-22T01:00:00.000Z', endsAt: '2026-11-22T09:00:00.000Z' };
step('_server', { name: 'outage.find', args: { id: uuid(66), ...gap } });
for (const id of [uuid(67), uuid(68)]) {
  const args = { id, endsAt: '2026-11-24T09:00:00.000Z', reason: 'Pindah server' };
  step('_server', { name: 'maintenance.begin', args });
}
step('_server', { name: 'maintenance.end', args: { endsAt: NOW } });
for (const person of ['admin', 'ani']) {
  const args = { employeeId: 'budi', position: 'Analis', content: template as never };
  step(person, { name: 'template.save', args });
}
// The same file twice.
for (const _time of [1, 2])
  step('admin', { name: 'delivery.note', args: { id: 'file', employeeId: 'budi', count: 3 } });

// The allowance of a month.
const day = { date: '2026-10-20', arrival: '07:25', departure: '16:05', duty: false };
for (const duty of [false, true]) {
  step('budi', { name: 'attendance.record', args: { employeeId: 'cici', days: [{ ...day, duty }] } }, AFTER);
}
const draw = { name: 'payroll.draw', args: { month: '2026-10', employeeIds: ['budi', 'cici'] } } as const;
const drawnBy = 'budi';
step('budi', { ...draw, args: { ...draw.args, employeeIds: [...draw.args.employeeIds] } }, AFTER);
step('ani', (world) => ({ name: 'payroll.check', args: { ...payroll(world), drawnBy } }), AFTER);
step(
  'ani',
  (world) => ({ name: 'payroll.return', args: { ...payroll(world), drawnBy, headId: 'head', note: 'Keliru' } }),
  AFTER,
);
step('budi', { ...draw, args: { ...draw.args, employeeIds: [...draw.args.employeeIds] } }, AFTER);
step('ani', (world) => ({ name: 'payroll.check', args: { ...payroll(world), drawnBy } }), AFTER);
step('head', (world) => ({ name: 'payroll.approve', args: { ...payroll(world), headId: 'head' } }), AFTER);
step(
  'budi',
  {
    name: 'allowance.adjust',
    args: {
      ...{ id: uuid(70), employeeId: 'cici', month: '2026-11', forMonth: '2026-10', amount: '5000' },
      reason: 'Salah catat',
    },
  },
  AFTER,
);

const sanction = { id: uuid(71), employeeId: 'cici', kind: 'sanction', percent: '25', postClass: null } as const;
const spans = { validFrom: '2026-11-01', validUntil: '2027-04-30' };
step('budi', { name: 'pay-entry.add', args: { ...sanction, ...spans, source: 'SK 800/12/2026' } }, AFTER);
const ended = { id: sanction.id, employeeId: 'cici', reason: 'Banding dikabulkan' };
for (const validUntil of ['2026-12-31', null]) {
  step('admin', { name: 'pay-entry.end', args: { ...ended, validUntil } }, AFTER);
}

const account = { npwp: '0123456789012345', bank: 'Bank Kalsel', account: '0012345678' };
const payee = { employeeId: 'cici', ptkp: 'K/1', ...account } as const;
const salary = { salary: '4500000', salaryTax: '0', insuredSalary: '4300000', tax: '125000', cleared: [] };
const ofYear = { extra: '4500000', extraTax: '0', yearPension: null, earlierGross: null, earlierTax: null };
step('budi', { name: 'payee.tell', args: { id: uuid(72), month: '2026-11', ...payee, ...salary, ...ofYear } }, AFTER);

step('admin', {
  name: 'agency.open',
  args: {
    administrator: { nip: '198505052010011099', name: 'Administrator' },
    validFrom: '2026-01-01',
    policies: { performance: uuid(80), time: uuid(81), allowance: uuid(82), leave: uuid(83) },
  },
});
const auditor = {
  id: uuid(84),
  employeeId: 'cici',
  role: 'auditor',
  validFrom: '2026-11-01',
  validUntil: null,
} as const;
step('admin', { name: 'office-role.give', args: auditor });
step('admin', { name: 'office-role.take', args: { id: auditor.id } });
const clerk = {
  unitId: 'A8ACA7',
  position: 'Pengelola Data',
  positionKind: 'JA',
  kind: 'definitive',
  postClass: 6,
  superiorId: 'ani',
  headsAgency: false,
  from: '2026-12-01',
} as const;
step('admin', {
  name: 'personnel.take',
  args: {
    units: [{ id: 'A8ACA7', name: 'Seksi Data', parentId: 'u' }],
    people: [
      {
        nip: '199001012020121001',
        name: 'Dedi',
        employment: 'PNS',
        grade: 'III/a',
        posts: [clerk],
      },
    ],
    ...{ left: [], ended: [], from: '2026-12-01' },
    seen: { new: 1, returned: 0, moved: 0, promoted: 0, superior: 0, corrected: 0, left: 0, units: 1 },
  },
});

/** Edits that change nothing, of fields that a merge has to look at. */
function sameEdits<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: { from: Fields[Name]; to: Fields[Name] } } {
  return Object.fromEntries(Object.entries(fields).map(([name, same]) => [name, { from: same, to: same }])) as never;
}
