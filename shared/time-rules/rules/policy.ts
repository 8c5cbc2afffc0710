// When an agency works, and until when it logs and approves: where it decides for itself.

import { policyOf } from '#shared/time/dated.ts';

/** Monday first. */
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** HH:MM; `rest`: minutes in it that are no work, where they are told. */
export type DayHours = { start: string; end: string; rest?: number };
export type WeekHours = Record<Weekday, DayHours | null>;

export type TimePolicy = {
  /** HH:MM in the agency's time zone; null on a day without work. */
  hours: WeekHours;
  /** Minutes of effective work expected on a working day. */
  effectiveMinutes: number;
  /**
   * Whether the minutes that are required, of a day and for the allowance, are the same on every working day, or follow its
   * hours where these differ from the agency's own: in Ramadan, of part-time, of shifts (required-minutes.ts).
   */
  effectiveBy: 'day' | 'hours';
  /** Days after the day of the work until which it may be logged: 0 is the same day. */
  deadlineDays: number;
  /** HH:MM in the agency's time zone, 24:00 for the end of the day. */
  deadlineTime: string;
  /** Minutes after the deadline that are still in time: a request on a slow network takes its time. */
  graceMinutes: number;
  /** An outage counts that touches this many minutes before the deadline. */
  outageMinutes: number;
  /** Working days after the end of the outage, at whose deadline time the moved deadline lies. */
  movedByWorkingDays: number;
  /** Day of the next month until which supervisors approve a month's work. Later approvals are paid as a correction. */
  approvalDay: number;
  /** The regulation that these rules are from; "contoh" where they are only an example. */
  source: string;
};

const office = (end: string, rest: number) => ({ start: '07:30', end, rest });

// Five days of 37.5 hours without rest: Perpres 21/2023. 5.5 effective hours: Kepmendagri 900-4700/2020. A day is
// logged by 24.00: custom of the regents' regulations on TPP.
export const DEFAULT_TIME: TimePolicy = {
  hours: {
    ...{ 1: office('16:00', 60), 2: office('16:00', 60), 3: office('16:00', 60), 4: office('16:00', 60) },
    ...{ 5: office('16:30', 90), 6: null, 7: null },
  },
  effectiveMinutes: 330,
  effectiveBy: 'day',
  ...{ deadlineDays: 0, deadlineTime: '24:00', graceMinutes: 15, outageMinutes: 240, movedByWorkingDays: 1 },
  approvalDay: 5,
  source: 'contoh',
};

export const timePolicyOn = policyOf('time', DEFAULT_TIME);
