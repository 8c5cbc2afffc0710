// Entries of the ledger of outages that the server makes itself. They are mutations like all others: the row, its version
// and its line in the audit log come in one transaction, together with what the caller writes beside them.

import { randomUUID } from 'node:crypto';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { otherWay } from '#server/sync/batch.ts';
import { applyBatch } from '#server/sync/push.ts';
import { OFFICE_APP } from '#shared/acts/api.ts';
import { domain } from '#shared/domain.ts';
import type { Call } from '#shared/mutations.ts';
import { agencyScope } from '#shared/scopes.ts';

/** Who finds what nobody reported, in the log. No employee's id holds an underscore. */
export const THE_SERVER = '_server';

/** What only the server may enter (shared/time-rules/mutations/outage.ts). */
export type LedgerCall = Extract<Call, { name: 'maintenance.begin' | 'maintenance.end' | 'outage.find' }>;

/**
 * Enters a call into the agency's ledger, within the transaction of the caller. `by`: the administrator who asked for it, or
 * the server itself. Throws where it is refused, so that nothing is kept of the rest.
 */
export async function enter(
  tx: DbOrTransaction,
  { agency, by, call, now }: { agency: { id: string; timeZone: string }; by: string; call: LedgerCall; now: Date },
): Promise<void> {
  const { name, args } = call;
  const at = now.toISOString();
  // An agency that nobody has written to yet has outages all the same.
  const scope = { agencyId: agency.id, id: agencyScope(agency.id) };
  await tx
    .insertInto('scope')
    .values(scope)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const mutation = { id: randomUUID(), name, v: domain.mutations[name]?.version ?? 1, args, at };
  const { outcomes } = await applyBatch(tx, otherWay(OFFICE_APP, [mutation]), {
    ...{ domain, now, office: true, visibleOn: async () => new Set<string>() },
    comes: { by: 'other-way', floor: now },
    actor: { id: by, tenant: agency.id, timeZone: agency.timeZone, roles: ['server'] },
    failed: (error) => {
      throw error;
    },
  });
  const [outcome] = outcomes;
  if (outcome?.result !== 'applied') throw new Error(`${name} was not entered: ${JSON.stringify(outcome)}`);
}
