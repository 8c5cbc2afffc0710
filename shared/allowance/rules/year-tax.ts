// PPh 21 of a whole year, which is reckoned in a person's last tax period: December, or the month in which they leave. Source:
// UU PPh article 17 paragraphs 1a and 4 as amended by UU 7/2021 (HPP), article 21; PMK 168/2023 (last tax period); PMK
// 250/PMK.03/2008 (costs of office); PMK 101/PMK.010/2016 (tax-free income). The regulations themselves could not be read
// here: the numbers are those on which public guides agree, and are to be compared before the first payment.

import { type Decimal, exact, type Fraction, percent } from '#shared/decimal.ts';
import type { PtkpStatus } from './payee.ts';

export const YEAR_TAX_SOURCE = 'UU PPh Pasal 17 dan PMK 168/2023';

/** Rupiah a year. */
export const TAX_FREE = { person: 54_000_000, married: 4_500_000, dependant: 4_500_000 } as const;

/** Costs of office (biaya jabatan): percent of the gross income, up to so many rupiah a month. */
export const OFFICE_COSTS = { percent: '5', mostAMonth: 500_000 } as const;

/** Each part of the taxable income up to so many million rupiah: so many percent. */
export const YEAR_RATES: readonly (readonly [most: number, percent: Decimal])[] = [
  [60, '5'],
  [250, '15'],
  [500, '25'],
  [5_000, '30'],
];
/** Of the part above the last. */
export const YEAR_RATE_ABOVE: Decimal = '35';

export function taxFreeOf(status: PtkpStatus): number {
  const [marriage, dependants] = status.split('/');
  return TAX_FREE.person + (marriage === 'K' ? TAX_FREE.married : 0) + Number(dependants) * TAX_FREE.dependant;
}

/** Of a year's taxable income in rupiah. */
export function progressiveTax(taxable: Fraction): Fraction {
  let [tax, from] = [exact(0), exact(0)];
  for (const [most, rate] of [...YEAR_RATES, [null, YEAR_RATE_ABOVE] as const]) {
    const end = most === null ? taxable : exact(most).mul(1_000_000);
    const until = end.compare(taxable) < 0 ? end : taxable;
    if (until.compare(from) <= 0) break;
    tax = tax.add(until.sub(from).mul(percent(rate)));
    from = until;
  }
  return tax;
}

/** Rupiah; how the tax of a year comes about. */
export interface YearTax {
  gross: Fraction;
  costs: Fraction;
  pension: Fraction;
  taxFree: Fraction;
  /** Down to whole thousands (article 17 paragraph 4). */
  taxable: Fraction;
  /** Before rounding. */
  tax: Fraction;
}

/** `months`: in service in the year. `pension`: what the person paid of the year's contributions. */
export function yearTaxOf({
  gross,
  pension,
  months,
  status,
}: {
  gross: Fraction;
  pension: Fraction;
  months: number;
  status: PtkpStatus;
}): YearTax {
  const [share, most] = [gross.mul(percent(OFFICE_COSTS.percent)), exact(OFFICE_COSTS.mostAMonth).mul(months)];
  const costs = share.compare(most) < 0 ? share : most;
  const taxFree = exact(taxFreeOf(status));
  const left = gross.sub(costs).sub(pension).sub(taxFree);
  const taxable = left.compare(0) > 0 ? left.div(1000).floor().mul(1000) : exact(0);
  return { gross, costs, pension, taxFree, taxable, tax: progressiveTax(taxable) };
}
