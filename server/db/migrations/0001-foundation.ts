import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table agency (
      id text primary key,
      name text not null,
      time_zone text not null
    )`,
    `create table account (
      agency_id text not null references agency,
      employee_id text not null,
      nip text not null unique,
      password_hash text not null,
      roles text[] not null default '{}',
      primary key (agency_id, employee_id)
    )`,
    `create table session (
      token_hash bytea primary key,
      agency_id text not null references agency,
      employee_id text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`,
    `create index session_of_employee on session (agency_id, employee_id)`,
    `create table scope (
      agency_id text not null references agency,
      id text not null,
      version bigint not null default 0,
      primary key (agency_id, id)
    )`,
    `create table device (
      agency_id text not null references agency,
      id uuid not null,
      employee_id text not null,
      last_seq bigint not null default 0,
      app text not null,
      first_contact timestamptz not null,
      last_contact timestamptz not null,
      primary key (agency_id, id)
    )`,
    `create table mutation_log (
      agency_id text not null references agency,
      device_id uuid not null,
      seq bigint not null,
      id uuid not null,
      employee_id text not null,
      name text not null,
      v double precision not null,
      args jsonb not null,
      claimed_at timestamptz not null,
      counted_at timestamptz not null,
      received_at timestamptz not null,
      outcome jsonb not null,
      primary key (agency_id, device_id, seq),
      unique (agency_id, id)
    )`,
    `create table maintenance (
      id bigint generated always as identity primary key,
      agency_id text not null references agency,
      starts_at timestamptz not null,
      until timestamptz not null,
      message text not null,
      ended_at timestamptz,
      created_by text not null
    )`,
    `create table file (
      agency_id text not null references agency,
      sha256 text not null,
      type text not null,
      size bigint not null,
      uploaded_by text not null,
      created_at timestamptz not null,
      primary key (agency_id, sha256)
    )`,
    ...synced('unit', ['name text not null', 'parent_id text']),
    ...synced('employee', ['nip text', 'name text not null', 'employment text not null', 'grade text']),
    ...synced(
      'assignment',
      [
        'employee_id text not null',
        'unit_id text not null',
        'position text not null',
        'position_kind text not null',
        'kind text not null',
        'supervisor_id text',
        'valid_from date not null',
        'valid_until date',
      ],
      ['employee_id', 'supervisor_id'],
    ),
    ...synced(
      'skp',
      [
        'employee_id text not null',
        'approach text not null',
        'valid_from date not null',
        'valid_until date not null',
        'state text not null',
        'revision integer not null',
        'note text',
        'submitted_at timestamptz',
        'decided_at timestamptz',
        'decided_by text',
      ],
      ['employee_id'],
    ),
    ...synced(
      'result',
      [
        'skp_id text not null',
        'kind text not null',
        'text text not null',
        'parent_id text',
        'parent_owner_id text',
        'created_at timestamptz not null',
      ],
      ['skp_id', 'kind'],
    ),
    ...synced(
      'indicator',
      [
        'skp_id text not null',
        'result_id text not null',
        'aspect text not null',
        'text text not null',
        'target_min double precision not null',
        'target_max double precision',
        'unit text not null',
        'direction text not null',
      ],
      ['skp_id'],
    ),
    ...synced(
      'activity',
      [
        'employee_id text not null',
        'result_id text not null',
        'date date not null',
        'title text not null',
        'description text not null',
        'start text',
        '"end" text',
        'minutes integer not null',
        'quantity double precision not null',
        'unit text not null',
        'state text not null',
        'revision integer not null',
        'note text',
        'created_at timestamptz not null',
        'submitted_at timestamptz',
        'decided_at timestamptz',
        'decided_by text',
      ],
      ['date'],
    ),
    ...synced(
      'evidence',
      [
        'activity_id text not null',
        'kind text not null',
        'name text not null',
        'url text',
        'sha256 text',
        'type text',
        'size integer',
      ],
      ['activity_id'],
    ),
    `create index evidence_by_hash on evidence (agency_id, sha256) where sha256 is not null`,
    ...synced(
      'conflict',
      [
        '"table" text not null',
        'row_id text not null',
        'field text not null',
        'kept jsonb',
        'offered jsonb',
        'at timestamptz not null',
        'state text not null',
      ],
      ['row_id'],
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** A synced table: tenant and scope first, rows found by id, by version (pull) and by the columns named. */
function synced(name: string, columns: string[], indexed: string[] = []): string[] {
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
