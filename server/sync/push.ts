// Applies a device's batch: each mutation exactly once, in order, each with an outcome of its own.
//
// One transaction holds everything: the device's row (so that one device's batches follow each other), the record of
// what was applied, the locks of the scopes, the rows, and their versions. It costs a fixed handful of statements,
// however many mutations the batch has. It never runs a mutation twice and never lets one spoil the others: every step of
// one is guarded, and where PostgreSQL will not have a value, the batch is halved until it is known whose that is.

import { sql } from 'kysely';
import type { Head } from '#server/audit/chain.ts';
import { prepared } from '#server/db/prepared.ts';
import { type DbOrTransaction, loadAll, writeRows } from '#server/db/rows.ts';
import { type Refusal, runMutation } from '#shared/sync/mutation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import { type RowChange, RowSet } from '#shared/sync/row-set.ts';
import { type AsMade, compareMade, NOTHING_AS_MADE, type Step } from './as-made.ts';
import type { Batch, PushContext } from './batch.ts';
import { forgetTold, makeContact, tellOf } from './contact.ts';
import { type Decided, record } from './record.ts';
import { type Fresh, type Sorted, sortOut } from './sort-out.ts';

export interface Pushed {
  lastSeq: number;
  outcomes: Outcome[];
  /** The scopes that moved. */
  written: string[];
  asMade: AsMade;
}

export async function applyBatch(
  db: DbOrTransaction,
  batch: Batch,
  context: PushContext,
  { apart = false } = {},
): Promise<Pushed> {
  const { comes } = context;
  const device =
    comes.by === 'device'
      ? await makeContact(db, batch, { ...context, session: comes.session })
      : { lastSeq: 0, floor: comes.floor };
  const sorted = await sortOut(db, batch, device, context);
  const { fresh, lastSeq, left } = sorted;
  // It came with this contact, so it keeps the time of this contact.
  await tellOf(db, left, { ...context, floor: device.floor });
  const done = fresh.length > 0 ? await applyFresh(db, batch, fresh, context, { apart }) : NOTHING_DONE;
  await forgetTold(db, context.actor, come(fresh, done.outcomes, context));
  if (comes.by === 'device' && lastSeq !== device.lastSeq) await settle(db, batch, lastSeq, context);
  return {
    lastSeq,
    outcomes: inOrder(sorted, done.outcomes),
    written: [...new Set(done.written)],
    asMade: done.asMade,
  };
}

/** Digests of what was told of and has come. What is refused without a record has not: it comes again, by another way. */
function come(fresh: readonly Fresh[], outcomes: readonly Outcome[], { refusals }: PushContext): string[] {
  const open = new Set(refusals === 'told' ? outcomes.filter(isRefused).map(({ id }) => id) : []);
  return fresh.filter(({ queued, told }) => told && !open.has(queued.id)).map(({ digest }) => digest);
}

const isRefused = ({ result }: Outcome) => result === 'refused';

type Done = Pick<Pushed, 'outcomes' | 'written' | 'asMade'>;

const NOTHING_DONE: Done = { outcomes: [], written: [], asMade: NOTHING_AS_MADE };

/** The answers of a batch by their numbers; what came twice in it is answered twice. */
function inOrder({ outcomes, repeated }: Sorted, fresh: Outcome[]): Outcome[] {
  const byId = new Map(fresh.map((outcome) => [outcome.id, outcome]));
  const again = repeated.flatMap(({ seq, id }) => {
    const outcome = byId.get(id);
    return outcome ? [{ ...outcome, seq }] : [];
  });
  return [...outcomes, ...fresh, ...again].sort((a, b) => a.seq - b.seq);
}

async function applyFresh(
  db: DbOrTransaction,
  batch: Batch,
  fresh: readonly Fresh[],
  context: PushContext,
  { apart }: { apart: boolean },
): Promise<Done> {
  const { domain, actor } = context;
  const reference = domain.referenceScope(actor);
  const scopes = new Set<string>();
  for (const { plan } of fresh) {
    if (!plan.ok) continue;
    for (const scope of plan.writes) scopes.add(scope);
    for (const { scope } of plan.reads) if (scope !== reference) scopes.add(scope);
  }
  const { heads, opened } = await lockScopes(db, [...scopes], context);
  const done = await (apart ? applyApart : apply)(db, batch, fresh, heads, context);
  await closeUnused(db, actor.tenant, opened, heads);
  return done;
}

