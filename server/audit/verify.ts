// Recomputes the chains of the audit log and compares them with what is stored.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { isoInstant } from '#server/db/rows.ts';
import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
import { type LogLine, lineHash } from './chain.ts';

const PAGE = 1000;

/** The heads of an earlier verification whose line is not there any more as it was: the chain was written anew. */
export async function changedSince(db: Db, earlier: Verified['heads']): Promise<Verified['heads']> {
  const changed: Verified['heads'] = [];
  for (const head of earlier.filter(({ lines }) => lines > 0)) {
    const line = await db
      .selectFrom('mutationLog')
      .select('hash')
      .where('agencyId', '=', head.agency)
      .where('scopeId', '=', head.scope)
      .where('number', '=', head.lines)
      .executeTakeFirst();
    if (line?.hash !== head.hash) changed.push(head);
  }
  return changed;
}

export interface Broken {
  agency: string;
  scope: string;
  /** The first line that is not as it was written, or missing. */
  line: number;
}

export interface Verified {
  lines: number;
  broken: Broken[];
  /** The last line of every chain: kept outside the database, it shows a later rewriting of a whole chain. */
  heads: { agency: string; scope: string; lines: number; hash: string }[];
}

export async function verifyChains(db: Db, { agency: only }: { agency?: string } = {}): Promise<Verified> {
  // One snapshot: what is written meanwhile belongs to the next verification.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const { rows: heads } = await sql<Verified['heads'][number]>`
        select agency_id as agency, id as scope, log_lines as lines, log_hash as hash from scope
        where ${only ?? null}::text is null or agency_id = ${only ?? null}
        union all
        select agency_id, scope_id, 0, '' from mutation_log l where scope_id is not null
          and (${only ?? null}::text is null or agency_id = ${only ?? null})
          and not exists (select from scope s where s.agency_id = l.agency_id and s.id = l.scope_id)
        group by 1, 2
        order by 1, 2`.execute(snapshot);
      const verified: Verified = { lines: 0, broken: [], heads };
      for (const { agency, scope, lines, hash } of heads) {
        let previous = { number: 0, hash: '' };
        let bad: number | null = null;
        for (;;) {
          const { rows } = await sql<LogLine & { hash: string; clock: ClockVerdict | null; redoes: string | null }>`
            select agency_id as agency, scope_id as scope, number, device_id as device, employee_id as employee,
              imported_by, seq, id, name, v, args, outcome, clock, redoes, hash,
              ${isoInstant(sql`claimed_at`)} as claimed_at, ${isoInstant(sql`counted_at`)} as counted_at,
              ${isoInstant(sql`received_at`)} as received_at
            from mutation_log
            where agency_id = ${agency} and scope_id = ${scope} and number > ${previous.number}
            order by number limit ${PAGE}`.execute(snapshot);
          for (const { hash: stored, clock, redoes, ...rest } of rows) {
            const line: LogLine = { ...rest, ...(clock && { clock }), ...(redoes && { redoes }) };
            const right = line.number === previous.number + 1 && lineHash(previous.hash, line) === stored;
            if (!right) bad ??= previous.number + 1;
            previous = { number: line.number, hash: stored };
          }
          verified.lines += rows.length;
          if (rows.length < PAGE) break;
        }
        if (previous.number !== lines || previous.hash !== hash) bad ??= Math.min(previous.number, lines) + 1;
        if (bad !== null) verified.broken.push({ agency, scope, line: bad });
      }
      return verified;
    });
}
