// What is said of when work was logged: the words for it are the same for employee, supervisor and auditor. How it is
// found: timeliness.ts.

import type { ClockVerdict } from '#shared/sync/bounded-time.ts';

/** Planned by an administrator, found from the server's own heartbeat, or declared by an administrator (network of a region). */
export type OutageKind = 'maintenance' | 'unplanned' | 'declared';

export type OutageSpan = {
  kind: OutageKind;
  startsAt: string;
  /** Null while it goes on. */
  endsAt: string | null;
  reason: string;
};

/** That an administrator opened it again for a person or a unit, until a day, and why (extensions.ts). */
export type Reopened = { lastDay: string; reason: string };

export type Timeliness = {
  /** implausible: the claim cannot be believed, and what is known does not rule out that it was in time. */
  verdict: 'in-time' | 'late' | 'implausible';
  /** ISO 8601 UTC, moved where an outage moved it; null while the outage goes on, or while it waits for a shift. */
  deadline: string | null;
  /** The outage that moved it last. */
  movedBy: OutageSpan | null;
  /** The outage is over, but the shift to whose day the deadline moves is not planned yet. */
  waitsForShift?: true;
  /** Where it has longer by that than it would have. */
  reopened?: Reopened;
  /** When its content was changed after the deadline; null where it was not. Who approves it should know. */
  editedLate: string | null;
};

/** A verdict with what it was made of, as it is kept with what was paid by it. */
export type Timing = Timeliness & {
  /** The instant that counts (shared/sync/bounded-time.ts), and how far the device's clock was believed. */
  loggedAt: string;
  clock: ClockVerdict;
};
