// The whole synced data. If a table is not here, it is on no device.
//
// A row belongs to exactly one scope:
//   agency scope   the directory of the agency: units, employees, assignments, delegations, its policies, calendar and
//                  working hours; every employee sees it, administrators write it
//   plan scope     an employee's SKP and what they ask of their team; seen by the employee, the supervisor or who acts for
//                  them, and the direct subordinates (their results intervene in these)
//   work scope     an employee's daily work, shifts, leave, evaluations and attendance; seen by the employee, and the
//                  supervisor or who acts for them; while it is open also by who must evaluate a period or decide an objection
//   pay scope      an employee's slips, corrections, sanctions and other entries, tax status and account; on the employee's
//                  own devices alone. Who keeps them reads them at the server.

import type { BehaviourValue } from '#shared/rules/behaviour.ts';
import type { ExplanationKind, ExplanationState } from '#shared/rules/explanation.ts';
import type { HolidayKind } from '#shared/rules/holidays.ts';
import type { GivenBackDays, LeaveConsideration, LeaveEntryKind, LeaveKind, LeaveState } from '#shared/rules/leave.ts';
import type { PayEntryKind } from '#shared/rules/pay-entries.ts';
import type { PtkpStatus } from '#shared/rules/payee.ts';
import type { Decimal, PolicyContent, PolicyKind, WeekHours } from '#shared/rules/policy.ts';
import type { Achievement, Predicate, Rating } from '#shared/rules/rating.ts';
import type { Slip } from '#shared/rules/slip.ts';
import type { OutageKind } from '#shared/rules/timing.ts';
import type { HoursLevel } from '#shared/rules/work-hours.ts';
import type { ClockVerdict } from '#shared/sync/bounded-time.ts';
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

export type AgencyId = Id<'agency'>;
export type EmployeeId = Id<'employee'>;
export type UnitId = Id<'unit'>;
export type SkpId = Id<'skp'>;
export type ResultId = Id<'result'>;
export type IndicatorId = Id<'indicator'>;
export type ActivityId = Id<'activity'>;
export type EvidenceId = Id<'evidence'>;
export type ConflictId = Id<'conflict'>;
export type EvaluationId = Id<'evaluation'>;

export const agencyScope = (agency: AgencyId) => `a:${agency}`;
export const planScope = (employee: EmployeeId) => `p:${employee}`;
export const workScope = (employee: EmployeeId) => `w:${employee}`;
export const payScope = (employee: EmployeeId) => `m:${employee}`;

/** PNS and PPPK hold a NIP and an account; a honorer helps without either. */
export type Employment = 'PNS' | 'PPPK' | 'honorer';
/** JPT leadership, JA administrative, JF functional post (UU 20/2023 article 13). */
export type PositionKind = 'JPT' | 'JA' | 'JF' | 'honorer';
/** Definitive holder, or acting: Plt (post vacant), Plh (holder absent). */
export type AssignmentKind = 'definitive' | 'plt' | 'plh';
export type DelegationKind = 'plt' | 'plh';
export type SkpApproach = 'quantitative' | 'qualitative';
export type SkpState = 'draft' | 'submitted' | 'returned' | 'approved';
/** Main duty, or additional work by assignment letter (PermenPANRB 6/2022). */
export type ResultKind = 'utama' | 'tambahan';
/** Point of view of a head's result (PermenPANRB 6/2022 annex, SKP of heads). */
export type Perspective = 'penerima-layanan' | 'proses-bisnis' | 'penguatan-internal' | 'anggaran';
/** Annexes 1 to 3 of an SKP: support with resources, scheme of accountability, consequences. */
export type AnnexKind = 'sumber-daya' | 'pertanggungjawaban' | 'konsekuensi';
export type IndicatorAspect = 'kuantitas' | 'kualitas' | 'waktu' | 'biaya';
export type TargetDirection = 'up' | 'down';
export type ActivityState = 'draft' | 'submitted' | 'returned' | 'approved';
export type EvidenceKind = 'link' | 'file';
export type ConflictState = 'open' | 'settled';
export type EvaluationKind = 'periodic' | 'annual';
export type EvaluationState = 'returned' | 'assessed' | 'rated' | 'final' | 'objected' | 'decided';
export type FeedbackAbout = 'activity' | 'result' | 'period';
/** Drawn up by the treasurer, checked by the treasurer's superior, approved by the head of the agency. */
export type PayrollState = 'drawn' | 'checked' | 'approved' | 'returned';
export type DocumentKind =
  | 'rencana-skp'
  | 'evaluasi'
  | 'dokumen-evaluasi'
  | 'laporan-bulanan'
  | 'konversi-angka-kredit'
  | 'akumulasi-angka-kredit';

