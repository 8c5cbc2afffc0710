// How far the organisation that a head leads came in a period. It leads to expect a distribution of predicates in the team.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, put } from '#shared/acts/support.ts';
import { planScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { ACHIEVEMENTS } from '../rules/rating.ts';
import { achievementId } from '../tables.ts';

export const set = mutation({
  version: 1,
  args: v.strictObject({ period: field.period, value: v.picklist(ACHIEVEMENTS) }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [byId('achievement', planScope(actor.id), achievementId(actor.id, args.period))],
  decide: ({ args, actor, now }) => {
    const id = achievementId(actor.id, args.period);
    return {
      result: 'applied',
      changes: [put('achievement', { id, scope: planScope(actor.id), version: 0, ...args, at: now })],
    };
  },
});
