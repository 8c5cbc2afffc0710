// A device is heard of. Its row is taken, so that a second batch of it waits; and how far back its claims may reach is
// settled by what the server knows, never by an id that the device makes up:
// - who proves to hold a key that was heard of before keeps the time since then, under whatever device id;
// - anybody else reaches back to the last contact of the session, or to its sign-in;
// - a mutation that was told of at an earlier contact keeps the floor of that one, by whatever way it comes.

import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { type Left, LIMITS } from '#shared/sync/protocol.ts';
import { HistoryLost } from './epoch.ts';

/** Acts were made while the request of the last contact was under way. Milliseconds. */
const UNDER_WAY_MS = 120_000;
const UNDER_WAY = sql`${`${UNDER_WAY_MS} milliseconds`}::interval`;
/** A device from before there were keys may bring its first one, but reaches no further back than a session lives. */
const WITHOUT_KEY = sql`interval '30 days'`;
/** A key that was not heard of for longer reaches no further back: nobody is in the field for so long. */
const LONGEST_SILENCE = sql`interval '100 days'`;

/**
 * So many ids one person may begin in a day, and so many keys they may have: far more than anybody uses, few enough that
 * nobody fills the tables. Seconds until a new one is worth another try.
 */
const NEW_DEVICES = { ofADay: 200, comeBack: 3600 };
const KEYS = 1000;

/** What a device says of itself beside its mutations. */
export interface Greeting {
  device: string;
  app: string;
  /** The last number that the device was told to be settled. */
  settled: number;
  left: Left | null;
  /** The public key that the device has proven to hold; null where it has proven none. */
  key: string | null;
  /** Digests of what waits for a later request. */
  waiting: readonly string[];
}

/** What is known of the session that a device comes with. */
export interface SessionContact {
  /** Its last contact, or its sign-in. */
  floor: Date;
  /** Whether a device of it was heard of: another key in the same session then reaches no further back. */
  synced: boolean;
  /** By which this contact is noted; null of a session that is kept elsewhere. */
  tokenHash: Buffer | null;
}

/** Since when a session has not been heard of. */
export const contactOf = (session: {
  tokenHash: Buffer;
  lastContact: Date | null;
  createdAt: Date;
}): SessionContact => ({
  tokenHash: session.tokenHash,
  synced: session.lastContact !== null,
  floor: session.lastContact ? new Date(session.lastContact.getTime() - UNDER_WAY_MS) : session.createdAt,
});

export interface Device {
  lastSeq: number;
  /** The earliest instant that a claim may count as. */
  floor: Date;
}

interface ContactRow {
  employeeId: string;
  lastSeq: number;
  isNew: boolean;
  publicKey: string | null;
  keyFloor: Date | null;
  oldFloor: Date | null;
}

export async function makeContact(
  db: DbOrTransaction,
  greeting: Greeting,
  { actor, now, session }: { actor: Actor; now: Date; session: SessionContact },
): Promise<Device> {
  const { device, app, left, key, settled, waiting } = greeting;
  const noted = key
    ? sql`insert into device_key (agency_id, employee_id, public_key, last_contact)
        values (${actor.tenant}, ${actor.id}, ${key}, ${now})
        on conflict (agency_id, employee_id, public_key) do update set last_contact = excluded.last_contact`
    : sql`select`;
  const { rows } = await sql<ContactRow>`
    with old as (select employee_id, public_key, last_contact from device
        where agency_id = ${actor.tenant} and id = ${device}),
      noted as (${noted}),
      seen as (update session set last_contact = ${now} where token_hash = ${session.tokenHash})
    insert into device (agency_id, id, employee_id, app, first_contact, last_contact, unsent, oldest_unsent, kept,
      public_key)
    values (${actor.tenant}, ${device}, ${actor.id}, ${app}, ${now}, ${now},
      ${left?.unsent ?? 0}, ${left?.oldest ?? null}, ${left?.kept ?? 0}, ${key})
    on conflict (agency_id, id) do update set app = excluded.app, last_contact = excluded.last_contact,
      unsent = excluded.unsent, oldest_unsent = excluded.oldest_unsent, kept = excluded.kept,
      public_key = coalesce(device.public_key, excluded.public_key)
    returning employee_id, last_seq, public_key, not exists (select from old) as is_new,
      (${floorOfKeySql(actor, key, now)}) as key_floor,
      (select greatest(last_contact - ${UNDER_WAY}, ${now}::timestamptz - ${WITHOUT_KEY}) from old
        where employee_id = ${actor.id} and public_key is null) as old_floor`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('an upsert returned no row');
  // A device belongs to one person and one key: the copy of a profile in other hands starts a history of its own.
  if (row.employeeId !== actor.id || (key && row.publicKey !== key)) throw fault('device-forked', { expected: 1 });
  if (row.lastSeq < settled) throw new HistoryLost();
  if (row.isNew) await refuseTooMany(db, actor, now);
  const proven = key ? (row.keyFloor ?? row.oldFloor) : null;
  const floor = proven && !(session.synced && session.floor > proven) ? proven : session.floor;
  await tellOf(db, waiting, { actor, now, floor });
  return { lastSeq: row.lastSeq, floor };
}

