// Digests of mutations, and signatures of devices (shared/sync/proof.ts).

import { createHash, webcrypto } from 'node:crypto';
import { MADE_LENGTH } from '#shared/sync/made.ts';
import type { QueuedMutation } from '#shared/sync/mutation.ts';
import {
  contentOf,
  DIGEST_LENGTH,
  KEY_ALGORITHM,
  requestStatement,
  SIGNATURE_ALGORITHM,
  signedLine,
} from '#shared/sync/proof.ts';
import type { SyncRequest } from '#shared/sync/protocol.ts';

/** Of no mutation that is taken: nothing of it is applied, so that one name does for all of them. */
const TOO_DEEP = 'nested-deeper-than-any';

export function digestOf(queued: Omit<QueuedMutation, 'at'>): string {
  try {
    return createHash('sha256').update(contentOf(queued)).digest('base64url').slice(0, DIGEST_LENGTH);
  } catch (error) {
    // What a hostile sender nests deeper than a stack goes.
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

/** The digest of what an act made of a row (shared/sync/made.ts). */
export const madeDigest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, MADE_LENGTH);

export const lineOf = (queued: QueuedMutation) => signedLine(digestOf(queued), queued);

/** Whether the holder of a key has signed a statement. A key that is none has signed nothing. */
export async function isSigned(statement: string, { key, signature }: { key: string; signature: string }) {
  try {
    const spki = Buffer.from(key, 'base64url');
    const held = await webcrypto.subtle.importKey('spki', spki, KEY_ALGORITHM, false, ['verify']);
    const bytes = Buffer.from(signature, 'base64url');
    return await webcrypto.subtle.verify(SIGNATURE_ALGORITHM, held, bytes, Buffer.from(statement));
  } catch {
    return false;
  }
}

/** The key that the sender of a request has proven to hold; null where it has proven none. */
export async function provenKey(request: SyncRequest): Promise<string | null> {
  const { proof, actor, device, clock, mutations, waiting } = request;
  if (!proof || !clock) return null;
  const statement = requestStatement({ actor, device, clock, lines: mutations.map(lineOf), waiting });
  return (await isSigned(statement, proof)) ? proof.key : null;
}
