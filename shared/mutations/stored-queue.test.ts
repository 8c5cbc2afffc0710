// Queues as released versions of the app have stored them on devices. They are never edited: what waits on somebody's
// phone since months must still be understood. A release adds its shapes below.

import { describe, expect, it } from 'vitest';
import { parseMutation } from '#shared/sync/mutation.ts';
import { mutations } from './index.ts';
import { uuid } from './testing.ts';

const SHA256 = 'a'.repeat(64);
const entry = { resultId: uuid(9), date: '2026-11-24', title: 'Uji emisi', description: '' };
const time = { start: '08:00', end: '10:00', minutes: 120 };
const output = { quantity: 14, unit: 'kendaraan' };
const file = { activityId: uuid(1), kind: 'file', name: 'a.jpg', sha256: SHA256, type: 'image/jpeg', size: 10 };
const decided = { employeeId: 'penguji-1', id: uuid(1), revision: 1 };
const skp = { employeeId: 'penguji-1', skpId: uuid(1), revision: 1 };
const target = { min: 1, max: null, unit: 'dokumen', direction: 'up' };

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

it('what a newer app wrote is refused by its name, with all its content kept, and never misread', () => {
  const parsed = parseMutation(mutations, { name: 'activity.log', v: 99, args: { id: uuid(1) } });
  expect(parsed).toEqual({ ok: false, refusal: { code: 'newer-mutation', name: 'activity.log' } });
});