/** SQLSTATE classes (PostgreSQL, appendix A): data exception, integrity constraint, program limit. */
const VALUE_REFUSED = /^(22|23|54)/;

/** Whether PostgreSQL refused a value, which is a mutation's fault and not the network's. */
export const isValueRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && VALUE_REFUSED.test(String(error.code));

/** Halves what PostgreSQL will not take as a whole until it is one mutation: that one is refused, kept by its person. */
async function applyApart(
  db: DbOrTransaction,
  batch: Batch,
  fresh: readonly Fresh[],
  heads: Map<string, ScopeHead>,
  context: PushContext,
): Promise<Done> {
  const before = new Map(heads);
  await sql`savepoint part`.execute(db);
  try {
    const done = await apply(db, batch, fresh, heads, context);
    await sql`release savepoint part`.execute(db);
    return done;
  } catch (error) {
    const [only] = fresh;
    const refusedAlready = fresh.length === 1 && only?.plan.ok === false;
    if (!isValueRefused(error) || !only || refusedAlready) throw error;
    context.failed(error);
    await sql`rollback to savepoint part`.execute(db);
    heads.clear();
    for (const [scope, head] of before) heads.set(scope, head);
    if (fresh.length === 1) {
      const refused: Fresh = { ...only, plan: { ok: false, refusal: { code: 'not-storable' } } };
      return apply(db, batch, [refused], heads, context);
    }
    const middle = Math.ceil(fresh.length / 2);
    const first = await applyApart(db, batch, fresh.slice(0, middle), heads, context);
    const second = await applyApart(db, batch, fresh.slice(middle), heads, context);
    return {
      outcomes: [...first.outcomes, ...second.outcomes],
      written: [...first.written, ...second.written],
      // A row of the first part may have been written again in the second.
      asMade: NOTHING_AS_MADE,
    };
  }
}

/** Reads, decides, records and writes mutations together, under the locks of their scopes. */
async function apply(
  db: DbOrTransaction,
  batch: Batch,
  fresh: readonly Fresh[],
  heads: Map<string, ScopeHead>,
  context: PushContext,
): Promise<Done> {
  const { domain, actor, now, office = false, refusals = 'recorded' } = context;
  const rows = new RowSet();
  const reads = fresh.flatMap(({ plan }) => (plan.ok ? plan.reads : []));
  for (const { table, row, deleted } of await loadAll(db, domain.tables, actor.tenant, reads)) {
    if (deleted) rows.loadRemoved(table, row);
    else rows.load(table, row);
  }

  const written = new Set<string>();
  const before = new Map(heads);
  const decided = fresh.map((entry): Decided & { changes: readonly RowChange[] } => {
    const decision = decide(entry, { rows, heads }, context);
    for (const { scope } of decision.changes) written.add(scope);
    return { ...entry, ...decision };
  });

  // One version a scope; the scopes are locked, so it is known before it is stored.
  for (const scope of written) raise(heads, scope);
  const versions = new Map([...heads].map(([scope, { version }]) => [scope, version]));
  for (const { outcome } of decided) {
    if (outcome.result === 'refused') continue;
    for (const scope of Object.keys(outcome.versions)) outcome.versions[scope] = versions.get(scope) ?? 0;
  }
  const toRecord = refusals === 'told' ? decided.filter(({ outcome }) => !isRefused(outcome)) : decided;
  await record(db, batch, { actor, now, office, heads }, toRecord);
  const changes = rows.changes();
  await advance(db, actor.tenant, heads, tablesOf(changes));
  await writeRows(db, domain.tables, actor.tenant, changes, versions);
  const steps = new Map<string, Step>();
  for (const scope of written) {
    const head = before.get(scope);
    if (head) steps.set(scope, { before: head, version: versions.get(scope) ?? 0 });
  }
  const asMade = { ...compareMade(domain.tables, decided, changes), steps };
  return { outcomes: decided.map(({ outcome }) => outcome), written: [...written], asMade };
}

/** A scope as it was locked, or as far as this batch has come with it; the stamp is that of the version that was found. */
type ScopeHead = Head & { stamp: string };

/**
 * Locks the scopes in one order for everybody, so that no two transactions wait for each other. Those that are the actor's
 * own by their name are made where they are missing.
 */
