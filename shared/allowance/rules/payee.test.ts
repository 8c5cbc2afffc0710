import { describe, expect, it } from 'vitest';
import { type PayeeEntry, payeeIn, plainAccount, plainNpwp, readPtkp } from './payee.ts';

const OF_YEAR = { extra: null, extraTax: null, yearPension: null, earlierGross: null, earlierTax: null };
const entry = (month: string, more: Partial<PayeeEntry> = {}): PayeeEntry => ({
  ...{ month, at: `${month}-05T00:00:00.000Z`, ptkp: 'K/1', npwp: '0123456789012345', bank: 'Bank Kalsel' },
  ...{ account: '0012345678', salary: '4500000', salaryTax: '0', insuredSalary: '4300000', tax: null },
  ...OF_YEAR,
  ...more,
});

describe('what is known of a person for a month', () => {
  it('is nothing before anybody told it', () => {
    const nothing = { ptkp: null, npwp: null, bank: null, account: null, salary: null, salaryTax: null };
    expect(payeeIn([], '2026-10')).toEqual({ ...nothing, ...OF_YEAR, insuredSalary: null, tax: null });
    expect(payeeIn([entry('2026-11')], '2026-10').ptkp).toBeNull();
  });

  it('holds from its month on until a later one', () => {
    const entries = [entry('2026-11', { ptkp: 'K/2' }), entry('2026-03')];
    expect(['2026-03', '2026-10', '2026-11', '2027-04'].map((month) => payeeIn(entries, month).ptkp)).toEqual([
      ...['K/1', 'K/1', 'K/2', 'K/2'],
    ]);
  });

  it('of two of a month is that which came last', () => {
    const early = entry('2026-10', { ptkp: 'K/0' });
    const late = entry('2026-10', { ptkp: 'K/3', at: '2026-12-01T00:00:00.000Z' });
    for (const entries of [
      [early, late],
      [late, early],
    ])
      expect(payeeIn(entries, '2026-10').ptkp).toBe('K/3');
  });

  it('has a tax that somebody reckoned for its own month alone', () => {
    const entries = [entry('2026-12', { tax: '125000' })];
    expect(payeeIn(entries, '2026-12').tax).toBe('125000');
    expect(payeeIn(entries, '2027-01').tax).toBeNull();
  });
});

it.each([
  ['K/1', 'K/1'],
  ['k1', 'K/1'],
  ['TK-0', 'TK/0'],
  [' tk / 3 '.replaceAll(' / ', '/'), 'TK/3'],
  ['K.2', 'K/2'],
  ['K/4', null],
  ['K', null],
  ['K/I/1', null],
  ['kawin', null],
  ['', null],
])('the status %j is read as %j', (text, status) => {
  expect(readPtkp(text)).toBe(status);
});

it('numbers are read without the signs in which they are printed', () => {
  expect(plainNpwp("'01.234.567.8-901.000")).toBe('012345678901000');
  expect(plainAccount('001-234 567.8')).toBe('0012345678');
});
