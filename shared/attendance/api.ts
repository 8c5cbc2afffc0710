// What the office asks the server of explanations.

import * as v from 'valibot';
import { ATTENDANCE_CODES } from './rules/codes.ts';
import { EXPLANATION_KINDS } from './rules/explanation.ts';

/** A day that an employee explained, as the office decides on it: with what the machine has, and what was sent beside the words. */
const ExplanationForOffice = v.object({
  employeeId: v.string(),
  name: v.string(),
  nip: v.nullable(v.string()),
  position: v.string(),
  /** Plain date. */
  date: v.string(),
  kind: v.picklist(EXPLANATION_KINDS),
  text: v.string(),
  letter: v.nullable(v.string()),
  state: v.picklist(['agreed', 'accepted', 'refused']),
  revision: v.number(),
  note: v.nullable(v.string()),
  submittedAt: v.string(),
  /** Names, and moments in ISO 8601 UTC. */
  agreedBy: v.nullable(v.string()),
  agreedAt: v.nullable(v.string()),
  decidedBy: v.nullable(v.string()),
  decidedAt: v.nullable(v.string()),
  /** HH:MM; null where the machine has no record of the day. */
  attendance: v.nullable(
    v.object({ arrival: v.nullable(v.string()), departure: v.nullable(v.string()), duty: v.boolean() }),
  ),
  /** HH:MM; null on a day that is not worked. */
  hours: v.nullable(v.object({ start: v.string(), end: v.string() })),
  /** What the day is held for without the explanation, and would be with it; empty for a day as it should be. */
  codes: v.object({ without: v.array(v.picklist(ATTENDANCE_CODES)), with: v.array(v.picklist(ATTENDANCE_CODES)) }),
  /** Whether the allowance of its month was approved: what is accepted now is paid as a correction. */
  monthClosed: v.boolean(),
  evidence: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(['link', 'file']),
      name: v.string(),
      url: v.nullable(v.string()),
      sha256: v.nullable(v.string()),
      type: v.nullable(v.string()),
      size: v.nullable(v.number()),
      thumbnail: v.nullable(v.string()),
      takenAt: v.nullable(v.string()),
      place: v.nullable(v.string()),
    }),
  ),
});

/** Answer of GET /api/explanations: what waits for the office, the oldest day first, and what it decided last. */
export const Explanations = v.object({
  waiting: v.array(ExplanationForOffice),
  decided: v.array(ExplanationForOffice),
});
export type Explanations = v.InferOutput<typeof Explanations>;

/** Answer of GET /api/explanations/waiting. */
export const WaitingExplanations = v.object({ count: v.number() });
export type WaitingExplanations = v.InferOutput<typeof WaitingExplanations>;
