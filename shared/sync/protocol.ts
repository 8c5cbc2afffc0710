// The whole wire between a device and the server, but the pokes (pokes.ts). Everything else the server answers is a
// problem (RFC 9457).

import * as v from 'valibot';
import { MADE_LENGTH } from './made.ts';
import type { QueuedMutation, Refusal } from './mutation.ts';
import { DIGEST_LENGTH } from './proof.ts';
import * as value from './values.ts';

/** Grows when this file changes in a way that an older device cannot understand; such a device gets 426. */
export const PROTOCOL = 2;

export const LIMITS = {
  /** Mutations in one request; a device splits a longer queue. */
  batch: 200,
  /** Bytes of a request body, after decompression. */
  body: 2_000_000,
  /** The same of acts for the agency: everybody of a large one in one act. */
  officeBody: 4_000_000,
  /** Bytes of one mutation as JSON; acts for the agency may fill a whole body. */
  mutation: 64_000,
  /** Levels of nesting in a mutation's arguments. */
  depth: 8,
  /** Scopes that one mutation may write, and rows and questions that it may read. */
  scopes: 200,
  reads: 2_000,
  /** Mutations that a device may tell of before it sends them. */
  waiting: 20_000,
  /** Rows in one answer; the rest follows in further pages. */
  page: 1000,
  /** Bytes of one evidence file. */
  file: 10_000_000,
} as const;

/** A queued mutation under the number that the device gave it: 1, 2, 3, ... without gaps. */
export type NumberedMutation = QueuedMutation & {
  seq: number;
  /** Digests of the rows that it wrote on the device, in the order of its changes (made.ts). */
  made?: readonly string[] | null | undefined;
};

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What the device says beside its work must never stand in the way of it: a hint that makes no sense is no hint. */
const hint = <Value>(schema: v.GenericSchema<unknown, Value>) => v.fallback(v.optional(v.nullable(schema), null), null);

/** A UUID in whatever letters; both sides compare it in small ones. */
const uuid = v.pipe(v.string(), v.toLowerCase(), value.uuid);

/**
 * How much of a scope a device holds: every row up to version `through`. `rest`, the server's own word, stands for a
 * page read in part; the device only carries it back.
 */
export const Position = v.strictObject({
  through: count,
  /** Names the history in which the scope had that version; without it, of an older server, it cannot be checked. */
  stamp: v.optional(v.pipe(v.string(), v.uuid())),
  rest: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});
export type Position = v.InferOutput<typeof Position>;

/** What a device keeps beside the batch it sends: shown to administrators, so that nothing lies unsent unseen. */
export const Left = v.strictObject({
  /** Mutations that wait for a later request, and when the person did the oldest of them, as the device claims. */
  unsent: v.pipe(count, v.maxValue(1_000_000)),
  oldest: v.nullable(value.instant),
  /** Refused mutations that wait for the person. */
  kept: v.pipe(count, v.maxValue(1_000_000)),
});
export type Left = v.InferOutput<typeof Left>;

export const queued = {
  id: uuid,
  name: v.string(),
  v: v.number(),
  args: v.unknown(),
  at: v.string(),
  redoes: v.optional(uuid),
};

/** Whatever is wrong with one mutation is refused as its own; an entry that has no id or number is no mutation. */
export const batchOf = <Entries>(mutation: v.GenericSchema<unknown, Entries>) =>
  v.pipe(v.array(mutation), v.maxLength(LIMITS.batch));

const Digest = v.pipe(v.string(), v.length(DIGEST_LENGTH), v.regex(/^[\w-]+$/));

/** A public key of a device (P-256 as SPKI in base64url: 91 bytes), and what it signed (shared/sync/proof.ts). */
export const PublicKey = v.pipe(v.string(), v.regex(/^[\w-]{122}$/));

export const Signature = v.pipe(v.string(), v.maxLength(200), v.regex(/^[\w-]+$/));

