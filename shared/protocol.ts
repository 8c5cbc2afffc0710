// The whole wire between a device and the server, but the pokes (pokes.ts). Everything else the server answers is a
// problem (RFC 9457).

import * as v from 'valibot';
import { EXPLANATION_KINDS } from '#shared/rules/explanation.ts';
import { LEAVE_ENTRY_KINDS, LEAVE_KINDS } from '#shared/rules/leave.ts';
import { YEAR_AMOUNTS } from '#shared/rules/net-pay.ts';
import { PAY_ENTRY_KINDS } from '#shared/rules/pay-entries.ts';
import { PAYEE_AMOUNTS, PAYEE_FIELDS, PTKP_STATUSES } from '#shared/rules/payee.ts';
import { ATTENDANCE_CODES, SLIP_LINE_KINDS } from '#shared/rules/slip.ts';
import type { QueuedMutation, Refusal } from '#shared/sync/mutation.ts';
import { DIGEST_LENGTH } from '#shared/sync/proof.ts';
import type { Json } from '#shared/sync/table.ts';
import * as value from '#shared/sync/values.ts';

/** Grows when this file changes in a way that an older device cannot understand; such a device gets 426. */
export const PROTOCOL = 2;

export const LIMITS = {
  /** Mutations in one request; a device splits a longer queue. */
  batch: 200,
  /** Bytes of a request body, after decompression. */
  body: 2_000_000,
  /** Bytes of one mutation as JSON; acts for the agency may fill a whole body. */
  mutation: 64_000,
  /** Levels of nesting in a mutation's arguments. */
  depth: 8,
  /** Scopes that one mutation may write, and rows and questions that it may read. */
  scopes: 200,
  reads: 2_000,
  /** Mutations that a device may tell of before it sends them. */
  waiting: 20_000,
  /** Rows in one answer; the rest follows in further pages. */
  page: 1000,
  /** Bytes of one evidence file. */
  file: 10_000_000,
} as const;

/** A queued mutation under the number that the device gave it: 1, 2, 3, ... without gaps. */
export type NumberedMutation = QueuedMutation & { seq: number };

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** What the device says beside its work must never stand in the way of it: a hint that makes no sense is no hint. */
const hint = <Value>(schema: v.GenericSchema<unknown, Value>) => v.fallback(v.optional(v.nullable(schema), null), null);
/** A UUID in whatever letters; both sides compare it in small ones. */
const uuid = v.pipe(v.string(), v.toLowerCase(), value.uuid);

/**
 * How much of a scope a device holds: every row up to version `through`. `rest`, the server's own word, stands for a
 * page read in part; the device only carries it back.
 */
export const Position = v.strictObject({
  through: count,
  /** Names the history in which the scope had that version; without it, of an older server, it cannot be checked. */
  stamp: v.optional(v.pipe(v.string(), v.uuid())),
  rest: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});
export type Position = v.InferOutput<typeof Position>;

/** What a device keeps beside the batch it sends: shown to administrators, so that nothing lies unsent unseen. */
export const Left = v.strictObject({
  /** Mutations that wait for a later request, and when the person did the oldest of them, as the device claims. */
  unsent: v.pipe(count, v.maxValue(1_000_000)),
  oldest: v.nullable(value.instant),
  /** Refused mutations that wait for the person. */
  kept: v.pipe(count, v.maxValue(1_000_000)),
});
export type Left = v.InferOutput<typeof Left>;

const queued = {
  id: uuid,
  name: v.string(),
  v: v.number(),
  args: v.unknown(),
  at: v.string(),
  redoes: v.optional(uuid),
};
/** Whatever is wrong with one mutation is refused as its own; an entry that has no id or number is no mutation. */
const batchOf = <Entries>(mutation: v.GenericSchema<unknown, Entries>) =>
  v.pipe(v.array(mutation), v.maxLength(LIMITS.batch));

const Digest = v.pipe(v.string(), v.length(DIGEST_LENGTH), v.regex(/^[\w-]+$/));
/** A public key of a device (P-256 as SPKI in base64url: 91 bytes), and what it signed (shared/sync/proof.ts). */
export const PublicKey = v.pipe(v.string(), v.regex(/^[\w-]{122}$/));
const Signature = v.pipe(v.string(), v.maxLength(200), v.regex(/^[\w-]+$/));

