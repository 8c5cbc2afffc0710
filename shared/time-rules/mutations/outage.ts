// The ledger of outages: each moves the deadlines around it (shared/time-rules/rules/timeliness.ts). Administrators declare what the
// server cannot see, such as the network of a region, with a reason; what it sees itself it enters itself.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { agencyOf, byColumn, byId, forAdministrators, getRow, put, remove, rowsWhere } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { type Actor, type DecideInput, mutation } from '#shared/sync/mutation.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import type { Outage } from '../tables.ts';

/** The first of these instants whose day has not come: no outage is declared before it was. */
function dayToCome(
  instants: readonly (string | null)[],
  { actor, latestDay }: Pick<DecideInput<unknown>, 'actor' | 'latestDay'>,
) {
  const days = instants.flatMap((instant) => (instant === null ? [] : [plainDate(instant, actor.timeZone)]));
  return days.find((day) => day > latestDay);
}

export const declare = mutation({
  version: 1,
  closedTo: forAdministrators,
  args: v.strictObject({
    id: field.newId,
    startsAt: field.instant,
    /** Null while it goes on. */
    endsAt: v.nullable(field.instant),
    reason: field.requiredText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [byId('outage', agencyOf(actor), args.id)],
  decide: (input) => {
    const { args, rows, actor } = input;
    const scope = agencyOf(actor);
    if (args.endsAt !== null && args.endsAt <= args.startsAt) return refuse('period-reversed', {});
    const date = dayToCome([args.startsAt, args.endsAt], input);
    if (date) return refuse('date-in-future', { date });
    if (getRow(rows, 'outage', scope, args.id)) return refuse('already-exists', { table: 'outage' });
    const outage: Outage = { ...args, scope, version: 0, kind: 'declared', by: actor.id };
    return { result: 'applied', changes: [put('outage', outage)] };
  },
});

export const end = mutation({
  version: 1,
  closedTo: forAdministrators,
  args: v.strictObject({ id: field.newId, endsAt: field.instant }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [byId('outage', agencyOf(actor), args.id)],
  decide: (input) => {
    const { args, rows, actor } = input;
    const outage = getRow(rows, 'outage', agencyOf(actor), args.id);
    if (outage?.kind !== 'declared') return refuse('not-found', { table: 'outage' });
    if (args.endsAt <= outage.startsAt) return refuse('period-reversed', {});
    const date = dayToCome([args.endsAt], input);
    if (date) return refuse('date-in-future', { date });
    return { result: 'applied', changes: [put('outage', { ...outage, endsAt: args.endsAt })] };
  },
});

/** What the server alone may enter, since it alone knows whether it is so. Nobody's account holds this role. */
const forTheServer = ({ roles }: Actor) => (roles.includes('server') ? null : refuse('forbidden', {}).refusal);

/** Maintenance that is on at an instant, ended there; what was planned for later never was. */
const endedMaintenance = ({ rows, actor }: Pick<DecideInput<unknown>, 'rows' | 'actor'>, at: string) =>
  rowsWhere(rows, 'outage', agencyOf(actor), 'kind', 'maintenance')
    .filter(({ endsAt }) => endsAt === null || endsAt > at)
    .map((outage) => (outage.startsAt > at ? remove('outage', outage) : put('outage', { ...outage, endsAt: at })));

/** Maintenance from now, or from a planned beginning, until its planned end: in place of one that is on or planned. */
export const beginMaintenance = mutation({
  version: 1,
  office: true,
  closedTo: forTheServer,
  args: v.strictObject({
    id: field.newId,
    /** Later than now; else it begins at once. */
    startsAt: v.optional(field.instant),
    endsAt: field.instant,
    reason: field.requiredText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    byId('outage', agencyOf(actor), args.id),
    byColumn('outage', agencyOf(actor), 'kind', 'maintenance'),
  ],
  decide: (input) => {
    const { args, rows, actor, now } = input;
    const scope = agencyOf(actor);
    const startsAt = args.startsAt && args.startsAt > now ? args.startsAt : now;
    if (args.endsAt <= startsAt) return refuse('period-reversed', {});
    if (getRow(rows, 'outage', scope, args.id)) return refuse('already-exists', { table: 'outage' });
    const outage: Outage = { ...args, scope, version: 0, kind: 'maintenance', startsAt, by: actor.id };
    return { result: 'applied', changes: [...endedMaintenance(input, now), put('outage', outage)] };
  },
});

/** Maintenance is over before its time, or does not come. */
export const endMaintenance = mutation({
  version: 1,
  office: true,
  closedTo: forTheServer,
  args: v.strictObject({ endsAt: field.instant }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (_args, actor) => [byColumn('outage', agencyOf(actor), 'kind', 'maintenance')],
  decide: (input) => {
    return { result: 'applied', changes: endedMaintenance(input, input.args.endsAt) };
  },
});

/** A gap in the server's own heartbeat: nobody could reach it. */
export const find = mutation({
  version: 1,
  office: true,
  closedTo: forTheServer,
  args: v.strictObject({ id: field.newId, startsAt: field.instant, endsAt: field.instant }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [byId('outage', agencyOf(actor), args.id)],
  decide: ({ args, rows, actor }) => {
    const scope = agencyOf(actor);
    if (args.endsAt <= args.startsAt) return refuse('period-reversed', {});
    if (getRow(rows, 'outage', scope, args.id)) return refuse('already-exists', { table: 'outage' });
    const outage: Outage = { ...args, scope, version: 0, kind: 'unplanned', reason: '', by: null };
    return { result: 'applied', changes: [put('outage', outage)] };
  },
});
