import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '#shared/decimal.ts';
import { HEALTH_CEILING, healthShares, insuredAllowance } from './health-insurance.ts';
import { checksOf, netLineOf, netSheetOf, type Owed, yearBefore } from './net-pay.ts';
import { PAYEE_FACTS, type PayeeEntry, PTKP_STATUSES } from './payee.ts';

const MONTH = '2026-10';
const owed = (total: string, adjustments = '0'): Owed => ({
  ...{ employeeId: 'cici', total, adjustments },
  amount: String(Number(total) - Number(adjustments)),
});
const known = (more: Partial<PayeeEntry> = {}): PayeeEntry => ({
  ...{ month: '2026-01', at: '2026-01-05T00:00:00.000Z', ptkp: 'K/1', npwp: '0123456789012345', bank: 'Bank Kalsel' },
  ...{ account: '0012345678', salary: '4500000', salaryTax: '0', insuredSalary: '4300000', tax: null },
  ...{ extra: null, extraTax: null, yearPension: null, earlierGross: null, earlierTax: null },
  ...more,
});
const lineOf = (total: string, more: Partial<PayeeEntry> = {}, month = MONTH) =>
  netLineOf(owed(total), [known(more)], month);

describe('BPJS Kesehatan', () => {
  it.each([
    ['3000000', '4300000', 3_000_000],
    // All of it up to the ceiling, what is left of it, and nothing.
    ['7700000', '4300000', 7_700_000],
    ['7700001', '4300000', 7_700_000],
    ['5000000', HEALTH_CEILING, 0],
    ['5000000', '12000001', 0],
    ['5000000', '15000000', 0],
    ['0', '4300000', 0],
  ])('of an allowance of %s beside a salary of %s insures %s', (allowance, salary, base) => {
    expect(insuredAllowance(exact(allowance), salary).valueOf()).toBe(base);
  });

  it('takes 1 percent of the person and 4 of the employer', () => {
    const { employee, employer } = healthShares(exact('3000000'));
    expect([employee.valueOf(), employer.valueOf()]).toEqual([30_000, 120_000]);
  });
});

describe('the line of a person', () => {
  it('taxes salary, allowance and the employer’s share together, by the rate of that whole', () => {
    // 3,000,000 + 4 % + 4,500,000 = 7,620,000: K/1 takes 1 %.
    expect(lineOf('3000000').amounts).toEqual({
      ...{
        taxed: '7620000',
        rate: '1',
        tax: '76200',
        year: null,
        insured: '3000000',
        employee: '30000',
        employer: '120000',
      },
      net: '2893800',
    });
  });

  it('takes off what the salary bore of the tax, and never gives any of it back', () => {
    expect(lineOf('3000000', { salaryTax: '16200' }).amounts?.tax).toBe('60000');
    expect(lineOf('3000000', { salaryTax: '76201' }).amounts?.tax).toBe('0');
  });

  it('cuts parts of a rupiah off tax and shares, not off what is paid', () => {
    expect(lineOf('3000055').amounts).toMatchObject({ employee: '30000', employer: '120002', tax: '76200' });
    expect(lineOf('3000055').amounts?.net).toBe('2893855');
  });

  it('takes the tax that somebody reckoned in its place', () => {
    const told = { month: MONTH, tax: '125000', salary: null, salaryTax: null, ptkp: null };
    expect(lineOf('3000000', told)).toMatchObject({ missing: [], amounts: { tax: '125000', rate: null } });
  });

  it('of a debt has no tax and no insurance', () => {
    expect(lineOf('-50000').amounts).toMatchObject({ tax: '0', employee: '0', employer: '0', net: '-50000' });
  });

  it.each(PAYEE_FACTS)('has no amounts where %s is missing, and says so', (fact) => {
    expect(lineOf('3000000', { [fact]: null })).toMatchObject({ missing: [fact], amounts: null });
  });

  it('says all that is missing of who was never told of', () => {
    expect(netLineOf(owed('3000000'), [], MONTH)).toMatchObject({ missing: [...PAYEE_FACTS], amounts: null });
  });

  it('takes THR and 13th month into the month in which they are paid', () => {
    const thr = { month: MONTH, extra: '4500000', extraTax: '0' };
    // 3,000,000 + 4 % + 4,500,000 + 4,500,000 = 12,120,000: K/1 takes 3 % of it.
    expect(lineOf('3000000', thr).amounts).toMatchObject({ taxed: '12120000', rate: '3', tax: '363600' });
    expect(lineOf('3000000', { ...thr, extraTax: '300000' }).amounts?.tax).toBe('63600');
    expect(lineOf('3000000', { ...thr, extraTax: null })).toMatchObject({ missing: ['extraTax'], amounts: null });
    // The month after knows nothing of it.
    expect(lineOf('3000000', thr, '2026-11').amounts?.taxed).toBe('7620000');
  });
});

