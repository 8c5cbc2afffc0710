// The audit log of each scope is a chain: every line carries the hash of itself and of the line before it, so that none
// can be changed, removed, added or moved without breaking all that follow.

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
import type { Outcome } from '#shared/sync/protocol.ts';

/** The last line of a scope's log, beside the scope's version. `hash` is empty before the first line. */
export interface Head {
  version: number;
  lines: number;
  hash: string;
}

/** Everything that a line says. Instants are ISO 8601 UTC with milliseconds. */
export interface LogLine {
  agency: string;
  scope: string;
  /** 1, 2, 3, ... within the scope. */
  number: number;
  device: string;
  employee: string;
  importedBy: string | null;
  seq: number;
  id: string;
  name: string;
  v: number;
  args: unknown;
  claimedAt: string;
  countedAt: string;
  receivedAt: string;
  /** Not in lines that are older than the bounding of time. */
  clock?: ClockVerdict;
  /** Only in lines of what does again what was refused. */
  redoes?: string;
  outcome: Outcome;
}

/** SHA-256 over the previous hash and the line, which is written in one way only (RFC 8785). */
export function lineHash(previous: string, line: LogLine): string {
  return createHash('sha256')
    .update(canonicalize([previous, line]) ?? '')
    .digest('hex');
}
