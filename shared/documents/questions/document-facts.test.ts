import { describe, expect, it } from 'vitest';
import type { EvaluationState } from '#shared/evaluation/tables.ts';
import type { EmployeeId, Employment } from '#shared/people/tables.ts';
import { isNamedBy, RowSet } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { type DocumentSubject, factsOf, factsReads } from './document-facts.ts';

const ME = 'p' as EmployeeId;

interface World {
  employment?: Employment;
  /** Of the year 2026, whose evaluation is `year`. */
  state?: EvaluationState;
}

/** Only what the document asks to read. */
function facts(subject: DocumentSubject, { employment = 'PNS', state = 'final' }: World = {}) {
  const record = { employee: { id: ME, position: 'Perawat Terampil' }, evaluator: { name: 'Supiani, S.T.' } };
  const evaluation = { scope: 'w:p', version: 1, predicate: 'sangat-baik', record, state: 'final' };
  const all: [string, object][] = [
    ['employee', { scope: 'a:dinas', id: ME, version: 1, name: 'Ani', nip: '198812042014022003', employment }],
    [
      'assignment',
      {
        ...{ scope: 'a:dinas', id: 'post', version: 1, employeeId: ME, position: 'Perawat Terampil' },
        ...{ positionKind: 'JF', kind: 'definitive', validFrom: '2020-01-01', validUntil: null },
      },
    ],
    ...[
      { id: 'before', kind: 'annual', period: '2025', validFrom: '2025-01-01', validUntil: '2025-12-31' },
      { id: 'year', kind: 'annual', period: '2026', validFrom: '2026-01-01', validUntil: '2026-12-31', state },
      { id: 'may', kind: 'periodic', period: '2026-05', validFrom: '2026-05-01', validUntil: '2026-05-31' },
      { id: 'next', kind: 'periodic', period: '2027-01', validFrom: '2027-01-01', validUntil: '2027-01-31' },
    ].map((one): [string, object] => ['evaluation', { ...evaluation, ...one }]),
  ];
  const rows = new RowSet();
  for (const read of factsReads(ME, subject, 'dinas')) {
    for (const [table, row] of all as [string, SyncRow][]) {
      if (table === read.table && row.scope === read.scope && isNamedBy(read, row)) rows.load(table, row);
    }
  }
  return factsOf(ME, subject, 'dinas', rows);
}

const who = { name: 'Ani', nip: '198812042014022003' };
const year = { firstMonth: '2026-01', lastMonth: '2026-12', months: 12, level: 'terampil', points: 7.5 };

describe('Konversi', () => {
  const of = (evaluationId: string): DocumentSubject => ({ kind: 'konversi-angka-kredit', evaluationId });

  it('tells months, level, predicate, points and who evaluated', () => {
    const rest = { period: '2026', predicate: 'sangat-baik', evaluator: 'Supiani, S.T.', state: 'final' };
    expect(facts(of('year'))).toEqual({ ...who, ...year, ...rest });
  });

  it('of one month', () => {
    expect(facts(of('next'))).toMatchObject({ firstMonth: '2027-01', lastMonth: '2027-01', months: 1, points: 0.63 });
  });

  it('none of a month that the year has', () => {
    expect(facts(of('may'))).toBeNull();
  });

  it('none while it is objected to, of a PPPK, or of what is not there', () => {
    expect(facts(of('year'), { state: 'objected' })).toBeNull();
    expect(facts(of('year'), { employment: 'PPPK' })).toBeNull();
    expect(facts(of('never'))).toBeNull();
  });
});

describe('Akumulasi', () => {
  const of = (from: string, until: string): DocumentSubject => ({ kind: 'akumulasi-angka-kredit', from, until });

  it('tells the sum of its years', () => {
    expect(facts(of('2026', '2026'))).toEqual({ ...who, ...year });
    const all = { firstMonth: '2025-01', lastMonth: '2027-01', months: 25, points: 15.63 };
    expect(facts(of('2025', '2027'))).toEqual({ ...who, level: 'terampil', ...all });
  });

  it('leaves out what is objected to', () => {
    expect(facts(of('2025', '2027'), { state: 'objected' })).toMatchObject({ months: 13, points: 8.13 });
  });

  it('none where nothing adds up', () => {
    expect(facts(of('2020', '2021'))).toBeNull();
    expect(facts(of('2025', '2027'), { employment: 'PPPK' })).toBeNull();
  });
});
