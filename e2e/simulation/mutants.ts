// Engines broken on purpose, each in one point, and the check that must find it.

import { type RawBuilder, sql } from 'kysely';
import type { LocalStore, LocalTransaction } from '#client/sync/store.ts';
import type { Db } from '#server/db/database.ts';
import { domain } from '#shared/domain.ts';
import { workScope } from '#shared/scopes.ts';
import type { Activity } from '#shared/work/tables.ts';
import type { CheckName } from './promises.ts';
import type { Mutant } from './server.ts';

/** A store whose transactions behave otherwise in one point. */
const storeWith =
  (change: (tx: LocalTransaction) => Partial<LocalTransaction>) =>
  (store: LocalStore): LocalStore => ({
    name: store.name,
    read: (work) => store.read((tx) => work({ ...tx, ...change(tx) })),
    write: (work) => store.write((tx) => work({ ...tx, ...change(tx) })),
  });

const nothing = async () => undefined;

type Spec = (typeof domain.mutations)[string];

/** Past every rule and trigger, as only somebody with the database in hand could. */
const asOwnerOfTheDatabase = (db: Db, statement: RawBuilder<unknown>) =>
  db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await statement.execute(tx);
  });

export const MUTANTS: readonly (readonly [what: string, mutant: Mutant, check: CheckName])[] = [
  [
    'refused mutations are dropped in silence',
    { store: storeWith(() => ({ addAttention: nothing })) },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'the newest entry of a queue is lost when the next is stored',
    {
      store: storeWith((tx) => ({
        putOutbox: async (entries) => {
          const last = (await tx.outbox()).at(-1);
          if (last && !entries.some(({ seq }) => seq === last.seq)) await tx.removeOutbox([last.seq]);
          await tx.putOutbox(entries);
        },
      })),
    },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'what may have been sent is taken back',
    {
      takingBack: storeWith((tx) => ({
        outbox: async () => (await tx.outbox()).map((entry) => ({ ...entry, heldUntil: '2100-01-01T00:00:00.000Z' })),
      })),
    },
    'what was taken back never arrives',
  ],
  [
    'what the server acknowledged is forgotten before a backup can be restored',
    { store: storeWith(() => ({ sent: async () => [] })) },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'the queue is sent in the wrong order',
    {
      store: storeWith((tx) => ({
        outbox: async () => {
          const entries = await tx.outbox();
          const seqs = entries.map(({ seq }) => seq);
          return entries.reverse().map((entry, index) => ({ ...entry, seq: seqs[index] ?? entry.seq }));
        },
      })),
    },
    'the order of each device is kept',
  ],
  [
    'the rows of a scope that was left stay',
    { store: storeWith(() => ({ dropScope: nothing })) },
    'a scope left is gone, a scope entered is whole',
  ],
  [
    'signing out clears the device, whatever lies on it',
    { forgetsAtSignOut: true },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'what an older app has queued is not brought to the present shape',
    {
      domain: {
        ...domain,
        mutations: {
          ...domain.mutations,
          'evidence.attach': { ...(domain.mutations['evidence.attach'] as Spec), upcast: (args: unknown) => args },
        },
      },
    },
    'every mutation ended as applied, refused-and-kept or conflict-and-kept',
  ],
  [
    'the lock of a process that was killed stays behind',
    { keepsLock: true },
    'after a restart the device goes on by itself',
  ],
  [
    'somebody removes a line of the log',
    {
      tamper: (db, tenant) =>
        asOwnerOfTheDatabase(db, sql`delete from mutation_log where agency_id = ${tenant} and number = 2`),
    },
    'the audit log is unbroken and replays to the same state',
  ],
  [
    'somebody changes an entry past the rules',
    {
      tamper: (db, tenant) =>
        asOwnerOfTheDatabase(db, sql`update activity set title = 'Lain' where agency_id = ${tenant}`),
    },
    'the audit log is unbroken and replays to the same state',
  ],
  [
    'a pull skips a row',
    {
      answer: (response) => ({
        ...response,
        changes: response.changes.map((set) => (set.table === 'activity' ? { ...set, rows: set.rows.slice(1) } : set)),
      }),
    },
    'no pull skipped a row',
  ],
  [
    'a row that is here as the device has made it is not taken from there',
    { answer: (response) => ({ ...response, held: [] }) },
    'no pull skipped a row',
  ],
  [
    'pending mutations are not rolled back before the rows of the server come in',
    { store: storeWith(() => ({ base: async () => [] })) },
    'devices hold exactly the rows of their scopes',
  ],
  [
    'an approved entry can be deleted',
    {
      domain: {
        ...domain,
        mutations: {
          ...domain.mutations,
          'activity.delete': {
            ...domain.mutations['activity.delete'],
            decide: ({ args, rows, actor }) => {
              const scope = workScope(actor.id);
              const own = rows.where('activity', scope, 'employeeId', actor.id) as unknown as Activity[];
              const approved = own.find(({ id, state }) => id === args.id || state === 'approved');
              if (!approved) return { result: 'refused', refusal: { code: 'not-found' } };
              return { result: 'applied', changes: [{ table: 'activity', scope, id: approved.id, removed: true }] };
            },
          } as (typeof domain.mutations)['activity.delete'],
        },
      },
    },
    'an approved record changed only through a reopening',
  ],
  [
    'an edit takes effect twice',
    {
      domain: {
        ...domain,
        mutations: {
          ...domain.mutations,
          'activity.edit': {
            ...domain.mutations['activity.edit'],
            decide: (input) => {
              const decision = (domain.mutations['activity.edit'] as (typeof domain.mutations)[string]).decide(input);
              if (decision.result === 'refused') return decision;
              const changes = decision.changes.map((change) =>
                change.row && 'revision' in change.row
                  ? { ...change, row: { ...change.row, revision: Number(change.row.revision) + 1 } }
                  : change,
              );
              return { ...decision, changes };
            },
          } as (typeof domain.mutations)['activity.edit'],
        },
      },
    },
    'nothing took effect twice',
  ],
  [
    'a shift that was exchanged for another stays',
    {
      domain: {
        ...domain,
        mutations: {
          ...domain.mutations,
          'shift.plan': {
            ...domain.mutations['shift.plan'],
            decide: (input) => {
              const decision = (domain.mutations['shift.plan'] as Spec).decide(input);
              if (decision.result === 'refused') return decision;
              return { ...decision, changes: decision.changes.filter((change) => !change.removed) };
            },
          } as Spec,
        },
      },
    },
    'the audit log is unbroken and replays to the same state',
  ],
  [
    'everything is dropped as a new epoch begins',
    {
      store: storeWith((tx) => ({
        set: async (key, value) => {
          const held = Object.keys((await tx.get('positions')) ?? {});
          if (key === 'stale') for (const scope of held) await tx.dropScope(scope);
          await tx.set(key, value);
        },
      })),
    },
    'nothing is taken away before its replacement is there',
  ],
  [
    'a storage that was repeated does not look what it has stored',
    { store: storeWith(() => ({ findActs: async () => [] })) },
    'an act is stored once, and said to be saved only then',
  ],
  [
    'each tap on a button makes an act of its own',
    { idsPerTap: true },
    'an act is stored once, and said to be saved only then',
  ],
  [
    'what was told to be waiting is forgotten',
    { before: ({ db, tenant }) => sql`delete from told where agency_id = ${tenant}`.execute(db) },
    'work done in time counts in time',
  ],
  [
    'a device with a fresh id has no past',
    {
      before: ({ db, tenant, request, now }) =>
        sql`
        update device_key set last_contact = ${now} where agency_id = ${tenant} and public_key = ${request.proof?.key}
          and not exists (select from device where agency_id = ${tenant} and id = ${request.device})`.execute(db),
    },
    'work done in time counts in time',
  ],
  [
    'what is done again after a refusal counts as of today',
    {
      store: storeWith((tx) => ({
        putOutbox: (entries) => tx.putOutbox(entries.map(({ redoes: _forgotten, ...entry }) => entry)),
      })),
    },
    'work done in time counts in time',
  ],
  [
    'a fresh device reaches back to the sign-in',
    { session: (contact, { createdAt }) => ({ ...contact, floor: createdAt }) },
    'nothing counts earlier than the server knows',
  ],
  [
    'whoever claims it begins a new epoch for all',
    {
      refused: async ({ db, tenant }, { code }) => {
        if (code === 'new-epoch')
          await sql`update agency set epoch = gen_random_uuid() where id = ${tenant}`.execute(db);
      },
    },
    'nobody changes the world by a claim',
  ],
  [
    'a mutation without arguments breaks its whole batch',
    {
      before: async ({ request }) => {
        for (const { args } of request.mutations) Object.keys(args as object);
      },
    },
    'no request breaks the server',
  ],
  [
    'somebody changes an evaluation past the rules',
    {
      tamper: (db, tenant) =>
        asOwnerOfTheDatabase(
          db,
          sql`update evaluation set result_rating = null, note = 'x' where agency_id = ${tenant}`,
        ),
    },
    'the audit log is unbroken and replays to the same state',
  ],
  [
    'somebody changes a slip past the rules',
    {
      tamper: (db, tenant) =>
        asOwnerOfTheDatabase(db, sql`update slip set content = '{}'::jsonb where agency_id = ${tenant}`),
    },
    'the audit log is unbroken and replays to the same state',
  ],
];
