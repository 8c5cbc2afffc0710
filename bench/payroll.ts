// The month of a large agency: a thousand employees with 22 days of work and attendance. Its payroll is opened and drawn
// up through the routes, against a bare SELECT of the rows it is made of, on one PostgreSQL, in turn.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { OfficeResponse } from '#shared/acts/api.ts';
import type { PayrollSheet } from '#shared/allowance/api.ts';
import { type Figure, median, spread } from './measure.ts';
import { type BenchServer, withServer } from './server.ts';

const NOW = new Date('2026-11-24T02:00:00Z');
const MONTH = '2026-10';
const PEOPLE = 1000;
const RUNS = 7;
const TREASURER = '198704042010012015';
/** Whose month everybody is given. */
const MODEL = 'penguji-1';

export const payroll = (): Promise<Figure[]> =>
  withServer(NOW, async (server) => {
    const { app, db, signIn } = server;
    await grow(server);
    const headers = { cookie: await signIn(TREASURER) };
    const times: { open: number[]; draw: number[]; select: number[] } = { open: [], draw: [], select: [] };
    for (let run = -2; run < RUNS; run += 1) {
      const taken = async <Value>(list: number[], act: () => Promise<Value>): Promise<Value> => {
        const began = performance.now();
        const value = await act();
        if (run >= 0) list.push(performance.now() - began);
        return value;
      };
      const url = `/api/payroll/${MONTH}`;
      const sheet = await taken(times.open, () => app.inject({ url, headers }));
      if (sheet.json<PayrollSheet>().lines.length < PEOPLE) throw new Error('somebody is missing');
      const payload = { id: randomUUID() };
      const drawn = await taken(times.draw, () => app.inject({ method: 'POST', url: `${url}/draw`, headers, payload }));
      if (drawn.json<OfficeResponse>().outcomes[0]?.result !== 'applied') throw new Error(`not drawn: ${drawn.body}`);
      await taken(times.select, () =>
        sql`
          select to_jsonb(a) from activity a where date between '2026-10-01' and '2026-10-31'
          union all select to_jsonb(a) from attendance a where month = ${MONTH}`.execute(db),
      );
    }
    const bare = `bare SELECT of work and attendance: ${spread(times.select)}`;
    const against = (list: number[]) => `${bare}, ratio ${(median(list) / median(times.select)).toFixed(1)}`;
    return [
      {
        what: `opening the payroll of ${PEOPLE} employees, ms: median (min–max) of ${RUNS}`,
        measured: spread(times.open),
        against: against(times.open),
      },
      { what: 'drawing it up, ms', measured: spread(times.draw), against: against(times.draw) },
    ];
  });

/** Adds employees who did in the month what the model did. */
async function grow({ db }: BenchServer): Promise<void> {
  const numbers = sql`generate_series(1, ${PEOPLE}) as n`;
  await sql`
    insert into employee select (jsonb_populate_record(e, jsonb_build_object(
      'id', 'p' || n, 'nip', null, 'name', 'Pegawai ' || n))).* from employee e, ${numbers} where e.id = ${MODEL}`.execute(
    db,
  );
  await sql`
    insert into assignment select (jsonb_populate_record(a, jsonb_build_object(
      'id', 'post-p' || n, 'employee_id', 'p' || n))).* from assignment a, ${numbers} where a.employee_id = ${MODEL}`.execute(
    db,
  );
  await sql`
    insert into scope (agency_id, id) select s.agency_id, 'w:p' || n from scope s, ${numbers} where s.id = ${`w:${MODEL}`}`.execute(
    db,
  );
  for (const table of ['activity', 'attendance']) {
    await sql`
      insert into ${sql.table(table)} select (jsonb_populate_record(r, jsonb_build_object(
        'id', case when ${table} = 'activity' then r.id || '-' || n else r.id end, 'scope_id', 'w:p' || n))).*
      from ${sql.table(table)} r, ${numbers} where r.scope_id = ${`w:${MODEL}`}`.execute(db);
  }
  await sql`analyze`.execute(db);
}
