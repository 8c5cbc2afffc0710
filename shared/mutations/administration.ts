// What administrators keep of the agency: posts and moves, who acts for whom, and templates of SKPs.

import * as v from 'valibot';
import { refuse } from '#shared/refusals.ts';
import { assignmentOn } from '#shared/rules/supervision.ts';
import { addDays, earlierOf } from '#shared/rules/working-time.ts';
import { type Actor, mutation } from '#shared/sync/mutation.ts';
import type { RowChange } from '#shared/sync/row-set.ts';
import { type Assignment, agencyScope, type Delegation, templateId } from '#shared/tables.ts';
import * as field from './fields.ts';
import {
  assignmentsOf,
  byId,
  decisionReads,
  forAdministrators,
  getRow,
  mayDecide,
  put,
  remove,
  rowsWhere,
  upgrade,
} from './support.ts';

const agencyOf = (actor: Actor) => agencyScope(actor.tenant);
const isAdministrator = (actor: Actor) => actor.roles.includes('admin');

/** From a day on an employee holds another post, or none (pension, transfer to another agency). Nothing before it changes. */
export const postFields = {
  unitId: field.rowId,
  position: field.requiredText(field.LIMITS.title),
  positionKind: v.picklist(['JPT', 'JA', 'JF']),
  supervisorId: v.nullable(field.employeeId),
  postClass: v.nullable(field.integer(1, 17)),
  leadsUnit: v.boolean(),
};

export const move = mutation({
  version: 3,
  closedTo: forAdministrators,
  args: v.strictObject({
    employeeId: field.employeeId,
    validFrom: field.plainDate,
    to: v.nullable(v.strictObject({ id: field.newId, ...postFields })),
  }),
  // In version 1 posts had no class, in version 2 nobody led an independent unit.
  upcast: (args, from) =>
    upgrade((given) => ({
      ...given,
      to: upgrade((to) => ({ ...to, ...(from === 1 && { postClass: null }), leadsUnit: false }))(given.to),
    }))(args),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    assignmentsOf(args.employeeId, actor),
    byId('employee', agencyOf(actor), args.employeeId),
    ...(args.to
      ? [byId('unit', agencyOf(actor), args.to.unitId), byId('assignment', agencyOf(actor), args.to.id)]
      : []),
  ],
  decide: ({ args, rows, actor }) => {
    const { employeeId, validFrom, to } = args;
    const scope = agencyOf(actor);
    if (!getRow(rows, 'employee', scope, employeeId)) return refuse('not-found', { table: 'employee' });
    if (to && !getRow(rows, 'unit', scope, to.unitId))
      return refuse('parent-not-found', { table: 'unit', id: to.unitId });
    if (to?.supervisorId === employeeId) return refuse('own-supervisor', {});
    const posts = rowsWhere(rows, 'assignment', scope, 'employeeId', employeeId);
    if (to && getRow(rows, 'assignment', scope, to.id)) return refuse('already-exists', { table: 'assignment' });
    const present = assignmentOn(posts, employeeId, validFrom);
    const changes: RowChange[] = [];
    if (present && present.validFrom === validFrom) changes.push(remove('assignment', present));
    else if (present) changes.push(put('assignment', { ...present, validUntil: addDays(validFrom, -1) }));
    if (to) {
      const held: Assignment = {
        ...to,
        scope,
        version: 0,
        employeeId,
        kind: 'definitive',
        validFrom,
        validUntil: null,
      };
      changes.push(put('assignment', held));
    }
    return { result: 'applied', changes };
  },
});

/** Plt or Plh: from one day to another somebody decides in a superior's place. Entered by an administrator or the superior. */
export const delegate = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    fromId: field.employeeId,
    toId: field.employeeId,
    kind: v.picklist(['plt', 'plh']),
    validFrom: field.plainDate,
    validUntil: v.nullable(field.plainDate),
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    byId('delegation', agencyOf(actor), args.id),
    byId('employee', agencyOf(actor), args.fromId),
    byId('employee', agencyOf(actor), args.toId),
  ],
  decide: ({ args, rows, actor }) => {
    const scope = agencyOf(actor);
    if (!isAdministrator(actor) && args.fromId !== actor.id) return refuse('not-administrator', {});
    if (args.fromId === args.toId) return refuse('own-supervisor', {});
    if (args.validUntil !== null && args.validUntil < args.validFrom) return refuse('period-reversed', {});
    for (const id of [args.fromId, args.toId]) {
      if (!getRow(rows, 'employee', scope, id)) return refuse('not-found', { table: 'employee' });
    }
    if (getRow(rows, 'delegation', scope, args.id)) return refuse('already-exists', { table: 'delegation' });
    const delegation: Delegation = { ...args, scope, version: 0 };
    return { result: 'applied', changes: [put('delegation', delegation)] };
  },
});