/** The content of an SKP as one value: what an edition keeps and a template brings. */
export type SkpContent = {
  results: {
    id: ResultId;
    kind: ResultKind;
    text: string;
    parentId: ResultId | null;
    parentOwnerId: EmployeeId | null;
    expectation: string;
    perspective: Perspective | null;
    endedIn: number | null;
    createdAt: string;
  }[];
  indicators: {
    id: IndicatorId;
    resultId: ResultId;
    aspect: IndicatorAspect;
    text: string;
    targetMin: number | null;
    targetMax: number | null;
    targetText: string | null;
    unit: string;
    direction: TargetDirection;
  }[];
  expectations: { value: BehaviourValue; text: string }[];
  annexes: { id: string; kind: AnnexKind; text: string; createdAt: string }[];
};

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

export const tables = {
  unit: {
    columns: { name: text(), parentId: nullable(text<UnitId>()) },
    indexes: [],
  },
  employee: {
    columns: {
      nip: nullable(text()),
      name: text(),
      employment: text<Employment>(),
      /** Golongan, such as III/c; null for a honorer. */
      grade: nullable(text()),
    },
    indexes: [],
  },
  assignment: {
    columns: {
      employeeId: text<EmployeeId>(),
      unitId: text<UnitId>(),
      position: text(),
      positionKind: text<PositionKind>(),
      kind: text<AssignmentKind>(),
      supervisorId: nullable(text<EmployeeId>()),
      /** Kelas jabatan, 1 to 17: what the allowance is based on. Null where none is known. */
      postClass: later(nullable(integer()), null),
      /** Leads an independent unit (UPT, puskesmas, school), and plans as heads do (shared/rules/heads.ts). */
      leadsUnit: later(json<boolean>(), false),
      validFrom: date(),
      validUntil: nullable(date()),
    },
    indexes: ['employeeId', 'supervisorId'],
  },
  /** While it holds, `toId` also decides what `fromId` decides as the superior: Plt (post vacant) or Plh (holder absent). */
  delegation: {
    columns: {
      fromId: text<EmployeeId>(),
      toId: text<EmployeeId>(),
      kind: text<DelegationKind>(),
      validFrom: date(),
      validUntil: nullable(date()),
    },
    indexes: ['fromId', 'toId'],
  },
  skp: {
    columns: {
      employeeId: text<EmployeeId>(),
      approach: text<SkpApproach>(),
      validFrom: date(),
      validUntil: date(),
      state: text<SkpState>(),
      /** Grows by one with every change of content; a decision names the revision that was read. */
      revision: integer(),
      /** 1 for the first; every revision after an approval begins the next. The one before stays in force until then. */
      edition: later(integer(), 1),
      /** Why the approved SKP is revised; null in the first edition. */
      reason: later(nullable(text()), null),
      note: nullable(text()),
      /** The supervisor's notes on single results, with a return. */
      itemNotes: later(json<{ [resultId: ResultId]: string }>(), {}),
      submittedAt: nullable(instant()),
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
    },
    indexes: ['employeeId'],
  },
  /** An edition of an SKP that was approved and has since been revised: what stood in it, and who approved it. */
  edition: {
    columns: {
      skpId: text<SkpId>(),
      number: integer(),
      content: json<SkpContent>(),
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
    },
    indexes: ['skpId'],
  },
  result: {
    columns: {
      skpId: text<SkpId>(),
      kind: text<ResultKind>(),
      text: text(),
      /** The supervisor's RHK that this one intervenes in; null for the head of the agency. */
      parentId: nullable(text<ResultId>()),
      parentOwnerId: nullable(text<EmployeeId>()),
      /** What is expected, in words: the qualitative approach has it in place of indicators. */
      expectation: later(text(), ''),
      /** For heads only. */
      perspective: later(nullable(text<Perspective>()), null),
      /** The edition of the SKP from which it stands no more. Work done for it before still names it. */
      endedIn: later(nullable(integer()), null),
      createdAt: instant(),
    },
    indexes: ['skpId', 'kind'],
  },
  indicator: {
    columns: {
      skpId: text<SkpId>(),
      resultId: text<ResultId>(),
      aspect: text<IndicatorAspect>(),
      text: text(),
      /** Null where the target is in words. */
      targetMin: nullable(number()),
      /** Null where the target is a single number. */
      targetMax: nullable(number()),
      /** The target in words; null where it is a number. */
      targetText: later(nullable(text()), null),
      unit: text(),
      direction: text<TargetDirection>(),
    },
    indexes: ['skpId'],
  },
  /** What the head especially expects of a value (ekspektasi khusus pimpinan). Its id is `expectationId`. */
  expectation: {
    columns: { skpId: text<SkpId>(), value: text<BehaviourValue>(), text: text() },
    indexes: ['skpId'],
  },
  /** A line of the annexes of an SKP. */
  annex: {
    columns: { skpId: text<SkpId>(), kind: text<AnnexKind>(), text: text(), createdAt: instant() },
    indexes: ['skpId'],
  },
  /** A cell of the matrix of roles and results: the part of a head's result that a member of the team carries. */
  role: {
    columns: { resultId: text<ResultId>(), employeeId: text<EmployeeId>(), text: text(), createdAt: instant() },
    indexes: ['employeeId'],
  },
  /** A planned action for a result, in a quarter (2026-Q1) or a month (2026-03). */
  action: {
    columns: {
      skpId: text<SkpId>(),
      resultId: text<ResultId>(),
      period: text(),
      text: text(),
      createdAt: instant(),
    },
    indexes: ['skpId'],
  },
  /** How far the organisation that a head leads came in a period. Its id is `achievementId`. */
  achievement: {
    columns: { period: text(), value: text<Achievement>(), at: instant() },
    indexes: [],
  },
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
  leave: {
    columns: {
      kind: text<LeaveKind>(),
      validFrom: date(),
      validUntil: date(),
      reason: text(),
      state: text<LeaveState>(),
      /** Grows by one with every consideration and decision; who considers or decides names the one that was read. */
      revision: later(integer(), 1),
      /** What the superior said of it; null while that is open, and for who has no superior. */
      consideration: later(nullable(json<LeaveConsideration>()), null),
      /** Who decides, once it was considered; null: the office records what was decided above the agency. */
      officialId: later(nullable(text<EmployeeId>()), null),
      /** What was asked for, where the official granted other days. */
      askedFrom: later(nullable(date()), null),
      askedUntil: later(nullable(date()), null),
      /** Days of it that were not taken: called back to work, or given back. */
      givenBack: later(json<GivenBackDays[]>(), []),
      /** Of the decision. */
      note: nullable(text()),
      /** The paper that the office recorded the decision from. */
      paper: later(nullable(text()), null),
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
    },
    indexes: ['state'],
  },
  /** What the office states of somebody's annual leave (shared/rules/annual-leave.ts). */
  leaveEntry: {
    columns: {
      kind: text<LeaveEntryKind>(),
      /** Of whose right the days are: 2026. */
      year: text(),
      days: integer(),
      /** Of a statement: what may still be used from years before. */
      carried: integer(),
      /** A day of the year; on its morning it was so. */
      asOf: date(),
      /** The paper it rests on. */
      source: text(),
      /** Entered by mistake: it never held. */
      withdrawn: json<boolean>(),
      by: text<EmployeeId>(),
      at: instant(),
      withdrawnBy: nullable(text<EmployeeId>()),
      withdrawnAt: nullable(instant()),
      withdrawReason: nullable(text()),
    },
    indexes: ['kind'],
  },
  /** A document made on a device. Who has its code reads at the server what it must say. */
  document: {
    columns: {
      code: text(),
      kind: text<DocumentKind>(),
      /** What it says in short, as the records had it. */
      facts: json<{ [name: string]: string | number | null }>(),
      /** SHA-256 of the PDF. */
      sha256: text(),
      at: instant(),
      by: text<EmployeeId>(),
    },
    indexes: ['code'],
  },
  /** The agency's own rules from a day on (shared/rules/policy.ts). */
  policy: {
    columns: {
      kind: text<PolicyKind>(),
      validFrom: date(),
      content: json<PolicyContent>(),
      /** Why it reaches back to days that were past when it was adopted; null where it does not. */
      reason: later(nullable(text()), null),
      at: instant(),
    },
    indexes: ['kind'],
  },
  /** When people could not reach the server: it moves the deadlines that it overlaps (shared/rules/timeliness.ts). */
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
  /** A day of the agency's own calendar (shared/rules/holidays.ts). Its id is the date. */
  holiday: {
    columns: { date: date(), kind: text<HolidayKind>(), name: text() },
    indexes: ['kind'],
  },
  /** Working hours between two days that differ from the agency's own (shared/rules/work-hours.ts). */
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
  /** How far the allowances of a month are. Its id is the month. */
  payroll: {
    columns: {
      month: text(),
      state: text<PayrollState>(),
      /** Grows by one each time it is drawn up; a decision names the revision that was read. */
      revision: integer(),
      drawnBy: text<EmployeeId>(),
      drawnAt: instant(),
      checkedBy: nullable(text<EmployeeId>()),
      checkedAt: nullable(instant()),
      approvedBy: nullable(text<EmployeeId>()),
      approvedAt: nullable(instant()),
      /** Why it came back. */
      note: nullable(text()),
    },
    indexes: ['state'],
  },
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
  /** A shift that the superior planned (shared/rules/shifts.ts), or that a day is free. Its id is `shiftId`. */
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
  /** The allowance of a month as it was drawn up: nothing that happens later changes it. Its id is the month. */
  slip: {
    columns: { month: text(), content: json<Slip>(), at: instant() },
    indexes: [],
  },
  /** A correction of the allowance, paid with the month it is dated in. */
  adjustment: {
    columns: {
      month: text(),
      /** The closed month that it corrects; null where it corrects none. */
      forMonth: nullable(text()),
      /** Rupiah, with its sign. */
      amount: text<Decimal>(),
      reason: text(),
      by: text<EmployeeId>(),
      at: instant(),
    },
    indexes: ['month', 'forMonth'],
  },
  /** What holds for one person's allowance between two days (shared/rules/pay-entries.ts). */
  payEntry: {
    columns: {
      employeeId: text<EmployeeId>(),
      kind: text<PayEntryKind>(),
      validFrom: date(),
      /** Null: until it is ended. */
      validUntil: nullable(date()),
      /** Null where the policy says how much. */
      percent: nullable(text<Decimal>()),
      /** Of a second post. */
      postClass: nullable(integer()),
      /** The paper it rests on. */
      source: text(),
      /** Entered by mistake: it never held. */
      withdrawn: json<boolean>(),
      by: text<EmployeeId>(),
      at: instant(),
      endedBy: nullable(text<EmployeeId>()),
      endedAt: nullable(instant()),
      endReason: nullable(text()),
    },
    indexes: ['employeeId', 'kind'],
  },
  /**
   * How an employee is paid and taxed from a month on (shared/rules/payee.ts). Never changed: a later row says what holds.
   */
  payee: {
    columns: {
      employeeId: text<EmployeeId>(),
      month: text(),
      /** Null where the office has not told it. */
      ptkp: nullable(text<PtkpStatus>()),
      npwp: nullable(text()),
      bank: nullable(text()),
      account: nullable(text()),
      /** Rupiah of the salary of a month: what is taxed of it, the tax that was taken of it, what health insurance is paid on. */
      salary: nullable(text<Decimal>()),
      salaryTax: nullable(text<Decimal>()),
      insuredSalary: nullable(text<Decimal>()),
      /** Rupiah of tax on the allowance as somebody reckoned it, for this month alone. */
      tax: nullable(text<Decimal>()),
      /** Rupiah of THR, 13th month and the like in this month, and of the tax that was taken of it. */
      extra: nullable(text<Decimal>()),
      extraTax: nullable(text<Decimal>()),
      /** Rupiah for the last tax period: pension paid in the year; income and tax of months of which there is no list. */
      yearPension: nullable(text<Decimal>()),
      earlierGross: nullable(text<Decimal>()),
      earlierTax: nullable(text<Decimal>()),
      by: text<EmployeeId>(),
      at: instant(),
    },
    indexes: ['employeeId'],
  },
  /** An SKP to start from, for a position. Its id is `templateId`. */
  template: {
    columns: { position: text(), content: json<SkpContent>(), at: instant() },
    indexes: [],
  },
  /** Unsent work that somebody else brought by a file (server/import). Its id is the file's own. */
  delivery: {
    columns: { by: text<EmployeeId>(), count: integer(), at: instant() },
    indexes: [],
  },
  conflict: {
    columns: {
      table: text<'activity' | 'result' | 'indicator' | 'expectation'>(),
      rowId: text(),
      field: text(),
      /** What stayed in the row. */
      kept: json(),
      /** What the other device wanted. */
      offered: json(),
      at: instant(),
      state: text<ConflictState>(),
    },
    indexes: ['rowId', 'state'],
  },
} satisfies Tables;

