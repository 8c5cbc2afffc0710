// The monthly allowance (TPP) of an employee, as a slip that explains itself. Source: Kepmendagri 900-4700/2020; the
// numbers are the agency's policy of the first day of the month.
//
//   base of the post class x (weight of productivity x productivity index + weight of discipline x discipline index)
//
// less the lines on the whole (pay-lines.ts), rounded once, at the end, plus corrections. A minute counts once, and no more of them on a day than the policy allows.
// Days without service and unpaid days take their share off the base; days without service or on leave take theirs off the
// minutes that are required.

import { type AttendanceDay, attendanceCodes } from '#shared/attendance/rules/codes.ts';
import { explainedDay, type SlipExplanation } from '#shared/attendance/rules/explanation.ts';
import type { Attendance, Explanation } from '#shared/attendance/tables.ts';
import { exact, type Fraction, percent, rounded, shown, sum } from '#shared/decimal.ts';
import type { Evaluation } from '#shared/evaluation/tables.ts';
import { isAway } from '#shared/leave/rules/leave-days.ts';
import type { Leave } from '#shared/leave/tables.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, EmployeeId } from '#shared/people/tables.ts';
import { overlap, spanOf } from '#shared/time/periods.ts';
import { datesIn } from '#shared/time/working-time.ts';
import { type Calendar, isWorkingDay, rulesFor, type TimeRules } from '#shared/time-rules/rules/calendar.ts';
import { shareOfDay } from '#shared/time-rules/rules/required-minutes.ts';
import type { Shift } from '#shared/time-rules/rules/shifts.ts';
import { isNotable, timelinessOf, workIn } from '#shared/time-rules/rules/timeliness.ts';
import { countedMinutes, type TimedWork } from '#shared/work/rules/counted-minutes.ts';
import type { Activity } from '#shared/work/tables.ts';
import type { Adjustment } from '../tables.ts';
import { costOf } from './discipline.ts';
import { holdsOn, type PayEntry } from './pay-entries.ts';
import { baseLines, type PaidDay, presenceOf, wholeLines } from './pay-lines.ts';
import { type AllowancePolicy, allowancePolicyOn, type DeductionUnit } from './policy.ts';
import { LATEST_RECKONING, type LeftOut, type Reckoning, type Slip, type SlipEntry, type SlipPost } from './slip.ts';

/** Everything that a slip is made of; rows of other months among them do no harm. */
export interface Earned {
  month: string;
  employeeId: EmployeeId;
  /** Plain date: days after it are still to come. */
  today: string;
  assignments: readonly Assignment[];
  activities: readonly Activity[];
  evaluations: readonly Evaluation[];
  leaves: readonly Leave[];
  attendance: readonly Attendance[];
  explanations: readonly Explanation[];
  adjustments: readonly Adjustment[];
  payEntries: readonly PayEntry[];
  /** Of the month and of the next, into which a deadline may move. */
  shifts: readonly Shift[];
  /** Of a closed month, the way it was reckoned; else the latest. */
  reckoning?: Reckoning;
}

