import { describe, expect, it } from 'vitest';
import { exact } from '#shared/decimal.ts';
import { PTKP_STATUSES } from './payee.ts';
import { progressiveTax, taxFreeOf, yearTaxOf } from './year-tax.ts';

it('the income that is free of tax, by marriage and dependants', () => {
  expect(PTKP_STATUSES.map(taxFreeOf)).toEqual([
    ...[54_000_000, 58_500_000, 63_000_000, 67_500_000],
    ...[58_500_000, 63_000_000, 67_500_000, 72_000_000],
  ]);
});

// The ends of every bracket, and a rupiah beyond each.
it.each([
  [0, 0],
  [60_000_000, 3_000_000],
  [60_000_001, 3_000_000.15],
  [250_000_000, 31_500_000],
  [250_000_001, 31_500_000.25],
  [500_000_000, 94_000_000],
  [500_000_001, 94_000_000.3],
  [5_000_000_000, 1_444_000_000],
  [5_000_000_001, 1_444_000_000.35],
  [6_000_000_000, 1_794_000_000],
])('of %i is taken %f', (taxable, tax) => {
  expect(progressiveTax(exact(taxable)).valueOf()).toBe(tax);
});

describe('the tax of a year', () => {
  const of = (gross: number, more: Partial<Parameters<typeof yearTaxOf>[0]> = {}) => {
    const year = yearTaxOf({ gross: exact(gross), pension: exact(0), months: 12, status: 'TK/0', ...more });
    return Object.fromEntries(Object.entries(year).map(([name, value]) => [name, value.valueOf()]));
  };

  it('takes off costs of office, pension and what is free, and cuts to thousands', () => {
    // 10 million a month, 100,000 of pension, married: 120,000,000 - 6,000,000 - 1,200,000 - 58,500,000 = 54,300,000.
    expect(of(120_000_000, { pension: exact(1_200_000), status: 'K/0' })).toEqual({
      ...{ gross: 120_000_000, costs: 6_000_000, pension: 1_200_000, taxFree: 58_500_000 },
      ...{ taxable: 54_300_000, tax: 2_715_000 },
    });
    // 5 % of 100,001,999 are 5,000,099.95.
    expect(of(100_001_999)).toMatchObject({ costs: 5_000_099.95, taxable: 41_001_000, tax: 2_050_050 });
  });

  it.each([
    [12, 6_000_000],
    [3, 1_500_000],
    [1, 500_000],
  ])('allows costs of office of %i months', (months, costs) => {
    expect(of(200_000_000, { months }).costs).toBe(costs);
  });

  it('is nothing where the income is below what is free', () => {
    expect(of(56_842_000)).toMatchObject({ taxable: 0, tax: 0 });
    expect(of(56_843_106)).toMatchObject({ taxable: 0, tax: 0 });
    expect(of(0)).toMatchObject({ costs: 0, taxable: 0, tax: 0 });
  });
});
