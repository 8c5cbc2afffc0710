// The server has answered: its rows come in, settled mutations leave the outbox, and what is still pending is replayed
// on the new rows. All in one transaction, so that no screen sees a state between.

import type { SyncResponse } from '#shared/protocol.ts';
import type { Domain } from '#shared/sync/domain.ts';
import { type Actor, parseMutation, runMutation } from '#shared/sync/mutation.ts';
import type { RowChange } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { baseOf, loaded } from './base.ts';
import { type AttentionItem, type LocalTransaction, type OutboxEntry, SENT_KEPT_MS, type SentEntry } from './store.ts';

export async function receive(
  tx: LocalTransaction,
  answer: SyncResponse,
  { domain, actor }: { domain: Domain; actor: Actor },
): Promise<void> {
  await rollBack(tx);
  await takeRows(tx, domain, answer);
  const pending = await settleOutbox(tx, answer);
  await replay(tx, pending, { domain, actor });
  await forgetOldSent(tx, answer.now);
  await tx.set('positions', answer.positions);
  await tx.set('epoch', answer.epoch);
  await tx.set('settled', answer.lastSeq);
  if (!answer.more) await tx.set('complete', true);
}

/** Every row as the server knew it, without the pending mutations. */
async function rollBack(tx: LocalTransaction): Promise<void> {
  const base = await tx.base();
  if (base.length === 0) return;
  await tx.writeRows(
    base.map(({ table, scope, id, row }) => (row ? { table, scope, id, row } : { table, scope, id, removed: true })),
  );
  await tx.clearBase();
}

async function takeRows(tx: LocalTransaction, domain: Domain, answer: SyncResponse): Promise<void> {
  for (const scope of (await tx.get('stale')) ?? []) await tx.dropScope(scope);
  await tx.set('stale', []);
  for (const scope of Object.keys((await tx.get('positions')) ?? {})) {
    if (!(scope in answer.positions)) await tx.dropScope(scope);
  }
  const changes = answer.changes
    // A table that only a newer app knows: the upgrade that brings it here also asks for everything again.
    .filter(({ table }) => table in domain.tables)
    .flatMap(({ table, scope, rows, removed }): RowChange[] => [
      ...rows.map((row) => ({ table, scope, id: row.id, row: { ...row, scope } as SyncRow })),
      ...removed.map((id) => ({ table, scope, id, removed: true as const })),
    ]);
  await tx.writeRows(changes);
}

/** Notes the outcomes; refused ones go to the person's attention, confirmed ones leave. Returns what is still pending. */
async function settleOutbox(tx: LocalTransaction, answer: SyncResponse): Promise<OutboxEntry[]> {
  const outcomes = new Map(answer.outcomes.map((outcome) => [outcome.id, outcome]));
  const pending: OutboxEntry[] = [];
  const gone: number[] = [];
  const refused: AttentionItem[] = [];
  const settled: SentEntry[] = [];
  const answered: OutboxEntry[] = [];
  for (const entry of await tx.outbox()) {
    const outcome = outcomes.get(entry.id) ?? entry.outcome;
    if (!outcome) {
      pending.push(entry);
    } else if (outcome.result === 'refused') {
      const { id, name, v, args, at, seen } = entry;
      refused.push({ id, name, v, args, at, seen, refusal: outcome.refusal, refusedAt: answer.now });
      gone.push(entry.seq);
    } else if (isHere(outcome.versions, answer.positions)) {
      gone.push(entry.seq);
      settled.push({ ...entry, outcome, settledAt: answer.now });
    } else {
      const kept = { ...entry, outcome };
      pending.push(kept);
      answered.push(kept);
    }
  }
  await tx.addAttention(refused);
  await tx.addSent(settled);
  await tx.removeOutbox(gone);
  await tx.putOutbox(answered);
  return pending;
}

/** What was sent before it need not be kept. */
async function forgetOldSent(tx: LocalTransaction, now: string): Promise<void> {
  await tx.forgetSent(new Date(Date.parse(now) - SENT_KEPT_MS).toISOString());
}

/** Whether the device holds each scope up to the version that has the effect. A scope that was left counts as held. */
function isHere(versions: Record<string, number>, positions: SyncResponse['positions']): boolean {
  return Object.entries(versions).every(([scope, version]) => (positions[scope]?.through ?? version) >= version);
}

/** Runs the pending mutations again on the rows as they are now. One that the rules refuse now has no effect here; the
 * server decides it all the same, and tells. */
async function replay(
  tx: LocalTransaction,
  pending: readonly OutboxEntry[],
  { domain, actor }: { domain: Domain; actor: Actor },
): Promise<void> {
  if (pending.length === 0) return;
  const runs = pending.map((entry) => ({ entry, parsed: parseMutation(domain.mutations, entry) }));
  const reads = runs.flatMap(({ parsed }) => (parsed.ok ? parsed.spec.reads(parsed.args, actor) : []));
  const { rows, before } = loaded(await tx.loadRows(reads));
  for (const { entry, parsed } of runs) {
    if (!parsed.ok) continue;
    runMutation(parsed.spec, { args: parsed.args, rows, actor, at: entry.at, mutationId: entry.id });
  }
  const changes = rows.changes();
  await tx.addBase(changes.map((change) => baseOf(change, before)));
  await tx.writeRows(changes);
}
