// A slip and a list of payments that have everything they may have: every kind of line, names of every length, people who
// lack something, more of them than a page holds.

import type { NetPay } from '#shared/allowance/api.ts';
import { checksOf, netLineOf, netSheetOf, yearBefore } from '#shared/allowance/rules/net-pay.ts';
import type { PayeeEntry } from '#shared/allowance/rules/payee.ts';
import type { Slip, SlipLine } from '#shared/allowance/rules/slip.ts';
import type { Payroll } from '#shared/allowance/tables.ts';
import type { Paper } from '../paper.ts';
import { netPayPaper } from '../papers/net-pay.ts';
import type { Directory } from '../papers/people-on-paper.ts';
import { slipPaper } from '../papers/slip.ts';
import { EMPLOYEE, LETTERS, LONG_NAME } from './office.ts';

const MONTH = '2026-06';
const line = (kind: SlipLine['kind'], amount: string, more: Partial<SlipLine> = {}): SlipLine => ({
  ...{ kind, amount, from: '2026-06-01', until: '2026-06-30', days: 20, percent: '25', source: 'SK 800/12/2026' },
  ...more,
});

const SLIP: Slip = {
  ...{ month: MONTH, reckoning: 2, workingDays: 20, base: '3540000', source: 'Perbup contoh' },
  posts: [
    { from: '2026-06-01', until: '2026-06-15', postClass: 8, base: '2950000', days: 10, paidDays: 10 },
    { from: '2026-06-16', until: '2026-06-30', postClass: 9, base: '3500000', days: 10, paidDays: 9 },
  ],
  baseLines: [line('plt', '590000', { percent: '20', postClass: 8 }), line('cpns', '-120000.5', { percent: '80' })],
  wholeLines: [
    line('sanction', '-885000'),
    line('lhkpn', '-531000', { percent: '15', source: LETTERS }),
    line('attendance', '-66000', { percent: null, until: '2026-06-01', days: 1, source: 'Perbup contoh' }),
    line('presence', '-100', { days: 12, percent: '100', source: 'Perbup contoh' }),
  ],
  activities: {
    ...{ measure: 'minutes-a-month', done: 5400, required: '6750', index: '80' },
    counted: [{ id: 'a', date: '2026-06-02', title: 'Uji rem', minutes: 120 }],
    leftOut: [{ id: 'b', date: '2026-06-03', title: 'Uji emisi', minutes: 60, why: 'submitted' }],
  },
  predicate: { value: 'baik', period: '2026-Q2', index: '100', share: '30' },
  productivity: { index: '86', weight: '60' },
  attendance: {
    days: Array.from({ length: 14 }, (_, day) => ({
      ...{ date: `2026-06-${String(day + 1).padStart(2, '0')}`, arrival: '07:52', departure: null },
      ...{ codes: ['TL1', 'PSW4'] as ('TL1' | 'PSW4')[], deduction: '2' },
    })),
    assemblies: [{ date: '2026-06-08', deduction: '2', source: 'Daftar hadir apel' }],
    presence: { days: 12, required: 16, tooFew: true },
    unknown: ['2026-06-29'],
    leave: [{ date: '2026-06-22', kind: 'tahunan', deduction: '0', paid: true }],
    ...{ index: '70', weight: '40' },
  },
  ...{ gross: '2812684', exact: '1330584.25', amount: '1330584', total: '1280584' },
  adjustments: [{ id: 'x', forMonth: '2026-04', amount: '-50000', reason: `Salah catat ${LETTERS}` }],
};

const PAYROLL: Payroll = {
  ...{ id: MONTH, scope: 'a:dinas', version: 1, month: MONTH, state: 'drawn', revision: 1, note: null },
  ...{ drawnBy: 'p4', drawnAt: '2026-07-01T02:00:00.000Z', checkedBy: null, checkedAt: null },
  ...{ approvedBy: null, approvedAt: null },
};
const CLOSED: Payroll = { ...PAYROLL, state: 'approved', approvedBy: 'p3', approvedAt: '2026-07-02T16:30:00.000Z' };

