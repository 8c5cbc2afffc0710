// The form of an activity: what is typed, and the mutations that saving it means.

import { AMOUNT, MINUTES } from '#client/forms/bounds.ts';
import type { IdOf } from '#client/forms/index.ts';
import { numberIn, type Typed } from '#client/i18n/typed.ts';
import { isTime } from '#client/i18n/typed-day.ts';
import { type AttentionItem, newId } from '#client/sync/index.ts';
import type { Call, MutationArgs } from '#shared/mutations.ts';
import type { Indicator } from '#shared/plan/tables.ts';
import { editsBetween, type FieldEdits } from '#shared/sync/merge.ts';
import { minutesBetween } from '#shared/time/working-time.ts';
import { type ActivityFields, activityFieldsOf } from '#shared/work/mutations/activity.ts';
import type { Activity, Evidence } from '#shared/work/tables.ts';
import { contentOf, hashesOf, type NewEvidence } from './evidence/index.ts';

/** How much came of it, and when or how long it was done. */
export interface Effort {
  timing: 'clock' | 'duration';
  start: string;
  end: string;
  minutes: Typed;
  quantity: Typed;
  unit: string;
}

export interface ActivityForm extends Effort {
  /** Of the stored activity; empty for a new one, whose id comes with the act. */
  id: string;
  /** What the form began with; null for a new activity. Kept with the draft, so that edits start from what was seen. */
  base: ActivityFields | null;
  date: string;
  resultId: string;
  title: string;
  description: string;
  added: NewEvidence[];
  removed: string[];
  /** The refused entry that it logs again, and whose time it keeps. */
  redoes?: string;
  /** A link that is being typed. */
  link: { name: string; url: string };
}

const noLink = () => ({ name: '', url: '' });

export function emptyForm(date: string, resultId = ''): ActivityForm {
  return {
    ...{ id: '', base: null, date, resultId, title: '', description: '' },
    ...{ timing: 'clock', start: '', end: '', minutes: '', quantity: '', unit: '', added: [], removed: [] },
    link: noLink(),
  };
}

export function formOf(activity: Activity): ActivityForm {
  const base = activityFieldsOf(activity);
  const { time: _time, output: _output, ...rest } = base;
  return { id: activity.id, base, ...rest, ...effortForm(activity), added: [], removed: [], link: noLink() };
}

/**
 * The evidence that was refused with an entry: it came after it, named it, and so had no place. It is in the new form, and
 * goes from the list of what was refused together with the entry.
 */
export function evidenceOfRefused(entry: AttentionItem, refused: readonly AttentionItem[]): AttentionItem[] {
  const { id } = entry.args as { id: string };
  return refused.filter(({ name, args }) => name === 'evidence.attach' && (args as Attached).activityId === id);
}

type Attached = MutationArgs<'evidence.attach'>;

/** The content of a mutation that the server refused, with its evidence, as the form of a new activity. */
export function formOfRefused(
  { id, name, args, seen, refusal, redoes = id }: AttentionItem,
  evidence: readonly AttentionItem[],
  empty: ActivityForm,
): ActivityForm {
  const { edits, ...whole } = args as Partial<ActivityFields> & { edits?: FieldEdits<ActivityFields> };
  const before = seen.find((row) => 'minutes' in row) as Activity | undefined;
  const edited = Object.fromEntries(Object.entries(edits ?? {}).map(([field, edit]) => [field, edit?.to]));
  const { date, resultId, title, description, time, output }: Partial<ActivityFields> = {
    ...(before && activityFieldsOf(before)),
    ...(edits ? edited : whole),
  };
  // The entry that was to be changed is approved and counts: only what goes beyond it is another one.
  const counted = name === 'activity.edit' && refusal.code === 'locked';
  const [spent, made] = counted ? [undefined, undefined] : [time, output];
  return {
    ...empty,
    ...{ date: date ?? empty.date, resultId: resultId ?? '', title: title ?? '', description: description ?? '' },
    ...{ timing: spent?.start && spent.end ? 'clock' : 'duration', minutes: spent?.minutes ?? '' },
    ...{ start: spent?.start ?? '', end: spent?.end ?? '' },
    ...{ quantity: made?.quantity ?? '', unit: output?.unit ?? '' },
    ...(name === 'activity.log' && { redoes }),
    added: evidence.map((item) => newEvidenceOf(item.args as Attached)),
  };
}

/** A place that the person had kept stays kept. What an older version queued lacks what it did not know. */
function newEvidenceOf({ activityId: _the, id: _old, ...args }: Attached): NewEvidence {
  if (args.kind === 'link') return { id: newId(), ...args };
  const { thumbnail = null, takenAt = null, place = null } = args;
  return { id: newId(), ...args, thumbnail, takenAt, place, foundPlace: place };
}

