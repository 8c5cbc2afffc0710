// The server has answered: its rows come in, settled mutations leave the outbox, and what is still pending is replayed
// on the new rows. All in one transaction, so that no screen sees a state between.

import type { Domain } from '#shared/sync/domain.ts';
import { type Actor, type Failed, parseMutation, readsOf } from '#shared/sync/mutation.ts';
import type { SyncResponse } from '#shared/sync/protocol.ts';
import { keyOf, type RowChange } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { basesOf, loaded, runHere } from './base.ts';
import { heldRows, isStillMade, type Made } from './made.ts';
import { type AttentionItem, type LocalTransaction, type OutboxEntry, SENT_KEPT_MS, type SentEntry } from './store.ts';

interface Receiving {
  domain: Domain;
  actor: Actor;
  failed: Failed;
}

/** `made`: by the acts of the request that is answered. */
export async function receive(
  tx: LocalTransaction,
  answer: SyncResponse,
  receiving: Receiving,
  made: Made = new Map(),
): Promise<void> {
  if (answer.seal === null) {
    // A part of a long queue: nothing came with it, and only what it answers is looked at. What was refused has no effect
    // here any more.
    const part = await tx.outboxAfter((await tx.get('answered')) ?? 0, answer.outcomes.length);
    const { refused } = await settle(tx, part, answer, (await tx.get('positions')) ?? {});
    if (refused) await rebase(tx, await tx.outbox(), receiving, async () => undefined);
    return;
  }
  if (await tookAsMade(tx, answer, receiving, made)) return;
  const { pending } = await settle(tx, await tx.outbox(), answer, answer.positions);
  await rebase(tx, pending, receiving, () => takeRows(tx, receiving.domain, answer, made));
  await forgetOldSent(tx, answer.now);
  await noteHistory(tx, answer);
  if (!answer.more) await tx.set('complete', true);
}

/** What the device now holds of the server's history. */
async function noteHistory(tx: LocalTransaction, { positions, epoch, lastSeq, seal }: SyncResponse): Promise<void> {
  await tx.set('positions', positions);
  await tx.set('epoch', epoch);
  await tx.set('settled', lastSeq);
  await tx.set('seal', seal);
}

/**
 * A part of a long queue of which every row is here as the server has it: only these rows get their versions, and nothing is
 * taken back and run again. Else a queue would cost its length once more with each part. False, and nothing done, where it
 * is not as simple as that.
 */
async function tookAsMade(
  tx: LocalTransaction,
  answer: SyncResponse,
  { domain }: Receiving,
  made: Made,
): Promise<boolean> {
  const { outcomes, changes, positions, more, held = [] } = answer;
  if (!more || changes.length > 0 || held.length === 0) return false;
  if (outcomes.some(({ result }) => result === 'refused')) return false;
  const known = Object.keys((await tx.get('positions')) ?? {});
  if (known.some((scope) => !(scope in positions)) || ((await tx.get('stale')) ?? []).length > 0) return false;
  const part = await tx.outboxAfter((await tx.get('answered')) ?? 0, outcomes.length);
  const answered = new Set(outcomes.map(({ id }) => id));
  const rows = heldRows(answer, made);
  const keys = new Set(rows.map(keyOf));
  const wholly = part.every(({ id, touched }) => answered.has(id) && touched.every((key) => keys.has(key)));
  if (!wholly || !(await isStillMade(tx, domain, rows))) return false;
  await settle(tx, part, answer, positions);
  await tx.writeRows(rows);
  await tx.removeBase([...keys]);
  await noteHistory(tx, answer);
  return true;
}

