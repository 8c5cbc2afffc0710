// Whose work an administrator brings is told so: in the audit log, and by a row that comes to their own devices. It is part
// of the transaction that brings the work, so that nothing is brought unseen.

import { randomUUID } from 'node:crypto';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { otherWay } from '#server/sync/batch.ts';
import { applyBatch } from '#server/sync/push.ts';
import { OFFICE_APP } from '#shared/acts/api.ts';
import { domain } from '#shared/domain.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { DIGEST_LENGTH } from '#shared/sync/proof.ts';

/** `signature` names the file: its parts, and the same file once more by the same administrator, are one delivery. */
export async function tellOwner(
  tx: DbOrTransaction,
  administrator: Actor,
  { owner, signature, count, now }: { owner: string; signature: string; count: number; now: Date },
): Promise<void> {
  const id = `${signature.slice(0, DIGEST_LENGTH)}.${administrator.id}`;
  const args = { id, employeeId: owner, count };
  const note = { id: randomUUID(), name: 'delivery.note', v: 1, args, at: now.toISOString() };
  const { outcomes } = await applyBatch(tx, otherWay(OFFICE_APP, [note]), {
    ...{ domain, actor: administrator, now, office: true, visibleOn: async () => new Set<string>() },
    comes: { by: 'other-way', floor: now },
    failed: (error) => {
      throw error;
    },
  });
  if (outcomes[0]?.result !== 'applied') throw new Error(`the owner was not told: ${JSON.stringify(outcomes[0])}`);
}
