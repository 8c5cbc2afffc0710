// BPJS Kesehatan of who works for the state: 5 % of salary and allowances a month, 4 % by the employer, 1 % by the person
// (Perpres 75/2019 article 30). Allowances of the regions are part of the base (article 33); up to 12 million rupiah a month
// in all (Perpres 64/2020 article 32).

import { type Decimal, exact, type Fraction, percent } from '#shared/decimal.ts';

export const HEALTH_SOURCE = 'Perpres 75/2019 dan Perpres 64/2020';
export const HEALTH_PERCENT = { employee: '1', employer: '4' } as const;
/** Rupiah a month. */
export const HEALTH_CEILING = '12000000';

/** Of the allowance, what the salary has not used of the ceiling. */
export function insuredAllowance(allowance: Fraction, insuredSalary: Decimal): Fraction {
  const left = exact(HEALTH_CEILING).sub(insuredSalary);
  const base = left.compare(allowance) < 0 ? left : allowance;
  return base.compare(0) < 0 ? exact(0) : base;
}

/** Before rounding. */
export const healthShares = (base: Fraction): { employee: Fraction; employer: Fraction } => ({
  employee: base.mul(percent(HEALTH_PERCENT.employee)),
  employer: base.mul(percent(HEALTH_PERCENT.employer)),
});
