// What a person could do now, by what their device shows: drawn by chance, and now and then something that the rules do not
// allow.

import type { Conflict } from '#shared/acts/tables.ts';
import { EXPLANATION_KINDS } from '#shared/attendance/rules/explanation.ts';
import type { Explanation } from '#shared/attendance/tables.ts';
import { ACHIEVEMENTS, RATINGS } from '#shared/evaluation/rules/rating.ts';
import { type Evaluation, evaluationId } from '#shared/evaluation/tables.ts';
import { typedStates } from '#shared/helping/rules/states.ts';
import type { Helper, TypedEntry } from '#shared/helping/tables.ts';
import { LEAVE_ANSWERS, LEAVE_KINDS } from '#shared/leave/rules/leave.ts';
import { collision } from '#shared/leave/rules/leave-days.ts';
import { superiorsOf } from '#shared/leave/rules/leave-official.ts';
import type { Leave } from '#shared/leave/tables.ts';
import type { Call, MutationArgs } from '#shared/mutations.ts';
import type { Assignment } from '#shared/people/tables.ts';
import { helpScope, workScope } from '#shared/scopes.ts';
import type { Row, TableName } from '#shared/tables.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import type { ShiftRow } from '#shared/time-rules/tables.ts';
import { activityFieldsOf } from '#shared/work/mutations/activity.ts';
import { MOST_EVIDENCE } from '#shared/work/mutations/evidence.ts';
import { activityStates } from '#shared/work/rules/states.ts';
import type { Activity, Evidence, Reopening } from '#shared/work/tables.ts';
import type { Random } from './random.ts';
import { EMPLOYEES, HEAD, resultOf, SUPERVISORS, skpOf } from './world.ts';

const ZONE = 'Asia/Makassar';
/** Periods that are over, or near their end. */
const PERIODS = ['2026-09', '2026-10', '2026-11'] as const;

export interface Acting {
  person: string;
  random: Random;
  /** The device's own clock, in milliseconds since 1970. */
  now: number;
  newId: () => string;
  rows: <Name extends TableName>(table: Name) => Row<Name>[];
}

export const callsOf = (acting: Acting): Call[] =>
  [HEAD, ...SUPERVISORS].includes(acting.person as (typeof SUPERVISORS)[number]) ? decide(acting) : work(acting);

const ownRows = <Name extends TableName>({ rows, person }: Acting, table: Name): Row<Name>[] =>
  rows(table).filter(({ scope }) => scope === workScope(person));

function work(acting: Acting): Call[] {
  const { random } = acting;
  const mine = ownRows(acting, 'activity') as Activity[];
  const editable = mine.filter(({ state }) => activityStates[state].edit);
  const one = random.maybe(random.chance(0.8) ? editable : mine);
  switch (random.below(17)) {
    case 0:
      // The day before, copied.
      return Array.from({ length: 20 + random.below(30) }, () => log(acting));
    case 1:
      return Array.from({ length: 1 + random.below(3) }, () => log(acting));
    case 2:
    case 3: {
      if (!one) return [log(acting)];
      const { title, description } = activityFieldsOf(one);
      const to = `kata ${random.below(1000)}`;
      const edits = random.chance(0.5) ? { title: { from: title, to } } : { description: { from: description, to } };
      return [{ name: 'activity.edit', args: { id: one.id, edits } }];
    }
    case 4: {
      // What may be deleted as often as what may not.
      const locked = mine.filter(({ state }) => !activityStates[state].edit);
      const gone = random.maybe(random.chance(0.5) ? editable : locked);
      return gone ? [{ name: 'activity.delete', args: { id: gone.id, revision: gone.revision } }] : [];
    }
    case 5: {
      const conflict = random.maybe((ownRows(acting, 'conflict') as Conflict[]).filter((row) => row.state === 'open'));
      return conflict ? [{ name: 'conflict.settle', args: { id: conflict.id, in: 'work' } }] : [];
    }
    case 6:
      return one ? [attach(acting, one)] : [];
    case 7: {
      const evidence = random.maybe(ownRows(acting, 'evidence') as Evidence[]);
      if (!evidence?.activityId) return [];
      return [{ name: 'evidence.detach', args: { id: evidence.id, activityId: evidence.activityId } }];
    }
    case 8:
      return askForLeave(acting);
    case 9:
      return evaluateOneself(acting);
    case 10:
      return explain(acting);
    case 14:
      return reopening(acting, mine);
    case 15:
      return beHelped(acting);
    case 16:
      return typeForOther(acting);
    default: {
      const ready = mine.filter(({ state }) => activityStates[state].submit);
      return ready.slice(0, 60).map(({ id }) => ({ name: 'activity.submit', args: { id } }));
    }
  }
}

