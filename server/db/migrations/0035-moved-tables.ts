import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    // Which tables a version changed, so that a pull reads no others. Null where nobody said: any of them may have moved.
    `alter table scope_version add column tables text[]`,
    // What a writer says of the version that it stores; the trigger keeps it with the version, never here.
    `alter table scope add column moved text[]`,
    `create or replace function stamp_version() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if new.version = old.version then return new; end if;
          new.stamp := gen_random_uuid();
        end if;
        if new.version > 0 then
          insert into scope_version (agency_id, scope_id, version, stamp, tables)
          values (new.agency_id, new.id, new.version, new.stamp, new.moved);
        end if;
        new.moved := null;
        return new;
      end $$`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
