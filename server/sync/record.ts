// The log of each scope takes a line for every mutation, each with the hash of the one before it (server/audit): what
// makes a repetition harmless, and what anybody can verify afterwards.

import { sql } from 'kysely';
import { type Head, type LogLine, lineHash } from '#server/audit/chain.ts';
import { keptOfRefused } from '#server/audit/refused.ts';
import type { DbOrTransaction } from '#server/db/rows.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import type { Batch } from './batch.ts';
import { type Fresh, isTooLarge } from './sort-out.ts';

/** What became of a mutation, and whose log takes the line. */
export type Decided = Fresh & { scope: string; outcome: Outcome };

interface Recording {
  actor: Actor;
  now: Date;
  office: boolean;
  /** Of the locked scopes; moved on by the lines that are added. */
  heads: Map<string, Head & { stamp: string }>;
}

export async function record(
  db: DbOrTransaction,
  batch: Pick<Batch, 'device' | 'importedBy'>,
  { actor, now, office, heads }: Recording,
  decided: readonly Decided[],
): Promise<void> {
  const refused = decided.filter(({ outcome }) => outcome.result === 'refused').map(({ queued }) => queued);
  const quota = { tenant: actor.tenant, employeeId: actor.id, day: plainDate(now.toISOString(), actor.timeZone) };
  const kept = await keptOfRefused(
    db,
    quota,
    refused.map(({ args }) => forRecord(args, { office })),
  );
  const argsOf = new Map(refused.map(({ id }, index) => [id, kept[index]]));
  const lines = decided.map(({ queued, digest, claimedAt, countedAt, clock, scope, outcome }) => {
    const head = heads.get(scope);
    if (!head) throw new Error(`${scope} is not locked`);
    const line: LogLine = {
      ...{ agency: actor.tenant, scope, number: head.lines + 1, device: batch.device, employee: actor.id },
      ...{ importedBy: batch.importedBy ?? null, seq: queued.seq, id: queued.id, name: queued.name.slice(0, 60) },
      // No version that the sender made up is a number at all.
      ...{
        v: Number.isFinite(queued.v) ? queued.v : 0,
        args: argsOf.get(queued.id) ?? forRecord(queued.args, { office }),
        outcome,
      },
      ...{ claimedAt: claimedAt.toISOString(), countedAt: countedAt.toISOString(), receivedAt: now.toISOString() },
      clock,
      ...(queued.redoes !== undefined && { redoes: queued.redoes }),
    };
    const stored = storable(line);
    const hash = lineHash(head.hash, stored);
    heads.set(scope, { ...head, lines: stored.number, hash });
    return { ...stored, hash, digest };
  });
  await sql`
    insert into mutation_log (agency_id, device_id, employee_id, received_at, imported_by,
      scope_id, number, hash, seq, id, name, v, args, outcome, claimed_at, counted_at, clock, digest, redoes)
    select ${actor.tenant}::text, ${batch.device}::uuid, ${actor.id}::text, ${now}::timestamptz,
      ${batch.importedBy ?? null}::text, r.*
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r (
      scope text, number bigint, hash text, seq bigint, id uuid, name text, v double precision, args jsonb,
      outcome jsonb, "claimedAt" timestamptz, "countedAt" timestamptz, clock text, digest text, redoes uuid)`.execute(
    db,
  );
}

/** Arguments for the record; what was refused as too large stays with the device that made it. */
const forRecord = (args: unknown, limits: { office: boolean }): unknown =>
  isTooLarge(args, limits) ? { tooLarge: true } : (args ?? {});

/** As PostgreSQL can store it in JSON: what is refused may hold anything, NUL and lone surrogates among it. */
function storable<Value>(value: Value): Value {
  const text = JSON.stringify(value).replace(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/gi, (found) =>
    found === '\\\\' ? found : '\\ufffd',
  );
  return JSON.parse(text);
}
