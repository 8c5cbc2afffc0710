// Field-by-field merge of an edit with what is stored now.
// Rule: unchanged since the person looked -> apply; already what the person wants -> nothing; else -> conflict:
// the stored value stays and the other is kept until the person decides. Nothing typed is dropped by a rule.

import * as v from 'valibot';
import type { Json } from './table.ts';

/** For each edited field, the value the person started from and the value they want. */
export type FieldEdits<Fields> = { [Name in keyof Fields]?: { from: Fields[Name]; to: Fields[Name] } };

export interface Merged<Fields> {
  apply: Partial<Fields>;
  conflicts: { field: keyof Fields & string; kept: Json; offered: Json }[];
}

export function mergeFields<Fields extends object>(stored: Fields, edits: FieldEdits<Fields>): Merged<Fields> {
  const merged: Merged<Fields> = { apply: {}, conflicts: [] };
  for (const field of Object.keys(edits) as (keyof Fields & string)[]) {
    const edit = edits[field];
    if (!edit || equal(stored[field], edit.to)) continue;
    if (equal(stored[field], edit.from)) merged.apply[field] = edit.to;
    else merged.conflicts.push({ field, kept: stored[field] as Json, offered: edit.to as Json });
  }
  return merged;
}

/** The edits that lead from one set of values to another; empty when nothing differs. */
export function editsBetween<Fields extends object>(from: Fields, to: Fields): FieldEdits<Fields> {
  const edits: FieldEdits<Fields> = {};
  for (const field of Object.keys(to) as (keyof Fields)[]) {
    if (!equal(from[field], to[field])) edits[field] = { from: from[field], to: to[field] };
  }
  return edits;
}

/** Schema of the edits of an object whose fields have the given schemas. */
export function fieldEdits<Entries extends v.ObjectEntries>(entries: Entries) {
  const shape = Object.fromEntries(
    Object.entries(entries).map(([name, schema]) => [name, v.optional(v.strictObject({ from: schema, to: schema }))]),
  );
  type Fields = v.InferOutput<v.ObjectSchema<Entries, undefined>>;
  return v.strictObject(shape) as unknown as v.GenericSchema<unknown, FieldEdits<Fields>>;
}

/** Equality of plain data, whatever the order of keys. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equal(Reflect.get(a, key), Reflect.get(b, key)));
}
