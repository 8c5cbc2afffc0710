// A database of its own on the test PostgreSQL, with nothing in it.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { connect, type Db } from '#server/db/database.ts';

export async function emptyDatabase(): Promise<{ db: Db; drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const root = connect(inject('postgres'), { connections: 1 });
  await sql.raw(`create database ${name}`).execute(root);
  const db = connect(Object.assign(new URL(inject('postgres')), { pathname: `/${name}` }).href, { connections: 2 });
  const drop = async () => {
    await db.destroy();
    await sql.raw(`drop database ${name} with (force)`).execute(root);
    await root.destroy();
  };
  return { db, drop };
}
