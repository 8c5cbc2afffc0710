// Applies a device's batch: each mutation exactly once, in order, each with an outcome of its own.
//
// One transaction holds everything: the device's row (so that one device's batches follow each other), the record of
// what was applied, the locks of the scopes, the rows, and their versions. It costs a fixed handful of statements,
// however many mutations the batch has. It never runs a mutation twice and never lets one spoil the others.

import { sql } from 'kysely';
import { type Left, LIMITS, type NumberedMutation, type Outcome } from '#shared/protocol.ts';
import { boundedTime, type ClockVerdict } from '#shared/sync/bounded-time.ts';
import type { Domain } from '#shared/sync/domain.ts';
import {
  type Actor,
  type Decision,
  type Parsed,
  parseMutation,
  type Refusal,
  runMutation,
} from '#shared/sync/mutation.ts';
import { plainDate } from '#shared/sync/plain-date.ts';
import { type Read, type RowChange, RowSet } from '#shared/sync/row-set.ts';
import { type Head, type LogLine, lineHash } from '../audit/chain.ts';
import { fault } from '../problem.ts';
import { HistoryLost } from './epoch.ts';
import type { DbOrTransaction } from './rows.ts';
import { loadRows, writeRows } from './rows.ts';

/** Beyond it a date has no ISO form that PostgreSQL reads. */
const YEAR_10000 = Date.UTC(10_000, 0);

export interface Batch {
  device: string;
  app: string;
  mutations: readonly NumberedMutation[];
  /** The last number that the device was told to be settled. */
  settled: number;
  /** What the device keeps beside this batch. */
  left: Left | null;
  /** The device's own clock as it sent; null where it did not say. */
  clock: string | null;
  /** The administrator who brought it from a file, for the log. */
  importedBy?: string;
}

export interface PushContext {
  domain: Domain;
  actor: Actor;
  /** When the session began: nothing claimed before a new device's first contact counts earlier than this. */
  signedInAt: Date;
  /** The scopes that the relations of a plain date let the actor see; nothing outside is written. */
  visibleOn: (db: DbOrTransaction, date: string) => Promise<ReadonlySet<string>>;
  /** When the batch was received. */
  now: Date;
  /** Whether these are acts for the agency (server/sync/office.ts), which alone may reach beyond what the actor sees. */
  office?: boolean;
  /** Hears of a rule that broke. */
  failed: (error: unknown) => void;
}

export interface Pushed {
  lastSeq: number;
  outcomes: Outcome[];
  /** The scopes that moved. */
  written: string[];
}

interface Fresh {
  queued: NumberedMutation;
  parsed: Parsed;
  /** What the device claims, as far as it is a time at all; and what counts (docs/architecture.md, Time). */
  claimedAt: Date;
  countedAt: Date;
  clock: ClockVerdict;
}

export async function applyBatch(db: DbOrTransaction, batch: Batch, context: PushContext): Promise<Pushed> {
  const { domain, actor, now } = context;
  const device = await contact(db, batch, context);
  const { outcomes, fresh } = await sortOut(db, batch, device, context);
  if (fresh.length === 0) {
    return { lastSeq: await settle(db, batch, device, actor), outcomes, written: [] };
  }

  const { reads, scopes } = reach(fresh, context);
  const heads = await lockScopes(db, actor.tenant, scopes, domain.ownScope(actor));
  const mayWrite = await permission(db, fresh, context);
  const rows = new RowSet();
  for (const { table, row } of await loadRows(db, domain.tables, actor.tenant, reads)) rows.load(table, row);

  const written = new Set<string>();
  const decided = fresh.map((entry) => {
    const { scope, outcome, changes } = decide(entry, { rows, heads, mayWrite }, context);
    for (const change of changes) written.add(change.scope);
    return { ...entry, scope, outcome };
  });

  // One version a scope and transaction; the scopes are locked, so it is known before it is stored.
  for (const scope of written) raise(heads, scope);
  const versions = new Map([...heads].map(([scope, { version }]) => [scope, version]));
  for (const { outcome } of decided) {
    if (outcome.result === 'refused') continue;
    for (const scope of Object.keys(outcome.versions)) outcome.versions[scope] = versions.get(scope) ?? 0;
  }
  await record(db, batch, { actor, now, heads }, decided);
  await advance(db, actor.tenant, heads);
  await writeRows(db, domain.tables, actor.tenant, rows.changes(), versions);

  const all = [...outcomes, ...decided.map(({ outcome }) => outcome)].sort((a, b) => a.seq - b.seq);
  return { lastSeq: await settle(db, batch, device, actor), outcomes: all, written: [...written] };
}

