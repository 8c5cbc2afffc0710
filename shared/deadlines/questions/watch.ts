// Monitoring Pengisian: how far people have filled in a month. The same question is asked of a superior's device, about whom it
// holds, and by the server of the whole agency, window by window (server/subjects/deadlines).

import { allOf, allRows, byColumn, byId, byRange, getRow, rowsBetween, rowsWhere } from '#shared/acts/rows.ts';
import { groupBy } from '#shared/group-by.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId, UnitId } from '#shared/people/tables.ts';
import { teamOf, teamReads } from '#shared/people/team.ts';
import type { SkpState } from '#shared/plan/tables.ts';
import { agencyScope, planScope, workScope } from '#shared/scopes.ts';
import { type Asking, question } from '#shared/sync/question.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { spanOf } from '#shared/time/periods.ts';
import { addDays, addMonths, earlierOf } from '#shared/time/working-time.ts';
import { ruleReads, rulesFrom } from '#shared/time-rules/questions/time-rules.ts';
import { rulesFor, type TimeRules, withExtensions, workingDays } from '#shared/time-rules/rules/calendar.ts';
import { inTimeUntil } from '#shared/time-rules/rules/timeliness.ts';
import { dayState } from '#shared/work/rules/day-state.ts';
import { isOver, lastDaysOf, unratedPeriods } from '../rules/periods.ts';
import { isInForce, lacksPlanSince, planPeriod } from '../rules/plan.ts';

/** How one person has filled in a month, as of its last day, or of today while it runs. */
export interface Watched {
  employeeId: EmployeeId;
  unitId: UnitId;
  /** Of the SKP that covers that day; one that is revised stays approved. */
  plan: 'none' | SkpState;
  /** It is lacking although its last day is past. */
  planOver: boolean;
  /** Working days that are over, without an entry and without leave. */
  emptyDays: number;
  /** Days with an entry that was logged too late. */
  lateDays: number;
  /** Periods of the year that are over by then: those that the employee has not told, and all that are not rated. */
  unassessed: number;
  unrated: number;
  /** One of them although its last day is past. */
  ratingOver: boolean;
}

export interface WatchOf {
  month: string;
  /** Null: whom the asker leads today. */
  employeeIds: readonly EmployeeId[] | null;
}

/** All that a line is made of: what is not named here does not have to be loaded. */
export const WATCHED_COLUMNS = {
  activity: ['date', 'state', 'createdAt'],
  skp: ['employeeId', 'validFrom', 'validUntil', 'state', 'edition'],
  evaluation: ['state'],
  leave: ['state', 'validFrom', 'validUntil', 'givenBack'],
} as const;

/** A deadline of the month may move to a day of the next. */
const monthsOfShifts = (month: string) => [month, addMonths(month, 1)];

const idsOf = ({ employeeIds }: WatchOf, asking: Asking, rows: RowSet) => employeeIds ?? teamOf(rows, asking);

/** Who has no post then, and who has no account, is not among them. */
export const watched = question<WatchOf, Watched[]>({
  reads: (of, asking, rows) => {
    const agency = agencyScope(asking.actor.tenant);
    const { from, until } = spanOf(of.month);
    return [
      ...ruleReads(agency),
      ...(of.employeeIds ? [] : teamReads(asking)),
      ...idsOf(of, asking, rows).flatMap((id) => [
        byId('employee', agency, id),
        byColumn('assignment', agency, 'employeeId', id),
        byColumn('skp', planScope(id), 'employeeId', id),
        byRange('activity', workScope(id), 'date', [from, until]),
        byColumn('leave', workScope(id), 'state', 'approved'),
        allOf('evaluation', workScope(id)),
        ...monthsOfShifts(of.month).map((month) => byColumn('shift', workScope(id), 'month', month)),
      ]),
    ];
  },
  answer: (of, asking, rows) => {
    const { actor } = asking;
    const rules = rulesFrom(rows, agencyScope(actor.tenant), actor.timeZone);
    const known = remembered(rules);
    return idsOf(of, asking, rows).flatMap((employeeId) => {
      const line = lineOf(rows, { employeeId, month: of.month, asking, rules, known });
      return line ? [line] : [];
    });
  },
});

