// The people of the agency as a list tells them, whole or not at all: what it changes is reckoned again on the true rows, and
// done only where it is what the administrator was shown.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { allOf, allRows } from '#shared/acts/rows.ts';
import { agencyOf, forAdministrators, put, remove, upgrade } from '#shared/acts/support.ts';
import { groupBy } from '#shared/group-by.ts';
import { refuse } from '#shared/refusals.ts';
import { mutation } from '#shared/sync/mutation.ts';
import type { RowChange } from '#shared/sync/row-set.ts';
import { nip } from '../nip-field.ts';
import {
  actingEndOf,
  type Effect,
  effectOf,
  goesRound,
  leavingOf,
  newEmployeeId,
  PERSON_CHANGES,
  tallyOf,
} from '../rules/personnel.ts';
import { assignmentOn } from '../rules/supervision.ts';
import type { Unit } from '../tables.ts';

const post = v.pipe(
  v.strictObject({
    unitId: field.rowId,
    position: field.requiredText(field.LIMITS.title),
    positionKind: v.picklist(['JPT', 'JA', 'JF']),
    kind: v.picklist(['definitive', 'plt']),
    postClass: v.nullable(field.integer(1, 17)),
    superiorId: v.nullable(field.employeeId),
    headsAgency: v.boolean(),
    from: field.plainDate,
  }),
  v.check(({ headsAgency, superiorId }) => !headsAgency || superiorId === null, 'a head with a superior'),
);

const person = v.strictObject({
  nip,
  name: field.requiredText(field.LIMITS.name),
  employment: v.picklist(['PNS', 'PPPK']),
  grade: v.nullable(field.requiredText(field.LIMITS.unit)),
  posts: v.pipe(v.array(post), v.maxLength(2)),
});

const unit = v.strictObject({
  id: field.rowId,
  name: field.requiredText(field.LIMITS.title),
  parentId: v.nullable(field.rowId),
});

/** As many people as an agency has, and more. */
const MOST = 10_000;

const withoutHead = (one: Record<string, unknown>) => ({
  ...one,
  posts: Array.isArray(one.posts) ? one.posts.map(upgrade((held) => ({ ...held, headsAgency: false }))) : one.posts,
});

export const takePersonnel = mutation({
  version: 2,
  office: true,
  closedTo: forAdministrators,
  args: v.strictObject({
    units: v.pipe(v.array(unit), v.maxLength(MOST)),
    people: v.pipe(v.array(person), v.maxLength(MOST)),
    /** Who holds no post here from `from` on. */
    left: v.pipe(v.array(field.employeeId), v.maxLength(MOST)),
    /** Posts as Plt that end with the day before `from`. */
    ended: v.pipe(v.array(field.rowId), v.maxLength(MOST)),
    from: field.plainDate,
    /** What the administrator was shown. */
    seen: field.each([...PERSON_CHANGES, 'units'], field.integer(0)),
  }),
  // Version 1 named no head of the agency.
  upcast: upgrade((given) => ({
    ...given,
    people: Array.isArray(given.people) ? given.people.map(upgrade(withoutHead)) : given.people,
  })),
  writes: (_args, actor) => [agencyOf(actor)],
  reads: (_args, actor) => (['unit', 'employee', 'assignment'] as const).map((table) => allOf(table, agencyOf(actor))),
  decide: ({ args, rows, actor, mutationId }) => {
    const scope = agencyOf(actor);
    const units = new Map(allRows(rows, 'unit', scope).map((row) => [row.id, row]));
    const changedUnits = args.units.flatMap(({ id, name, parentId }): Unit[] => {
      const known = units.get(id);
      return known?.name === name && known.parentId === parentId ? [] : [{ id, scope, version: 0, name, parentId }];
    });
    for (const changed of changedUnits) units.set(changed.id, changed);
    for (const { parentId } of changedUnits) {
      if (parentId !== null && !units.has(parentId)) return refuse('parent-not-found', { table: 'unit', id: parentId });
    }
    if (goesRound(units.keys(), (id) => units.get(id)?.parentId ?? null))
      return refuse('goes-round', { table: 'unit' });

    const employees = new Map(allRows(rows, 'employee', scope).map((row) => [row.id, row]));
    const byNip = new Map([...employees.values()].flatMap((row) => (row.nip ? [[row.nip, row] as const] : [])));
    const posts = groupBy(allRows(rows, 'assignment', scope), ({ employeeId }) => employeeId);
    const ids = new Set([
      ...employees.keys(),
      ...args.people.map((one) => byNip.get(one.nip)?.id ?? newEmployeeId(one.nip)),
    ]);
    const idOf = (number: string, kind: string) => `${mutationId}.${number}${kind === 'plt' ? '.plt' : ''}`;
    const effects: Effect[] = [];
    for (const wanted of args.people) {
      const employee = byNip.get(wanted.nip);
      const own = employee?.id ?? newEmployeeId(wanted.nip);
      for (const { unitId, superiorId } of wanted.posts) {
        if (!units.has(unitId)) return refuse('parent-not-found', { table: 'unit', id: unitId });
        if (superiorId === own) return refuse('own-supervisor', {});
        if (superiorId !== null && !ids.has(superiorId)) return refuse('not-found', { table: 'employee' });
      }
      const effect = effectOf(wanted, { employee, posts: posts.get(own) ?? [] }, { scope, idOf });
      if ('problem' in effect) return refuse('directory-changed', {});
      effects.push(effect);
    }
    if (args.left.includes(actor.id)) return refuse('own-leaving', {});
    for (const id of args.left) {
      if (!employees.has(id)) return refuse('not-found', { table: 'employee' });
      effects.push(leavingOf(posts.get(id) ?? [], args.from));
    }
    const all = new Map([...posts.values()].flat().map((row) => [row.id, row]));
    for (const id of args.ended) {
      const acting = all.get(id);
      const isOpen = acting?.kind === 'plt' && (acting.validUntil === null || acting.validUntil >= args.from);
      if (!acting || !isOpen) return refuse('directory-changed', {});
      effects.push(actingEndOf(acting, args.from));
    }
    const tally = tallyOf(effects, changedUnits.length);
    const differs = Object.entries(tally).some(([name, count]) => args.seen[name as keyof typeof tally] !== count);
    if (differs) return refuse('directory-changed', {});

    const changes: RowChange[] = changedUnits.map((row) => put('unit', row));
    for (const effect of effects) {
      if (effect.employee) changes.push(put('employee', effect.employee));
      for (const row of effect.put) changes.push(put('assignment', row));
      for (const row of effect.remove) changes.push(remove('assignment', row));
    }
    const after = new Map(posts);
    for (const effect of effects) {
      for (const { employeeId } of [...effect.put, ...effect.remove].slice(0, 1)) {
        const touched = new Set([...effect.put, ...effect.remove].map(({ id }) => id));
        const kept = (posts.get(employeeId) ?? []).filter(({ id }) => !touched.has(id));
        after.set(employeeId, [...kept, ...effect.put]);
      }
    }
    // When all of it holds.
    const days = args.people.flatMap((one) => one.posts.map(({ from }) => from));
    const latest = [args.from, ...days].sort().at(-1) ?? args.from;
    const above = (id: string) => assignmentOn(after.get(id) ?? [], id, latest)?.supervisorId ?? null;
    if (goesRound(ids, above)) return refuse('goes-round', { table: 'assignment' });
    return { result: 'applied', changes };
  },
});
