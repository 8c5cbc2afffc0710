// How a person is paid and taxed, as far as the office has told it: from a month on, until a later entry says otherwise.
// What nobody told is missing, and is never guessed.

import type { Decimal } from '#shared/decimal.ts';

/** Tax-free income by marriage and dependants; "K" married, "TK" not (PMK 101/PMK.010/2016 article 1). */
export const PTKP_STATUSES = ['TK/0', 'TK/1', 'TK/2', 'TK/3', 'K/0', 'K/1', 'K/2', 'K/3'] as const;
export type PtkpStatus = (typeof PTKP_STATUSES)[number];

/** What holds until a later entry; amounts are rupiah a month, of the salary list. */
export interface PayeeFacts {
  ptkp: PtkpStatus | null;
  npwp: string | null;
  bank: string | null;
  account: string | null;
  /** Gross salary that is taxed in the month, beside the allowance. */
  salary: Decimal | null;
  /** PPh 21 that was taken, or borne, with the salary. */
  salaryTax: Decimal | null;
  /** The part of the salary on which BPJS Kesehatan is paid already. */
  insuredSalary: Decimal | null;
}

/** What holds for the month of its entry alone; amounts are rupiah. */
export interface MonthFacts {
  /** PPh 21 on the allowance as somebody reckoned it: stands in the place of what is reckoned here. */
  tax: Decimal | null;
  /** Gross THR, 13th month and the like that is paid in the month, and the PPh 21 that was taken, or borne, with it. */
  extra: Decimal | null;
  extraTax: Decimal | null;
  /** In the last tax period: what the person paid in the year for pension and old age. */
  yearPension: Decimal | null;
  /** In the last tax period: gross income and PPh 21 of the months of the year of which there is no list here. */
  earlierGross: Decimal | null;
  earlierTax: Decimal | null;
}

export type PayeeEntry = PayeeFacts & MonthFacts & { month: string; at: string };

export const PAYEE_FACTS = ['ptkp', 'npwp', 'bank', 'account', 'salary', 'salaryTax', 'insuredSalary'] as const;
export type PayeeFact = (typeof PAYEE_FACTS)[number];
export const MONTH_FACTS = ['extra', 'extraTax', 'yearPension', 'earlierGross', 'earlierTax', 'tax'] as const;
/** What a form or a file may tell. */
export const PAYEE_FIELDS = [...PAYEE_FACTS, ...MONTH_FACTS] as const;
export type PayeeField = (typeof PAYEE_FIELDS)[number];

/** Those that are rupiah. */
export const PAYEE_AMOUNTS = ['salary', 'salaryTax', 'insuredSalary', ...MONTH_FACTS] as const;

const NOTHING: PayeeFacts = {
  ...{ ptkp: null, npwp: null, bank: null, account: null },
  ...{ salary: null, salaryTax: null, insuredSalary: null },
};
const NOTHING_OF_MONTH: MonthFacts = {
  ...{ tax: null, extra: null, extraTax: null },
  ...{ yearPension: null, earlierGross: null, earlierTax: null },
};

/** The entry that holds in a month: of the latest month, the one that came last. */
export function payeeEntryIn<Entry extends Pick<PayeeEntry, 'month' | 'at'>>(
  entries: readonly Entry[],
  month: string,
): Entry | undefined {
  return entries
    .filter((entry) => entry.month <= month)
    .sort((a, b) => a.month.localeCompare(b.month) || a.at.localeCompare(b.at))
    .at(-1);
}

/** What is known of a person for a month. */
export function payeeIn(entries: readonly PayeeEntry[], month: string): PayeeFacts & MonthFacts {
  const entry = payeeEntryIn(entries, month);
  const { ptkp, npwp, bank, account, salary, salaryTax, insuredSalary } = entry ?? NOTHING;
  const { tax, extra, extraTax, yearPension, earlierGross, earlierTax } =
    entry?.month === month ? entry : NOTHING_OF_MONTH;
  return {
    ...{ ptkp, npwp, bank, account, salary, salaryTax, insuredSalary },
    ...{ tax, extra, extraTax, yearPension, earlierGross, earlierTax },
  };
}

/** 15 digits, or the 16 of today, which are the NIK of a person (PMK 112/PMK.03/2022); points and dashes are how it is printed. */
export const NPWP = /^\d{15,16}$/;
export const plainNpwp = (text: string) => text.replace(/[\s.\-']/g, '');

/** Account numbers differ by bank; none is shorter or longer than these. */
export const ACCOUNT = /^\d{5,20}$/;
export const plainAccount = (text: string) => text.replace(/[\s.\-']/g, '');

/** "K/1", also as it is written K1, K-1, k / 1, TK0; null where it says no status. */
export function readPtkp(text: string): PtkpStatus | null {
  const [, marriage, dependants] = /^(tk|k)[\s/.-]*([0-3])$/i.exec(text.trim()) ?? [];
  const status = `${marriage?.toUpperCase()}/${dependants}`;
  return PTKP_STATUSES.find((known) => known === status) ?? null;
}
