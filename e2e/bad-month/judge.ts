// The same month judged three ways: by the ordinary rule (what is not on the server by midnight is gone), by ours, and by
// the truth that only the script knows: when each entry was really written.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { DEMO_AGENCY } from '#server/demo/agency.ts';
import { earningsOf } from '#server/subjects/allowance/earnings.ts';
import { slipOf } from '#shared/allowance/rules/allowance.ts';
import type { Slip } from '#shared/allowance/rules/slip.ts';
import { exact, shown, sum } from '#shared/decimal.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import type { Activity } from '#shared/work/tables.ts';
import { type Habit, habitOf } from './habits.ts';
import { DAYS, type Lived, MONTH } from './live.ts';

/** A day of a person: not written at all, counted, or not counted. */
export type DayMark = 'nothing' | 'counts' | 'gone';

export interface PersonJudged {
  id: string;
  name: string;
  position: string;
  habit: Habit;
  ordinary: string;
  ours: string;
  truth: string;
  days: { date: string; ordinary: DayMark; ours: DayMark; truth: DayMark }[];
}

export interface Judged {
  people: PersonJudged[];
  /** Rupiah that the rule takes from who wrote in time, and from how many. */
  ordinaryLost: { amount: string; people: number };
  oursLost: { amount: string; people: number };
  /** Rupiah that ours gives to who did not. */
  oursGained: { amount: string; people: number };
  /** Entries that were written and are not on the server. */
  missing: number;
  entries: number;
}

export async function judge({ server, written }: Lived): Promise<Judged> {
  const db = await server.database();
  const received = await receipts(db);
  const agency = { tenant: DEMO_AGENCY.id, timeZone: DEMO_AGENCY.timeZone, today: '2026-07-03' };
  const { earnings, rules } = await earningsOf(db, agency, MONTH);
  const withoutMercy = rulesOf({ ...rules, outages: [] });
  const people = earnings.map(({ person, post, earned, now }): PersonJudged => {
    const timed = (time: (activity: Activity) => string) => ({
      ...earned,
      activities: earned.activities.map((activity) => ({
        ...activity,
        createdAt: time(activity),
        clock: 'trusted' as const,
      })),
    });
    const ordinary = slipOf(
      timed(({ id }) => received.get(id) ?? '9999-12-31T00:00:00.000Z'),
      withoutMercy,
    );
    const truth = slipOf(
      timed(({ id, createdAt }) => written.get(id)?.toISOString() ?? createdAt),
      rules,
    );
    return {
      ...{ id: person.id, name: person.name, position: post?.position ?? '', habit: habitOf(person.id) },
      ...{ ordinary: ordinary.total, ours: now.total, truth: truth.total },
      days: DAYS.map((date) => ({
        date,
        ...{ ordinary: markOf(ordinary, date), ours: markOf(now, date), truth: markOf(truth, date) },
      })),
    };
  });
  const stored = new Set(earnings.flatMap(({ earned }) => earned.activities.map(({ id }) => id)));
  return {
    people,
    ordinaryLost: difference(people, ({ truth, ordinary }) => [truth, ordinary]),
    oursLost: difference(people, ({ truth, ours }) => [truth, ours]),
    oursGained: difference(people, ({ truth, ours }) => [ours, truth]),
    missing: [...written.keys()].filter((id) => !stored.has(id)).length,
    entries: written.size,
  };
}

/** When the server got each entry of the month. */
async function receipts(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select args->>'id' as id, received_at as at from mutation_log where name = 'activity.log'`.execute(db);
  return new Map(rows.map(({ id, at }) => [id, at.toISOString()]));
}

function markOf({ activities }: Slip, date: string): DayMark {
  if (activities.counted.some((entry) => entry.date === date)) return 'counts';
  return activities.leftOut.some((entry) => entry.date === date) ? 'gone' : 'nothing';
}

/** By how much the first exceeds the second, over all for whom it does. */
function difference(people: readonly PersonJudged[], pair: (person: PersonJudged) => [string, string]) {
  const above = people.map((person) => {
    const [more, less] = pair(person);
    return exact(more).sub(less);
  });
  const positive = above.filter((amount) => amount.compare(0) > 0);
  return { amount: shown(sum(positive)), people: positive.length };
}
