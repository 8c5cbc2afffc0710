// One sync request of one person, answered: the batch is applied in one transaction, then what changed is read in one
// snapshot. Knows no HTTP, so that the simulation calls the very same thing.

import type { SyncRequest, SyncResponse } from '#shared/protocol.ts';
import { PROTOCOL } from '#shared/protocol.ts';
import type { Domain } from '#shared/sync/domain.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { plainDate } from '#shared/sync/plain-date.ts';
import type { Db } from '../db/database.ts';
import { visibleScopes } from '../people/visibility.ts';
import { fault } from '../problem.ts';
import { beginEpoch, currentEpoch, HistoryLost } from './epoch.ts';
import { pull } from './pull.ts';
import { applyBatch, type Batch, type PushContext, type Pushed } from './push.ts';
import type { DbOrTransaction } from './rows.ts';

export interface AnswerInput {
  db: Db;
  domain: Domain;
  actor: Actor;
  signedInAt: Date;
  now: Date;
  request: SyncRequest;
  failed: PushContext['failed'];
  /** Called once the batch is committed, with the scopes that moved. */
  committed: (written: string[]) => void;
}

export async function answerSync(input: AnswerInput): Promise<SyncResponse> {
  try {
    return await applyAndPull(input);
  } catch (error) {
    if (!(error instanceof HistoryLost) || input.request.epoch === null) throw error;
    throw fault('new-epoch', { epoch: await beginEpoch(input.db, input.request.epoch) });
  }
}

async function applyAndPull(input: AnswerInput): Promise<SyncResponse> {
  const { db, domain, actor, signedInAt, now, request, failed, committed } = input;
  const { device, app, mutations, known, settled, left = null, clock = null } = request;
  const epoch = await currentEpoch(db);
  if (request.epoch !== null && request.epoch !== epoch) throw fault('new-epoch', { epoch });
  const today = plainDate(now.toISOString(), actor.timeZone);
  const scopes = await visibleScopes(db, actor, today);
  const visibleOn = async (tx: DbOrTransaction, date: string) =>
    new Set(date === today ? scopes : await visibleScopes(tx, actor, date));
  const context = { domain, actor, signedInAt, visibleOn, now, failed };
  const pushed = await applyRetried(db, { device, app, mutations, settled, left, clock }, context);
  committed(pushed.written);
  const pulled = await pull(db, { tables: domain.tables, tenant: actor.tenant, scopes, known });
  const { lastSeq, outcomes } = pushed;
  return { protocol: PROTOCOL, now: now.toISOString(), lastSeq, epoch, outcomes, ...pulled };
}

const DEADLOCK_OR_SERIALIZATION = new Set(['40P01', '40001']);

/** Applies a batch. A transaction that PostgreSQL gave up in favour of another is run again: it left nothing behind. */
export async function applyRetried(db: Db, batch: Batch, context: PushContext): Promise<Pushed> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute((tx) => applyBatch(tx, batch, context));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!DEADLOCK_OR_SERIALIZATION.has(code) || attempt === 3) throw error;
    }
  }
}
