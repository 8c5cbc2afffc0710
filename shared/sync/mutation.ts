// What a mutation is, and how a list of them is run. The browser runs them at once on its local copy, the server
// runs the very same functions inside a transaction on the true rows.

import * as v from 'valibot';
import type { ClockVerdict } from './bounded-time.ts';
import { plainDate } from './plain-date.ts';
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
  /** The last plain date on which it can have been done: that of its receipt. */
  latestDay: string;
  /** How far the device's claim of that instant could be believed; the device itself always believes it. */
  clock: ClockVerdict;
  /** The id of the mutation itself: the seed for ids of rows that a rule makes, so that both sides make the same. */
  mutationId: string;
}

export interface MutationSpec<Args = unknown> {
  /** Version of the argument shape, 1 for the first. A queue may hold older ones: see `upcast`. */
  version: number;
  args: v.GenericSchema<unknown, Args>;
  /** Brings arguments of an older version to the present shape. */
  upcast?: (args: unknown, from: number) => unknown;
  /** Done for the agency by who holds a role: it may write scopes that the actor does not see. Its rule says who may. */
  office?: true;
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
}

export type Parsed = { ok: true; spec: MutationSpec<unknown>; args: unknown } | { ok: false; refusal: Refusal };

/** Checks name, version and shape; a refusal here means the sender is broken or hostile, or older or newer than we. */
export function parseMutation(mutations: Mutations, queued: Pick<QueuedMutation, 'name' | 'v' | 'args'>): Parsed {
  const spec = Object.hasOwn(mutations, queued.name) ? mutations[queued.name] : undefined;
  if (!spec) return { ok: false, refusal: { code: 'unknown-mutation', name: queued.name } };
  if (queued.v > spec.version) return { ok: false, refusal: { code: 'newer-mutation', name: queued.name } };
  const raw = queued.v < spec.version && spec.upcast ? spec.upcast(queued.args, queued.v) : queued.args;
  const parsed = v.safeParse(spec.args, raw);
  if (parsed.success) return { ok: true, spec, args: parsed.output };
  const issues = parsed.issues.slice(0, 20).map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    problem: issue.type === 'custom' || issue.type === 'check' ? issue.message : issue.type,
  }));
  return { ok: false, refusal: { code: 'malformed', issues } };
}

/** Runs one mutation on the rows; what it changes is in the rows when the next one runs. */
export function runMutation(
  spec: MutationSpec<unknown>,
  input: {
    args: unknown;
    rows: RowSet;
    actor: Actor;
    at: string;
    mutationId: string;
    clock?: ClockVerdict;
    received?: string;
  },
): Decision {
  const { args, rows, actor, at, mutationId, clock = 'trusted', received = at } = input;
  const today = plainDate(at, actor.timeZone);
  const decision = spec.decide({
    args,
    rows,
    actor,
    now: at,
    today,
    latestDay: plainDate(received, actor.timeZone),
    mutationId,
    clock,
  });
  if (decision.result !== 'refused') rows.apply(decision.changes);
  return decision;
}
