// Guessing a password is slowed down, and nobody can lock anybody out by it (docs/decisions/0013-guessing.md). Failures
// are counted in PostgreSQL, so that no restart forgets them and all processes share them. Every attempt is counted as a
// failure before the password is looked at, so that many at once are no way around it; success takes that back.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { fault } from '#server/http/problem.ts';

/** `after` so many failures the next attempt waits `first` seconds, then twice as long, ... up to `longest`. */
interface Rule {
  after: number;
  first: number;
  longest: number;
  /** Seconds without a failure after which all are forgotten. */
  forgotten: number;
}

const DAY = 86_400;

const RULES = {
  /** One account from one place, or from one browser that the person has used before. */
  pair: { after: 5, first: 1, longest: 900, forgotten: DAY },
  /** One account from everywhere but its own browsers: a slow drip, and no lock. */
  account: { after: 50, first: 1, longest: 60, forgotten: DAY },
  /** One place, all accounts: an office of hundreds shares an address. */
  place: { after: 100, first: 1, longest: 30, forgotten: 3600 },
  /** One document from anywhere: the digits that open it are few, and waiting harms nobody's work. */
  document: { after: 3, first: 60, longest: DAY, forgotten: 7 * DAY },
} satisfies Record<string, Rule>;

export type Attempt =
  | {
      /** As digits. */
      nip: string;
      /** server/auth/network.ts. */
      network: string;
      /** The browser, where this person has signed in with it before. */
      browser: string | null;
    }
  | { document: string };

function keysOf(attempt: Attempt): [key: string, rule: Rule][] {
  if ('document' in attempt) return [[`document ${attempt.document}`, RULES.document]];
  const { nip, network, browser } = attempt;
  if (browser !== null) return [[`browser ${nip} ${browser}`, RULES.pair]];
  return [
    [`account ${nip}`, RULES.account],
    [`pair ${nip} ${network}`, RULES.pair],
    [`place ${network}`, RULES.place],
  ];
}

/** Counts an attempt, or refuses it with the time to wait. */
export async function countAttempt(db: Db, attempt: Attempt, now: Date): Promise<void> {
  const keys = keysOf(attempt);
  const names = keys.map(([key]) => key);
  await sql`delete from guess where at < ${new Date(now.getTime() - 7 * DAY * 1000)}`.execute(db);
  await db.transaction().execute(async (tx) => {
    await sql`insert into guess (key, failures, at) select key, 0, ${now} from unnest(${names}::text[]) key
      on conflict do nothing`.execute(tx);
    const { rows } = await sql<{ key: string; failures: number; at: Date }>`
      select key, failures, at from guess where key = any(${names}::text[]) order by key for update`.execute(tx);
    const counted = rows.map((row) => {
      const rule = keys.find(([key]) => key === row.key)?.[1] ?? RULES.pair;
      const since = (now.getTime() - row.at.getTime()) / 1000;
      const failures = since > rule.forgotten ? 0 : row.failures;
      return { key: row.key, failures, wait: delayAfter(failures, rule) - since };
    });
    const wait = Math.max(...counted.map((row) => row.wait));
    if (wait > 0) throw fault('too-many-requests', {}, Math.ceil(wait));
    await sql`update guess g set failures = c.failures + 1, at = ${now}
      from unnest(${counted.map(({ key }) => key)}::text[], ${counted.map(({ failures }) => failures)}::integer[])
        as c (key, failures) where g.key = c.key`.execute(tx);
  });
}

/** The password was right: it was no guess. What is the attacker's in the same counts stays. */
export async function uncountAttempt(db: Db, attempt: Attempt): Promise<void> {
  const names = keysOf(attempt).map(([key]) => key);
  await sql`update guess set failures = case when key like 'account %' or key like 'place %'
    then greatest(0, failures - 1) else 0 end where key = any(${names}::text[])`.execute(db);
}

/** Seconds. */
function delayAfter(failures: number, { after, first, longest }: Rule): number {
  return failures < after ? 0 : Math.min(longest, first * 2 ** Math.min(20, failures - after));
}
