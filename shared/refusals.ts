// Every reason for which a mutation can be refused. Each has a sentence and, where there is one, a next step for the
// person in client/i18n. What is refused stays with the person, with all its content.

import type { ExplanationKind } from './attendance/rules/explanation.ts';
import type { LeaveKind } from './leave/rules/leave.ts';
import type { Employment } from './people/tables.ts';
import type { MissingPart } from './plan/rules/skp-completeness.ts';
import type { Refusal } from './sync/mutation.ts';
import type { Json } from './sync/table.ts';

type None = Record<never, never>;

export interface RefusalDetails {
  // The sender is broken, hostile, or of another version.
  'unknown-mutation': { name: string };
  'newer-mutation': { name: string };
  malformed: { issues: { path: string; problem: string }[] };
  /** The server's rule broke on it: a mistake of ours, not of the person. */
  'rule-failed': None;
  /** The database has no place for a value in it. */
  'not-storable': None;
  /** Another act, or somebody else's, has this id. */
  'id-taken': None;
  /** A file brings only the own work of whoever made it, and no decisions. */
  'not-by-file': None;
  // Who may do it.
  forbidden: None;
  'not-administrator': None;
  'not-treasurer': None;
  'not-supervisor': { date: string };
  'supervisor-changed': None;
  // What it is done to.
  'not-found': { table: string };
  'already-exists': { table: string };
  'parent-not-found': { table: string; id: string };
  // The state it is in.
  locked: { state: string };
  'wrong-state': { state: string };
  'changed-since': { seen: number; stored: number };
  // The content.
  'date-in-future': { date: string };
  'date-past': { date: string };
  'not-first-of-month': None;
  'not-whole-months': None;
  'end-required': None;
  'pay-entry-overlaps': { from: string; until: string | null };
  /** Of working hours that hold for the same persons already. */
  'hours-overlap': { name: string; from: string; until: string | null };
  'own-supervisor': None;
  /** Of a helper who holds no post that day. */
  'helper-without-post': None;
  /** Of a helper who would approve what they typed. */
  'helper-decides': None;
  'help-too-long': { until: string; days: number };
  'too-many-helpers': { most: number };
  /** Of what is typed for somebody who is not helped at that time; its last day, where it simply came. */
  'help-over': { until: string | null };
  /** Of what the owner has confirmed: it is theirs. */
  'typed-decided': None;
  /** Nobody is named who decides: on the own records, or above the evaluator. */
  'no-superior': { of: 'own' | 'evaluator' };
  /** An administrator who would leave by the own act: nobody might be left to take it back. */
  'own-leaving': None;
  /** An administrator who would give up the own role: nobody might be left to give it. */
  'own-role': None;
  /** After it nobody would be administrator without a last day. */
  'last-administrator': None;
  /** Of units or superiors, of whom somebody would stand above themselves. */
  'goes-round': { table: string };
  /** Of a list of people, whose effect is no longer the one that was shown. */
  'directory-changed': None;
  'outside-skp': { date: string };
  'skp-period-taken': { validFrom: string; validUntil: string };
  'period-reversed': None;
  /** Of a leave that is asked for or approved already. */
  'leave-overlaps': { from: string; until: string };
  /** A day that was accepted as work. */
  'worked-on-day': { date: string };
  'day-on-leave': { from: string; until: string };
  'own-leave': None;
  /** Of a leave that is longer than its kind may be: since when it lasts, and until when it may. */
  'leave-too-long': { kind: LeaveKind; months: number; from: string; until: string };
  /** Of who is not the official that decides on the leave. */
  'not-official': None;
  /** Of days that are given back, and are no days of the leave. */
  'not-on-leave': { from: string; until: string };
  'own-explanation': None;
  /** Of an explanation that rests on a letter. */
  'letter-required': { kind: ExplanationKind };
  /** Of a day in a month whose allowance was approved. */
  'explained-late': { month: string };
  'leave-not-for': { kind: LeaveKind; employment: Employment };
  'target-reversed': None;
  'too-much-evidence': { most: number };
  incomplete: { missing: MissingPart[] };
  // The time.
  'period-not-over': { from: string };
  'too-late': { until: string };
  /** The employee may still assess; null while an outage that moves the day goes on. */
  'assessment-open': { until: string | null };
  'outside-plan': { period: string };
  'never-approved': None;
  'month-closed': { month: string };
  'month-open': { month: string };
  'nothing-to-correct': None;
  // What a document says against what is recorded.
  'facts-differ': { fact: string };
  unrated: None;
}

export type RefusalCode = keyof RefusalDetails;

export function refuse<Code extends RefusalCode>(
  code: Code,
  details: RefusalDetails[Code],
): { result: 'refused'; refusal: Refusal } {
  return { result: 'refused', refusal: { ...(details as unknown as Record<string, Json>), code } };
}