export function slipOf(earned: Earned, agencyRules: TimeRules): Slip {
  const { month, payEntries } = earned;
  const reckoning = earned.reckoning ?? LATEST_RECKONING;
  const rules = rulesFor(reckoning < 3 ? { ...agencyRules, units: [] } : agencyRules, earned);
  const policy = allowancePolicyOn(rules.policies, `${month}-01`);
  const days = daysOf(earned, { own: rules.calendar, agency: agencyRules.calendar });
  const away = leaveDays(earned, days, policy);
  const posts = postsOf(earned, days, { leave: away, policy });
  const leave = away.filter(({ date }) => serves(posts, date));
  const share = (of: number) => (days.length === 0 ? exact(0) : exact(of).div(days.length));

  const paid = paidDays(posts, days, leave);
  const onBase = baseLines(payEntries, { paid, workingDays: days.length, policy });
  const base = sum(posts.map((post) => exact(post.base).mul(share(post.paidDays)))).add(onBase.total);
  const work = workOf(earned, rules, { policy, reckoning });
  const { done, required } = effort(work.counted, days, { leave, posts, policy, rules });
  const ofWork = required.compare(0) <= 0 ? exact(1) : smaller(exact(done).div(required), exact(1));
  const predicate = predicateOf(earned, policy);
  const predicateShare = percent(policy.predicateShare);
  const productivity = ofWork
    .mul(exact(1).sub(predicateShare))
    .add(predicate ? percent(predicate.index).mul(predicateShare) : 0);

  const attendance = attendanceOf(earned, days, { leave, posts, rules, policy });
  const assemblies = missedAssemblies(payEntries, { days, leave, posts, policy });
  const off = sum([...attendance.days, ...leave, ...assemblies].map(({ deduction }) => deduction));
  const discipline = greater(exact(1).sub(percent(off)), exact(0));

  const gross = base.mul(
    productivity.mul(percent(policy.productivityWeight)).add(discipline.mul(percent(policy.disciplineWeight))),
  );
  const presence = presenceOf(policy, {
    served: days.filter((date) => serves(posts, date)).length,
    absent: attendance.days.filter(({ codes }) => codes.includes('alpa')).length,
    workingDays: days.length,
  });
  const onWhole = wholeLines(payEntries, { gross, paid, days: attendance.days, presence, policy });
  const explained = attendance.explained.map(
    ({ saves, ...day }): SlipExplanation => ({
      ...day,
      amount: shown(
        base
          .mul(percent(saves.discipline))
          .mul(percent(policy.disciplineWeight))
          .add(gross.mul(percent(saves.whole)))
          .add(saves.rupiah),
      ),
    }),
  );
  const net = greater(gross.add(onWhole.total), exact(0));
  const amount = rounded(net, policy.rounding);
  const adjustments = earned.adjustments
    .filter((adjustment) => adjustment.month === month)
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ id, forMonth, amount: money, reason }) => ({ id, forMonth, amount: money, reason }));
  return {
    month,
    reckoning,
    workingDays: days.length,
    posts,
    baseLines: onBase.lines,
    wholeLines: onWhole.lines,
    base: shown(base),
    activities: {
      ...{ measure: policy.requirement.measure, done, required: shown(required), index: asPercent(ofWork) },
      ...work,
    },
    predicate,
    productivity: { index: asPercent(productivity), weight: policy.productivityWeight },
    attendance: {
      days: attendance.days,
      unknown: attendance.unknown,
      ...(attendance.unplanned.length > 0 && { unplanned: attendance.unplanned }),
      ...(explained.length > 0 && { explained }),
      assemblies,
      presence,
      leave,
      index: asPercent(discipline),
      weight: policy.disciplineWeight,
    },
    gross: shown(gross),
    source: policy.source,
    exact: shown(net),
    amount: shown(amount),
    adjustments,
    total: shown(amount.add(sum(adjustments.map((adjustment) => adjustment.amount)))),
  };
}

/** What was earned beyond what a closed month paid, less what was corrected since; `now` is reckoned as `paid` was. */
export function correctionOf(now: Slip, paid: Slip, corrected: readonly { amount: string }[]): string {
  return shown(
    exact(now.amount)
      .sub(paid.amount)
      .sub(sum(corrected.map(({ amount }) => amount))),
  );
}

/** By which way a slip was reckoned, so that nothing but what was learnt since tells it from what would be paid now. */
export const reckoningOf = (drawn: Slip): Reckoning => drawn.reckoning ?? 1;

const asPercent = (share: Fraction) => shown(share.mul(100));
const smaller = (a: Fraction, b: Fraction) => (a.compare(b) <= 0 ? a : b);
const greater = (a: Fraction, b: Fraction) => (a.compare(b) >= 0 ? a : b);

/**
 * What the month is divided by: the own working days, and those of the agency where nobody serves. A day of which no shift
 * is planned counts as an ordinary working day: a plan that is missing makes the month no shorter.
 */
function daysOf(
  { month, employeeId, assignments }: Earned,
  { own, agency }: { own: Calendar; agency: Calendar },
): string[] {
  const { from, until } = spanOf(month);
  return datesIn({ from, until }).filter((date) => {
    const served = assignmentOn(assignments, employeeId, date) !== undefined;
    return (served ? own : agency).dayOn(date).is !== 'free';
  });
}

type LeaveDay = Slip['attendance']['leave'][number];

/** Working days on approved leave. */
function leaveDays({ leaves }: Earned, days: readonly string[], policy: AllowancePolicy): LeaveDay[] {
  const approved = leaves.filter(({ state }) => state === 'approved');
  return days.flatMap((date) => {
    const on = approved.find((leave) => isAway(leave, date));
    return on ? [{ date, kind: on.kind, ...policy.leave[on.kind] }] : [];
  });
}

