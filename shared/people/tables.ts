// The directory of an agency: its units, people, their posts and who acts for whom.

import { date, type Id, integer, json, later, nullable, type RowOf, type Tables, text } from '#shared/sync/table.ts';
import type { Role } from './rules/roles.ts';

export type AgencyId = Id<'agency'>;
export type EmployeeId = Id<'employee'>;
export type UnitId = Id<'unit'>;

/** PNS and PPPK hold a NIP and an account; a honorer helps without either. */
export type Employment = 'PNS' | 'PPPK' | 'honorer';

/** JPT leadership, JA administrative, JF functional post (UU 20/2023 article 13). */
export type PositionKind = 'JPT' | 'JA' | 'JF' | 'honorer';

/** Definitive holder, or acting: Plt (post vacant), Plh (holder absent). */
export type AssignmentKind = 'definitive' | 'plt' | 'plh';
export type DelegationKind = 'plt' | 'plh';

export const peopleTables = {
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
      /** Leads an independent unit (UPT, puskesmas, school), and plans as heads do (shared/people/rules/heads.ts). */
      leadsUnit: later(json<boolean>(), false),
      /**
       * Heads the agency: nobody in it is above. Without a superior somebody else only waits for one to be named, and until
       * then nobody decides on their records.
       */
      headsAgency: later(json<boolean>(), false),
      validFrom: date(),
      validUntil: nullable(date()),
    },
    indexes: ['employeeId', 'supervisorId'],
  },
  /** What somebody may do for the agency beside the own work, from one day to another (rules/roles.ts). */
  officeRole: {
    columns: {
      employeeId: text<EmployeeId>(),
      role: text<Role>(),
      validFrom: date(),
      validUntil: nullable(date()),
    },
    indexes: ['employeeId'],
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
} satisfies Tables;

export type Unit = RowOf<(typeof peopleTables)['unit']>;
export type Employee = RowOf<(typeof peopleTables)['employee']>;
export type Assignment = RowOf<(typeof peopleTables)['assignment']>;
export type Delegation = RowOf<(typeof peopleTables)['delegation']>;
export type OfficeRole = RowOf<(typeof peopleTables)['officeRole']>;
