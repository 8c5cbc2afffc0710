// A batch of mutations, and what must be known to apply it.

import { randomUUID } from 'node:crypto';
import type { DbOrTransaction } from '#server/db/rows.ts';
import type { Domain } from '#shared/sync/domain.ts';
import type { Actor, Failed, QueuedMutation, Refusal } from '#shared/sync/mutation.ts';
import type { NumberedMutation } from '#shared/sync/protocol.ts';
import type { Greeting, SessionContact } from './contact.ts';

export interface Batch extends Greeting {
  mutations: readonly NumberedMutation[];
  /** The device's own clock as it sent; null where it did not say. */
  clock: string | null;
  /** The administrator who brought it from a file, for the log. */
  importedBy?: string;
}

export interface PushContext {
  domain: Domain;
  actor: Actor;
  /**
   * How the batch comes: from the device itself, in a session; or from elsewhere (a file, the office), where no device is
   * heard of and nothing counts earlier than `floor`.
   */
  comes: { by: 'device'; session: SessionContact } | { by: 'other-way'; floor: Date };
  /** The scopes that the relations of a plain date let the actor see; nothing outside is written. */
  visibleOn: (db: DbOrTransaction, date: string) => Promise<ReadonlySet<string>>;
  /** Whether what is refused is recorded, and so answered in the same way whenever it comes again; else it is only told. */
  refusals?: 'recorded' | 'told';
  /** Why something outside them is refused; `forbidden` where nothing else is said. */
  outside?: Refusal;
  /** When the batch was received. */
  now: Date;
  /** Whether these are acts for the agency (server/subjects/sync/office.ts), which alone may reach beyond what the actor sees. */
  office?: boolean;
  failed: Failed;
}

/** A batch of no device: its numbers mix with nobody's. */
export const otherWay = (app: string, mutations: readonly QueuedMutation[]): Batch => ({
  ...{ device: randomUUID(), app, settled: 0, left: null, clock: null, key: null, waiting: [] },
  mutations: mutations.map((mutation, index) => ({ ...mutation, seq: index + 1 })),
});
