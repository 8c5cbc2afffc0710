// Templates of SKPs, by position.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { agencyOf, byId, isAdministrator, put, rowsWhere } from '#shared/acts/support.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import { decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { BEHAVIOUR_VALUES } from '../rules/behaviour.ts';
import { templateId } from '../tables.ts';

/** The content of an SKP (../tables.ts); what else a device may send with it is left out. */
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
    v.array(v.object({ value: v.picklist(BEHAVIOUR_VALUES), text: field.optionalText(field.LIMITS.note) })),
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
