// Days by the attendance machine, and what their people say of them.

import type { EmployeeId } from '#shared/people/tables.ts';
import { date, instant, integer, json, later, nullable, type RowOf, type Tables, text } from '#shared/sync/table.ts';
import type { ExplanationKind, ExplanationState } from './rules/explanation.ts';

export const attendanceTables = {
  /** An employee's day by the attendance machine. Its id is the date. */
  attendance: {
    columns: {
      month: text(),
      date: date(),
      /** HH:MM; null where the machine has none. */
      arrival: nullable(text()),
      departure: nullable(text()),
      /** Official duty elsewhere. */
      duty: json<boolean>(),
      at: instant(),
    },
    indexes: ['month'],
  },
  /** What the employee says of a day of attendance (klarifikasi). Its id is the date. */
  explanation: {
    columns: {
      month: text(),
      date: date(),
      kind: text<ExplanationKind>(),
      text: text(),
      /** Number of the letter, where the kind rests on one. */
      letter: later(nullable(text()), null),
      state: text<ExplanationState>(),
      /** Grows by one each time that it is given; a decision names the revision that was read. */
      revision: integer(),
      /** Why it was returned or refused. */
      note: nullable(text()),
      submittedAt: instant(),
      /** By the superior, who agrees or returns. */
      agreedAt: nullable(instant()),
      agreedBy: nullable(text<EmployeeId>()),
      /** By the office, which accepts or refuses. */
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
    },
    indexes: ['month', 'state'],
  },
} satisfies Tables;

export type Attendance = RowOf<(typeof attendanceTables)['attendance']>;
export type Explanation = RowOf<(typeof attendanceTables)['explanation']>;
