// Entries that were typed where there is no RHK yet: on a new device that has not reached the server, or before the SKP.
// They are drafts of this device, as many as there are days without; each is saved as soon as there is an RHK for it.

import type { Workspace } from '#client/workspace/workspace.ts';
import type { ResultId } from '#shared/plan/tables.ts';
import type { ActivityForm } from '../activity-form.ts';
import { loadResultsOn } from '../results-on.ts';

const PREFIX = 'activity aside ';

export interface Aside {
  key: string;
  title: string;
  date: string;
}

type AsideKey = `${typeof PREFIX}${string}`;

export const asideKey = (id: string): AsideKey => `${PREFIX}${id}`;

/** Whether an address names such an entry: by it nobody opens, or overwrites, what is typed in another form. */
export const isAside = (key: unknown): key is AsideKey => typeof key === 'string' && key.startsWith(PREFIX);

/** In the order of their days. */
export async function loadAsides({ db }: Workspace): Promise<Aside[]> {
  const kept = await db.drafts.where('key').startsWith(PREFIX).toArray();
  return kept
    .map(({ key, value }) => {
      const { title, date } = value as ActivityForm;
      return { key, title, date };
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** The one RHK that work of a day can support; undefined where there is a choice, or none. */
export async function onlyResult(workspace: Workspace, date: string): Promise<ResultId | undefined> {
  const [only, ...others] = await loadResultsOn(workspace, date);
  return others.length === 0 ? only?.id : undefined;
}