async function lockScopes(
  db: DbOrTransaction,
  scopes: string[],
  { domain, actor }: PushContext,
): Promise<{ heads: Map<string, ScopeHead>; opened: string[] }> {
  const own = domain.ownScope(actor);
  const wanted = [...new Set([...scopes, own])];
  const lock = () =>
    sql<ScopeHead & { id: string }>`
      select id, version, stamp, log_lines as lines, log_hash as hash from scope
      where agency_id = ${actor.tenant} and id = any(${wanted}::text[])
      order by id for update`.execute(db);
  let { rows } = await lock();
  const found = new Set(rows.map(({ id }) => id));
  const missing = wanted.filter((id) => !found.has(id) && (id === own || domain.opens(actor, id)));
  if (missing.length > 0) {
    await sql`insert into scope (agency_id, id) select ${actor.tenant}, id from unnest(${missing}::text[]) as m (id)
      on conflict do nothing`.execute(db);
    ({ rows } = await lock());
  }
  return { heads: new Map(rows.map(({ id, ...head }) => [id, head])), opened: missing.filter((id) => id !== own) };
}

/** A scope that nothing was written to after all never was: else names alone would fill the database. */
async function closeUnused(
  db: DbOrTransaction,
  tenant: string,
  opened: readonly string[],
  heads: ReadonlyMap<string, ScopeHead>,
): Promise<void> {
  const unused = opened.filter((id) => heads.get(id)?.version === 0 && heads.get(id)?.lines === 0);
  if (unused.length === 0) return;
  await sql`delete from scope where agency_id = ${tenant} and id = any(${unused}::text[])`.execute(db);
}

/** `scope`: whose log takes the line. */
function decide(
  { queued, plan, countedAt, clock, again }: Fresh,
  { rows, heads }: { rows: RowSet; heads: ReadonlyMap<string, Head> },
  { domain, actor, failed, now }: PushContext,
): { scope: string; outcome: Outcome; changes: readonly RowChange[] } {
  const { seq, id } = queued;
  const own = domain.ownScope(actor);
  const refused = (refusal: Refusal, scope = own) => ({
    scope,
    outcome: { seq, id, result: 'refused' as const, refusal },
    changes: [],
  });
  if (!plan.ok) return refused(plan.refusal);
  const { run, writes } = plan;
  // A scope that is not there is nobody's to write.
  if (!writes.every((scope) => heads.has(scope))) return refused({ code: 'forbidden' });
  const [scope = own] = writes;
  const decision = runMutation(run.spec, {
    ...{ args: run.args, rows, actor, clock, again, failed },
    ...{ at: countedAt.toISOString(), mutationId: id, received: now.toISOString() },
  });
  if (decision.result === 'refused') return refused(decision.refusal, scope);
  const versions = Object.fromEntries(decision.changes.map((change) => [change.scope, 0]));
  return { scope, outcome: { seq, id, result: decision.result, versions }, changes: decision.changes };
}

function raise(heads: Map<string, ScopeHead>, scope: string): void {
  const head = heads.get(scope);
  if (head) heads.set(scope, { ...head, version: head.version + 1 });
}

/** The tables that changes are in, by their scopes. */
function tablesOf(changes: readonly RowChange[]): ReadonlyMap<string, ReadonlySet<string>> {
  const tables = new Map<string, Set<string>>();
  for (const { scope, table } of changes) tables.set(scope, (tables.get(scope) ?? new Set()).add(table));
  return tables;
}

async function advance(
  db: DbOrTransaction,
  tenant: string,
  heads: ReadonlyMap<string, Head>,
  moved: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  const all = [...heads].map(([id, { version, lines, hash }]) => ({
    ...{ id, version, lines, hash },
    moved: [...(moved.get(id) ?? [])],
  }));
  await advanceHeads(db, { tenant, heads: JSON.stringify(all) });
}

const advanceHeads = prepared<{ tenant: string; heads: string }, object>(
  (value) => sql`
    update scope s set version = h.version, log_lines = h.lines, log_hash = h.hash,
      moved = case when s.version <> h.version then h.moved end
    from jsonb_to_recordset(${value('heads')}::jsonb) as h (id text, version bigint, lines bigint, hash text, moved text[])
    where s.agency_id = ${value('tenant')} and s.id = h.id
      and (s.version, s.log_lines) is distinct from (h.version, h.lines)`,
);

async function settle(db: DbOrTransaction, { device }: Batch, lastSeq: number, { actor }: PushContext): Promise<void> {
  await sql`update device set last_seq = ${lastSeq} where agency_id = ${actor.tenant} and id = ${device}`.execute(db);
}
