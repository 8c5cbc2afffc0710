// Whose work an administrator brings is told so: in the audit log, and by a row that comes to their own devices.

import { randomUUID } from 'node:crypto';
import { DIGEST_LENGTH } from '#shared/sync/proof.ts';
import type { Entry } from '../auth/sessions.ts';
import type { Services } from '../routes.ts';
import { actInOffice } from '../sync/office.ts';

/** `signature` names the file: its parts, and the same file once more, are one delivery. */
export async function tellOwner(
  services: Services,
  administrator: Entry,
  file: { owner: string; signature: string; count: number },
  failed: (error: unknown) => void,
): Promise<void> {
  const { owner, signature, count } = file;
  const args = { id: signature.slice(0, DIGEST_LENGTH), employeeId: owner, count };
  const note = { id: randomUUID(), name: 'delivery.note', v: 1, args, at: services.clock().toISOString() };
  await actInOffice(services, administrator, [note], failed);
}
