// Who uses this device. Read by the app at its start and by the service worker, both without any network. One person at a
// time, in all tabs: acts go on beside each other, but never beside a change of the person.

import { Dexie, type Table } from 'dexie';
import {
  clearSynced,
  dexieStore,
  endWithPage,
  exclusively,
  oursOnly,
  PersonDatabase,
  SENT_KEPT_MS,
  together,
} from '#client/sync/index.ts';
import type { Session } from '#shared/people/api.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { type DeviceKey, deviceKeyOf, newKeyPair } from '#shared/sync/signing.ts';
import { tables } from '#shared/tables.ts';

/** What is remembered of a person who has signed in here, beside their own database. */
export interface PersonHere extends Session {
  lastUsed: string;
  /** How much was left to send when they signed out; the rest of what they left is unfinished. */
  unsent?: number;
}

/** The database of a person who signed out with everything sent: when it goes, and whether it was cleared already. */
interface Journal {
  database: string;
  until: string;
  cleared?: boolean;
}

class DeviceDatabase extends Dexie {
  declare readonly people: Table<PersonHere, string>;
  declare readonly journals: Table<Journal, string>;
  /** The key with which this device signs. */
  declare readonly keys: Table<{ name: 'signing'; pair: CryptoKeyPair }, string>;
  declare readonly settings: Table<{ key: 'current' | 'sign-out-due'; value: string }, string>;

  constructor() {
    super('kerjaku');
    endWithPage(this);
    this.version(1).stores({ people: 'employeeId', settings: 'key' });
    this.version(2).stores({ journals: 'database, until' });
    this.version(3).stores({ keys: 'name' });
  }
}

const device = new DeviceDatabase();

/** Held together by acts, alone by who changes the person. */
const PERSON_LOCK = 'kerjaku person';
/** Held by who changes the session at the server: a late sign-out must not end the session of who came next. */
const SESSION_LOCK = 'kerjaku session';
/** A server that does not answer must not hold up who wants to sign in. */
const SIGN_OUT_MS = 15_000;

/** Asked before every act: a connection that the storage lost while the app slept (iOS) is made anew for it. */
export function currentPerson(): Promise<PersonHere | null> {
  const read = async () => {
    const current = await device.settings.get('current');
    return (current && (await device.people.get(current.value))) ?? null;
  };
  return read().catch(() => {
    device.close({ disableAutoOpen: false });
    return read();
  });
}

export const isSamePerson = (one: Session | null, other: Session | null) =>
  one?.employeeId === other?.employeeId && one?.agencyId === other?.agencyId;

export const isCurrent = async (person: Session) => isSamePerson(person, await currentPerson());

/** Does it while the person is the one who uses this device; null where they are not, and nothing was done. */
export function whileCurrent<T>(person: Session, work: () => Promise<T>): Promise<T | null> {
  return together(PERSON_LOCK, async () => ((await isCurrent(person)) ? work() : null));
}

/** Changes the session at the server; nothing else does meanwhile. */
export const changeSession = <T>(work: () => Promise<T>) => exclusively(SESSION_LOCK, work);

export function rememberPerson(session: Session, now: Date): Promise<void> {
  return exclusively(PERSON_LOCK, () =>
    device.transaction('rw', device.people, device.settings, device.journals, async () => {
      await device.journals.delete(databaseName(session));
      const { employeeId, agencyId, agencyName, timeZone, name, nip, roles, expiresAt } = session;
      const person = { employeeId, agencyId, agencyName, timeZone, name, nip, roles, expiresAt };
      await device.people.put({ ...person, lastUsed: now.toISOString() });
      await device.settings.put({ key: 'current', value: employeeId });
      await device.settings.delete('sign-out-due');
    }),
  );
}

interface Left {
  /** Entries, decisions and files that go by themselves once the server is there. */
  unsent: number;
  /** What the server did not take: it waits for its owner, not for the server. */
  refused: number;
  /** Half-typed forms. */
  drafts: number;
}

/** Kept among the half-typed forms, but none: what somebody said once of the files that they bring. */
export const ATTENDANCE_MEMORY = 'attendance memory';
export const PERSONNEL_MEMORY = 'personnel memory';
export const FILE_MEMORIES = [ATTENDANCE_MEMORY, PERSONNEL_MEMORY];