/** The last days by the agency's rules are those of most people: each is reckoned once. */
interface Known {
  inTimeUntil: (date: string) => number;
  lastDays: ReturnType<typeof lastDaysOf>;
}

function remembered(rules: TimeRules): Known {
  return {
    inTimeUntil: once((date) => inTimeUntil(date, rules)),
    lastDays: once(lastDaysOf(rules)),
  };
}

function once<Value>(of: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>();
  return (key) => {
    const before = found.get(key);
    if (before !== undefined) return before;
    const value = of(key);
    found.set(key, value);
    return value;
  };
}

function lineOf(
  rows: RowSet,
  {
    employeeId,
    month,
    asking: { actor, today },
    rules: agencyRules,
    known,
  }: { employeeId: EmployeeId; month: string; asking: Asking; rules: TimeRules; known: Known },
): Watched | null {
  const [agency, work] = [agencyScope(actor.tenant), workScope(employeeId)];
  const { from, until } = spanOf(month);
  const day = earlierOf(today, until);
  const assignments = rowsWhere(rows, 'assignment', agency, 'employeeId', employeeId);
  const post = assignmentOn(assignments, employeeId, day);
  const person = getRow(rows, 'employee', agency, employeeId);
  if (!post || !person || person.employment === 'honorer' || day < from) return null;

  const shifts = monthsOfShifts(month).flatMap((one) => rowsWhere(rows, 'shift', work, 'month', one));
  const own = rulesFor(agencyRules, { employeeId, assignments, shifts });
  const isOrdinary = own.calendar === agencyRules.calendar && !own.extended;
  // Plans and evaluations go by the agency's days.
  const byAgency = withExtensions(agencyRules, { employeeId, assignments });

  const skps = rowsWhere(rows, 'skp', planScope(employeeId), 'employeeId', employeeId);
  const current = skps.filter(({ validFrom, validUntil }) => validFrom <= day && day <= validUntil);
  const plan = current.some(isInForce) ? 'approved' : (current[0]?.state ?? 'none');
  const since = lacksPlanSince(day, { assignments, skps });

  const activities = rowsBetween(rows, 'activity', work, 'date', [from, until]);
  const leaves = rowsWhere(rows, 'leave', work, 'state', 'approved');
  const served = (date: string) => assignmentOn(assignments, employeeId, date) !== undefined;
  const emptyDays = workingDays(own.calendar, { from, until: earlierOf(until, addDays(today, -1)) }).filter(
    (date) => served(date) && dayState(date, { activities, leaves, calendar: own.calendar, today }) === 'empty',
  );
  const untilOf = isOrdinary ? known.inTimeUntil : (date: string) => inTimeUntil(date, own);
  const lateDays = [...groupBy(activities, ({ date }) => date)].filter(([date, entries]) =>
    entries.some(({ createdAt }) => Date.parse(createdAt) > untilOf(date)),
  );

  const periods = unratedPeriods(
    { skps, evaluations: allRows(rows, 'evaluation', work) },
    {
      ...{ year: month.slice(0, 4), before: earlierOf(today, addDays(until, 1)), rules: byAgency },
      due: byAgency.extended ? lastDaysOf(byAgency) : known.lastDays,
    },
  );
  return {
    ...{ employeeId, unitId: post.unitId, plan },
    planOver: since !== null && isOver(planPeriod(since, byAgency), today),
    ...{ emptyDays: emptyDays.length, lateDays: lateDays.length },
    ...{ unassessed: periods.filter(({ toAssess }) => toAssess).length, unrated: periods.length },
    ratingOver: periods.some(({ toAssess, assess, rate }) => isOver(toAssess ? assess : rate, today)),
  };
}
