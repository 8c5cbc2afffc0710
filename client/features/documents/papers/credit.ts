// Konversi Predikat Kinerja ke Angka Kredit, and Akumulasi Angka Kredit. Source: BKN Regulation 3/2023, annex. What is on no
// record here (number and place, the employee's card and place of birth, since when rank and post are held) is left to be
// written by hand.

import { monthsName } from '#client/i18n/credit.ts';
import { formatDate, formatMonth, formatNumber, formatPoints } from '#client/i18n/index.ts';
import { predicates } from '#client/i18n/period.ts';
import { answerHere } from '#client/workspace/questions.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import { creditOfEmployee } from '#shared/evaluation/questions/credit.ts';
import { accumulated, type Conversion } from '#shared/evaluation/rules/conversion.ts';
import { SHARE_OF_PREDICATE, sumOfPoints, YEARLY_COEFFICIENT } from '#shared/evaluation/rules/credit.ts';
import type { EvaluationRecord } from '#shared/evaluation/tables.ts';
import { bornOn, isFemale } from '#shared/people/rules/nip.ts';
import { rankOf } from '#shared/people/rules/ranks.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import type { Column, Paper, Party, Section } from '../paper.ts';
import { BLANK, type Directory, signature } from './people-on-paper.ts';
import { words } from './words.ts';

type Content = Omit<Paper, 'title' | 'agency'>;
const { credit } = words;

/** Null where the evaluation gives no credit, or is objected to. */
export async function conversionPaper(
  workspace: Workspace,
  directory: Directory,
  { employeeId, evaluationId }: { employeeId: EmployeeId; evaluationId: string },
): Promise<Content | null> {
  const credits = await answerHere(workspace, creditOfEmployee, { employeeId });
  const own = (credits?.conversions ?? []).filter(({ evaluation }) => evaluation.id === evaluationId);
  const record = own[0]?.evaluation.record;
  if (!record || own.some(({ settled }) => !settled)) return null;
  const months = own.flatMap((one) => one.months);
  const { columns } = credit;
  return creditPaper(workspace, directory, {
    heading: credit.conversion,
    span: credit.period(`${monthsName(months)} ${months[0]?.slice(0, 4)}`),
    record,
    section: {
      title: credit.conversion,
      columns: [
        { title: columns.predicate, width: 0.25, group: credit.result },
        { title: columns.share, width: 0.25, group: credit.result },
        { title: columns.coefficient, width: 0.22, numeric: true },
        { title: columns.product, width: 0.28, numeric: true },
      ],
      numbered: true,
      rows: own.map((one) => [predicates[one.predicate], partOf(one), coefficientOf(one), formatPoints(one.points)]),
      ...(own.length > 1 && { foot: sumOf(own) }),
    },
  });
}

/** Null where nothing adds up in these years. */
export async function accumulationPaper(
  workspace: Workspace,
  directory: Directory,
  { employeeId, years }: { employeeId: EmployeeId; years: { from: string; until: string } },
): Promise<Content | null> {
  const credits = await answerHere(workspace, creditOfEmployee, { employeeId });
  const all = accumulated(credits?.conversions ?? [], years);
  const months = all.flatMap((one) => one.months);
  const [first, last, record] = [months[0], months.at(-1), all.at(-1)?.evaluation.record];
  if (!first || !last || !record) return null;
  const { columns } = credit;
  const group = credit.result;
  const ofResult: Column[] = [
    { title: columns.year, width: 0.1, group },
    { title: columns.months, width: 0.26, group },
    { title: columns.predicate, width: 0.18, group },
    { title: columns.share, width: 0.14, group },
  ];
  return creditPaper(workspace, directory, {
    heading: credit.accumulation,
    span: credit.span(formatMonth(first), formatMonth(last)),
    record,
    section: {
      title: credit.accumulation,
      columns: [
        ...ofResult,
        { title: columns.coefficient, width: 0.14, numeric: true },
        { title: columns.points, width: 0.18, numeric: true },
      ],
      numbered: true,
      rows: all.map((one) => [
        one.months[0]?.slice(0, 4) ?? '',
        monthsName(one.months),
        predicates[one.predicate],
        shareOf(one),
        coefficientOf(one),
        formatPoints(one.points),
      ]),
      foot: sumOf(all),
    },
  });
}

function creditPaper(
  { person }: Workspace,
  directory: Directory,
  of: { heading: string; span: string; record: EvaluationRecord; section: Section },
): Content {
  const { evaluator } = of.record;
  const above = [credit.place(BLANK), credit.day(BLANK), credit.evaluator];
  return {
    heading: [of.heading, credit.number(BLANK)],
    subtitle: of.span,
    sides: [credit.agency(person.agencyName), of.span],
    landscape: false,
    parties: [holder(of.record, directory, person.agencyName)],
    opening: [],
    chart: null,
    sections: [of.section],
    summary: [],
    signatures: [{ ...signature(credit.evaluator, evaluator, null), above }],
    copies: credit.copies,
    annexes: [],
  };
}

function holder({ employee }: EvaluationRecord, { units }: Directory, agency: string): Party {
  const { name, nip, grade, position, unitId } = employee;
  const { lines, sexes } = credit;
  return {
    title: credit.holder,
    lines: [
      ['NAMA', name],
      ['NIP', nip ?? ''],
      [lines.card, BLANK],
      [lines.born, `${BLANK} / ${nip ? formatDate(bornOn(nip)) : BLANK}`],
      [lines.sex, nip ? sexes[isFemale(nip) ? 'female' : 'male'] : BLANK],
      [lines.rank, credit.since(rankOf(grade), BLANK)],
      [lines.post, credit.since(position, BLANK)],
      ['UNIT KERJA', units.get(unitId)?.name ?? ''],
      [lines.agency, agency],
    ],
  };
}

const shareOf = ({ predicate }: Conversion) => `${SHARE_OF_PREDICATE[predicate]}%`;
/** 2/12 X 100% */
const partOf = (of: Conversion) => `${of.months.length < 12 ? `${of.months.length}/12 X ` : ''}${shareOf(of)}`;
const coefficientOf = ({ level }: Conversion) => formatNumber(YEARLY_COEFFICIENT[level]);
const sumOf = (all: readonly Conversion[]): [string, string] => [
  credit.sum,
  formatPoints(sumOfPoints(all.map(({ points }) => points))),
];
