// The agency's own rules and calendar. They begin on a day to come; one that reaches back says why, and never reaches a
// month whose allowances are approved.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { LEAVE_KINDS } from '#shared/rules/leave.ts';
import { type PolicyContent, type PolicyKind, WEEKDAYS } from '#shared/rules/policy.ts';
import { ACHIEVEMENTS, PREDICATES } from '#shared/rules/rating.ts';
import { type Actor, type DecideInput, mutation } from '#shared/sync/mutation.ts';
import { agencyScope, type HolidayRow, type Policy } from '#shared/tables.ts';
import * as field from './fields.ts';
import { byId, getRow, put } from './support.ts';

const agencyOf = (actor: Actor) => agencyScope(actor.tenant);

const each = <Key extends string, Schema extends v.GenericSchema>(keys: readonly Key[], schema: Schema) =>
  v.strictObject(Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>);

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const days = whole(0, 366);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const shares = v.pipe(
  each(PREDICATES, share),
  v.check((all) => Object.values(all).reduce((sum, one) => sum + one, 0) === 100, 'not 100 percent'),
);

const performance = v.strictObject({
  evaluationCycle: v.picklist(['monthly', 'quarterly']),
  ratingDaysBeforeEnd: days,
  objectionDays: days,
  decisionDays: days,
  distribution: each(ACHIEVEMENTS, shares),
});

const hours = v.nullable(
  v.pipe(
    v.strictObject({ start: field.timeOfDay, end: field.timeOfDay }),
    v.check(({ start, end }) => start < end, 'ends before it starts'),
  ),
);
const time = v.strictObject({
  hours: each(WEEKDAYS, hours),
  effectiveMinutes: field.minutes,
  deadlineDays: whole(0, 31),
  deadlineTime: v.union([field.timeOfDay, v.literal('24:00')]),
  graceMinutes: whole(0, 1440),
  outageMinutes: whole(0, 10_080),
  movedByWorkingDays: whole(0, 31),
  approvalDay: whole(1, 28),
});

const decimal = v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,4})?$/));
const percent = v.pipe(
  decimal,
  v.check((value) => Number(value) <= 100, 'more than 100 percent'),
);
const classes = v.strictTuple([percent, percent, percent, percent]);
const allowance = v.pipe(
  v.strictObject({
    base: v.record(v.pipe(v.string(), v.regex(/^([1-9]|1[0-7])$/)), decimal),
    productivityWeight: percent,
    disciplineWeight: percent,
    requirement: v.strictObject({
      measure: v.picklist(['minutes-a-month', 'minutes-a-day', 'days']),
      minutes: whole(1, 44_640),
    }),
    predicateShare: percent,
    predicateIndex: each(PREDICATES, percent),
    lateWork: v.picklist(['not-counted', 'counted']),
    absence: percent,
    late: classes,
    early: classes,
    leave: each(LEAVE_KINDS, v.strictObject({ deduction: percent, paid: v.boolean() })),
    rounding: v.strictObject({ mode: v.picklist(['down', 'nearest']), unit: whole(1, 100_000) }),
  }),
  v.check(
    // Both have at most four places: compared as whole numbers of ten-thousandths.
    ({ productivityWeight, disciplineWeight }) =>
      Math.round(Number(productivityWeight) * 10_000) + Math.round(Number(disciplineWeight) * 10_000) === 1_000_000,
    'the weights are not 100 percent',
  ),
);

/** The rules of one kind, as a screen and the server's preview check them, too. */
export const policyContent = {
  performance: v.strictObject({ kind: v.literal('performance'), content: performance }),
  time: v.strictObject({ kind: v.literal('time'), content: time }),
  allowance: v.strictObject({ kind: v.literal('allowance'), content: allowance }),
};
const dated = {
  id: field.newId,
  validFrom: field.plainDate,
  reason: v.nullable(field.requiredText(field.LIMITS.note)),
};

const monthOf = (date: string) => date.slice(0, 7);

