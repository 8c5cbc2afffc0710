// Tells devices that something moved, so that they ask. Processes tell each other through PostgreSQL LISTEN/NOTIFY.
// A poke may be lost: devices also ask by themselves from time to time. It carries no data.
//
// Scopes are gathered for a moment before they are announced: NOTIFY holds a lock of the whole database at commit,
// so one for each transaction would line up all writers.

import { sql } from 'kysely';
import pg from 'pg';
import { DATABASE_TIMEOUT, type Db, waits } from '#server/db/database.ts';
import type { Poke } from '#shared/sync/pokes.ts';

const CHANNEL = 'kerjaku_poke';
const GATHER_MS = 50;
/** NOTIFY carries at most 8000 bytes. */
const SCOPES_A_NOTIFY = 100;
/** Devices that hear the same poke ask one after the other, so many milliseconds apart, but none waits longer than this. */
const APART_MS = 20;
const LONGEST_SPREAD_MS = 90_000;

export interface Listener {
  tenant: string;
  scopes: ReadonlySet<string>;
  /** Whose stream it is, see server/auth/routes.ts. */
  session: string;
  /** `spread`: milliseconds over which all who hear it should spread their asking. */
  poke: (what: Poke, spread: number) => void;
  /** The server stops, or the session has ended. */
  close: () => void;
}

/** Milliseconds. A wire that died without a word is noticed at the next ping. */
const PING_MS = 15_000;
const AGAIN_MS = 1000;

export class Pokes {
  #db: Db;
  #url: string;
  #timeout: number;
  #pingMs: number;
  #listeners = new Set<Listener>();
  #waiting = new Map<string, Set<string>>();
  #timer: NodeJS.Timeout | undefined;
  #client: pg.Client | undefined;
  #closed = false;

  /** `timeout`, `pingMs`: milliseconds, of any wait for the database and between two looks whether the wire is alive. */
  constructor(db: Db, url: string, { timeout = DATABASE_TIMEOUT, pingMs = PING_MS } = {}) {
    this.#db = db;
    this.#url = url;
    this.#timeout = timeout;
    this.#pingMs = pingMs;
  }

  /** Listens until `close`; a connection that breaks or falls silent is made anew. */
  async open(): Promise<void> {
    // An answer to LISTEN or to a ping takes no work, so it is not waited for as long as for a statement.
    const soon = { query_timeout: Math.min(this.#timeout, this.#pingMs) };
    const client = new pg.Client({ connectionString: this.#url, ...waits(this.#timeout), ...soon });
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      clearInterval(pinging);
      client.end().catch(() => undefined);
      if (!this.#closed) setTimeout(() => void this.#openAgain(), AGAIN_MS).unref();
    };
    const pinging = setInterval(() => void client.query('select').catch(lose), this.#pingMs).unref();
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => payload && this.#deliver(JSON.parse(payload)));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      lose();
      throw error;
    }
    this.#client = client;
  }

  async #openAgain(): Promise<void> {
    if (this.#closed) return;
    await this.open().then(
      // Nobody knows what was said meanwhile.
      () => {
        for (const { poke } of this.#listeners) poke('changed', spreadOver(this.#listeners.size));
      },
      () => undefined,
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.close();
    await this.#client?.end();
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    listener.poke('here', spreadOver(this.#listeners.size));
    return () => this.#listeners.delete(listener);
  }

  moved(tenant: string, scopes: readonly string[]): void {
    if (scopes.length === 0) return;
    const waiting = this.#waiting.get(tenant) ?? new Set();
    for (const scope of scopes) waiting.add(scope);
    this.#waiting.set(tenant, waiting);
    this.#timer ??= setTimeout(() => this.#announce(), GATHER_MS);
  }

  maintenanceMoved(tenant: string): Promise<void> {
    return this.#notify({ tenant, what: 'maintenance' });
  }

  /** The streams of a session that was signed out end, whichever process they hang on. */
  sessionEnded(tenant: string, session: string): Promise<void> {
    return this.#notify({ tenant, what: 'ended', session });
  }

  async #announce(): Promise<void> {
    this.#timer = undefined;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [tenant, scopes] of waiting) {
      const all = [...scopes];
      for (let at = 0; at < all.length; at += SCOPES_A_NOTIFY) {
        await this.#notify({ tenant, what: 'changed', scopes: all.slice(at, at + SCOPES_A_NOTIFY) });
      }
    }
  }

  async #notify(message: Message): Promise<void> {
    // A lost poke only delays: the devices ask by themselves.
    await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(message)})`.execute(this.#db).catch(() => undefined);
  }

  #deliver({ tenant, what, scopes, session }: Message): void {
    if (what === 'ended') {
      for (const listener of this.#listeners) if (listener.session === session) listener.close();
      return;
    }
    const heard = [...this.#listeners].filter(
      (listener) =>
        listener.tenant === tenant && (what === 'maintenance' || scopes?.some((scope) => listener.scopes.has(scope))),
    );
    for (const listener of heard) listener.poke(what, spreadOver(heard.length));
  }
}

const spreadOver = (devices: number) => Math.min(LONGEST_SPREAD_MS, devices * APART_MS);

interface Message {
  tenant: string;
  what: Poke | 'ended';
  scopes?: string[];
  session?: string;
}
