// The plan of the year (SKP): its results, indicators and what else belongs to it.

import type { EmployeeId } from '#shared/people/tables.ts';
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
import type { BehaviourValue } from './rules/behaviour.ts';

export type SkpId = Id<'skp'>;
export type ResultId = Id<'result'>;
export type IndicatorId = Id<'indicator'>;
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

/** The content of an SKP as one value: what an edition keeps and a template brings. */
export type SkpContent = {
  results: {
    id: ResultId;
    kind: ResultKind;
    text: string;
    parentId: ResultId | null;
    parentOwnerId: EmployeeId | null;
    /** Absent in what earlier versions kept. */
    parentText?: string | null;
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

export const planTables = {
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
      /** Its words when the own SKP was sent to the superior: a paper keeps them, whatever is written there later. */
      parentText: later(nullable(text()), null),
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
  /** An SKP to start from, for a position. Its id is `templateId`. */
  template: {
    columns: { position: text(), content: json<SkpContent>(), at: instant() },
    indexes: [],
  },
} satisfies Tables;

export type Skp = RowOf<(typeof planTables)['skp']>;
export type Result = RowOf<(typeof planTables)['result']>;
export type Indicator = RowOf<(typeof planTables)['indicator']>;
export type Edition = RowOf<(typeof planTables)['edition']>;
export type Expectation = RowOf<(typeof planTables)['expectation']>;
export type Annex = RowOf<(typeof planTables)['annex']>;
export type Role = RowOf<(typeof planTables)['role']>;
export type Action = RowOf<(typeof planTables)['action']>;
export type Template = RowOf<(typeof planTables)['template']>;

// Where a thing can exist only once, its id says which: two devices that make it make the same row.
export const expectationId = (skp: SkpId, value: BehaviourValue) => `${skp}.${value}`;

export const editionId = (skp: SkpId, number: number) => `${skp}.${number}`;

/** Of a title, which may be longer than an id and hold any letter: readable, and another one for every other title. */
export function templateId(position: string): string {
  const name = position.toLowerCase();
  // FNV-1a of 64 bits: both sides and every version of the app make the same.
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(name)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `${name.replace(/[^a-z0-9]+/g, '-').slice(0, 60)}.${hash.toString(16).padStart(16, '0')}`;
}
