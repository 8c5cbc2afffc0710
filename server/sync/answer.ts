// One sync request of one person, answered: the batch is applied in one transaction, then what changed is read in one
// snapshot. Knows no HTTP, so that the simulation calls the very same thing.

import type { Db } from '#server/db/database.ts';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import type { Domain } from '#shared/sync/domain.ts';
import type { Actor, Failed } from '#shared/sync/mutation.ts';
import { PROTOCOL, type SyncRequest, type SyncResponse } from '#shared/sync/protocol.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import type { Batch, PushContext } from './batch.ts';
import type { SessionContact } from './contact.ts';
import { beginEpoch, type History, HistoryLost, isSealed, sealOf, spreadOf } from './epoch.ts';
import { checkHistory, pull, pullAsMade } from './pull.ts';
import { applyBatch, isValueRefused, type Pushed } from './push.ts';
import { provenKey } from './signature.ts';

export interface AnswerInput {
  db: Db;
  domain: Domain;
  actor: Actor;
  session: SessionContact;
  /** The agency's, as it was when the session was looked up. */
  history: History;
  now: Date;
  request: SyncRequest;
  /** The scopes that the actor sees on a day. */
  scopesOf: (db: DbOrTransaction, date: string) => Promise<string[]>;
  /** Rows in one answer, where it is not the usual number. */
  page?: number;
  failed: Failed;
  /** Called once the batch is committed, with the scopes that moved. */
  committed: (written: string[]) => void;
}

export async function answerSync(input: AnswerInput): Promise<SyncResponse> {
  const { db, actor, request, now, history } = input;
  const { epoch } = history;
  if (request.epoch !== null && request.epoch !== epoch) {
    throw fault('new-epoch', { epoch, spread: await spreadOf(db, actor.tenant, now) });
  }
  try {
    return await applyAndPull(input);
  } catch (error) {
    if (!(error instanceof HistoryLost)) throw error;
    // It begins anew, alone, by its own word; everybody does by the server's.
    if (!provesLoss(request, actor, history)) throw fault('new-epoch', { epoch, spread: 0 });
    const [begun, spread] = [await beginEpoch(db, actor.tenant, epoch), await spreadOf(db, actor.tenant, now)];
    throw fault('new-epoch', { epoch: begun, spread });
  }
}

/** Whether what the device says to hold, and this database does not know, was told to it by this very server. */
function provesLoss({ device, known, settled, seal }: SyncRequest, { id, tenant }: Actor, history: History): boolean {
  return isSealed(history, { tenant, actor: id, device, epoch: history.epoch, settled, positions: known }, seal);
}

async function applyAndPull(input: AnswerInput): Promise<SyncResponse> {
  const { db, domain, actor, session, history, now, request, page, scopesOf, failed, committed } = input;
  const { device, app, mutations, known, settled, left, clock, waiting } = request;
  const today = plainDate(now.toISOString(), actor.timeZone);
  const scopes = await scopesOf(db, today);
  const visibleOn = async (tx: DbOrTransaction, date: string) =>
    new Set(date === today ? scopes : await scopesOf(tx, date));
  // The number of what is settled tells whether the acts of a device are here. Where nothing was sent under this id, it tells
  // nothing of what was sent under another: that is missed before the device is heard of, as it comes again, each act with its
  // own time.
  if (settled === 0 && Object.keys(known).length > 0) {
    await checkHistory(db, { tenant: actor.tenant, scopes, known });
  }
  const batch = { device, app, mutations, settled, left, clock, waiting, key: await provenKey(request) };
  const comes = { by: 'device', session } as const;
  const pushed = await applyRetried(db, batch, { domain, actor, comes, visibleOn, now, failed });
  committed(pushed.written);
  const { lastSeq, outcomes } = pushed;
  const { epoch } = history;
  const answer = { protocol: PROTOCOL, now: now.toISOString(), lastSeq, epoch, outcomes } as const;
  const own = pushed.asMade;
  // A scope that this very request has opened is seen from now on: else its rows would be gone until the next one.
  const opened = pushed.written.filter((scope) => !scopes.includes(scope) && domain.opens(actor, scope));
  const seen = [...scopes, ...opened];
  // Of a part of a longer queue only what costs nothing to tell is told: that the device holds it as it is.
  const pulled = !request.continues
    ? await pull(db, { tables: domain.tables, tenant: actor.tenant, scopes: seen, known, page, own })
    : own.wholly
      ? await pullAsMade(db, { tables: domain.tables, tenant: actor.tenant, scopes: seen, known, own })
      : null;
  // What the device says to hold is only given back here, and never sealed.
  if (!pulled) return { ...answer, changes: [], positions: known, more: true, seal: null };
  const held = { tenant: actor.tenant, actor: actor.id, device, epoch, settled: lastSeq, positions: pulled.positions };
  return { ...answer, ...pulled, more: pulled.more || request.continues, seal: sealOf(history, held) };
}

const DEADLOCK_OR_SERIALIZATION = new Set(['40P01', '40001']);

/**
 * Applies a batch, and in the same transaction what belongs to it. A transaction that PostgreSQL gave up in favour of another is run again: it left nothing behind. One
 * with a value that PostgreSQL will not take is run again in parts.
 */
export async function applyRetried(
  db: Db,
  batch: Batch,
  context: PushContext,
  also: (tx: DbOrTransaction) => Promise<void> = async () => undefined,
): Promise<Pushed> {
  let apart = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (tx) => {
        const pushed = await applyBatch(tx, batch, context, { apart });
        await also(tx);
        return pushed;
      });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (isValueRefused(error) && !apart) apart = true;
      else if (!DEADLOCK_OR_SERIALIZATION.has(code) || attempt >= 3) throw error;
    }
  }
}
