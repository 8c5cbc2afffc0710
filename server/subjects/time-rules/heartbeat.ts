// The server notes in the database that it is there. From a gap it finds, when it is back, that people could not reach
// it: whatever the reason was, process or database. Any server process that works on the database beats.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import type { Pokes } from '#server/sync/pokes.ts';
import { enter, THE_SERVER } from './ledger.ts';

export const BEAT_MS = 30_000;
/** A shorter gap is a restart that nobody notices. */
const GAP_MS = 180_000;

/** By so much the clocks of two servers may differ; a beat from further ahead was of a clock that has been set since. */
const SKEW_MS = 600_000;

/** One beat. Answers the gap before it, if there was one. */
export async function beat(db: Db, pokes: Pick<Pokes, 'moved'>, now: Date): Promise<{ from: Date } | null> {
  const found = await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ at: Date }>`select at from heartbeat for update`.execute(tx);
    const last = rows[0]?.at ?? null;
    await sql`insert into heartbeat (at) values (${now})
      on conflict (id) do update set at = case
        when heartbeat.at > ${new Date(now.getTime() + SKEW_MS)} then excluded.at
        else greatest(heartbeat.at, excluded.at) end`.execute(tx);
    if (!last || now.getTime() - last.getTime() <= GAP_MS) return null;
    const agencies = await tx.selectFrom('agency').select(['id', 'timeZone']).execute();
    const span = { startsAt: last.toISOString(), endsAt: now.toISOString() };
    for (const agency of agencies) {
      const call = { name: 'outage.find' as const, args: { id: randomUUID(), ...span } };
      await enter(tx, { agency, by: THE_SERVER, call, now });
    }
    return { from: last, agencies };
  });
  for (const { id } of found?.agencies ?? []) await pokes.moved(id, [`a:${id}`]);
  return found && { from: found.from };
}

/** Beats from now on. Answers how to stop it. */
export function keepBeating(db: Db, pokes: Pick<Pokes, 'moved'>, clock: () => Date): () => void {
  // A beat that fails is the gap itself: the next one that succeeds finds it.
  const once = () => void beat(db, pokes, clock()).catch(() => undefined);
  once();
  const timer = setInterval(once, BEAT_MS);
  return () => clearInterval(timer);
}
