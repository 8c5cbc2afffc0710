// The small agency of a simulation, in a real PostgreSQL: one tenant a seed, two employees who change supervisors, two
// supervisors who act for each other, their head, an office, and a colleague who attacks the server.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { writeRows } from '#server/db/rows.ts';
import { stableId } from '#server/demo/seeding.ts';
import { noteKey } from '#server/sync/contact.ts';
import { domain } from '#shared/domain.ts';
import type { Role } from '#shared/people/api.ts';
import { agencyScope, payScope, planScope, workScope } from '#shared/scopes.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import type { RowChange } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';

export const EMPLOYEES = ['e1', 'e2'] as const;
export const SUPERVISORS = ['s1', 's2'] as const;
export const HEAD = 'head';
/** Draws up the allowances, and brings files of others. */
export const OFFICE = 'office';
export const ATTACKER = 'attacker';
/** Who logs work of their own. */
export const WORKERS = [...EMPLOYEES, ATTACKER] as const;
export const PEOPLE = [...WORKERS, ...SUPERVISORS, OFFICE, HEAD];
export const END_OF_YEAR = '2026-12-31';
export const START = Date.parse('2026-11-24T02:00:00.000Z');
const SESSION_MS = 60 * 86_400_000;

export const actorOf = (tenant: string, id: string): Actor => ({ id, tenant, timeZone: 'Asia/Makassar', roles: [] });
export const skpOf = (employee: string) => stableId('skp', employee);
export const resultOf = (employee: string) => stableId('result', employee);

function assignment(tenant: string, employeeId: string, supervisorId: string | null): RowChange {
  const scope = agencyScope(tenant);
  const row = {
    ...{
      id: `post-${employeeId}`,
      scope,
      version: 0,
      employeeId,
      unitId: 'u',
      position: 'Staf',
      positionKind: 'JA',
      leadsUnit: false,
      headsAgency: supervisorId === null,
    },
    ...{ kind: 'definitive', supervisorId, validFrom: '2026-01-01', validUntil: null, postClass: 7 },
  };
  return { table: 'assignment', scope, id: row.id, row: row as SyncRow };
}

function person(tenant: string, id: string): RowChange {
  const scope = agencyScope(tenant);
  const row = { id, scope, version: 0, nip: null, name: id, employment: 'PNS', grade: null };
  return { table: 'employee', scope, id, row: row as SyncRow };
}

function officeRole(tenant: string, role: Role): RowChange {
  const scope = agencyScope(tenant);
  const row = { id: `office-${role}`, scope, version: 0, employeeId: OFFICE, role };
  return { table: 'officeRole', scope, id: row.id, row: { ...row, validFrom: '2026-01-01', validUntil: null } };
}

const PLANNED_AT = '2026-01-12T01:00:00.000Z';

/** The year's plan of an employee, which ends on a day. */
function plan(employeeId: string, validUntil: string): RowChange {
  const scope = planScope(employeeId);
  const row = {
    ...{ id: skpOf(employeeId), scope, version: 0, employeeId, approach: 'quantitative', state: 'approved' },
    ...{ validFrom: '2026-01-01', validUntil, revision: 1, note: null },
    ...{ edition: 1, reason: null, itemNotes: {} },
    ...{ submittedAt: PLANNED_AT, decidedAt: PLANNED_AT, decidedBy: 's1' },
  };
  return { table: 'skp', scope, id: row.id, row: row as SyncRow };
}

function result(employeeId: string): RowChange {
  const scope = planScope(employeeId);
  const row = {
    ...{ id: resultOf(employeeId), scope, version: 0, skpId: skpOf(employeeId), kind: 'utama', text: 'Hasil' },
    ...{ parentId: null, parentOwnerId: null, createdAt: PLANNED_AT },
    ...{ expectation: '', perspective: null, endedIn: null },
  };
  return { table: 'result', scope, id: row.id, row: row as SyncRow };
}

/** The rows of the agency before anybody acts. */
export const foundingRows = (tenant: string): RowChange[] => [
  ...PEOPLE.map((id) => person(tenant, id)),
  ...(['admin', 'treasurer'] as const).map((role) => officeRole(tenant, role)),
  ...WORKERS.map((id) => assignment(tenant, id, 's1')),
  ...[...SUPERVISORS, OFFICE].map((id) => assignment(tenant, id, id === OFFICE ? 's1' : HEAD)),
  assignment(tenant, HEAD, null),
  ...WORKERS.flatMap((id) => [plan(id, END_OF_YEAR), result(id)]),
];

