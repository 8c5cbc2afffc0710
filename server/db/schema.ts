// The tables that only the server knows. The synced tables stand in shared/tables.ts.

import type { Generated, JSONColumnType } from 'kysely';
import type { Outcome, Role } from '#shared/protocol.ts';
import type { Json } from '#shared/sync/table.ts';

export interface Database {
  agency: { id: string; name: string; timeZone: string };
  account: { agencyId: string; employeeId: string; nip: string; passwordHash: string; roles: Role[] };
  session: { tokenHash: Buffer; agencyId: string; employeeId: string; createdAt: Date; expiresAt: Date };
  /** The version counter of each scope, and the latch that orders its writers. */
  scope: { agencyId: string; id: string; version: Generated<number> };
  device: {
    agencyId: string;
    id: string;
    employeeId: string;
    lastSeq: Generated<number>;
    app: string;
    firstContact: Date;
    lastContact: Date;
  };
  /** Every mutation ever received, with its outcome: what makes a repetition harmless. */
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
    outcome: JSONColumnType<Outcome>;
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
  file: { agencyId: string; sha256: string; type: string; size: number; uploadedBy: string; createdAt: Date };
}
