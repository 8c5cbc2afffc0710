// The register of what holds for one person's allowance (shared/allowance/rules/pay-entries.ts), kept by the treasurer or an
// administrator. An entry is never rewritten: it is ended earlier, or withdrawn where it never held, with the reason. It
// may reach into a closed month, as a fact that became known late; what it changes there is a correction.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byColumn, byId, forTheOffice, getRow, put, rowsWhere } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { agencyScope, payScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { overlapping, PAY_ENTRY_KINDS, PAY_ENTRY_RULES, wrongSpan } from '../rules/pay-entries.ts';
import type { PayEntryRow } from '../tables.ts';

export const add = mutation({
  version: 1,
  office: true,
  closedTo: forTheOffice,
  args: v.pipe(
    v.strictObject({
      id: field.newId,
      employeeId: field.employeeId,
      kind: v.picklist(PAY_ENTRY_KINDS),
      validFrom: field.plainDate,
      validUntil: v.nullable(field.plainDate),
      percent: v.nullable(field.percent),
      postClass: v.nullable(field.integer(1, 17)),
      source: field.requiredText(field.LIMITS.title),
    }),
    v.check(({ kind, percent, postClass }) => {
      const { usual, effect } = PAY_ENTRY_RULES[kind];
      return (percent === null) === (usual === null) && (postClass === null) === (effect !== 'added');
    }, 'not what this kind says'),
  ),
  writes: (args) => [payScope(args.employeeId)],
  reads: (args, actor) => [
    byId('employee', agencyScope(actor.tenant), args.employeeId),
    byId('payEntry', payScope(args.employeeId), args.id),
    byColumn('payEntry', payScope(args.employeeId), 'kind', args.kind),
  ],
  decide: ({ args, rows, actor, now }) => {
    const scope = payScope(args.employeeId);
    if (!getRow(rows, 'employee', agencyScope(actor.tenant), args.employeeId))
      return refuse('not-found', { table: 'employee' });
    if (getRow(rows, 'payEntry', scope, args.id)) return refuse('already-exists', { table: 'payEntry' });
    const wrong = wrongSpan(args);
    if (wrong) return refuse(wrong, {});
    const other = overlapping(rowsWhere(rows, 'payEntry', scope, 'kind', args.kind), args);
    if (other) return refuse('pay-entry-overlaps', { from: other.validFrom, until: other.validUntil });
    const row: PayEntryRow = {
      ...args,
      scope,
      version: 0,
      withdrawn: false,
      by: actor.id,
      at: now,
      endedBy: null,
      endedAt: null,
      endReason: null,
    };
    return { result: 'applied', changes: [put('payEntry', row)] };
  },
});

/** Earlier than it would; without a day: it never held. */
export const end = mutation({
  version: 1,
  office: true,
  closedTo: forTheOffice,
  args: v.strictObject({
    id: field.newId,
    employeeId: field.employeeId,
    validUntil: v.nullable(field.plainDate),
    reason: field.requiredText(field.LIMITS.note),
  }),
  writes: (args) => [payScope(args.employeeId)],
  reads: (args) => [byId('payEntry', payScope(args.employeeId), args.id)],
  decide: ({ args, rows, actor, now }) => {
    const entry = getRow(rows, 'payEntry', payScope(args.employeeId), args.id);
    if (!entry) return refuse('not-found', { table: 'payEntry' });
    if (entry.withdrawn) return refuse('wrong-state', { state: 'withdrawn' });
    const { validUntil, reason } = args;
    if (validUntil !== null) {
      const wrong = wrongSpan({ ...entry, validUntil });
      if (wrong) return refuse(wrong, {});
      // A longer one is an entry of its own, with its own paper.
      if (entry.validUntil !== null && validUntil >= entry.validUntil) return refuse('period-reversed', {});
    }
    const ended: PayEntryRow = {
      ...entry,
      validUntil: validUntil ?? entry.validUntil,
      withdrawn: validUntil === null,
      endedBy: actor.id,
      endedAt: now,
      endReason: reason,
    };
    return { result: 'applied', changes: [put('payEntry', ended)] };
  },
});
