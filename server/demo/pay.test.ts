// The demo holds what the rules take: an entry that could not be entered by hand would show a screen that nobody sees.

import { describe, expect, it } from 'vitest';
import { PAY_ENTRY_KINDS, wrongSpan } from '#shared/allowance/rules/pay-entries.ts';
import { ACCOUNT, NPWP } from '#shared/allowance/rules/payee.ts';
import type { PayEntryRow, PayeeRow } from '#shared/allowance/tables.ts';
import { demoPay } from './pay.ts';

describe.each(['2026-11-24', '2026-01-02', '2027-03-31', '2028-03-01'])('on %s', (today) => {
  const rows = demoPay(today);
  const entries = rows.filter(({ table }) => table === 'payEntry').map(({ row }) => row as unknown as PayEntryRow);
  const payees = rows.filter(({ table }) => table === 'payee').map(({ row }) => row as unknown as PayeeRow);

  it('has each kind of entry once, none against the rules', () => {
    expect(entries.map(({ kind }) => kind).sort()).toEqual([...PAY_ENTRY_KINDS].sort());
    expect(entries.map(wrongSpan)).toEqual(entries.map(() => null));
  });

  it('has numbers that a form would take', () => {
    expect(payees.every(({ npwp }) => NPWP.test(npwp ?? ''))).toBe(true);
    expect(payees.filter(({ account }) => !ACCOUNT.test(account ?? '')).map(({ employeeId }) => employeeId)).toEqual([
      'angkutan-1',
    ]);
  });
});
