// Leave (cuti): its kinds and states, and what is said of a request. Source: PP 11/2017 as amended by PP 17/2020, article 310
// and following; the form of Peraturan BKN 24/2017, annex I.b.

export const LEAVE_KINDS = ['tahunan', 'sakit', 'melahirkan', 'alasan-penting', 'besar', 'luar-tanggungan'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

/**
 * considered: the superior has spoken, the official decides. returned: withdrawn, or a superior's no by a released version of
 * the app. cancelled: no day of it was taken.
 */
export type LeaveState = 'submitted' | 'considered' | 'approved' | 'postponed' | 'refused' | 'returned' | 'cancelled';

/** States in which somebody is away, or may be. */
export const OPEN_LEAVE = ['submitted', 'considered', 'approved'] as const satisfies LeaveState[];

/** What a superior says, and an official decides (disetujui, perubahan, ditangguhkan, tidak disetujui). */
export const LEAVE_ANSWERS = ['agree', 'change', 'postpone', 'refuse'] as const;
export type LeaveAnswer = (typeof LEAVE_ANSWERS)[number];

/** Days from one to another, both included. */
export type LeaveDays = { validFrom: string; validUntil: string };

/** `days`: the other ones that the superior suggests. `by`: an employee's id. */
export type LeaveConsideration = {
  answer: LeaveAnswer;
  note: string | null;
  days: LeaveDays | null;
  by: string;
  at: string;
};

/** Days of an approved leave that are not taken after all. `by`: an employee's id. */
export type GivenBackDays = LeaveDays & { reason: string; by: string; at: string };

/**
 * left: what is left of a year's right and of the years before, as the office knows it. joint-leave: days more in a year, for who had to work on
 * joint leave (cuti bersama).
 */
export const LEAVE_ENTRY_KINDS = ['left', 'joint-leave'] as const;
export type LeaveEntryKind = (typeof LEAVE_ENTRY_KINDS)[number];