export const SyncRequest = v.strictObject({
  protocol: v.number(),
  /** Version of the app, for support. */
  app: v.pipe(
    value.anyText,
    v.transform((app) => app.slice(0, 40)),
  ),
  /** Whose queue this is. The server refuses it when somebody else is signed in. */
  actor: v.pipe(v.string(), v.maxLength(40)),
  device: uuid,
  mutations: batchOf(v.object({ seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), ...queued })),
  /** More of the queue follows at once: what changed can wait for the last part of it. */
  continues: v.optional(v.boolean(), false),
  known: v.record(v.pipe(v.string(), v.maxLength(60)), Position),
  /** The history of the server that `known` and `settled` belong to; null before the first answer. */
  epoch: v.nullable(v.pipe(v.string(), v.uuid())),
  /** The last number that the server told this device to be settled. */
  settled: count,
  /** The server's own word for that answer: without it, what the device says of the server's history proves nothing. */
  seal: hint(v.pipe(v.string(), v.maxLength(100))),
  left: hint(Left),
  /** The device's own clock as it sends, so that a wrong one can be corrected. */
  clock: hint(value.instant),
  /** Digests of mutations that wait for a later request and were not told of before: they keep the time of this one. */
  waiting: v.optional(v.pipe(v.array(Digest), v.maxLength(LIMITS.waiting)), []),
  /** The key of the device and its signature: who proves to be the device of an earlier contact keeps its time. */
  proof: hint(v.strictObject({ key: PublicKey, signature: Signature })),
});
export type SyncRequest = v.InferOutput<typeof SyncRequest>;

const RefusalShape: v.GenericSchema<unknown, Refusal> = v.looseObject({ code: v.string() }) as never;
/** What became of a mutation. `versions`: the version each scope it wrote has with its effect in it. */
export const Outcome = v.variant('result', [
  v.object({
    seq: count,
    id: v.string(),
    result: v.picklist(['applied', 'conflict']),
    versions: v.record(v.string(), count),
  }),
  v.object({ seq: count, id: v.string(), result: v.literal('refused'), refusal: RefusalShape }),
]);
export type Outcome = v.InferOutput<typeof Outcome>;

/** Rows of one table in one scope as they are now, and the ids of those that are gone. */
export const ChangeSet = v.object({
  table: v.string(),
  scope: v.string(),
  rows: v.array(v.looseObject({ id: v.string(), version: count })),
  removed: v.array(v.string()),
});
export type ChangeSet = v.InferOutput<typeof ChangeSet>;

export const SyncResponse = v.object({
  protocol: v.literal(PROTOCOL),
  /** The server's clock, ISO 8601 UTC. */
  now: v.string(),
  /** The last number that the server has settled for this device. */
  lastSeq: count,
  /** The server's history. Another one after it was restored from a backup: what it answered before may be gone. */
  epoch: v.string(),
  outcomes: v.array(Outcome),
  changes: v.array(ChangeSet),
  /** The positions after these changes, of every scope the person sees today. A scope not named is left. */
  positions: v.record(v.string(), Position),
  /** More pages wait: ask again at once. */
  more: v.boolean(),
  /**
   * Seals what this answer tells of the server's history; the device brings it back with its next request. Null where the
   * device said that more of its queue follows: then nothing was pulled, and only the outcomes count.
   */
  seal: v.nullable(v.string()),
});
export type SyncResponse = v.InferOutput<typeof SyncResponse>;

/** The app that an imported batch names, in place of a version: it is no device that anybody uses. */
export const IMPORT_APP = 'import';

/** Unsent work from a file, whole or in parts. */
export const ImportRequest = v.strictObject({
  person: v.pipe(v.string(), v.maxLength(40)),
  mutations: batchOf(v.strictObject(queued)),
  /** What the file says of itself, over all that it holds: who made it, and that nobody changed it since. */
  proof: v.optional(
    v.strictObject({
      device: v.pipe(v.string(), v.uuid()),
      exportedAt: v.string(),
      lines: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(LIMITS.waiting)),
      key: PublicKey,
      signature: Signature,
    }),
  ),
  /** Of the part before: the parts of a signed file come one after the other, none left out. */
  receipt: v.optional(v.pipe(v.string(), v.maxLength(100))),
});
export type ImportRequest = v.InferOutput<typeof ImportRequest>;

