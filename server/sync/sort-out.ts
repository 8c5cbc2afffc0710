// Before anything of a batch is read or locked: repetitions are told from what is new, each new mutation is understood,
// and it is settled whether it may be done at all and when it was done.

import { sql } from 'kysely';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import { boundedTime, type ClockVerdict, TOLERANCE_MS } from '#shared/sync/bounded-time.ts';
import {
  type Actor,
  type Again,
  type Parsed,
  parseMutation,
  type Refusal,
  RULE_FAILED,
  readsOf,
  writesOf,
} from '#shared/sync/mutation.ts';
import { LIMITS, type NumberedMutation, type Outcome } from '#shared/sync/protocol.ts';
import type { Read } from '#shared/sync/row-set.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import type { Batch, PushContext } from './batch.ts';
import { type Device, type Told, toldFloors } from './contact.ts';
import { digestOf } from './signature.ts';

/** Beyond it a date has no ISO form that PostgreSQL reads. */
const YEAR_10000 = Date.UTC(10_000, 0);
/** Rows and questions that one batch may read; what would be more is left for the next. */
const READS_A_BATCH = 20_000;

/** Of a range, or of a whole scope, about a month's entries come. */
const ROWS_OF_A_RANGE = 30;

const sizeOf = (reads: readonly Read[]) =>
  reads.reduce((sum, read) => sum + ('between' in read || 'all' in read ? ROWS_OF_A_RANGE : 1), 0);

/** What a mutation is about to do; or why it may not. */
export type Plan =
  | {
      ok: true;
      run: Extract<Parsed, { ok: true }>;
      writes: readonly string[];
      reads: readonly Read[];
    }
  | { ok: false; refusal: Refusal };

export interface Fresh {
  queued: NumberedMutation;
  digest: string;
  plan: Plan;
  /** What the device claims, as far as it is a time at all; and what counts (docs/architecture.md, Time). */
  claimedAt: Date;
  countedAt: Date;
  clock: ClockVerdict;
  again: Again | null;
  /** Whether it was told of at an earlier contact. */
  told: boolean;
}

export interface Sorted {
  /** Of what was done before, or is refused without a record. */
  outcomes: Outcome[];
  fresh: Fresh[];
  /** Numbers under which a mutation of this very batch comes once more. */
  repeated: { seq: number; id: string }[];
  /** The last number that is dealt with. */
  lastSeq: number;
  /** Digests of what came, and is left for the next request. */
  left: string[];
}

interface Recorded {
  id: string;
  outcome: Outcome;
  employeeId: string;
  digest: string | null;
}

export async function sortOut(
  db: DbOrTransaction,
  batch: Batch,
  device: Device,
  context: PushContext,
): Promise<Sorted> {
  const sorted: Sorted = { outcomes: [], fresh: [], repeated: [], lastSeq: device.lastSeq, left: [] };
  if (batch.mutations.length === 0) return sorted;
  const { actor } = context;
  const digests = new Map(batch.mutations.map((queued) => [queued, digestOf(queued)]));
  const recorded = await recordsOf(
    db,
    actor,
    batch.mutations.map(({ id }) => id),
  );
  const isNew = batch.mutations.filter(({ id }) => !recorded.has(id));
  const newDigests = isNew.flatMap((queued) => digests.get(queued) ?? []);
  const told = await toldFloors(db, actor, newDigests);
  const redone = await redoneBy(db, actor, isNew);
  const permitted = permissionOf(db, context);
  const inBatch = new Map<string, string>();
  let reads = 0;
  let expected = device.lastSeq + 1;
  for (const queued of batch.mutations) {
    const { seq, id } = queued;
    const digest = digests.get(queued) ?? '';
    const before = recorded.get(id);
    const same = before
      ? before.employeeId === actor.id && (before.digest === null || before.digest === digest)
      : inBatch.get(id) === digest;
    // Numbers that this server never heard of were answered by another history of it, whatever it has of the act itself.
    if (seq > expected) throw fault('sequence-gap', { expected });
    if (before || inBatch.has(id)) {
      // An id is bound to its person and its content: another act under it is not that one, and nothing of it is lost.
      if (!same) sorted.outcomes.push({ seq, id, result: 'refused', refusal: { code: 'id-taken' } });
      else if (before) sorted.outcomes.push({ ...before.outcome, seq });
      else sorted.repeated.push({ seq, id });
      expected = Math.max(expected, seq + 1);
      continue;
    }
    // The number is taken by another mutation: this is the copy of a device that has gone on elsewhere.
    if (seq < expected) throw fault('device-forked', { expected });
    const first = redone.get(queued.redoes ?? '');
    const redoable = first?.name === queued.name && context.domain.mutations[queued.name]?.redoable;
    const again =
      first && redoable ? { args: first.args, at: first.countedAt.toISOString(), clock: first.clock } : null;
    const { floor } = device;
    const times = timesOf(queued.at, { floor, told: told.get(digest), clock: batch.clock, now: context.now });
    const plan = await planFor(queued, times.countedAt, permitted, context);
    if (plan.ok) reads += sizeOf(plan.reads);
    if (reads > READS_A_BATCH && sorted.fresh.length > 0) {
      // What a device hears nothing of, it sends again; nobody else does.
      if (context.comes.by !== 'device') throw fault('too-large');
      const rest = batch.mutations.slice(batch.mutations.indexOf(queued));
      sorted.left = rest.flatMap((later) => (recorded.has(later.id) ? [] : (digests.get(later) ?? [])));
      break;
    }
    sorted.fresh.push({ queued, digest, plan, again, told: told.has(digest), ...times });
    inBatch.set(id, digest);
    expected += 1;
  }
  sorted.lastSeq = Math.max(device.lastSeq, expected - 1);
  return sorted;
}

