// The agency's own rules and calendar. They begin on a day to come; one that reaches back says why, and never reaches a
// month whose allowances are approved.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { LEAVE_KINDS } from '#shared/rules/leave.ts';
import {
  DEDUCTION_UNITS,
  DEFAULT_POLICIES,
  LEAVE_OFFICIALS,
  type PolicyContent,
  type PolicyKind,
  WEEKDAYS,
} from '#shared/rules/policy.ts';
import { ACHIEVEMENTS, PREDICATES } from '#shared/rules/rating.ts';
import { type Actor, type DecideInput, mutation } from '#shared/sync/mutation.ts';
import * as value from '#shared/sync/values.ts';
import { agencyScope, type HolidayRow, type Policy } from '#shared/tables.ts';
import * as field from './fields.ts';
import { byColumn, byId, forAdministrators, getRow, put, rowsWhere, upgrade } from './support.ts';

const agencyOf = (actor: Actor) => agencyScope(actor.tenant);

const each = <Key extends string, Schema extends v.GenericSchema>(keys: readonly Key[], schema: Schema) =>
  v.strictObject(Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>);

const days = field.integer(0, 366);
const share = value.number(0, 100);
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
  assessmentDays: days,
});

const hours = v.nullable(
  v.pipe(
    v.strictObject({ start: field.timeOfDay, end: field.timeOfDay }),
    v.check(({ start, end }) => start < end, 'ends before it starts'),
  ),
);
/** The hours of a week, by day. */
export const weekHours = each(WEEKDAYS, hours);

const time = v.strictObject({
  hours: weekHours,
  effectiveMinutes: field.minutes,
  effectiveBy: v.picklist(['day', 'hours']),
  deadlineDays: field.integer(0, 31),
  deadlineTime: v.union([field.timeOfDay, v.literal('24:00')]),
  graceMinutes: field.integer(0, 1440),
  outageMinutes: field.integer(0, 10_080),
  movedByWorkingDays: field.integer(0, 31),
  approvalDay: field.integer(1, 28),
});

const { decimal, percent } = field;
const classes = v.strictTuple([decimal, decimal, decimal, decimal]);
const unit = v.picklist(DEDUCTION_UNITS);
const allowance = v.pipe(
  v.strictObject({
    source: field.requiredText(field.LIMITS.title),
    base: v.record(v.pipe(v.string(), v.regex(/^([1-9]|1[0-7])$/)), decimal),
    productivityWeight: percent,
    disciplineWeight: percent,
    requirement: v.strictObject({
      measure: v.picklist(['minutes-a-month', 'minutes-a-day', 'days']),
      minutes: field.integer(1, 44_640),
    }),
    dailyMost: field.minutes,
    predicateShare: percent,
    predicateIndex: each(PREDICATES, percent),
    lateWork: v.picklist(['not-counted', 'counted']),
    units: v.strictObject({ classes: unit, absence: unit }),
    absence: decimal,
    late: classes,
    early: classes,
    missingScan: v.strictObject({ unit: v.union([unit, v.literal('class')]), value: decimal }),
    assembly: percent,
    minimumPresence: v.strictObject({ presentDays: field.integer(0, 31), paid: percent }),
    leave: each(LEAVE_KINDS, v.strictObject({ deduction: percent, paid: v.boolean() })),
    rounding: v.strictObject({ mode: v.picklist(['down', 'nearest']), unit: field.integer(1, 100_000) }),
  }),
  v.check(
    // Both have at most four places: compared as whole numbers of ten-thousandths.
    ({ productivityWeight, disciplineWeight }) =>
      Math.round(Number(productivityWeight) * 10_000) + Math.round(Number(disciplineWeight) * 10_000) === 1_000_000,
    'the weights are not 100 percent',
  ),
  v.check(({ units, absence, late, early, missingScan }) => {
    const ofClasses = [...late, ...early].map((each) => ({ unit: units.classes, value: each }));
    const all = [...ofClasses, { unit: units.absence, value: absence }, missingScan];
    return all.every((each) => each.unit === 'rupiah' || Number(each.value) <= 100);
  }, 'more than 100 percent'),
);

const leave = v.pipe(
  v.strictObject({
    source: field.requiredText(field.LIMITS.title),
    annualDays: days,
    mostAfterOneYear: days,
    mostAfterTwoYears: days,
    longestMonths: each(LEAVE_KINDS, field.integer(0, 60)),
    longestSource: field.requiredText(field.LIMITS.title),
    official: v.picklist(LEAVE_OFFICIALS),
    namedId: v.nullable(field.employeeId),
    headNamedId: v.nullable(field.employeeId),
    delegation: field.requiredText(field.LIMITS.title),
  }),
  v.check(
    ({ annualDays, mostAfterOneYear, mostAfterTwoYears }) =>
      annualDays <= mostAfterOneYear && mostAfterOneYear <= mostAfterTwoYears,
    'the most of a year is less than a year',
  ),
  v.check(({ official, namedId }) => (official === 'named') === (namedId !== null), 'not who decides'),
);

