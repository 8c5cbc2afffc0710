// A queued mutation in the person's words: what it does, and to what.

import { acts } from '#client/i18n/acts.ts';
import { formatDate, formatDuration, formatNumber, t } from '#client/i18n/index.ts';
import type { MutationName } from '#shared/mutations/index.ts';
import type { SyncRow } from '#shared/sync/table.ts';

interface Described {
  name: string;
  args: unknown;
  seen: SyncRow[];
}

export const actText = (name: string) => acts.names[name as MutationName] ?? name;

/** What it is about: the title the person typed, or that of the row it changes. */
export function subjectText({ args, seen }: Described): string {
  const own = args as { title?: string; text?: string; name?: string; edits?: Record<string, { to: unknown }> };
  const edited = own.edits?.title?.to ?? own.edits?.text?.to;
  const row = seen.find((candidate) => candidate.title ?? candidate.text ?? candidate.name);
  return String(own.title ?? own.text ?? edited ?? row?.title ?? row?.text ?? own.name ?? row?.name ?? '');
}

/** The content of a mutation, field by field, so that nothing a person typed is hidden from them. */
export function contentOf({ args }: Pick<Described, 'args'>): { label: string; value: string }[] {
  const { edits, note, ...rest } = args as { edits?: Record<string, { to: unknown }>; note?: string };
  const values = edits ? Object.entries(edits).map(([field, { to }]) => [field, to] as const) : Object.entries(rest);
  const lines = values
    .filter(([field, value]) => field in acts.fields && field !== 'resultId' && value !== '' && value !== null)
    .map(([field, value]) => ({ label: acts.fields[field] ?? field, value: valueText(field, value) }));
  return note ? [...lines, { label: t.approvals.note, value: note }] : lines;
}

/** One value of a field as a person would write it. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (field === 'date') return formatDate(String(value));
  if (field === 'kind')
    return { ...t.skp.kinds, ...t.activity.evidenceKinds }[String(value) as 'utama'] ?? String(value);
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
  // Several texts, such as one for each result: what was typed, one after the other.
  const texts = Object.values(value).map((one) => (typeof one === 'object' && one ? Object.values(one).at(-1) : one));
  return texts.filter((one) => typeof one === 'string' && one !== '').join('; ');
}
