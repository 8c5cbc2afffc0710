// First syncs through the route, page by page until nothing waits: of a superior with thirty people and two years of
// entries, and of any employee of an agency of 5,026 people. Each against a bare SELECT of the rows that it brings.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { PROTOCOL, type SyncResponse } from '#shared/sync/protocol.ts';
import { type Figure, median, spread } from './measure.ts';
import { type BenchServer, withServer } from './server.ts';

const NOW = new Date('2026-11-24T02:00:00Z');
const PEOPLE = 5026;
const TEAM = 30;
const ENTRIES = 1000;
const RUNS = 5;
const SUPERIOR = { id: 'ka-upt', nip: '197808152003121012' };
const EMPLOYEE = { id: 'penguji-1', nip: '198812042014021003' };

export const pull = (): Promise<Figure[]> =>
  withServer(NOW, async (server) => {
    await grow(server);
    const figures: Figure[] = [];
    for (const [who, person] of [
      [`a superior with ${TEAM} people and ${ENTRIES} entries of each`, SUPERIOR],
      [`an employee of an agency of ${PEOPLE} people`, EMPLOYEE],
    ] as const) {
      figures.push(await firstSync(server, { who, person }));
    }
    return figures;
  });

async function firstSync(
  { app, db, signIn }: BenchServer,
  { who, person }: { who: string; person: { id: string; nip: string } },
): Promise<Figure> {
  const cookie = await signIn(person.nip);
  const times: { pull: number[]; page: number[]; select: number[] } = { pull: [], page: [], select: [] };
  let [rows, requests] = [0, 0];
  for (let run = -1; run < RUNS; run += 1) {
    const envelope = { protocol: PROTOCOL, app: 'bench', actor: person.id, device: randomUUID(), mutations: [] };
    let known = {};
    [rows, requests] = [0, 0];
    const began = performance.now();
    for (let more = true; more; requests += 1) {
      const asked = performance.now();
      const payload = { ...envelope, known, epoch: null, settled: 0 };
      const response = await app.inject({ method: 'POST', url: '/api/sync', headers: { cookie }, payload });
      const answer = response.json<SyncResponse>();
      if (run >= 0) times.page.push(performance.now() - asked);
      rows += answer.changes.reduce((sum, set) => sum + set.rows.length, 0);
      ({ positions: known, more } = answer);
    }
    const taken = performance.now() - began;
    const scopes = Object.keys(known);
    const selected = performance.now();
    for (const table of ['employee', 'assignment', 'activity']) {
      await sql`select to_jsonb(r) from ${sql.table(table)} r where scope_id = any(${scopes}::text[])`.execute(db);
    }
    if (run >= 0) times.select.push(performance.now() - selected);
    if (run >= 0) times.pull.push(taken);
  }
  const ratio = (median(times.pull) / median(times.select)).toFixed(1);
  const slowest = Math.max(...times.page).toFixed(0);
  return {
    what: `first sync of ${who}, ${rows} rows in ${requests} requests, ms: median (min–max) of ${RUNS}`,
    measured: `${spread(times.pull, 0)}; slowest request ${slowest}`,
    against: `bare SELECT of the rows: ${spread(times.select, 0)}, ratio ${ratio}; goal ≤ 1500`,
    holds: median(times.pull) <= 1500,
  };
}

/** Fills the agency with people, of whom some work for the superior and have logged for two years. */
async function grow({ db }: BenchServer): Promise<void> {
  const copy = (table: string, where: string, changes: string, numbers: string) =>
    sql.raw(`insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(r) || ${changes})).*
      from ${table} r, ${numbers} where ${where}`);
  const people = `generate_series(1, ${PEOPLE - 26}) as n`;
  const own = `r.scope_id = 'w:${EMPLOYEE.id}'`;
  await copy('employee', `r.id = '${EMPLOYEE.id}'`, `jsonb_build_object('id', 'p' || n, 'nip', null)`, people).execute(
    db,
  );
  await copy(
    'assignment',
    `r.employee_id = '${EMPLOYEE.id}'`,
    `jsonb_build_object('id', 'post-p' || n, 'employee_id', 'p' || n,
      'supervisor_id', case when n <= ${TEAM - 4} then '${SUPERIOR.id}' else 'kadis' end)`,
    people,
  ).execute(db);
  const scopes = `generate_series(1, ${TEAM - 4}) as n, unnest(array['p:', 'w:']) as kind`;
  await sql
    .raw(`insert into scope (agency_id, id, version)
    select agency_id, kind || 'p' || n, ${ENTRIES} from scope, ${scopes} where id = 'w:${EMPLOYEE.id}'
    on conflict (agency_id, id) do update set version = excluded.version`)
    .execute(db);
  await copy(
    'activity',
    `${own} and r.id = (select min(id) from activity r where ${own})`,
    `jsonb_build_object('id', gen_random_uuid(), 'scope_id', 'w:p' || p, 'version', n)`,
    `generate_series(1, ${TEAM - 4}) as p, generate_series(1, ${ENTRIES}) as n`,
  ).execute(db);
  await sql`analyze`.execute(db);
}