/** The rules of one kind, as a screen and the server's preview check them, too. */
export const policyContent = {
  performance: v.strictObject({ kind: v.literal('performance'), content: performance }),
  time: v.strictObject({ kind: v.literal('time'), content: time }),
  allowance: v.strictObject({ kind: v.literal('allowance'), content: allowance }),
  leave: v.strictObject({ kind: v.literal('leave'), content: leave }),
};
const dated = {
  id: field.newId,
  validFrom: field.plainDate,
  reason: v.nullable(field.requiredText(field.LIMITS.note)),
};

const monthOf = (date: string) => date.slice(0, 7);

/** Every month that is approved and paid by, however long ago. */
export const approvedMonths = (actor: Actor) => byColumn('payroll', agencyOf(actor), 'state', 'approved');

/** The latest of these from a month on; null where there is none. What the device takes for today has no part in it. */
function closedSince(month: string, { rows, actor }: Pick<DecideInput<unknown>, 'rows' | 'actor'>): string | null {
  const closed = rowsWhere(rows, 'payroll', agencyOf(actor), 'state', 'approved').map((payroll) => payroll.month);
  return (
    closed
      .filter((one) => one >= month)
      .sort()
      .at(-1) ?? null
  );
}

/**
 * From a day on, today at the earliest, unless it says why it reaches back. A policy of allowances begins with a month:
 * that of the first day holds for the whole.
 */
export const adopt = mutation({
  version: 5,
  closedTo: forAdministrators,
  args: v.variant('kind', [
    v.strictObject({ ...dated, ...policyContent.performance.entries }),
    v.strictObject({ ...dated, ...policyContent.time.entries }),
    v.strictObject({ ...dated, ...policyContent.allowance.entries }),
    v.strictObject({ ...dated, ...policyContent.leave.entries }),
  ]),
  // Version 1 knew no other kind than the rules of evaluation; version 2 neither `dailyMost` nor `assessmentDays`;
  // version 3 no units, no assembly, no presence, no source; version 4 neither `effectiveBy` nor the longest leave.
  upcast: (args, from) =>
    upgrade((given) => {
      const { kind, ...rest } = from === 1 ? { ...given, kind: 'performance', reason: null } : given;
      const { performance: evaluated, time: worked, allowance: paid, leave: away } = DEFAULT_POLICIES;
      const later = {
        performance: { assessmentDays: evaluated.assessmentDays },
        time: { effectiveBy: worked.effectiveBy },
        leave: { longestMonths: away.longestMonths, longestSource: away.longestSource },
        allowance: {
          dailyMost: paid.dailyMost,
          source: paid.source,
          units: paid.units,
          missingScan: paid.missingScan,
          assembly: paid.assembly,
          minimumPresence: paid.minimumPresence,
        },
      };
      const content = upgrade((known) => ({ ...later[kind as keyof typeof later], ...known }))(given.content);
      return { kind, ...rest, content };
    })(args),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [byId('policy', agencyOf(actor), args.id), approvedMonths(actor)],
  decide: ({ args, rows, actor, now, latestDay }) => {
    const { validFrom, reason } = args;
    if (getRow(rows, 'policy', agencyOf(actor), args.id)) return refuse('already-exists', { table: 'policy' });
    if (args.kind === 'allowance' && !validFrom.endsWith('-01')) return refuse('not-first-of-month', {});
    if (validFrom < latestDay && reason === null) return refuse('date-past', { date: validFrom });
    const closed = closedSince(monthOf(validFrom), { rows, actor });
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
  closedTo: forAdministrators,
  args: v.strictObject({
    days: holidayDays,
    reason: v.nullable(field.requiredText(field.LIMITS.note)),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    approvedMonths(actor),
    ...args.days.map(({ date }) => byId('holiday', agencyOf(actor), date)),
  ],
  decide: ({ args, rows, actor, latestDay }) => {
    const closed = new Set(
      rowsWhere(rows, 'payroll', agencyOf(actor), 'state', 'approved').map((payroll) => payroll.month),
    );
    const changes: HolidayRow[] = [];
    for (const day of args.days) {
      if (day.date < latestDay && args.reason === null) return refuse('date-past', { date: day.date });
      if (closed.has(monthOf(day.date))) return refuse('month-closed', { month: monthOf(day.date) });
      changes.push({ ...day, id: day.date, scope: agencyOf(actor), version: 0 });
    }
    return { result: 'applied', changes: changes.map((day) => put('holiday', day)) };
  },
});