/** Now and then of an entry that is not approved; and a request is taken back. */
function reopening(acting: Acting, mine: readonly Activity[]): Call[] {
  const { random } = acting;
  const asked = random.maybe((ownRows(acting, 'reopening') as Reopening[]).filter(({ state }) => state === 'asked'));
  if (asked && random.chance(0.3)) return [{ name: 'reopening.withdraw', args: { activityId: asked.activityId } }];
  const one = random.maybe(random.chance(0.8) ? mine.filter(({ state }) => state === 'approved') : mine);
  const reason = `keliru ${random.below(10)}`;
  return one ? [{ name: 'reopening.ask', args: { activityId: one.id, revision: one.revision, reason } }] : [];
}

/** Somebody is asked for help, now and then one who may not give it; what they typed is confirmed, taken or declined. */
function beHelped(acting: Acting): Call[] {
  const { random, rows, person, newId, now } = acting;
  const today = plainDate(new Date(now).toISOString(), ZONE);
  const other = EMPLOYEES.find((id) => id !== person) ?? EMPLOYEES[0];
  const helperId = random.chance(0.9) ? other : random.pick([...SUPERVISORS, HEAD, 'nobody']);
  const typed = (rows('typedEntry') as TypedEntry[]).filter(({ scope }) => scope === helpScope(person, helperId));
  const open = typed.filter(({ state }) => random.chance(0.1) || state !== 'confirmed');
  const resultId = resultOf(person);
  const seen = ({ id, revision }: TypedEntry) => ({ helperId, id, revision });
  const one = random.maybe(open);
  switch (random.below(one ? 10 : 3)) {
    case 0:
    case 1:
      return [{ name: 'helper.name', args: { id: newId(), helperId, until: addDays(today, random.below(12)) } }];
    case 2:
      return [{ name: random.chance(0.7) ? 'helper.end' : 'helper.tell', args: { helperId } }];
    case 3:
      return one ? [{ name: 'typed.decline', args: seen(one) }] : [];
    case 4:
      return one ? [{ name: 'typed.take', args: { ...seen(one), resultId } }] : [];
    default:
      return open.slice(0, 20).map((entry) => ({ name: 'typed.confirm', args: { ...seen(entry), resultId } }));
  }
}

/** Types for the other employee; without having been asked it is refused. */
function typeForOther(acting: Acting): Call[] {
  const { random, rows, person, newId } = acting;
  const ownerId = EMPLOYEES.find((id) => id !== person) ?? EMPLOYEES[0];
  const scope = helpScope(ownerId, person);
  const asked = (rows('helper') as Helper[]).some((help) => help.scope === scope);
  if (!asked && random.chance(0.8)) return [];
  const mine = (rows('typedEntry') as TypedEntry[]).filter((entry) => entry.scope === scope);
  const one = random.maybe(random.chance(0.8) ? mine.filter(({ state }) => typedStates[state].edit) : mine);
  if (one && random.chance(0.3)) {
    const { id, revision, title } = one;
    const edits = { title: { from: title, to: `kata ${random.below(1000)}` } };
    return random.chance(0.8)
      ? [{ name: 'typed.edit', args: { ownerId, id, revision, edits } }]
      : [{ name: 'typed.delete', args: { ownerId, id, revision } }];
  }
  const { id: _id, resultId: _own, ...fields } = log({ ...acting, person }).args as MutationArgs<'activity.log'>;
  const resultId = random.chance(0.5) ? resultOf(ownerId) : null;
  return [{ name: 'typed.add', args: { ownerId, id: newId(), resultId, ...fields } }];
}

export function log({ random, now, newId, person }: Pick<Acting, 'random' | 'now' | 'newId' | 'person'>): Call {
  const today = plainDate(new Date(now).toISOString(), ZONE);
  return {
    name: 'activity.log',
    args: {
      ...{ id: newId(), resultId: resultOf(person), date: addDays(today, -random.below(10)) },
      ...{ title: `Kegiatan ${random.below(1000)}`, description: '' },
      ...{ time: { start: null, end: null, minutes: 30 }, output: { quantity: 1, unit: 'berkas' } },
    },
  };
}

function attach({ random, newId }: Acting, { id: activityId }: Activity): Call {
  const base = { id: newId(), activityId, name: 'Bukti' };
  if (random.chance(0.3)) return { name: 'evidence.attach', args: { ...base, kind: 'link', url: 'https://a.go.id/b' } };
  const sha256 = String(random.below(10)).repeat(64);
  const notes = { thumbnail: sha256, takenAt: '2026-11-24T09:00:00', place: null };
  return { name: 'evidence.attach', args: { ...base, kind: 'file', sha256, type: 'image/jpeg', size: 9, ...notes } };
}

