// What a day of attendance costs, by the agency's own rule (policy.ts).

import type { AttendanceCode, AttendanceDay } from '#shared/attendance/rules/codes.ts';
import { type Decimal, sum } from '#shared/decimal.ts';
import { type AllowancePolicy, DEDUCTION_UNITS, type DeductionUnit } from './policy.ts';

/** What a day costs in each unit: percent off the discipline index or off the whole, and rupiah. */
export function costOf(
  day: Pick<AttendanceDay, 'arrival' | 'departure'>,
  codes: readonly AttendanceCode[],
  policy: AllowancePolicy,
): Record<DeductionUnit, Decimal> {
  const each = codes.map((code) => costOfCode(day, code, policy));
  const total = (unit: DeductionUnit) => sum(each.filter((cost) => cost.unit === unit).map(({ value }) => value));
  return Object.fromEntries(DEDUCTION_UNITS.map((unit) => [unit, total(unit).toString()])) as Record<
    DeductionUnit,
    Decimal
  >;
}

function costOfCode(
  { arrival, departure }: Pick<AttendanceDay, 'arrival' | 'departure'>,
  code: AttendanceCode,
  { absence, late, early, units, missingScan }: AllowancePolicy,
): { unit: DeductionUnit; value: Decimal } {
  if (code === 'alpa') return { unit: units.absence, value: absence };
  const isArrival = code.startsWith('TL');
  const missing = (isArrival ? arrival : departure) === null;
  if (missing && missingScan.unit !== 'class') return { unit: missingScan.unit, value: missingScan.value };
  return { unit: units.classes, value: (isArrival ? late : early)[Number(code.at(-1)) - 1] ?? '0' };
}