interface Device {
  employeeId: string;
  lastSeq: number;
  /** The earliest instant that a claim of this device may count as. */
  floor: Date;
}

/**
 * Notes the contact and takes the device's row, so that a second batch of the same device waits. The floor is the last
 * contact, less the time in which acts were made while its request was under way; a queue that takes several requests
 * keeps the floor of the first, for an hour at most.
 */
async function contact(db: DbOrTransaction, batch: Batch, { actor, now, signedInAt }: PushContext): Promise<Device> {
  const continues = sql`device.unsent > 0 and ${now}::timestamptz - device.last_contact <= interval '10 minutes'
    and ${now}::timestamptz - device.run_began <= interval '1 hour'`;
  const { rows } = await sql<{ employeeId: string; lastSeq: number; floor: Date }>`
    insert into device (agency_id, id, employee_id, app, first_contact, last_contact, floor, run_began,
      unsent, oldest_unsent, kept)
    values (${actor.tenant}, ${batch.device}, ${actor.id}, ${batch.app}, ${now}, ${now}, ${signedInAt}, ${now},
      ${batch.left?.unsent ?? 0}, ${batch.left?.oldest ?? null}, ${batch.left?.kept ?? 0})
    on conflict (agency_id, id) do update set app = excluded.app, last_contact = excluded.last_contact,
      floor = case when ${continues} then device.floor else device.last_contact - interval '2 minutes' end,
      run_began = case when ${continues} then device.run_began else excluded.run_began end,
      unsent = excluded.unsent, oldest_unsent = excluded.oldest_unsent, kept = excluded.kept
    returning employee_id, last_seq, floor`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('an upsert returned no row');
  if (row.employeeId === actor.id && row.lastSeq < batch.settled) throw new HistoryLost();
  // A device belongs to one person: the copy of a profile in other hands starts a history of its own.
  if (row.employeeId !== actor.id) throw fault('device-forked', { expected: 1 });
  return { employeeId: row.employeeId, lastSeq: row.lastSeq, floor: row.floor };
}

/** Tells repetitions, which are answered from the record, from mutations that are new. */
async function sortOut(
  db: DbOrTransaction,
  batch: Batch,
  device: Device,
  { domain, actor, now }: PushContext,
): Promise<{ outcomes: Outcome[]; fresh: Fresh[] }> {
  const outcomes: Outcome[] = [];
  const fresh: Fresh[] = [];
  if (batch.mutations.length === 0) return { outcomes, fresh };
  const { rows } = await sql<{ id: string; outcome: Outcome }>`
    select id, outcome from mutation_log
    where agency_id = ${actor.tenant} and id = any(${batch.mutations.map(({ id }) => id)}::uuid[])`.execute(db);
  const recorded = new Map(rows.map(({ id, outcome }) => [id, outcome]));
  let expected = device.lastSeq + 1;
  for (const queued of batch.mutations) {
    const outcome = recorded.get(queued.id);
    if (outcome) {
      outcomes.push({ ...outcome, seq: queued.seq });
      expected = Math.max(expected, queued.seq + 1);
    } else if (queued.seq < expected) {
      // The number is taken by another mutation: this is the copy of a device that has gone on elsewhere.
      throw fault('device-forked', { expected });
    } else if (queued.seq > expected) {
      throw fault('sequence-gap', { expected });
    } else {
      fresh.push({ queued, parsed: parse(domain, queued), ...times(queued.at, { device, batch, now }) });
      expected += 1;
    }
  }
  return { outcomes, fresh };
}

function parse(domain: Domain, queued: NumberedMutation): Parsed {
  if (tooLarge(queued.args))
    return { ok: false, refusal: { code: 'malformed', issues: [{ path: '', problem: 'too large' }] } };
  return parseMutation(domain.mutations, queued);
}

const tooLarge = (args: unknown) =>
  deeperThan(LIMITS.depth, args) || JSON.stringify(args ?? null).length > LIMITS.mutation;

/** Looks no deeper than it must: a hostile sender nests deeper than a stack goes. */
function deeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(levels - 1, inner));
}

