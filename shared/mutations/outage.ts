// Outages that the server cannot see itself, such as the network of a region: declared by an administrator, with a reason.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { agencyScope, type Outage } from '#shared/tables.ts';
import * as field from './fields.ts';
import { byId, getRow, put } from './support.ts';

export const declare = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    startsAt: field.instant,
    /** Null while it goes on. */
    endsAt: v.nullable(field.instant),
    reason: field.requiredText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [agencyScope(actor.tenant)],
  reads: (args, actor) => [byId('outage', agencyScope(actor.tenant), args.id)],
  decide: ({ args, rows, actor }) => {
    const scope = agencyScope(actor.tenant);
    if (!actor.roles.includes('admin')) return refuse('not-administrator', {});
    if (args.endsAt !== null && args.endsAt <= args.startsAt) return refuse('period-reversed', {});
    if (getRow(rows, 'outage', scope, args.id)) return refuse('already-exists', { table: 'outage' });
    const outage: Outage = { ...args, scope, version: 0, kind: 'declared', by: actor.id };
    return { result: 'applied', changes: [put('outage', outage)] };
  },
});

export const end = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, endsAt: field.instant }),
  writes: (_args, actor) => [agencyScope(actor.tenant)],
  reads: (args, actor) => [byId('outage', agencyScope(actor.tenant), args.id)],
  decide: ({ args, rows, actor }) => {
    if (!actor.roles.includes('admin')) return refuse('not-administrator', {});
    const outage = getRow(rows, 'outage', agencyScope(actor.tenant), args.id);
    if (outage?.kind !== 'declared') return refuse('not-found', { table: 'outage' });
    if (args.endsAt <= outage.startsAt) return refuse('period-reversed', {});
    return { result: 'applied', changes: [put('outage', { ...outage, endsAt: args.endsAt })] };
  },
});
