import { expect, it } from 'vitest';
import type { Explanation } from '#shared/attendance/tables.ts';
import { mutations } from '#shared/mutations.ts';
import { parseMutation } from '#shared/sync/mutation.ts';
import type { Evidence } from '#shared/work/tables.ts';
import { callOf, emptyForm, formOf, formOfRefused } from './explanation-form.ts';

const DATE = '2026-11-20';
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const stored: Explanation = {
  ...{ id: DATE, scope: 'w:budi', version: 3, month: '2026-11', date: DATE, kind: 'duty', text: 'Survei' },
  ...{ letter: '090/1', state: 'returned', revision: 2, note: 'Mana suratnya?', submittedAt: '' },
  ...{ agreedAt: null, agreedBy: null, decidedAt: null, decidedBy: null },
};
const row = { scope: 'w:budi', version: 3, activityId: null, explanationDate: DATE };
const none = { url: null, sha256: null, type: null, size: null, thumbnail: null, takenAt: null, place: null };
const link: Evidence = { ...row, ...none, id: uuid(1), kind: 'link', name: 'Surat', url: 'https://contoh.go.id/a' };
const photo = { sha256: 'a'.repeat(64), type: 'image/jpeg', size: 10, thumbnail: 'b'.repeat(64) } as const;
const file: Evidence = { ...row, ...none, ...photo, id: uuid(2), kind: 'file', name: 'surat.jpg' };

const isTaken = (call: { name: string; args: unknown }) =>
  parseMutation(mutations, { name: call.name, v: mutations['explanation.give'].version, args: call.args }).ok;

it('asks for words always, and for a letter where the kind rests on one', () => {
  const isTakenOf = (form: Partial<ReturnType<typeof emptyForm>>) =>
    isTaken(callOf(DATE, { ...emptyForm(), ...form }, []));
  expect(isTakenOf({})).toBe(false);
  expect(isTakenOf({ kind: 'duty', text: ' ', letter: '090/1' })).toBe(false);
  expect(isTakenOf({ kind: 'training', text: 'x', letter: ' ' })).toBe(false);
  expect(isTakenOf({ kind: 'training', text: 'x', letter: '090/1' })).toBe(true);
  expect(isTakenOf({ kind: 'wfa', text: 'x' })).toBe(true);
});

it('names all evidence that the day has from then on: what was kept, and what was added', () => {
  const added = [{ id: uuid(3), kind: 'file' as const, name: 'baru.jpg', ...photo, takenAt: null, place: null }];
  const form = {
    ...formOf(stored),
    removed: [uuid(1)],
    added: added.map((piece) => ({ ...piece, foundPlace: '-2.4,115.2' })),
  };
  const call = callOf(DATE, form, [link, file]);
  expect(call).toMatchObject({
    name: 'explanation.give',
    args: { date: DATE, kind: 'duty', text: 'Survei', letter: '090/1', revision: 2 },
  });
  const { evidence } = call.args as { evidence: { id: string; place?: string | null }[] };
  expect(evidence.map(({ id }) => id)).toEqual([uuid(2), uuid(3)]);
  // Where it was taken is nobody's business unless the person keeps it.
  expect(JSON.stringify(evidence)).not.toContain('115.2');
  expect(isTaken(call)).toBe(true);
});

it('leaves out a letter that was typed before another kind was chosen', () => {
  const call = callOf(DATE, { ...formOf(stored), kind: 'forgot' }, []);
  expect(call.args).toMatchObject({ kind: 'forgot', letter: null });
  expect(isTaken(call)).toBe(true);
});

it('what was refused is sent anew upon what is stored by now, with its photos, and none of them twice', () => {
  const refused = callOf(DATE, { ...formOf(stored), text: 'Lebih jelas', revision: 1 }, [link, file]);
  const form = formOfRefused({ args: refused.args }, stored, [link]);
  expect(form).toMatchObject({ text: 'Lebih jelas', revision: 2, removed: [] });
  expect(form.added.map(({ id }) => id)).toEqual([uuid(2)]);
  const again = callOf(DATE, form, [link]);
  expect((again.args as { evidence: { id: string }[] }).evidence.map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
  expect(isTaken(again)).toBe(true);
});

it('what an older app was refused had neither a letter nor evidence', () => {
  const form = formOfRefused({ args: { date: DATE, kind: 'wfa', text: 'Dari rumah', revision: 0 } }, null, []);
  expect(form).toEqual({ ...emptyForm(), kind: 'wfa', text: 'Dari rumah' });
});
