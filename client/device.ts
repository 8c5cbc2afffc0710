// Who uses this device. Read by the app at its start and by the service worker, both without any network.

import { Dexie, type Table } from 'dexie';
import type { Session } from '#shared/protocol.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { type DeviceKey, deviceKeyOf, newKeyPair } from '#shared/sync/signing.ts';
import { tables } from '#shared/tables.ts';
import { clearSynced, dexieStore, PersonDatabase, SENT_KEPT_MS } from './sync/index.ts';

/** What is remembered of a person who has signed in here, beside their own database. */
export interface PersonHere extends Session {
  lastUsed: string;
}

class DeviceDatabase extends Dexie {
  declare readonly people: Table<PersonHere, string>;
  /** Databases of people who signed out with everything sent, and when they go. */
  declare readonly journals: Table<{ database: string; until: string }, string>;
  /** The key with which this device signs. */
  declare readonly keys: Table<{ name: 'signing'; pair: CryptoKeyPair }, string>;
  declare readonly settings: Table<{ key: 'current' | 'sign-out-due'; value: string }, string>;

  constructor() {
    super('kerjaku');
    this.version(1).stores({ people: 'employeeId', settings: 'key' });
    this.version(2).stores({ journals: 'database, until' });
    this.version(3).stores({ keys: 'name' });
  }
}

const device = new DeviceDatabase();

export async function currentPerson(): Promise<PersonHere | null> {
  const current = await device.settings.get('current');
  return (current && (await device.people.get(current.value))) ?? null;
}

export function rememberPerson(session: Session, now: Date): Promise<void> {
  return device.transaction('rw', device.people, device.settings, device.journals, async () => {
    await device.journals.delete(databaseName(session));
    const { employeeId, agencyId, agencyName, timeZone, name, nip, roles, expiresAt } = session;
    const person = { employeeId, agencyId, agencyName, timeZone, name, nip, roles, expiresAt };
    await device.people.put({ ...person, lastUsed: now.toISOString() });
    await device.settings.put({ key: 'current', value: employeeId });
    await device.settings.delete('sign-out-due');
  });
}

/** The key of this device, made when it is first asked for; null where the browser gives none (no secure context). */
export async function deviceKey(): Promise<DeviceKey | null> {
  if (!globalThis.crypto?.subtle) return null;
  if (!(await device.keys.get('signing'))) {
    const pair = await newKeyPair();
    // Of two tabs that make one at once, the first one's stays.
    await device.keys.add({ name: 'signing', pair }).catch(() => undefined);
  }
  const kept = await device.keys.get('signing');
  return kept ? deviceKeyOf(kept.pair) : null;
}

/** Nobody uses the device any more. The server is told at once if it can be, else when it is next reached. */
export function leave(): Promise<void> {
  return device.transaction('rw', device.settings, async () => {
    await device.settings.delete('current');
    await device.settings.put({ key: 'sign-out-due', value: 'yes' });
  });
}

/** Ends a session at the server that was left on this device while the server could not be reached. */
export async function finishSignOut(fetch: typeof globalThis.fetch): Promise<void> {
  if (!(await device.settings.get('sign-out-due'))) return;
  const response = await fetch('/api/session', { method: 'DELETE' }).catch(() => null);
  if (response?.status === 204) await device.settings.delete('sign-out-due');
}

/** Forgets a person who has nothing unsent here. What was acknowledged stays for a time, seen by nobody. */
export async function forgetPerson(person: Session, now: Date): Promise<void> {
  const db = openDatabase(person);
  await clearSynced(dexieStore(db));
  db.close();
  await device.transaction('rw', device.people, device.journals, async () => {
    await device.people.delete(person.employeeId);
    const until = new Date(now.getTime() + SENT_KEPT_MS).toISOString();
    await device.journals.put({ database: databaseName(person), until });
  });
}

/** Deletes what people left here who have not come back in time. */
export async function clearOldJournals(now: Date): Promise<void> {
  for (const { database } of await device.journals.where('until').below(now.toISOString()).toArray()) {
    await Dexie.delete(database);
    await device.journals.delete(database);
  }
}

/** Who has left work on this device that is not sent yet, while nobody is signed in. */
export const peopleWithUnsentWork = () => device.people.toArray();

const databaseName = ({ agencyId, employeeId }: Session) => `kerjaku ${agencyId} ${employeeId}`;

export const openDatabase = (person: Session) => new PersonDatabase(databaseName(person), tables);

export const actorOf = (person: Session): Actor => ({
  id: person.employeeId,
  tenant: person.agencyId,
  timeZone: person.timeZone,
  roles: person.roles,
});
