// Entries that were typed where there is no RHK yet: on a new device that has not reached the server, or before the SKP.
// They are drafts of this device, as many as there are days without; each is saved as soon as there is an RHK for it.

import type { Workspace } from '#client/workspace.ts';
import { standing } from '#shared/rules/skp-content.ts';
import type { ActivityForm } from './activity-form.ts';

const PREFIX = 'activity aside ';

export interface Aside {
  key: string;
  title: string;
  date: string;
}

export const asideKey = (id: string) => `${PREFIX}${id}`;

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
export async function onlyResult({ rows, scopes, me }: Workspace, date: string): Promise<string | undefined> {
  const skps = await rows('skp').where('[scope+employeeId]').equals([scopes.plan, me]).toArray();
  const ids = skps.filter((skp) => skp.validFrom <= date && date <= skp.validUntil).map(({ id }) => id);
  const results = standing(await rows('result').where('scope').equals(scopes.plan).toArray());
  const [only, ...others] = results.filter(({ skpId }) => ids.includes(skpId));
  return others.length === 0 ? only?.id : undefined;
}
