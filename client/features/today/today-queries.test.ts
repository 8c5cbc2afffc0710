import { expect, it } from 'vitest';
import { rulesOf } from '#shared/rules/calendar.ts';
import type { Evaluation } from '#shared/tables.ts';
import { mayBeObjected } from './today-queries.ts';

const rules = rulesOf({ policies: [], holidays: [], workHours: [], outages: [], timeZone: 'Asia/Makassar' });
const of = (fields: Partial<Evaluation>) =>
  ({ skpId: 's', period: '2026-10', state: 'final', predicate: 'butuh-perbaikan', ...fields }) as Evaluation;
const on = (day: string, ...evaluations: Evaluation[]) => mayBeObjected(day, evaluations, rules);

it('a final result below “Baik” is told with its last day, until that day is over', () => {
  const read = of({ receivedAt: '2026-11-02T02:00:00.000Z' });
  expect(on('2026-11-16', read)).toEqual([
    { skpId: 's', period: '2026-10', predicate: 'butuh-perbaikan', until: '2026-11-16' },
  ]);
  expect(on('2026-11-17', read)).toEqual([]);
});

it('one that nobody has read yet has no last day yet', () => {
  expect(on('2026-12-24', of({ receivedAt: null }))[0]?.until).toBeNull();
});

it.each([
  { predicate: 'baik' },
  { state: 'rated' },
  { state: 'objected' },
  { state: 'decided' },
] as Partial<Evaluation>[])('nothing is told of %o', (fields) => {
  expect(on('2026-11-03', of({ receivedAt: '2026-11-02T02:00:00.000Z', ...fields }))).toEqual([]);
});
