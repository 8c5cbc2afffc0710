// The payroll for the treasurer: a workbook for people, CSV for programs (semicolons, decimal commas, as is usual in
// Indonesia). Amounts are rupiah as they are paid; the last row is their sum.

import { allowance } from '#client/i18n/allowance.ts';
import { formatMonth, plainNumber } from '#client/i18n/index.ts';
import { csvOfRows, harmless } from '#client/table-file/write-table.ts';
import type { PayrollLine, PayrollSheet } from '#shared/allowance/api.ts';
import { formatNip } from '#shared/people/rules/nip.ts';

const { columns } = allowance.payroll;
const TEXTS = ['name', 'nip', 'grade', 'position'] as const;
const BEFORE = ['postClass', 'base', 'productivity', 'discipline', 'assemblies'] as const;
/** What one person's entries and the rules on the whole make of it, in the order in which a slip has them. */
const KINDS = ['cpns', 'plt', 'sanction', 'lhkpn', 'attendance', 'presence'] as const;
const AFTER = ['amount', 'adjustments', 'total'] as const;
const HEAD = [
  ...[...TEXTS, ...BEFORE].map((column) => columns[column]),
  ...KINDS.map((kind) => allowance.payroll.kindColumns[kind]),
  ...AFTER.map((column) => columns[column]),
];
const NUMBERS = BEFORE.length + KINDS.length + AFTER.length;

/** A NIP in its groups, as it is printed: eighteen digits in a row a spreadsheet would round to fifteen. */
const textsOf = (line: PayrollLine) =>
  TEXTS.map((column) => (column === 'nip' ? formatNip(line.nip ?? '') : (line[column] ?? '')));
const numbersOf = (line: PayrollLine) => [
  ...BEFORE.map((column) => line[column]),
  ...KINDS.map((kind) => line.byKind[kind] ?? null),
  ...AFTER.map((column) => line[column]),
];
const totals = (sheet: PayrollSheet) =>
  Array.from({ length: NUMBERS }, (_, at) => (at === NUMBERS - 1 ? sheet.total : null));

export async function workbookOf(sheet: PayrollSheet, agency: string): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  // A double holds any whole rupiah up to nine thousand trillion exactly.
  const number = (value: string | number | null) =>
    value === null ? null : { value: Number(value), format: Number.isInteger(Number(value)) ? '#,##0' : '#,##0.####' };
  const rows = [
    [bold(`${allowance.payroll.title} ${formatMonth(sheet.month)}`)],
    [{ value: agency }],
    [{ value: allowance.payroll.states[sheet.state] }],
    [],
    HEAD.map(bold),
    ...sheet.lines.map((line) => [...textsOf(line).map((value) => ({ value })), ...numbersOf(line).map(number)]),
    [bold(allowance.payroll.total), null, null, null, ...totals(sheet).map(number)],
  ];
  const widths = [34, 22, 10, 38, ...Array.from({ length: NUMBERS }, () => 16)].map((width) => ({ width }));
  return writeXlsxFile(rows, { columns: widths, sheet: sheet.month }).toBlob();
}

export async function csvOf(sheet: PayrollSheet): Promise<Blob> {
  return csvOfRows([
    HEAD,
    ...sheet.lines.map((line) => [...textsOf(line).map(harmless), ...numbersOf(line).map(plainNumber)]),
    [allowance.payroll.total, '', '', '', ...totals(sheet).map(plainNumber)],
  ]);
}
