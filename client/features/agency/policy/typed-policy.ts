// The rules of a policy as a form holds them: every number as it is typed. Only when all of them are understood they are
// rules again.

import { PERCENT, RUPIAH, whole } from '#client/forms/bounds.ts';
import { type NumberBounds, readNumber, type Typed, typedNumber } from '#client/i18n/typed.ts';
import { isTime } from '#client/i18n/typed-day.ts';
import type { Policies, PolicyKind } from '#shared/agency/rules/policy.ts';
import type { AllowancePolicy } from '#shared/allowance/rules/policy.ts';

/** Days, minutes and percents of the rules by their names, as shared/agency/mutations/policy.ts holds them. */
export const BOUNDS = {
  ...{ ratingDaysBeforeEnd: whole(0, 366), objectionDays: whole(0, 366), decisionDays: whole(0, 366) },
  ...{ assessmentDays: whole(0, 366), ratingDays: whole(0, 366), planDays: whole(0, 366) },
  dailyMost: whole(1, 1440),
  share: whole(0, 100),
  ...{ effectiveMinutes: whole(1, 1440), deadlineDays: whole(0, 31), graceMinutes: whole(0, 1440) },
  ...{ outageMinutes: whole(0, 10_080), movedByWorkingDays: whole(0, 31), approvalDay: whole(1, 28) },
  ...{ annualDays: whole(0, 366), mostAfterOneYear: whole(0, 366), mostAfterTwoYears: whole(0, 366) },
  ...{ longestMonths: whole(0, 60), rest: whole(0, 480) },
  ...{ minutes: whole(1, 44_640), roundingUnit: whole(1, 100_000), presentDays: whole(0, 31) },
} satisfies Record<string, NumberBounds>;

/** The same rules with a typed number wherever they have one. */
export type TypedRules<Rules> = Rules extends number
  ? Typed
  : Rules extends object
    ? { [Key in keyof Rules]: TypedRules<Rules[Key]> }
    : Rules;

type Path = readonly string[];

const PERCENTS = new Set(['productivityWeight', 'disciplineWeight', 'predicateShare', 'predicateIndex', 'assembly']);

/** Of a deduction in a unit: percent, or rupiah. */
export const boundsIn = (unit: AllowancePolicy['missingScan']['unit']) => (unit === 'rupiah' ? RUPIAH : PERCENT);

/** Null: no number. `units`: where the rules are those of an allowance, what its deductions are. */
function boundsOf(path: Path, deductions?: Pick<AllowancePolicy, 'units' | 'missingScan'>): NumberBounds | null {
  const [first = '', ...rest] = path;
  const last = path.at(-1) ?? '';
  if (first === 'distribution') return BOUNDS.share;
  if (first === 'longestMonths') return BOUNDS.longestMonths;
  if (first === 'base') return RUPIAH;
  if (first === 'rounding') return last === 'unit' ? BOUNDS.roundingUnit : null;
  if (deductions) {
    if (first === 'late' || first === 'early') return boundsIn(deductions.units.classes);
    if (first === 'absence') return boundsIn(deductions.units.absence);
    if (first === 'missingScan') return last === 'value' ? boundsIn(deductions.missingScan.unit) : null;
  }
  if (last in BOUNDS) return BOUNDS[last as keyof typeof BOUNDS];
  if (PERCENTS.has(first) || (first === 'minimumPresence' && last === 'paid')) return PERCENT;
  return first === 'leave' && rest[1] === 'deduction' ? PERCENT : null;
}

/** Every leaf of the rules, changed where its place has a number. */
function eachNumber(
  rules: unknown,
  change: (value: unknown, bounds: NumberBounds) => unknown,
  path: Path = [],
  deductions?: Pick<AllowancePolicy, 'units' | 'missingScan'>,
): unknown {
  if (Array.isArray(rules))
    return rules.map((item, index) => eachNumber(item, change, [...path, String(index)], deductions));
  if (typeof rules === 'object' && rules !== null) {
    const known = path.length === 0 && 'missingScan' in rules ? (rules as AllowancePolicy) : deductions;
    return Object.fromEntries(
      Object.entries(rules).map(([key, value]) => [key, eachNumber(value, change, [...path, key], known)]),
    );
  }
  const bounds = boundsOf(path, deductions);
  return bounds ? change(rules, bounds) : rules;
}

/** What a form begins with. */
export const typedRules = <Kind extends PolicyKind>(rules: Policies[Kind]) =>
  eachNumber(rules, (value) => typedNumber(value as number | string)) as TypedRules<Policies[Kind]>;

/** Whether each day that is worked has the times of its beginning and its end. */
const hasItsHours = (rules: Policies[PolicyKind]) =>
  !('hours' in rules) || Object.values(rules.hours).every((day) => !day || (isTime(day.start) && isTime(day.end)));

/** The rules that are typed; null where a number or a time is missing or not understood. Percents and rupiah stay decimals in text. */
export function readRules<Kind extends PolicyKind>(typed: TypedRules<Policies[Kind]>): Policies[Kind] | null {
  let understood = true;
  const rules = eachNumber(typed, (value, bounds) => {
    const read = readNumber(value as Typed, bounds);
    if (read.is !== 'number') {
      understood = false;
      return value;
    }
    return bounds === RUPIAH || bounds === PERCENT ? read.value : Number(read.value);
  });
  return understood && hasItsHours(rules as Policies[Kind]) ? (rules as Policies[Kind]) : null;
}