export const ImportResponse = v.object({
  /** Whose work it was. */
  name: v.string(),
  outcomes: v.array(Outcome),
  /** The server's word for how far a signed file has come; null of one that is not signed. */
  receipt: v.nullable(v.string()),
});
export type ImportResponse = v.InferOutput<typeof ImportResponse>;

/** How the devices of an agency sync, for administrators. Instants are ISO 8601 UTC. */
export const SyncHealth = v.object({
  devices: v.array(
    v.object({
      id: v.string(),
      employeeId: v.string(),
      name: v.string(),
      app: v.string(),
      lastContact: v.string(),
      /** As reported at the last contact. */
      unsent: count,
      oldestUnsent: v.nullable(v.string()),
      kept: count,
    }),
  ),
  refused: v.array(v.object({ code: v.string(), count, last: v.string() })),
  apps: v.array(v.object({ app: v.string(), devices: count })),
});
export type SyncHealth = v.InferOutput<typeof SyncHealth>;

/** Problems a device acts on; any other is a plain failure and is tried again later. */
export type ProblemCode =
  | 'signed-out'
  | 'other-person'
  | 'wrong-credentials'
  | 'too-many-requests'
  | 'outdated'
  | 'maintenance'
  | 'busy'
  | 'too-large'
  | 'sequence-gap'
  | 'device-forked'
  | 'new-epoch'
  | 'malformed'
  | 'forbidden'
  | 'unsigned'
  | 'not-found'
  | 'internal';

/** application/problem+json (RFC 9457); `code` is ours and stable, `title` is for people who read logs. */
export interface Problem {
  type: string;
  status: number;
  title: string;
  code: ProblemCode;
  detail?: string;
  /** maintenance: when it is expected to end (ISO 8601 UTC), and the administrator's words. */
  until?: string;
  message?: string;
  /** sequence-gap: the next number the server expects. device-forked: as well. */
  expected?: number;
  /** new-epoch: the server was restored from a backup; send again what it had acknowledged, and pull everything anew. */
  epoch?: string;
  /** new-epoch: seconds over which the devices spread their return. */
  spread?: number;
  [extension: string]: Json | undefined;
}

/** Who is signed in, as the session routes answer. */
export interface Session {
  employeeId: string;
  agencyId: string;
  agencyName: string;
  timeZone: string;
  name: string;
  nip: string;
  roles: Role[];
  expiresAt: string;
}

/** admin: the personnel agency (BKPSDM); treasurer: who draws up the allowances (bendahara). */
export type Role = 'admin' | 'treasurer';

/** Body of POST /api/documents/:code: the last six digits of the NIP that is printed on the paper. */
export const DocumentHolder = v.strictObject({ digits: v.pipe(v.string(), v.regex(/^\d{6}$/)) });
export type DocumentHolder = v.InferOutput<typeof DocumentHolder>;

/** Answer of GET and POST /api/documents/:code: that the document is genuine; what it must say only where it is `whole`. */
export const VerifiedDocument = v.object({
  whole: v.boolean(),
  agency: v.string(),
  kind: v.picklist([
    ...(['rencana-skp', 'evaluasi', 'dokumen-evaluasi', 'laporan-bulanan'] as const),
    ...(['konversi-angka-kredit', 'akumulasi-angka-kredit'] as const),
  ]),
  facts: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
  /** Of the PDF as it was made. */
  sha256: v.string(),
  at: v.string(),
});
export type VerifiedDocument = v.InferOutput<typeof VerifiedDocument>;

/** Answer of GET /api/status: the outages of the last ninety days, the latest first. */
export const ServiceStatus = v.object({
  now: v.string(),
  outages: v.array(
    v.object({
      agency: v.string(),
      kind: v.picklist(['maintenance', 'unplanned', 'declared']),
      reason: v.string(),
      startsAt: v.string(),
      /** Null while it goes on; of maintenance that is on, when it is expected to end. */
      endsAt: v.nullable(v.string()),
    }),
  ),
});
export type ServiceStatus = v.InferOutput<typeof ServiceStatus>;

export const PayrollMonth = v.object({ month: value.month });

/** The app that acts for the agency name, in place of a version: they come from no device's queue. */
export const OFFICE_APP = 'office';

/** Body of POST /api/office: acts for the agency, in order. The same ids again are answered from the record. */
export const OfficeRequest = v.strictObject({ mutations: batchOf(v.strictObject(queued)) });
export type OfficeRequest = v.InferOutput<typeof OfficeRequest>;