/** Takes the pending mutations back, lets the rows come in, and runs on them what is still pending. */
export async function rebase(
  tx: LocalTransaction,
  pending: readonly OutboxEntry[],
  receiving: Receiving,
  comeIn: () => Promise<void>,
): Promise<void> {
  await rollBack(tx);
  await comeIn();
  await replay(tx, pending, receiving);
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

async function takeRows(tx: LocalTransaction, domain: Domain, answer: SyncResponse, made: Made): Promise<void> {
  const stale = new Set((await tx.get('stale')) ?? []);
  const known = (await tx.get('positions')) ?? {};
  // What came of a scope before it was asked for from its beginning once more says nothing.
  await tx.forgetArrived([...stale].filter((scope) => !(scope in known)));
  for (const scope of new Set([...stale, ...Object.keys(known)])) {
    if (scope in answer.positions) continue;
    await tx.dropScope(scope);
    await tx.forgetArrived([scope]);
    stale.delete(scope);
  }
  const came = answer.changes
    // A table that only a newer app knows: the upgrade that brings it here also asks for everything again.
    .filter(({ table }) => table in domain.tables)
    .flatMap(({ table, scope, rows, removed }): RowChange[] => [
      ...rows.map((row) => ({ table, scope, id: row.id, row: { ...row, scope } as SyncRow })),
      ...removed.map((id) => ({ table, scope, id, removed: true as const })),
    ]);
  // What came as content is the server's last word.
  const changes = [...heldRows(answer, made), ...came];
  await tx.writeRows(changes);
  if (stale.size > 0) await renew(tx, answer, { stale, changes });
  else await tx.set('stale', []);
}

/** Rows of before stay until everything has arrived: a line that breaks in between takes nothing away. */
async function renew(
  tx: LocalTransaction,
  { more }: SyncResponse,
  { stale, changes }: { stale: Set<string>; changes: readonly RowChange[] },
): Promise<void> {
  await tx.noteArrived(changes.filter(({ scope, row }) => row && stale.has(scope)));
  // Only the last page tells that nothing is missing: a row that moved meanwhile comes after its scope.
  if (!more) for (const scope of stale) await tx.dropNotArrived(scope);
  await tx.set('stale', more ? [...stale] : []);
}

/**
 * Notes the outcomes; refused ones go to the person's attention, confirmed ones leave. Answers what is still pending, and
 * whether anything was refused.
 */
async function settle(
  tx: LocalTransaction,
  entries: readonly OutboxEntry[],
  answer: SyncResponse,
  positions: SyncResponse['positions'],
): Promise<{ pending: OutboxEntry[]; refused: boolean }> {
  const outcomes = new Map(answer.outcomes.map((outcome) => [outcome.id, outcome]));
  const pending: OutboxEntry[] = [];
  const gone: number[] = [];
  const refused: AttentionItem[] = [];
  const settled: SentEntry[] = [];
  const answered: OutboxEntry[] = [];
  const device = (await tx.get('device'))?.id;
  let last = (await tx.get('answered')) ?? 0;
  let gap = false;
  for (const entry of entries) {
    const outcome = outcomes.get(entry.id) ?? entry.outcome;
    // Up to the first that it has not answered: what comes after that is sent with it.
    if (!outcome) gap = true;
    else if (!gap) last = Math.max(last, entry.seq);
    if (!outcome) {
      pending.push(entry);
    } else if (outcome.result === 'refused') {
      const { seq, touched: _touched, outcome: _none, ...kept } = entry;
      refused.push({ ...kept, refusal: outcome.refusal, refusedAt: answer.now });
      gone.push(seq);
    } else if (isHere(outcome.versions, positions, answer.seal !== null)) {
      gone.push(entry.seq);
      settled.push({ ...entry, outcome, settledAt: answer.now, ...(device && { device }) });
    } else {
      const kept = { ...entry, outcome };
      pending.push(kept);
      if (entry.outcome === null) answered.push(kept);
    }
  }
  await tx.addAttention(refused);
  await tx.addSent(settled);
  await tx.removeOutbox(gone);
  await tx.putOutbox(answered);
  await tx.set('answered', last);
  return { pending, refused: refused.length > 0 };
}

/** What was sent before it need not be kept. */
async function forgetOldSent(tx: LocalTransaction, now: string): Promise<void> {
  await tx.forgetSent(new Date(Date.parse(now) - SENT_KEPT_MS).toISOString());
}

/**
 * Whether the device holds each scope up to the version that has the effect. A scope that was left counts as held; that it
 * was left is known where scopes were pulled.
 */
function isHere(versions: Record<string, number>, positions: SyncResponse['positions'], pulled: boolean): boolean {
  return Object.entries(versions).every(([scope, version]) => {
    const through = positions[scope]?.through;
    return through === undefined ? pulled : through >= version;
  });
}

/** Runs the pending mutations again on the rows as they are now. One that the rules refuse now has no effect here; the
 * server decides it all the same, and tells. */
async function replay(
  tx: LocalTransaction,
  pending: readonly OutboxEntry[],
  { domain, actor, failed }: Receiving,
): Promise<void> {
  if (pending.length === 0) return;
  const runs = pending.flatMap((entry) => {
    const parsed = parseMutation(domain.mutations, entry);
    const reads = parsed.ok ? readsOf(parsed, actor, failed) : null;
    return parsed.ok && reads ? [{ entry, parsed, reads }] : [];
  });
  const reads = runs.flatMap((run) => run.reads);
  const { rows, before } = loaded(await tx.loadRows(reads));
  for (const { entry, parsed } of runs) {
    runHere(parsed, entry, { rows, actor, failed });
  }
  const changes = rows.changes();
  await tx.addBase(await basesOf(tx, changes, { reads, before }));
  await tx.writeRows(changes);
}
