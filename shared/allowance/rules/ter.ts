// PPh 21 by monthly effective rates (tarif efektif rata-rata, TER). Source: PP 58/2023 article 2 and annex, PMK 168/2023
// article 13. The regulation itself could not be read here; the brackets are those on which several public programs agree,
// and are to be compared with the annex before the first payment.

import { type Decimal, exact, type Fraction, percent } from '#shared/decimal.ts';
import type { PtkpStatus } from './payee.ts';

export const TER_SOURCE = 'PP 58/2023 dan PMK 168/2023';

export type TerCategory = 'A' | 'B' | 'C';

/** PP 58/2023 article 2 paragraph 3. */
export const TER_CATEGORIES: Record<PtkpStatus, TerCategory> = {
  ...{ 'TK/0': 'A', 'TK/1': 'A', 'K/0': 'A' },
  ...{ 'TK/2': 'B', 'TK/3': 'B', 'K/1': 'B', 'K/2': 'B' },
  'K/3': 'C',
};

/** Up to so many thousand rupiah of gross income in a month, itself included: so many percent. */
type Bracket = readonly [most: number, percent: Decimal];

/** Above the last bracket. */
export const TER_ABOVE: Decimal = '34';

/** PP 58/2023, annex: tables A, B and C. */
export const TER_BRACKETS: Record<TerCategory, readonly Bracket[]> = {
  A: [
    [5_400, '0'],
    [5_650, '0.25'],
    [5_950, '0.5'],
    [6_300, '0.75'],
    [6_750, '1'],
    [7_500, '1.25'],
    [8_550, '1.5'],
    [9_650, '1.75'],
    [10_050, '2'],
    [10_350, '2.25'],
    [10_700, '2.5'],
    [11_050, '3'],
    [11_600, '3.5'],
    [12_500, '4'],
    [13_750, '5'],
    [15_100, '6'],
    [16_950, '7'],
    [19_750, '8'],
    [24_150, '9'],
    [26_450, '10'],
    [28_000, '11'],
    [30_050, '12'],
    [32_400, '13'],
    [35_400, '14'],
    [39_100, '15'],
    [43_850, '16'],
    [47_800, '17'],
    [51_400, '18'],
    [56_300, '19'],
    [62_200, '20'],
    [68_600, '21'],
    [77_500, '22'],
    [89_000, '23'],
    [103_000, '24'],
    [125_000, '25'],
    [157_000, '26'],
    [206_000, '27'],
    [337_000, '28'],
    [454_000, '29'],
    [550_000, '30'],
    [695_000, '31'],
    [910_000, '32'],
    [1_400_000, '33'],
  ],
  B: [
    [6_200, '0'],
    [6_500, '0.25'],
    [6_850, '0.5'],
    [7_300, '0.75'],
    [9_200, '1'],
    [10_750, '1.5'],
    [11_250, '2'],
    [11_600, '2.5'],
    [12_600, '3'],
    [13_600, '4'],
    [14_950, '5'],
    [16_400, '6'],
    [18_450, '7'],
    [21_850, '8'],
    [26_000, '9'],
    [27_700, '10'],
    [29_350, '11'],
    [31_450, '12'],
    [33_950, '13'],
    [37_100, '14'],
    [41_100, '15'],
    [45_800, '16'],
    [49_500, '17'],
    [53_800, '18'],
    [58_500, '19'],
    [64_000, '20'],
    [71_000, '21'],
    [80_000, '22'],
    [93_000, '23'],
    [109_000, '24'],
    [129_000, '25'],
    [163_000, '26'],
    [211_000, '27'],
    [374_000, '28'],
    [459_000, '29'],
    [555_000, '30'],
    [704_000, '31'],
    [957_000, '32'],
    [1_405_000, '33'],
  ],
  C: [
    [6_600, '0'],
    [6_950, '0.25'],
    [7_350, '0.5'],
    [7_800, '0.75'],
    [8_850, '1'],
    [9_800, '1.25'],
    [10_950, '1.5'],
    [11_200, '1.75'],
    [12_050, '2'],
    [12_950, '3'],
    [14_150, '4'],
    [15_550, '5'],
    [17_050, '6'],
    [19_500, '7'],
    [22_700, '8'],
    [26_600, '9'],
    [28_100, '10'],
    [30_100, '11'],
    [32_600, '12'],
    [35_400, '13'],
    [38_900, '14'],
    [43_000, '15'],
    [47_400, '16'],
    [51_200, '17'],
    [55_800, '18'],
    [60_400, '19'],
    [66_700, '20'],
    [74_500, '21'],
    [83_200, '22'],
    [95_600, '23'],
    [110_000, '24'],
    [134_000, '25'],
    [169_000, '26'],
    [221_000, '27'],
    [390_000, '28'],
    [463_000, '29'],
    [561_000, '30'],
    [709_000, '31'],
    [965_000, '32'],
    [1_419_000, '33'],
  ],
};

/** The rate of a gross income of a month, in percent. */
export function terRate(status: PtkpStatus, gross: Fraction): Decimal {
  const found = TER_BRACKETS[TER_CATEGORIES[status]].find(([most]) => gross.compare(exact(most).mul(1000)) <= 0);
  return found?.[1] ?? TER_ABOVE;
}

/** Before rounding. */
export const terTax = (status: PtkpStatus, gross: Fraction): Fraction => gross.mul(percent(terRate(status, gross)));
