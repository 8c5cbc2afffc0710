// What a mutation is, and how a list of them is run. The browser runs them at once on its local copy, the server
// runs the very same functions inside a transaction on the true rows.

import * as v from 'valibot';
import { plainDate } from '#shared/time/plain-date.ts';
import { type ClockVerdict, TOLERANCE_MS } from './bounded-time.ts';
import type { Read, RowChange, RowSet } from './row-set.ts';
import type { Json } from './table.ts';

/** Who acts. `tenant` is the agency, `timeZone` decides which plain date an instant falls on. */
export interface Actor {
  id: string;
  tenant: string;
  /** What the account may do beside the work of its person, by the session. */
  roles: readonly string[];
  timeZone: string;
}

/** A typed no. `code` stands in one list (shared/refusals.ts); the rest is what a person needs to act on it. */
export type Refusal = { code: string } & { [detail: string]: Json };

/** `conflict`: took effect where it could; what could not is kept in a row of its own, part of `changes`. */
export type Decision =
  | { result: 'applied' | 'conflict'; changes: RowChange[] }
  | { result: 'refused'; refusal: Refusal };

export interface DecideInput<Args> {
  args: Args;
  rows: RowSet;
  actor: Actor;
  /** The instant that counts for this mutation (bounded by the server), ISO 8601 UTC. */
  now: string;
  /** The plain date of `now` in the actor's time zone. */
  today: string;
  /** The last plain date on which it can have been done: that of its receipt, or of a clock a little ahead of ours. */
  latestDay: string;
  /** How far the device's claim of that instant could be believed; the device itself always believes it. */
  clock: ClockVerdict;
  /** The id of the mutation itself: the seed for ids of rows that a rule makes, so that both sides make the same. */
  mutationId: string;
  /** Set where this does again what was refused before. `now` is its own time all the same: what it inherits, its rule says. */
  again: Again | null;
}

/** A refused mutation that is done again: the content that it had, and the time that counted for it. */
export interface Again {
  args: unknown;
  at: string;
  clock: ClockVerdict;
}

export interface MutationSpec<Args = unknown> {
  /** Version of the argument shape, 1 for the first. A queue may hold older ones: see `upcast`. */
  version: number;
  args: v.GenericSchema<unknown, Args>;
  /** Brings arguments of an older version to the present shape. */
  upcast?: (args: unknown, from: number) => unknown;
  /** Its rule looks at `again`. */
  redoable?: true;
  /** Why somebody may not do it at all, as far as the actor alone tells: asked before anything is read for it, and run. */
  closedTo?: (actor: Actor) => Refusal | null;
  /** Done for the agency by who holds a role: it may write scopes that the actor does not see. Its rule says who may. */
  office?: true;
  /** What hears who does not see the scopes that it writes, where `forbidden` says too little. */
  outside?: Refusal;
  /** The scopes it may write, named by its arguments alone. */
  writes: (args: Args, actor: Actor) => string[];
  /** Every row `decide` looks at. What is not named here is not there when it runs. */
  reads: (args: Args, actor: Actor) => Read[];
  /** Pure: no clock, no random source, no database. */
  decide: (input: DecideInput<Args>) => Decision;
}

