// What the evaluation of a period leaves: realisations, feedback, ratings, the record.

import type { EmployeeId, UnitId } from '#shared/people/tables.ts';
import type { BehaviourValue } from '#shared/plan/rules/behaviour.ts';
import type { IndicatorId, ResultId, SkpContent, SkpId } from '#shared/plan/tables.ts';
import {
  date,
  type Id,
  instant,
  integer,
  json,
  later,
  nullable,
  number,
  type RowOf,
  type Tables,
  text,
} from '#shared/sync/table.ts';
import type { Achievement, Predicate, Rating } from './rules/rating.ts';

export type EvaluationId = Id<'evaluation'>;
export type EvaluationKind = 'periodic' | 'annual';
export type EvaluationState = 'returned' | 'assessed' | 'rated' | 'final' | 'objected' | 'decided';
export type FeedbackAbout = 'activity' | 'result' | 'period';

/** What an employee says of a period: the realisation of each result in words, and of each indicator as a number. */
export type Assessment = {
  results: { [resultId: ResultId]: string };
  realised: { [indicatorId: IndicatorId]: number };
  note: string;
  /** The employee said nothing until the deadline: the evaluator went on without, with the numbers of approved work. */
  missing?: true;
};

/** What the evaluator says of it: feedback on each result and each value, and recommendations. */
export type Review = {
  results: { [resultId: ResultId]: string };
  behaviours: { [Value in BehaviourValue]?: string };
  note: string;
};

/** A person as the documents of a day name them. */
export type PersonOnPaper = {
  id: EmployeeId;
  name: string;
  nip: string | null;
  grade: string | null;
  position: string;
  unitId: UnitId;
};

/** What stood when an evaluation became final; nobody's later move or plan changes it. */
export type EvaluationRecord = {
  edition: number;
  plan: SkpContent;
  employee: PersonOnPaper;
  evaluator: PersonOnPaper;
  resultRating: Rating;
  behaviourRating: Rating;
  predicate: Predicate;
};

export const evaluationTables = {
  /** How far the organisation that a head leads came in a period. Its id is `achievementId`. */
  achievement: {
    columns: { period: text(), value: text<Achievement>(), at: instant() },
    indexes: [],
  },
  /** Umpan balik of the supervisor, at any time. */
  feedback: {
    columns: {
      about: text<FeedbackAbout>(),
      /** Id of the activity or the result, or the period. */
      targetId: text(),
      text: text(),
      by: text<EmployeeId>(),
      at: instant(),
    },
    indexes: ['targetId'],
  },
  /** What an indicator reached in a period, where the sum of the approved activities does not tell it. Its id is
   * `realisationId`. */
  realisation: {
    columns: {
      skpId: text<SkpId>(),
      indicatorId: text<IndicatorId>(),
      period: text(),
      value: number(),
      reason: text(),
      at: instant(),
    },
    indexes: ['skpId'],
  },
  /** Evaluation of a period of an SKP. Its id is `evaluationId`, so that two devices mean the same. */
  evaluation: {
    columns: {
      skpId: text<SkpId>(),
      kind: text<EvaluationKind>(),
      period: text(),
      /** The days that are evaluated: the period, as far as the SKP covers it. */
      validFrom: date(),
      validUntil: date(),
      /** The superior on the last of these days. */
      evaluatorId: text<EmployeeId>(),
      state: text<EvaluationState>(),
      revision: integer(),
      assessment: json<Assessment>(),
      review: nullable(json<Review>()),
      achievement: nullable(text<Achievement>()),
      resultRating: nullable(text<Rating>()),
      behaviourRating: nullable(text<Rating>()),
      predicate: nullable(text<Predicate>()),
      /** Why it came back. */
      note: nullable(text()),
      record: nullable(json<EvaluationRecord>()),
      objection: nullable(text()),
      /** The evaluator's superior, who decides an objection. */
      deciderId: nullable(text<EmployeeId>()),
      decision: nullable(text()),
      followUp: nullable(text()),
      assessedAt: instant(),
      ratedAt: nullable(instant()),
      ratedBy: nullable(text<EmployeeId>()),
      finalAt: nullable(instant()),
      /** When the employee first had it before them: the days for an objection count from then. */
      receivedAt: later(nullable(instant()), null),
      objectedAt: nullable(instant()),
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
    },
    indexes: ['skpId', 'state'],
  },
} satisfies Tables;

export type AchievementRow = RowOf<(typeof evaluationTables)['achievement']>;
export type Feedback = RowOf<(typeof evaluationTables)['feedback']>;
export type Realisation = RowOf<(typeof evaluationTables)['realisation']>;
export type Evaluation = RowOf<(typeof evaluationTables)['evaluation']>;

export const realisationId = (indicator: IndicatorId, period: string) => `${indicator}.${period}`;

export const evaluationId = (skp: SkpId, period: string): EvaluationId => `${skp}.${period}`;

export const achievementId = (leader: EmployeeId, period: string) => `${leader}.${period}`;
