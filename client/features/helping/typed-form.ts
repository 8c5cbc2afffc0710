// The form of an entry that is typed for somebody else: what is typed, and the act that saving it means.

import { type Effort, effortArgs, effortForm, effortOf } from '#client/features/work/index.ts';
import type { IdOf } from '#client/forms/index.ts';
import { type TypedFields, typedFieldsOf } from '#shared/helping/mutations/typed.ts';
import type { TypedEntry } from '#shared/helping/tables.ts';
import type { Call } from '#shared/mutations.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { editsBetween } from '#shared/sync/merge.ts';

export interface TypedForm extends Effort {
  /** Of the entry that is changed, with what the form began with; empty for a new one. */
  id: string;
  revision: number;
  base: TypedFields | null;
  date: string;
  /** Empty: the owner picks it. */
  resultId: string;
  title: string;
  description: string;
}

/** The same RHK as last time: whoever helps types much of the same. */
export const emptyTyped = (date: string, resultId = ''): TypedForm => ({
  ...{ id: '', revision: 0, base: null, date, resultId, title: '', description: '' },
  ...{ timing: 'clock', start: '', end: '', minutes: '', quantity: '', unit: '' },
});

export const typedFormOf = (entry: TypedEntry): TypedForm => ({
  ...{ id: entry.id, revision: entry.revision, base: typedFieldsOf(entry), date: entry.date },
  ...{ resultId: entry.resultId ?? '', title: entry.title, description: entry.description },
  ...effortForm(entry),
});

/** What it holds of the arguments of `typed.add`; undefined where something is missing or not understood. */
export const typedArgs = (form: TypedForm) => {
  const { date, title, description, resultId } = form;
  return { date, title, description, resultId: resultId || null, ...effortArgs(form) };
};

/** What saving means; nothing where nothing changed. The form must not lack anything. */
export function typedCalls(form: TypedForm, ownerId: EmployeeId, idOf: IdOf): Call[] {
  const { id, revision, base, date } = form;
  const fields: TypedFields = {
    ...{ resultId: form.resultId || null, date, title: form.title.trim(), description: form.description.trim() },
    ...effortOf(form),
  };
  if (!base) return [{ name: 'typed.add', args: { ownerId, id: idOf('typed'), ...fields } }];
  const edits = editsBetween(base, fields);
  return Object.keys(edits).length === 0 ? [] : [{ name: 'typed.edit', args: { ownerId, id, revision, edits } }];
}
