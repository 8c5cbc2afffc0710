// The tables that only the server knows. The synced tables stand in shared/tables.ts.

import type { Generated, JSONColumnType } from 'kysely';
import type { AgencyKind } from '#shared/agency/set-up.ts';
import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { Json } from '#shared/sync/table.ts';

export interface Database {
  /** `epoch` and `sealKey`: server/sync/epoch.ts. */
  agency: {
    id: string;
    name: string;
    timeZone: string;
    kind: Generated<AgencyKind>;
    /** The lines above a letter of the agency. */
    letterhead: Generated<string>;
    epoch: Generated<string>;
    sealKey: Generated<Buffer>;
  };
  /** Links that open the set-up of an empty database, once (server/subjects/agency/set-up-link.ts). */
  setUpLink: { tokenHash: Buffer; expiresAt: Date };
  account: { agencyId: string; employeeId: string; nip: string; passwordHash: string };
  session: {
    tokenHash: Buffer;
    agencyId: string;
    employeeId: string;
    createdAt: Date;
    expiresAt: Date;
    /** When a device of it last synced. */
    lastContact: Date | null;
    /** As the browser called itself (server/auth/browser-name.ts). */
    browser: Generated<string>;
  };
  /** One-time codes that open an account (server/auth/activation.ts). */
  activation: {
    agencyId: string;
    employeeId: string;
    nip: string;
    codeHash: Buffer;
    createdAt: Date;
    createdBy: string;
    expiresAt: Date;
  };
  /** Keys that devices have proven to hold, and when each was last heard of (server/sync/contact.ts). */
  deviceKey: { agencyId: string; employeeId: string; publicKey: string; lastContact: Date };
  /** What devices told to be waiting, and the earliest instant that it may count as when it comes. */
  told: { agencyId: string; employeeId: string; digest: string; floor: Date; toldAt: Date };
  /** The version counter of each scope, the latch that orders its writers, and the head of its log (server/audit). */
  scope: {
    agencyId: string;
    id: string;
    version: Generated<number>;
    /** Drawn anew with each version, by a trigger. */
    stamp: Generated<string>;
    logLines: Generated<number>;
    logHash: Generated<string>;
    /** Said with a new version: the tables that it changes. A trigger keeps it in `scope_version`; here it is null again. */
    moved: string[] | null;
  };
  /**
   * Every version that a scope has had, with its stamp: a device that holds a version of another stamp holds a history
   * that this database has lost (server/sync/epoch.ts).
   */
  scopeVersion: {
    agencyId: string;
    scopeId: string;
    version: number;
    stamp: string;
    /** The synced tables in which it changed rows; null where that is not known: it may be any. */
    tables: string[] | null;
  };
  device: {
    agencyId: string;
    id: string;
    employeeId: string;
    lastSeq: Generated<number>;
    app: string;
    firstContact: Date;
    lastContact: Date;
    /** The key that it holds; null of a device from before there were keys. */
    publicKey: string | null;
    /** What it said at its last contact to keep still: shared/people/api.ts, Left. */
    unsent: Generated<number>;
    oldestUnsent: Date | null;
    kept: Generated<number>;
  };
  /**
   * Every mutation ever received, with its outcome: what makes a repetition harmless, and the audit log. PostgreSQL
   * lets nobody change or delete a line. `number` counts within the scope; `hash` seals the line and all before it.
   */
  mutationLog: {
    agencyId: string;
    deviceId: string;
    seq: number;
    id: string;
    employeeId: string;
    name: string;
    v: number;
    args: JSONColumnType<{ [key: string]: Json } | Json[]>;
    claimedAt: Date;
    countedAt: Date;
    receivedAt: Date;
    clock: ClockVerdict | null;
    outcome: JSONColumnType<Outcome>;
    /** Null, with `number` and `hash`, where the line is older than the chain. */
    scopeId: string | null;
    number: number | null;
    hash: string | null;
    /** The administrator who brought it from a file of unsent work. */
    importedBy: string | null;
    /** Of the content as it came: another one under the same id is no repetition. Null in older lines. */
    digest: string | null;
    /** The refused mutation that this one does again. */
    redoes: string | null;
  };
  maintenance: {
    id: Generated<number>;
    agencyId: string;
    startsAt: Date;
    until: Date;
    message: string;
    endedAt: Date | null;
    createdBy: string;
  };
  /** `key`: under which the storage holds it. */
  file: {
    agencyId: string;
    sha256: string;
    type: string;
    size: number;
    uploadedBy: string;
    createdAt: Date;
    key: string;
    /** Since when no entry names it (server/files/cleaning.ts). */
    unnamedSince: Generated<Date | null>;
  };
  /** Who has had the content of a file in hand or in sight, and may therefore attach it (server/files/holders.ts). */
  fileHolder: { agencyId: string; sha256: string; employeeId: string };
  /** Uploads that have begun and not ended. */
  upload: { agencyId: string; id: string; employeeId: string; begunAt: Date };
  /** What a person has used of a day, against the quotas. */
  dailyUse: {
    agencyId: string;
    employeeId: string;
    day: string;
    refusedBytes: Generated<number>;
    fileBytes: Generated<number>;
  };
  /** Failed sign-ins, by what they have in common (server/auth/guesses.ts). */
  guess: { key: string; failures: number; at: Date };
  /** Browsers in which a person has signed in: their guesses are counted apart from everybody else's. */
  knownBrowser: { tokenHash: Buffer; agencyId: string; employeeId: string; lastUsed: Date };
}