/** Keeps the type of the arguments while the list of mutations forgets it. */
export function mutation<Args>(spec: MutationSpec<Args>): MutationSpec<Args> {
  return spec;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of mutations holds many argument types; each spec is checked where it is made
export type Mutations = Record<string, MutationSpec<any>>;

export type ArgsOf<Spec> = Spec extends MutationSpec<infer Args> ? Args : never;

/** A mutation as it is queued and sent. `at` is the device's claim of when the person did it. */
export interface QueuedMutation {
  id: string;
  name: string;
  v: number;
  args: unknown;
  at: string;
  /** The id of the refused mutation of the same name that this one does again: it keeps the time of that one. */
  redoes?: string;
}

export type Parsed = { ok: true; spec: MutationSpec<unknown>; args: unknown } | { ok: false; refusal: Refusal };

/**
 * Checks name, version and shape; a refusal here means the sender is broken or hostile, or older or newer than we. What
 * breaks on the way, an upcast or a transformation, was not of that shape either.
 */
export function parseMutation(mutations: Mutations, queued: Pick<QueuedMutation, 'name' | 'v' | 'args'>): Parsed {
  const spec = Object.hasOwn(mutations, queued.name) ? mutations[queued.name] : undefined;
  if (!spec) return { ok: false, refusal: { code: 'unknown-mutation', name: queued.name.slice(0, 60) } };
  if (queued.v > spec.version) return { ok: false, refusal: { code: 'newer-mutation', name: queued.name } };
  try {
    const raw = queued.v < spec.version && spec.upcast ? spec.upcast(queued.args, queued.v) : queued.args;
    const parsed = v.safeParse(spec.args, raw);
    if (parsed.success) return { ok: true, spec, args: parsed.output };
    const issues = parsed.issues.slice(0, 20).map((issue) => ({
      path: v.getDotPath(issue) ?? '',
      problem: issue.type === 'custom' || issue.type === 'check' ? issue.message : issue.type,
    }));
    return { ok: false, refusal: { code: 'malformed', issues } };
  } catch {
    return { ok: false, refusal: { code: 'malformed', issues: [{ path: '', problem: 'of no shape that is known' }] } };
  }
}

/** A mistake of ours: it costs the mutation that met it, kept with all its content, and none of those beside it. */
export const RULE_FAILED: Refusal = { code: 'rule-failed' };

/** The scopes that a mutation may write; null where its rule broke, as `failed` hears. */
export function writesOf(
  { spec, args }: Extract<Parsed, { ok: true }>,
  actor: Actor,
  failed: Failed,
): readonly string[] | null {
  return guarded(() => spec.writes(args, actor), failed);
}

/** The rows that a mutation reads; null where its rule broke, as `failed` hears. */
export function readsOf(
  { spec, args }: Extract<Parsed, { ok: true }>,
  actor: Actor,
  failed: Failed,
): readonly Read[] | null {
  return guarded(() => spec.reads(args, actor), failed);
}

/** Hears of a rule that broke. */
export type Failed = (error: unknown) => void;

function guarded<Result>(work: () => Result, failed: Failed): Result | null {
  try {
    return work();
  } catch (error) {
    failed(error);
    return null;
  }
}

/**
 * Runs one mutation on the rows; what it changes is in the rows when the next one runs. A rule that breaks, or that
 * writes a scope which it did not name, refuses its own mutation and leaves the rows as they were.
 */
export function runMutation(
  spec: MutationSpec<unknown>,
  input: {
    args: unknown;
    rows: RowSet;
    actor: Actor;
    at: string;
    mutationId: string;
    failed: Failed;
    clock?: ClockVerdict;
    received?: string;
    again?: Again | null;
  },
): Decision {
  const { args, rows, actor, at, mutationId, failed, clock = 'trusted', received = at, again = null } = input;
  const decision = guarded((): Decision => {
    const closed = spec.closedTo?.(actor);
    if (closed) return { result: 'refused', refusal: closed };
    const latest = new Date(Date.parse(received) + TOLERANCE_MS).toISOString();
    const [today, latestDay] = [plainDate(at, actor.timeZone), plainDate(latest, actor.timeZone)];
    const decided = spec.decide({ args, rows, actor, now: at, today, latestDay, mutationId, clock, again });
    if (decided.result === 'refused') return decided;
    const scopes = spec.writes(args, actor);
    const outside = decided.changes.find(({ scope }) => !scopes.includes(scope));
    if (outside) throw new Error(`a rule wrote ${outside.table} in ${outside.scope}, which it did not name`);
    return decided;
  }, failed);
  if (decision === null) return { result: 'refused', refusal: RULE_FAILED };
  if (decision.result !== 'refused') rows.apply(decision.changes);
  return decision;
}