const Made = v.pipe(v.array(v.pipe(v.string(), v.maxLength(MADE_LENGTH))), v.maxLength(LIMITS.reads));

export const SyncRequest = v.strictObject({
  protocol: v.number(),
  /** Version of the app, for support. */
  app: v.pipe(
    value.anyText,
    v.transform((app) => app.slice(0, 40)),
  ),
  /** Whose queue this is. The server refuses it when somebody else is signed in. */
  actor: v.pipe(v.string(), v.maxLength(40)),
  device: uuid,
  mutations: batchOf(
    v.object({
      seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      ...queued,
      made: v.optional(v.fallback(v.nullable(Made), null)),
    }),
  ),
  /** More of the queue follows at once: what changed can wait for the last part of it. */
  continues: v.optional(v.boolean(), false),
  known: v.record(v.pipe(v.string(), v.maxLength(60)), Position),
  /** The history of the server that `known` and `settled` belong to; null before the first answer. */
  epoch: v.nullable(v.pipe(v.string(), v.uuid())),
  /** The last number that the server told this device to be settled. */
  settled: count,
  /** The server's own word for that answer: without it, what the device says of the server's history proves nothing. */
  seal: hint(v.pipe(v.string(), v.maxLength(100))),
  left: hint(Left),
  /** The device's own clock as it sends, so that a wrong one can be corrected. */
  clock: hint(value.instant),
  /** Digests of mutations that wait for a later request and were not told of before: they keep the time of this one. */
  waiting: v.optional(v.pipe(v.array(Digest), v.maxLength(LIMITS.waiting)), []),
  /** The key of the device and its signature: who proves to be the device of an earlier contact keeps its time. */
  proof: hint(v.strictObject({ key: PublicKey, signature: Signature })),
});
export type SyncRequest = v.InferOutput<typeof SyncRequest>;

const RefusalShape: v.GenericSchema<unknown, Refusal> = v.looseObject({ code: v.string() }) as never;

/** What became of a mutation. `versions`: the version each scope it wrote has with its effect in it. */
export const Outcome = v.variant('result', [
  v.object({
    seq: count,
    id: v.string(),
    result: v.picklist(['applied', 'conflict']),
    versions: v.record(v.string(), count),
  }),
  v.object({ seq: count, id: v.string(), result: v.literal('refused'), refusal: RefusalShape }),
]);
export type Outcome = v.InferOutput<typeof Outcome>;

/** Rows of one table in one scope as they are now, and the ids of those that are gone. */
export const ChangeSet = v.object({
  table: v.string(),
  scope: v.string(),
  rows: v.array(v.looseObject({ id: v.string(), version: count })),
  removed: v.array(v.string()),
});
export type ChangeSet = v.InferOutput<typeof ChangeSet>;

export const SyncResponse = v.object({
  protocol: v.literal(PROTOCOL),
  /** The server's clock, ISO 8601 UTC. */
  now: v.string(),
  /** The last number that the server has settled for this device. */
  lastSeq: count,
  /** The server's history. Another one after it was restored from a backup: what it answered before may be gone. */
  epoch: v.string(),
  outcomes: v.array(Outcome),
  changes: v.array(ChangeSet),
  /**
   * Numbers of mutations of this request whose rows are here just as the device has made them: they are not among the
   * changes, and have the version that the outcome tells. Nothing, of an older server.
   */
  held: v.optional(v.array(count)),
  /** The positions after these changes, of every scope the person sees today. A scope not named is left. */
  positions: v.record(v.string(), Position),
  /** More pages wait: ask again at once. */
  more: v.boolean(),
  /**
   * Seals what this answer tells of the server's history; the device brings it back with its next request. Null where the
   * device said that more of its queue follows, and what moved is not just what it has made: then nothing was pulled, and
   * only the outcomes count.
   */
  seal: v.nullable(v.string()),
});
export type SyncResponse = v.InferOutput<typeof SyncResponse>;