async function recordsOf(db: DbOrTransaction, actor: Actor, ids: string[]): Promise<Map<string, Recorded>> {
  const { rows } = await sql<Recorded>`
    select id, outcome, employee_id, digest from mutation_log
    where agency_id = ${actor.tenant} and id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

interface Redone {
  name: string;
  args: unknown;
  countedAt: Date;
  clock: ClockVerdict;
}

/** The refused mutations of the actor that others do again, by their ids. */
async function redoneBy(
  db: DbOrTransaction,
  actor: Actor,
  mutations: readonly NumberedMutation[],
): Promise<ReadonlyMap<string, Redone>> {
  const ids = mutations.flatMap(({ redoes }) => redoes ?? []);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Redone & { id: string }>`
    select id, name, args, counted_at, coalesce(clock, 'trusted') as clock from mutation_log
    where agency_id = ${actor.tenant} and id = any(${ids}::uuid[]) and employee_id = ${actor.id}
      and outcome->>'result' = 'refused'`.execute(db);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** When it was done, as the device claims, within the bounds. */
function timesOf(
  claim: string,
  { floor, told, clock, now }: { floor: Date; told: Told | undefined; clock: string | null; now: Date },
): Pick<Fresh, 'claimedAt' | 'countedAt' | 'clock'> {
  const received = now.getTime();
  const offset = clock === null ? null : received - Date.parse(clock);
  const claimed = Date.parse(claim);
  // What is told of before it is done is no telling: the floor of that contact holds for what was done by then.
  const toldBy = (told?.toldAt.getTime() ?? 0) + TOLERANCE_MS;
  const wasTold = claimed <= toldBy || claimed + (offset ?? 0) <= toldBy;
  const lowest = (told && wasTold ? told.floor : floor).getTime();
  const bounded = boundedTime(claim, { floor: Math.min(lowest, received), received, offset });
  const sane = claimed >= 0 && claimed < YEAR_10000;
  return { claimedAt: new Date(sane ? claimed : received), countedAt: new Date(bounded.counted), clock: bounded.clock };
}

/** Permission comes first: what the actor may not do is never read for. */
async function planFor(
  queued: NumberedMutation,
  countedAt: Date,
  permitted: Permitted,
  { domain, actor, office = false, failed, outside = { code: 'forbidden' } }: PushContext,
): Promise<Plan> {
  const no = (refusal: Refusal): Plan => ({ ok: false, refusal });
  if (isTooLarge(queued.args, { office })) {
    return no({ code: 'malformed', issues: [{ path: '', problem: 'too large' }] });
  }
  const parsed = parseMutation(domain.mutations, queued);
  if (!parsed.ok) return parsed;
  if (parsed.spec.office && !office) return no(outside);
  const closed = parsed.spec.closedTo?.(actor);
  if (closed) return no(closed);
  const writes = writesOf(parsed, actor, failed);
  if (!writes) return no(RULE_FAILED);
  if (!office && writes.length > LIMITS.scopes) return no({ code: 'malformed', issues: [] });
  if (!parsed.spec.office && !(await permitted(writes, countedAt))) return no(parsed.spec.outside ?? outside);
  const reads = readsOf(parsed, actor, failed);
  if (!reads) return no(RULE_FAILED);
  if (!office && reads.length > LIMITS.reads) return no({ code: 'malformed', issues: [] });
  return { ok: true, run: parsed, writes, reads };
}

type Permitted = (scopes: readonly string[], at: Date) => Promise<boolean>;

/**
 * Whether the actor may write scopes: by the relations of today, or by those of the date that counts for the mutation,
 * as when a supervisor decided offline and was moved before the device came back. What is the actor's own by its name always.
 */
function permissionOf(db: DbOrTransaction, { domain, actor, now, visibleOn }: PushContext): Permitted {
  const dayOf = (instant: Date) => plainDate(instant.toISOString(), actor.timeZone);
  const byDate = new Map<string, Promise<ReadonlySet<string>>>();
  const on = (date: string) => {
    let visible = byDate.get(date);
    if (!visible) byDate.set(date, (visible = visibleOn(db, date)));
    return visible;
  };
  return async (scopes, at) => {
    const today = await on(dayOf(now));
    const left = scopes.filter((scope) => !today.has(scope) && !domain.opens(actor, scope));
    if (left.length === 0) return true;
    const then = await on(dayOf(at));
    return left.every((scope) => then.has(scope));
  };
}

/** Acts for the agency may fill a whole request; those of a device are small. */
export const isTooLarge = (args: unknown, { office }: { office: boolean }) =>
  deeperThan(LIMITS.depth, args) ||
  JSON.stringify(args ?? null).length > (office ? LIMITS.officeBody : LIMITS.mutation);

/** Looks no deeper than it must: a hostile sender nests deeper than a stack goes. */
function deeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(levels - 1, inner));
}
