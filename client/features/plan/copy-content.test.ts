import { expect, it } from 'vitest';
import { newId } from '#client/sync/index.ts';
import { ActIds } from '#client/workspace/act-ids.ts';
import { writtenContent } from '#shared/plan/mutations/skp.ts';
import type { SkpContent } from '#shared/plan/tables.ts';
import { newWorld, outcomeOf, uuid } from '#shared/testing/people-who-act.ts';
import { copyCalls } from './copy-content.ts';

const at = '2025-01-02T00:00:00.000Z';
const result = (n: number, parent: string | null): SkpContent['results'][number] => ({
  ...{ id: uuid(n), kind: 'utama', text: `Hasil ${n}`, parentId: parent, parentOwnerId: parent && 'ani' },
  ...{ expectation: '', perspective: null, endedIn: null, createdAt: at },
});
const last: SkpContent = {
  results: [result(1, uuid(91)), result(2, uuid(92))],
  indicators: [
    {
      ...{ id: uuid(3), resultId: uuid(2), aspect: 'waktu', text: 'Tepat waktu', targetMin: null, targetMax: null },
      ...{ targetText: 'Sebelum tanggal 5', unit: '', direction: 'up' },
    },
  ],
  expectations: [{ value: 'loyal', text: 'Menjaga rahasia' }],
  annexes: [{ id: uuid(4), kind: 'konsekuensi', text: 'TPP', createdAt: at }],
};

it('last year’s SKP begins the new one, without the superior’s results that are no more', () => {
  const world = newWorld();
  const skpId = uuid(50);
  const year = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
  world.put('result', { id: uuid(92), scope: 'p:ani', version: 1, skpId: uuid(80) });
  world.act('budi', { name: 'skp.create', args: { id: skpId, approach: 'quantitative', ...year } });
  const calls = copyCalls(
    { employeeId: 'budi', skpId, idOf: new ActIds(newId).of, parents: new Set([uuid(92)]) },
    last,
  );
  for (const call of calls) expect(outcomeOf(world.act('budi', call))).toBe('applied');
  const copied = writtenContent(world.rows, 'budi', skpId);
  const byText = new Map(copied.results.map((one) => [one.text, one]));
  expect(byText.get('Hasil 1')?.parentId).toBeNull();
  expect(byText.get('Hasil 2')?.parentId).toBe(uuid(92));
  expect(copied.indicators).toMatchObject([
    { resultId: byText.get('Hasil 2')?.id, targetText: 'Sebelum tanggal 5', targetMin: null },
  ]);
  expect(copied.expectations).toEqual(last.expectations);
  expect(copied.annexes).toMatchObject([{ kind: 'konsekuensi', text: 'TPP' }]);
  expect([...copied.results, ...copied.indicators].some(({ id }) => [uuid(1), uuid(2), uuid(3)].includes(id))).toBe(
    false,
  );
});
