// Evaluation of a period of an SKP: the employee tells what was realised, the superior of the last day of the period gives
// feedback and rates, the predicate follows by the matrix, and the evaluation becomes final. The employee may object; the
// evaluator's superior decides. Source: PermenPANRB 6/2022, evaluation; what agencies set themselves: rules/policy.ts.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byColumn, byId, getRow, put, rowsWhere } from '#shared/acts/support.ts';
import { actsFor, approverOn, assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, EmployeeId } from '#shared/people/tables.ts';
import { approverOf, assignmentsOf, decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { inForce, partReads } from '#shared/plan/mutations/skp.ts';
import { BEHAVIOUR_VALUES } from '#shared/plan/rules/behaviour.ts';
import { refuse } from '#shared/refusals.ts';
import { agencyScope, planScope, workScope } from '#shared/scopes.ts';
import { type Actor, type DecideInput, type Decision, mutation } from '#shared/sync/mutation.ts';
import type { RowSet } from '#shared/sync/row-set.ts';
import { isYear, overlap, spanOf } from '#shared/time/periods.ts';
import { addDays, earlierOf, laterOf } from '#shared/time/working-time.ts';
import { ruleReads, rulesFrom } from '#shared/time-rules/questions/time-rules.ts';
import { withExtensions } from '#shared/time-rules/rules/calendar.ts';
import { assessmentPeriod } from '../rules/assessment.ts';
import { objectionPeriod } from '../rules/objection.ts';
import { type PerformancePolicy, performancePolicyOn } from '../rules/policy.ts';
import { ACHIEVEMENTS, predicateOf, RATINGS } from '../rules/rating.ts';
import { type EvaluationAct, evaluationStates } from '../rules/states.ts';
import { type Evaluation, evaluationId, type PersonOnPaper } from '../tables.ts';

type Refused = Extract<Decision, { result: 'refused' }>;

const policyRead = (actor: Actor) => byColumn('policy', agencyScope(actor.tenant), 'kind', 'performance');

const policyAt = (rows: RowSet, actor: Actor, on: string): PerformancePolicy =>
  performancePolicyOn(rowsWhere(rows, 'policy', agencyScope(actor.tenant), 'kind', 'performance'), on);

/** The evaluation, if the act is allowed in its state and on the revision that was read; else why not. */
function actOn(
  rows: RowSet,
  act: EvaluationAct,
  target: { owner: EmployeeId; id: string; revision: number },
): { evaluation: Evaluation; next: Evaluation['state'] } | { no: Refused } {
  const evaluation = getRow(rows, 'evaluation', workScope(target.owner), target.id);
  if (!evaluation) return { no: refuse('not-found', { table: 'evaluation' }) };
  const { state, revision } = evaluation;
  if (revision !== target.revision) return { no: refuse('changed-since', { seen: target.revision, stored: revision }) };
  const next = evaluationStates[state][act];
  return next ? { evaluation, next } : { no: refuse('wrong-state', { state }) };
}

/** Whether the actor evaluates: the superior of the last evaluated day, or who acts for them then or now. */
function mayEvaluate(rows: RowSet, { employeeId, until }: { employeeId: EmployeeId; until: string }, input: Acting) {
  const { actor, today } = input;
  const day = earlierOf(until, today);
  if (mayDecide(rows, employeeId, actor, day)) return true;
  const evaluator = evaluatorOf(rows, employeeId, { actor, day, today });
  if (evaluator === actor.id) return true;
  const delegations = rowsWhere(rows, 'delegation', agencyScope(actor.tenant), 'toId', actor.id);
  return evaluator !== null && employeeId !== actor.id && actsFor(delegations, actor.id, today).includes(evaluator);
}
type Acting = Pick<DecideInput<unknown>, 'actor' | 'today'>;

/** The superior of the last evaluated day; where none was named by then, who is today. */
const evaluatorOf = (rows: RowSet, employeeId: EmployeeId, { actor, day, today }: Acting & { day: string }) =>
  approverOf(rows, employeeId, actor, day) ?? approverOf(rows, employeeId, actor, today);

const texts = (keys: v.GenericSchema<unknown, string>) =>
  v.pipe(
    v.record(keys as v.GenericSchema<string, string>, field.optionalText(field.LIMITS.note)),
    v.check((record) => Object.keys(record).length <= 50, 'too many'),
  );

const realised = v.pipe(
  v.record(field.newId, field.amount),
  v.check((record) => Object.keys(record).length <= 200, 'too many'),
);

/** The employee tells what was realised; again as often as wanted until it is rated. */
export const assess = mutation({
  version: 1,
  args: v.strictObject({
    skpId: field.newId,
    period: field.period,
    /** 0: there was no evaluation of the period yet. */
    revision: field.integer(0),
    results: texts(field.newId),
    realised,
    note: field.optionalText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    ...partReads(actor.id, args.skpId),
    byId('evaluation', workScope(actor.id), evaluationId(args.skpId, args.period)),
    assignmentsOf(actor.id, actor),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const { skpId, period, revision, results, realised, note } = args;
    const scope = workScope(actor.id);
    const skp = getRow(rows, 'skp', planScope(actor.id), skpId);
    if (!skp) return refuse('not-found', { table: 'skp' });
    if (!inForce(rows, actor.id, skp)) return refuse('never-approved', {});
    const span = overlap(spanOf(period), { from: skp.validFrom, until: skp.validUntil });
    if (!span) return refuse('outside-plan', { period });
    if (span.from > today) return refuse('period-not-over', { from: span.from });
    const id = evaluationId(skpId, period);
    const before = getRow(rows, 'evaluation', scope, id);
    // What the evaluator began without is no word of the employee's, whose own, from before, may only now arrive.
    const seen = before?.assessment.missing && revision === 0 ? 0 : (before?.revision ?? 0);
    if (seen !== revision) return refuse('changed-since', { seen: revision, stored: seen });
    if (before && !evaluationStates[before.state].assess) return refuse('locked', { state: before.state });
    const evaluatorId = evaluatorOf(rows, actor.id, { actor, day: earlierOf(span.until, today), today });
    if (!evaluatorId) return refuse('no-superior', { of: 'own' });
    const said = { assessment: { results, realised, note }, assessedAt: now, note: null };
    const evaluation: Evaluation = {
      ...(before ?? { ...blank, id, scope, skpId, period, kind: isYear(period) ? 'annual' : 'periodic' }),
      ...{ validFrom: span.from, validUntil: span.until, evaluatorId },
      ...said,
      ...{ state: 'assessed', revision: (before?.revision ?? 0) + 1 },
    };
    return { result: 'applied', changes: [put('evaluation', evaluation)] };
  },
});

/**
 * After the days in which the employee assesses, the evaluator goes on without: of a period that was never assessed, or
 * that came back and was not completed. Until it is rated the employee may still speak.
 */
export const begin = mutation({
  version: 1,
  args: v.strictObject({
    employeeId: field.employeeId,
    skpId: field.newId,
    period: field.period,
    /** 0: there was no evaluation of the period yet. */
    revision: field.integer(0),
    realised,
  }),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    ...partReads(args.employeeId, args.skpId),
    byId('evaluation', workScope(args.employeeId), evaluationId(args.skpId, args.period)),
    ...decisionReads(args.employeeId, actor),
    ...ruleReads(agencyScope(actor.tenant)),
  ],
  decide: (input) => {
    const { args, rows, actor, now, today } = input;
    const { employeeId, skpId, period, revision } = args;
    const scope = workScope(employeeId);
    const skp = getRow(rows, 'skp', planScope(employeeId), skpId);
    if (!skp) return refuse('not-found', { table: 'skp' });
    const span = overlap(spanOf(period), { from: skp.validFrom, until: skp.validUntil });
    if (!span) return refuse('outside-plan', { period });
    const day = earlierOf(span.until, today);
    if (!mayEvaluate(rows, { employeeId, until: span.until }, input)) return refuse('not-supervisor', { date: day });
    if (!inForce(rows, employeeId, skp)) return refuse('never-approved', {});
    const agency = agencyScope(actor.tenant);
    const assignments = rowsWhere(rows, 'assignment', agency, 'employeeId', employeeId);
    const rules = withExtensions(rulesFrom(rows, agency, actor.timeZone), { employeeId, assignments });
    const { until } = assessmentPeriod(span.until, rules);
    if (until === null || today <= until) return refuse('assessment-open', { until });
    const id = evaluationId(skpId, period);
    const before = getRow(rows, 'evaluation', scope, id);
    if ((before?.revision ?? 0) !== revision) {
      return refuse('changed-since', { seen: revision, stored: before?.revision ?? 0 });
    }
    if (before && !evaluationStates[before.state].begin) return refuse('wrong-state', { state: before.state });
    const evaluatorId = evaluatorOf(rows, employeeId, { actor, day, today });
    if (!evaluatorId) return refuse('not-supervisor', { date: day });
    const nothing = { results: {}, realised: args.realised, note: '', missing: true as const };
    const evaluation: Evaluation = {
      ...(before ?? { ...blank, id, scope, skpId, period, kind: isYear(period) ? 'annual' : 'periodic' }),
      ...{ validFrom: span.from, validUntil: span.until, evaluatorId, note: null },
      // What was said, though incomplete, is more than nothing.
      ...{ assessment: before?.assessment ?? nothing, assessedAt: before?.assessedAt ?? now },
      ...{ state: 'assessed', revision: revision + 1 },
    };
    return { result: 'applied', changes: [put('evaluation', evaluation)] };
  },
});

const blank = {
  ...{ version: 0, review: null, achievement: null, resultRating: null, behaviourRating: null, predicate: null },
  ...{ record: null, objection: null, deciderId: null, decision: null, followUp: null, ratedAt: null, ratedBy: null },
  ...{ finalAt: null, receivedAt: null, objectedAt: null, decidedAt: null, decidedBy: null },
};

const target = { employeeId: field.employeeId, id: field.rowId, revision: field.revision };
type Target = { employeeId: string; id: string; revision: number };

const targetReads = (args: Target, actor: Actor) => [
  byId('evaluation', workScope(args.employeeId), args.id),
  ...decisionReads(args.employeeId, actor),
  policyRead(actor),
];

/** The evaluation for its evaluator, if the act is allowed; else why not. */
function actAsEvaluator(input: DecideInput<Target>, act: EvaluationAct) {
  const { args, rows } = input;
  const found = actOn(rows, act, { owner: args.employeeId, id: args.id, revision: args.revision });
  if ('no' in found) return found;
  const until = found.evaluation.validUntil;
  if (mayEvaluate(rows, { employeeId: args.employeeId, until }, input)) return found;
  return { no: refuse('not-supervisor', { date: earlierOf(until, input.today) }) };
}

/** Sends the assessment back to the employee, who completes it. */
export const giveBack = mutation({
  version: 1,
  args: v.strictObject({ ...target, note: field.requiredText(field.LIMITS.note) }),
  writes: (args) => [workScope(args.employeeId)],
  reads: targetReads,
  decide: (input) => {
    const found = actAsEvaluator(input, 'return');
    if ('no' in found) return found.no;
    const { evaluation, next } = found;
    const changed = { ...evaluation, state: next, revision: evaluation.revision + 1, note: input.args.note };
    return { result: 'applied', changes: [put('evaluation', changed)] };
  },
});

/** Feedback and both ratings; again as often as wanted until it is final. */
export const rate = mutation({
  version: 1,
  args: v.strictObject({
    ...target,
    results: texts(field.newId),
    behaviours: texts(v.picklist(BEHAVIOUR_VALUES)),
    note: field.optionalText(field.LIMITS.note),
    achievement: v.picklist(ACHIEVEMENTS),
    resultRating: v.picklist(RATINGS),
    behaviourRating: v.picklist(RATINGS),
  }),
  writes: (args) => [workScope(args.employeeId)],
  reads: targetReads,
  decide: (input) => {
    const { args, rows, actor, now, today } = input;
    const found = actAsEvaluator(input, 'rate');
    if ('no' in found) return found.no;
    const { evaluation, next } = found;
    const from = addDays(evaluation.validUntil, -policyAt(rows, actor, today).ratingDaysBeforeEnd);
    if (today < from) return refuse('period-not-over', { from });
    const { results, behaviours, note, achievement, resultRating, behaviourRating } = args;
    const rated: Evaluation = {
      ...evaluation,
      ...{ review: { results, behaviours, note }, achievement, resultRating, behaviourRating, note: null },
      predicate: predicateOf({ result: resultRating, behaviour: behaviourRating }),
      ...{ state: next, revision: evaluation.revision + 1, ratedAt: now, ratedBy: actor.id },
    };
    return { result: 'applied', changes: [put('evaluation', rated)] };
  },
});

/** Closes the evaluation with a record of all that it rests on, which no later move or revision changes. */
export const finalise = mutation({
  version: 1,
  args: v.strictObject({ ...target, skpId: field.newId, evaluatorId: field.employeeId }),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    ...targetReads(args, actor),
    ...partReads(args.employeeId, args.skpId),
    assignmentsOf(args.evaluatorId, actor),
    byId('employee', agencyScope(actor.tenant), args.employeeId),
    byId('employee', agencyScope(actor.tenant), args.evaluatorId),
  ],
  decide: (input) => {
    const { args, rows, actor, now, today } = input;
    const found = actAsEvaluator(input, 'finalise');
    if ('no' in found) return found.no;
    const { evaluation, next } = found;
    const { skpId, evaluatorId, resultRating, behaviourRating, predicate } = evaluation;
    if (!resultRating || !behaviourRating || !predicate) return refuse('unrated', {});
    if (evaluatorId !== args.evaluatorId || skpId !== args.skpId) return refuse('supervisor-changed', {});
    const skp = getRow(rows, 'skp', planScope(args.employeeId), skpId);
    const plan = skp && inForce(rows, args.employeeId, skp);
    if (!plan) return refuse('never-approved', {});
    const day = earlierOf(evaluation.validUntil, today);
    const employee = personOn(rows, args.employeeId, actor, day);
    const evaluator = personOn(rows, evaluatorId, actor, day);
    if (!employee || !evaluator) return refuse('not-found', { table: 'employee' });
    const { number: edition, content } = plan;
    const record = { edition, plan: content, employee, evaluator, resultRating, behaviourRating, predicate };
    const final: Evaluation = { ...evaluation, state: next, revision: evaluation.revision + 1, finalAt: now, record };
    return { result: 'applied', changes: [put('evaluation', final)] };
  },
});