async function refuseTooMany(db: DbOrTransaction, actor: Actor, now: Date): Promise<void> {
  const { rows } = await sql<{ begun: number }>`select count(*)::integer as begun from device
    where agency_id = ${actor.tenant} and employee_id = ${actor.id}
      and first_contact > ${now}::timestamptz - interval '1 day'`.execute(db);
  if ((rows[0]?.begun ?? 0) <= NEW_DEVICES.ofADay) return;
  throw fault('too-many-requests', { detail: 'more new devices than one person may have' }, NEW_DEVICES.comeBack);
}

/** Since when the holder of a key has not been heard of; null where nobody has heard of the key. */
export async function floorOfKey(db: DbOrTransaction, actor: Actor, key: string, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ floor: Date | null }>`select (${floorOfKeySql(actor, key, now)}) as floor`.execute(db);
  return rows[0]?.floor ?? null;
}

const floorOfKeySql = (actor: Actor, key: string | null, now: Date): RawBuilder<unknown> => sql`
  select greatest(last_contact - ${UNDER_WAY}, ${now}::timestamptz - ${LONGEST_SILENCE}) from device_key
  where agency_id = ${actor.tenant} and employee_id = ${actor.id} and public_key = ${key}`;

/** A key that a person signs in with is heard of from then on. */
export async function noteKey(
  db: DbOrTransaction,
  { tenant, employee, key, now }: { tenant: string; employee: string; key: string; now: Date },
): Promise<void> {
  await sql`insert into device_key (agency_id, employee_id, public_key, last_contact)
    select ${tenant}, ${employee}, ${key}, ${now}
    where (select count(*) from device_key where agency_id = ${tenant} and employee_id = ${employee}) < ${KEYS}
    on conflict do nothing`.execute(db);
}

/**
 * Keeps what waits elsewhere, with the floor of this contact; what was told of before keeps its earlier one. No person has
 * more of it than a device may tell of; what has come is forgotten (`forgetTold`).
 */
export async function tellOf(
  db: DbOrTransaction,
  waiting: readonly string[],
  { actor, now, floor }: { actor: Actor; now: Date; floor: Date },
): Promise<void> {
  if (waiting.length === 0) return;
  await sql`insert into told (agency_id, employee_id, digest, floor, told_at)
    select ${actor.tenant}, ${actor.id}, digest, ${floor}, ${now} from unnest(${[...waiting].sort()}::text[]) as digest
    limit greatest(0, ${LIMITS.waiting} - (select count(*) from told
      where agency_id = ${actor.tenant} and employee_id = ${actor.id}))
    on conflict do nothing`.execute(db);
}

/** That something waits was said at a contact, `toldAt`; nothing before `floor` counts for it. */
export interface Told {
  floor: Date;
  toldAt: Date;
}

/** Those among the digests that were told of at an earlier contact. */
export async function toldFloors(
  db: DbOrTransaction,
  actor: Actor,
  digests: readonly string[],
): Promise<ReadonlyMap<string, Told>> {
  if (digests.length === 0) return new Map();
  const { rows } = await sql<Told & { digest: string }>`
    select digest, floor, told_at from told
    where agency_id = ${actor.tenant} and employee_id = ${actor.id} and digest = any(${digests}::text[])`.execute(db);
  return new Map(rows.map(({ digest, ...told }) => [digest, told]));
}

/** What has come need not be remembered. */
export async function forgetTold(db: DbOrTransaction, actor: Actor, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return;
  await sql`delete from told
    where agency_id = ${actor.tenant} and employee_id = ${actor.id} and digest = any(${digests}::text[])`.execute(db);
}

/** What was told of so long ago comes no more. */
export async function forgetOldTold(db: DbOrTransaction, now: Date): Promise<void> {
  await sql`delete from told where told_at < ${now}::timestamptz - interval '400 days'`.execute(db);
}
