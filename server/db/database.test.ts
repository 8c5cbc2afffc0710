import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, inject, it } from 'vitest';
import { connect } from './database.ts';

const db = connect(inject('postgres'), { connections: 2 });
const administrator = connect(inject('postgres'), { connections: 1 });
afterAll(async () => {
  await db.destroy();
  await administrator.destroy();
});

it('a connection that PostgreSQL ends in the middle of a transaction fails its work, not the process', async () => {
  const work = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(administrator);
    // Between two queries nobody waits for the connection: its end is heard by the process alone.
    await sleep(100);
    await sql`select 1`.execute(tx);
  });
  await expect(work).rejects.toThrow();
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
});
