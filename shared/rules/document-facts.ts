// What a document says in short: the facts by which its paper is compared with what is on record. Device and server make
// them by the same function.

import type { Read, RowSet } from '#shared/sync/row-set.ts';
import {
  type Activity,
  agencyScope,
  type Employee,
  type EmployeeId,
  type Evaluation,
  editionId,
  planScope,
  type Skp,
  workScope,
} from '#shared/tables.ts';

export type DocumentSubject =
  | { kind: 'rencana-skp'; skpId: string }
  | { kind: 'evaluasi' | 'dokumen-evaluasi'; evaluationId: string }
  | { kind: 'laporan-bulanan'; month: string };

export type Facts = { [name: string]: string | number | null };

/** The days of a month, as an activity may have them. */
const daysOf = (month: string) =>
  Array.from({ length: 31 }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`);

export function factsReads(employee: EmployeeId, subject: DocumentSubject, agency: string): Read[] {
  const work = workScope(employee);
  const plan = planScope(employee);
  const person: Read = { table: 'employee', scope: agencyScope(agency), id: employee };
  switch (subject.kind) {
    case 'rencana-skp':
      return [
        person,
        { table: 'skp', scope: plan, id: subject.skpId },
        ...['result', 'edition'].map((table) => ({ table, scope: plan, where: 'skpId', equals: subject.skpId })),
      ];
    case 'laporan-bulanan':
      return [
        person,
        ...daysOf(subject.month)
          .filter(isDay)
          .map((date) => ({ table: 'activity', scope: work, where: 'date', equals: date })),
      ];
    default:
      return [person, { table: 'evaluation', scope: work, id: subject.evaluationId }];
  }
}

/** Null where what it is about is not on record, or not in a state to be documented. */
export function factsOf(employee: EmployeeId, subject: DocumentSubject, agency: string, rows: RowSet): Facts | null {
  const person = rows.get('employee', agencyScope(agency), employee) as Employee | undefined;
  if (!person) return null;
  const who = { name: person.name, nip: person.nip };
  switch (subject.kind) {
    case 'rencana-skp': {
      const skp = rows.get('skp', planScope(employee), subject.skpId) as Skp | undefined;
      if (!skp) return null;
      const { validFrom, validUntil, edition, state } = skp;
      const approved = state === 'approved';
      const before = rows.get('edition', planScope(employee), editionId(skp.id, edition - 1)) as
        | { content: { results: unknown[] } }
        | undefined;
      if (!approved && !before) return null;
      const results = approved
        ? rows.where('result', planScope(employee), 'skpId', skp.id).filter(({ endedIn }) => endedIn === null).length
        : (before?.content.results.length ?? 0);
      return { ...who, validFrom, validUntil, edition: approved ? edition : edition - 1, results };
    }
    case 'laporan-bulanan': {
      const activities = daysOf(subject.month).flatMap(
        (date) => rows.where('activity', workScope(employee), 'date', date) as unknown as Activity[],
      );
      const approved = activities.filter(({ state }) => state === 'approved');
      const minutes = (of: Activity[]) => of.reduce((sum, activity) => sum + activity.minutes, 0);
      return {
        ...{ ...who, month: subject.month, activities: activities.length, minutes: minutes(activities) },
        ...{ approved: approved.length, approvedMinutes: minutes(approved) },
      };
    }
    default: {
      const evaluation = rows.get('evaluation', workScope(employee), subject.evaluationId) as Evaluation | undefined;
      if (!evaluation?.record) return null;
      const { period, validFrom, validUntil, state, resultRating, behaviourRating, predicate, record } = evaluation;
      const evaluator = record.evaluator.name;
      const ratings = { resultRating, behaviourRating, predicate };
      return { ...who, period, validFrom, validUntil, ...ratings, evaluator, state };
    }
  }
}

const isDay = (date: string) => {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
};
