// The rules of a policy as a form holds them: every number as it is typed. Only when all of them are understood they are
// rules again.

import { PERCENT, RUPIAH, whole } from '#client/forms/bounds.ts';
import { type NumberBounds, readNumber, type Typed, typedNumber } from '#client/i18n/typed.ts';
import type { Policies, PolicyKind } from '#shared/rules/policy.ts';

/** Days, minutes and percents of the rules by their names, as shared/mutations/policy.ts holds them. */
export const BOUNDS = {
  ...{ ratingDaysBeforeEnd: whole(0, 366), objectionDays: whole(0, 366), decisionDays: whole(0, 366) },
  ...{ assessmentDays: whole(0, 366), dailyMost: whole(1, 1440) },
  share: whole(0, 100),
  ...{ effectiveMinutes: whole(1, 1440), deadlineDays: whole(0, 31), graceMinutes: whole(0, 1440) },
  ...{ outageMinutes: whole(0, 10_080), movedByWorkingDays: whole(0, 31), approvalDay: whole(1, 28) },
  ...{ minutes: whole(1, 44_640), unit: whole(1, 100_000) },
} satisfies Record<string, NumberBounds>;

/** The same rules with a typed number wherever they have one. */
export type TypedRules<Rules> = Rules extends number
  ? Typed
  : Rules extends object
    ? { [Key in keyof Rules]: TypedRules<Rules[Key]> }
    : Rules;

type Path = readonly string[];

/** Null: no number. */
function boundsOf(path: Path): NumberBounds | null {
  const [first = '', ...rest] = path;
  const last = path.at(-1) ?? '';
  if (first === 'distribution') return BOUNDS.share;
  if (first === 'base') return RUPIAH;
  if (last in BOUNDS) return BOUNDS[last as keyof typeof BOUNDS];
  const percents = ['productivityWeight', 'disciplineWeight', 'predicateShare', 'predicateIndex', 'absence'];
  if (percents.includes(first) || ['late', 'early'].includes(first)) return PERCENT;
  return first === 'leave' && rest[1] === 'deduction' ? PERCENT : null;
}

/** Every leaf of the rules, changed where its place has a number. */
function eachNumber(
  rules: unknown,
  change: (value: unknown, bounds: NumberBounds) => unknown,
  path: Path = [],
): unknown {
  if (Array.isArray(rules)) return rules.map((item, index) => eachNumber(item, change, [...path, String(index)]));
  if (typeof rules === 'object' && rules !== null) {
    return Object.fromEntries(
      Object.entries(rules).map(([key, value]) => [key, eachNumber(value, change, [...path, key])]),
    );
  }
  const bounds = boundsOf(path);
  return bounds ? change(rules, bounds) : rules;
}

/** What a form begins with. */
export const typedRules = <Kind extends PolicyKind>(rules: Policies[Kind]) =>
  eachNumber(rules, (value) => typedNumber(value as number | string)) as TypedRules<Policies[Kind]>;

/** The rules that are typed; null where a number is missing or not understood. Percents and rupiah stay decimals in text. */
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
  return understood ? (rules as Policies[Kind]) : null;
}
