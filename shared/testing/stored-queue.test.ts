// Queues as released versions of the app have stored them on devices. They are never edited: what waits on somebody's
// phone since months must still be understood. A release adds its shapes below.

import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import { mutations } from '#shared/mutations.ts';
import { parseMutation } from '#shared/sync/mutation.ts';
import { uuid } from './people-who-act.ts';

const SHA256 = 'a'.repeat(64);
const entry = { resultId: uuid(9), date: '2026-11-24', title: 'Uji emisi', description: '' };
const time = { start: '08:00', end: '10:00', minutes: 120 };
const output = { quantity: 14, unit: 'kendaraan' };
const file = { activityId: uuid(1), kind: 'file', name: 'a.jpg', sha256: SHA256, type: 'image/jpeg', size: 10 };
const decided = { employeeId: 'penguji-1', id: uuid(1), revision: 1 };
const skp = { employeeId: 'penguji-1', skpId: uuid(1), revision: 1 };
const evaluation = { employeeId: 'penguji-1', id: `${uuid(1)}.2026-10`, revision: 2 };
const target = { min: 1, max: null, unit: 'dokumen', direction: 'up' };

/** As they were before periods were assessed within days and minutes had a most of a day. */
const {
  ratingDays: _rating,
  planDays: _plan,
  source: _performanceSource,
  ...performance5
} = DEFAULT_POLICIES.performance;
const { source: _timeSource, ...time5 } = DEFAULT_POLICIES.time;
const { assessmentDays: _days, ...performance } = performance5;
const {
  source: _source,
  units: _units,
  missingScan: _scan,
  assembly: _assembly,
  minimumPresence: _presence,
  ...ofVersion3
} = DEFAULT_POLICIES.allowance;
const { dailyMost: _most, ...allowance } = ofVersion3;
const { effectiveBy: _by, ...time4 } = time5;
const { longestMonths: _longest, longestSource: _from, ...leave4 } = DEFAULT_POLICIES.leave;
const POLICIES = { ...DEFAULT_POLICIES, performance, allowance, time: time4 };

