// The receipt of evaluations, from which objections count; ids of templates that are ids; what rules look up by.

import { type Kysely, sql } from 'kysely';
import { templateId } from '#shared/plan/tables.ts';

interface OldTemplate {
  agencyId: string;
  scopeId: string;
  id: string;
  position: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    // The months that are closed.
    `create index payroll_by_state on payroll (agency_id, scope_id, state)`,
    // A code is refused within the scope of the one who takes it. Elsewhere it goes on meaning the first that had it, and
    // the one constraint that looked beyond an agency is gone.
    `drop index document_by_code`,
    `create index document_by_code on document (agency_id, scope_id, code)`,
    `create index document_code on document (code)`,
    // By the database's own clock, and in no row that a device gets: what a device claims says nothing of who was first.
    `alter table document add registered_at timestamptz not null default clock_timestamp()`,
    `update document set registered_at = at`,
    `alter table evaluation add received_at timestamptz`,
    // What was final counted from that day, and goes on doing so; devices hear of it with a version of its own.
    `update scope s set version = version + 1 where exists (select from evaluation e
      where e.agency_id = s.agency_id and e.scope_id = s.id and e.final_at is not null)`,
    `update evaluation e set received_at = e.final_at, version = s.version from scope s
      where s.agency_id = e.agency_id and s.id = e.scope_id and e.final_at is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await renameTemplates(db);
}

/** Titles were ids. Each template comes anew under its id, and the old row goes as any deleted one does. */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function renameTemplates(db: Kysely<any>): Promise<void> {
  const { rows } = await sql<OldTemplate>`
    select agency_id, scope_id, id, position from template where not deleted`.execute(db);
  const agencies = new Set(rows.map(({ agencyId }) => agencyId));
  for (const agencyId of agencies) {
    const scopes = rows.filter((row) => row.agencyId === agencyId).map(({ scopeId }) => scopeId);
    await sql`update scope set version = version + 1
      where agency_id = ${agencyId} and id = any(${[...new Set(scopes)]}::text[])`.execute(db);
  }
  for (const { agencyId, scopeId, id, position } of rows) {
    await sql`
      insert into template (agency_id, scope_id, id, version, position, content, at)
      select t.agency_id, t.scope_id, ${templateId(position)}, s.version, t.position, t.content, t.at
      from template t join scope s on s.agency_id = t.agency_id and s.id = t.scope_id
      where t.agency_id = ${agencyId} and t.scope_id = ${scopeId} and t.id = ${id}`.execute(db);
    await sql`
      update template t set deleted = true, version = s.version from scope s
      where s.agency_id = t.agency_id and s.id = t.scope_id
        and t.agency_id = ${agencyId} and t.scope_id = ${scopeId} and t.id = ${id}`.execute(db);
  }
}
