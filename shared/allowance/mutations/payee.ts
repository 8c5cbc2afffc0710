// How a person is paid and taxed, as the treasurer enters it from papers of the office (shared/allowance/rules/payee.ts). An entry is
// never rewritten: a later one says what holds from its month on, and takes over what it does not name.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { byColumn, byId, forTreasurers, getRow, put, rowsWhere } from '#shared/acts/support.ts';
import { refuse } from '#shared/refusals.ts';
import { agencyScope, payScope } from '#shared/scopes.ts';
import { mutation } from '#shared/sync/mutation.ts';
import { ACCOUNT, NPWP, PAYEE_FIELDS, type PayeeField, PTKP_STATUSES, payeeIn } from '../rules/payee.ts';
import type { PayeeRow } from '../tables.ts';

/** Whole rupiah. */
const rupiah = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,11})$/));
/** A released version of the app does not know it. */
const later = v.optional(v.nullable(rupiah), null);

export const tell = mutation({
  version: 1,
  office: true,
  closedTo: forTreasurers,
  args: v.pipe(
    v.strictObject({
      id: field.newId,
      employeeId: field.employeeId,
      month: field.month,
      // Null: it is not told, and what held goes on.
      ptkp: v.nullable(v.picklist(PTKP_STATUSES)),
      npwp: v.nullable(v.pipe(v.string(), v.regex(NPWP))),
      bank: v.nullable(field.requiredText(field.LIMITS.unit)),
      account: v.nullable(v.pipe(v.string(), v.regex(ACCOUNT))),
      salary: v.nullable(rupiah),
      salaryTax: v.nullable(rupiah),
      insuredSalary: v.nullable(rupiah),
      tax: v.nullable(rupiah),
      ...{ extra: later, extraTax: later, yearPension: later, earlierGross: later, earlierTax: later },
      /** What held and is not known any more. */
      cleared: v.pipe(v.array(v.picklist(PAYEE_FIELDS)), v.maxLength(PAYEE_FIELDS.length)),
    }),
    v.check((args) => args.cleared.length > 0 || PAYEE_FIELDS.some((name) => args[name] !== null), 'it tells nothing'),
  ),
  writes: (args) => [payScope(args.employeeId)],
  reads: (args, actor) => [
    byId('employee', agencyScope(actor.tenant), args.employeeId),
    byId('payee', payScope(args.employeeId), args.id),
    byColumn('payee', payScope(args.employeeId), 'employeeId', args.employeeId),
  ],
  decide: ({ args, rows, actor, now }) => {
    const { id, employeeId, month, cleared } = args;
    const scope = payScope(employeeId);
    if (!getRow(rows, 'employee', agencyScope(actor.tenant), employeeId))
      return refuse('not-found', { table: 'employee' });
    if (getRow(rows, 'payee', scope, id)) return refuse('already-exists', { table: 'payee' });
    const before = payeeIn(rowsWhere(rows, 'payee', scope, 'employeeId', employeeId), month);
    const kept = <Field extends PayeeField>(name: Field) =>
      args[name] ?? (cleared.includes(name) ? null : before[name]);
    const row: PayeeRow = {
      ...{ id, scope, version: 0, employeeId, month, by: actor.id, at: now },
      ...{ ptkp: kept('ptkp'), npwp: kept('npwp'), bank: kept('bank'), account: kept('account') },
      ...{ salary: kept('salary'), salaryTax: kept('salaryTax'), insuredSalary: kept('insuredSalary') },
      ...{ tax: kept('tax'), extra: kept('extra'), extraTax: kept('extraTax'), yearPension: kept('yearPension') },
      ...{ earlierGross: kept('earlierGross'), earlierTax: kept('earlierTax') },
    };
    return { result: 'applied', changes: [put('payee', row)] };
  },
});
