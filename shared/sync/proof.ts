// What a device says of itself, written in one way only, so that it can be hashed and signed: that this is its work, that
// so much of it waits, that this file is its own. Hashing and signing are done where the keys are.

import type { QueuedMutation } from './mutation.ts';

/** Letters of a digest: of SHA-256 in base64url, as many as hold 132 bits. */
export const DIGEST_LENGTH = 22;

/** What a mutation says: its digest tells whether two of one id are the same. When it was done is not part of it. */
export const contentOf = ({ id, name, v, args, redoes = undefined }: Omit<QueuedMutation, 'at'>): string =>
  JSON.stringify([id.toLowerCase(), name, v, args ?? null, redoes ?? null]);

/** A mutation in a signed list: what it says, and when it was done. */
export const signedLine = (digest: string, { at }: Pick<QueuedMutation, 'at'>): string => `${digest} ${at}`;

/** What is signed with a request. `lines` of the mutations that it carries, `waiting` of those that follow later. */
export const requestStatement = (request: {
  actor: string;
  device: string;
  clock: string;
  lines: readonly string[];
  waiting: readonly string[];
}): string => {
  const { actor, device, clock, lines, waiting } = request;
  return JSON.stringify(['kerjaku sync', actor, device, clock, lines, waiting]);
};

/** What is signed with a file of unsent work. */
export const fileStatement = (file: {
  person: string;
  device: string;
  exportedAt: string;
  lines: readonly string[];
}): string => {
  const { person, device, exportedAt, lines } = file;
  return JSON.stringify(['kerjaku file', person, device, exportedAt, lines]);
};

/** How a device signs: WebCrypto's names (FIPS 186-5, P-256 with SHA-256). */
export const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const SIGNATURE_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
