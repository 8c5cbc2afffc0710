import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { actText, contentOf, subjectText } from './describe-act.ts';

const FIELDS = [
  'title',
  'text',
  'name',
  'edits',
  'note',
  'date',
  'kind',
  'aspect',
  'time',
  'output',
  'target',
  '__proto__',
];
const field = fc.constantFrom(...FIELDS);
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>({ to: { start: '07:30', end: 7, minutes: null } }, { to: '2026-02-31' }, { words: null }),
);
const args = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(field, value),
  fc.record({ edits: fc.dictionary(field, value) }),
);

it('an act of whatever shape has words: a file or an old queue that holds one is shown all the same', () => {
  fc.assert(
    fc.property(args, (given) => {
      expect(subjectText({ name: 'x', args: given, seen: [] })).toBeTypeOf('string');
      for (const line of contentOf({ args: given })) {
        expect(line.label).toBeTypeOf('string');
        expect(line.value).toBeTypeOf('string');
      }
    }),
    { numRuns: 2000 },
  );
  for (const name of ['toString', '__proto__', 'constructor', '']) expect(actText(name)).toBe(name);
});

it('what a person typed is told in the words of its field', () => {
  const typed = { date: '2026-11-24', time: { start: '07:30', end: '09:00', minutes: 90 }, title: 'Uji emisi' };
  expect(contentOf({ args: typed }).map((line) => line.value)).toEqual(
    expect.arrayContaining(['24 November 2026', expect.stringContaining('07.30\u201309.00'), 'Uji emisi']),
  );
  expect(
    contentOf({ args: { edits: { title: { from: 'a', to: 'b' } }, note: 'Tolong' } }).map(({ value: to }) => to),
  ).toEqual(['b', 'Tolong']);
});
