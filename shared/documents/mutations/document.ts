// A document made on a device gets a code. The server registers it only where its facts are those on record, so that
// whoever has the code can see that the paper is authentic and unchanged.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byColumn, byId, getRow, put, rowsWhere } from '#shared/acts/support.ts';
import { decisionReads, mayDecide } from '#shared/people/who-decides.ts';
import { refuse } from '#shared/refusals.ts';
import { workScope } from '#shared/scopes.ts';
import { equal } from '#shared/sync/merge.ts';
import { mutation } from '#shared/sync/mutation.ts';
import * as value from '#shared/sync/values.ts';
import { type DocumentSubject, factsOf, factsReads } from '../questions/document-facts.ts';

const subject = v.variant('kind', [
  v.strictObject({ kind: v.literal('rencana-skp'), skpId: field.newId }),
  v.strictObject({ kind: v.picklist(['evaluasi', 'dokumen-evaluasi']), evaluationId: field.rowId }),
  v.strictObject({ kind: v.literal('laporan-bulanan'), month: field.month }),
  v.strictObject({ kind: v.literal('konversi-angka-kredit'), evaluationId: field.rowId }),
  v.strictObject({ kind: v.literal('akumulasi-angka-kredit'), from: field.year, until: field.year }),
]) satisfies v.GenericSchema<unknown, DocumentSubject>;

const facts = v.record(
  v.pipe(v.string(), v.maxLength(40)),
  v.nullable(v.union([v.pipe(value.anyText, v.maxLength(400)), value.number(-1e15, 1e15)])),
);

export const issue = mutation({
  version: 1,
  args: v.strictObject({
    id: field.newId,
    employeeId: field.employeeId,
    /** Unguessable; printed on the paper. */
    code: v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{16}$/)),
    subject,
    facts,
    sha256: field.sha256,
  }),
  writes: (args) => [workScope(args.employeeId)],
  reads: (args, actor) => [
    byId('document', workScope(args.employeeId), args.id),
    byColumn('document', workScope(args.employeeId), 'code', args.code),
    ...decisionReads(args.employeeId, actor),
    ...factsReads(args.employeeId, args.subject, actor.tenant),
  ],
  decide: ({ args, rows, actor, now, today }) => {
    const { id, employeeId, code, sha256 } = args;
    const scope = workScope(employeeId);
    const own = employeeId === actor.id;
    if (!own && !mayDecide(rows, employeeId, actor, today)) return refuse('not-supervisor', { date: today });
    const taken = getRow(rows, 'document', scope, id) ?? rowsWhere(rows, 'document', scope, 'code', code)[0];
    if (taken) return refuse('already-exists', { table: 'document' });
    const recorded = factsOf(employeeId, args.subject, actor.tenant, rows);
    if (!recorded) return refuse('not-found', { table: 'document' });
    const differs = Object.keys(recorded).find((name) => !equal(recorded[name], args.facts[name]));
    if (differs) return refuse('facts-differ', { fact: differs });
    const { kind } = args.subject;
    const document = { id, scope, version: 0, code, kind, facts: recorded, sha256, at: now, by: actor.id };
    return { result: 'applied', changes: [put('document', document)] };
  },
});
