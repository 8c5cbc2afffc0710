// A form that is typed and not saved, in the person's words: every text that they typed in it, also where no field of an act
// is called so.

import { contentOf, subjectText } from './describe-act.ts';

export interface TypedLine {
  /** Empty where only the form itself names the field. */
  label: string;
  value: string;
}

/** Ids, hashes and the parts of the form that no person types. */
const MADE_BY_MACHINES = /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64})$/;

/** What was typed, line by line, as a person would copy it. */
export function typedLines(value: unknown): TypedLine[] {
  const known = contentOf({ args: value });
  const shown = new Set(known.map((line) => line.value));
  const others = textsIn(value).filter((text) => ![...shown].some((one) => one.includes(text)));
  return [...known, ...[...new Set(others)].map((text) => ({ label: '', value: text }))];
}

/** What the form is about, if it says so itself. */
export const typedTitle = (value: unknown): string => subjectText({ name: '', args: value, seen: [] });

/** Longer than a choice in a list has: somebody typed it. An edit is what it was changed to. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string')
    return value.trim().includes(' ') && !MADE_BY_MACHINES.test(value) ? [value.trim()] : [];
  if (typeof value !== 'object' || value === null) return [];
  if ('from' in value && 'to' in value) return textsIn(value.to);
  return Object.values(value).flatMap(textsIn);
}
