import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table scope add column stamp uuid not null default gen_random_uuid()`,
    `create table scope_version (
      agency_id text not null,
      scope_id text not null,
      version bigint not null,
      stamp uuid not null,
      primary key (agency_id, scope_id, version)
    )`,
    `insert into scope_version select agency_id, id, version, stamp from scope where version > 0`,
    // Whoever raises a version, and however, gives it a stamp.
    `create function stamp_version() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if new.version = old.version then return new; end if;
          new.stamp := gen_random_uuid();
        end if;
        if new.version > 0 then
          insert into scope_version values (new.agency_id, new.id, new.version, new.stamp);
        end if;
        return new;
      end $$`,
    `create trigger stamp_version before insert or update of version on scope
      for each row execute function stamp_version()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