/** What a sign-out would leave on the device. */
export async function leftIn(db: PersonDatabase): Promise<Left> {
  const [queued, refused, files, drafts] = await Promise.all([
    db.outbox.count(),
    db.attention.count(),
    db.uploads.count(),
    db.drafts.where('key').noneOf(FILE_MEMORIES).count(),
  ]);
  return { unsent: queued + files, refused, drafts };
}

/**
 * The person does not use the device any more. With nothing left to send or to finish they are forgotten, and what was synced
 * is due to go; else it stays, unseen by others. The server is told at once if it can be, else when it is next reached.
 */
export function leave(person: Session, db: PersonDatabase, now: Date): Promise<void> {
  return exclusively(PERSON_LOCK, async () => {
    if (!(await isCurrent(person))) return;
    const { unsent, refused, drafts } = await leftIn(db);
    await device.transaction('rw', device.people, device.settings, device.journals, async () => {
      await device.settings.delete('current');
      await device.settings.put({ key: 'sign-out-due', value: 'yes' });
      if (unsent + refused + drafts > 0) {
        await device.people.update(person.employeeId, { unsent });
        return;
      }
      await device.people.delete(person.employeeId);
      const until = new Date(now.getTime() + SENT_KEPT_MS).toISOString();
      await device.journals.put({ database: databaseName(person), until, cleared: false });
    });
  });
}

/** The key of this device, made when it is first asked for; null where the browser gives none. */
export async function deviceKey(): Promise<DeviceKey | null> {
  if (!globalThis.crypto?.subtle) return null;
  try {
    if (!(await device.keys.get('signing'))) {
      const pair = await newKeyPair();
      // Of two tabs that make one at once, the first one's stays.
      await device.keys.add({ name: 'signing', pair }).catch(() => undefined);
    }
    const kept = await device.keys.get('signing');
    return kept ? await deviceKeyOf(kept.pair) : null;
  } catch (error) {
    // Without a key the work goes up all the same; only how far back it may reach is less.
    console.error(error);
    return null;
  }
}

/** Ends a session at the server that was left on this device, unless somebody has signed in since. */
export function finishSignOut(fetch: typeof globalThis.fetch): Promise<void> {
  return changeSession(async () => {
    if (!(await device.settings.get('sign-out-due'))) return;
    const signal = AbortSignal.timeout(SIGN_OUT_MS);
    const response = await oursOnly(fetch)('/api/session', { method: 'DELETE', signal }).catch(() => null);
    if (response?.status === 204) await device.settings.delete('sign-out-due');
  });
}

/**
 * Clears what people left who went with everything sent, and deletes it when they have not come back in time. Until then
 * what the server acknowledged stays, seen by nobody: were the server restored from a backup, it would be the only copy.
 */
export async function clearJournals(now: Date): Promise<void> {
  for (const { database, until, cleared } of await device.journals.toArray()) {
    const isOver = until < now.toISOString();
    if (cleared !== false && !isOver) continue;
    // A run that was under way as the person left may still write.
    await exclusively(`sync ${database}`, async () => {
      if (!(await device.journals.get(database))) return;
      const db = new PersonDatabase(database, tables);
      if (cleared === false) await clearSynced(dexieStore(db));
      const { unsent, refused, drafts } = await leftIn(db);
      db.close();
      await device.journals.update(database, { cleared: true });
      // Typed in another tab at the very moment of the sign-out: it waits for its owner for as long as it takes.
      if (!isOver || unsent + refused + drafts > 0) return;
      await exclusively(PERSON_LOCK, async () => {
        // Whoever has come back meanwhile has taken it back.
        if (!(await device.journals.get(database))) return;
        await Dexie.delete(database);
        await device.journals.delete(database);
      });
    });
  }
}

/** Who has left work on this device that is not sent or not finished yet, while nobody is signed in. */
export const peopleWithUnsentWork = () => device.people.toArray();

const databaseName = ({ agencyId, employeeId }: Session) => `kerjaku ${agencyId} ${employeeId}`;

export const openDatabase = (person: Session) => new PersonDatabase(databaseName(person), tables);

export const actorOf = (person: Session): Actor => ({
  id: person.employeeId,
  tenant: person.agencyId,
  timeZone: person.timeZone,
  roles: person.roles,
});
