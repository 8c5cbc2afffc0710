// The connection to PostgreSQL. Every wait has an end: for a connection, for a lock, for a statement, for an answer over a
// wire that died without a word.

import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

export type Db = Kysely<Database>;

/** Milliseconds that a statement may take where nobody says otherwise. */
export const DATABASE_TIMEOUT = 30_000;

const INT8 = 20;
const DATE = 1082;

/** Versions and counters stay below 2^53; plain dates stay plain. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number;
    if (oid === DATE) return (value: string) => value;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/**
 * How long to wait, measured by `timeout`. PostgreSQL ends a statement by itself; what it cannot end, because the wire
 * between is dead, ends here a little later. A transaction may think between two statements for twice as long: drawing up
 * the payroll of a large agency does. Then PostgreSQL gives its locks back, whether or not the process still lives.
 */
export function waits(timeout: number): pg.ClientConfig {
  return {
    statement_timeout: timeout,
    query_timeout: Math.round(timeout * 1.2),
    lock_timeout: Math.round(timeout / 3),
    idle_in_transaction_session_timeout: timeout * 2,
    connectionTimeoutMillis: Math.round(timeout / 3),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

export interface ConnectOptions {
  connections?: number;
  /** Milliseconds that a statement may take; null: as long as it takes, for what is done once at the start. */
  timeout?: number | null;
  onSql?: (sql: string) => void;
}

export function connect(url: string, options: ConnectOptions = {}): Db {
  const { connections = 16, timeout = DATABASE_TIMEOUT, onSql } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    // Compiling a statement to machine code takes longer than any of ours runs.
    options: '-c jit=off',
    ...(timeout !== null && waits(timeout)),
  });
  // A connection that breaks is replaced by the pool; the next query tells whether the database is there. One that breaks
  // in the hands of a transaction between two of its queries would otherwise end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: withoutDeadWires(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: onSql ? (event) => onSql(event.query.sql) : undefined,
  });
}

/** pg gives up waiting for an answer, and would then lend the same dead connection to the next who asks. */
function withoutDeadWires(pool: pg.Pool): PostgresPool {
  const names = new StatementNames();
  return {
    async connect() {
      const client = await pool.connect();
      let dead: Error | null = null;
      const query = async (text: string, values: unknown[]) => {
        // A transaction is rolled back by losing its connection.
        if (dead) throw dead;
        try {
          const name = values.length > 0 ? names.nameOf(text) : undefined;
          return await client.query(name === undefined ? { text, values } : { name, text, values });
        } catch (error) {
          if (error instanceof Error && (error.message === NO_ANSWER || isOutdatedPlan(error))) dead = error;
          throw error;
        }
      };
      const release = (destroy?: boolean) => client.release(destroy || dead !== null);
      // Without the form for cursors, which nothing here uses.
      return { query, release } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

/** The message of pg when `query_timeout` has passed. */
const NO_ANSWER = 'Query read timeout';

/**
 * A statement with a name is read and planned once a connection, and afterwards only run. So many have one: each is kept by
 * every connection, and texts that differ with what they are asked for would be without end.
 */
const MOST_NAMED = 200;
/** A text is worth a name when it comes again. */
const MOST_REMEMBERED = 2000;

class StatementNames {
  #names = new Map<string, string>();
  #seenOnce = new Set<string>();

  /** Undefined for a text that has none. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= MOST_NAMED) return name;
    if (!this.#seenOnce.delete(text)) {
      if (this.#seenOnce.size >= MOST_REMEMBERED) this.#seenOnce.clear();
      this.#seenOnce.add(text);
      return undefined;
    }
    const given = `k${this.#names.size + 1}`;
    this.#names.set(text, given);
    return given;
  }
}

/** PostgreSQL's code and words where a table has changed under a statement with a name: a new connection reads it anew. */
const isOutdatedPlan = (error: Error): boolean =>
  'code' in error && error.code === '0A000' && error.message.includes('cached plan');
