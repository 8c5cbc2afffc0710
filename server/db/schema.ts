// The tables that only the server knows. The synced tables stand in shared/tables.ts.

import type { Generated, JSONColumnType } from 'kysely';
import type { Outcome, Role } from '#shared/protocol.ts';
import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
import type { Json } from '#shared/sync/table.ts';

export interface Database {
  agency: { id: string; name: string; timeZone: string };
  account: { agencyId: string; employeeId: string; nip: string; passwordHash: string; roles: Role[] };
  session: { tokenHash: Buffer; agencyId: string; employeeId: string; createdAt: Date; expiresAt: Date };
  /** The version counter of each scope, the latch that orders its writers, and the head of its log (server/audit). */
  scope: {
    agencyId: string;
    id: string;
    version: Generated<number>;
    /** Drawn anew with each version, by a trigger. */
    stamp: Generated<string>;
    logLines: Generated<number>;
    logHash: Generated<string>;
  };
  /**
   * Every version that a scope has had, with its stamp: a device that holds a version of another stamp holds a history
   * that this database has lost (server/sync/epoch.ts).
   */
  scopeVersion: { agencyId: string; scopeId: string; version: number; stamp: string };
  device: {
    agencyId: string;
    id: string;
    employeeId: string;
    lastSeq: Generated<number>;
    app: string;
    firstContact: Date;
    lastContact: Date;
    /** Nothing that the device sends counts as done before it (shared/sync/bounded-time.ts). */
    floor: Date;
    /** When the first of the requests began that follow each other without a pause. */
    runBegan: Date;
    /** What it said at its last contact to keep still: shared/protocol.ts, Left. */
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
  };
}
