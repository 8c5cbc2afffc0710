// The whole performance cycle: editions of an SKP, behaviour and annexes, roles, actions, feedback, realisation,
// evaluation, leave, documents, policies and templates.

import { type Kysely, sql } from 'kysely';
import { synced } from './synced-table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day, not today's
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table skp add edition integer not null default 1, add reason text,
      add item_notes jsonb not null default '{}'`,
    `alter table result add expectation text not null default '', add perspective text, add ended_in integer`,
    `alter table indicator add target_text text, alter target_min drop not null`,
    ...synced(
      'edition',
      [
        ...['skp_id text not null', 'number integer not null', 'content jsonb not null'],
        ...['decided_at timestamptz', 'decided_by text'],
      ],
      ['skp_id'],
    ),
    ...synced('expectation', ['skp_id text not null', 'value text not null', 'text text not null'], ['skp_id']),
    ...synced(
      'annex',
      ['skp_id text not null', 'kind text not null', 'text text not null', 'created_at timestamptz not null'],
      ['skp_id'],
    ),
    ...synced(
      'role',
      [
        ...['result_id text not null', 'employee_id text not null', 'text text not null'],
        'created_at timestamptz not null',
      ],
      ['employee_id'],
    ),
    ...synced(
      'action',
      [
        ...['skp_id text not null', 'result_id text not null', 'period text not null', 'text text not null'],
        'created_at timestamptz not null',
      ],
      ['skp_id'],
    ),
    ...synced('achievement', ['period text not null', 'value text not null', 'at timestamptz not null']),
    ...synced(
      'feedback',
      [
        ...['about text not null', 'target_id text not null', 'text text not null', '"by" text not null'],
        'at timestamptz not null',
      ],
      ['target_id'],
    ),
    ...synced(
      'realisation',
      [
        ...['skp_id text not null', 'indicator_id text not null', 'period text not null'],
        ...['value double precision not null', 'reason text not null', 'at timestamptz not null'],
      ],
      ['skp_id'],
    ),
    ...synced(
      'evaluation',
      [
        ...['skp_id text not null', 'kind text not null', 'period text not null'],
        ...['valid_from date not null', 'valid_until date not null', 'evaluator_id text not null'],
        ...['state text not null', 'revision integer not null', 'assessment jsonb not null', 'review jsonb'],
        ...['achievement text', 'result_rating text', 'behaviour_rating text', 'predicate text', 'note text'],
        ...['record jsonb', 'objection text', 'decider_id text', 'decision text', 'follow_up text'],
        ...['assessed_at timestamptz not null', 'rated_at timestamptz', 'rated_by text', 'final_at timestamptz'],
        ...['objected_at timestamptz', 'decided_at timestamptz', 'decided_by text'],
      ],
      ['skp_id', 'state'],
    ),
    // Who must still evaluate or decide sees the person meanwhile (server/subjects/people/visibility.ts).
    `create index evaluation_open on evaluation (agency_id, evaluator_id)
      where state in ('assessed', 'rated') and not deleted`,
    `create index evaluation_objected on evaluation (agency_id, decider_id) where state = 'objected' and not deleted`,
    ...synced(
      'leave',
      [
        ...['kind text not null', 'valid_from date not null', 'valid_until date not null', 'reason text not null'],
        ...['state text not null', 'note text', 'decided_at timestamptz', 'decided_by text'],
      ],
      ['state'],
    ),
    ...synced('document', [
      ...['code text not null', 'kind text not null', 'facts jsonb not null', 'sha256 text not null'],
      ...['at timestamptz not null', '"by" text not null'],
    ]),
    `create unique index document_by_code on document (code)`,
    ...synced(
      'policy',
      ['kind text not null', 'valid_from date not null', 'content jsonb not null', 'at timestamptz not null'],
      ['kind'],
    ),
    ...synced('template', ['position text not null', 'content jsonb not null', 'at timestamptz not null']),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