export const OfficeResponse = v.object({ outcomes: v.array(Outcome) });
export type OfficeResponse = v.InferOutput<typeof OfficeResponse>;

/** A line of the payroll: an employee's allowance as it stands. Amounts are rupiah in text, indices percent. */
export const PayrollLine = v.object({
  employeeId: v.string(),
  name: v.string(),
  nip: v.nullable(v.string()),
  grade: v.nullable(v.string()),
  position: v.string(),
  postClass: v.nullable(v.number()),
  base: v.string(),
  productivity: v.string(),
  discipline: v.string(),
  /** Percent off the discipline part for assemblies missed. */
  assemblies: v.string(),
  /** What the register and the rules on the whole make of it, by kind of line; rupiah with sign, four places. */
  byKind: v.record(v.picklist(SLIP_LINE_KINDS), v.string()),
  amount: v.string(),
  adjustments: v.string(),
  total: v.string(),
  /** Entries that would count if they were approved, and that were late. */
  waiting: v.number(),
  late: v.number(),
  /** Working days of which no attendance is recorded. */
  unknownDays: v.number(),
  /** Explanations of days that wait for the superior or the office. */
  explanations: v.number(),
  /** Of a closed month: what is known today would pay so much more, or less. Null where nothing differs. */
  correction: v.nullable(v.string()),
});
export type PayrollLine = v.InferOutput<typeof PayrollLine>;

/** Answer of GET /api/payroll/:month. From the slips as drawn up, where it was drawn up; else from what is known now. */
export const PayrollSheet = v.object({
  month: v.string(),
  state: v.picklist(['open', 'drawn', 'checked', 'approved', 'returned']),
  revision: v.number(),
  note: v.nullable(v.string()),
  /** Who drew it up, checked and approved it, and when. */
  steps: v.array(v.object({ act: v.picklist(['drawn', 'checked', 'approved']), name: v.string(), at: v.string() })),
  lines: v.array(PayrollLine),
  total: v.string(),
  /** Shifts to look at before the month is drawn up: two on a day, two at once, or none where one should be. */
  plan: v.array(
    v.object({
      employeeId: v.string(),
      name: v.string(),
      date: v.string(),
      what: v.picklist(['two-shifts', 'overlap', 'no-shift']),
      names: v.array(v.string()),
    }),
  ),
  /** What the one who asks may do now, and what the act must name. */
  may: v.array(v.picklist(['draw', 'check', 'approve', 'return', 'adjust'])),
  drawnBy: v.nullable(v.string()),
  headId: v.nullable(v.string()),
});
export type PayrollSheet = v.InferOutput<typeof PayrollSheet>;

/** Answer of GET /api/payroll/:month/:employeeId: the slip as paid (null where it is not drawn up), and as known now. */
export const PayrollSlip = v.object({
  name: v.string(),
  position: v.string(),
  /** Slips (shared/rules/slip.ts). */
  drawn: v.unknown(),
  now: v.unknown(),
  correction: v.nullable(v.string()),
});
export type PayrollSlip = v.InferOutput<typeof PayrollSlip>;

/** Answer of GET /api/pay-entries: what holds for single persons' allowances, the latest first, with what was ended. */
export const PayEntries = v.object({
  entries: v.array(
    v.object({
      id: v.string(),
      employeeId: v.string(),
      name: v.string(),
      kind: v.picklist(PAY_ENTRY_KINDS),
      validFrom: v.string(),
      validUntil: v.nullable(v.string()),
      percent: v.nullable(v.string()),
      postClass: v.nullable(v.number()),
      source: v.string(),
      withdrawn: v.boolean(),
      /** Names, and moments in ISO 8601 UTC. */
      by: v.string(),
      at: v.string(),
      endedBy: v.nullable(v.string()),
      endedAt: v.nullable(v.string()),
      endReason: v.nullable(v.string()),
    }),
  ),
});
export type PayEntries = v.InferOutput<typeof PayEntries>;

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

const nullableText = v.nullable(v.string());
/** Rupiah in text. */
const rupiah = v.string();