/** What the device claims, as far as PostgreSQL can keep it, and what counts. */
function times(
  claim: string,
  { device, batch, now }: { device: Device; batch: Batch; now: Date },
): Pick<Fresh, 'claimedAt' | 'countedAt' | 'clock'> {
  const received = now.getTime();
  const offset = batch.clock === null ? null : received - Date.parse(batch.clock);
  const floor = Math.min(device.floor.getTime(), received);
  const { claimed, counted, clock } = boundedTime(claim, { floor, received, offset });
  const sane = claimed >= 0 && claimed < YEAR_10000;
  return { claimedAt: new Date(sane ? claimed : received), countedAt: new Date(counted), clock };
}

/** What the fresh mutations read, and the scopes that must stand still meanwhile. */
function reach(fresh: readonly Fresh[], { domain, actor }: PushContext): { reads: Read[]; scopes: string[] } {
  const reads: Read[] = [];
  const scopes = new Set<string>();
  const reference = domain.referenceScope(actor);
  for (const { parsed } of fresh) {
    if (!parsed.ok) continue;
    for (const scope of parsed.spec.writes(parsed.args, actor)) scopes.add(scope);
    for (const read of parsed.spec.reads(parsed.args, actor)) {
      reads.push(read);
      if (read.scope !== reference) scopes.add(read.scope);
    }
  }
  return { reads, scopes: [...scopes] };
}

/**
 * Locks the scopes in one order for everybody, so that no two transactions wait for each other. `own`, whose log takes
 * what reaches no other scope, is made where it is missing.
 */
async function lockScopes(
  db: DbOrTransaction,
  tenant: string,
  scopes: string[],
  own: string,
): Promise<Map<string, Head>> {
  const lock = () =>
    sql<Head & { id: string }>`
      select id, version, log_lines as lines, log_hash as hash from scope
      where agency_id = ${tenant} and id = any(${[...scopes, own]}::text[])
      order by id for update`.execute(db);
  let { rows } = await lock();
  if (!rows.some(({ id }) => id === own)) {
    await sql`insert into scope (agency_id, id) values (${tenant}, ${own}) on conflict do nothing`.execute(db);
    ({ rows } = await lock());
  }
  return new Map(rows.map(({ id, ...head }) => [id, head]));
}

type MayWrite = (scope: string, on: string) => boolean;

/**
 * Whether the actor may write a scope: by the relations of today, or by those of the date that counts for the mutation,
 * as when a supervisor decided offline and was moved before the device came back.
 */
async function permission(
  db: DbOrTransaction,
  fresh: readonly Fresh[],
  { actor, now, visibleOn }: PushContext,
): Promise<MayWrite> {
  const day = (instant: Date) => plainDate(instant.toISOString(), actor.timeZone);
  const today = await visibleOn(db, day(now));
  const byDate = new Map<string, ReadonlySet<string>>();
  for (const { parsed, countedAt } of fresh) {
    if (!parsed.ok || parsed.spec.office) continue;
    if (parsed.spec.writes(parsed.args, actor).every((scope) => today.has(scope))) continue;
    const date = day(countedAt);
    if (!byDate.has(date)) byDate.set(date, await visibleOn(db, date));
  }
  return (scope, on) => today.has(scope) || byDate.get(on)?.has(scope) === true;
}

interface Deciding {
  rows: RowSet;
  heads: ReadonlyMap<string, Head>;
  mayWrite: MayWrite;
}

/** `scope`: whose log takes the line. */
function decide(
  { queued, parsed, countedAt, clock }: Fresh,
  { rows, heads, mayWrite }: Deciding,
  { domain, actor, failed, now, office = false }: PushContext,
): { scope: string; outcome: Outcome; changes: readonly RowChange[] } {
  const { seq, id } = queued;
  const own = domain.ownScope(actor);
  const refused = (refusal: Refusal, scope = own) => ({
    scope,
    outcome: { seq, id, result: 'refused' as const, refusal },
    changes: [],
  });
  if (!parsed.ok) return refused(parsed.refusal);
  const at = countedAt.toISOString();
  const scopes = parsed.spec.writes(parsed.args, actor);
  const date = plainDate(at, actor.timeZone);
  const allowed = parsed.spec.office ? () => office : (one: string) => mayWrite(one, date);
  if (!scopes.every((one) => allowed(one) && heads.has(one))) return refused({ code: 'forbidden' });
  const [scope = own] = scopes;
  const decision = attempt(
    () =>
      runMutation(parsed.spec, {
        args: parsed.args,
        rows,
        actor,
        at,
        mutationId: id,
        clock,
        received: now.toISOString(),
      }),
    failed,
  );
  if (decision.result === 'refused') return refused(decision.refusal, scope);
  const touched = decision.changes.map((change) => change.scope);
  if (!touched.every((one) => scopes.includes(one))) throw new Error(`${queued.name} wrote outside its scopes`);
  const versions = Object.fromEntries(touched.map((one) => [one, 0]));
  return { scope, outcome: { seq, id, result: decision.result, versions }, changes: decision.changes };
}

