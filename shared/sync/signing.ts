// How a device signs, by the browser's own WebCrypto. Its key is made on it, never leaves it, and cannot be read by anybody,
// this app among them: what it signs was signed on this device.

import { MADE_LENGTH } from './made.ts';
import type { QueuedMutation } from './mutation.ts';
import {
  contentOf,
  DIGEST_LENGTH,
  KEY_ALGORITHM,
  requestStatement,
  SIGNATURE_ALGORITHM,
  signedLine,
  toBase64Url,
} from './proof.ts';
import type { SyncRequest } from './protocol.ts';

export interface DeviceKey {
  /** SPKI in base64url. */
  publicKey: string;
  /** The signature of a statement, in base64url. */
  sign: (statement: string) => Promise<string>;
}

export const newKeyPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign']);

export async function deviceKeyOf({ publicKey, privateKey }: CryptoKeyPair): Promise<DeviceKey> {
  return {
    publicKey: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))),
    sign: async (statement) => {
      const bytes = new TextEncoder().encode(statement);
      return toBase64Url(new Uint8Array(await crypto.subtle.sign(SIGNATURE_ALGORITHM, privateKey, bytes)));
    },
  };
}

export async function digestOf(queued: Omit<QueuedMutation, 'at'>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(contentOf(queued)));
  return toBase64Url(new Uint8Array(hash)).slice(0, DIGEST_LENGTH);
}

/** The digest of what an act made of a row (made.ts). */
export async function madeDigest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toBase64Url(new Uint8Array(hash)).slice(0, MADE_LENGTH);
}

export const lineOf = async (queued: QueuedMutation) => signedLine(await digestOf(queued), queued);

/** A request with the proof that it comes from the holder of a key; without one, where there is none. */
export async function signed(
  request: Omit<SyncRequest, 'proof' | 'clock'> & { clock: string },
  key: DeviceKey | null,
): Promise<SyncRequest> {
  if (!key) return { ...request, proof: null };
  const lines = await Promise.all(request.mutations.map(lineOf));
  const signature = await key.sign(requestStatement({ ...request, lines }));
  return { ...request, proof: { key: key.publicKey, signature } };
}
