// The owner lets somebody type for them for some days, tells them what they must know for it, and ends it.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { allOf, allRows } from '#shared/acts/rows.ts';
import { agencyOf, byColumn, byId, getRow, isTaken, put, remove, rowsWhere } from '#shared/acts/support.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { assignmentsOf, decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { helpScope, workScope } from '#shared/scopes.ts';
import { equal } from '#shared/sync/merge.ts';
import { type Actor, mutation } from '#shared/sync/mutation.ts';
import type { Read, RowChange, RowSet } from '#shared/sync/row-set.ts';
import { HELP_DAYS_AT_MOST, HELPERS_AT_ONCE, helpersAt, lastDayOfHelp, lasts } from '../rules/help.ts';
import { shareable, shareableReads } from '../rules/shareable.ts';
import type { Helper } from '../tables.ts';

const scopesOf = ({ helperId }: { helperId: EmployeeId }, actor: Actor) => [
  workScope(actor.id),
  helpScope(actor.id, helperId),
];

/** Where help is written down: in both scopes the same. */
const helpReads = (args: { helperId: EmployeeId }, actor: Actor): Read[] =>
  scopesOf(args, actor).map((scope) => byColumn('helper', scope, 'ownerId', actor.id));

const toldReads = ({ helperId }: { helperId: EmployeeId }, actor: Actor): Read[] => [
  ...shareableReads(actor.id),
  allOf('helperResult', helpScope(actor.id, helperId)),
];

/** What makes the helper's list of RHK that of the plan. */
function tellingChanges(rows: RowSet, owner: EmployeeId, helper: EmployeeId): RowChange[] {
  const told = allRows(rows, 'helperResult', helpScope(owner, helper));
  const now = shareable(rows, owner, helper);
  const known = new Map(told.map((row) => [row.id, row]));
  const ids = new Set(now.map(({ id }) => id));
  return [
    ...now.flatMap((row) => {
      const { version: _version, ...before } = known.get(row.id) ?? { version: 0 };
      const { version: _none, ...after } = row;
      return equal(before, after) ? [] : [put('helperResult', row)];
    }),
    ...told.filter(({ id }) => !ids.has(id)).map((row) => remove('helperResult', row)),
  ];
}

/**
 * From today on somebody may type for the owner. Who approves the work types none of it: they would approve what they wrote.
 */
export const nameHelper = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, helperId: field.employeeId, until: field.plainDate }),
  writes: scopesOf,
  reads: (args, actor) => [
    ...scopesOf(args, actor).map((scope) => byId('helper', scope, args.id)),
    ...helpReads(args, actor),
    byId('employee', agencyOf(actor), args.helperId),
    assignmentsOf(args.helperId, actor),
    ...decisionReads(actor.id, { ...actor, id: args.helperId }),
    ...toldReads(args, actor),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const { id, helperId, until } = args;
    const [own, shared] = [workScope(actor.id), helpScope(actor.id, helperId)];
    if (helperId === actor.id) return refuse('own-supervisor', {});
    if (!getRow(rows, 'employee', agencyOf(actor), helperId)) return refuse('not-found', { table: 'employee' });
    const posts = rowsWhere(rows, 'assignment', agencyOf(actor), 'employeeId', helperId);
    if (!assignmentOn(posts, helperId, today)) return refuse('helper-without-post', {});
    if (mayDecide(rows, actor.id, { ...actor, id: helperId }, today)) return refuse('helper-decides', {});
    if (until < today) return refuse('date-past', { date: until });
    const last = lastDayOfHelp(today);
    if (until > last) return refuse('help-too-long', { until: last, days: HELP_DAYS_AT_MOST });
    if ([own, shared].some((scope) => isTaken(rows, 'helper', scope, id))) {
      return refuse('already-exists', { table: 'helper' });
    }
    const helpers = helpersAt(rowsWhere(rows, 'helper', own, 'ownerId', actor.id), { now, today });
    if (!helpers.has(helperId) && helpers.size >= HELPERS_AT_ONCE) {
      return refuse('too-many-helpers', { most: HELPERS_AT_ONCE });
    }
    const help = { id, version: 0, ownerId: actor.id, helperId, validFrom: today, validUntil: until, endedAt: null };
    return {
      result: 'applied',
      changes: [
        put('helper', { ...help, scope: own }),
        put('helper', { ...help, scope: shared }),
        ...tellingChanges(rows, actor.id, helperId),
      ],
    };
  },
});

/** From this moment on nothing more is typed. What was typed before it still arrives, and waits for the owner. */
export const endHelp = mutation({
  version: 1,
  args: v.strictObject({ helperId: field.employeeId }),
  writes: scopesOf,
  reads: helpReads,
  decide: ({ args, rows, actor, now, today }) => {
    const ends = (scope: string): Helper[] =>
      rowsWhere(rows, 'helper', scope, 'ownerId', actor.id).filter(
        (help) => help.helperId === args.helperId && lasts(help, { now, today }),
      );
    const changes = scopesOf(args, actor)
      .flatMap(ends)
      .map((help) => put('helper', { ...help, endedAt: now }));
    return { result: 'applied', changes };
  },
});

/** A plan that was approved anew is told to the helper. */
export const tellResults = mutation({
  version: 1,
  args: v.strictObject({ helperId: field.employeeId }),
  writes: scopesOf,
  reads: (args, actor) => [
    byColumn('helper', helpScope(actor.id, args.helperId), 'ownerId', actor.id),
    ...toldReads(args, actor),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const helps = rowsWhere(rows, 'helper', helpScope(actor.id, args.helperId), 'ownerId', actor.id);
    if (!helpersAt(helps, { now, today }).has(args.helperId)) return refuse('help-over', { until: null });
    return { result: 'applied', changes: tellingChanges(rows, actor.id, args.helperId) };
  },
});
