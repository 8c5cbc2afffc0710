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

it('a statement that is planned once is read anew where its table has changed', async () => {
  const own = connect(inject('postgres'), { connections: 1 });
  try {
    await sql`create table planned (id integer)`.execute(own);
    await sql`insert into planned values (1)`.execute(own);
    const ask = () => sql`select * from planned where id = ${1}`.execute(own);
    for (let time = 0; time < 4; time += 1) expect((await ask()).rows).toEqual([{ id: 1 }]);
    const named = await sql<{ count: number }>`
      select count(*)::integer as count from pg_prepared_statements where statement like '%from planned%'`.execute(own);
    expect(named.rows).toEqual([{ count: 1 }]);
    await sql`alter table planned add column name text default 'a'`.execute(own);
    // Once it fails, as whatever the connection was doing must begin anew; then it answers in the new shape.
    await expect(ask()).rejects.toThrow('cached plan');
    expect((await ask()).rows).toEqual([{ id: 1, name: 'a' }]);
  } finally {
    await sql`drop table if exists planned`.execute(own);
    await own.destroy();
  }
});
