// The app in two versions: devices begin with the older one and are updated at some time, with a queue of the old shape.

import * as v from 'valibot';
import type { Domain } from '#shared/sync/domain.ts';
import type { MutationSpec } from '#shared/sync/mutation.ts';

type Attach = MutationSpec<{ activityId: string }>;

/** As version 0.1.0 had it: evidence knew neither small pictures nor when and where a photo was taken. */
const attachOf010 = (attach: Attach): MutationSpec<unknown> => ({
  ...(attach as MutationSpec<unknown>),
  version: 1,
  args: v.looseObject({ id: v.string(), activityId: v.string(), kind: v.string(), thumbnail: v.optional(v.never()) }),
  decide: (input) => {
    const unknown = { thumbnail: null, takenAt: null, place: null };
    return attach.decide({ ...input, args: { ...unknown, ...(input.args as { activityId: string }) } });
  },
});

export function olderApp(domain: Domain): Domain {
  const attach = domain.mutations['evidence.attach'] as Attach;
  return { ...domain, mutations: { ...domain.mutations, 'evidence.attach': attachOf010(attach) } };
}