export type TableName = keyof typeof tables;
export type Row<Name extends TableName> = RowOf<(typeof tables)[Name]>;

export type Unit = Row<'unit'>;
export type Employee = Row<'employee'>;
export type Assignment = Row<'assignment'>;
export type Delegation = Row<'delegation'>;
export type Skp = Row<'skp'>;
export type Result = Row<'result'>;
export type Indicator = Row<'indicator'>;
export type Activity = Row<'activity'>;
export type Evidence = Row<'evidence'>;
export type Conflict = Row<'conflict'>;
export type Edition = Row<'edition'>;
export type Expectation = Row<'expectation'>;
export type Annex = Row<'annex'>;
export type Role = Row<'role'>;
export type Action = Row<'action'>;
export type AchievementRow = Row<'achievement'>;
export type Feedback = Row<'feedback'>;
export type Realisation = Row<'realisation'>;
export type Evaluation = Row<'evaluation'>;
export type Leave = Row<'leave'>;
export type LeaveEntry = Row<'leaveEntry'>;
export type DocumentRow = Row<'document'>;
export type Policy = Row<'policy'>;
export type Outage = Row<'outage'>;
export type Template = Row<'template'>;
export type HolidayRow = Row<'holiday'>;
export type Payroll = Row<'payroll'>;
export type Attendance = Row<'attendance'>;
export type WorkHoursRow = Row<'workHours'>;
export type ShiftRow = Row<'shift'>;
export type Explanation = Row<'explanation'>;
export type SlipRow = Row<'slip'>;
export type Adjustment = Row<'adjustment'>;
export type PayEntryRow = Row<'payEntry'>;
export type PayeeRow = Row<'payee'>;
export type Delivery = Row<'delivery'>;

// Where a thing can exist only once, its id says which: two devices that make it make the same row.
export const expectationId = (skp: SkpId, value: BehaviourValue) => `${skp}.${value}`;
export const realisationId = (indicator: IndicatorId, period: string) => `${indicator}.${period}`;
export const evaluationId = (skp: SkpId, period: string): EvaluationId => `${skp}.${period}`;
export const editionId = (skp: SkpId, number: number) => `${skp}.${number}`;
export const achievementId = (leader: EmployeeId, period: string) => `${leader}.${period}`;

/** Of a title, which may be longer than an id and hold any letter: readable, and another one for every other title. */
export function templateId(position: string): string {
  const name = position.toLowerCase();
  // FNV-1a of 64 bits: both sides and every version of the app make the same.
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(name)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `${name.replace(/[^a-z0-9]+/g, '-').slice(0, 60)}.${hash.toString(16).padStart(16, '0')}`;
}