export async function foundAgency(db: Db, tenant: string): Promise<void> {
  await db.insertInto('agency').values({ id: tenant, name: tenant, timeZone: 'Asia/Makassar' }).execute();
  const scopes = [agencyScope(tenant), ...PEOPLE.flatMap((id) => [planScope(id), workScope(id), payScope(id)])];
  await db
    .insertInto('scope')
    .values(scopes.map((id) => ({ agencyId: tenant, id, version: 1 })))
    .execute();
  const accounts = PEOPLE.map((employeeId) => {
    const nip = `${tenant} ${employeeId}`;
    return { agencyId: tenant, employeeId, nip, passwordHash: '' };
  });
  await db.insertInto('account').values(accounts).execute();
  await writeRows(db, domain.tables, tenant, foundingRows(tenant), new Map(scopes.map((scope) => [scope, 1])));
}

/** As the right password would: a session, and the key of the device is heard of. Passwords are tested elsewhere. */
export async function openSession(
  db: Db,
  { tenant, employee, token, key, now }: { tenant: string; employee: string; token: string; key: string; now: Date },
): Promise<void> {
  const tokenHash = createHash('sha256').update(token).digest();
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  await db
    .insertInto('session')
    .values({ tokenHash, agencyId: tenant, employeeId: employee, createdAt: now, expiresAt, lastContact: null })
    .execute();
  await noteKey(db, { tenant, employee, key, now });
}

/** Moves an employee to another supervisor. */
export const reassign = (db: Db, tenant: string, employee: string, supervisor: string) =>
  administer(db, tenant, assignment(tenant, employee, supervisor));

/** Lets a supervisor act for the other one from now on, or ends it. */
export function delegate(db: Db, tenant: string, toId: string, ends: boolean): Promise<RowChange> {
  const scope = agencyScope(tenant);
  const id = `to-${toId}`;
  const fromId = SUPERVISORS.find((other) => other !== toId);
  const row: SyncRow = { id, scope, version: 0, fromId, toId, kind: 'plh', validFrom: '2026-01-01', validUntil: null };
  const place = { table: 'delegation', scope, id };
  return administer(db, tenant, ends ? { ...place, removed: true, was: row } : { ...place, row });
}

/** Lets the plan of an employee end on another day: what was logged for a later one by who has not heard of it is refused. */
export const endPlan = (db: Db, tenant: string, employee: string, validUntil: string): Promise<RowChange> =>
  administer(db, tenant, plan(employee, validUntil));

/** Changes what the office decides, past the log that tells of everything else. */
async function administer(db: Db, tenant: string, change: RowChange): Promise<RowChange> {
  const { scope } = change;
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ version: number }>`
      update scope set version = version + 1 where agency_id = ${tenant} and id = ${scope} returning version`.execute(
      tx,
    );
    const versions = new Map([[scope, rows[0]?.version ?? 0]]);
    await writeRows(tx, domain.tables, tenant, [change], versions);
  });
  return change;
}

const TABLES = [
  ...['scope', 'scope_version', 'session', 'device', 'device_key', 'told', 'mutation_log'],
  ...Object.keys(domain.tables),
];

/** Everything of the agency as it is now: its epoch, and its rows by table. */
export interface Backup {
  epoch: string;
  tables: Map<string, string>;
}

export async function epochOf(db: Db, tenant: string): Promise<string> {
  const { rows } = await sql<{ epoch: string }>`select epoch from agency where id = ${tenant}`.execute(db);
  return rows[0]?.epoch ?? '';
}

export async function backUp(db: Db, tenant: string): Promise<Backup> {
  const each = TABLES.map(
    (table) => sql`select ${sql.lit(table)} as "table", coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows
      from ${sql.table(table)} t where agency_id = ${tenant}`,
  );
  const { rows } = await sql<{ table: string; rows: string }>`${sql.join(each, sql` union all `)}`.execute(db);
  const tables = new Map(
    TABLES.flatMap((table) => rows.filter((row) => row.table === table)).map((row) => [row.table, row.rows]),
  );
  return { epoch: await epochOf(db, tenant), tables };
}

/** Puts the agency back to a backup. `noticed`: the server sees it when it starts; else a device must show it. */
export async function restore(
  db: Db,
  tenant: string,
  { epoch, tables }: Backup,
  { noticed }: { noticed: boolean },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // A restore puts whole tables back, past the trigger that keeps the log from being changed.
    await sql`set local session_replication_role = replica`.execute(tx);
    const emptied = TABLES.map((table, at) => {
      const name = sql.raw(`emptied_${at}`);
      return sql`${name} as (delete from ${sql.table(table)} where agency_id = ${tenant})`;
    });
    await sql`with ${sql.join(emptied)} select`.execute(tx);
    for (const [table, rows] of tables) {
      if (rows === '[]') continue;
      await sql`insert into ${sql.table(table)}
        select * from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)`.execute(tx);
    }
    const begun = noticed ? sql`gen_random_uuid()` : sql`${epoch}::uuid`;
    await sql`update agency set epoch = ${begun} where id = ${tenant}`.execute(tx);
  });
}