const FACTS: PayeeEntry = {
  ...{ month: '2026-01', at: '2026-01-05T00:00:00.000Z', ptkp: 'K/1', npwp: '0123456789012345', tax: null },
  ...{ bank: 'Bank Kalsel', account: '001234567890', salary: '5500000', salaryTax: '0', insuredSalary: '5300000' },
  ...{ extra: null, extraTax: null, yearPension: null, earlierGross: null, earlierTax: null },
};

function sheet(): NetPay {
  const told = (index: number): PayeeEntry[] => {
    if (index === 3) return [];
    if (index === 7) return [{ ...FACTS, account: null, npwp: null }];
    return [index === 5 ? { ...FACTS, month: MONTH, tax: '125000' } : FACTS];
  };
  const lines = Array.from({ length: 34 }, (_, index) => {
    const [amount, adjustments] = [String(9_500_000 - 210_000 * index), index === 4 ? '-50000' : '0'];
    const owed = { employeeId: `p${index}`, amount, adjustments, total: String(Number(amount) + Number(adjustments)) };
    return netLineOf(owed, told(index), MONTH);
  });
  const { totals, outside } = netSheetOf(lines);
  const paid = String(lines.reduce((all, { total }) => all + Number(total), 0));
  return {
    ...{ month: MONTH, state: 'approved', totals, outside, checks: checksOf({ lines, totals, outside }, paid) },
    lines: lines.map((one, index) => ({
      ...one,
      name: index === 1 ? LONG_NAME : index === 2 ? LETTERS : `Pegawai ${index + 1}`,
      ...{ nip: '198812042014021003', grade: 'III/c', position: 'Penguji Kendaraan Bermotor Mahir' },
    })),
  };
}

/** Three people in December: one whose year is reckoned, one who gets something back, one of whom months are missing. */
function lastPeriod(): NetPay {
  const month = '2026-12';
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
  const owed = { employeeId: 'p1', amount: '9500000', adjustments: '0', total: '9500000' };
  const ofYear = (more: Partial<PayeeEntry>, closed: number) => {
    const entries = [FACTS, { ...FACTS, month, at: '2026-12-05T00:00:00.000Z', extra: '0', ...more }];
    const paid = new Map(months.slice(0, closed).map((one) => [one, owed]));
    return netLineOf(owed, entries, month, yearBefore(months, month, paid, entries));
  };
  const lines = [
    ofYear({ yearPension: '3100000' }, 11),
    ofYear({ yearPension: '60000000' }, 11),
    ofYear({ yearPension: '3100000' }, 9),
  ];
  const { totals, outside } = netSheetOf(lines);
  return {
    ...{ month, state: 'approved', totals, outside, checks: checksOf({ lines, totals, outside }, '28500000') },
    lines: lines.map((line, index) => ({
      ...{ ...line, name: index === 1 ? LONG_NAME : `Pegawai ${index + 1}`, nip: '198812042014021003' },
      ...{ grade: 'III/c', position: 'Penguji Kendaraan Bermotor Mahir' },
    })),
  };
}

const slip = (directory: Directory, payroll: Payroll | undefined) =>
  slipPaper(directory, { employeeId: EMPLOYEE, slip: SLIP, payroll, today: '2026-07-08' });
const pay = (directory: Directory, more: Partial<NetPay> = {}) =>
  netPayPaper({ ...sheet(), ...more }, directory, { me: 'p4', headId: 'p3', today: '2026-07-08', as: 'page' });

/** By the name of its golden file and picture. */
export const PAY_PAPERS: [name: string, of: (directory: Directory) => Omit<Paper, 'agency'>][] = [
  ['slip', (directory) => slip(directory, CLOSED)],
  ['slip-draf', (directory) => slip(directory, PAYROLL)],
  ['lembar-bersih', (directory) => pay(directory)],
  ['lembar-bersih-masa-akhir', (directory) => pay(directory, lastPeriod())],
];
