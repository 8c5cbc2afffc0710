// Bringing unsent work by a file.

import * as v from 'valibot';
import { batchOf, LIMITS, Outcome, PublicKey, queued, Signature } from '#shared/sync/protocol.ts';

/** The app that an imported batch names, in place of a version: it is no device that anybody uses. */
export const IMPORT_APP = 'import';

/** Unsent work from a file, whole or in parts. */
export const ImportRequest = v.strictObject({
  person: v.pipe(v.string(), v.maxLength(40)),
  mutations: batchOf(v.strictObject(queued)),
  /** What the file says of itself, over all that it holds: who made it, and that nobody changed it since. */
  proof: v.optional(
    v.strictObject({
      device: v.pipe(v.string(), v.uuid()),
      exportedAt: v.string(),
      lines: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(LIMITS.waiting)),
      key: PublicKey,
      signature: Signature,
    }),
  ),
  /** Of the part before: the parts of a signed file come one after the other, none left out. */
  receipt: v.optional(v.pipe(v.string(), v.maxLength(100))),
});
export type ImportRequest = v.InferOutput<typeof ImportRequest>;

export const ImportResponse = v.object({
  /** Whose work it was. */
  name: v.string(),
  outcomes: v.array(Outcome),
  /** The server's word for how far a signed file has come; null of one that is not signed. */
  receipt: v.nullable(v.string()),
});
export type ImportResponse = v.InferOutput<typeof ImportResponse>;