/** Minutes as the form has them now; null while they are not known. */
export function minutesOf({ timing, start, end, minutes }: Effort): number | null {
  if (timing === 'clock') return isTime(start) && isTime(end) ? minutesBetween(start, end) : null;
  return numberIn(minutes, MINUTES);
}

/** What an earlier entry of the same work tells of a new one. */
export type Earlier = Pick<Activity, 'title' | 'resultId' | 'unit' | 'minutes'>;

/**
 * What a title that was logged before brings with it: its unit, its RHK and how long it took, where nothing of it was chosen yet.
 * `chosen`: the RHK that the person picked, which no title takes back; `possible`: those that the day can support.
 */
export function broughtByTitle(
  form: ActivityForm,
  earlier: readonly Earlier[],
  { chosen, possible }: { chosen: string | null; possible: readonly string[] },
): Partial<ActivityForm> {
  const sameWork = (title: string) => title.trim().replace(/\s+/g, ' ').toLowerCase();
  const last = form.base ? undefined : earlier.find(({ title }) => sameWork(title) === sameWork(form.title));
  if (!last) return {};
  return {
    ...(chosen === null && possible.includes(last.resultId) && { resultId: last.resultId }),
    ...(form.unit === '' && { unit: last.unit }),
    ...(form.minutes === '' && { minutes: last.minutes }),
  };
}

/** The unit in which the plan counts an RHK: of its first IKI on quantity whose target is a number; else none. */
export const unitOfPlan = (indicators: readonly Pick<Indicator, 'aspect' | 'targetMin' | 'unit'>[]): string =>
  indicators.find(({ aspect, targetMin }) => aspect === 'kuantitas' && targetMin !== null)?.unit ?? '';

/** What the form holds of the arguments of `activity.log`; undefined where something is missing or not understood. */
export function argsOf(form: ActivityForm) {
  const { resultId, date, title, description } = form;
  return { resultId, date, title, description, ...effortArgs(form) };
}

/** Of it what a person did, and when. */
export function effortArgs(form: Effort) {
  const { timing, quantity, unit } = form;
  const byClock = timing === 'clock';
  const clock = (time: string) => (byClock ? time || undefined : null);
  const minutes = minutesOf(form);
  return {
    // With a clock it is the clock that lacks something.
    time: { start: clock(form.start), end: clock(form.end), minutes: minutes ?? (byClock ? 1 : undefined) },
    output: { quantity: numberIn(quantity, AMOUNT) ?? undefined, unit },
  };
}

/**
 * What saving means, and sending where the entry goes to the superior at once: as it is in the form, never as it was stored.
 * Empty when nothing changed. The form must not lack anything.
 */
export function callsOf(
  form: ActivityForm,
  evidence: readonly Evidence[],
  idOf: IdOf,
  then: 'keep' | 'send' = 'keep',
): Call[] {
  const { base, added, removed, redoes } = form;
  const id = form.id || idOf('activity');
  const fields: ActivityFields = {
    ...{ resultId: form.resultId, date: form.date, title: form.title.trim(), description: form.description.trim() },
    ...effortOf(form),
  };
  const calls: Call[] = [];
  if (!base) calls.push({ name: 'activity.log', args: { id, ...fields }, ...(redoes && { redoes }) });
  else {
    const edits = editsBetween(base, fields);
    if (Object.keys(edits).length > 0) calls.push({ name: 'activity.edit', args: { id, edits } });
  }
  for (const item of added) calls.push({ name: 'evidence.attach', args: { ...contentOf(item), activityId: id } });
  for (const { id: evidenceId } of evidence.filter((item) => removed.includes(item.id))) {
    calls.push({ name: 'evidence.detach', args: { id: evidenceId, activityId: id } });
  }
  if (then === 'send') calls.push({ name: 'activity.submit', args: { id } });
  return calls;
}

/** Of a form that lacks nothing. */
export function effortOf(form: Effort): Pick<ActivityFields, 'time' | 'output'> {
  const byClock = form.timing === 'clock';
  return {
    time: { start: byClock ? form.start : null, end: byClock ? form.end : null, minutes: minutesOf(form) ?? 0 },
    output: { quantity: numberIn(form.quantity, AMOUNT) ?? 0, unit: form.unit.trim() },
  };
}

/** The effort of a row, as a form begins with it. */
export const effortForm = ({
  start,
  end,
  minutes,
  quantity,
  unit,
}: Pick<Activity, 'start' | 'end' | 'minutes' | 'quantity' | 'unit'>): Effort => ({
  ...{ timing: start && end ? 'clock' : 'duration', start: start ?? '', end: end ?? '', minutes, quantity, unit },
});

/** The files of a form, by their hashes. */
export const filesOf = ({ added }: ActivityForm): string[] => hashesOf(added);
