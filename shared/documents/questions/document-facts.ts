// What a document says in short: the facts by which its paper is compared with what is on record. Device and server make
// them by the same function.

import { byColumn, byId, byRange, getRow, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import { creditFrom, creditReads } from '#shared/evaluation/questions/credit.ts';
import { accumulated, type Conversion } from '#shared/evaluation/rules/conversion.ts';
import { sumOfPoints } from '#shared/evaluation/rules/credit.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { editionId } from '#shared/plan/tables.ts';
import { agencyScope, planScope, workScope } from '#shared/scopes.ts';
import { question } from '#shared/sync/question.ts';
import type { Read, RowSet } from '#shared/sync/row-set.ts';
import { spanOf } from '#shared/time/periods.ts';
import type { Activity } from '#shared/work/tables.ts';

export type DocumentSubject =
  | { kind: 'rencana-skp'; skpId: string }
  | { kind: 'evaluasi' | 'dokumen-evaluasi'; evaluationId: string }
  | { kind: 'laporan-bulanan'; month: string }
  | { kind: 'konversi-angka-kredit'; evaluationId: string }
  /** Of the years from one to the other, both included: YYYY. */
  | { kind: 'akumulasi-angka-kredit'; from: string; until: string };

export type Facts = { [name: string]: string | number | null };

const daysOf = (month: string) => {
  const { from, until } = spanOf(month);
  return [from, until] as const;
};

export function factsReads(employee: EmployeeId, subject: DocumentSubject, agency: string): Read[] {
  const work = workScope(employee);
  const plan = planScope(employee);
  const person = byId('employee', agencyScope(agency), employee);
  switch (subject.kind) {
    case 'rencana-skp':
      return [
        person,
        byId('skp', plan, subject.skpId),
        byColumn('result', plan, 'skpId', subject.skpId),
        byColumn('edition', plan, 'skpId', subject.skpId),
      ];
    case 'laporan-bulanan':
      return [person, byRange('activity', work, 'date', daysOf(subject.month))];
    case 'konversi-angka-kredit':
    case 'akumulasi-angka-kredit':
      return creditReads(employee, agency);
    default:
      return [person, byId('evaluation', work, subject.evaluationId)];
  }
}

/** Null where what it is about is not on record, or not in a state to be documented. */
export function factsOf(employee: EmployeeId, subject: DocumentSubject, agency: string, rows: RowSet): Facts | null {
  const person = getRow(rows, 'employee', agencyScope(agency), employee);
  if (!person) return null;
  const who = { name: person.name, nip: person.nip };
  switch (subject.kind) {
    case 'rencana-skp': {
      const skp = getRow(rows, 'skp', planScope(employee), subject.skpId);
      if (!skp) return null;
      const { validFrom, validUntil, edition, state } = skp;
      const approved = state === 'approved';
      const before = getRow(rows, 'edition', planScope(employee), editionId(skp.id, edition - 1));
      if (!approved && !before) return null;
      const results = approved
        ? rowsWhere(rows, 'result', planScope(employee), 'skpId', skp.id).filter(({ endedIn }) => endedIn === null)
            .length
        : (before?.content.results.length ?? 0);
      return { ...who, validFrom, validUntil, edition: approved ? edition : edition - 1, results };
    }
    case 'laporan-bulanan': {
      const activities = rowsBetween(rows, 'activity', workScope(employee), 'date', daysOf(subject.month));
      const approved = activities.filter(({ state }) => state === 'approved');
      const minutes = (of: Activity[]) => of.reduce((sum, activity) => sum + activity.minutes, 0);
      return {
        ...{ ...who, month: subject.month, activities: activities.length, minutes: minutes(activities) },
        ...{ approved: approved.length, approvedMinutes: minutes(approved) },
      };
    }
    case 'konversi-angka-kredit': {
      const all = creditFrom(rows, employee, agency)?.conversions ?? [];
      const of = all.filter(({ evaluation }) => evaluation.id === subject.evaluationId);
      const [first] = of;
      // An objection may change it.
      if (!first?.settled) return null;
      const { period, record, state } = first.evaluation;
      const evaluator = record?.evaluator.name ?? null;
      return { ...who, period, ...creditFacts(of), predicate: first.predicate, evaluator, state };
    }
    case 'akumulasi-angka-kredit': {
      const all = accumulated(creditFrom(rows, employee, agency)?.conversions ?? [], subject);
      return all.length === 0 ? null : { ...who, ...creditFacts(all) };
    }
    default: {
      const evaluation = getRow(rows, 'evaluation', workScope(employee), subject.evaluationId);
      if (!evaluation?.record) return null;
      const { period, validFrom, validUntil, state, resultRating, behaviourRating, predicate, record } = evaluation;
      const evaluator = record.evaluator.name;
      const ratings = { resultRating, behaviourRating, predicate };
      return { ...who, period, validFrom, validUntil, ...ratings, evaluator, state };
    }
  }
}

export const documentFacts = question<{ employeeId: EmployeeId; subject: DocumentSubject }, Facts>({
  reads: ({ employeeId, subject }, { actor }) => factsReads(employeeId, subject, actor.tenant),
  answer: ({ employeeId, subject }, { actor }, rows) => factsOf(employeeId, subject, actor.tenant, rows) ?? undefined,
});

function creditFacts(conversions: readonly Conversion[]): Facts {
  const months = conversions.flatMap((one) => one.months);
  return {
    firstMonth: months[0] ?? null,
    lastMonth: months.at(-1) ?? null,
    months: months.length,
    level: conversions.at(-1)?.level ?? null,
    points: sumOfPoints(conversions.map(({ points }) => points)),
  };
}
