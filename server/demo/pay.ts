// What the register of allowances holds in the demo, each kind once, and how its people are paid and taxed. Who loses nothing
// by an outage bears the entries that go on, and of two persons something is missing, as in any office.

import type { PtkpStatus } from '#shared/allowance/rules/payee.ts';
import type { PayEntryRow } from '#shared/allowance/tables.ts';
import { payScope } from '#shared/scopes.ts';
import { addDays, addMonths } from '#shared/time/working-time.ts';
import { DEMO_EMPLOYEES, DEMO_TREASURER, type DemoEmployee } from './agency.ts';
import { type Seeded, seeded, stableId } from './seeding.ts';

type Entry = Pick<PayEntryRow, 'employeeId' | 'kind' | 'validFrom' | 'validUntil' | 'percent' | 'source'> & {
  postClass?: number;
};

/** `today`: plain date. What is to be seen stands in the last month, the one that is paid next. */
export function demoPay(today: string): Seeded[] {
  const month = addMonths(today.slice(0, 7), -1);
  const [first, last] = [`${month}-01`, addDays(`${today.slice(0, 7)}-01`, -1)];
  const entries: Entry[] = [
    {
      ...{ employeeId: 'parkir-1', kind: 'sanction', validFrom: first, percent: '25', source: 'SK 800.1.6.2/07' },
      validUntil: addDays(`${addMonths(month, 6)}-01`, -1),
    },
    { ...between('sekretaris', 'lhkpn', first, last), percent: '15', source: 'Surat Inspektorat 700/112' },
    { ...between('kasubag-umum', 'plt', `${month}-10`, last), percent: '20', source: 'SPT 821/44', postClass: 9 },
    { ...between('adm-2', 'cpns', '2019-03-01', '2020-02-29'), percent: '80', source: 'SK CPNS 813/2019' },
    { ...between('terminal-1', 'assembly', firstMonday(first), firstMonday(first)), percent: null, source: 'BA apel' },
  ];
  const at = `${first}T02:00:00.000Z`;
  const open = { withdrawn: false, by: DEMO_TREASURER, at, endedBy: null, endedAt: null, endReason: null };
  return [
    ...entries.map((entry) =>
      seeded('payEntry', {
        ...{ ...entry, ...open, postClass: entry.postClass ?? null, scope: payScope(entry.employeeId) },
        id: stableId('pay-entry', entry.employeeId, entry.kind),
      }),
    ),
    ...DEMO_EMPLOYEES.flatMap((person, index) => payeeOf(person, index, addMonths(month, -1))),
  ];
}

const between = (employeeId: string, kind: Entry['kind'], validFrom: string, validUntil: string) => ({
  ...{ employeeId, kind, validFrom, validUntil },
});

function firstMonday(first: string): string {
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  return addDays(first, (8 - weekday) % 7);
}

const STATUSES: readonly PtkpStatus[] = ['K/1', 'K/2', 'TK/0', 'K/3', 'K/0', 'TK/1'];
/** Invented: gross salary of a month by the first of the grade. */
const SALARIES: Record<string, number> = { IV: 6_900_000, III: 5_200_000, II: 3_900_000 };
const OTHER_SALARY = 4_300_000;

function payeeOf({ id, nip, grade }: DemoEmployee, index: number, month: string): Seeded[] {
  // Nobody told anything of one; of another the account is missing.
  if (!nip || id === 'prakom') return [];
  const salary = SALARIES[grade?.split('/')[0] ?? ''] ?? OTHER_SALARY;
  return [
    seeded('payee', {
      ...{ scope: payScope(id), id: stableId('payee', id), employeeId: id, month, by: DEMO_TREASURER },
      ...{ ptkp: STATUSES[index % STATUSES.length] ?? null, npwp: `99${nip.slice(0, 14)}`, bank: 'Bank Kalsel' },
      account: id === 'angkutan-1' ? null : `0099${nip.slice(2, 10)}`,
      ...{ salary: String(salary), salaryTax: '0', insuredSalary: String(salary - 250_000), tax: null },
      ...{ extra: null, extraTax: null, yearPension: null, earlierGross: null, earlierTax: null },
      at: `${month}-05T02:00:00.000Z`,
    }),
  ];
}