const released: Record<string, [name: string, v: number, args: unknown][]> = {
  '0.1.0': [
    ['skp.create', 1, { id: uuid(1), approach: 'quantitative', validFrom: '2026-01-01', validUntil: '2026-12-31' }],
    [
      'result.add',
      1,
      { id: uuid(2), skpId: uuid(1), kind: 'utama', text: 'Hasil', parent: { resultId: uuid(3), employeeId: 'kadis' } },
    ],
    ['result.edit', 1, { id: uuid(2), skpId: uuid(1), edits: { text: { from: 'Hasil', to: 'Hasil baru' } } }],
    ['result.delete', 1, { id: uuid(2), skpId: uuid(1) }],
    [
      'indicator.add',
      1,
      { id: uuid(4), skpId: uuid(1), resultId: uuid(2), aspect: 'kuantitas', text: 'Jumlah', target },
    ],
    ['indicator.delete', 1, { id: uuid(4), skpId: uuid(1) }],
    ['skp.submit', 1, { skpId: uuid(1), supervisorId: 'ka-upt' }],
    ['skp.recall', 1, { skpId: uuid(1) }],
    ['activity.log', 1, { id: uuid(1), ...entry, time, output }],
    ['activity.edit', 1, { id: uuid(1), edits: { title: { from: 'Uji', to: 'Uji emisi' } } }],
    ['activity.delete', 1, { id: uuid(1), revision: 1 }],
    ['evidence.attach', 1, { id: uuid(5), ...file }],
    [
      'evidence.attach',
      1,
      { id: uuid(5), activityId: uuid(1), kind: 'link', name: 'Surat', url: 'https://example.go.id/a' },
    ],
    ['evidence.detach', 1, { id: uuid(5), activityId: uuid(1) }],
    ['activity.submit', 1, { id: uuid(1) }],
    ['conflict.settle', 1, { id: `${uuid(6)}.title`, in: 'work' }],
    ['skp.approve', 1, skp],
    ['skp.return', 1, { ...skp, note: 'Lengkapi' }],
    ['activity.approve', 1, decided],
    ['activity.return', 1, { ...decided, note: 'Lengkapi' }],
    ['activity.reopen', 1, { ...decided, note: 'Keliru' }],
  ],
  '0.2.0': [
    [
      'result.add',
      2,
      {
        ...{ id: uuid(2), skpId: uuid(1), kind: 'utama', text: 'Hasil', parent: null, expectation: 'Tertib' },
        perspective: 'anggaran',
      },
    ],
    [
      'indicator.add',
      1,
      {
        ...{ id: uuid(4), skpId: uuid(1), resultId: uuid(2), aspect: 'kualitas', text: 'Mutu' },
        target: { words: 'Tanpa keluhan' },
      },
    ],
    ['expectation.set', 1, { employeeId: 'adm-1', skpId: uuid(1), value: 'loyal', from: '', to: 'Menjaga rahasia' }],
    ['annex.add', 1, { id: uuid(3), skpId: uuid(1), kind: 'sumber-daya', text: 'Satu komputer' }],
    ['annex.delete', 1, { id: uuid(3), skpId: uuid(1) }],
    ['skp.return', 2, { ...skp, note: 'Lengkapi', items: [{ resultId: uuid(2), note: 'Target?' }] }],
    ['skp.revise', 1, { skpId: uuid(1), reason: 'Target berubah' }],
    ['skp.discard', 1, { skpId: uuid(1), revision: 3 }],
    ['action.add', 1, { id: uuid(3), skpId: uuid(1), resultId: uuid(2), period: '2026-Q1', text: 'Menyusun jadwal' }],
    ['action.delete', 1, { id: uuid(3) }],
    [
      'leave.request',
      1,
      { id: uuid(3), kind: 'tahunan', validFrom: '2026-11-24', validUntil: '2026-11-25', reason: '' },
    ],
    ['leave.withdraw', 1, { id: uuid(3) }],
    ['leave.approve', 1, { employeeId: 'adm-1', id: uuid(3) }],
    ['leave.return', 1, { employeeId: 'adm-1', id: uuid(3), note: 'Pekan depan' }],
    ['explanation.give', 1, { date: '2026-11-20', kind: 'forgot', text: 'Lupa', revision: 0 }],
    ['explanation.withdraw', 1, { date: '2026-11-20' }],
    ['explanation.agree', 1, { employeeId: 'adm-1', date: '2026-11-20', revision: 1 }],
    ['explanation.return', 1, { employeeId: 'adm-1', date: '2026-11-20', revision: 1, note: 'Jam berapa?' }],
    ['explanation.accept', 1, { employeeId: 'adm-1', date: '2026-11-20', revision: 1 }],
    ['explanation.refuse', 1, { employeeId: 'adm-1', date: '2026-11-20', revision: 1, note: 'Tanpa bukti' }],
    [
      'realisation.correct',
      1,
      { skpId: uuid(1), indicatorId: uuid(4), period: '2026-10', value: 12, reason: 'Dari buku' },
    ],
    ['realisation.reset', 1, { skpId: uuid(1), indicatorId: uuid(4), period: '2026-10' }],
    [
      'evaluation.assess',
      1,
      {
        ...{ skpId: uuid(1), period: '2026-10', revision: 0, results: { [uuid(2)]: 'Selesai' }, note: '' },
        realised: { [uuid(4)]: 12 },
      },
    ],
    ['evaluation.return', 1, { ...evaluation, note: 'Lengkapi' }],
    [
      'evaluation.rate',
      1,
      {
        ...{ ...evaluation, results: { [uuid(2)]: 'Baik' }, behaviours: { loyal: 'Setia' }, note: '' },
        ...{ achievement: 'baik', resultRating: 'sesuai', behaviourRating: 'di-atas' },
      },
    ],
    ['evaluation.finalise', 1, { ...evaluation, skpId: uuid(1), evaluatorId: 'ka-upt' }],
    ['evaluation.object', 1, { id: evaluation.id, revision: 3, evaluatorId: 'ka-upt', text: 'Tidak sesuai' }],
    [
      'evaluation.decide',
      1,
      { ...evaluation, resultRating: 'sesuai', behaviourRating: 'sesuai', text: 'Diterima sebagian' },
    ],
    ['evaluation.follow-up', 1, { ...evaluation, text: 'Pelatihan' }],
    [
      'document.issue',
      1,
      {
        ...{ id: uuid(3), employeeId: 'adm-1', code: '0123456789ABCDEF', sha256: SHA256, facts: { name: 'Abdul' } },
        subject: { kind: 'laporan-bulanan', month: '2026-10' },
      },
    ],
    ['role.assign', 1, { id: uuid(3), resultId: uuid(2), employeeId: 'adm-1', text: 'Menguji kendaraan' }],
    ['role.delete', 1, { id: uuid(3) }],
    ['feedback.give', 1, { id: uuid(3), employeeId: 'adm-1', about: 'period', targetId: '2026-10', text: 'Teruskan' }],
    ['feedback.withdraw', 1, { id: uuid(3), employeeId: 'adm-1' }],
    ['achievement.set', 1, { period: '2026-10', value: 'istimewa' }],
    [
      'assignment.move',
      1,
      {
        ...{ employeeId: 'adm-1', validFrom: '2026-12-01' },
        to: { id: uuid(3), unitId: 'umum', position: 'Arsiparis', positionKind: 'JA', supervisorId: 'kasubag-umum' },
      },
    ],
    [
      'delegation.add',
      1,
      {
        ...{ id: uuid(3), fromId: 'ka-upt', toId: 'kasi-barang', kind: 'plh' },
        ...{ validFrom: '2026-12-01', validUntil: null },
      },
    ],
    ['delegation.end', 1, { id: uuid(3) }],
    [
      'outage.declare',
      1,
      { id: uuid(3), startsAt: '2026-11-24T01:00:00.000Z', endsAt: null, reason: 'Kabel laut putus' },
    ],
    ['outage.end', 1, { id: uuid(3), endsAt: '2026-11-24T09:00:00.000Z' }],
    ['policy.adopt', 1, { id: uuid(3), validFrom: '2026-12-01', content: POLICIES.performance }],
    [
      'template.save',
      1,
      {
        employeeId: 'adm-1',
        position: 'Analis',
        content: { results: [], indicators: [], expectations: [], annexes: [] },
      },
    ],
  ],
  '0.3.0': [
    [
      'assignment.move',
      2,
      {
        ...{ employeeId: 'penguji-1', validFrom: '2026-12-01' },
        to: {
          ...{ id: uuid(6), unitId: 'uji', position: 'Penguji', positionKind: 'JF', supervisorId: 'ka-upt' },
          postClass: 8,
        },
      },
    ],
    ...(['performance', 'time', 'allowance'] as const).map((kind): [string, number, unknown] => [
      'policy.adopt',
      2,
      { id: uuid(3), kind, validFrom: '2026-12-01', reason: null, content: POLICIES[kind] },
    ]),
    ['holiday.set', 1, { days: [{ date: '2027-01-01', kind: 'libur', name: 'Tahun Baru' }], reason: null }],
  ],
  '0.4.0': [
    ['evaluation.receive', 1, { id: evaluation.id }],
    [
      'policy.adopt',
      3,
      { id: uuid(3), kind: 'allowance', validFrom: '2026-12-01', reason: null, content: { ...ofVersion3 } },
    ],
  ],
  '0.5.0': Object.entries({ ...DEFAULT_POLICIES, performance: performance5, time: time4, leave: leave4 }).map(
    ([kind, content]): [string, number, unknown] => [
      'policy.adopt',
      4,
      { id: uuid(3), kind, validFrom: '2026-12-01', reason: null, content },
    ],
  ),
  'between 0.5.0 and the next': Object.entries({ performance: performance5, time: time5 }).map(
    ([kind, content]): [string, number, unknown] => [
      'policy.adopt',
      5,
      { id: uuid(3), kind, validFrom: '2026-12-01', reason: null, content },
    ],
  ),
};

