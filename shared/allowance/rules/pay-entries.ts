// What holds for one person's allowance between two days: a discipline sanction, an LHKPN that is not filed, a second post
// as Plt, the share of a CPNS, an assembly that was missed. What each kind does, and what it must say, is this table. The
// percent stands in each entry, beside the paper it rests on: the papers differ, and so do the regents' regulations.

import type { Decimal } from '#shared/decimal.ts';
import { addDays } from '#shared/time/working-time.ts';

export const PAY_ENTRY_KINDS = ['sanction', 'lhkpn', 'plt', 'cpns', 'assembly'] as const;
export type PayEntryKind = (typeof PAY_ENTRY_KINDS)[number];

export interface PayEntryRule {
  /**
   * whole: percent off the whole allowance. base: only so many percent of the base are paid. added: so many percent of the
   * base of another class come to it. discipline: off the discipline index, as the agency's policy says.
   */
  effect: 'whole' | 'base' | 'added' | 'discipline';
  /** What it spans: whole months, any days, or a single day. */
  span: 'months' | 'days' | 'day';
  /** Whether it may go on until somebody ends it. One that has an end by its nature is refused without it. */
  mayStayOpen: boolean;
  /** Percent that a form suggests; null where the entry has none of its own. */
  usual: Decimal | null;
  /** Where the usual percent is from; "contoh" where it is only an example. */
  source: string;
}

export const PAY_ENTRY_RULES: Record<PayEntryKind, PayEntryRule> = {
  // A medium sanction cuts the allowance by 25 % for 6, 9 or 12 months.
  sanction: { effect: 'whole', span: 'months', mayStayOpen: false, usual: '25', source: 'PP 94/2021' },
  // Until it is filed: nobody knows beforehand when. 15 % a month is what one regency takes.
  lhkpn: { effect: 'whole', span: 'months', mayStayOpen: true, usual: '15', source: 'contoh' },
  plt: { effect: 'added', span: 'days', mayStayOpen: false, usual: '20', source: 'contoh' },
  cpns: { effect: 'base', span: 'days', mayStayOpen: false, usual: '80', source: 'contoh' },
  assembly: { effect: 'discipline', span: 'day', mayStayOpen: false, usual: null, source: 'contoh' },
};

/** As rules read it; a row of the register (shared/tables.ts) has more. */
export interface PayEntry {
  kind: PayEntryKind;
  /** Plain dates, both included; null: until it is ended. */
  validFrom: string;
  validUntil: string | null;
  /** Null where the policy says how much. */
  percent: Decimal | null;
  /** Of the second post; null for any other kind. */
  postClass: number | null;
  /** The paper it rests on. */
  source: string;
  /** It was entered by mistake, and never held. */
  withdrawn: boolean;
}

export const holdsOn = ({ validFrom, validUntil, withdrawn }: PayEntry, date: string) =>
  !withdrawn && validFrom <= date && (validUntil === null || date <= validUntil);

type Dates = Pick<PayEntry, 'kind' | 'validFrom' | 'validUntil'>;

export type WrongSpan = 'end-required' | 'period-reversed' | 'not-whole-months';

/** What is wrong with the days of an entry; null where nothing is. */
export function wrongSpan({ kind, validFrom, validUntil }: Dates): WrongSpan | null {
  const { span, mayStayOpen } = PAY_ENTRY_RULES[kind];
  if (validUntil === null && !mayStayOpen) return 'end-required';
  if (validUntil !== null && validUntil < validFrom) return 'period-reversed';
  if (span === 'day' && validUntil !== validFrom) return 'period-reversed';
  const endsMonth = validUntil === null || addDays(validUntil, 1).endsWith('-01');
  return span === 'months' && !(validFrom.endsWith('-01') && endsMonth) ? 'not-whole-months' : null;
}

/** The entry of the same kind that holds on one of its days. */
export const overlapping = <Entry extends PayEntry>(entries: readonly Entry[], wanted: Dates): Entry | undefined =>
  entries.find(
    ({ kind, validFrom, validUntil, withdrawn }) =>
      !withdrawn &&
      kind === wanted.kind &&
      (wanted.validUntil === null || validFrom <= wanted.validUntil) &&
      (validUntil === null || wanted.validFrom <= validUntil),
  );
