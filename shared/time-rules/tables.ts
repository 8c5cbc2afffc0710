// What decides which time counts: holidays, working hours, shifts, outages.

import type { EmployeeId } from '#shared/people/tables.ts';
import { date, instant, json, nullable, type RowOf, type Tables, text } from '#shared/sync/table.ts';
import type { Extension, Filling } from './rules/extensions.ts';
import type { HolidayKind } from './rules/holidays.ts';
import type { WeekHours } from './rules/policy.ts';
import type { OutageKind } from './rules/timing.ts';
import type { HoursLevel } from './rules/work-hours.ts';

export const timeRulesTables = {
  /** When people could not reach the server: it moves the deadlines that it overlaps (shared/time-rules/rules/timeliness.ts). */
  outage: {
    columns: {
      kind: text<OutageKind>(),
      startsAt: instant(),
      /** Null while it goes on. */
      endsAt: nullable(instant()),
      reason: text(),
      by: nullable(text<EmployeeId>()),
    },
    indexes: ['kind'],
  },
  /** What may be filled in longer than its last day (shared/time-rules/rules/extensions.ts). */
  extension: {
    columns: {
      filling: text<Filling>(),
      level: text<Extension['level']>(),
      /** Of the unit or the person. */
      targetId: text(),
      from: date(),
      until: date(),
      lastDay: date(),
      reason: text(),
      by: text<EmployeeId>(),
      at: instant(),
      /** Ended before its last day, which then is the day of this. */
      endedBy: nullable(text<EmployeeId>()),
      endedAt: nullable(instant()),
      endReason: nullable(text()),
    },
    indexes: [],
  },
  /** A day of the agency's own calendar (shared/time-rules/rules/holidays.ts). Its id is the date. */
  holiday: {
    columns: { date: date(), kind: text<HolidayKind>(), name: text() },
    indexes: ['kind'],
  },
  /** Working hours between two days that differ from the agency's own (shared/time-rules/rules/work-hours.ts). */
  workHours: {
    columns: {
      level: text<HoursLevel>(),
      /** Of the unit or the person; null for everybody. */
      targetId: nullable(text()),
      name: text(),
      /** Null: in shifts. */
      hours: nullable(json<WeekHours>()),
      validFrom: date(),
      /** Null: until it is ended. */
      validUntil: nullable(date()),
      /** Entered by mistake: it never held. */
      withdrawn: json<boolean>(),
      /** Why it reaches back to days that were past when it was entered; null where it does not. */
      reason: nullable(text()),
      by: text<EmployeeId>(),
      at: instant(),
      endedBy: nullable(text<EmployeeId>()),
      endedAt: nullable(instant()),
      endReason: nullable(text()),
    },
    indexes: [],
  },
  /** A shift that the superior planned (shared/time-rules/rules/shifts.ts), or that a day is free. Its id is `shiftId`. */
  shift: {
    columns: {
      month: text(),
      /** On which it begins. */
      date: date(),
      name: text(),
      /** HH:MM; both null: the day is free. */
      start: nullable(text()),
      end: nullable(text()),
      by: text<EmployeeId>(),
      at: instant(),
    },
    indexes: ['month'],
  },
} satisfies Tables;

export type Outage = RowOf<(typeof timeRulesTables)['outage']>;
export type ExtensionRow = RowOf<(typeof timeRulesTables)['extension']>;
export type HolidayRow = RowOf<(typeof timeRulesTables)['holiday']>;
export type WorkHoursRow = RowOf<(typeof timeRulesTables)['workHours']>;
export type ShiftRow = RowOf<(typeof timeRulesTables)['shift']>;
