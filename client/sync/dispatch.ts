// A person acts: the mutation runs at once on the local rows and is queued, in one transaction. Either both are on the
// disk or neither is. A mutation that the rules refuse is not queued; the screen says why and keeps what was typed.

import type { Domain } from '#shared/sync/domain.ts';
import { type Actor, parseMutation, type Refusal, runMutation } from '#shared/sync/mutation.ts';
import { keyOf } from '#shared/sync/row-set.ts';
import { baseOf, loaded } from './base.ts';
import type { DeviceIdentity, LocalStore, OutboxEntry } from './store.ts';

export interface Acting {
  store: LocalStore;
  domain: Domain;
  actor: Actor;
  now: () => Date;
  /** A UUID, version 7 so that ids sort by time. */
  newId: () => string;
}

export interface LocalCall {
  name: string;
  args: unknown;
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
 * form that they save; it goes in the same moment, so that it cannot be saved again.
 */
export async function dispatch(
  { store, domain, actor, now, newId }: Acting,
  calls: readonly LocalCall[],
  draft?: string,
): Promise<Dispatched> {
  const at = now().toISOString();
  const queued = calls.map(({ name, args }, index) => {
    const v = domain.mutations[name]?.version ?? 1;
    const parsed = parseMutation(domain.mutations, { name, v, args });
    return { id: newId(), name, v, at, args, parsed, index };
  });
  try {
    await store.write(async (tx) => {
      const reads = queued.flatMap(({ parsed }) => (parsed.ok ? parsed.spec.reads(parsed.args, actor) : []));
      const [found, identity] = await Promise.all([tx.loadRows(reads), tx.get('device')]);
      const { rows, before } = loaded(found);
      const device: DeviceIdentity = identity ?? { id: newId(), nextSeq: 1 };
      const entries = queued.map(({ parsed, index, id, name, v }, position): OutboxEntry => {
        if (!parsed.ok) throw new Refused(index, parsed.refusal);
        const decision = runMutation(parsed.spec, { args: parsed.args, rows, actor, at, mutationId: id });
        if (decision.result === 'refused') throw new Refused(index, decision.refusal);
        const touched = decision.changes.map(keyOf);
        const seen = touched.flatMap((key) => before.get(key) ?? []);
        return { seq: device.nextSeq + position, id, name, v, at, args: parsed.args, touched, seen, outcome: null };
      });

      const changes = rows.changes();
      const known = await tx.hasBase(changes.map(keyOf));
      const base = changes.flatMap((change, index) => (known[index] ? [] : [baseOf(change, before)]));
      // Asked for together: the storage takes one turn for all of it instead of four.
      await Promise.all([
        tx.addBase(base),
        tx.writeRows(changes),
        tx.putOutbox(entries),
        ...(draft === undefined ? [] : [tx.forgetDraft(draft)]),
        tx.set('device', { ...device, nextSeq: device.nextSeq + entries.length }),
      ]);
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, index: error.index, refusal: error.refusal };
    throw error;
  }
}
