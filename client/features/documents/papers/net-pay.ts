// What of a month's allowances arrives in the accounts: the list by which the treasurer pays. Who lacks something has a line
// without numbers, outside of the sums, and is named below with what is missing. The sums are checked on the paper itself.

import { formatDate, formatMonth, formatRupiah } from '#client/i18n/index.ts';
import { netPay, payees } from '#client/i18n/net-pay.ts';
import type { NetPay } from '#shared/allowance/api.ts';
import { YEAR_AMOUNTS } from '#shared/allowance/rules/net-pay.ts';
import { formatNip } from '#shared/people/rules/nip.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import type { Column, Paper, Section } from '../paper.ts';
import { type Directory, personOn, signature } from './people-on-paper.ts';

const { paper } = netPay;
const { columns } = paper;
type Line = NetPay['lines'][number];

interface Shown {
  column: Column;
  of: (line: Line, number: number) => string | number;
  /** In the last row. */
  sum?: (totals: NetPay['totals']) => string | number;
}

const rupiah = (title: string, width: number, of: (line: Line) => string | undefined, sum?: Shown['sum']): Shown => ({
  column: { title, width, numeric: true },
  of: (line) => (line.amounts ? Number(of(line)) : ''),
  ...(sum && { sum }),
});

const AMOUNTS = (width: number): Shown[] => [
  rupiah(
    columns.amount,
    width,
    ({ amount }) => amount,
    ({ amount }) => Number(amount),
  ),
  rupiah(
    columns.adjustments,
    width,
    ({ adjustments }) => adjustments,
    ({ adjustments }) => Number(adjustments),
  ),
  rupiah(
    columns.total,
    width,
    ({ total }) => total,
    ({ total }) => Number(total),
  ),
  rupiah(
    columns.employer,
    width,
    ({ amounts }) => amounts?.employer,
    ({ employer }) => Number(employer),
  ),
  {
    column: { title: columns.rate, width: 0.05, numeric: true },
    of: ({ amounts }) => (amounts ? (amounts.rate === null ? '–' : Number(amounts.rate)) : ''),
  },
  rupiah(
    columns.tax,
    width,
    ({ amounts }) => amounts?.tax,
    ({ tax }) => Number(tax),
  ),
  rupiah(
    columns.employee,
    width,
    ({ amounts }) => amounts?.employee,
    ({ employee }) => Number(employee),
  ),
  rupiah(
    columns.net,
    width,
    ({ amounts }) => amounts?.net,
    ({ net }) => Number(net),
  ),
];

const text = (title: string, width: number, of: (line: Line) => string): Shown => ({ column: { title, width }, of });
const lines = (...parts: (string | null)[]) => parts.filter((part) => part).join('\n');
const accountOf = ({ amounts, bank, account }: Line) => (amounts ? lines(bank, account) : paper.incomplete);
const numbered: Shown = { column: { title: columns.number, width: 0.035 }, of: (_line, number) => number };

/** What stands in one column of a page stands in columns of its own in a workbook. */
const ON_PAGE: Shown[] = [
  numbered,
  text(`${columns.name}, ${columns.nip}`, 0.165, ({ name, nip }) => lines(name, formatNip(nip ?? ''))),
  text(`${columns.ptkp}, ${columns.npwp}`, 0.115, ({ ptkp, npwp }) => lines(ptkp, npwp)),
  ...AMOUNTS(0.076),
  text(`${columns.bank}, ${columns.account}`, 0.103, accountOf),
];
const IN_WORKBOOK: Shown[] = [
  numbered,
  text(columns.name, 0, ({ name }) => name),
  text(columns.nip, 0, ({ nip }) => formatNip(nip ?? '')),
  text(columns.grade, 0, ({ grade }) => grade ?? ''),
  text(columns.position, 0, ({ position }) => position),
  text(columns.ptkp, 0, ({ ptkp }) => ptkp ?? ''),
  text(columns.npwp, 0, ({ npwp }) => npwp ?? ''),
  rupiah(columns.taxed, 0, ({ amounts }) => amounts?.taxed),
  ...AMOUNTS(0),
  text(columns.bank, 0, ({ amounts, bank }) => (amounts ? (bank ?? '') : paper.incomplete)),
  text(columns.account, 0, ({ amounts, account }) => (amounts ? (account ?? '') : '')),
];

