// The slip of an allowance on paper, line by line as it explains itself on the screen. Until the list is closed it is a draft.

import { allowance } from '#client/i18n/allowance.ts';
import { cycle } from '#client/i18n/cycle.ts';
import { formatDate, formatMonth, formatRupiah } from '#client/i18n/index.ts';
import type { Slip } from '#shared/allowance/rules/slip.ts';
import type { Payroll } from '#shared/allowance/tables.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { earlierOf } from '#shared/time/working-time.ts';
import type { Paper, Section } from '../paper.ts';
import { type Directory, dayIn, party, personOn, signature } from './people-on-paper.ts';
import { words } from './words.ts';

const { slip: says } = allowance;

/** `payroll`: of the month; undefined where nothing is drawn up. `today`: plain date. */
export function slipPaper(
  directory: Directory,
  {
    employeeId,
    slip,
    payroll,
    today,
  }: { employeeId: EmployeeId; slip: Slip; payroll: Payroll | undefined; today: string },
): Omit<Paper, 'agency'> {
  const { month } = slip;
  const last = slip.posts.at(-1)?.until ?? earlierOf(`${month}-28`, today);
  const closed = payroll?.state === 'approved';
  const drawn = payroll && payroll.state !== 'returned' ? payroll : null;
  const treasurer = drawn && personOn(directory, drawn.drawnBy, dayIn(directory, drawn.drawnAt));
  return {
    title: says.title,
    heading: [words.slip.heading],
    subtitle: formatMonth(month).toUpperCase(),
    landscape: false,
    draft: !closed,
    parties: [party(words.slip.employee, personOn(directory, employeeId, last), directory)],
    opening: [[words.slip.state, stateOf(payroll, directory)]],
    chart: null,
    sections: [baseOf(slip), productivityOf(slip), disciplineOf(slip), sumOf(slip, drawn !== null)],
    summary: slip.source ? [[words.slip.source, says.policySource(slip.source)]] : [],
    signatures: drawn
      ? [
          signature(
            words.slip.treasurer,
            treasurer,
            closed ? dayIn(directory, drawn.approvedAt ?? drawn.drawnAt) : null,
          ),
        ]
      : [],
    annexes: [],
  };
}

function stateOf(payroll: Payroll | undefined, directory: Directory): string {
  if (!payroll || payroll.state === 'returned') return words.slip.forecast;
  if (payroll.state !== 'approved') return words.slip.draft(says.states[payroll.state]);
  const { approvedAt } = payroll;
  return approvedAt ? words.slip.closed(formatDate(dayIn(directory, approvedAt))) : says.states.approved;
}

const section = (title: string, rows: [text: string, value: string][]): Section => ({
  title: title.toUpperCase(),
  columns: [
    { title: words.slip.columns.text, width: 0.72 },
    { title: words.slip.columns.value, width: 0.28, numeric: true },
  ],
  rows,
});

function baseOf(slip: Slip): Section {
  const isPart = slip.posts.length > 1 || slip.posts.some(({ paidDays }) => paidDays < slip.workingDays);
  return section(says.base, [
    ...slip.posts.map(({ postClass, base, from, until, paidDays }): [string, string] => [
      [says.baseOf(postClass, base), ...(isPart ? [says.baseShare(from, until, paidDays, slip.workingDays)] : [])].join(
        '\n',
      ),
      '',
    ]),
    ...linesOf(slip.baseLines),
    [slip.posts.length === 0 ? says.none : says.base, formatRupiah(slip.base, 4)],
  ]);
}

const linesOf = (lines: Slip['baseLines'] = []) =>
  lines.map((line): [string, string] => [says.line(line), formatRupiah(line.amount)]);

function productivityOf(slip: Slip): Section {
  const { activities, predicate, productivity } = slip;
  const name = predicate?.value ? cycle.predicates[predicate.value] : null;
  return section(says.productivity(productivity.weight), [
    [`${says.work(activities)}; ${says.counted(activities.counted.length)}`, ''],
    ...(activities.leftOut.length > 0 ? [[says.leftOut(activities.leftOut.length), ''] as [string, string]] : []),
    ...(predicate ? [[says.predicate(predicate, name), ''] as [string, string]] : []),
    [says.productivitySum(slip), words.slip.percent(productivity.index)],
  ]);
}

function disciplineOf({ attendance }: Slip): Section {
  const { days, assemblies = [], leave, unknown, presence } = attendance;
  return section(says.discipline(attendance.weight), [
    ...days.map((day): [string, string] => [
      `${formatDate(day.date)}: ${says.day(day.codes, day.arrival, day.departure)}`,
      says.dayOff(day),
    ]),
    ...assemblies.map(({ date, source, deduction }): [string, string] => [
      `${formatDate(date)}: ${says.assembly} (${source})`,
      says.off(deduction),
    ]),
    ...leave.map(({ date, kind, paid, deduction }): [string, string] => [
      `${formatDate(date)}: ${cycle.leaveKinds[kind]}${paid ? '' : `, ${says.unpaid}`}`,
      deduction === '0' ? '' : says.off(deduction),
    ]),
    ...(days.length + assemblies.length + leave.length === 0 ? [[says.attended, ''] as [string, string]] : []),
    ...(unknown.length > 0 ? [[says.unknown(unknown.length), ''] as [string, string]] : []),
    ...(presence ? [[says.presence(presence), ''] as [string, string]] : []),
    [says.disciplineSum(attendance.index), words.slip.percent(attendance.index)],
  ]);
}

function sumOf(slip: Slip, drawn: boolean): Section {
  return section(says.sum, [
    [says.formula(slip), formatRupiah(slip.gross ?? slip.exact, 4)],
    ...linesOf(slip.wholeLines),
    ['TPP', formatRupiah(slip.amount)],
    ...slip.adjustments.map(({ forMonth, reason, amount }): [string, string] => [
      `${says.adjustment(forMonth)}: ${reason}`,
      formatRupiah(amount),
    ]),
    [drawn ? words.slip.total : says.totalForecast, formatRupiah(slip.total)],
  ]);
}
