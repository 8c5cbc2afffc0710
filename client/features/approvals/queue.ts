// Daily work that waits for a decision: by person and day, each entry with what should be seen before it is approved.

import { answerHere } from '#client/workspace/questions.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import { allowancePolicyOn } from '#shared/allowance/rules/policy.ts';
import { groupBy } from '#shared/group-by.ts';
import type { Employee } from '#shared/people/tables.ts';
import { workScope } from '#shared/scopes.ts';
import { editsBetween } from '#shared/sync/merge.ts';
import { type TimeRules, withExtensions } from '#shared/time-rules/rules/calendar.ts';
import { timelinessOf, workIn } from '#shared/time-rules/rules/timeliness.ts';
import { type ActivityFields, activityFieldsOf } from '#shared/work/mutations/activity.ts';
import { oddWork } from '#shared/work/questions/odd-work.ts';
import { byTime } from '#shared/work/rules/activity-order.ts';
import { countedMinutes } from '#shared/work/rules/counted-minutes.ts';
import type { Oddity } from '#shared/work/rules/odd-work.ts';
import type { Activity } from '#shared/work/tables.ts';
import type { Member } from './team.ts';

/** How an entry was when it was returned last, as far as this device returned it. */
export interface Returned {
  note: string;
  before: Activity;
}

export interface QueueEntry {
  activity: Activity;
  late: boolean;
  /** Minutes that another entry has already. */
  overlapping: number;
  /** What is odd about its time, in the words that its writer read. */
  odd: readonly Oddity[];
  /** Whether it was returned before. */
  cameBack: boolean;
  returned: Returned | undefined;
}

export interface QueueDay {
  date: string;
  entries: QueueEntry[];
  /** Of the entries that wait, as typed. */
  minutes: number;
  /** Of all entries of the day, whatever their state: what counts, where that is less than what is typed. */
  counted: number | null;
}

export interface QueuePerson {
  employee: Employee;
  position: string;
  days: QueueDay[];
  entries: QueueEntry[];
}

/** Only those of whom something waits, in the order of the team. */
export async function loadQueue(
  workspace: Workspace,
  { team, rules }: { team: readonly Member[]; rules: TimeRules },
): Promise<QueuePerson[]> {
  const { rows, scopes } = workspace;
  const returns = await loadReturns(workspace);
  const waiting = team.filter(({ activities }) => activities.length > 0);
  return Promise.all(
    waiting.map(async ({ employee, position, activities }) => {
      const dates = [...new Set(activities.map(({ date }) => date))].sort();
      const all = await rows('activity')
        .where('[scope+date]')
        .anyOf(dates.map((date) => [workScope(employee.id), date]))
        .toArray();
      const [from = '', until = from] = [dates.at(0), dates.at(-1)];
      const odd = await answerHere(workspace, oddWork, { employeeId: employee.id, from, until });
      const assignments = rules.extensions?.length
        ? await rows('assignment').where('[scope+employeeId]').equals([scopes.agency, employee.id]).toArray()
        : [];
      const own = withExtensions(rules, { employeeId: employee.id, assignments });
      const days = queueDays(activities, { all, rules: own, returns, odd: odd ?? new Map() });
      return { employee, position, days, entries: days.flatMap(({ entries }) => entries) };
    }),
  );
}

/** `all`: every entry of those days, whatever its state. */
export function queueDays(
  waiting: readonly Activity[],
  {
    all,
    rules,
    returns,
    odd,
  }: {
    all: readonly Activity[];
    rules: TimeRules;
    returns: ReadonlyMap<string, Returned>;
    odd: ReadonlyMap<string, readonly Oddity[]>;
  },
): QueueDay[] {
  const allByDay = groupBy(all, ({ date }) => date);
  return [...groupBy([...waiting].sort(byTime), ({ date }) => date)].map(([date, ofDay]) => {
    const { dailyMost } = allowancePolicyOn(rules.policies, `${date.slice(0, 7)}-01`);
    const everything = allByDay.get(date) ?? ofDay;
    const counts = countedMinutes(everything, dailyMost);
    const typed = everything.reduce((sum, { minutes }) => sum + minutes, 0);
    const counted = [...counts.values()].reduce((sum, { minutes }) => sum + minutes, 0);
    return {
      date,
      minutes: ofDay.reduce((sum, { minutes }) => sum + minutes, 0),
      counted: counted < typed ? counted : null,
      entries: ofDay.map((activity) => ({
        activity,
        late: timelinessOf(workIn(activity), rules).verdict === 'late',
        overlapping: counts.get(activity.id)?.overlapping ?? 0,
        odd: odd.get(activity.id) ?? [],
        cameBack: activity.decidedAt !== null,
        returned: activity.decidedAt === null ? undefined : returns.get(activity.id),
      })),
    };
  });
}

/** What differs from how it was when it was returned; the field and both values. */
export function changesSince({ before }: Returned, now: Activity) {
  const [old, current] = [activityFieldsOf(before), activityFieldsOf(now)];
  const fields = Object.keys(editsBetween(old, current)) as (keyof ActivityFields)[];
  return fields.map((field) => ({ field, before: old[field], now: current[field] }));
}

interface ReturnAct {
  name: string;
  args: unknown;
  seen: readonly object[];
}

/** The own returns that this device remembers, the last of each entry; and their notes, the latest first. */
async function ownReturns({ db }: Workspace): Promise<ReturnAct[]> {
  const isReturn = ({ name }: { name: string }) => name === 'activity.return';
  const [sent, queued] = await Promise.all([
    db.sent.orderBy('order').filter(isReturn).toArray(),
    db.outbox.orderBy('seq').filter(isReturn).toArray(),
  ]);
  return [...sent, ...queued];
}

async function loadReturns(workspace: Workspace): Promise<Map<string, Returned>> {
  const returns = new Map<string, Returned>();
  for (const { args, seen } of await ownReturns(workspace)) {
    const { id, note } = args as { id: string; note: string };
    const before = seen.find((row) => 'minutes' in row) as Activity | undefined;
    if (before) returns.set(id, { note, before });
  }
  return returns;
}

const OWN_REASONS = 4;
const REASONS = 6;

/** Notes that the person gave before, the latest first, filled up with usual ones: to be used again by one tap. */
export async function loadReasons(workspace: Workspace, usual: readonly string[]): Promise<string[]> {
  const notes = (await ownReturns(workspace)).map(({ args }) => (args as { note: string }).note).reverse();
  return [...new Set([...[...new Set(notes)].slice(0, OWN_REASONS), ...usual])].slice(0, REASONS);
}