/** The posts of the month in order; days without a post belong to none. */
function postsOf(
  { assignments, employeeId }: Earned,
  days: readonly string[],
  { leave, policy }: { leave: readonly LeaveDay[]; policy: AllowancePolicy },
): SlipPost[] {
  const unpaid = new Set(leave.filter(({ paid }) => !paid).map(({ date }) => date));
  const posts: (SlipPost & { assignment: string })[] = [];
  for (const date of days) {
    const held = assignmentOn(assignments, employeeId, date);
    if (!held) continue;
    const paid = unpaid.has(date) ? 0 : 1;
    const last = posts.at(-1);
    if (last?.assignment === held.id) {
      Object.assign(last, { until: date, days: last.days + 1, paidDays: last.paidDays + paid });
    } else {
      const { postClass } = held;
      const base = postClass === null ? '0' : (policy.base[String(postClass)] ?? '0');
      posts.push({ assignment: held.id, from: date, until: date, postClass, base, days: 1, paidDays: paid });
    }
  }
  return posts.map(({ assignment: _id, ...post }) => post);
}

/** Working days in service that are paid. */
function paidDays(posts: readonly SlipPost[], days: readonly string[], leave: readonly LeaveDay[]): PaidDay[] {
  const unpaid = new Set(leave.filter(({ paid }) => !paid).map(({ date }) => date));
  return days.flatMap((date) => {
    const post = posts.find(({ from, until }) => from <= date && date <= until);
    return post && !unpaid.has(date) ? [{ date, base: post.base }] : [];
  });
}

/** On working days in service; who is on leave misses none. */
function missedAssemblies(
  entries: readonly PayEntry[],
  context: { days: readonly string[]; leave: readonly LeaveDay[]; posts: readonly SlipPost[]; policy: AllowancePolicy },
): NonNullable<Slip['attendance']['assemblies']> {
  const { days, leave, posts, policy } = context;
  const onLeave = new Set(leave.map(({ date }) => date));
  return days
    .filter((date) => serves(posts, date) && !onLeave.has(date))
    .flatMap((date) => {
      const missed = entries.find((entry) => entry.kind === 'assembly' && holdsOn(entry, date));
      return missed ? [{ date, deduction: policy.assembly, source: missed.source }] : [];
    });
}

/**
 * What was done and what is required, in the policy's measure: days without service or on leave require nothing. What is
 * required day by day is not required on a day of which no shift is planned. Where the policy of time says so, a day
 * requires as much of it as its hours are of an ordinary day's.
 */
function effort(
  counted: readonly SlipEntry[],
  days: readonly string[],
  context: { leave: readonly LeaveDay[]; posts: readonly SlipPost[]; policy: AllowancePolicy; rules: TimeRules },
): { done: number; required: Fraction } {
  const { leave, posts, policy, rules } = context;
  const { measure, minutes } = policy.requirement;
  const onLeave = new Set(leave.map(({ date }) => date));
  const present = days.filter((date) => serves(posts, date) && !onLeave.has(date));
  const asked = present.filter((date) => isWorkingDay(rules.calendar, date));
  if (measure === 'days') {
    const worked = new Set(counted.map(({ date }) => date));
    return { done: asked.filter((date) => worked.has(date)).length, required: exact(asked.length) };
  }
  const done = counted.reduce((total, { minutes: typed, counts }) => total + (counts?.minutes ?? typed), 0);
  const shareOf = (date: string) => {
    const share = shareOfDay(date, rules);
    return exact(share.part).div(share.whole);
  };
  const whole = (dates: readonly string[]) => exact(minutes).mul(sum(dates.map(shareOf)));
  if (measure === 'minutes-a-day') return { done, required: whole(asked) };
  return { done, required: days.length === 0 ? exact(0) : whole(present).div(days.length) };
}

const serves = (posts: readonly SlipPost[], date: string) =>
  posts.some(({ from, until }) => from <= date && date <= until);

