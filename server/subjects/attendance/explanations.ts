// What the office sees of explanations: in one statement, however many people the agency has.

import { sql } from 'kysely';
import { type DbOrTransaction, loadRows, rowAsJson } from '#server/db/rows.ts';
import type { Explanations } from '#shared/attendance/api.ts';
import { attendanceCodes } from '#shared/attendance/rules/codes.ts';
import { explainedDay } from '#shared/attendance/rules/explanation.ts';
import type { Attendance, Explanation } from '#shared/attendance/tables.ts';
import { domain } from '#shared/domain.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment } from '#shared/people/tables.ts';
import { agencyScope } from '#shared/scopes.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { RowSet } from '#shared/sync/row-set.ts';
import { tables } from '#shared/tables.ts';
import { ruleReads, rulesFrom } from '#shared/time-rules/questions/time-rules.ts';
import { calendarFor, hoursOn, type TimeRules } from '#shared/time-rules/rules/calendar.ts';
import type { ShiftRow } from '#shared/time-rules/tables.ts';
import type { Evidence } from '#shared/work/tables.ts';

type ForOffice = Explanations['waiting'][number];

/** Decisions of the past that are shown beside what waits. */
const DECIDED = 50;

interface Found {
  row: Explanation & { state: ForOffice['state'] };
  name: string;
  nip: string | null;
  agreedName: string | null;
  decidedName: string | null;
  attendance: Attendance | null;
  evidence: Evidence[];
  posts: Assignment[];
  /** Of the day. */
  shifts: ShiftRow[];
  monthClosed: boolean;
}

export async function countWaiting(db: DbOrTransaction, { tenant }: Actor): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from explanation
    where agency_id = ${tenant} and state = 'agreed' and not deleted`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function explanationsOf(db: DbOrTransaction, { tenant, timeZone }: Actor): Promise<Explanations> {
  const agency = agencyScope(tenant);
  const rules = new RowSet();
  for (const { table, row } of await loadRows(db, domain.tables, tenant, ruleReads(agency))) rules.load(table, row);
  const timeRules = rulesFrom(rules, agency, timeZone);
  const { rows } = await sql<Found>`
    with shown as (
      (select r.*, ${rowAsJson(tables.explanation)} as content from explanation r
        where agency_id = ${tenant} and state = 'agreed' and not deleted)
      union all
      (select r.*, ${rowAsJson(tables.explanation)} from explanation r
        where agency_id = ${tenant} and state in ('accepted', 'refused') and not deleted
        order by decided_at desc limit ${DECIDED}))
    select x.content as row, e.name, e.nip, s.name as agreed_name, o.name as decided_name,
      (select ${rowAsJson(tables.attendance)} from attendance r
        where r.agency_id = x.agency_id and r.scope_id = x.scope_id and r.id = x.id and not r.deleted) as attendance,
      (select coalesce(json_agg(${rowAsJson(tables.evidence)} order by r.id), '[]') from evidence r
        where r.agency_id = x.agency_id and r.scope_id = x.scope_id and r.explanation_date = x.date
          and not r.deleted) as evidence,
      (select coalesce(json_agg(${rowAsJson(tables.assignment)}), '[]') from assignment r
        where r.agency_id = x.agency_id and r.scope_id = ${agency} and r.employee_id = e.id and not r.deleted) as posts,
      (select coalesce(json_agg(${rowAsJson(tables.shift)}), '[]') from shift r
        where r.agency_id = x.agency_id and r.scope_id = x.scope_id and r.date = x.date and not r.deleted) as shifts,
      exists (select from payroll p where p.agency_id = x.agency_id and p.scope_id = ${agency} and p.id = x.month
        and p.state = 'approved' and not p.deleted) as month_closed
    from shown x
    join employee e on e.agency_id = x.agency_id and e.scope_id = ${agency} and e.id = substr(x.scope_id, 3)
    left join employee s on s.agency_id = x.agency_id and s.scope_id = ${agency} and s.id = x.agreed_by
    left join employee o on o.agency_id = x.agency_id and o.scope_id = ${agency} and o.id = x.decided_by
    order by x.date, e.name, e.id`.execute(db);
  const all = rows.map((found) => forOffice(found, timeRules));
  return {
    waiting: all.filter(({ state }) => state === 'agreed'),
    decided: all
      .filter(({ state }) => state !== 'agreed')
      .sort((a, b) => (b.decidedAt ?? '').localeCompare(a.decidedAt ?? '')),
  };
}

function forOffice(found: Found, rules: TimeRules): ForOffice {
  const { row, name, nip, attendance, evidence, posts, shifts, monthClosed } = found;
  const { date, kind, text, letter, state, revision, note, submittedAt, agreedAt, decidedAt } = row;
  const employeeId = row.scope.slice(2);
  const hours = hoursOn(calendarFor({ employeeId, assignments: posts, shifts }, rules), date);
  const codes =
    attendance && hours
      ? {
          without: attendanceCodes(attendance, hours),
          with: attendanceCodes(explainedDay(attendance, kind, hours), hours),
        }
      : { without: [], with: [] };
  return {
    ...{ employeeId, name, nip, position: assignmentOn(posts, employeeId, date)?.position ?? '' },
    ...{ date, kind, text, letter, state, revision, note, submittedAt, agreedAt, decidedAt },
    ...{ agreedBy: found.agreedName ?? row.agreedBy, decidedBy: found.decidedName ?? row.decidedBy },
    attendance: attendance && {
      arrival: attendance.arrival,
      departure: attendance.departure,
      duty: attendance.duty,
    },
    ...{ hours, codes, monthClosed },
    evidence: evidence.map(({ id, kind: is, name: called, url, sha256, type, size, thumbnail, takenAt, place }) => ({
      ...{ id, kind: is, name: called, url, sha256, type, size, thumbnail, takenAt, place },
    })),
  };
}
