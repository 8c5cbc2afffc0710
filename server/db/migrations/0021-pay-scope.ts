// A scope of its own for what a person is paid: slips, corrections and entries of the register, sanctions among them, were
// rows of the work, which superiors' devices hold too. And how a person is paid and taxed.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const columns = [
    'employee_id text not null',
    'month text not null',
    'ptkp text',
    'npwp text',
    'bank text',
    'account text',
    'salary text',
    'salary_tax text',
    'insured_salary text',
    'tax text',
    '"by" text not null',
    'at timestamptz not null',
  ];
  const moved = ['slip', 'adjustment', 'pay_entry'];
  const places = moved
    .map((table) => `select agency_id, scope_id from ${table} where scope_id like 'w:%' and not deleted`)
    .join(' union ');
  for (const statement of [
    ...synced('payee', columns, ['employee_id']),
    `create temporary table moving on commit drop as ${places}`,
    // With a version where something comes into it, so that devices ask for it.
    `insert into scope (agency_id, id, version)
      select agency_id, 'm:' || substr(scope_id, 3), 1 from moving on conflict do nothing`,
    `insert into scope (agency_id, id)
      select agency_id, 'm:' || id from employee where not deleted on conflict do nothing`,
    // What was there goes from the work, and from every device that held it.
    `update scope s set version = version + 1 from moving m where m.agency_id = s.agency_id and m.scope_id = s.id`,
    ...moved.flatMap((table) => [
      `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(r)
        || jsonb_build_object('scope_id', 'm:' || substr(r.scope_id, 3), 'version', 1))).*
        from ${table} r where r.scope_id like 'w:%' and not r.deleted`,
      `update ${table} r set deleted = true, version = s.version from scope s
        where s.agency_id = r.agency_id and s.id = r.scope_id and r.scope_id like 'w:%' and not r.deleted`,
    ]),
  ]) {
    await sql.raw(statement).execute(db);
  }
}