/** A rule that breaks refuses its own mutation, with all content kept; those after it go on. */
function attempt(run: () => Decision, failed: PushContext['failed']): Decision {
  try {
    return run();
  } catch (error) {
    failed(error);
    return { result: 'refused', refusal: { code: 'rule-failed' } };
  }
}

function raise(heads: Map<string, Head>, scope: string): void {
  const head = heads.get(scope);
  if (head) heads.set(scope, { ...head, version: head.version + 1 });
}

interface Recording {
  actor: Actor;
  now: Date;
  heads: Map<string, Head>;
}

/** Adds a line for each mutation to the log of its scope, each with the hash of the one before it. */
async function record(
  db: DbOrTransaction,
  batch: Batch,
  { actor, now, heads }: Recording,
  decided: readonly (Fresh & { scope: string; outcome: Outcome })[],
): Promise<void> {
  const lines = decided.map(({ queued, claimedAt, countedAt, clock, scope, outcome }) => {
    const head = heads.get(scope);
    if (!head) throw new Error(`${scope} is not locked`);
    const line: LogLine = {
      ...{ agency: actor.tenant, scope, number: head.lines + 1, device: batch.device, employee: actor.id },
      ...{ importedBy: batch.importedBy ?? null, seq: queued.seq, id: queued.id, name: queued.name.slice(0, 60) },
      ...{ v: queued.v, args: forRecord(queued.args), outcome },
      ...{ claimedAt: claimedAt.toISOString(), countedAt: countedAt.toISOString(), receivedAt: now.toISOString() },
      clock,
    };
    const stored = storable(line);
    const hash = lineHash(head.hash, stored);
    heads.set(scope, { ...head, lines: stored.number, hash });
    return { ...stored, hash };
  });
  await sql`
    insert into mutation_log (agency_id, device_id, employee_id, received_at, imported_by,
      scope_id, number, hash, seq, id, name, v, args, outcome, claimed_at, counted_at, clock)
    select ${actor.tenant}::text, ${batch.device}::uuid, ${actor.id}::text, ${now}::timestamptz,
      ${batch.importedBy ?? null}::text, r.*
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r (
      scope text, number bigint, hash text, seq bigint, id uuid, name text, v double precision, args jsonb,
      outcome jsonb, "claimedAt" timestamptz, "countedAt" timestamptz, clock text)`.execute(db);
}

async function advance(db: DbOrTransaction, tenant: string, heads: ReadonlyMap<string, Head>): Promise<void> {
  const all = [...heads];
  await sql`
    update scope s set version = h.version, log_lines = h.lines, log_hash = h.hash
    from unnest(${all.map(([scope]) => scope)}::text[], ${all.map(([, head]) => head.version)}::bigint[],
      ${all.map(([, head]) => head.lines)}::bigint[], ${all.map(([, head]) => head.hash)}::text[])
      as h (id, version, lines, hash)
    where s.agency_id = ${tenant} and s.id = h.id
      and (s.version, s.log_lines) is distinct from (h.version, h.lines)`.execute(db);
}

/** Arguments for the record; what was refused as too large stays with the device that made it. */
const forRecord = (args: unknown): unknown => (tooLarge(args) ? { tooLarge: true } : (args ?? {}));

/** As PostgreSQL can store it in JSON: what is refused may hold anything, NUL and lone surrogates among it. */
function storable<Value>(value: Value): Value {
  const text = JSON.stringify(value).replace(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/gi, (found) =>
    found === '\\\\' ? found : '\\ufffd',
  );
  return JSON.parse(text);
}

async function settle(db: DbOrTransaction, batch: Batch, device: Device, actor: Actor): Promise<number> {
  const lastSeq = Math.max(device.lastSeq, ...batch.mutations.map(({ seq }) => seq));
  if (lastSeq !== device.lastSeq) {
    await sql`update device set last_seq = ${lastSeq}
      where agency_id = ${actor.tenant} and id = ${batch.device}`.execute(db);
  }
  return lastSeq;
}
