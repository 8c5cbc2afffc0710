// The whole synced data. If a table is not here, it is on no device.
//
// A row belongs to exactly one scope:
//   agency scope   the directory of the agency: units, employees, assignments, delegations; every employee sees it
//   plan scope     an employee's SKP; seen by the employee, the supervisor or who acts for them, and the direct subordinates
//                  (their results intervene in these)
//   work scope     an employee's daily work; seen by the employee, and the supervisor or who acts for them

import {
  date,
  type Id,
  instant,
  integer,
  json,
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

export const agencyScope = (agency: AgencyId) => `a:${agency}`;
export const planScope = (employee: EmployeeId) => `p:${employee}`;
export const workScope = (employee: EmployeeId) => `w:${employee}`;

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
export type IndicatorAspect = 'kuantitas' | 'kualitas' | 'waktu' | 'biaya';
export type TargetDirection = 'up' | 'down';
export type ActivityState = 'draft' | 'submitted' | 'returned' | 'approved';
export type EvidenceKind = 'link' | 'file';
export type ConflictState = 'open' | 'settled';

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
      note: nullable(text()),
      submittedAt: nullable(instant()),
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
    },
    indexes: ['employeeId'],
  },
  result: {
    columns: {
      skpId: text<SkpId>(),
      kind: text<ResultKind>(),
      text: text(),
      /** The supervisor's RHK that this one intervenes in; null for the head of the agency. */
      parentId: nullable(text<ResultId>()),
      parentOwnerId: nullable(text<EmployeeId>()),
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
      targetMin: number(),
      /** Null where the target is a single number. */
      targetMax: nullable(number()),
      unit: text(),
      direction: text<TargetDirection>(),
    },
    indexes: ['skpId'],
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
      createdAt: instant(),
      submittedAt: nullable(instant()),
      decidedAt: nullable(instant()),
      decidedBy: nullable(text<EmployeeId>()),
    },
    indexes: ['date', 'state'],
  },
  evidence: {
    columns: {
      activityId: text<ActivityId>(),
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
    indexes: ['activityId'],
  },
  conflict: {
    columns: {
      table: text<'activity' | 'result' | 'indicator'>(),
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