describe.each(Object.entries(released))('a queue stored by version %s', (_version, queue) => {
  it.each(queue)('%s is understood today', (name, v, args) => {
    expect(parseMutation(mutations, { name, v, args })).toMatchObject({ ok: true });
  });
});

it('evidence of version 1 gets what it could not know as unknown', () => {
  expect(parseMutation(mutations, { name: 'evidence.attach', v: 1, args: { id: uuid(5), ...file } })).toMatchObject({
    ok: true,
    args: { sha256: SHA256, thumbnail: null, takenAt: null, place: null },
  });
});

it.each([
  ['a time that no camera knows', { takenAt: '0000-00-00T00:00:00' }, { takenAt: null }],
  ['a place that is none', { place: 'NaN,NaN' }, { place: null }],
  ['a name longer than anybody reads', { name: `${'x'.repeat(300)}.jpg` }, { name: 'x'.repeat(200) }],
])('evidence is not refused for %s', (_what, said, taken) => {
  const args = { id: uuid(5), ...file, thumbnail: null, takenAt: '2026-11-24T08:00:00', place: '-2.4,115.2', ...said };
  expect(parseMutation(mutations, { name: 'evidence.attach', v: 2, args })).toMatchObject({ ok: true, args: taken });
});

it('what a newer app wrote is refused by its name, with all its content kept, and never misread', () => {
  const parsed = parseMutation(mutations, { name: 'activity.log', v: 99, args: { id: uuid(1) } });
  expect(parsed).toEqual({ ok: false, refusal: { code: 'newer-mutation', name: 'activity.log' } });
});