/** The delegation holds until the day before; one that has not begun is gone. */
export const endDelegation = mutation({
  version: 1,
  args: v.strictObject({ id: field.rowId }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [byId('delegation', agencyOf(actor), args.id)],
  decide: ({ args, rows, actor, today }) => {
    const delegation = getRow(rows, 'delegation', agencyOf(actor), args.id);
    if (!delegation) return refuse('not-found', { table: 'delegation' });
    if (!isAdministrator(actor) && delegation.fromId !== actor.id) return refuse('not-administrator', {});
    // What is over already stays as it was: to end it once more must not make it longer.
    const validUntil = earlierOf(addDays(today, -1), delegation.validUntil ?? today);
    const gone = delegation.validFrom > validUntil;
    return {
      result: 'applied',
      changes: [gone ? remove('delegation', delegation) : put('delegation', { ...delegation, validUntil })],
    };
  },
});

/** The content of an SKP (shared/tables.ts); what else a device may send with it is left out. */
const templateContent = v.object({
  results: v.pipe(
    v.array(
      v.object({
        id: field.newId,
        kind: v.picklist(['utama', 'tambahan']),
        text: field.requiredText(field.LIMITS.text),
        parentId: v.nullable(field.newId),
        parentOwnerId: v.nullable(field.employeeId),
        expectation: field.optionalText(field.LIMITS.note),
        perspective: v.nullable(v.picklist(['penerima-layanan', 'proses-bisnis', 'penguatan-internal', 'anggaran'])),
        endedIn: v.nullable(field.integer(1)),
        createdAt: field.instant,
      }),
    ),
    v.maxLength(50),
  ),
  indicators: v.pipe(
    v.array(
      v.object({
        id: field.newId,
        resultId: field.newId,
        aspect: v.picklist(['kuantitas', 'kualitas', 'waktu', 'biaya']),
        text: field.requiredText(field.LIMITS.text),
        targetMin: v.nullable(field.amount),
        targetMax: v.nullable(field.amount),
        targetText: v.nullable(field.optionalText(field.LIMITS.text)),
        unit: field.optionalText(field.LIMITS.unit),
        direction: v.picklist(['up', 'down']),
      }),
    ),
    v.maxLength(200),
  ),
  expectations: v.pipe(
    v.array(v.object({ value: field.behaviourValue, text: field.optionalText(field.LIMITS.note) })),
    v.maxLength(7),
  ),
  annexes: v.pipe(
    v.array(
      v.object({
        id: field.newId,
        kind: v.picklist(['sumber-daya', 'pertanggungjawaban', 'konsekuensi']),
        text: field.requiredText(field.LIMITS.note),
        createdAt: field.instant,
      }),
    ),
    v.maxLength(100),
  ),
});

/** The plan of a position to start from; one for each position. Kept by administrators, or by the superior of one who holds it. */
export const saveTemplate = mutation({
  version: 1,
  args: v.strictObject({
    /** Whose plan it is, where a superior saves it. */
    employeeId: field.employeeId,
    position: field.requiredText(field.LIMITS.title),
    content: templateContent,
  }),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (args, actor) => [
    byId('template', agencyOf(actor), templateId(args.position)),
    ...decisionReads(args.employeeId, actor),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const { employeeId, position, content } = args;
    const posts = rowsWhere(rows, 'assignment', agencyOf(actor), 'employeeId', employeeId);
    const holds = assignmentOn(posts, employeeId, today)?.position === position;
    const superior = holds && employeeId !== actor.id && mayDecide(rows, employeeId, actor, today);
    if (!isAdministrator(actor) && !superior) return refuse('not-supervisor', { date: today });
    const template = { id: templateId(position), scope: agencyOf(actor), version: 0, position, content, at: now };
    return { result: 'applied', changes: [put('template', template)] };
  },
});