/** Answer of GET /api/payees/:month: how everybody in service is paid and taxed then, and what nobody told. */
export const Payees = v.object({
  people: v.array(
    v.object({
      ...{ employeeId: v.string(), name: v.string(), nip: nullableText },
      ...{ ptkp: v.nullable(v.picklist(PTKP_STATUSES)), npwp: nullableText, bank: nullableText, account: nullableText },
      ...v.entriesFromList(PAYEE_AMOUNTS, nullableText),
      missing: v.array(v.picklist(PAYEE_FIELDS)),
      /** Whether the month is the person's last tax period; the months of its year of which there is no closed list here. */
      ...{ lastPeriod: v.boolean(), openMonths: v.array(v.string()) },
      /** The month from which it holds, who told it, and when; null where nobody did. */
      ...{ since: nullableText, by: nullableText, at: nullableText },
    }),
  ),
});
export type Payees = v.InferOutput<typeof Payees>;

/** Answer of GET /api/net-pay/:month (shared/rules/net-pay.ts); without lines where nothing is drawn up. */
export const NetPay = v.object({
  month: v.string(),
  state: v.picklist(['open', 'drawn', 'checked', 'approved', 'returned']),
  lines: v.array(
    v.object({
      ...{ employeeId: v.string(), name: v.string(), nip: nullableText, grade: nullableText, position: v.string() },
      ...{ ptkp: nullableText, npwp: nullableText, bank: nullableText, account: nullableText },
      ...{ amount: rupiah, adjustments: rupiah, total: rupiah },
      missing: v.array(v.picklist(PAYEE_FIELDS)),
      /** Of a last tax period: the months of its year of which there is no closed list here. */
      openMonths: v.array(v.string()),
      amounts: v.nullable(
        v.object({
          ...{ taxed: rupiah, rate: nullableText, tax: rupiah, insured: rupiah },
          ...{ employee: rupiah, employer: rupiah, net: rupiah },
          /** How the tax of a last period comes about. */
          year: v.nullable(v.object(v.entriesFromList(YEAR_AMOUNTS, rupiah))),
        }),
      ),
    }),
  ),
  totals: v.object({
    people: v.number(),
    ...{ amount: rupiah, adjustments: rupiah, total: rupiah },
    ...{ tax: rupiah, employee: rupiah, employer: rupiah, net: rupiah },
  }),
  outside: v.object({ people: v.number(), total: rupiah }),
  checks: v.array(
    v.object({ name: v.picklist(['gross', 'net', 'payroll']), left: rupiah, right: rupiah, off: rupiah }),
  ),
});
export type NetPay = v.InferOutput<typeof NetPay>;

/** Answer of GET /api/leave: what the office stated of annual leave, the latest first, and what it must record. */
export const OfficeLeave = v.object({
  entries: v.array(
    v.object({
      id: v.string(),
      employeeId: v.string(),
      name: v.string(),
      kind: v.picklist(LEAVE_ENTRY_KINDS),
      year: v.string(),
      days: v.number(),
      carried: v.number(),
      asOf: v.string(),
      source: v.string(),
      withdrawn: v.boolean(),
      /** Names, and moments in ISO 8601 UTC. */
      by: v.string(),
      at: v.string(),
      withdrawnBy: v.nullable(v.string()),
      withdrawnAt: v.nullable(v.string()),
      withdrawReason: v.nullable(v.string()),
    }),
  ),
  /** Requests on which nobody in the agency decides. */
  waiting: v.array(
    v.object({
      id: v.string(),
      employeeId: v.string(),
      name: v.string(),
      kind: v.picklist(LEAVE_KINDS),
      validFrom: v.string(),
      validUntil: v.string(),
      reason: v.string(),
      revision: v.number(),
    }),
  ),
});
export type OfficeLeave = v.InferOutput<typeof OfficeLeave>;

/** Answer of POST /api/payroll/preview: whose allowance a new policy changes, month by month. */
export const PolicyPreview = v.object({
  months: v.array(
    v.object({
      month: v.string(),
      /** already: the policy reaches back to it. example: it would have, had it held then. */
      kind: v.picklist(['already', 'running', 'example']),
      people: v.number(),
      changed: v.array(v.object({ employeeId: v.string(), name: v.string(), before: v.string(), after: v.string() })),
    }),
  ),
});
export type PolicyPreview = v.InferOutput<typeof PolicyPreview>;

/** Maintenance as an administrator announces it. */
export const Maintenance = v.strictObject({
  /** Where it lies ahead, that is when it begins; else it begins at once. */
  startsAt: v.optional(value.instant),
  until: value.instant,
  message: v.pipe(value.text(300), v.minLength(1)),
});
