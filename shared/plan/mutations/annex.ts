// Lines of the annexes of an SKP: support with resources, scheme of accountability, consequences.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byId, getRow, put, remove } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { planScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { actOnSkp, ownPart, withContentChanged } from './skp.ts';

export const add = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    skpId: field.newId,
    kind: v.picklist(['sumber-daya', 'pertanggungjawaban', 'konsekuensi']),
    text: field.requiredText(field.LIMITS.note),
  }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [byId('skp', planScope(actor.id), args.skpId), byId('annex', planScope(actor.id), args.id)],
  decide: ({ args, rows, actor, now }) => {
    const scope = planScope(actor.id);
    const found = actOnSkp(rows, 'edit', { owner: actor.id, skpId: args.skpId });
    if ('no' in found) return found.no;
    if (getRow(rows, 'annex', scope, args.id)) return refuse('already-exists', { table: 'annex' });
    const annex = { ...args, scope, version: 0, createdAt: now };
    return { result: 'applied', changes: [put('annex', annex), withContentChanged(found)] };
  },
});

export const erase = mutation({
  version: 1,
  args: v.strictObject({ id: field.newId, skpId: field.newId }),
  writes: (_args, actor) => [planScope(actor.id)],
  reads: (args, actor) => [byId('skp', planScope(actor.id), args.skpId), byId('annex', planScope(actor.id), args.id)],
  decide: ({ args, rows, actor }) => {
    const part = ownPart(rows, 'annex', actor, args);
    if ('no' in part) return part.no;
    return { result: 'applied', changes: [remove('annex', part.row), withContentChanged(part.found)] };
  },
});