function askForLeave(acting: Acting): Call[] {
  const { random, newId, now } = acting;
  const all = ownRows(acting, 'leave') as Leave[];
  const asked = random.maybe(all);
  if (asked?.state === 'approved' && random.chance(0.3)) return giveBack(asked, random);
  if (asked && random.chance(0.4)) return [{ name: 'leave.withdraw', args: { id: asked.id } }];
  const validFrom = addDays(plainDate(new Date(now).toISOString(), ZONE), random.below(20) - 5);
  const validUntil = addDays(validFrom, random.below(4));
  // The screen says so before anybody asks.
  if (collision({ validFrom, validUntil }, all) && random.chance(0.9)) return [];
  return [{ name: 'leave.request', args: { id: newId(), kind: LEAVE_KINDS[0], validFrom, validUntil, reason: '' } }];
}

/** A day of attendance, mostly with a photo beside the words; now and then taken back. */
function explain(acting: Acting): Call[] {
  const { random, newId, now } = acting;
  const all = ownRows(acting, 'explanation') as Explanation[];
  const before = random.maybe(all);
  if (before && random.chance(0.3)) return [{ name: 'explanation.withdraw', args: { date: before.date } }];
  const again = before && random.chance(0.4) ? before : undefined;
  const date = again?.date ?? addDays(plainDate(new Date(now).toISOString(), ZONE), 1 - random.below(12));
  const revision = all.find((one) => one.date === date)?.revision ?? 0;
  const kind = random.pick(EXPLANATION_KINDS);
  const text = `Sebab ${random.below(1000)}`;
  const kept = (ownRows(acting, 'evidence') as Evidence[]).filter((piece) => piece.explanationDate === date);
  const sha256 = String(random.below(10)).repeat(64);
  const photo = { kind: 'file', name: 'Bukti', sha256, type: 'image/jpeg', size: 9, thumbnail: sha256 } as const;
  const added = random.chance(0.6) ? [{ id: newId(), ...photo, takenAt: null, place: null }] : [];
  const evidence = [
    ...kept.filter(() => random.chance(0.7)).map((piece) => ({ ...photo, ...factsOf(piece) })),
    ...added,
  ].slice(0, MOST_EVIDENCE);
  return [{ name: 'explanation.give', args: { date, kind, text, letter: '090/1', evidence, revision } }];
}

const factsOf = ({ id, sha256, thumbnail }: Evidence) => ({
  ...{ id, sha256: sha256 ?? '', thumbnail, takenAt: null, place: null },
});

function evaluateOneself(acting: Acting): Call[] {
  const { random, person } = acting;
  const period = random.pick(PERIODS);
  const skpId = skpOf(person);
  const before = (ownRows(acting, 'evaluation') as Evaluation[]).find(({ id }) => id === evaluationId(skpId, period));
  if (before?.state === 'final' && random.chance(0.7)) {
    const { id, revision, evaluatorId } = before;
    return [{ name: 'evaluation.object', args: { id, revision, evaluatorId, text: 'Tidak sesuai' } }];
  }
  const results = { [resultOf(person)]: `Selesai ${random.below(100)}` };
  const said = { results, realised: {}, note: '' };
  return [{ name: 'evaluation.assess', args: { skpId, period, revision: before?.revision ?? 0, ...said } }];
}

function decide(acting: Acting): Call[] {
  const { random, rows } = acting;
  const activities = rows('activity') as Activity[];
  const target = ({ employeeId, id, revision }: Activity) => ({ employeeId, id, revision });
  const waiting = activities.filter(({ state }) => state === 'submitted');
  const approved = random.maybe(activities.filter(({ state }) => state === 'approved'));
  const one = random.maybe(waiting);
  switch (random.below(10)) {
    case 0:
      return one ? [{ name: 'activity.return', args: { ...target(one), note: 'lengkapi' } }] : [];
    case 1: {
      const asked = random.maybe((rows('reopening') as Reopening[]).filter(({ state }) => state === 'asked'));
      if (asked && random.chance(0.5)) {
        const { activityId, revision } = asked;
        const args = { employeeId: ownerOf(asked), activityId, revision, note: 'sudah benar' };
        return [{ name: 'reopening.decline', args }];
      }
      return approved ? [{ name: 'activity.reopen', args: { ...target(approved), note: 'keliru' } }] : [];
    }
    case 2:
      return decideLeave(acting);
    case 5:
      return decideExplanation(acting);
    case 6:
      return planShifts(acting);
    case 3:
    case 4:
      return evaluate(acting);
    default:
      return waiting.map((activity) => ({ name: 'activity.approve', args: target(activity) }));
  }
}

