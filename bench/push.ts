// A batch of 200 mutations through the whole route (session, rules, exactly-once record, pull), against a bare multi-row
// INSERT of the same 200 rows, on one durable PostgreSQL, in turn.

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { PROTOCOL, type SyncResponse } from '#shared/protocol.ts';
import { createApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { connect } from '../server/db/database.ts';
import { DEMO_PASSWORD } from '../server/db/demo/agency.ts';
import { seedDemo } from '../server/db/demo/seed.ts';
import { stableId } from '../server/db/demo/seeding.ts';
import { startEmbedded } from '../server/db/embedded.ts';
import { migrate } from '../server/db/migrate.ts';
import { fileStorage } from '../server/files/storage.ts';
import { Pokes } from '../server/sync/pokes.ts';
import { temporaryDataDir } from '../server/testing/data-dir.ts';
import { type Figure, median, spread } from './measure.ts';

const BATCH = 200;
const RUNS = 30;
const NOW = new Date('2026-11-24T02:00:00Z');

export async function push(): Promise<Figure[]> {
  const dataDir = await temporaryDataDir('kerjaku-bench-');
  const postgres = await startEmbedded(dataDir);
  const statements: string[] = [];
  const db = connect(postgres.url, { onSql: (text) => statements.push(text) });
  await migrate(db);
  await seedDemo(db, NOW);
  const pokes = new Pokes(db, postgres.url);
  const files = fileStorage({ kind: 'folder', folder: join(dataDir, 'files') });
  const config = { ...readConfig({ LOG_LEVEL: 'silent' }), clientDir: null };
  const app = await createApp({ config, db, pokes, clock: () => NOW, random: Math.random, files });
  try {
    const payload = { nip: '198812042014021003', password: DEMO_PASSWORD };
    const session = await app.inject({ method: 'POST', url: '/api/session', payload });
    const cookie = `${session.cookies[0]?.name}=${session.cookies[0]?.value}`;
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
  } finally {
    await app.close();
    await db.destroy();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

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
