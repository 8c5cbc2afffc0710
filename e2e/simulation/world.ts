// The small agency of a simulation, in a real PostgreSQL: one tenant a seed, two employees who change supervisors, two
// supervisors who act for each other.

import { sql } from 'kysely';
import { domain } from '#shared/domain.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import type { RowChange } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { agencyScope, planScope, workScope } from '#shared/tables.ts';
import type { Db } from '../../server/db/database.ts';
import { stableId } from '../../server/db/demo/seeding.ts';
import { writeRows } from '../../server/sync/rows.ts';

export const EMPLOYEES = ['e1', 'e2'] as const;
export const SUPERVISORS = ['s1', 's2'] as const;
const PEOPLE = [...EMPLOYEES, ...SUPERVISORS, 'head'];
export const START = Date.parse('2026-11-24T02:00:00.000Z');

export const actorOf = (tenant: string, id: string): Actor => ({ id, tenant, timeZone: 'Asia/Makassar', roles: [] });
export const skpOf = (employee: string) => stableId('skp', employee);
export const resultOf = (employee: string) => stableId('result', employee);

function assignment(tenant: string, employeeId: string, supervisorId: string | null): RowChange {
  const scope = agencyScope(tenant);
  const row = {
    ...{ id: `post-${employeeId}`, scope, version: 0, employeeId, unitId: 'u', position: 'Staf', positionKind: 'JA' },
    ...{ kind: 'definitive', supervisorId, validFrom: '2026-01-01', validUntil: null },
  };
  return { table: 'assignment', scope, id: row.id, row: row as SyncRow };
}

function plan(employeeId: string): RowChange[] {
  const scope = planScope(employeeId);
  const at = '2026-01-12T01:00:00.000Z';
  const skp = {
    ...{ id: skpOf(employeeId), scope, version: 0, employeeId, approach: 'quantitative', state: 'approved' },
    ...{ validFrom: '2026-01-01', validUntil: '2026-12-31', revision: 1, note: null },
    ...{ edition: 1, reason: null, itemNotes: {} },
    ...{ submittedAt: at, decidedAt: at, decidedBy: 's1' },
  };
  const result = {
    ...{ id: resultOf(employeeId), scope, version: 0, skpId: skp.id, kind: 'utama', text: 'Hasil' },
    ...{ parentId: null, parentOwnerId: null, createdAt: at },
    ...{ expectation: '', perspective: null, endedIn: null },
  };
  return [
    { table: 'skp', scope, id: skp.id, row: skp as SyncRow },
    { table: 'result', scope, id: result.id, row: result as SyncRow },
  ];
}

export async function foundAgency(db: Db, tenant: string): Promise<void> {
  await db.insertInto('agency').values({ id: tenant, name: tenant, timeZone: 'Asia/Makassar' }).execute();
  const scopes = [agencyScope(tenant), ...PEOPLE.flatMap((id) => [planScope(id), workScope(id)])];
  await db
    .insertInto('scope')
    .values(scopes.map((id) => ({ agencyId: tenant, id, version: 1 })))
    .execute();
  const changes = [
    ...EMPLOYEES.map((id) => assignment(tenant, id, 's1')),
    ...SUPERVISORS.map((id) => assignment(tenant, id, 'head')),
    assignment(tenant, 'head', null),
    ...EMPLOYEES.flatMap(plan),
  ];
  await writeRows(db, domain.tables, tenant, changes, new Map(scopes.map((scope) => [scope, 1])));
}

/** Moves an employee to another supervisor. */
export const reassign = (db: Db, tenant: string, employee: string, supervisor: string) =>
  administer(db, tenant, assignment(tenant, employee, supervisor));

/** Lets a supervisor act for the other one from now on, or ends it. */
export function delegate(db: Db, tenant: string, toId: string, ends: boolean): Promise<void> {
  const scope = agencyScope(tenant);
  const id = `to-${toId}`;
  const fromId = SUPERVISORS.find((other) => other !== toId);
  const row = { id, scope, version: 0, fromId, toId, kind: 'plh', validFrom: '2026-01-01', validUntil: null };
  const place = { table: 'delegation', scope, id };
  return administer(db, tenant, ends ? { ...place, removed: true } : { ...place, row: row as SyncRow });
}

/** Changes the agency's directory, as an administrator does. */
async function administer(db: Db, tenant: string, change: RowChange): Promise<void> {
  const scope = agencyScope(tenant);
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ version: number }>`
      update scope set version = version + 1 where agency_id = ${tenant} and id = ${scope} returning version`.execute(
      tx,
    );
    const versions = new Map([[scope, rows[0]?.version ?? 0]]);
    await writeRows(tx, domain.tables, tenant, [change], versions);
  });
}

const TABLES = [
  'scope',
  'scope_version',
  'device',
  'device_key',
  'told',
  'mutation_log',
  ...Object.keys(domain.tables),
];

/** Everything of the agency as it is now, by table. */
export type Backup = Map<string, string>;

export async function backUp(db: Db, tenant: string): Promise<Backup> {
  const backup: Backup = new Map();
  for (const table of TABLES) {
    const { rows } = await sql<{ rows: unknown[] | null }>`
      select jsonb_agg(to_jsonb(t)) as rows from ${sql.table(table)} t where agency_id = ${tenant}`.execute(db);
    backup.set(table, JSON.stringify(rows[0]?.rows ?? []));
  }
  return backup;
}

/** Puts the agency back to a backup. `noticed`: the server sees it when it starts; else a device must show it. */
export async function restore(
  db: Db,
  tenant: string,
  backup: Backup,
  { noticed }: { noticed: boolean },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // A restore puts whole tables back, past the trigger that keeps the log from being changed.
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const table of TABLES.toReversed()) {
      await sql`delete from ${sql.table(table)} where agency_id = ${tenant}`.execute(tx);
    }
    for (const [table, rows] of backup) {
      await sql`insert into ${sql.table(table)}
        select * from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)`.execute(tx);
    }
    if (noticed) await sql`update agency set epoch = gen_random_uuid() where id = ${tenant}`.execute(tx);
  });
}