function personOn(rows: RowSet, id: EmployeeId, actor: Actor, on: string): PersonOnPaper | null {
  const employee = getRow(rows, 'employee', agencyScope(actor.tenant), id);
  const post = assignmentOn(rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', id), id, on);
  if (!employee || !post) return null;
  const { name, nip, grade } = employee;
  return { id, name, nip, grade, position: post.position, unitId: post.unitId };
}

/**
 * The employee has the final evaluation before them. From the first time on the days for an objection count; again, from
 * another device, it changes nothing.
 */
export const receive = mutation({
  version: 1,
  args: v.strictObject({ id: field.rowId }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [byId('evaluation', workScope(actor.id), args.id)],
  decide: ({ args, rows, actor, now }) => {
    const evaluation = getRow(rows, 'evaluation', workScope(actor.id), args.id);
    if (!evaluation) return refuse('not-found', { table: 'evaluation' });
    const { finalAt, receivedAt, state } = evaluation;
    if (finalAt === null) return refuse('wrong-state', { state });
    if (receivedAt !== null) return { result: 'applied', changes: [] };
    // Nobody has read it before it was there, whatever a clock says.
    return { result: 'applied', changes: [put('evaluation', { ...evaluation, receivedAt: laterOf(now, finalAt) })] };
  },
});

/** Of an evaluator who holds no post any more: whoever was above last. */
const lastSuperior = (posts: readonly Assignment[]): EmployeeId | null =>
  [...posts].sort((a, b) => b.validFrom.localeCompare(a.validFrom)).find(({ supervisorId }) => supervisorId)
    ?.supervisorId ?? null;

/** Keberatan: within the days after receipt that the policy gives. Who objects has received it. */
export const object = mutation({
  version: 1,
  args: v.strictObject({
    id: target.id,
    revision: field.revision,
    evaluatorId: field.employeeId,
    text: field.requiredText(field.LIMITS.description),
  }),
  writes: (_args, actor) => [workScope(actor.id)],
  reads: (args, actor) => [
    byId('evaluation', workScope(actor.id), args.id),
    assignmentsOf(args.evaluatorId, actor),
    ...ruleReads(agencyScope(actor.tenant)),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const found = actOn(rows, 'object', { owner: actor.id, id: args.id, revision: args.revision });
    if ('no' in found) return found.no;
    const { evaluation, next } = found;
    const { evaluatorId, receivedAt } = evaluation;
    if (evaluatorId !== args.evaluatorId) return refuse('supervisor-changed', {});
    const rules = rulesFrom(rows, agencyScope(actor.tenant), actor.timeZone);
    const { until } = objectionPeriod(receivedAt ?? now, rules);
    if (until !== null && today > until) return refuse('too-late', { until });
    const posts = rowsWhere(rows, 'assignment', agencyScope(actor.tenant), 'employeeId', evaluatorId);
    // Above the head of the agency nobody is inside it: the head decides anew.
    const deciderId = approverOn(posts, evaluatorId, today) ?? lastSuperior(posts);
    if (!deciderId) return refuse('no-superior', { of: 'evaluator' });
    const objected = { ...evaluation, state: next, revision: evaluation.revision + 1, objection: args.text, deciderId };
    const at = { objectedAt: now, receivedAt: receivedAt ?? now };
    return { result: 'applied', changes: [put('evaluation', { ...objected, ...at })] };
  },
});

/** The second decision: keeps the ratings or changes them. What stood before stays in the record. */
export const decide = mutation({
  version: 1,
  args: v.strictObject({
    ...target,
    resultRating: v.picklist(RATINGS),
    behaviourRating: v.picklist(RATINGS),
    text: field.requiredText(field.LIMITS.description),
  }),
  writes: (args) => [workScope(args.employeeId)],
  reads: targetReads,
  decide: ({ args, rows, actor, now, today }) => {
    const found = actOn(rows, 'decide', { owner: args.employeeId, id: args.id, revision: args.revision });
    if ('no' in found) return found.no;
    const { evaluation, next } = found;
    const delegations = rowsWhere(rows, 'delegation', agencyScope(actor.tenant), 'toId', actor.id);
    const { deciderId } = evaluation;
    const may = deciderId === actor.id || (deciderId && actsFor(delegations, actor.id, today).includes(deciderId));
    if (!may || args.employeeId === actor.id) return refuse('not-supervisor', { date: today });
    const { resultRating, behaviourRating, text } = args;
    const decided: Evaluation = {
      ...evaluation,
      ...{ resultRating, behaviourRating, decision: text, decidedAt: now, decidedBy: actor.id },
      predicate: predicateOf({ result: resultRating, behaviour: behaviourRating }),
      ...{ state: next, revision: evaluation.revision + 1 },
    };
    return { result: 'applied', changes: [put('evaluation', decided)] };
  },
});

/** What is done about it: reward, training, coaching, sanction. */
export const followUp = mutation({
  version: 1,
  args: v.strictObject({ ...target, text: field.requiredText(field.LIMITS.note) }),
  writes: (args) => [workScope(args.employeeId)],
  reads: targetReads,
  decide: (input) => {
    const found = actAsEvaluator(input, 'follow-up');
    if ('no' in found) return found.no;
    const { evaluation, next } = found;
    const followed = { ...evaluation, state: next, revision: evaluation.revision + 1, followUp: input.args.text };
    return { result: 'applied', changes: [put('evaluation', followed)] };
  },
});
