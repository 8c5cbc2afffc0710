// Daily work, its evidence, and what is asked about it once it is approved.

import type { EmployeeId } from '#shared/people/tables.ts';
import type { ResultId } from '#shared/plan/tables.ts';
import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
import {
  date,
  type Id,
  instant,
  integer,
  later,
  nullable,
  number,
  type RowOf,
  type Tables,
  text,
} from '#shared/sync/table.ts';

export type ActivityId = Id<'activity'>;
export type EvidenceId = Id<'evidence'>;
export type ActivityState = 'draft' | 'submitted' | 'returned' | 'approved';
export type EvidenceKind = 'link' | 'file';
export type ReopeningState = 'asked' | 'withdrawn' | 'declined' | 'reopened';

export const workTables = {
  activity: {
    columns: {
      employeeId: text<EmployeeId>(),
      resultId: text<ResultId>(),
      date: date(),
      title: text(),
      description: text(),
      /** HH:MM, or null where only the duration is known. An end before the start is on the next day. */
      start: nullable(text()),
      end: nullable(text()),
      minutes: integer(),
      quantity: number(),
      unit: text(),
      state: text<ActivityState>(),
      /** Grows by one with every change of content; a decision names the revision that was read. */
      revision: integer(),
      note: nullable(text()),
      /** When it was logged, as far as that can be known, and how far the device's clock could be believed. */
      createdAt: instant(),
      clock: later(text<ClockVerdict>(), 'trusted'),
      /** When its content was last changed after it was logged. */
      editedAt: later(nullable(instant()), null),
      submittedAt: nullable(instant()),
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
      /** Who typed it, where its owner did not: the owner confirmed it (shared/helping). */
      typedBy: later(nullable(text<EmployeeId>()), null),
    },
    indexes: ['date', 'state'],
  },
  evidence: {
    columns: {
      /** What it belongs to: an activity, or else the explanation of a day. */
      activityId: nullable(text<ActivityId>()),
      explanationDate: later(nullable(date()), null),
      kind: text<EvidenceKind>(),
      name: text(),
      url: nullable(text()),
      sha256: nullable(text()),
      type: nullable(text()),
      /** Bytes. */
      size: nullable(integer()),
      /** SHA-256 of the small picture of a photo, a file of its own. */
      thumbnail: nullable(text()),
      /** When the photo was taken, by the camera's own clock: YYYY-MM-DDTHH:MM:SS without a zone. */
      takenAt: nullable(text()),
      /** Where it was taken, as latitude and longitude in degrees: only if the person kept it. */
      place: nullable(text()),
    },
    indexes: ['activityId', 'explanationDate'],
  },
  /** That an approved activity be reopened: at most one request an activity, the last. */
  reopening: {
    columns: {
      activityId: text<ActivityId>(),
      /** Why, in its author's words. */
      reason: text(),
      state: text<ReopeningState>(),
      /** Grows by one each time it is asked; an answer names the revision that was read. */
      revision: integer(),
      askedAt: instant(),
      /** Why it was declined. */
      note: nullable(text()),
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
    },
    indexes: ['state'],
  },
} satisfies Tables;

export type Activity = RowOf<(typeof workTables)['activity']>;
export type Evidence = RowOf<(typeof workTables)['evidence']>;
export type Reopening = RowOf<(typeof workTables)['reopening']>;

/** Two devices that ask about one activity ask once. */
export const reopeningId = (activityId: string) => `${activityId}.reopening`;