/** Which entries of the month count, and which do not and why. */
function workOf(
  { month, activities }: Earned,
  rules: TimeRules,
  { policy, reckoning }: { policy: AllowancePolicy; reckoning: Reckoning },
): { counted: SlipEntry[]; leftOut: LeftOut[] } {
  const counted: (SlipEntry & { work: TimedWork })[] = [];
  const leftOut: LeftOut[] = [];
  const { lateWork, dailyMost } = policy;
  const ofMonth = activities.filter(({ date }) => date.startsWith(month));
  for (const activity of ofMonth.sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id))) {
    const { id, date, title, minutes, state, clock } = activity;
    const work = workIn(activity);
    const timeliness = timelinessOf(work, rules);
    const told = isNotable(work, timeliness, rules) && { timing: { loggedAt: work.loggedAt, clock, ...timeliness } };
    const entry: SlipEntry = { id, date, title, minutes, ...told };
    const late = timeliness.verdict === 'late';
    if (late && lateWork === 'not-counted') leftOut.push({ ...entry, why: 'late' });
    else if (state !== 'approved') leftOut.push({ ...entry, why: state });
    else counted.push({ ...entry, work: activity });
  }
  const works = counted.map(({ work }) => work);
  const minutes = reckoning === 1 ? new Map() : countedMinutes(works, dailyMost);
  return {
    counted: counted.map(({ work: _work, ...entry }) => {
      const counts = minutes.get(entry.id);
      return counts && counts.minutes < entry.minutes ? { ...entry, counts } : entry;
    }),
    leftOut,
  };
}

/** The predicate of the last evaluated period that the month lies in, once it is final. */
function predicateOf({ month, evaluations }: Earned, policy: AllowancePolicy): Slip['predicate'] {
  if (exact(policy.predicateShare).equals(0)) return null;
  const final = evaluations
    .filter(({ kind, state, validFrom: from, validUntil: until }) => {
      const decided = state === 'final' || state === 'objected' || state === 'decided';
      return kind === 'periodic' && decided && overlap(spanOf(month), { from, until });
    })
    .sort((a, b) => b.validUntil.localeCompare(a.validUntil))[0];
  const value = final?.predicate ?? null;
  const index = value ? policy.predicateIndex[value] : '100';
  return { value, period: final?.period ?? null, index, share: policy.predicateShare };
}

type Explained = Omit<SlipExplanation, 'amount'> & { saves: Record<DeductionUnit, Fraction> };

function attendanceOf(
  { attendance, explanations, today }: Earned,
  days: readonly string[],
  context: { leave: readonly LeaveDay[]; posts: readonly SlipPost[]; rules: TimeRules; policy: AllowancePolicy },
): Pick<Slip['attendance'], 'days' | 'unknown'> & { unplanned: string[]; explained: Explained[] } {
  const { leave, posts, rules, policy } = context;
  const onLeave = new Set(leave.map(({ date }) => date));
  const recorded = new Map(attendance.map((day) => [day.date, day]));
  const costly: Slip['attendance']['days'] = [];
  const unknown: string[] = [];
  const unplanned: string[] = [];
  const explained: Explained[] = [];
  for (const date of days) {
    if (!serves(posts, date) || onLeave.has(date)) continue;
    const on = rules.calendar.dayOn(date);
    if (on.is === 'unplanned') unplanned.push(date);
    if (on.is !== 'work') continue;
    const { hours, by, name } = on;
    const day = recorded.get(date);
    const explanation = explanations.find((one) => one.date === date);
    if (!day) {
      if (date < today && explanation?.state !== 'accepted') unknown.push(date);
      continue;
    }
    const cost = (as: AttendanceDay) => costOf(as, attendanceCodes(as, hours), policy);
    if (explanation) {
      const before = cost(day);
      const after = cost(explainedDay(day, explanation.kind, hours));
      const saves = (unit: DeductionUnit) => exact(before[unit]).sub(after[unit]);
      explained.push({
        ...{ date, kind: explanation.kind, state: explanation.state },
        ...{ before: before.discipline, after: after.discipline },
        saves: { discipline: saves('discipline'), whole: saves('whole'), rupiah: saves('rupiah') },
      });
    }
    const counts = explanation?.state === 'accepted' ? explainedDay(day, explanation.kind, hours) : day;
    const codes = attendanceCodes(counts, hours);
    const { arrival, departure } = day;
    if (codes.length === 0) continue;
    const { discipline, whole, rupiah } = costOf(counts, codes, policy);
    costly.push({
      date,
      arrival,
      departure,
      codes,
      deduction: discipline,
      ...(by === 'policy' ? {} : { hours: { name, start: hours.start, end: hours.end } }),
      ...(whole === '0' ? {} : { whole }),
      ...(rupiah === '0' ? {} : { rupiah }),
    });
  }
  return { days: costly, unknown, unplanned, explained };
}
