// The agency's own rules. They begin on a day to come; one that reaches back says why, and never reaches a month whose
// allowances are approved.

import * as v from 'valibot';
import { approvedMonths, lastClosedSince } from '#shared/acts/closed-months.ts';
import * as field from '#shared/acts/fields.ts';
import { agencyOf, byId, forAdministrators, getRow, put, upgrade } from '#shared/acts/support.ts';
import { allowanceContent } from '#shared/allowance/mutations/policy-content.ts';
import { performanceContent } from '#shared/evaluation/mutations/policy-content.ts';
import { leaveContent } from '#shared/leave/mutations/policy-content.ts';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { timeContent } from '#shared/time-rules/mutations/policy-content.ts';
import { DEFAULT_POLICIES, type PolicyContent, type PolicyKind } from '../rules/policy.ts';
import type { Policy } from '../tables.ts';

/** The rules of one kind, as a screen and the server's preview check them, too. */
export const policyContent = {
  performance: v.strictObject({ kind: v.literal('performance'), content: performanceContent }),
  time: v.strictObject({ kind: v.literal('time'), content: timeContent }),
  allowance: v.strictObject({ kind: v.literal('allowance'), content: allowanceContent }),
  leave: v.strictObject({ kind: v.literal('leave'), content: leaveContent }),
};
const dated = {
  id: field.newId,
  validFrom: field.plainDate,
  reason: v.nullable(field.requiredText(field.LIMITS.note)),
};

/**
 * From a day on, today at the earliest, unless it says why it reaches back. A policy of allowances begins with a month:
 * that of the first day holds for the whole.
 */
export const adopt = mutation({
  version: 6,
  closedTo: forAdministrators,
  args: v.variant('kind', [
    v.strictObject({ ...dated, ...policyContent.performance.entries }),
    v.strictObject({ ...dated, ...policyContent.time.entries }),
    v.strictObject({ ...dated, ...policyContent.allowance.entries }),
    v.strictObject({ ...dated, ...policyContent.leave.entries }),
  ]),
  // Version 1 knew no other kind than the rules of evaluation; version 2 neither `dailyMost` nor `assessmentDays`;
  // version 3 no units, no assembly, no presence, no source; version 4 neither `effectiveBy` nor the longest leave;
  // version 5 neither last days of plans and ratings nor where rules of evaluation and of time are from.
  upcast: (args, from) =>
    upgrade((given) => {
      const { kind, ...rest } = from === 1 ? { ...given, kind: 'performance', reason: null } : given;
      const { performance: evaluated, time: worked, allowance: paid, leave: away } = DEFAULT_POLICIES;
      const later = {
        performance: {
          assessmentDays: evaluated.assessmentDays,
          ratingDays: evaluated.ratingDays,
          planDays: evaluated.planDays,
          source: evaluated.source,
        },
        time: { effectiveBy: worked.effectiveBy, source: worked.source },
        leave: { longestMonths: away.longestMonths, longestSource: away.longestSource },
        allowance: {
          dailyMost: paid.dailyMost,
          source: paid.source,
          units: paid.units,
          missingScan: paid.missingScan,
          assembly: paid.assembly,
          minimumPresence: paid.minimumPresence,
        },
      };
      const content = upgrade((known) => ({ ...later[kind as keyof typeof later], ...known }))(given.content);
      return { kind, ...rest, content };
    })(args),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [byId('policy', agencyOf(actor), args.id), approvedMonths(actor)],
  decide: ({ args, rows, actor, now, latestDay }) => {
    const { validFrom, reason } = args;
    if (getRow(rows, 'policy', agencyOf(actor), args.id)) return refuse('already-exists', { table: 'policy' });
    if (args.kind === 'allowance' && !validFrom.endsWith('-01')) return refuse('not-first-of-month', {});
    if (validFrom < latestDay && reason === null) return refuse('date-past', { date: validFrom });
    const closed = lastClosedSince(validFrom.slice(0, 7), { rows, actor });
    if (closed) return refuse('month-closed', { month: closed });
    const policy: Policy = {
      ...{ id: args.id, scope: agencyOf(actor), version: 0 },
      ...{ kind: args.kind as PolicyKind, validFrom, content: args.content as PolicyContent, reason, at: now },
    };
    return { result: 'applied', changes: [put('policy', policy)] };
  },
});
