// The connection to PostgreSQL.

import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

export type Db = Kysely<Database>;

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

export function connect(url: string, options: { connections?: number; onSql?: (sql: string) => void } = {}): Db {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 16, types });
  // A connection that breaks is replaced by the pool; the next query tells whether the database is there. One that breaks
  // in the hands of a transaction between two of its queries would otherwise end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: options.onSql ? (event) => options.onSql?.(event.query.sql) : undefined,
  });
}
