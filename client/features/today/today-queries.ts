// What the first screen tells: today's work, what is due, what came back.

import { loadRulesFor } from '#client/agency-rules.ts';
import { loadEmptyDays } from '#client/features/activities/index.ts';
import type { Workspace } from '#client/workspace.ts';
import { byTime } from '#shared/rules/activity-order.ts';
import type { TimeRules } from '#shared/rules/calendar.ts';
import { minutesOfDays } from '#shared/rules/counted-minutes.ts';
import { objectionPeriod } from '#shared/rules/objection.ts';
import { periodsOf, spanOf } from '#shared/rules/periods.ts';
import { type EvaluationCycle, policyOn } from '#shared/rules/policy.ts';
import type { Predicate } from '#shared/rules/rating.ts';
import { addDays } from '#shared/rules/working-time.ts';
import { plainDate } from '#shared/sync/plain-date.ts';
import { type Activity, type Evaluation, evaluationId, type Skp } from '#shared/tables.ts';

export interface Today {
  date: string;
  activities: Activity[];
  /** Minutes of today as they are typed, and as they count. */
  minutes: { typed: number; counted: number };
  /** Minutes of effective work that a working day is expected to have. */
  expected: number;
  returned: number;
  /** Own unsent work that somebody else brought by a file, in the last week. */
  brought: number;
  /** Drafts of earlier days. */
  earlierDrafts: number;
  /** Working days of this month before today without any entry and without leave. */
  emptyDays: number;
  skp: 'missing' | 'draft' | 'returned' | null;
  /** What became final below “Baik” and may still be objected to, with the last day; null while it is not known. */
  toObject: { skpId: string; period: string; predicate: Predicate; until: string | null }[];
  /** The period whose realisation is to be told, or told again. */
  toAssess: { skpId: string; period: string } | null;
}

export async function loadToday(workspace: Workspace): Promise<Today> {
  const { rows, scopes, me, today } = workspace;
  const date = today();
  const firstOfMonth = `${date.slice(0, 7)}-01`;
  const ofState = (state: string) => rows('activity').where('[scope+state]').equals([scopes.work, state]);
  const weekAgo = addDays(date, -7);
  const [month, returned, drafts, skps, evaluations, deliveries, rules] = await Promise.all([
    rows('activity')
      .where('[scope+date]')
      .between([scopes.work, firstOfMonth], [scopes.work, date], true, true)
      .toArray(),
    ofState('returned').count(),
    ofState('draft').toArray(),
    rows('skp').where('[scope+employeeId]').equals([scopes.plan, me]).toArray(),
    rows('evaluation').where('scope').equals(scopes.work).toArray(),
    rows('delivery').where('scope').equals(scopes.work).toArray(),
    loadRulesFor(workspace, me),
  ]);
  const { policies, calendar } = rules;
  const emptyDays = await loadEmptyDays(workspace, calendar);
  const skp = skps.find(({ validFrom, validUntil }) => validFrom <= date && date <= validUntil);
  const state = skp?.state ?? 'missing';
  const ofToday = month.filter((activity) => activity.date === date);
  return {
    date,
    minutes: minutesOfDays(ofToday, policyOn(policies, 'allowance', firstOfMonth).dailyMost),
    activities: ofToday.sort(byTime),
    returned,
    brought: deliveries.filter(({ at }) => plainDate(at, workspace.person.timeZone) >= weekAgo).length,
    earlierDrafts: drafts.filter((activity) => activity.date < date).length,
    expected: policyOn(policies, 'time', date).effectiveMinutes,
    emptyDays: emptyDays.length,
    skp: state === 'submitted' || state === 'approved' ? null : state,
    toObject: mayBeObjected(date, evaluations, rules),
    toAssess: periodToAssess(date, {
      skps,
      evaluations,
      cycle: policyOn(policies, 'performance', date).evaluationCycle,
    }),
  };
}

const LOW: ReadonlySet<Predicate> = new Set(['butuh-perbaikan', 'kurang', 'sangat-kurang']);

/** An unread one has no last day yet: its days count from when it is read. */
export function mayBeObjected(date: string, evaluations: Evaluation[], rules: TimeRules): Today['toObject'] {
  return evaluations.flatMap(({ state, predicate, receivedAt, skpId, period }) => {
    if (state !== 'final' || !predicate || !LOW.has(predicate)) return [];
    const until = receivedAt ? objectionPeriod(receivedAt, rules).until : null;
    return until !== null && until < date ? [] : [{ skpId, period, predicate, until }];
  });
}

/** A period that came back from the evaluator, or the last that is over and was not told yet. */
function periodToAssess(
  date: string,
  { skps, evaluations, cycle }: { skps: Skp[]; evaluations: Evaluation[]; cycle: EvaluationCycle },
): Today['toAssess'] {
  const returned = evaluations.find(({ state }) => state === 'returned');
  if (returned) return { skpId: returned.skpId, period: returned.period };
  const [last] = skps
    .filter(({ state, edition }) => state === 'approved' || edition > 1)
    .flatMap(({ id: skpId, validFrom: from, validUntil: until }) =>
      periodsOf(cycle, { from, until }).map((period) => ({ skpId, period, until: spanOf(period).until })),
    )
    .filter(({ until }) => until < date)
    .sort((a, b) => b.until.localeCompare(a.until));
  const told = last && evaluations.some(({ id }) => id === evaluationId(last.skpId, last.period));
  return last && !told ? { skpId: last.skpId, period: last.period } : null;
}

/** The last day before a date that has entries, for copying. */
export async function lastLoggedDay({ rows, scopes }: Workspace, before: string): Promise<Activity[]> {
  const last = await rows('activity')
    .where('[scope+date]')
    .between([scopes.work, ''], [scopes.work, before], false, false)
    .last();
  if (!last) return [];
  const ofThatDay = await rows('activity').where('[scope+date]').equals([scopes.work, last.date]).toArray();
  return ofThatDay.sort(byTime);
}
