import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table scope
      add column log_lines bigint not null default 0,
      add column log_hash text not null default ''`,
    `alter table mutation_log
      add column scope_id text,
      add column number bigint,
      add column hash text,
      add column imported_by text,
      add constraint mutation_log_chain unique (agency_id, scope_id, number)`,
    `create index mutation_log_refused on mutation_log (agency_id, received_at) where outcome->>'result' = 'refused'`,
    `create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'lines of % are never changed or removed', tg_table_name; end $$`,
    `create trigger append_only before update or delete on mutation_log
      for each row execute function refuse_change()`,
    `create trigger append_only_whole before truncate on mutation_log
      for each statement execute function refuse_change()`,
    `alter table device
      add column unsent integer not null default 0,
      add column oldest_unsent timestamptz,
      add column kept integer not null default 0`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
