import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { editsBetween, equal, fieldEdits, mergeFields } from './merge.ts';

describe('an edit', () => {
  const stored = { title: 'stored', place: 'office', time: { start: '08:00', minutes: 60 } };

  it('applies where nothing changed since the person looked', () => {
    expect(mergeFields(stored, { title: { from: 'stored', to: 'mine' } })).toEqual({
      apply: { title: 'mine' },
      conflicts: [],
    });
  });

  it('does nothing where it is so already', () => {
    expect(mergeFields(stored, { title: { from: 'old', to: 'stored' } })).toEqual({ apply: {}, conflicts: [] });
  });

  it('keeps both values where somebody else changed the same field', () => {
    expect(mergeFields(stored, { title: { from: 'old', to: 'mine' } })).toEqual({
      apply: {},
      conflicts: [{ field: 'title', kept: 'stored', offered: 'mine' }],
    });
  });

  it('compares values, not the order of their keys', () => {
    const from = { minutes: 60, start: '08:00' };
    const to = { start: '09:00', minutes: 60 };
    expect(mergeFields(stored, { time: { from, to } }).apply).toEqual({ time: to });
  });
});

const fields = fc.record({ a: fc.string(), b: fc.integer(), c: fc.option(fc.string()) });

describe('for any two versions of a row', () => {
  it('the edits between them lead from one to the other', () => {
    fc.assert(
      fc.property(fields, fields, (from, to) => {
        const merged = mergeFields(from, editsBetween(from, to));
        expect(merged.conflicts).toEqual([]);
        expect({ ...from, ...merged.apply }).toEqual(to);
      }),
    );
  });

  it('every value that a person wanted is stored, or kept in a conflict', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, theirs, mine) => {
        const edits = editsBetween(base, mine);
        const merged = mergeFields(theirs, edits);
        const result = { ...theirs, ...merged.apply };
        for (const [field, edit] of Object.entries(edits)) {
          const kept = merged.conflicts.some(
            (conflict) => conflict.field === field && equal(conflict.offered, edit.to),
          );
          expect(kept || equal(result[field as keyof typeof result], edit.to)).toBe(true);
        }
      }),
    );
  });
});

describe('the schema of edits', () => {
  const schema = fieldEdits({ a: v.string(), b: v.number() });

  it('takes any of the fields, and no other', () => {
    expect(v.is(schema, {})).toBe(true);
    expect(v.is(schema, { a: { from: 'x', to: 'y' } })).toBe(true);
    expect(v.is(schema, { a: { to: 'y' } })).toBe(false);
    expect(v.is(schema, { z: { from: 1, to: 2 } })).toBe(false);
  });
});
