// The lines of a slip beside work and attendance, each with its amount and where it is from. On the base: the share of a
// CPNS, a second post as Plt. On the whole: sanction, LHKPN, deductions that the policy takes off the whole or in rupiah,
// and too few days present. Percents of the whole are all of the same whole; together they take no more than there is.

import { exact, type Fraction, percent, shown, sum } from '#shared/decimal.ts';
import { holdsOn, PAY_ENTRY_RULES, type PayEntry, type PayEntryRule } from './pay-entries.ts';
import type { AllowancePolicy } from './policy.ts';
import type { Slip, SlipLine } from './slip.ts';

/** A working day in service that is paid, with the rupiah of a whole month in the post of that day. */
export interface PaidDay {
  date: string;
  base: string;
}

export interface Lines {
  lines: SlipLine[];
  total: Fraction;
}

const withEffect = (entries: readonly PayEntry[], effect: PayEntryRule['effect']) =>
  entries
    .filter(({ kind }) => PAY_ENTRY_RULES[kind].effect === effect)
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom));

const linesOf = (found: readonly { line: Omit<SlipLine, 'amount'>; amount: Fraction }[]): Lines => ({
  lines: found.map(({ line, amount }) => ({ ...line, amount: shown(amount) })),
  total: sum(found.map(({ amount }) => amount)),
});

/** What a day's share of the base is more or less by; by working days of the month. */
export function baseLines(
  entries: readonly PayEntry[],
  { paid, workingDays, policy }: { paid: readonly PaidDay[]; workingDays: number; policy: AllowancePolicy },
): Lines {
  const reduced = withEffect(entries, 'base').map((entry) => ({
    entry,
    ofDay: ({ base }: PaidDay) => exact(base).mul(percent(entry.percent ?? '100').sub(1)),
  }));
  const added = withEffect(entries, 'added').map((entry) => {
    const other = exact(policy.base[String(entry.postClass)] ?? '0');
    return { entry, ofDay: () => other.mul(percent(entry.percent ?? '0')) };
  });
  return linesOf(
    [...reduced, ...added].flatMap(({ entry, ofDay }) => {
      const days = paid.filter(({ date }) => holdsOn(entry, date));
      return days.length === 0 ? [] : [{ line: lineOf(entry, days), amount: sum(days.map(ofDay)).div(workingDays) }];
    }),
  );
}

/** Off the whole; amounts are negative. */
export function wholeLines(
  entries: readonly PayEntry[],
  {
    gross,
    paid,
    days,
    presence,
    policy,
  }: {
    gross: Fraction;
    paid: readonly PaidDay[];
    days: Slip['attendance']['days'];
    presence: NonNullable<Slip['attendance']['presence']> | null;
    policy: AllowancePolicy;
  },
): Lines {
  const { source } = policy;
  const off = (share: Fraction) => gross.mul(share).neg();
  const found = withEffect(entries, 'whole').flatMap((entry) => {
    const held = paid.filter(({ date }) => holdsOn(entry, date));
    const share = percent(entry.percent ?? '0').mul(held.length);
    return held.length === 0 ? [] : [{ line: lineOf(entry, held), amount: off(share.div(paid.length)) }];
  });
  for (const { date, whole, rupiah } of days) {
    const span = { from: date, until: date, days: 1, source };
    if (whole) found.push({ line: { kind: 'attendance', ...span, percent: whole }, amount: off(percent(whole)) });
    if (rupiah) found.push({ line: { kind: 'attendance', ...span, percent: null }, amount: exact(rupiah).neg() });
  }
  const [first, last] = [paid[0], paid.at(-1)];
  if (presence?.tooFew && first && last) {
    const span = { from: first.date, until: last.date, days: presence.days, source };
    const lost = exact(100).sub(policy.minimumPresence.paid);
    found.push({ line: { kind: 'presence', ...span, percent: shown(lost) }, amount: off(percent(lost)) });
  }
  return linesOf(found);
}

/** Of the days on which the entry holds, of which there is one at least. */
function lineOf(entry: PayEntry, days: readonly PaidDay[]): Omit<SlipLine, 'amount'> {
  const { kind, source, postClass } = entry;
  return {
    kind,
    from: days[0]?.date ?? entry.validFrom,
    until: days.at(-1)?.date ?? entry.validFrom,
    days: days.length,
    percent: entry.percent,
    source,
    ...(postClass === null ? {} : { postClass }),
  };
}

/**
 * Whether too few days were present. Only a day that is recorded as absent is none: leave has its own rule, and what nobody
 * recorded costs nothing. Who served a part of the month needs as great a part of the days.
 */
export function presenceOf(
  { minimumPresence }: AllowancePolicy,
  { served, absent, workingDays }: { served: number; absent: number; workingDays: number },
): NonNullable<Slip['attendance']['presence']> | null {
  if (minimumPresence.presentDays === 0) return null;
  const days = served - absent;
  const required = minimumPresence.presentDays;
  return { days, required, tooFew: days * workingDays < required * served };
}