describe('the last tax period of a person', () => {
  const DECEMBER = '2026-12';
  const YEAR = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
  const paidIn = (months: readonly string[], total = '3000000') => new Map(months.map((month) => [month, owed(total)]));
  const last = (
    more: Partial<PayeeEntry> = {},
    { closed = YEAR.slice(0, 11), served = YEAR, total = '3000000', before = known() } = {},
  ) => {
    const entries = [before, known({ month: DECEMBER, at: '2026-12-05T00:00:00.000Z', ...more })];
    return netLineOf(owed(total), entries, DECEMBER, yearBefore(served, DECEMBER, paidIn(closed), entries));
  };
  const told = { yearPension: '2000000', extra: '0' };

  it('is reckoned by the year, less what was taken before', () => {
    // 12 x 7,620,000 = 91,440,000; less 5 %, 2,000,000 and 63,000,000 (K/1): 21,868,000, of which 5 % are 1,093,400. Eleven
    // months took 76,200 each.
    expect(last(told).amounts).toMatchObject({
      ...{ rate: null, tax: '255200', employee: '30000', net: '2714800' },
      year: {
        ...{ gross: '91440000', costs: '4572000', pension: '2000000', taxFree: '63000000', taxable: '21868000' },
        ...{ tax: '1093400', before: '838200' },
      },
    });
  });

  it('says what it needs and is not told', () => {
    expect(last()).toMatchObject({ missing: ['extra', 'yearPension'], amounts: null, openMonths: [] });
  });

  it('asks for the months without a closed list, by name, and takes what is told of them', () => {
    const some = { closed: YEAR.slice(9, 11) };
    expect(last(told, some)).toMatchObject({
      ...{ missing: ['earlierGross', 'earlierTax'], amounts: null },
      openMonths: YEAR.slice(0, 9),
    });
    const earlier = { earlierGross: '68580000', earlierTax: '685800' };
    expect(last({ ...told, ...earlier }, some).amounts).toMatchObject({ tax: '255200', year: { gross: '91440000' } });
    // All lists are there by now: nothing counts twice.
    expect(last({ ...told, ...earlier }).amounts?.tax).toBe('255200');
  });

  it('has a month whose sheet lacks something, or whose salary nobody knows, for an open one', () => {
    expect(last(told, { before: known({ account: null }) }).openMonths).toEqual(YEAR.slice(0, 11));
    expect(last(told, { before: known({ month: '2026-03', tax: '90000', salary: null }) }).openMonths).toEqual(
      YEAR.slice(0, 11),
    );
  });

  it('does not ask for THR where a month of the year tells it, and has it in the year', () => {
    const before = known({ month: '2026-01', extra: '4500000', extraTax: '0' });
    const { missing, amounts } = last({ yearPension: '2000000' }, { before });
    expect(missing).toEqual([]);
    expect(amounts?.year?.gross).toBe('95940000');
  });

  it('gives back what was taken too much, but never more than was taken of the allowance', () => {
    expect(last({ ...told, yearPension: '20000000' }).amounts).toMatchObject({ tax: '-644800', net: '3614800' });
    // Elsewhere was taken far too much: of the allowance, nothing was left to take.
    const rich = last(told, { before: known({ salaryTax: '900000' }) }).amounts;
    expect(rich).toMatchObject({ tax: '0' });
  });

  it('is taken of nobody who is paid nothing', () => {
    expect(last(told, { total: '0' }).amounts?.tax).toBe('0');
  });

  it('stands back before the tax that somebody reckoned, which needs none of it', () => {
    expect(last({ tax: '125000', salary: null, ptkp: null })).toMatchObject({
      ...{ missing: [], amounts: { tax: '125000', year: null } },
    });
  });

  it('of who came in autumn allows costs of office of these months alone', () => {
    const autumn = { served: YEAR.slice(9), closed: YEAR.slice(9, 11) };
    expect(last({ ...told, salary: '30000000' }, autumn).amounts?.year?.costs).toBe('1500000');
  });
});

describe('the sheet', () => {
  it('sums who is whole, and names apart who is not', () => {
    const sheet = netSheetOf([
      lineOf('3000000'),
      netLineOf(owed('2000000', '-50000'), [known()], MONTH),
      netLineOf(owed('1500000'), [], MONTH),
    ]);
    expect(sheet.totals).toEqual({
      ...{ people: 2, amount: '5050000', adjustments: '-50000', total: '5000000', tax: '109100' },
      ...{ employee: '50000', employer: '200000', net: '4840900' },
    });
    expect(sheet.outside).toEqual({ people: 1, total: '1500000' });
    expect(checksOf(sheet, '6500000').map(({ off }) => off)).toEqual(['0', '0', '0']);
  });

  it('says by how much it differs from the closed payroll', () => {
    const [, , payroll] = checksOf(netSheetOf([lineOf('3000000')]), '3000001');
    expect(payroll).toEqual({ name: 'payroll', left: '3000000', right: '3000001', off: '-1' });
  });

  it('comes out to the rupiah whoever is paid what', () => {
    const rupiah = (max: number) => fc.integer({ min: 0, max }).map(String);
    const person = fc.record({
      total: fc.integer({ min: -500_000, max: 60_000_000 }).map(String),
      adjustments: fc.integer({ min: -500_000, max: 500_000 }).map(String),
      ptkp: fc.option(fc.constantFrom(...PTKP_STATUSES)),
      salary: rupiah(30_000_000),
      salaryTax: rupiah(900_000),
      insuredSalary: rupiah(15_000_000),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        const lines = people.map(({ total, adjustments, ...facts }) =>
          netLineOf(owed(total, adjustments), [known(facts)], MONTH),
        );
        const payroll = people.reduce((sum, { total }) => sum + Number(total), 0);
        for (const { off } of checksOf(netSheetOf(lines), String(payroll))) expect(off).toBe('0');
        for (const { amounts, total } of lines) {
          if (amounts) expect(Number(amounts.net)).toBeLessThanOrEqual(Math.max(Number(total), 0));
        }
      }),
    );
  });
});
