// A person acts: the mutation runs at once on the local rows and is queued, in one transaction. Either both are on the
// disk or neither is. A mutation that the rules refuse is not queued; the screen says why and keeps what was typed.

import type { Domain } from '#shared/sync/domain.ts';
import { equal } from '#shared/sync/merge.ts';
import {
  type Actor,
  type Failed,
  parseMutation,
  type QueuedMutation,
  type Refusal,
  RULE_FAILED,
  readsOf,
} from '#shared/sync/mutation.ts';
import { LIMITS } from '#shared/sync/protocol.ts';
import { keyOf } from '#shared/sync/row-set.ts';
import { basesOf, loaded, runHere } from './base.ts';
import { HOLD_MS } from './held.ts';
import { type DraftOf, forgetOwn, ownDraft } from './own-draft.ts';
import type { DeviceIdentity, LocalStore, LocalTransaction, OutboxEntry } from './store.ts';

export interface Acting {
  store: LocalStore;
  domain: Domain;
  actor: Actor;
  now: () => Date;
  /** A UUID, version 7 so that ids sort by time. */
  newId: () => string;
  failed: Failed;
}

export interface LocalCall {
  name: string;
  args: unknown;
  /** One act has one id, however often it is asked for: done already, it is not done again. Made here where it has none. */
  id?: string;
  /** The id of the refused act that this one does again. */
  redoes?: string;
}

export interface DispatchOptions {
  draft?: DraftOf;
  hold?: boolean;
}

/** `index`: which of the calls was refused; then none of them took effect. */
export type Dispatched = { ok: true } | { ok: false; index: number; refusal: Refusal };

class Refused extends Error {
  readonly index: number;
  readonly refusal: Refusal;
  constructor(index: number, refusal: Refusal) {
    super(refusal.code);
    this.index = index;
    this.refusal = refusal;
  }
}

/**
 * Several calls that belong together, such as approving all of a day, hold or fall together here. `draft`: the half-typed
 * form that they save; it goes in the same moment, so that it cannot be saved again. `hold`: they may be taken back for a
 * moment (held.ts).
 */
export async function dispatch(
  { store, domain, actor, now, newId, failed }: Acting,
  calls: readonly LocalCall[],
  { draft, hold = false }: DispatchOptions = {},
): Promise<Dispatched> {
  const moment = now();
  const at = moment.toISOString();
  const heldUntil = new Date(moment.getTime() + HOLD_MS).toISOString();
  try {
    const acts = calls.map(({ name, args, id = newId(), redoes }, index) => {
      const v = domain.mutations[name]?.version ?? 1;
      const parsed = parseMutation(domain.mutations, { name, v, args });
      if (!parsed.ok) throw new Refused(index, parsed.refusal);
      if (JSON.stringify(parsed.args ?? null).length > LIMITS.mutation) throw new Refused(index, TOO_LARGE);
      const reads = readsOf(parsed, actor, failed);
      if (!reads) throw new Refused(index, RULE_FAILED);
      return { queued: { id, name, v, at, args: parsed.args, ...(redoes && { redoes }) }, parsed, reads, index };
    });
    let attempts = 0;
    await store.write(async (tx) => {
      attempts += 1;
      const named = attempts > 1 || calls.some(({ id }) => id !== undefined);
      const left = named ? await notYetDone(tx, acts) : acts;
      const reads = left.flatMap((act) => act.reads);
      const redone = left.flatMap(({ queued }) => queued.redoes ?? []);
      const [found, identity, refused, form] = await Promise.all([
        tx.loadRows(reads),
        tx.get('device'),
        redone.length > 0 ? tx.findActs(redone) : [],
        hold && draft !== undefined ? ownDraft(tx, draft) : undefined,
      ]);
      const { rows, before } = loaded(found);
      const device: DeviceIdentity = identity ?? { id: newId(), nextSeq: 1 };
      const entries = left.map(({ queued, parsed, index }, position): OutboxEntry => {
        const again = parsed.spec.redoable && firstOf(refused, queued);
        const act = { ...queued, ...(again && { first: again }) };
        const decision = runHere(parsed, act, { rows, actor, failed });
        if (decision.result === 'refused') throw new Refused(index, decision.refusal);
        const touched = decision.changes.map(keyOf);
        const seen = touched.flatMap((key) => before.get(key) ?? []);
        const held = hold && { heldUntil, ...(position === 0 && form && { draft: form }) };
        return { ...act, seq: device.nextSeq + position, touched, seen, outcome: null, ...held };
      });

      const changes = rows.changes();
      const known = await tx.hasBase(changes.map(keyOf));
      const bases = await basesOf(
        tx,
        changes.filter((_, index) => !known[index]),
        { reads, before },
      );
      // Asked for together: the storage takes one turn for all of it instead of four.
      await Promise.all([
        tx.addBase(bases),
        tx.writeRows(changes),
        tx.putOutbox(entries),
        ...(draft === undefined ? [] : [forgetOwn(tx, draft)]),
        tx.set('device', { ...device, nextSeq: device.nextSeq + entries.length }),
      ]);
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, index: error.index, refusal: error.refusal };
    throw error;
  }
}

const TOO_LARGE: Refusal = { code: 'malformed', issues: [{ path: '', problem: 'too large' }] };

/** The act that one does again, with the time that counts: of an act done again and again it is that of the very first. */
function firstOf(refused: readonly (QueuedMutation & Pick<OutboxEntry, 'first'>)[], { redoes, name }: QueuedMutation) {
  const act = refused.find((candidate) => candidate.id === redoes && candidate.name === name);
  return act && { at: act.first?.at ?? act.at, args: act.args };
}

/**
 * Those of the acts that are not stored: a transaction that committed before its connection broke is repeated, a button is
 * pressed twice. Another act under the id of one that is stored is refused, and stays in its form.
 */
async function notYetDone<Act extends { queued: QueuedMutation; index: number }>(
  tx: LocalTransaction,
  acts: readonly Act[],
): Promise<Act[]> {
  const stored = new Map((await tx.findActs(acts.map(({ queued }) => queued.id))).map((act) => [act.id, act]));
  for (const { queued, index } of acts) {
    const act = stored.get(queued.id);
    if (act && !(act.name === queued.name && equal(act.args, queued.args))) throw new Refused(index, ID_TAKEN);
  }
  return acts.filter(({ queued }) => !stored.has(queued.id));
}

const ID_TAKEN: Refusal = { code: 'id-taken' };
