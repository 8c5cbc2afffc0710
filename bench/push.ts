// A batch of 200 mutations through the whole route (session, rules, exactly-once record, pull), against a bare multi-row
// INSERT of the same 200 rows, on one durable PostgreSQL, in turn.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { stableId } from '#server/demo/seeding.ts';
import { PROTOCOL, type SyncResponse } from '#shared/sync/protocol.ts';
import { type Figure, median, spread } from './measure.ts';
import { withServer } from './server.ts';

const BATCH = 200;
const RUNS = 30;
const NOW = new Date('2026-11-24T02:00:00Z');

export const push = (): Promise<Figure[]> =>
  withServer(NOW, async ({ app, db, statements, signIn }) => {
    const cookie = await signIn('198812042014021003');
    const ask = async (body: object) => {
      const envelope = { protocol: PROTOCOL, app: 'bench', actor: 'penguji-1', epoch: null, settled: 0, ...body };
      const answer = await app.inject({ method: 'POST', url: '/api/sync', headers: { cookie }, payload: envelope });
      return answer.json<SyncResponse>();
    };

    const times: { push: number[]; insert: number[] } = { push: [], insert: [] };
    let count = 0;
    await sql`create table bare (like activity including all)`.execute(db);
    let { positions: known } = await ask({ device: randomUUID(), mutations: [], known: {} });
    for (let run = -3; run < RUNS; run += 1) {
      const device = randomUUID();
      const mutations = Array.from({ length: BATCH }, (_, index) => logged(index + 1));
      statements.length = 0;
      let began = performance.now();
      const answer = await ask({ device, mutations, known });
      const pushed = performance.now() - began;
      count = statements.length;
      if (answer.outcomes.some(({ result }) => result !== 'applied')) throw new Error('not everything was applied');
      known = answer.positions;
      const ids = mutations.map(({ args }) => args.id);
      const rows = await sql<object>`select to_jsonb(a) as row from activity a where id = any(${ids}::text[])`.execute(
        db,
      );
      const text = JSON.stringify(rows.rows.map((found) => (found as { row: object }).row));
      began = performance.now();
      await sql`insert into bare select * from jsonb_populate_recordset(null::bare, ${text}::jsonb)`.execute(db);
      if (run >= 0) times.insert.push(performance.now() - began);
      if (run >= 0) times.push.push(pushed);
    }
    const ratio = median(times.push) / median(times.insert);
    return [
      { what: `SQL statements for a push of ${BATCH} mutations`, measured: String(count), against: 'a fixed handful' },
      {
        what: `time of that push, ms: median (min–max) of ${RUNS}`,
        measured: spread(times.push),
        against: `bare INSERT of the rows: ${spread(times.insert)}, ratio ${ratio.toFixed(1)}`,
      },
    ];
  });

function logged(seq: number) {
  const args = {
    ...{ id: randomUUID(), resultId: stableId('result', 'penguji-1', 'uji'), date: '2026-11-24' },
    ...{
      title: `Uji emisi dan rem kendaraan niaga nomor ${seq}`,
      description: 'Sesuai jadwal, bersama tim. '.repeat(10),
    },
    ...{ time: { start: '08:00', end: '09:00', minutes: 60 }, output: { quantity: 14, unit: 'kendaraan' } },
  };
  return { seq, id: randomUUID(), name: 'activity.log', v: 1, args, at: NOW.toISOString() };
}
