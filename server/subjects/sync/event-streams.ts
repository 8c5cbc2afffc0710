// The streams of pokes that hang on this process: few of one session and of one person, and none that outlives its session.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { fault } from '#server/http/problem.ts';

/** More than a browser opens to one address over HTTP/1.1. */
const OF_A_SESSION = 6;
const OF_A_PERSON = 24;
/** Seconds; the device asks by itself meanwhile. */
const COME_BACK = 60;
export const SWEEP_MS = 60_000;

export interface OpenStream {
  session: string;
  person: string;
  close: () => void;
}

export class EventStreams {
  #open = new Set<OpenStream>();

  /** Takes a place at once, before anything is waited for; refuses one too many. Answers how to give it back. */
  take(stream: OpenStream): () => void {
    const { session, person } = stream;
    const count = (holds: (open: OpenStream) => boolean) => [...this.#open].filter(holds).length;
    const ofSession = count((open) => open.session === session);
    if (ofSession >= OF_A_SESSION || count((open) => open.person === person) >= OF_A_PERSON) {
      throw fault('too-many-requests', { detail: 'too many event streams of one person' }, COME_BACK);
    }
    this.#open.add(stream);
    return () => this.#open.delete(stream);
  }

  /** Ends the streams whose session has expired, or ended while nobody could tell. One statement for all. */
  async sweep(db: Db, now: Date): Promise<void> {
    const sessions = [...new Set([...this.#open].map(({ session }) => session))];
    if (sessions.length === 0) return;
    const { rows } = await sql<{ session: string }>`
      select encode(token_hash, 'hex') as session from session
      where token_hash = any(select decode(s, 'hex') from unnest(${sessions}::text[]) s) and expires_at > ${now}`.execute(
      db,
    );
    const valid = new Set(rows.map(({ session }) => session));
    for (const stream of this.#open) if (!valid.has(stream.session)) stream.close();
  }
}
