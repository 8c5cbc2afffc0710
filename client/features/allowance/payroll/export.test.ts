import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { PayrollLine, PayrollSheet } from '#shared/allowance/api.ts';
import { checkNip } from '#shared/people/rules/nip.ts';
import { csvOf, workbookOf } from './export.ts';

const NIP = '198812042014021003';
const line: PayrollLine = {
  ...{ employeeId: 'x', name: 'Muhammad Ridha', nip: NIP, grade: 'III/c', position: 'Penguji', postClass: 8 },
  ...{
    base: '3000000',
    productivity: '97.5',
    discipline: '100',
    assemblies: '2',
    amount: '2925000',
    adjustments: '-1500.5',
  },
  byKind: { sanction: '-731250.25', plt: '590000' },
  ...{ total: '2923499.5', waiting: 0, late: 0, unknownDays: 0, explanations: 0, correction: null },
};
const sheet = (lines: PayrollLine[]): PayrollSheet => ({
  ...{ month: '2026-10', state: 'approved', revision: 1, note: null, steps: [], lines, total: '2923499.5' },
  ...{ plan: [], may: [], drawnBy: null, headId: null },
});
const cells = async (lines: PayrollLine[]) => {
  const text = await (await csvOf(sheet(lines))).text();
  return Papa.parse<string[]>(text, { delimiter: ';' }).data;
};

describe('the payroll as CSV', () => {
  it('has no text that a spreadsheet would run', async () => {
    const attacks = [
      '=HYPERLINK("http://x")',
      '+1+cmd|calc',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '|cmd',
      '\n=1',
    ];
    const rows = await cells(attacks.map((name) => ({ ...line, name, position: name })));
    for (const [index, attack] of attacks.entries()) {
      const row = rows[index + 1];
      for (const cell of [row?.[0], row?.[3]]) expect(cell).toBe(`'${attack}`);
    }
  });

  it('keeps a NIP whole, in the form in which it is printed and in which this app reads it again', async () => {
    const [, row] = await cells([line]);
    expect(row?.[1]).toBe('19881204 201402 1 003');
    // What a spreadsheet takes for a number it keeps to fifteen digits.
    expect(Number.isNaN(Number(row?.[1]))).toBe(true);
    expect(checkNip(row?.[1] ?? '')).toEqual({ ok: true, nip: NIP });
  });

  it('has a column for what each kind of entry makes of it, empty where there is none', async () => {
    const [head, row, sum] = await cells([line, { ...line, byKind: {} }]);
    expect(head?.slice(9, 15)).toEqual([
      ...['CPNS', 'Plt jabatan kedua', 'Hukuman disiplin', 'LHKPN belum disampaikan'],
      ...['Kehadiran (dari seluruh TPP)', 'Kehadiran minimum'],
    ]);
    expect(row?.[11]).toBe('-731250,25');
    for (const cells of [head, row, sum]) expect(cells).toHaveLength(18);
  });

  it('leaves ordinary texts and negative amounts as they are', async () => {
    const [, row, sum] = await cells([line]);
    expect(row).toEqual([
      ...['Muhammad Ridha', '19881204 201402 1 003', 'III/c', 'Penguji', '8'],
      ...['3000000', '97,5', '100', '2', '', '590000', '-731250,25', '', '', '', '2925000', '-1500,5', '2923499,5'],
    ]);
    expect(sum?.at(-1)).toBe('2923499,5');
  });
});

describe('the payroll as a workbook', () => {
  it('has texts as texts, and the NIP whole', async () => {
    const blob = await workbookOf(sheet([{ ...line, name: '=1+1' }]), 'Dinas');
    const [first] = await readXlsxFile(Buffer.from(await blob.arrayBuffer()));
    const row = first?.data.find((cells) => cells[1] === '19881204 201402 1 003');
    expect(row?.[0]).toBe('=1+1');
  });
});
