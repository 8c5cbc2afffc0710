// A queued mutation in the person's words: what it does, and to what.

import { acts } from '#client/i18n/acts.ts';
import { explanations } from '#client/i18n/explanations.ts';
import { formatDate, formatDuration, formatNumber, t } from '#client/i18n/index.ts';
import type { MutationName } from '#shared/mutations.ts';
import type { SyncRow } from '#shared/sync/table.ts';

interface Described {
  name: string;
  args: unknown;
  seen: SyncRow[];
}

export const actText = (name: string) => (Object.hasOwn(acts.names, name) ? acts.names[name as MutationName] : name);

/** What it is about: the title the person typed, or that of the row it changes. */
export function subjectText({ args, seen }: Described): string {
  const own = fieldsOf(args);
  const edits = fieldsOf(own.edits);
  const edited = fieldsOf(edits.title).to ?? fieldsOf(edits.text).to;
  const row = seen.find((candidate) => candidate.title ?? candidate.text ?? candidate.name);
  return asTyped(own.title ?? own.text ?? edited ?? row?.title ?? row?.text ?? own.name ?? row?.name ?? '');
}

/** The content of a mutation, field by field, so that nothing a person typed is hidden from them. */
export function contentOf({ args }: Pick<Described, 'args'>): { label: string; value: string }[] {
  const { edits, note, ...rest } = fieldsOf(args);
  const values = edits
    ? Object.entries(fieldsOf(edits)).map(([field, edit]) => [field, fieldsOf(edit).to] as const)
    : Object.entries(rest);
  const lines = values
    .filter(
      ([field, value]) => Object.hasOwn(acts.fields, field) && field !== 'resultId' && value !== '' && value !== null,
    )
    .map(([field, value]) => ({ label: acts.fields[field] ?? field, value: valueText(field, value) }));
  return note ? [...lines, { label: t.approvals.note, value: asTyped(note) }] : lines;
}

/** A queue or a file may hold anything: what is of no shape that is known has no fields, and stops nobody. */
const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** Whatever it is, in the letters in which it stands there. */
const asTyped = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** One value of a field as a person would write it; what is of no such form, as it stands there. */
export function valueText(field: string, value: unknown): string {
  try {
    return inWords(field, value);
  } catch {
    return asTyped(value);
  }
}

function inWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (field === 'date') return formatDate(String(value));
  if (field === 'kind')
    return (
      { ...explanations.kinds, ...t.skp.kinds, ...t.activity.evidenceKinds }[String(value) as 'utama'] ?? String(value)
    );
  if (field === 'aspect') return t.skp.aspects[value as 'waktu'] ?? String(value);
  if (typeof value !== 'object') return String(value);
  if (field === 'time') {
    const { start, end, minutes } = value as { start: string | null; end: string | null; minutes: number };
    const clock = start && end ? `${start.replace(':', '.')}–${end.replace(':', '.')}, ` : '';
    return `${clock}${formatDuration(minutes)}`;
  }
  if (field === 'output') {
    const { quantity, unit } = value as { quantity: number; unit: string };
    return `${formatNumber(quantity)} ${unit}`;
  }
  if (field === 'target') {
    if ('words' in value) return String(value.words);
    const { min, max, unit } = value as { min: number; max: number | null; unit: string };
    return `${max === null ? formatNumber(min) : t.skp.range(formatNumber(min), formatNumber(max))} ${unit}`;
  }
  if (field === 'evidence') return (value as { name: string }[]).map(({ name }) => name).join('; ');
  // Several texts, such as one for each result: what was typed, one after the other.
  const texts = Object.values(value).map((one) => (typeof one === 'object' && one ? Object.values(one).at(-1) : one));
  return texts.filter((one) => typeof one === 'string' && one !== '').join('; ');
}