/** `me`: the treasurer; `today`: plain date. `as`: the page of the PDF, or the rows of a workbook. */
export function netPayPaper(
  sheet: NetPay,
  directory: Directory,
  { me, headId, today, as }: { me: EmployeeId; headId: EmployeeId | null; today: string; as: 'page' | 'workbook' },
): Omit<Paper, 'agency'> {
  const shown = as === 'page' ? ON_PAGE : IN_WORKBOOK;
  const sign = (title: string, id: EmployeeId | null) => {
    const person = personOn(directory, id, today);
    return signature(title, person, id === me ? today : null);
  };
  return {
    title: paper.title,
    heading: paper.heading,
    subtitle: formatMonth(sheet.month).toUpperCase(),
    landscape: true,
    draft: sheet.state !== 'approved',
    parties: [],
    opening: [],
    chart: null,
    sections: [paid(sheet, shown), ...years(sheet), ...outside(sheet)],
    summary: [
      ...sheet.checks.map(({ name, left, right, off }): [string, string] => [
        netPay.checkNames[name],
        off === '0' ? netPay.matches(right) : netPay.differs(left, right, off),
      ]),
      [paper.sources, netPay.sources],
      [paper.made, formatDate(today)],
    ],
    signatures: [sign(paper.head, headId), sign(paper.treasurer, me)],
    annexes: [],
  };
}

function paid({ lines: all, totals }: NetPay, shown: readonly Shown[]): Section {
  const sum = shown.map(({ sum: of }, index) => (index === 1 ? paper.sum(totals.people) : (of?.(totals) ?? '')));
  return {
    title: paper.section,
    columns: shown.map(({ column }) => column),
    rows: [...all.map((line, index) => shown.map(({ of }) => of(line, index + 1))), sum],
  };
}

/** Of whose last tax period it is: how the tax of the year comes about. */
function years({ lines: all }: NetPay): Section[] {
  const rows = all.flatMap(({ name, nip, amounts }) =>
    amounts?.year
      ? [
          [
            lines(name, formatNip(nip ?? '')),
            ...YEAR_AMOUNTS.map((of) => Number(amounts.year?.[of])),
            Number(amounts.tax),
          ],
        ]
      : [],
  );
  if (rows.length === 0) return [];
  const width = 0.8 / (YEAR_AMOUNTS.length + 1);
  const titles = [...YEAR_AMOUNTS.map((of) => paper.yearColumns[of]), paper.ofMonth];
  return [
    {
      title: paper.year,
      columns: [
        { title: `${columns.name}, ${columns.nip}`, width: 0.2 },
        ...titles.map((title) => ({ title, width, numeric: true })),
      ],
      rows,
    },
  ];
}

function outside({ lines: all, outside: { people, total } }: NetPay): Section[] {
  if (people === 0) return [];
  const rows = all
    .filter(({ amounts }) => amounts === null)
    .map(({ name, nip, missing, total: pays }) => [
      name,
      formatNip(nip ?? ''),
      missing.map((field) => payees.fields[field]).join(', '),
      Number(pays),
    ]);
  return [
    {
      title: paper.outside,
      columns: [
        { title: columns.name, width: 0.26 },
        { title: columns.nip, width: 0.16 },
        { title: columns.missing, width: 0.44 },
        { title: columns.pays, width: 0.14, numeric: true },
      ],
      rows,
      foot: [paper.outside, formatRupiah(total)],
    },
  ];
}