/** The employee whose work a row is. */
const ownerOf = ({ scope }: { scope: string }) => scope.slice(workScope('').length);

function decideLeave(acting: Acting): Call[] {
  const { random, rows, now, person } = acting;
  const today = plainDate(new Date(now).toISOString(), ZONE);
  const leave = random.maybe(rows('leave') as Leave[]);
  if (!leave) return [];
  const target = { employeeId: ownerOf(leave), id: leave.id };
  // As a released version of the app does it.
  if (random.chance(0.1)) {
    return random.chance(0.6)
      ? [{ name: 'leave.approve', args: target }]
      : [{ name: 'leave.return', args: { ...target, note: 'bentrok' } }];
  }
  if (leave.state === 'approved') return random.chance(0.4) ? giveBack(leave, random) : [];
  const answer = random.pick(LEAVE_ANSWERS);
  const days = answer === 'change' ? { validFrom: leave.validUntil, validUntil: addDays(leave.validUntil, 1) } : null;
  const said = { ...target, revision: leave.revision, answer, note: answer === 'agree' ? null : 'bentrok', days };
  if (leave.state === 'considered' && (leave.officialId === person || random.chance(0.2))) {
    return [{ name: 'leave.decide', args: said }];
  }
  const superiors = superiorsOf(rows('assignment') as Assignment[], target.employeeId, today).ids;
  return [{ name: 'leave.consider', args: { ...said, superiors } }];
}

function decideExplanation({ random, rows }: Acting): Call[] {
  const all = rows('explanation') as Explanation[];
  const told = random.maybe(random.chance(0.8) ? all.filter(({ state }) => state === 'submitted') : all);
  if (!told) return [];
  const seen = { employeeId: ownerOf(told), date: told.date, revision: told.revision };
  return random.chance(0.7)
    ? [{ name: 'explanation.agree', args: seen }]
    : [{ name: 'explanation.return', args: { ...seen, note: 'Mana suratnya?' } }];
}

const SHIFTS = [
  { name: 'Pagi', start: '07:00', end: '14:00' },
  { name: 'Malam', start: '21:00', end: '07:00' },
  { name: 'Lepas', start: null, end: null },
];

/** A few days of somebody, each in place of what was planned for it; the team of somebody else is refused. */
function planShifts({ random, rows, now }: Acting): Call[] {
  const employeeId = random.pick(EMPLOYEES);
  const planned = (rows('shift') as ShiftRow[]).filter(({ scope }) => scope === workScope(employeeId));
  const today = plainDate(new Date(now).toISOString(), ZONE);
  const days = [...new Set(Array.from({ length: 3 }, () => addDays(today, random.below(12) - 2)))];
  const add = days.map((date) => ({ date, ...random.pick(SHIFTS as [(typeof SHIFTS)[number]]) }));
  const remove = planned
    .filter(({ date }) => days.includes(date))
    .map(({ date, start, end }) => ({ date, start, end }));
  return [{ name: 'shift.plan', args: { employeeId, add, remove } }];
}

/** The last day of it. */
const giveBack = ({ scope, id, validUntil }: Leave, random: Random): Call[] => [
  {
    name: 'leave.give-back',
    args: {
      ...{ employeeId: ownerOf({ scope }), id, reason: `panggilan ${random.below(10)}` },
      days: { validFrom: validUntil, validUntil },
    },
  },
];

function evaluate({ random, rows }: Acting): Call[] {
  const open = (rows('evaluation') as Evaluation[]).filter(({ state }) => !['returned', 'decided'].includes(state));
  const one = random.maybe(open);
  if (!one) return [];
  const { id, revision, state, skpId, evaluatorId } = one;
  const target = { employeeId: ownerOf(one), id, revision };
  const rating = () => random.pick(RATINGS as [(typeof RATINGS)[number], ...typeof RATINGS]);
  const ratings = { resultRating: rating(), behaviourRating: rating() };
  if (state === 'objected') return [{ name: 'evaluation.decide', args: { ...target, ...ratings, text: 'Ditinjau' } }];
  if (state === 'final') return [{ name: 'evaluation.follow-up', args: { ...target, text: 'Pelatihan' } }];
  if (random.chance(0.15)) return [{ name: 'evaluation.return', args: { ...target, note: 'lengkapi' } }];
  if (state === 'rated' && random.chance(0.7)) {
    return [{ name: 'evaluation.finalise', args: { ...target, skpId, evaluatorId } }];
  }
  const achievement = random.pick(ACHIEVEMENTS as [(typeof ACHIEVEMENTS)[number], ...typeof ACHIEVEMENTS]);
  return [
    { name: 'evaluation.rate', args: { ...target, ...ratings, achievement, results: {}, behaviours: {}, note: '' } },
  ];
}
