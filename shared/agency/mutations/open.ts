// The first act in an agency: its first administrator stands in the directory, and the rules that are shipped become the
// agency's own from a day on, to be changed by later ones like any other. The calendar of a shipped year needs no row.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { agencyOf, byId, forAdministrators, getRow, put } from '#shared/acts/support.ts';
import { nip } from '#shared/people/nip-field.ts';
import type { Employee } from '#shared/people/tables.ts';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { DEFAULT_POLICIES, type PolicyKind } from '../rules/policy.ts';
import type { Policy } from '../tables.ts';

const KINDS = Object.keys(DEFAULT_POLICIES) as PolicyKind[];

export const openAgency = mutation({
  version: 1,
  office: true,
  closedTo: forAdministrators,
  args: v.strictObject({
    administrator: v.strictObject({ nip, name: field.requiredText(field.LIMITS.name) }),
    /** From when the shipped rules hold: the first of a month. */
    validFrom: field.plainDate,
    policies: field.each(KINDS, field.newId),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    byId('employee', agencyOf(actor), actor.id),
    ...KINDS.map((kind) => byId('policy', agencyOf(actor), args.policies[kind])),
  ],
  decide: ({ args, rows, actor, now }) => {
    const scope = agencyOf(actor);
    // Whoever has signed in stands in the directory of an agency that was opened.
    if (getRow(rows, 'employee', scope, actor.id)) return refuse('already-exists', { table: 'employee' });
    if (KINDS.some((kind) => getRow(rows, 'policy', scope, args.policies[kind])))
      return refuse('already-exists', { table: 'policy' });
    if (!args.validFrom.endsWith('-01')) return refuse('not-first-of-month', {});
    const { nip: number, name } = args.administrator;
    const employee: Employee = {
      ...{ id: actor.id, scope, version: 0, nip: number, name, grade: null },
      // A PNS number carries the month of appointment where that of a PPPK carries a code (shared/people/rules/nip.ts).
      employment: Number(number.slice(12, 14)) <= 12 ? 'PNS' : 'PPPK',
    };
    const policies = KINDS.map(
      (kind): Policy => ({
        ...{ id: args.policies[kind], scope, version: 0, kind, content: DEFAULT_POLICIES[kind] },
        ...{ validFrom: args.validFrom, reason: null, at: now },
      }),
    );
    return {
      result: 'applied',
      changes: [put('employee', employee), ...policies.map((policy) => put('policy', policy))],
    };
  },
});
