// What the migrations that add synced tables have in common. Released: it is never changed.

/** A synced table: tenant and scope first, rows found by id, by version (pull) and by the columns named. */
export function synced(name: string, columns: string[], indexed: string[] = []): string[] {
  return [
    `create table ${name} (
      agency_id text not null,
      scope_id text not null,
      id text not null,
      version bigint not null,
      deleted boolean not null default false,
      ${columns.join(',\n      ')},
      primary key (agency_id, scope_id, id),
      foreign key (agency_id, scope_id) references scope (agency_id, id)
    )`,
    `create index ${name}_by_version on ${name} (agency_id, scope_id, version, id)`,
    ...indexed.map((column) => `create index ${name}_by_${column} on ${name} (agency_id, scope_id, ${column})`),
  ];
}