/** The months from one day to another, in order; a refusal needs no more of them than twenty years. */
function monthsUpTo(from: string, until: string): string[] {
  const months: string[] = [];
  for (let month = monthOf(from); month <= monthOf(until) && months.length < 240; ) {
    months.push(month);
    const [year = 0, number = 0] = month.split('-').map(Number);
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  }
  return months;
}

/** The latest month of those from a day on that is approved and paid by; null where there is none. */
function closedSince(from: string, { rows, actor, today }: Pick<DecideInput<unknown>, 'rows' | 'actor' | 'today'>) {
  const closed = monthsUpTo(from, today).filter(
    (month) => getRow(rows, 'payroll', agencyOf(actor), month)?.state === 'approved',
  );
  return closed.at(-1) ?? null;
}

/** Months that may be closed by now; `reads` does not know today, and nobody adopts further back than two years. */
const payrollReads = (from: string, actor: Actor) => {
  const [year = 0] = from.split('-').map(Number);
  return monthsUpTo(from, `${year + 2}-12-31`).map((month) => byId('payroll', agencyOf(actor), month));
};

/**
 * From a day on, today at the earliest, unless it says why it reaches back. A policy of allowances begins with a month:
 * that of the first day holds for the whole.
 */
export const adopt = mutation({
  version: 2,
  args: v.variant('kind', [
    v.strictObject({ ...dated, ...policyContent.performance.entries }),
    v.strictObject({ ...dated, ...policyContent.time.entries }),
    v.strictObject({ ...dated, ...policyContent.allowance.entries }),
  ]),
  // Before there were other kinds than the rules of evaluation.
  upcast: (args) => ({ ...(args as object), kind: 'performance', reason: null }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [byId('policy', agencyOf(actor), args.id), ...payrollReads(args.validFrom, actor)],
  decide: ({ args, rows, actor, now, today }) => {
    const { validFrom, reason } = args;
    if (!actor.roles.includes('admin')) return refuse('not-administrator', {});
    if (getRow(rows, 'policy', agencyOf(actor), args.id)) return refuse('already-exists', { table: 'policy' });
    if (args.kind === 'allowance' && !validFrom.endsWith('-01')) return refuse('not-first-of-month', {});
    if (validFrom < today && reason === null) return refuse('date-past', { date: validFrom });
    const closed = closedSince(validFrom, { rows, actor, today });
    if (closed) return refuse('month-closed', { month: closed });
    const policy: Policy = {
      ...{ id: args.id, scope: agencyOf(actor), version: 0 },
      ...{ kind: args.kind as PolicyKind, validFrom, content: args.content as PolicyContent, reason, at: now },
    };
    return { result: 'applied', changes: [put('policy', policy)] };
  },
});

export const holidayDays = v.pipe(
  v.array(
    v.strictObject({
      date: field.plainDate,
      kind: v.picklist(['libur', 'cuti-bersama', 'kerja']),
      name: field.requiredText(field.LIMITS.title),
    }),
  ),
  v.minLength(1),
  v.maxLength(100),
);

/** Holidays and joint leave of a year that is not shipped, or changes of one that is. */
export const setHolidays = mutation({
  version: 1,
  args: v.strictObject({
    days: holidayDays,
    reason: v.nullable(field.requiredText(field.LIMITS.note)),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    ...new Map(args.days.map(({ date }) => [monthOf(date), byId('payroll', agencyOf(actor), monthOf(date))])).values(),
  ],
  decide: ({ args, rows, actor, today }) => {
    if (!actor.roles.includes('admin')) return refuse('not-administrator', {});
    const changes: HolidayRow[] = [];
    for (const day of args.days) {
      if (day.date < today && args.reason === null) return refuse('date-past', { date: day.date });
      const payroll = getRow(rows, 'payroll', agencyOf(actor), monthOf(day.date));
      if (payroll?.state === 'approved') return refuse('month-closed', { month: payroll.month });
      changes.push({ ...day, id: day.date, scope: agencyOf(actor), version: 0 });
    }
    return { result: 'applied', changes: changes.map((day) => put('holiday', day)) };
  },
});
